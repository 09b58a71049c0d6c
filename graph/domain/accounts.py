"""Accounts, as the admin of the installation sees them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from graph.domain.words import Role


class AccountState(StrEnum):
    """What is special about an account."""

    ADMIN = "admin"
    INVITED = "invited"
    DISABLED = "disabled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A line in the list of accounts. ``invited`` until somebody chose a password."""

    id: str
    email: str
    name: str
    is_admin: bool
    is_demo: bool
    disabled: bool
    invited: bool
    networks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountPage:
    """Part of a list: ``items`` of the ``total`` accounts that fit the question."""

    items: tuple[Account, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A network that an account is a member of."""

    network_id: str
    name: str
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountDetails:
    """One account with its places, by the name of the network."""

    account: Account
    created_at: datetime
    places: tuple[Place, ...]
