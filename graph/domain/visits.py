"""Visits: an admin reads a network for some hours, after telling its regisseurs why."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from graph.domain.networks import MemberNetwork

LASTS = timedelta(hours=4)
"""A visit ends by itself after this."""

REASON_LENGTH = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A visit as the regisseurs see it; ``ended_at`` is set when it was ended sooner."""

    id: str
    by_name: str
    reason: str
    created_at: datetime
    ends_at: datetime
    ended_at: datetime | None

    def is_open(self, now: datetime) -> bool:
        """Return whether the admin may still read."""
        return self.ended_at is None and now < self.ends_at


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenVisit:
    """A visit that lasts, with the network as the admin enters it: to read, and no more."""

    id: str
    network: MemberNetwork
    reason: str
    ends_at: datetime
