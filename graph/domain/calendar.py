"""Days as people in the Netherlands count them."""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import holidays

TIMEZONE = "Europe/Amsterdam"

_SATURDAY = 5


def local_day(moment: datetime) -> date:
    """Return the day that ``moment`` (aware) falls on in the Netherlands."""
    return moment.astimezone(ZoneInfo(TIMEZONE)).date()


def end_of_day(day: date) -> datetime:
    """Return the moment at which ``day`` is over in the Netherlands, in UTC."""
    return local_moment(day + timedelta(days=1), time())


def local_moment(day: date, at: time) -> datetime:
    """Return when it is ``at`` on ``day`` in the Netherlands, in UTC.

    Not in Dutch time: the driver of the graph crashes on a zone with daylight saving.
    """
    return datetime.combine(day, at, tzinfo=ZoneInfo(TIMEZONE)).astimezone(UTC)


def iso_week(day: date) -> str:
    """Return the ISO week of ``day``, such as ``2026-W53``."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def is_working_day(day: date) -> bool:
    """Return whether offices in the Netherlands are open: no weekend, no holiday."""
    return day.weekday() < _SATURDAY and day not in _holidays(day.year)


def next_working_day(day: date) -> date:
    """Return ``day`` itself when it is a working day, else the first one after it."""
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


@cache
def _holidays(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("NL", years=year))
