"""What runs by the clock: the whole table on one page. Times are those of Europe/Amsterdam."""

from dataclasses import dataclass
from datetime import timedelta

JOB_MODULES: tuple[str, ...] = ()
"""The modules that declare jobs, for the worker to load."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Every:
    """Again and again, with this much time between two starts."""

    interval: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class At:
    """At a time of day; on one day of the week (``mon`` ... ``sun``), or on every day."""

    hour: int
    minute: int
    day: str = "*"


SCHEDULE: dict[str, Every | At] = {
    "tasks.worker.sign_of_life": Every(interval=timedelta(seconds=15)),
}
"""Job by dotted name, and when it starts. A job takes no arguments here and may start twice."""
