"""What runs by the clock: the whole table on one page. Times are those of Europe/Amsterdam."""

from dataclasses import dataclass
from datetime import timedelta

JOB_MODULES: tuple[str, ...] = (
    "tasks.access",
    "tasks.messages",
    "tasks.bounces",
    "tasks.imports",
    "tasks.retention",
    "tasks.upkeep",
    "tasks.removals",
    "tasks.backups",
)
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
    "tasks.messages.sweep": Every(interval=timedelta(minutes=1)),
    "tasks.imports.sweep": Every(interval=timedelta(minutes=1)),
    # Looks at the clock itself: what was missed at 08:30 is made up for later that day, and a
    # digest until the next one is due.
    "tasks.messages.create_messages": Every(interval=timedelta(minutes=5)),
    "tasks.imports.forget": At(hour=3, minute=30),
    "tasks.access.forget_tokens": At(hour=3, minute=45),
    "tasks.bounces.read_bounces": Every(interval=timedelta(minutes=5)),
    "tasks.removals.sweep": Every(interval=timedelta(minutes=5)),
    # Before the energies, which may change by it.
    "tasks.retention.remove_due": At(hour=2, minute=30),
    "tasks.upkeep.refresh_energies": At(hour=4, minute=0),
    "tasks.upkeep.place_networks": At(hour=4, minute=30),
    "tasks.upkeep.take_snapshots": At(hour=5, minute=0, day="mon"),
    # Looks at the clock itself: from two o'clock on, or as soon as this computer is on again.
    "tasks.backups.keep_backup": Every(interval=timedelta(minutes=5)),
    # Finds nothing to do but after a Monday that was missed, a first start or an import.
    "tasks.upkeep.backfill_snapshots": Every(interval=timedelta(minutes=5)),
}
"""Job by dotted name, and when it starts. A job takes no arguments here and may start twice."""
