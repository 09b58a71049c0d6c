"""CSV as offices save it: whatever the encoding, and with ``;``, ``,`` or a tab in between."""

import codecs
import csv
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from itertools import islice

from graph.domain.cells import unguarded
from tasks.importing.headings import count_known
from tasks.importing.sheets import FileProblem, RefusedFileError

_DELIMITERS = (";", ",", "\t", "|")
_LOOKED_AT = 100
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read_csv(content: bytes) -> list[tuple[int, list[str]]]:
    """Return the rows with the numbers that Excel gives them. Raises RefusedFileError."""
    text = _decoded(content)
    named, text = _named_delimiter(text)
    delimiter = named or max(_DELIMITERS, key=lambda each: _fitness(text, each))
    try:
        return [
            (number, [unguarded(cell) for cell in row])
            for number, row in enumerate(_rows(text, delimiter), start=1)
        ]
    except csv.Error as error:
        raise RefusedFileError(FileProblem.BROKEN) from error


def _rows(text: str, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(StringIO(text, newline=""), delimiter=delimiter)


def _decoded(content: bytes) -> str:
    """Return the text; Windows-1252 is what is left when it is no Unicode."""
    for encoding in _encodings(content):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise RefusedFileError(FileProblem.WRONG_TYPE)


def _encodings(content: bytes) -> list[str]:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return [encoding]
    # Without a mark, the letters of UTF-16 show by the empty half of each.
    start = content[:1000]
    if start[1::2].count(0) > len(start) // 4:
        return ["utf-16-le"]
    if start[0::2].count(0) > len(start) // 4:
        return ["utf-16-be"]
    return ["utf-8", "cp1252"]


def _named_delimiter(text: str) -> tuple[str | None, str]:
    """Take off the line ``sep=;`` that Excel understands and does not show."""
    first, _, rest = text.partition("\n")
    line = first.strip().strip('"').lower()
    if line.startswith("sep=") and len(line) == len("sep=;"):
        return line[-1], rest
    return ("\t", rest) if first.lower().startswith("sep=\t") else (None, text)


def _fitness(text: str, delimiter: str) -> tuple[int, float, int]:
    """Return how well a delimiter fits: known headers, rows of one width, and that width."""
    try:
        rows = [row for row in islice(_rows(text, delimiter), _LOOKED_AT) if any(row)]
    except csv.Error:
        return (0, 0.0, 0)
    if not rows:
        return (0, 0.0, 0)
    width, often = Counter(len(row) for row in rows).most_common(1)[0]
    return (max(count_known(row) for row in rows), often / len(rows), width)
