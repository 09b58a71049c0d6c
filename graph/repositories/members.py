"""Members of a network in the graph. Each change of rights is a line in the log of the network."""

from datetime import datetime
from typing import Any

from graph.database import Graph, Row, Runner
from graph.domain.changes import Author
from graph.domain.folding import person_sort_name
from graph.domain.members import Membership, Standing
from graph.domain.words import Role
from graph.errors import LastOneError, NotFoundError
from graph.identity import new_id
from graph.queries import load_query
from graph.repositories import changes, users

_LIST = load_query("members/list")
_LOCK = load_query("members/lock")
_JOIN = load_query("members/join")
_SET_ROLE = load_query("members/set_role")
_REMOVE = load_query("members/remove")

_KIND = "User"


def list_all(graph: Runner, *, network_id: str, limit: int = 500) -> list[Membership]:
    """Everybody who is a member, also whose account is closed, by last name."""
    rows = graph.read(_LIST, network_id=network_id, limit=limit)
    return sorted(map(_membership, rows), key=lambda each: person_sort_name(each.name))


def add(
    graph: Graph, *, network_id: str, user_id: str, role: Role, by: Author, now: datetime
) -> None:
    """Let an account that is there into a network. Raises NotFoundError."""
    graph.transact(
        lambda tx: join(tx, network_id=network_id, user_id=user_id, role=role, by=by, now=now)
    )


def join(
    tx: Runner, *, network_id: str, user_id: str, role: Role, by: Author, now: datetime
) -> None:
    """Let a user into a network; a member keeps the role they have. Raises NotFoundError."""
    key = {"network_id": network_id, "user_id": user_id}
    rows = tx.write(_JOIN, **key, role=role, token=new_id(), now=now)
    if not rows:
        raise NotFoundError(f"user {user_id} or network {network_id}")
    if rows[0]["joined"]:
        _record(
            tx,
            network_id=network_id,
            verb="added",
            subject_id=user_id,
            subject_name=rows[0]["name"],
            by=by,
            now=now,
            after={"role": role},
        )


def set_role(
    graph: Graph, *, network_id: str, user_id: str, role: Role, by: Author, now: datetime
) -> None:
    """Give a member another role, which ends their sessions.

    Raises NotFoundError, and LastOneError when the network would be without a regisseur.
    """

    def work(tx: Runner) -> None:
        was = _lock(tx, network_id, user_id)
        if was.role is role:
            return
        if was.is_needed(role):
            raise LastOneError(f"regisseur of network {network_id}")
        tx.write(_SET_ROLE, network_id=network_id, user_id=user_id, role=role)
        users.end_sessions(tx, user_id=user_id, now=now)
        _record(
            tx,
            network_id=network_id,
            verb="edited",
            subject_id=user_id,
            subject_name=was.name,
            by=by,
            now=now,
            before={"role": was.role},
            after={"role": role},
        )

    graph.transact(work)


def remove(graph: Graph, *, network_id: str, user_id: str, by: Author, now: datetime) -> None:
    """Let somebody be a member no longer; what they own stays theirs, until it is handed over.

    Whom somebody else removes is signed out. Raises NotFoundError, and LastOneError when the
    network would be without a regisseur.
    """

    def work(tx: Runner) -> None:
        was = _lock(tx, network_id, user_id)
        if was.is_needed(None):
            raise LastOneError(f"regisseur of network {network_id}")
        tx.write(_REMOVE, network_id=network_id, user_id=user_id)
        leaves = by.id == user_id
        if not leaves:
            users.end_sessions(tx, user_id=user_id, now=now)
        _record(
            tx,
            network_id=network_id,
            verb="left" if leaves else "removed",
            subject_id=user_id,
            subject_name=was.name,
            by=by,
            now=now,
            before={"role": was.role},
            after={"role": None},
        )

    graph.transact(work)


def _lock(tx: Runner, network_id: str, user_id: str) -> Standing:
    key = {"network_id": network_id, "user_id": user_id}
    rows = tx.write(_LOCK, **key, token=new_id())
    if not rows:
        raise NotFoundError(f"user {user_id} in network {network_id}")
    fields: Row = rows[0] | {"role": Role(rows[0]["role"])}
    return Standing(**fields)


def _membership(row: Row) -> Membership:
    fields: Row = row | {"role": Role(row["role"])}
    return Membership(**fields)


def _record(tx: Runner, **line: Any) -> None:  # noqa: ANN401 -- as changes.record
    changes.record(tx, kind=_KIND, **line)
