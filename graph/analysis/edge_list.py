"""Edge lists: ``source,target[,weight]`` as spreadsheets write them."""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from graph.analysis.files import Edge, Fault, NetworkFile, NetworkFileError, join, parse_weight

_DELIMITERS = (",", ";", "\t")
_COLUMNS = ("source", "target", "weight")


def read_edge_list(data: bytes, *, weighted: bool = False) -> NetworkFile:
    """Read the bytes of an edge list; raises NetworkFileError with the row that is wrong."""
    text = _decode(data)
    if not text.strip():
        raise NetworkFileError(Fault.EMPTY, row=1)
    delimiter, header = _header(text)
    return join(
        _edges(text, delimiter, header),
        weighted=weighted,
        ignored_columns=tuple(name for name in header if name and name not in _COLUMNS),
    )


def _decode(data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # A spreadsheet on Windows saves CSV in its own code page.
        text = data.decode("cp1252", errors="replace")
    if "\0" in text or "\ufffd" in text:
        raise NetworkFileError(Fault.ENCODING, row=1)
    return text


def _header(text: str) -> tuple[str, list[str]]:
    """Return the delimiter that finds the columns in the first row, and their names."""
    first = text.splitlines()[0]
    for delimiter in _DELIMITERS:
        header = [
            name.strip().casefold() for name in next(csv.reader([first], delimiter=delimiter))
        ]
        if header.count("source") == header.count("target") == 1 and header.count("weight") <= 1:
            return delimiter, header
    raise NetworkFileError(Fault.COLUMNS, row=1, value=first)


def _edges(text: str, delimiter: str, header: list[str]) -> Iterator[Edge]:
    source, target = header.index("source"), header.index("target")
    weight = header.index("weight") if "weight" in header else None
    for row, fields in _rows(text, delimiter):
        if len(fields) != len(header):
            raise NetworkFileError(Fault.FIELDS, row=row, value=str(len(fields)))
        yield Edge(
            source=_actor(fields[source], row),
            target=_actor(fields[target], row),
            weight=None if weight is None else parse_weight(fields[weight].strip(), row),
            row=row,
        )


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, Sequence[str]]]:
    """Number the rows after the header that hold anything by their line in the file."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        next(reader)
        for fields in reader:
            if any(fields):
                yield reader.line_num, fields
    except csv.Error as error:
        raise NetworkFileError(Fault.QUOTES, row=reader.line_num) from error


def _actor(field: str, row: int) -> str:
    if name := field.strip():
        return name
    raise NetworkFileError(Fault.NO_ACTOR, row=row)
