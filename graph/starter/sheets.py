"""Read the sheets in ``graph/starter/data``: UTF-8, comma separated, a header row."""

import csv
from pathlib import Path

_FOLDER = Path(__file__).resolve().parent / "data"

Line = dict[str, str]
"""One line of a sheet; an empty cell is an empty string."""


def read_sheet(name: str) -> list[Line]:
    """Return the lines of ``data/<name>.csv``."""
    with (_FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def several(cell: str) -> tuple[str, ...]:
    """Return the values of a cell that may hold more than one, separated by ``;``."""
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def source(line: Line) -> str:
    """Return where a fact stands in the policy texts, as ``file:line``."""
    return f"{line['bron']}:{line['regel']}"
