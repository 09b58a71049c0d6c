"""An import on its way: from an uploaded sheet to what it did, and back.

A person moves it from a state in which it waits (``MOVES``); a job moves it from a state in which
there is work (``COMPLETED``). Only ``RUNNING`` and ``UNDOING`` touch the register, part by part,
and what breaks on the way in is taken back (``GIVEN_UP``), so nothing ever stays half.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from graph.domain.changes import Author
from graph.domain.imports import ImportKind, RowError
from graph.domain.operations import UNDO_DAYS
from graph.domain.records import Outcome

PART_ROWS = 250
"""Rows in a part: what is written in one transaction."""
LEASE = timedelta(minutes=3)
"""After this time without a sign, the worker of an import counts as lost."""
TURNS = 3
"""How many workers may try one part before the import gives up."""
CELLS_KEPT = timedelta(days=7)
"""For how long what was uploaded is kept: to finish the import, or to correct what was wrong."""
PARTS_KEPT = timedelta(days=UNDO_DAYS + 1)
"""For how long is kept what an import did: until it cannot be undone any more."""


class ImportState(StrEnum):
    """Where an import is on its way."""

    UPLOADING = "uploading"
    UPLOADED = "uploaded"
    CHECKING = "checking"
    CHECKED = "checked"
    RUNNING = "running"
    DONE = "done"
    UNDOING = "undoing"
    UNDONE = "undone"
    FAILED = "failed"
    STUCK = "stuck"
    CANCELLED = "cancelled"


MOVES = {
    ImportState.CHECKING: {ImportState.UPLOADED, ImportState.CHECKED, ImportState.FAILED},
    ImportState.RUNNING: {ImportState.CHECKED},
    ImportState.UNDOING: {ImportState.DONE, ImportState.STUCK},
    ImportState.CANCELLED: {
        ImportState.UPLOADING,
        ImportState.UPLOADED,
        ImportState.CHECKING,
        ImportState.CHECKED,
        ImportState.FAILED,
    },
}
"""Where a person may bring an import, and from where."""
COMPLETED = {
    ImportState.CHECKING: ImportState.CHECKED,
    ImportState.RUNNING: ImportState.DONE,
    ImportState.UNDOING: ImportState.UNDONE,
}
"""Where work leads to when it is done."""
GIVEN_UP = {
    ImportState.CHECKING: ImportState.FAILED,
    ImportState.RUNNING: ImportState.UNDOING,
    ImportState.UNDOING: ImportState.STUCK,
}
"""Where work leads to that broke again and again."""
WORKING = frozenset(COMPLETED)
"""The states in which a job has work to do."""


class PartState(StrEnum):
    """What was done with a part of the rows."""

    STAGED = "staged"
    WRITTEN = "written"
    UNDONE = "undone"


class ImportReason(StrEnum):
    """Why an import did not go as asked."""

    CHECK_BROKE = "check_broke"
    RUN_BROKE = "run_broke"
    UNDO_BROKE = "undo_broke"


BROKE = {
    ImportState.CHECKING: ImportReason.CHECK_BROKE,
    ImportState.RUNNING: ImportReason.RUN_BROKE,
    ImportState.UNDOING: ImportReason.UNDO_BROKE,
}


class Choice(StrEnum):
    """What happens with a row that resembles something in the register."""

    SKIP = "skip"
    FILL = "fill"
    UPDATE = "update"
    NEW = "new"


class NotNowError(ValueError):
    """An import is not in a state in which this can be done."""

    def __init__(self, state: ImportState) -> None:
        super().__init__(state.value)
        self.state = state


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """The thing in the register that a row resembles, as it stood when the row was checked.

    ``values`` has the fields that the file fills, as a row of a file would say them. ``certain``
    means that the row names this very thing.
    """

    id: str
    version: int
    name: str
    values: Mapping[str, Any]
    reasons: tuple[str, ...] = ()
    certain: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StagedRow:
    """A good row on its way: what it says, what it resembles, and what was chosen for it.

    ``id`` is that of the thing it makes, when it makes one. ``take`` are the fields that an
    update takes over. ``more`` is what its kind has to remember until the row is brought in.
    """

    number: int
    id: str
    values: Mapping[str, Any]
    match: Candidate | None = None
    choice: Choice | None = None
    take: tuple[str, ...] = ()
    more: Mapping[str, Any] = field(default_factory=dict[str, Any])

    @property
    def differences(self) -> tuple[str, ...]:
        """Return the fields in which the file says something else; an empty cell says nothing."""
        if self.match is None:
            return ()
        known = self.match.values
        return tuple(
            name
            for name, value in self.values.items()
            if name in known and not is_empty(value) and adopted(known[name], value) != known[name]
        )

    def _known(self, name: str) -> object:
        return self.match.values[name] if self.match else None

    @property
    def is_open(self) -> bool:
        """Tell whether a person has something to choose here."""
        return bool(self.differences)

    def decided(self, usual: Choice) -> Choice:
        """Return what happens with this row, where ``usual`` holds for what nobody chose."""
        if self.match is None:
            return Choice.NEW
        if not self.differences:
            return Choice.SKIP  # all that it says stands there already
        return self.choice or (Choice.UPDATE if self.match.certain else usual)

    def taken(self, usual: Choice) -> tuple[str, ...]:
        """Return the fields that go over what stands in the register."""
        match self.decided(usual):
            case Choice.UPDATE if self.choice:
                return tuple(name for name in self.differences if name in self.take)
            case Choice.UPDATE:
                return self.differences
            case Choice.FILL:
                return tuple(name for name in self.differences if is_empty(self._known(name)))
            case _:
                return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many rows go, or went, which way. ``duplicates`` resemble what stands there already."""

    rows: int = 0
    errors: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    duplicates: int = 0
    skipped: int = 0
    left: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """One import. ``mapping`` has the number of the column for each field that is filled.

    ``samples`` are some texts of each column, as long as what was uploaded is kept.
    ``by`` is who moved it last: who uploaded it, brought it in, or took it back.
    """

    id: str
    kind: ImportKind
    filename: str
    state: ImportState
    headers: tuple[str, ...]
    samples: tuple[tuple[str, ...], ...]
    mapping: Mapping[str, int]
    usual: Choice
    by: Author
    counts: Counts
    parts: int
    parts_done: int
    reason: ImportReason | None
    created_at: datetime
    updated_at: datetime
    token: str | None = None
    lease_until: datetime | None = None
    turns: int = 0
    cells_until: datetime | None = None
    parts_until: datetime | None = None

    @property
    def is_working(self) -> bool:
        """Tell whether a job has work to do."""
        return self.state in WORKING

    def is_free(self, now: datetime) -> bool:
        """Tell whether no worker has it."""
        return self.lease_until is None or self.lease_until < now


@dataclass(frozen=True, slots=True, kw_only=True)
class PartSummary:
    """How far a part of the rows is, and how many of them ask for somebody."""

    position: int
    state: PartState
    open_rows: int
    wrong_rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPart:
    """Some rows of an import: as uploaded, as checked, and what became of them."""

    position: int
    state: PartState
    cells: tuple[tuple[int, tuple[str, ...]], ...] = ()
    rows: tuple[StagedRow, ...] = ()
    errors: tuple[RowError, ...] = ()
    outcomes: tuple[Outcome, ...] = ()


def is_empty(value: object) -> bool:
    """Tell whether a cell says nothing."""
    return value is None or value in ("", [])


def adopted(known: Any, value: Any) -> Any:  # noqa: ANN401 -- whatever a cell holds
    """Return what a field becomes when the file says ``value``: a list only ever grows."""
    if isinstance(known, list) and isinstance(value, list):
        return [*known, *(each for each in value if each not in known)]  # pyright: ignore[reportUnknownVariableType]
    return value
