"""What a statement may not do: run away with the engine, or read the files of its machine."""

import time

import pytest

from graph.database import Graph
from graph.errors import UnavailableError
from graph.queries import Query
from graph.repositories.health import reads_files
from graph.settings import GraphSettings

SLOW = Query(
    name="health/slow",
    mode="read",
    params=frozenset(),
    returns=("counted",),
    text="UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN count(*) AS counted",
)


def test_a_statement_that_runs_away_is_ended(
    engine_settings: GraphSettings, engine_name: str
) -> None:
    if engine_name != "neo4j":
        return  # the embedded engine ends it by a limit of its own, after twenty seconds
    graph = Graph.connect(engine_settings, patience=1.0, timeout=2.0)
    started = time.monotonic()
    with pytest.raises(UnavailableError):
        graph.read(SLOW)
    seconds = time.monotonic() - started
    graph.close()

    assert seconds < 6


def test_the_embedded_engine_reads_no_files(graph: Graph, engine_name: str) -> None:
    # On Neo4j that is a setting of the server, which `lokale-energie doctor` looks at.
    assert engine_name == "neo4j" or not reads_files(graph)
