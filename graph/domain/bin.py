"""The bin: what was archived lately, to be restored with one click."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from graph.domain.operations import UNDO_DAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class Archived:
    """A thing in the bin. ``of`` is the id and name of what it is a part of, where it is one.

    ``kind`` is its label in the graph; ``by`` is empty when the log does not say who did it.
    """

    kind: str
    id: str
    name: str
    archived_at: datetime
    by: str
    of_id: str | None
    of_name: str | None


def first_day(today: date) -> date:
    """Return the first day of which the bin shows what was archived."""
    return today - timedelta(days=UNDO_DAYS)
