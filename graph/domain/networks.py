"""A network: one workspace, and the boundary of every query and right."""

from dataclasses import dataclass

from graph.domain.words import NetworkKind, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """One network. Only a fictitious one can be removed as a whole."""

    id: str
    slug: str
    name: str
    kind: NetworkKind
    note: str = ""

    @property
    def removable(self) -> bool:
        """Return whether one click may remove it with all that stands in it."""
        return self.kind is NetworkKind.FICTITIOUS


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
