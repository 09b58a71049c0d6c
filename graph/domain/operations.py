"""An operation ("bewerking"): one act of a person that touches many things, undone as one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from graph.domain.words import OperationKind

UNDO_DAYS = 30
"""For how many days an operation can be undone, and the bin shows what was archived."""


class UndoProblem(StrEnum):
    """Why an operation cannot be undone."""

    UNDONE = "undone"
    TOO_LATE = "too_late"
    EDITED = "edited"


class UndoRefusedError(ValueError):
    """An operation was undone already, its days are over, or it was built on since."""

    def __init__(self, problem: UndoProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One act with many changes. ``detail`` is what its own kind wants to remember."""

    id: str
    kind: OperationKind
    title: str
    at: datetime
    by_id: str
    by_name: str
    undo_until: date
    undone_at: datetime | None
    undone_by_name: str | None
    detail: Mapping[str, Any]
    changes: int = 0

    def undo_problem(self, today: date) -> UndoProblem | None:
        """Return why it cannot be undone on ``today``; None when it can."""
        return undo_problem(self.undone_at, self.undo_until, today)


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """What an undo did: to how many things, and the names of those edited since, left as is."""

    count: int
    left: tuple[str, ...] = ()


def undo_problem(undone_at: datetime | None, undo_until: date, today: date) -> UndoProblem | None:
    """Return why something cannot be undone on ``today``; None when it can."""
    if undone_at:
        return UndoProblem.UNDONE
    return UndoProblem.TOO_LATE if today > undo_until else None


def last_day_to_undo(today: date) -> date:
    """Return until which day what is done ``today`` can be undone."""
    return today + timedelta(days=UNDO_DAYS)
