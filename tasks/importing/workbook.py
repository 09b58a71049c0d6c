"""Reads a workbook in a process of its own, and writes it to stdout as JSON.

A file of five kilobytes can ask for 500 gigabytes (a cell in the last row and column), and then
the reader is stopped without a word. So it runs as a child with a ceiling on memory and time:
``python -I workbook.py < file``. Nothing in the file is computed: a formula is its last value.
The only user of calamine. It may import nothing of ours, since it is run as a file.
"""

import json
import re
import resource
import sys
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import BadZipFile, ZipFile, is_zipfile

from python_calamine import (
    CalamineError,
    PasswordError,
    SheetVisibleEnum,
    load_workbook,  # pyright: ignore[reportUnknownVariableType]
)

_Cell = int | float | str | bool | time | date | datetime | timedelta

_MEMORY = 1024 * 1024 * 1024
_SECONDS = 30
_ERROR_CELL = re.compile(
    rb'<(?:\w+:)?c (?=[^>]*\bt="e")[^>]*\br="([A-Z]+)([0-9]+)"[^>]*>.*?<(?:\w+:)?v>([^<]*)<',
    re.DOTALL,
)
_OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def main() -> None:
    """Read stdin, write the sheets or the problem."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    content, most_rows = sys.stdin.buffer.read(), int(sys.argv[1])
    try:
        answer = {"sheets": list(_sheets(content, most_rows))}
    except PasswordError:
        answer = {"problem": "password"}
    except (CalamineError, BadZipFile, ET.ParseError):
        answer = {"problem": "broken"}
    except _TooManyRowsError:
        answer = {"problem": "too_many_rows"}
    except MemoryError:
        answer = {"problem": "too_large_inside"}
    json.dump(answer, sys.stdout)


class _TooManyRowsError(Exception):
    pass


def _sheets(content: bytes, most_rows: int) -> Iterator[dict[str, object]]:
    """Yield name and filled rows, each with its number, of the sheets that people see."""
    with load_workbook(BytesIO(content)) as book:
        shown = [each for each in book.sheets_metadata if each.visible == SheetVisibleEnum.Visible]
        for sheet in shown:
            cells = book.get_sheet_by_name(sheet.name)
            first = (cells.start or (0, 0))[1]
            errors = _error_cells(content, sheet.name)
            rows: list[tuple[int, list[str]]] = []
            for number, row in enumerate(cells.iter_rows(), start=1):
                if number in errors or any(cell != "" for cell in row):
                    told = {column - first: word for column, word in errors.get(number, ())}
                    rows.append(
                        (number, [told.get(at) or _text(cell) for at, cell in enumerate(row)])
                    )
                if len(rows) > most_rows:
                    raise _TooManyRowsError
            yield {"name": sheet.name, "rows": rows}


def _text(cell: _Cell) -> str:
    """Return a cell as text: whole numbers without a point, days as 2026-11-03."""
    match cell:
        case bool():
            return "ja" if cell else "nee"
        case float() if cell.is_integer() and abs(cell) < 1e15:  # noqa: PLR2004 -- exact up to here
            return str(int(cell))
        case datetime() if cell.time() == time():
            return cell.date().isoformat()
        case datetime():
            return cell.isoformat(" ", "minutes")
        case time():
            return cell.isoformat("minutes")
        case _:
            return str(cell)


def _error_cells(content: bytes, sheet: str) -> dict[int, list[tuple[int, str]]]:
    """Return column (from 0) and word ("#N/A") of the error cells in .xlsx, by row number.

    Calamine gives an empty cell for them, and then nobody would know.
    """
    if not is_zipfile(BytesIO(content)):
        return {}
    with ZipFile(BytesIO(content)) as parts:
        path = _path_of(parts, sheet)
        xml = parts.read(path) if path in parts.namelist() else b""
    found: dict[int, list[tuple[int, str]]] = {}
    for letters, row, word in _ERROR_CELL.findall(xml):
        found.setdefault(int(row), []).append((_column(letters.decode()), word.decode()))
    return found


def _path_of(parts: ZipFile, sheet: str) -> str:
    """Return where the cells of a sheet are in the file; empty for .ods."""
    if "xl/_rels/workbook.xml.rels" not in parts.namelist():
        return ""
    links = ET.fromstring(parts.read("xl/_rels/workbook.xml.rels"))  # noqa: S314 -- see top  # nosec B314
    targets = {link.get("Id"): link.get("Target", "") for link in links}
    book = ET.fromstring(parts.read("xl/workbook.xml"))  # noqa: S314 -- a child with a ceiling  # nosec B314
    for each in book.iter():
        if each.get("name") == sheet and (link := each.get(f"{_OFFICE}id")):
            target = targets.get(link, "")
            return target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    return ""


def _column(letters: str) -> int:
    """Return 0 for A, 26 for AA."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


if __name__ == "__main__":
    main()
