"""Workbooks that we hand out: one to fill in, and one with the rows that have to be corrected."""

import re
from collections.abc import Sequence
from itertools import groupby

from graph.domain.cells import printable
from graph.domain.imports import ImportKind, RowError
from tasks.importing.fields import EXPLANATION, FIELDS, SHEET_NAMES, WHAT_IS_WRONG
from tasks.importing.fields.spec import FieldSpec, Reads
from tasks.importing.sheets import Sheet
from tasks.importing.telling import message
from tasks.workbooks import Page, write_workbook

_CELL_LENGTH = 32_767
_NOT_IN_SHEET_NAME = re.compile(r"[\[\]:*?/\\]")


def template(kind: ImportKind) -> bytes:
    """Return an .xlsx file with the columns of ``kind``, an example row and what each is for."""
    specs = [spec for spec in FIELDS[kind] if spec.reads is not Reads.ID]
    return write_workbook(
        [
            Page(
                name=SHEET_NAMES[kind],
                headers=tuple(spec.label for spec in specs),
                rows=[tuple(spec.example for spec in specs)],
            ),
            Page(
                name=EXPLANATION,
                headers=("Kolom", "Moet ingevuld", "Wat vul je in?"),
                rows=[_explained(spec) for spec in specs],
            ),
        ]
    )


def corrections(sheet: Sheet, errors: Sequence[RowError]) -> bytes:
    """Return an .xlsx file with the wrong rows as they were, and a column that says what is wrong.

    It can be corrected and brought in as it is: nothing reads that column.
    """
    wrong = {
        number: " ".join(f"{error.column}: {message(error)}" for error in of_row)
        for number, of_row in groupby(sorted(errors, key=_row), key=_row)
    }
    kept = [at for at, header in enumerate(sheet.headers) if header and header != WHAT_IS_WRONG]
    page = Page(
        name=_sheet_name(sheet.name),
        headers=(*(sheet.headers[at] for at in kept), WHAT_IS_WRONG),
        rows=(
            (*(printable(row.cells[at])[:_CELL_LENGTH] for at in kept), wrong[row.number])
            for row in sheet.rows
            if row.number in wrong
        ),
    )
    return write_workbook([page])


def _sheet_name(name: str) -> str:
    """Return a name that Excel allows for a sheet; a file may be named anything."""
    return _NOT_IN_SHEET_NAME.sub(" ", name)[:31].strip(" '") or WHAT_IS_WRONG


def _explained(spec: FieldSpec) -> tuple[str, str, str]:
    return spec.label, "ja" if spec.required else "nee", spec.help


def _row(error: RowError) -> int:
    return error.row
