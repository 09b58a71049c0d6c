"""From an uploaded file to sheets of text: .xlsx, .xls, .ods and CSV as Dutch offices save them.

What a file is, is seen from what is in it; its name may say anything.
"""

import json
import subprocess
import sys
import zlib
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from tasks.importing.csv_text import read_csv
from tasks.importing.fields import EXPLANATION
from tasks.importing.headings import NoHeadingError, to_sheet
from tasks.importing.sheets import FileProblem, RefusedFileError, Sheet

MOST_BYTES = 10 * 1024 * 1024
MOST_ROWS = 20_000
_MOST_INSIDE = 60 * 1024 * 1024
_ABOVE_ROWS = 50  # a title and headers, besides the rows themselves
_SECONDS = 60
_READER = Path(__file__).with_name("workbook.py")

_MACRO_NAMES = (".xlsm", ".xltm", ".xlam")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf", b"Rar!", b"7z\xbc\xaf")
_SPREADSHEET = b"application/vnd.oasis.opendocument.spreadsheet"


def read_file(filename: str, content: bytes) -> tuple[Sheet, ...]:
    """Return the sheets that have a header and rows. Raises RefusedFileError."""
    if not content:
        raise RefusedFileError(FileProblem.EMPTY)
    if len(content) > MOST_BYTES:
        raise RefusedFileError(FileProblem.TOO_LARGE)
    if filename.lower().endswith(_MACRO_NAMES):
        raise RefusedFileError(FileProblem.MACROS)
    if _is_workbook(content):
        tables = _read_workbook(content)
    else:
        tables = [(Path(filename).stem, read_csv(content))]
    return _with_rows(tables)


def _is_workbook(content: bytes) -> bool:
    """Tell a workbook from text; whatever is neither is refused."""
    if content.startswith(b"PK"):
        _look_into_zip(content)
        return True
    if content.startswith(_OLE):
        _look_into_ole(content)
        return True
    if content.startswith(_OTHERS) or content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        raise RefusedFileError(FileProblem.WRONG_TYPE)
    return False


def _look_into_zip(content: bytes) -> None:
    try:
        with ZipFile(BytesIO(content)) as parts:
            names = set(parts.namelist())
            if sum(part.file_size for part in parts.infolist()) > _MOST_INSIDE:
                raise RefusedFileError(FileProblem.TOO_LARGE_INSIDE)
            if "xl/vbaProject.bin" in names:
                raise RefusedFileError(FileProblem.MACROS)
            if "xl/workbook.xml" in names:
                return
            if "mimetype" not in names or not parts.read("mimetype").startswith(_SPREADSHEET):
                raise RefusedFileError(FileProblem.WRONG_TYPE)
            if b"encryption-data" in parts.read("META-INF/manifest.xml"):
                raise RefusedFileError(FileProblem.PASSWORD)
    except (BadZipFile, zlib.error, KeyError, NotImplementedError, RuntimeError) as error:
        raise RefusedFileError(FileProblem.BROKEN) from error


def _look_into_ole(content: bytes) -> None:
    """Look for the names of parts in the old container of Office: .xls, .doc and locked .xlsx."""
    if _named(content, "EncryptedPackage"):
        raise RefusedFileError(FileProblem.PASSWORD)
    if _named(content, "_VBA_PROJECT"):
        raise RefusedFileError(FileProblem.MACROS)
    if not (_named(content, "Workbook") or _named(content, "Book")):
        raise RefusedFileError(FileProblem.WRONG_TYPE)


def _named(content: bytes, part: str) -> bool:
    return part.encode("utf-16-le") in content


def _read_workbook(content: bytes) -> list[tuple[str, list[tuple[int, list[str]]]]]:
    """Return name and rows of each sheet, as ``tasks.importing.workbook`` tells them."""
    command = [sys.executable, "-I", str(_READER), str(MOST_ROWS + _ABOVE_ROWS)]
    try:
        read = subprocess.run(  # noqa: S603 -- our own file  # nosec B603
            command, input=content, capture_output=True, check=True, timeout=_SECONDS
        )
    except subprocess.TimeoutExpired as error:
        raise RefusedFileError(FileProblem.TOO_LARGE_INSIDE) from error
    except subprocess.CalledProcessError as error:  # a signal ends what goes over the ceiling
        stopped = error.returncode < 0
        problem = FileProblem.TOO_LARGE_INSIDE if stopped else FileProblem.BROKEN
        raise RefusedFileError(problem) from error
    answer = json.loads(read.stdout)
    if problem := answer.get("problem"):
        raise RefusedFileError(FileProblem(problem))
    return [
        (each["name"], each["rows"]) for each in answer["sheets"] if each["name"] != EXPLANATION
    ]


def _with_rows(tables: list[tuple[str, list[tuple[int, list[str]]]]]) -> tuple[Sheet, ...]:
    sheets: list[Sheet] = []
    for name, rows in tables:
        try:
            sheets.append(to_sheet(name, rows))
        except NoHeadingError:
            continue
    if not sheets:
        raise RefusedFileError(FileProblem.NO_HEADER)
    filled = tuple(sheet for sheet in sheets if sheet.rows)
    if not filled:
        raise RefusedFileError(FileProblem.NO_ROWS)
    if any(len(sheet.rows) > MOST_ROWS for sheet in filled):
        raise RefusedFileError(FileProblem.TOO_MANY_ROWS)
    return filled
