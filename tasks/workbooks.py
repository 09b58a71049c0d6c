# XlsxWriter leaves parts of its types open.
# pyright: reportUnknownMemberType=false
"""Sheets as a workbook; the only module that touches XlsxWriter.

Text is written as text: a name that begins with "=" is no formula and an address is no link.
"""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

Cell = str | int | float | date

# Rows go to disk one by one, so that a large register needs no more memory than a small one.
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_WIDTH = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One sheet: a header for each column, and rows with a cell under each."""

    name: str
    headers: tuple[str, ...]
    rows: Iterable[tuple[Cell, ...]]


def write_workbook(pages: Iterable[Page]) -> bytes:
    """Return an .xlsx file with a sheet for each page, its first row kept in sight.

    Text longer than the 32,767 characters of a cell, or with control characters, is for the
    caller to shorten.
    """
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, _OPTIONS) as book:
        head = book.add_format({"bold": True, "bottom": 1})
        day = book.add_format({"num_format": "dd-mm-yyyy"})
        for page in pages:
            sheet = book.add_worksheet(page.name)
            sheet.freeze_panes(1, 0)
            sheet.set_column(0, max(len(page.headers) - 1, 0), _WIDTH)
            for column, header in enumerate(page.headers):
                sheet.write_string(0, column, header, head)
            for number, row in enumerate(page.rows, start=1):
                _write(sheet, number, row, day)
    return file.getvalue()


def _write(sheet: Worksheet, number: int, row: Iterable[Cell], day: Format) -> None:
    for column, cell in enumerate(row):
        match cell:
            case "":
                continue
            case str():
                sheet.write_string(number, column, cell)
            case date():
                sheet.write_datetime(number, column, datetime.combine(cell, time()), day)
            case _:
                sheet.write_number(number, column, cell)
