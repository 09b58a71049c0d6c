"""How an action comes back: a rule as calendars write it (RFC 5545), and what snoozing does.

The only module that uses dateutil, which has no types.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any, cast

from dateutil.rrule import rrulestr  # pyright: ignore[reportUnknownVariableType]

_MONTH_ALWAYS_HAS = 28
_DAYS_LATER = {"week": 7, "fortnight": 14}


class Every(StrEnum):
    """How often an action comes back."""

    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class Delay(StrEnum):
    """How long an action is put off."""

    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"


_FREQUENCY = {
    Every.WEEK: "FREQ=WEEKLY",
    Every.FORTNIGHT: "FREQ=WEEKLY;INTERVAL=2",
    Every.MONTH: "FREQ=MONTHLY",
    Every.QUARTER: "FREQ=MONTHLY;INTERVAL=3",
    Every.YEAR: "FREQ=YEARLY",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """A rule in the words of a form; ``until`` is the last day on which it may be due."""

    every: Every
    until: date | None = None

    @classmethod
    def of(cls, rule: str) -> "Repeat | None":
        """Return what a rule of ours says, None for no rule."""
        parts = dict(part.split("=", 1) for part in rule.split(";") if part)
        named = ";".join(f"{name}={parts[name]}" for name in ("FREQ", "INTERVAL") if name in parts)
        every = next((each for each, text in _FREQUENCY.items() if text == named), None)
        if every is None:
            return None
        until = parts.get("UNTIL")
        return cls(every=every, until=date.fromisoformat(until) if until else None)

    def rule(self, due_on: date) -> str:
        """Return the text that is stored, for something first due on ``due_on``.

        The 31st comes back on the last day of a shorter month, where a bare rule skips it.
        """
        parts = [_FREQUENCY[self.every]]
        if due_on.day > _MONTH_ALWAYS_HAS and self.every not in {Every.WEEK, Every.FORTNIGHT}:
            if self.every is Every.YEAR:
                parts.append(f"BYMONTH={due_on.month}")
            days = range(_MONTH_ALWAYS_HAS, due_on.day + 1)
            parts.append(f"BYMONTHDAY={','.join(map(str, days))};BYSETPOS=-1")
        if self.until:
            parts.append(f"UNTIL={self.until:%Y%m%d}")
        return ";".join(parts)


def next_due(rule: str, *, due_on: date, done_on: date) -> date | None:
    """Return when it is due again: the first turn after it was due and done; None at the end.

    What was weeks late comes back once, and not once for each week that was missed.
    """
    turns = cast("Any", rrulestr(rule, dtstart=datetime.combine(due_on, time())))
    after = datetime.combine(max(due_on, done_on), time())
    found = cast("datetime | None", turns.after(after))
    return found.date() if found else None


def put_off(due_on: date, delay: Delay, *, today: date) -> date:
    """Return the new day: counted from today when it is late, else from its own day."""
    start = max(due_on, today)
    if delay is not Delay.MONTH:
        return start + timedelta(days=_DAYS_LATER[delay])
    year, month = start.year + start.month // 12, start.month % 12 + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))
