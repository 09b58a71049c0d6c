"""What is read from an import file, whatever kind of file it was: sheets with text in cells."""

from dataclasses import dataclass
from enum import StrEnum


class FileProblem(StrEnum):
    """Why a file cannot be read; ``tasks.importing.telling`` says it in Dutch."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    TOO_LARGE_INSIDE = "too_large_inside"
    TOO_MANY_ROWS = "too_many_rows"
    WRONG_TYPE = "wrong_type"
    MACROS = "macros"
    PASSWORD = "password"  # noqa: S105 -- a problem, not a password  # nosec B105
    BROKEN = "broken"
    NO_HEADER = "no_header"
    NO_ROWS = "no_rows"


class RefusedFileError(Exception):
    """A file that cannot be read, and why."""

    def __init__(self, problem: FileProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRow:
    """A row that is not empty: its number as Excel shows it, and a text for each header."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet; each of ``headers`` is different, or empty where the column holds nothing."""

    name: str
    header_row: int
    headers: tuple[str, ...]
    rows: tuple[SheetRow, ...]
