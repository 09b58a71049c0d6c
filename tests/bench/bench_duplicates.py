"""How the scan for doubles grows: ``python -m tests.bench.bench_duplicates``.

Prints a markdown table for 1,250, 2,500 and 5,000 partners: the scan itself in processor time,
and the page, with what reading from the embedded engine and drawing the first part cost.
"""

import logging
import tempfile
from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

import structlog
from flask.testing import FlaskClient
from neo4j import GraphDatabase

from graph.analysis.duplicates import Known, Record
from graph.domain.words import Role
from graph.settings import GraphSettings
from tasks.broker import connect_broker
from tests.broker import broker
from tests.engines import embedded_engine, prepared
from tests.given import Given
from tests.made_up import partners
from tests.webapp.browse import client_of
from webapp import create_app
from webapp.settings import WebSettings

SIZES = (1_250, 2_500, 5_000)
ROUNDS = 5
_BATCH = 500
_ADD = """
UNWIND $rows AS row
CREATE (actor:Actor)
SET actor = row, actor.network_id = $network_id, actor.id = $network_id + '-' + row.id,
  actor.version = 1, actor.sort_name = toLower(row.name)
"""


def main() -> None:
    """Measure and print."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    print("## Scan for doubles, one in ten partners stands twice\n")
    print(
        "| partners | compared | pairs found | scan (s, processor) | against half as many |",
        end="",
    )
    print(" page (s) | name typed (ms) |")
    print("|---|---|---|---|---|---|---|")
    with _site() as client:
        before = 0.0
        for size in SIZES:
            before = _report(client, size, before)


def _report(client: FlaskClient, size: int, before: float) -> float:
    records = partners(size)
    scan = _seconds(lambda: Known(records).pairs(limit=size), process_time)
    known, address = Known(records), f"/netwerken/n{size}/dubbelen"
    page = _seconds(lambda: client.get(address), perf_counter)
    client.get(f"{address}/lijkt-op?name=De+Kajuit")
    typed = _seconds(lambda: client.get(f"{address}/lijkt-op?name=De+Kajuit"), perf_counter)
    ratio = f"{scan / before:.2f}" if before else ""
    compared, found = len(known.meetings()), len(known.pairs(limit=size))
    print(
        f"| {size:,} | {compared:,} | {found} | {scan:.2f} | {ratio} | {page:.2f} |"
        f" {1000 * typed:.0f} |"
    )
    return scan


def _seconds(work: Callable[[], object], clock: Callable[[], float]) -> float:
    """Return the median of some rounds."""
    spent: list[float] = []
    for _ in range(ROUNDS):
        start = clock()
        work()
        spent.append(clock() - start)
    return median(spent)


@contextmanager
def _site() -> Generator[FlaskClient]:
    with tempfile.TemporaryDirectory() as folder, broker() as redis_url:
        with embedded_engine(Path(folder)) as settings:
            graph = prepared(settings)
            given = Given(graph)
            given.user("ana")
            for size in SIZES:
                given.member("ana", given.network(f"n{size}"), Role.EDITOR)
                _fill(settings, f"n{size}", partners(size))
            app = create_app(
                WebSettings(secret_key="for the bench " * 3, base_url="http://localhost"),
                graph=graph,
                broker=connect_broker(redis_url),
                clock=lambda: datetime.now(UTC),
            )
            yield client_of(app, "ana")
            graph.close()


def _fill(settings: GraphSettings, network_id: str, records: list[Record]) -> None:
    rows = [
        {"id": each.id, "name": each.name, "phone": each.phone, "email": each.email,
         "website": each.website, "postcode": each.postcode}
        for each in records
    ]  # fmt: skip
    auth = (settings.user, settings.password)
    with GraphDatabase.driver(settings.uri, auth=auth) as driver:  # pyright: ignore[reportUnknownMemberType]
        for start in range(0, len(rows), _BATCH):
            driver.execute_query(
                _ADD,
                rows=rows[start : start + _BATCH],
                network_id=network_id,
                database_=settings.database,
            )


if __name__ == "__main__":
    main()
