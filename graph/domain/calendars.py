"""What the calendar of a user shows: as little as mail does, since it leaves this house."""

from dataclasses import dataclass
from datetime import date, datetime

from graph.domain.words import FollowUpKind


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarAction:
    """An open action: its kind, what it is about and its day; no free text, no persons."""

    id: str
    version: int
    kind: FollowUpKind
    about: tuple[str, ...]
    due_on: date
    updated_at: datetime
    slug: str
    network_name: str
