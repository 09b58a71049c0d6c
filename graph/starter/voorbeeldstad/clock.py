"""Days and times of the made-up year, relative to the day it is loaded."""

import random
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from graph.domain.calendar import TIMEZONE

_LAST_WORKDAY = 4


def dice(purpose: str) -> random.Random:
    """Return chance with a fixed state of its own, so one part can change without the others."""
    return random.Random(f"Voorbeeldstad, {purpose}")  # noqa: S311 -- makes up a city, no secret  # nosec B311


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """The day and the time at which the city is loaded."""

    today: date
    now: datetime

    def day(self, ago: int) -> date:
        """Return the day ``ago`` days before today; later days are negative."""
        return self.today - timedelta(days=ago)

    def workday(self, ago: int) -> date:
        """Return that day, or the Friday before it."""
        day = self.day(ago)
        return day - timedelta(days=max(day.weekday() - _LAST_WORKDAY, 0))

    def at(self, day: date, hour: int, minute: int = 0) -> datetime:
        """Return a Dutch hour of a day as UTC, never in the future."""
        local = datetime.combine(day, time(hour, minute), ZoneInfo(TIMEZONE))
        return min(local.astimezone(UTC), self.now)
