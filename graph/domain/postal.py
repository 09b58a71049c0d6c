"""When mail leaves: at 08:30 on a working day, never in the evening, the weekend or on a holiday.

A digest or summary belongs to a period, and its key names the first day of it. It is due on one
day of that period, or on the next working day, and stays due until the next one is: so nobody
misses one when the installation was away on the day itself.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from hashlib import sha256
from zoneinfo import ZoneInfo

from graph.domain.calendar import TIMEZONE, is_working_day, local_moment, next_working_day

_OPENS, _LEAVES, _CLOSES = time(8), time(8, 30), time(18)
_SPREAD_SECONDS = 60
_DAY = timedelta(days=1)


class Frequency(StrEnum):
    """How often somebody wants a digest."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"
    OFF = "off"


def mail_day(now: datetime) -> date | None:
    """Return the day if mail may leave now: on working days from 08:00 to 18:00."""
    local = now.astimezone(ZoneInfo(TIMEZONE))
    is_open = is_working_day(local.date()) and _OPENS <= local.time() < _CLOSES
    return local.date() if is_open else None


def next_opening(now: datetime) -> datetime:
    """Return ``now`` when mail may leave, else 08:30 on the first day that it may."""
    if mail_day(now):
        return now
    local = now.astimezone(ZoneInfo(TIMEZONE))
    is_over = local.time() >= _CLOSES
    return local_moment(next_working_day(local.date() + _DAY * is_over), _LEAVES)


def leaves_at(day: date, user_id: str) -> datetime:
    """Return when the mail of ``day`` leaves: 08:30, spread over a minute by who it is to."""
    seconds = int.from_bytes(sha256(user_id.encode()).digest()[:4]) % _SPREAD_SECONDS
    return local_moment(day, _LEAVES) + timedelta(seconds=seconds)


def monday_of(day: date) -> date:
    """Return the first day of the week of ``day``."""
    return day - timedelta(days=day.weekday())


def first_of_month(day: date) -> date:
    """Return the first day of the month of ``day``."""
    return day.replace(day=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """The period that a mail is about, and the day on which it may leave."""

    first_day: date
    day: date


def digest_due(
    frequency: Frequency, weekday: int, today: date, *, paused_until: date | None = None
) -> Due | None:
    """Return the newest digest that is due by ``today``; None when none is.

    ``weekday`` counts from Monday (0); of a month it is the first one. After a pause the digest
    comes on the first day that it may.
    """
    if frequency is Frequency.OFF:
        return None
    start_of = first_of_month if frequency is Frequency.MONTHLY else monday_of
    due = _newest(start_of, lambda first: _first(weekday, first), today)
    return _after_pause(due, paused_until, today)


def summary_due(today: date, *, paused_until: date | None = None) -> Due | None:
    """Return the newest monthly summary that is due by ``today``: on the first working day."""
    return _after_pause(_newest(first_of_month, lambda first: first, today), paused_until, today)


def _first(weekday: int, first_day: date) -> date:
    """Return the first such day of the week on or after ``first_day``."""
    return first_day + (weekday - first_day.weekday()) % 7 * _DAY


def _newest(
    start_of: Callable[[date], date], wanted_on: Callable[[date], date], today: date
) -> Due:
    """Go back through the periods: around holidays one may be due in the next."""
    first = start_of(today)
    while (day := next_working_day(wanted_on(first))) > today:
        first = start_of(first - _DAY)
    return Due(first_day=first, day=day)


def _after_pause(due: Due, paused_until: date | None, today: date) -> Due | None:
    day = next_working_day(max(due.day, paused_until or due.day))
    return replace(due, day=day) if day <= today else None
