"""The network with a place for everything; what is new gets one, and keeps it."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from graph.analysis.placing import with_places
from graph.database import Graph
from graph.domain.batches import batches
from graph.domain.map import MapActor, MapCollaboration, NetworkMap
from graph.queries import load_query
from graph.repositories.map import read as read_map

_SAVE_ACTORS = load_query("layout/save_actors")
_SAVE_COLLABORATIONS = load_query("layout/save_collaborations")


def read(graph: Graph, *, network_id: str, today: date) -> NetworkMap:
    """Return the network as it is drawn.

    Two who read at once give new things the same place, or the first one counts: a place that is
    kept is never overwritten, so this may run at any time and as often as wanted.
    """
    stored = read_map(graph, network_id=network_id, today=today)
    placed = with_places(stored)
    alone = {actor.id for actor in placed.isolated}
    actors = [each for each in placed.actors if each.id not in alone]
    for query, rows in (
        (_SAVE_ACTORS, _new(stored.actors, actors)),
        (_SAVE_COLLABORATIONS, _new(stored.collaborations, placed.collaborations)),
    ):
        for batch in batches(list(rows)):
            graph.write(query, network_id=network_id, rows=batch)
    return placed


def _new(
    stored: Iterable[MapActor | MapCollaboration], placed: Iterable[MapActor | MapCollaboration]
) -> Iterator[dict[str, Any]]:
    known = {each.id for each in stored if each.at}
    return (
        {"id": each.id, "x": each.at.x, "y": each.at.y}
        for each in placed
        if each.at and each.id not in known
    )
