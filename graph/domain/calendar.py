"""Days as people in the Netherlands count them."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

TIMEZONE = "Europe/Amsterdam"


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
