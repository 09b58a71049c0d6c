"""Networks in the graph."""

from datetime import datetime

from graph.database import Graph, Row
from graph.domain.batches import BATCH
from graph.domain.folding import person_sort_name, sort_name
from graph.domain.networks import (
    Member,
    Network,
    NetworkSize,
    NetworkSummary,
)
from graph.domain.words import NetworkKind, Role
from graph.errors import NotFoundError
from graph.queries import load_query

_CREATE = load_query("networks/create")
_LIST_FOR_USER = load_query("networks/list_for_user")
_COUNT = load_query("networks/count")
_LIST = load_query("networks/list")
_LIST_MEMBERS = load_query("networks/list_members")
_REMOVE_BATCH = load_query("networks/remove_batch")
_REMOVE = load_query("networks/remove")

_BATCH_SECONDS = 60


def create(
    graph: Graph, *, id: str, slug: str, name: str, kind: NetworkKind, note: str, now: datetime
) -> None:
    """Make a network; again with the same id changes nothing.

    Raises AlreadyExistsError when another network has this ``slug``.
    """
    graph.write(_CREATE, id=id, slug=slug, name=name, kind=kind, note=note, now=now)


def size(graph: Graph, *, network_id: str) -> NetworkSize:
    """Count what stands in a network."""
    [row] = graph.read(_COUNT, network_id=network_id)
    return NetworkSize(**row)


def list_for_user(graph: Graph, *, user_id: str) -> list[NetworkSummary]:
    """Return the networks that a user may enter, by name."""
    found = [_summary(row) for row in graph.read(_LIST_FOR_USER, user_id=user_id)]
    return sorted(found, key=lambda each: sort_name(each.name))


def list_all(graph: Graph, *, limit: int = 500) -> list[Network]:
    """All networks of this installation, by name."""
    rows = graph.read(_LIST, limit=limit)
    found = [Network(**row | {"kind": NetworkKind(row["kind"])}) for row in rows]
    return sorted(found, key=lambda each: sort_name(each.name))


def list_members(graph: Graph, *, network_id: str) -> list[Member]:
    """Who may enter a network, by last name."""
    rows = graph.read(_LIST_MEMBERS, network_id=network_id)
    found = [Member(**row | {"role": Role(row["role"])}) for row in rows]
    return sorted(found, key=lambda each: person_sort_name(each.name))


def remove(graph: Graph, *, network_id: str) -> None:
    """Remove a fictitious network with all that stands in it, in batches; safe to repeat.

    Raises NotFoundError when there is no fictitious network with this id.
    """
    while _remove_batch(graph, network_id):
        pass
    [row] = graph.write(_REMOVE, network_id=network_id)
    if not row["removed"]:
        raise NotFoundError(f"fictitious network {network_id}")


def _remove_batch(graph: Graph, network_id: str) -> int:
    [row] = graph.transact(
        lambda tx: tx.write(_REMOVE_BATCH, network_id=network_id, limit=BATCH),
        timeout=_BATCH_SECONDS,
    )
    return int(row["removed"])


def _summary(row: Row) -> NetworkSummary:
    counts = NetworkSize(
        partners=row.pop("partners"), active_collaborations=row.pop("active_collaborations")
    )
    return NetworkSummary(**row | _words(row), size=counts)


def _words(row: Row) -> Row:
    return {"kind": NetworkKind(row["kind"]), "role": Role(row["role"])}
