"""How long records are kept ("bewaartermijnen"): a municipality decides, the night carries it out.

A record is *due* when its term is over, and *gone* thirty days later, so that everybody can see
what will go. A term that was decided today warns first as well, whatever is due by then.
Without a term nothing goes.
"""

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

WARNING = timedelta(days=30)
MOST_MONTHS = 600


class Kept(StrEnum):
    """The kinds of record that have a term of their own, and from which day it runs."""

    PEOPLE = "people"
    """Contact persons, from the last day of their last position, or from the archive.

    Who holds nothing at all: from the last edit.
    """
    MOMENTS = "moments"
    """Contact moments, from their day."""
    FOLLOWUPS = "followups"
    """Actions and agreements, from the day that they were done."""
    ARCHIVED = "archived"
    """What lies in the archive, with what hangs from it, from the day that it was put there."""
    CHANGES = "changes"
    """Lines in the log and the operations that they tell of, from their day."""
    MESSAGES = "messages"
    """Mails that were sent, skipped or refused, from that day."""


SHORTEST: Mapping[Kept, int] = MappingProxyType(
    # An undo looks back a month, a digest at the one before, a bounce at what was sent.
    {kind: 3 if kind in {Kept.CHANGES, Kept.MESSAGES} else 1 for kind in Kept}
)
"""The least months that the product itself needs."""

PROPOSED: Mapping[Kept, int] = MappingProxyType(
    {
        Kept.PEOPLE: 12,
        Kept.MOMENTS: 60,
        Kept.FOLLOWUPS: 24,
        Kept.ARCHIVED: 24,
        Kept.CHANGES: 60,
        Kept.MESSAGES: 12,
    }
)
"""What we propose, in months; it holds only when a municipality decides so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermFields:
    """What a municipality decides: months (None keeps for ever) and on which two grounds."""

    months: int | None
    privacy_ground: str = ""
    archive_ground: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """The term of one kind of record; ``decided_on`` is None where nobody decided yet."""

    kind: Kept
    version: int
    fields: TermFields
    decided_on: date | None = None

    def last_due(self, today: date) -> date | None:
        """Return the newest day from which a record is due by now; None when nothing is."""
        if self.fields.months is None or self.decided_on is None:
            return None
        return last_over(today, self.fields.months)

    def goes_on(self, since: date) -> date | None:
        """Return the day on which a record from ``since`` goes; None when it stays."""
        if self.fields.months is None or self.decided_on is None:
            return None
        return max(later(since, self.fields.months), self.decided_on) + WARNING


@dataclass(frozen=True, slots=True, kw_only=True)
class DueRecord:
    """A record whose term is over; ``label`` is that of its node."""

    id: str
    label: str
    name: str
    since: date
    goes_on: date


def later(day: date, months: int) -> date:
    """Return the day so many months later; the last of that month where it is too short."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def last_over(today: date, months: int) -> date:
    """Return the newest day of which so many months are over today."""
    day = later(today, -months)
    while later(day + timedelta(days=1), months) <= today:
        day += timedelta(days=1)
    return day
