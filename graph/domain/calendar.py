"""Days as people in the Netherlands count them."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

TIMEZONE = "Europe/Amsterdam"


def local_day(moment: datetime) -> date:
    """Return the day that ``moment`` (aware) falls on in the Netherlands."""
    return moment.astimezone(ZoneInfo(TIMEZONE)).date()


def end_of_day(day: date) -> datetime:
    """Return the moment at which ``day`` is over in the Netherlands."""
    return datetime.combine(day + timedelta(days=1), time(), tzinfo=ZoneInfo(TIMEZONE))


def iso_week(day: date) -> str:
    """Return the ISO week of ``day``, such as ``2026-W53``."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"
