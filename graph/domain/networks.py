"""A network: one workspace, and the boundary of every query and right."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from graph.domain.words import NetworkKind, Role

REST = timedelta(days=30)
"""How long a network stays in the archive before it can be removed for good."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """One network. In the archive it is closed for its members, and can be removed in time."""

    id: str
    slug: str
    name: str
    kind: NetworkKind
    note: str = ""
    archived_at: datetime | None = None
    removing_since: datetime | None = None

    @property
    def removable(self) -> bool:
        """Return whether one click may remove it with all that stands in it: it is made up."""
        return self.kind is NetworkKind.FICTITIOUS

    @property
    def removable_from(self) -> datetime | None:
        """Return from when it can be removed for good; None while it is in use."""
        return self.archived_at + REST if self.archived_at else None

    def may_be_removed(self, now: datetime) -> bool:
        """Return whether it stood in the archive long enough, and is not being removed yet."""
        start = self.removable_from
        return start is not None and start <= now and self.removing_since is None


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberNetwork(Network):
    """A network as one member enters it: their role, and what they have to do there."""

    role: Role
    my_open_actions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkSize:
    """How much stands in a network, without what is archived."""

    partners: int
    active_collaborations: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkSummary(MemberNetwork):
    """A network as a line in the list of those that a member may enter."""

    size: NetworkSize


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Somebody who may enter a network."""

    user_id: str
    name: str
    email: str
    role: Role
