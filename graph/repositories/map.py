"""The network as it is drawn, read from the graph in two queries whatever its size."""

from datetime import date, datetime

from graph.database import Graph, Row, Runner
from graph.domain.energy import contact_state
from graph.domain.folding import sort_name
from graph.domain.map import MapActor, MapCollaboration, NetworkMap, Point
from graph.domain.words import ActorKind, Form, Layer, Status
from graph.queries import load_query

_LIST_ACTORS = load_query("map/list_actors")
_LIST_COLLABORATIONS = load_query("map/list_collaborations")
_COUNT_CHANGES = load_query("map/count_changes")


def read(graph: Graph, *, network_id: str, today: date) -> NetworkMap:
    """Return what is not archived and not over, with who takes part on ``today``."""
    return graph.read_all(lambda tx: _read(tx, network_id, today))


def count_changes(graph: Graph, *, network_id: str, since: datetime) -> int:
    """Return how often people changed something since a moment."""
    [row] = graph.read(_COUNT_CHANGES, network_id=network_id, since=since)
    return int(row["changes"])


def _read(tx: Runner, network_id: str, today: date) -> NetworkMap:
    actors = tx.read(_LIST_ACTORS, network_id=network_id)
    collaborations = tx.read(_LIST_COLLABORATIONS, network_id=network_id, today=today)
    return NetworkMap(
        actors=tuple(_actor(row) for row in sorted(actors, key=_by_name)),
        collaborations=tuple(
            _collaboration(row, today) for row in sorted(collaborations, key=_by_name)
        ),
    )


def _by_name(row: Row) -> tuple[str, str]:
    # Sorted here: in the embedded engine ORDER BY doubles the time of a read of this size.
    return row["sort_name"], row["id"]


def _actor(row: Row) -> MapActor:
    places = sorted(row["places"], key=lambda place: sort_name(place["name"]))
    return MapActor(
        id=row["id"],
        name=row["name"],
        kind=ActorKind(row["kind"]),
        domain_id=row["domain_id"],
        neighbourhood_ids=tuple(place["id"] for place in places),
        neighbourhoods=tuple(place["name"] for place in places),
        is_person=row["is_person"],
        energy=row["energy"],
        active=row["active"],
        lively=row["lively"],
        partners=row["partners"],
        last_contact_on=row["last_contact_on"],
        at=_point(row),
        parent_id=row["parent_id"],
    )


def _collaboration(row: Row, today: date) -> MapCollaboration:
    known: list[date] = [on for on in (row["started_on"], row["last_contact_on"]) if on]
    return MapCollaboration(
        id=row["id"],
        name=row["name"],
        form=Form(row["form"]),
        layer=Layer(row["layer"]),
        status=Status(row["status"]),
        partner_ids=tuple(sorted(set(row["partner_ids"]))),
        energy=row["energy"],
        contact=contact_state(max(known, default=None), row["rhythm_days"], today),
        last_contact_on=row["last_contact_on"],
        at=_point(row),
    )


def _point(row: Row) -> Point | None:
    if row["x"] is None or row["y"] is None:
        return None
    return Point(x=row["x"], y=row["y"])
