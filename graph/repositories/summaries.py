"""What the monthly summary of a network reads: the same few queries, whatever its size."""

from datetime import date

from graph.database import Graph
from graph.domain.cold_ties import cold_ties
from graph.domain.reminders import of_endings
from graph.domain.summaries import LOOKS_BACK, SummaryFacts
from graph.repositories import dashboard, snapshots
from graph.repositories.cold_ties import with_facts
from graph.repositories.reminders import list_endings


def gather(graph: Graph, *, network_id: str, today: date) -> SummaryFacts:
    """Read how a network stands, and how it stood a month ago."""
    network_map, facts = with_facts(graph, network_id=network_id, today=today)
    newest = snapshots.list_newest(graph, network_id=network_id, until=today, limit=1)
    earlier = snapshots.list_newest(
        graph, network_id=network_id, until=today - LOOKS_BACK, limit=1
    )
    endings = of_endings(list_endings(graph, network_id=network_id, today=today), today)
    return SummaryFacts(
        overview=dashboard.read(graph, network_id=network_id, today=today).overview,
        map=network_map,
        cold=cold_ties(network_map, facts, since=None, today=today),
        endings=[each for each in endings if each.day <= today],
        shape=newest[0].measures if newest else None,
        before=earlier[0].measures if earlier else None,
        before_on=earlier[0].on if earlier else None,
    )
