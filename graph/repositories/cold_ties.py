"""The ties that cool, read in three statements whatever the size of the network."""

from datetime import date, datetime

from graph.database import Graph
from graph.domain.cold_ties import ColdTie, cold_ties
from graph.domain.energy import EnergyFacts
from graph.domain.map import NetworkMap
from graph.repositories import energy
from graph.repositories import map as maps


def read(
    graph: Graph, *, network_id: str, today: date, since: datetime | None = None
) -> list[ColdTie]:
    """Return the ties past their rhythm, first those of which most would be lost."""
    network_map, facts = with_facts(graph, network_id=network_id, today=today)
    return cold_ties(network_map, facts, since=since, today=today)


def with_facts(
    graph: Graph, *, network_id: str, today: date
) -> tuple[NetworkMap, dict[str, EnergyFacts]]:
    """Return a network as a map, with the facts of its cold ties by id."""
    network_map = maps.read(graph, network_id=network_id, today=today)
    facts = energy.facts(
        graph,
        network_id=network_id,
        collaboration_ids=[tie.id for tie in network_map.ties if tie.is_cold],
        today=today,
    )
    return network_map, facts
