"""People who sign in: the regisseur's own side; partners get no account."""

from dataclasses import dataclass

from graph.domain.words import NetworkKind, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """A network that a user may enter, and what they may do there."""

    network_id: str
    slug: str
    name: str
    kind: NetworkKind
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class User:
    """An account that is not disabled. ``session_epoch`` rises when all sessions must end."""

    id: str
    email: str
    name: str
    is_admin: bool
    is_demo: bool
    session_epoch: int
    memberships: tuple[Membership, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Credentials:
    """What is needed to check a password; ``session_epoch`` as in ``User``."""

    user_id: str
    password_hash: str
    session_epoch: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A user as a line in the list of the instance's admin."""

    id: str
    email: str
    name: str
    is_admin: bool
    is_demo: bool
    disabled: bool
    networks: tuple[str, ...]
