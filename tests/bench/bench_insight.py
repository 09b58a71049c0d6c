"""What insight into a whole network costs: ``python -m tests.bench.bench_insight``.

All measures, the energy of every collaboration with its causes, and the white spots with who
could fill them, read from an embedded engine: 500, 2,000 and 8,000 partners with four times as
many ties. All in processor time, so that a busy machine measures the same. Reading is our own
process from question to rows plus that of the engine; igraph is the same calls without us. At
2,000 partners the measures also stand against networkx. ``… bench_insight 500`` runs one size.
"""

import gc
import logging
import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import process_time
from typing import TypeVar, cast

import structlog
from neo4j import Driver, GraphDatabase

from graph.analysis._igraph import Net
from graph.analysis.measures import communities, crossing_shares, measure
from graph.analysis.network import Network, network_of
from graph.database import Graph, Row, Transaction
from graph.domain.energy import measure as measure_energy
from graph.domain.map import NetworkMap
from graph.domain.words import Stance
from graph.queries import Query
from graph.repositories import energy, white_spots
from graph.repositories import map as maps
from graph.settings import GraphSettings
from tests.bench.bench_measures import bare_igraph, seconds, with_networkx
from tests.bench.bench_start import family
from tests.bulk import fill
from tests.engines import prepared, start_embedded
from tests.given import ANA, TODAY, Given

SIZES = (500, 2_000, 8_000)
TIES_EACH = 4
AGAINST_NETWORKX = 2_000
ROUNDS = 3
_TICKS = os.sysconf("SC_CLK_TCK")
_PATIENCE = 600.0
# Partners of ``fill`` work in other domains, so each ambition here is a white spot.
_WANTED = ("werk", "digitaal")
_STAGES = ("kindertijd", "adolescentie", "volwassenheid", "ouderdom")
_REACH = """
MATCH (actor:Actor {network_id: $network_id})
WITH actor, toInteger(right(actor.id, 5)) % 4 AS number
MATCH (stage:LifeStage {id: $stages[number]})
CREATE (actor)-[:REACHES]->(stage)
"""

T = TypeVar("T")


class ClockedGraph(Graph):
    """A connection that adds up the processor time from question to rows."""

    def __init__(self, driver: Driver, *, database: str | None = None, timeout: float) -> None:
        super().__init__(driver, database=database, timeout=timeout)
        self.reading = 0.0

    def read_all(self, work: Callable[[Transaction], T], *, timeout: float | None = None) -> T:
        """Run queries as ever; what ``work`` does besides asking is not reading."""
        asked, worked = 0.0, 0.0

        def clocked(tx: Transaction) -> T:
            nonlocal asked, worked
            reader, start = _Clocked(tx), process_time()
            found = work(cast("Transaction", reader))
            asked, worked = reader.spent, process_time() - start
            return found

        start = process_time()
        found = super().read_all(clocked, timeout=timeout)
        self.reading += process_time() - start - (worked - asked)
        return found


@dataclass
class _Clocked:
    tx: Transaction
    spent: float = 0.0

    def read(self, query: Query, **params: object) -> list[Row]:
        start = process_time()
        rows = self.tx.read(query, **params)
        self.spent += process_time() - start
        return rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """Seconds of processor time."""

    reading: float
    igraph: float
    ours: float

    @property
    def whole(self) -> float:
        """All of it."""
        return self.reading + self.igraph + self.ours


