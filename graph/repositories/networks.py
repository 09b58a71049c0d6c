"""Networks in the graph."""

from collections.abc import Sequence
from datetime import datetime

from graph.database import Graph, Row, Runner
from graph.domain.batches import BATCH
from graph.domain.changes import INSTALLATION, Author
from graph.domain.folding import person_sort_name, sort_name
from graph.domain.networks import (
    REST,
    Member,
    Network,
    NetworkSize,
    NetworkSummary,
)
from graph.domain.words import NetworkKind, Role
from graph.errors import NotFoundError
from graph.identity import new_id
from graph.queries import load_query
from graph.repositories import changes

_CREATE = load_query("networks/create")
_LIST_FOR_USER = load_query("networks/list_for_user")
_COUNT = load_query("networks/count")
_LIST = load_query("networks/list")
_LIST_MEMBERS = load_query("networks/list_members")
_GET = load_query("networks/get")
_SET_ARCHIVED = load_query("networks/set_archived")
_START_REMOVAL = load_query("networks/start_removal")
_LIST_REMOVING = load_query("networks/list_removing")
_REMOVE_PLACES = load_query("networks/remove_places")
_REMOVE_BATCH = load_query("networks/remove_batch")
_REMOVE = load_query("networks/remove")

COVER = load_query("networks/cover")
"""Puts neighbourhoods in the graph, covered by a network; the starter content does so in bulk."""

_BATCH_SECONDS = 60
_KIND = "Network"


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


def get(graph: Runner, *, network_id: str) -> Network:
    """One network, in use or in the archive. Raises NotFoundError."""
    rows = graph.read(_GET, id=network_id)
    if not rows:
        raise NotFoundError(f"network {network_id}")
    return _network(rows[0])


def list_all(graph: Graph, *, archived: bool = False, limit: int = 500) -> list[Network]:
    """All networks of this installation by name, with those in the archive if asked."""
    found = [_network(row) for row in graph.read(_LIST, archived=archived, limit=limit)]
    return sorted(found, key=lambda each: sort_name(each.name))


def found_network(
    graph: Graph,
    *,
    network_id: str,
    slug: str,
    name: str,
    places: Sequence[str],
    by: Author,
    now: datetime,
) -> None:
    """Make a network of our own that covers these neighbourhoods, with a line in the log.

    Raises AlreadyExistsError when another network has this ``slug``.
    """

    def work(tx: Runner) -> None:
        own = NetworkKind.OWN
        tx.write(_CREATE, id=network_id, slug=slug, name=name, kind=own, note="", now=now)
        rows = [
            {"id": f"{network_id}:{sort_name(each)}", "name": each, "sort_name": sort_name(each)}
            for each in places
        ]
        tx.write(COVER, network_id=network_id, rows=rows, now=now)
        _record(tx, network_id, name, "added", by=by, now=now)

    graph.transact(work)


def set_archived(
    graph: Graph, *, network_id: str, archived: bool, by: Author, now: datetime
) -> None:
    """Close a network for its members, or open it again.

    Raises NotFoundError, also for a network that is being removed.
    """

    def work(tx: Runner) -> None:
        archived_at = now if archived else None
        rows = tx.write(
            _SET_ARCHIVED, id=network_id, archived_at=archived_at, token=new_id(), now=now
        )
        if not rows:
            raise NotFoundError(f"network {network_id}")
        if rows[0]["changed"]:
            verb = "archived" if archived else "restored"
            _record(tx, network_id, rows[0]["name"], verb, by=by, now=now)

    graph.transact(work)


def start_removal(graph: Graph, *, network_id: str, by: Author, now: datetime) -> None:
    """Begin to remove a network for good: from here on there is no way back.

    Raises NotFoundError unless it stood in the archive long enough.
    """

    def work(tx: Runner) -> None:
        rows = tx.write(
            _START_REMOVAL, id=network_id, archived_before=now - REST, token=new_id(), now=now
        )
        if not rows:
            raise NotFoundError(f"network {network_id} in the archive since {REST.days} days")
        _record(tx, network_id, rows[0]["name"], "removed", by=by, now=now)

    graph.transact(work)


def list_removing(graph: Graph, *, limit: int = 100) -> list[str]:
    """Return the ids of networks of which a part may still have to be removed."""
    return [row["id"] for row in graph.read(_LIST_REMOVING, limit=limit)]


def list_members(graph: Graph, *, network_id: str) -> list[Member]:
    """Who may enter a network, by last name."""
    rows = graph.read(_LIST_MEMBERS, network_id=network_id)
    found = [Member(**row | {"role": Role(row["role"])}) for row in rows]
    return sorted(found, key=lambda each: person_sort_name(each.name))


def remove(graph: Graph, *, network_id: str) -> None:
    """Remove a network with all that stands in it, in batches; safe to repeat.

    Raises NotFoundError unless it is fictitious or its removal was started.
    """
    while _remove_batch(graph, network_id):
        pass
    graph.write(_REMOVE_PLACES, network_id=network_id)
    [row] = graph.write(_REMOVE, network_id=network_id)
    if not row["removed"]:
        raise NotFoundError(f"network {network_id} that may be removed")


def _remove_batch(graph: Graph, network_id: str) -> int:
    [row] = graph.transact(
        lambda tx: tx.write(_REMOVE_BATCH, network_id=network_id, limit=BATCH),
        timeout=_BATCH_SECONDS,
    )
    return int(row["removed"])


def _record(
    tx: Runner, network_id: str, name: str, verb: str, *, by: Author, now: datetime
) -> None:
    """Write it in the log of the installation, which stays when the network is gone."""
    changes.record(
        tx,
        network_id=INSTALLATION,
        verb=verb,
        kind=_KIND,
        subject_id=network_id,
        subject_name=name,
        by=by,
        now=now,
    )


def _network(row: Row) -> Network:
    fields: Row = row | {"kind": NetworkKind(row["kind"])}
    return Network(**fields)


def _summary(row: Row) -> NetworkSummary:
    counts = NetworkSize(
        partners=row.pop("partners"), active_collaborations=row.pop("active_collaborations")
    )
    return NetworkSummary(**row | _words(row), size=counts)


def _words(row: Row) -> Row:
    return {"kind": NetworkKind(row["kind"]), "role": Role(row["role"])}
