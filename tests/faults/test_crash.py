"""``kill -9`` of the embedded engine in full flow: what it said was saved is there afterwards."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest

from graph.database import Graph
from graph.domain.words import NetworkKind
from graph.errors import GraphError
from graph.identity import new_id
from graph.repositories import networks
from tests.engines import prepared, start_embedded

WRITERS = 4
ACKNOWLEDGED_BEFORE_KILL = 150

pytestmark = pytest.mark.once


def test_a_killed_engine_loses_no_acknowledged_write(tmp_path: Path) -> None:
    process, settings = start_embedded(tmp_path)
    graph = prepared(settings)
    acknowledged: list[str] = []
    stop = threading.Event()
    with ThreadPoolExecutor(WRITERS) as pool:
        for _ in range(WRITERS):
            pool.submit(_write_until, stop.is_set, graph, acknowledged)
        _wait(lambda: len(acknowledged) >= ACKNOWLEDGED_BEFORE_KILL)
        process.kill()
        process.wait()
        stop.set()
    graph.close()

    process, settings = start_embedded(tmp_path)
    graph = prepared(settings)
    kept = [network.id for network in networks.list_all(graph, limit=100_000)]
    graph.close()
    process.terminate()
    process.wait(timeout=20)

    assert len(acknowledged) >= ACKNOWLEDGED_BEFORE_KILL
    assert set(acknowledged) <= set(kept)
    assert len(kept) == len(set(kept))


def _write_until(stopped: Callable[[], bool], graph: Graph, acknowledged: list[str]) -> None:
    while not stopped():
        id = new_id()
        try:
            networks.create(
                graph,
                id=id,
                slug=id,
                name="Proef",
                kind=NetworkKind.OWN,
                note="",
                now=datetime.now(UTC),
            )
        except GraphError:
            continue  # it may be there or not: nobody was told that it is
        acknowledged.append(id)


def _wait(condition: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.01)
