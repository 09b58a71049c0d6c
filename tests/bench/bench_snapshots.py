"""How fast weekly snapshots are taken: ``python -m tests.bench.bench_snapshots``.

Ten networks of 300 partners and 600 collaborations, each on 35 Mondays: 350 snapshots, as jobs on
a real broker, taken by one and by two Celery workers of one process each. Reading from the graph,
measuring and storing are in it; starting the workers is not. Prints a markdown table.
"""

import logging
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from datetime import date, timedelta
from pathlib import Path

import structlog
from neo4j import Driver, GraphDatabase

from graph.settings import GraphSettings
from tasks.upkeep import take_snapshot
from tasks.worker import BULK, app
from tests.broker import broker
from tests.bulk import fill
from tests.engines import embedded_engine, prepared
from tests.given import Given
from tests.jobs import enqueue_to

NETWORKS, ACTORS, TIES, MONDAYS = 10, 300, 600, 35
LAST_MONDAY = date(2026, 11, 23)
WORKERS = (1, 2)
_WEEK = timedelta(weeks=1)
_PATIENCE = 1_800.0


def main() -> None:
    """Print the table."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    print("| workers | snapshots | seconds | snapshots a second |")
    print("|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder, embedded_engine(Path(folder)) as settings:
        ids = _networks(settings)
        for workers in WORKERS:
            seconds, made = _taken(settings, ids, workers, Path(folder)), len(ids) * MONDAYS
            print(f"| {workers} | {made} | {seconds:.1f} | {made / seconds:.1f} |")


def _networks(settings: GraphSettings) -> list[str]:
    given = Given(graph=prepared(settings))
    ids = [given.network(f"net{number}") for number in range(NETWORKS)]
    with _driver(settings) as driver:
        for id in ids:
            fill(
                driver,
                database=settings.database,
                network_id=id,
                actors=ACTORS,
                ties=TIES,
                today=LAST_MONDAY,
            )
    return ids


def _taken(settings: GraphSettings, ids: list[str], workers: int, folder: Path) -> float:
    with broker() as url, enqueue_to(url), _driver(settings) as driver, ExitStack() as running:
        driver.execute_query("MATCH (n:Snapshot) DETACH DELETE n", database_=settings.database)
        for number in range(workers):
            running.enter_context(_worker(number, url, settings, folder))
        _wait_for_workers(workers)
        started = time.monotonic()
        for id in ids:
            for weeks in range(MONDAYS):
                take_snapshot.enqueue(id, (LAST_MONDAY - weeks * _WEEK).isoformat())
        _wait_for_snapshots(driver, settings, len(ids) * MONDAYS)
        return time.monotonic() - started


@contextmanager
def _worker(number: int, url: str, settings: GraphSettings, folder: Path) -> Generator[None]:
    command = [
        *(sys.executable, "-m", "celery", "--app", "tasks.worker", "worker"),
        *("--queues", BULK, "--concurrency", "1", "--hostname", f"bench{number}@%h"),
        *("--loglevel", "ERROR", "--without-gossip", "--without-mingle"),
    ]
    environ = os.environ | {
        "REDIS_URL": url,
        "NEO4J_URI": settings.uri,
        "NEO4J_USER": settings.user,
        "NEO4J_PASSWORD": settings.password,
        "NEO4J_DATABASE": settings.database,
    }
    with (folder / f"worker{number}.log").open("ab") as log:
        process = subprocess.Popen(command, env=environ, stdout=log, stderr=log)
    try:
        yield
    finally:
        process.terminate()
        process.wait(timeout=60)


def _wait_for_workers(workers: int) -> None:
    while len(app.control.ping(timeout=1.0)) < workers:  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType] -- celery ships no types
        time.sleep(0.2)


def _wait_for_snapshots(driver: Driver, settings: GraphSettings, wanted: int) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        [row] = driver.execute_query(
            "MATCH (n:Snapshot) RETURN count(n) AS made", database_=settings.database
        ).records
        if row["made"] == wanted:
            return
        time.sleep(0.1)
    raise TimeoutError(f"not all {wanted} snapshots were taken in {_PATIENCE} s")


def _driver(settings: GraphSettings) -> Driver:
    return GraphDatabase.driver(  # pyright: ignore[reportUnknownMemberType] -- as in conftest
        settings.uri, auth=(settings.user, settings.password)
    )


if __name__ == "__main__":
    main()
