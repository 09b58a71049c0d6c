"""What the page of measures shows, read in three queries whatever the size."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from flask import request

from graph.analysis.measures import ActorMeasures, communities, crossing_shares, measure
from graph.analysis.memberships import BothShapes, both_shapes
from graph.analysis.network import network_of
from graph.domain.folding import sort_name
from graph.domain.map import MapActor, NetworkMap
from graph.domain.thin import Thin, reasons
from graph.repositories import map as maps
from graph.repositories import measures as stored
from tasks.measuring import Line, lines
from webapp.clock import today
from webapp.context import current_graph, current_network
from webapp.paging import Paging, page_number

_PAGE_SIZE = 25
BY_NAME = "naam"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One partner with its place in the network; ``crossing`` is 0-1, None without a tie."""

    actor: MapActor
    measures: ActorMeasures
    crossing: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuresPage:
    """The measures of a network, and the place of a part of its partners.

    ``people`` counts the partners of one person: they are in no list and in no order.
    """

    thin: tuple[Thin, ...]
    lines: list[Line]
    shapes: BothShapes
    rows: list[Row]
    paging: Paging
    sort: str
    people: int


def read_page() -> MeasuresPage:
    """Measure the network of this request."""
    network_id, day = current_network().id, today()
    network_map = maps.read(current_graph(), network_id=network_id, today=day)
    basis = stored.basis(
        current_graph(), network_id=network_id, network_map=network_map, today=day
    )
    network = network_of(network_map)
    measured = measure(network)
    sort = asked if (asked := request.args.get("sortering", "")) in _BY else BY_NAME
    rows = _rows(network_map, measured.actors, sort)
    paging = Paging(total=len(rows), number=page_number(), size=_PAGE_SIZE)
    return MeasuresPage(
        thin=reasons(basis, day),
        lines=lines(measured, communities(network)),
        shapes=both_shapes(network_map),
        rows=rows[max(paging.first - 1, 0) : paging.last],
        paging=paging,
        sort=sort,
        people=len(network_map.actors) - len(rows),
    )


def _rows(network_map: NetworkMap, measured: Mapping[str, ActorMeasures], sort: str) -> list[Row]:
    """Return the partners in the asked order; what is unknown comes last."""
    domains = {actor.id: actor.domain_id for actor in network_map.actors if actor.domain_id}
    crossing = crossing_shares(network_of(network_map), domains)
    rows = [
        Row(actor=actor, measures=measured[actor.id], crossing=crossing[actor.id])
        for actor in network_map.actors
        if not actor.is_person
    ]

    def place(row: Row) -> tuple[bool, float, str]:
        value = _BY[sort](row)
        return value is None, -(value or 0), sort_name(row.actor.name)

    return sorted(rows, key=place)


_BY: dict[str, Callable[[Row], float | None]] = {
    BY_NAME: lambda _row: 0,
    "banden": lambda row: row.measures.degree,
    "tussen": lambda row: row.measures.betweenness,
    "nabij": lambda row: row.measures.closeness,
    "beperking": lambda row: row.measures.constraint,
    "kern": lambda row: row.measures.core,
    "domeinen": lambda row: row.crossing,
}
