"""The schema: prepared as often as wanted, by as many at once as wanted, and never backwards."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import LiteralString, cast

import pytest

from graph.database import Graph
from graph.errors import NewerDataError
from graph.schema import DATA_VERSION, data_version, prepare
from graph.settings import GraphSettings
from tests.given import NOW

Rows = Callable[..., list[dict[str, object]]]

_PLAIN_INDEXES = """SHOW INDEXES YIELD name, type, owningConstraint
WHERE type = 'RANGE' AND owningConstraint IS NULL RETURN name"""


@pytest.fixture
def newer_data(graph: Graph, rows: Rows) -> Iterator[None]:
    rows("MATCH (v:SchemaVersion {name: 'data'}) SET v.number = $number", number=DATA_VERSION + 1)
    yield
    rows("MATCH (v:SchemaVersion {name: 'data'}) SET v.number = $number", number=DATA_VERSION)


@pytest.fixture
def without_indexes(graph: Graph, rows: Rows) -> None:
    """As on a first start, so that all who start make the same indexes."""
    if graph.engine() == "neo4j":  # the embedded engine lists none
        for row in rows(_PLAIN_INDEXES):
            rows(cast("LiteralString", f"DROP INDEX `{row['name']}`"))


def test_preparing_twice_changes_nothing(graph: Graph, rows: Rows) -> None:
    [before] = rows("MATCH (v:SchemaVersion) RETURN properties(v) AS version")
    prepare(graph, now=NOW)
    [after] = rows("MATCH (v:SchemaVersion) RETURN properties(v) AS version")
    assert after == before
    assert data_version(graph) == DATA_VERSION


@pytest.mark.usefixtures("without_indexes")
def test_processes_that_start_at_once_all_succeed(engine_settings: GraphSettings) -> None:
    def start(_number: int) -> int | None:
        graph = Graph.connect(engine_settings)  # a process has a connection of its own
        try:
            prepare(graph, now=NOW)
            return data_version(graph)
        finally:
            graph.close()

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(start, range(4))) == [DATA_VERSION] * 4


@pytest.mark.usefixtures("newer_data")
def test_data_of_a_newer_program_are_left_alone(graph: Graph) -> None:
    with pytest.raises(NewerDataError):
        prepare(graph, now=NOW)
    assert data_version(graph) == DATA_VERSION + 1
