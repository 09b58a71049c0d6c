"""The jobs that keep what is stored true: energies and places each night, snapshots each week."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import structlog

from graph.database import Graph
from graph.domain.calendar import local_day
from graph.repositories import energy, layout, networks, snapshots
from tasks.worker import BULK, job, open_graph

# Half a year: a run stays within the time that a job has, and the next one goes on.
_MOST_BACKFILLED = 26

log = structlog.stdlib.get_logger(__name__)


@job(queue=BULK)
def refresh_energies() -> None:
    """Compute the energy of every collaboration anew, since it fades with the days.

    Twice is safe: on one day the outcome is the same.
    """
    graph, today = open_graph(), local_day(_now())
    _for_each_network(
        graph, lambda network_id: energy.refresh_all(graph, network_id=network_id, today=today)
    )


@job(queue=BULK)
def place_networks() -> None:
    """Give what is new in each network its place on the map, so that nobody waits for it.

    Twice is safe: what has a place keeps it.
    """
    graph, today = open_graph(), local_day(_now())
    _for_each_network(
        graph, lambda network_id: layout.read(graph, network_id=network_id, today=today)
    )


@job(queue=BULK)
def take_snapshots() -> None:
    """Have a snapshot taken of every network, spread over the workers that there are.

    Twice is safe: a network has one snapshot a week. What is not taken is missed, and made up for.
    """
    today = local_day(_now()).isoformat()
    for network in networks.list_all(open_graph()):
        take_snapshot.enqueue(network.id, today)


@job(queue=BULK)
def take_snapshot(network_id: str, on: str) -> None:
    """Keep the measures and energies of a network as known on a day (as ``2026-11-23``).

    Twice is safe: a network has one snapshot a week, and it is never rewritten.
    """
    snapshots.take(open_graph(), network_id=network_id, on=date.fromisoformat(on), now=_now())


@job(queue=BULK)
def backfill_snapshots() -> None:
    """Compute the snapshots of weeks that were missed, some at a time, and mark them as late.

    Twice is safe: a week that has a snapshot is no longer missed.
    """
    graph, now = open_graph(), _now()
    _for_each_network(
        graph,
        lambda network_id: snapshots.backfill(
            graph, network_id=network_id, now=now, most=_MOST_BACKFILLED
        ),
    )


def _for_each_network(graph: Graph, work: Callable[[str], object]) -> None:
    for network in networks.list_all(graph):
        try:
            work(network.id)
        except Exception:
            # Whatever is wrong with one network, the others must have their turn.
            log.exception("upkeep_failed", network_id=network.id)


def _now() -> datetime:
    return datetime.now(UTC)
