"""Sheets as CSV, as Dutch offices open it: UTF-8 with its mark, a semicolon between the cells."""

import csv
import io
import zipfile
from collections.abc import Iterable, Mapping
from datetime import date

from graph.domain.cells import guarded
from tasks.workbooks import Cell, Page


def separated(sheets: Iterable[Page]) -> dict[str, bytes]:
    """Return a file for each sheet, by its name in lower case."""
    return {sheet.name.lower(): _file(sheet) for sheet in sheets}


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Return the files in one."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(f"{name}.csv", content)
    return packed.getvalue()


def _file(sheet: Page) -> bytes:
    text = io.StringIO(newline="")
    rows = csv.writer(text, delimiter=";", lineterminator="\r\n")
    rows.writerow(sheet.headers)
    rows.writerows([_as_text(cell) for cell in row] for row in sheet.rows)
    return text.getvalue().encode("utf-8-sig")


def _as_text(cell: Cell) -> str:
    match cell:
        case str():
            return guarded(cell)
        case date():
            return cell.isoformat()
        case float():
            return str(cell).replace(".", ",")
        case _:
            return str(cell)
