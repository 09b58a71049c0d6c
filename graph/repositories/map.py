"""The network as it is drawn, read from the graph in two queries whatever its size."""

from collections.abc import Collection
from dataclasses import asdict
from datetime import date, datetime

from graph.database import Graph, Row, Runner
from graph.domain.actors import Neighbour
from graph.domain.energy import contact_state
from graph.domain.folding import sort_name
from graph.domain.map import (
    MapActor,
    MapCollaboration,
    MapFacets,
    NetworkMap,
    Passing,
    Point,
)
from graph.domain.map_paths import PathFunction
from graph.domain.words import ActorKind, Form, Layer, Status
from graph.queries import load_query

_LIST_ACTORS = load_query("map/list_actors")
_LIST_COLLABORATIONS = load_query("map/list_collaborations")
_COUNT_CHANGES = load_query("map/count_changes")
_LIST_PASSING = load_query("map/list_passing_collaborations")
_LIST_REACHING = load_query("map/list_reaching")
_LIST_FUNDERS = load_query("map/list_funders")
_LIST_FUNCTIONS = load_query("map/list_functions")


def read(graph: Graph, *, network_id: str, today: date) -> NetworkMap:
    """Return what is not archived and not over, with who takes part on ``today``."""
    return graph.read_all(lambda tx: _read(tx, network_id, today))


def count_changes(graph: Graph, *, network_id: str, since: datetime) -> int:
    """Return how often people changed something since a moment."""
    [row] = graph.read(_COUNT_CHANGES, network_id=network_id, since=since)
    return int(row["changes"])


def find_passing(graph: Runner, *, network_id: str, facets: MapFacets) -> Passing:
    """Return what answers to all facets; a partner also by the life stage that it reaches.

    Who pays for a collaboration passes with it.
    """
    rows = graph.read(_LIST_PASSING, network_id=network_id, **asdict(facets))
    actors = {facets.funder} if facets.funder else set[str]()
    if facets == MapFacets(life_stage=facets.life_stage):
        reaching = graph.read(_LIST_REACHING, network_id=network_id, life_stage=facets.life_stage)
        actors |= {row["id"] for row in reaching}
    return Passing(
        collaboration_ids=frozenset(row["id"] for row in rows), actor_ids=frozenset(actors)
    )


def funders(graph: Runner, *, network_id: str) -> list[Neighbour]:
    """Return the partners that pay for something, by name."""
    rows = graph.read(_LIST_FUNDERS, network_id=network_id)
    return [Neighbour(id=row["id"], name=row["name"]) for row in rows]


def functions(
    graph: Runner,
    *,
    network_id: str,
    actor_ids: Collection[str],
    collaboration_ids: Collection[str],
) -> list[PathFunction]:
    """Return the positions at some partners, with what each carries of some collaborations."""
    rows = graph.read(
        _LIST_FUNCTIONS,
        network_id=network_id,
        actor_ids=sorted(actor_ids),
        collaboration_ids=sorted(collaboration_ids),
    )
    return [
        PathFunction(
            id=row["id"],
            name=row["name"],
            actor_id=row["actor_id"],
            carries=frozenset(row["carries"]),
        )
        for row in rows
    ]


def _read(tx: Runner, network_id: str, today: date) -> NetworkMap:
    actors = tx.read(_LIST_ACTORS, network_id=network_id)
    collaborations = tx.read(_LIST_COLLABORATIONS, network_id=network_id, today=today)
    return NetworkMap(
        actors=tuple(actor_of(row) for row in sorted(actors, key=by_name)),
        collaborations=tuple(
            _collaboration(row, today) for row in sorted(collaborations, key=by_name)
        ),
    )


def by_name(row: Row) -> tuple[str, str]:
    """Return what a list of the map is sorted by, in Dutch order."""
    # Sorted here: in the embedded engine ORDER BY doubles the time of a read of this size.
    return row["sort_name"], row["id"]


def actor_of(row: Row) -> MapActor:
    """Return the partner in a row with the columns of ``map/list_actors``."""
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
        at=point(row),
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
        at=point(row),
    )


def point(row: Row) -> Point | None:
    """Return where a row says that something stands; None without a place."""
    if row["x"] is None or row["y"] is None:
        return None
    return Point(x=row["x"], y=row["y"])
