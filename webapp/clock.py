"""The one place where the web asks what time it is."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import cast

from flask import current_app

from graph.domain.calendar import local_day

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """Return the time of this machine, in UTC."""
    return datetime.now(UTC)


def now() -> datetime:
    """Return the time by the clock of the app, in UTC."""
    return cast("Clock", current_app.extensions["clock"])()


def today() -> date:
    """Return the day by the clock of the app, where the regisseurs are."""
    return local_day(now())
