"""Visits of admins in the graph, with a line in the log of the network that is read."""

from datetime import datetime

from graph.database import Graph, Runner
from graph.domain.changes import Author
from graph.domain.networks import MemberNetwork
from graph.domain.visits import LASTS, OpenVisit, Visit
from graph.domain.words import NetworkKind, Role
from graph.errors import NotFoundError
from graph.queries import load_query
from graph.repositories import changes

_FIND = load_query("visits/find")
_CREATE = load_query("visits/create")
_LIST = load_query("visits/list")
_END = load_query("visits/end")

_KIND = "Visit"


def find(graph: Runner, *, user_id: str, slug: str, now: datetime) -> OpenVisit | None:
    """Return the visit that lets an admin read the network at this address now, or None."""
    rows = graph.read(_FIND, user_id=user_id, slug=slug, now=now)
    if not rows:
        return None
    row = rows[0]
    return OpenVisit(
        id=row["id"],
        network=MemberNetwork(
            id=row["network_id"],
            slug=row["slug"],
            name=row["network_name"],
            kind=NetworkKind(row["kind"]),
            note=row["note"],
            role=Role.READER,
            my_open_actions=0,
        ),
        reason=row["reason"],
        ends_at=row["ends_at"],
    )


def start(
    graph: Graph, *, network_id: str, visit_id: str, reason: str, by: Author, now: datetime
) -> None:
    """Let an admin read a network for four hours, for this reason. Raises NotFoundError."""

    def work(tx: Runner) -> None:
        ends_at = now + LASTS
        if not tx.write(
            _CREATE,
            network_id=network_id,
            id=visit_id,
            user_id=by.id,
            by_name=by.name,
            reason=reason,
            ends_at=ends_at,
            now=now,
        ):
            raise NotFoundError(f"network {network_id}")
        _record(tx, network_id, visit_id, "added", by=by, now=now, reason=reason)

    graph.transact(work)


def end(graph: Graph, *, network_id: str, by: Author, now: datetime) -> None:
    """End the visits of an admin to a network; without one nothing happens."""

    def work(tx: Runner) -> None:
        for row in tx.write(_END, network_id=network_id, user_id=by.id, now=now):
            _record(tx, network_id, row["id"], "ended", by=by, now=now)

    graph.transact(work)


def list_recent(graph: Runner, *, network_id: str, limit: int = 50) -> list[Visit]:
    """Which admins read this network and why, the newest first."""
    return [Visit(**row) for row in graph.read(_LIST, network_id=network_id, limit=limit)]


def _record(
    tx: Runner,
    network_id: str,
    visit_id: str,
    verb: str,
    *,
    by: Author,
    now: datetime,
    reason: str | None = None,
) -> None:
    changes.record(
        tx,
        network_id=network_id,
        verb=verb,
        kind=_KIND,
        subject_id=visit_id,
        subject_name=by.name,
        by=by,
        now=now,
        after={"reason": reason} if reason else {},
    )