def main() -> None:
    """Measure and print."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    sizes = [int(word) for word in sys.argv[1:]] or SIZES
    print("## Insight: all measures, energy and white spots, read from the graph\n")
    print("| partners / ties | reading (s) | igraph (s) | ours (s) | whole (s) |", end="")
    print(" ours of the whole | against the size before |")
    print("|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        process, settings = start_embedded(Path(folder))
        try:
            _report(settings, process.pid, sizes)
        finally:
            process.terminate()
            process.wait(timeout=60)


def _report(settings: GraphSettings, pid: int, sizes: list[int] | tuple[int, ...]) -> None:
    given = Given(graph=prepared(settings))
    graph = ClockedGraph.connect(settings, timeout=_PATIENCE)
    given.vocabulary()
    before = 0.0
    for size in sizes:
        network_id = given.network(f"net{size}")
        _fill(settings, graph, network_id, size)
        spent = _spent(graph, network_id, pid)
        growth = f"{spent.whole / before:.1f} times" if before else ""
        print(
            f"| {size:,} / {size * TIES_EACH:,} | {spent.reading:.2f} | {spent.igraph:.2f}",
            f"| {spent.ours:.2f} | {spent.whole:.2f} | {spent.ours / spent.whole:.0%}",
            f"| {growth} |",
            flush=True,
        )
        before = spent.whole
    if AGAINST_NETWORKX in sizes:
        _against_networkx(maps.read(graph, network_id=f"net{AGAINST_NETWORKX}", today=TODAY))


def _fill(settings: GraphSettings, graph: Graph, network_id: str, size: int) -> None:
    auth = (settings.user, settings.password)
    with GraphDatabase.driver(settings.uri, auth=auth) as driver:  # pyright: ignore[reportUnknownMemberType] -- as in conftest
        fill(
            driver,
            database=settings.database,
            network_id=network_id,
            actors=size,
            ties=size * TIES_EACH,
            today=TODAY,
        )
        driver.execute_query(
            _REACH, network_id=network_id, stages=list(_STAGES), database_=settings.database
        )
    for domain in _WANTED:
        for stage in _STAGES:
            white_spots.mark(
                graph,
                network_id=network_id,
                domain_id=domain,
                life_stage_id=stage,
                stance=Stance.AMBITION,
                by=ANA,
                now=datetime.now(UTC),
            )


def _spent(graph: ClockedGraph, network_id: str, pid: int) -> Spent:
    network = _insight(graph, network_id)
    found = [_once(graph, network_id, network, pid) for _ in range(ROUNDS)]
    return Spent(
        reading=median(each.reading for each in found),
        igraph=median(each.igraph for each in found),
        ours=median(each.ours for each in found),
    )


def _once(graph: ClockedGraph, network_id: str, network: Network, pid: int) -> Spent:
    gc.collect()
    graph.reading, engine, start = 0.0, _processor_time(pid), process_time()
    _insight(graph, network_id)
    own, engine = process_time() - start, _processor_time(pid) - engine
    edges = _edges(network)
    start = process_time()
    bare_igraph(len(network.actors), edges)
    Net(len(network.actors), edges).communities(seed=1)
    bare = process_time() - start
    return Spent(reading=graph.reading + engine, igraph=bare, ours=own - graph.reading - bare)


def _insight(graph: Graph, network_id: str) -> Network:
    network_map = maps.read(graph, network_id=network_id, today=TODAY)
    network = network_of(network_map)
    _measures(network_map)
    ids = [tie.id for tie in network_map.ties]
    facts = energy.facts(graph, network_id=network_id, collaboration_ids=ids, today=TODAY)
    scores = [measure_energy(known, TODAY).score for known in facts.values()]
    spots = white_spots.white_spots(graph, network_id=network_id, today=TODAY)
    assert len(scores) == len(ids) == len(network_map.actors) * TIES_EACH
    assert len(spots) == len(_WANTED) * len(_STAGES)
    return network


def _measures(network_map: NetworkMap) -> None:
    network = network_of(network_map)
    domains = {actor.id: actor.domain_id for actor in network_map.actors if actor.domain_id}
    measure(network)
    communities(network)
    crossing_shares(network, domains)


def _against_networkx(network_map: NetworkMap) -> None:
    edges = _edges(network_of(network_map))
    data = ("source,target\n" + "".join(f"{one},{other}\n" for one, other in edges)).encode()
    [ours] = seconds(lambda: measure(network_of(network_map)), rounds=ROUNDS)
    [theirs] = seconds(lambda: with_networkx(data), rounds=1)
    print(
        f"\nThe measures of {AGAINST_NETWORKX:,} partners, from a map in memory: {ours:.2f} s."
        f" The same ones with networkx (once): {theirs:.1f} s, {theirs / ours:.0f} times slower."
    )


def _edges(network: Network) -> list[tuple[int, int]]:
    number = {actor: place for place, actor in enumerate(network.actors)}
    return [(number[one], number[other]) for one, other in network.ties]


def _processor_time(pid: int) -> float:
    """Return what a process and those that it started took of the processors, in seconds."""
    total = 0
    for each in family(pid):  # the engine is a child of the process that holds it
        fields = Path(f"/proc/{each}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        total += int(fields[11]) + int(fields[12])
    return total / _TICKS


if __name__ == "__main__":
    main()
