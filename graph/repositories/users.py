"""Accounts in the graph."""

from datetime import datetime

from graph.database import Graph, Row, Runner
from graph.domain.networks import MemberNetwork
from graph.domain.users import Credentials, User
from graph.domain.words import NetworkKind, Role
from graph.errors import NotFoundError
from graph.queries import load_query

_GET = load_query("users/get")
_FIND_BY_EMAIL = load_query("users/find_by_email")
_CREATE = load_query("users/create")
_SET_EMAIL = load_query("users/set_email")
_SET_PASSWORD = load_query("users/set_password")
_REPLACE_HASH = load_query("users/replace_hash")
_SET_MEMBERSHIP = load_query("users/set_membership")
_SET_SHORTCUTS = load_query("users/set_shortcuts")
_END_SESSIONS = load_query("users/end_sessions")


def get(graph: Graph, *, user_id: str) -> User:
    """Return the account with its networks. Raises NotFoundError, also when disabled."""
    rows = graph.read(_GET, id=user_id)
    if not rows:
        raise NotFoundError(f"user {user_id}")
    return User(
        id=rows[0]["id"],
        email=rows[0]["email"],
        name=rows[0]["name"],
        is_admin=rows[0]["is_admin"],
        is_demo=rows[0]["is_demo"],
        session_epoch=rows[0]["session_epoch"],
        mail_bounces=rows[0]["mail_bounces"],
        shortcuts=rows[0]["shortcuts"],
        memberships=tuple(_membership(row) for row in rows if row["network_id"]),
    )


def find_by_email(graph: Graph, *, email: str) -> Credentials | None:
    """Return what is needed to check a password, or None when nobody signs in with ``email``."""
    match graph.read(_FIND_BY_EMAIL, email=normal_email(email)):
        case [row]:
            return Credentials(**row)
        case _:
            return None


def create(
    graph: Graph,
    *,
    id: str,
    email: str,
    name: str,
    password_hash: str,
    is_admin: bool,
    is_demo: bool,
    now: datetime,
) -> None:
    """Make an account; again with the same id changes nothing.

    Raises AlreadyExistsError when another account has this ``email``.
    """
    graph.write(
        _CREATE,
        id=id,
        email=normal_email(email),
        name=name,
        password_hash=password_hash,
        is_admin=is_admin,
        is_demo=is_demo,
        now=now,
    )


def set_email(tx: Runner, *, user_id: str, email: str, now: datetime) -> None:
    """Give an account another address, to which mail may go again, and end its sessions.

    Raises NotFoundError, and AlreadyExistsError when another account has this ``email``.
    """
    if not tx.write(_SET_EMAIL, id=user_id, email=normal_email(email), now=now):
        raise NotFoundError(f"user {user_id}")


def set_password(tx: Runner, *, user_id: str, password_hash: str, now: datetime) -> None:
    """Give an account another password and end its sessions. Raises NotFoundError."""
    if not tx.write(_SET_PASSWORD, id=user_id, password_hash=password_hash, now=now):
        raise NotFoundError(f"user {user_id}")


def replace_hash(
    graph: Graph, *, user_id: str, old_hash: str, new_hash: str, now: datetime
) -> None:
    """Keep the same password under a stronger hash, unless it was changed meanwhile."""
    graph.write(_REPLACE_HASH, id=user_id, old_hash=old_hash, new_hash=new_hash, now=now)


def set_membership(
    graph: Graph, *, user_id: str, network_id: str, role: Role, now: datetime
) -> None:
    """Let a user into a network, or give them another role. Raises NotFoundError."""
    if not graph.write(
        _SET_MEMBERSHIP, user_id=user_id, network_id=network_id, role=role, now=now
    ):
        raise NotFoundError(f"user {user_id} or network {network_id}")


def end_sessions(tx: Runner, *, user_id: str, now: datetime) -> None:
    """End the sessions of an account everywhere. Raises NotFoundError."""
    if not tx.write(_END_SESSIONS, id=user_id, now=now):
        raise NotFoundError(f"user {user_id}")


def set_shortcuts(graph: Graph, *, user_id: str, wanted: bool, now: datetime) -> None:
    """Switch the keys that lead to the search field on or off. Raises NotFoundError."""
    if not graph.write(_SET_SHORTCUTS, id=user_id, shortcuts=wanted, now=now):
        raise NotFoundError(f"user {user_id}")


def normal_email(email: str) -> str:
    """Return an address as it is stored: people type capitals and spaces."""
    return email.strip().lower()


def _membership(row: Row) -> MemberNetwork:
    return MemberNetwork(
        id=row["network_id"],
        slug=row["slug"],
        name=row["network_name"],
        kind=NetworkKind(row["kind"]),
        note=row["note"],
        role=Role(row["role"]),
        my_open_actions=row["my_open_actions"],
    )
