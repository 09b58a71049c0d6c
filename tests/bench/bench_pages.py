"""Time and queries per page at 50 and at 5,000 partners, on the embedded engine.

Each figure is a median over rounds in which both networks take turns, so that what else the
machine does weighs on both alike. ``python -m tests.bench.bench_pages``.
"""

import logging
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import structlog
from flask.testing import FlaskClient
from neo4j import GraphDatabase

from graph.database import Graph
from graph.domain.calendar import local_day
from graph.domain.words import Role
from graph.queries import Query
from graph.settings import GraphSettings
from tasks.broker import connect_broker
from tests.broker import broker
from tests.bulk import fill
from tests.engines import embedded_engine, prepared
from tests.given import Given
from tests.webapp.browse import client_of
from webapp import create_app
from webapp.settings import WebSettings

ROUNDS = 15
SMALL, LARGE = "klein", "groot"
# Each collaboration has two partners: 200 and 20,000 participations.
SIZES = {SMALL: (50, 100), LARGE: (5_000, 10_000)}
PAGES = {
    "partners list": "/netwerken/{slug}/partners",
    "partners list, page 2 by energy": "/netwerken/{slug}/partners?sortering=energie&pagina=2",
    "partners search": "/netwerken/{slug}/partners?q=partner+7",
    "partner": "/netwerken/{slug}/partners/{slug}-actor-00007",
    "dashboard": "/netwerken/{slug}/",
}


def main() -> None:
    """Print the table."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    with tempfile.TemporaryDirectory() as folder, broker() as redis_url:
        with embedded_engine(Path(folder)) as settings:
            graph = prepared(settings)
            now = datetime.now(UTC)
            _fill(graph, settings, now)
            app = create_app(
                WebSettings(secret_key="for the bench " * 3, base_url="http://localhost"),
                graph=graph,
                broker=connect_broker(redis_url),
                clock=lambda: now,
            )
            _report(graph, client_of(app, "ana"))


def _fill(graph: Graph, settings: GraphSettings, now: datetime) -> None:
    given = Given(graph)
    given.user("ana")
    auth = (settings.user, settings.password)
    with GraphDatabase.driver(  # pyright: ignore[reportUnknownMemberType]
        settings.uri, auth=auth, notifications_min_severity="OFF"
    ) as driver:
        for slug, (actors, ties) in SIZES.items():
            given.network(slug)
            given.member("ana", slug, Role.REGISSEUR)
            fill(
                driver,
                database=settings.database,
                network_id=slug,
                actors=actors,
                ties=ties,
                today=local_day(now),
            )


def _report(graph: Graph, client: FlaskClient) -> None:
    print("| page | queries at 50 | queries at 5,000 | ms at 50 | ms at 5,000 | ratio |")
    print("|---|---|---|---|---|---|")
    for name, pattern in PAGES.items():
        paths = {slug: pattern.format(slug=slug) for slug in SIZES}
        queries = {slug: _queries(graph, client, path) for slug, path in paths.items()}
        times: dict[str, list[float]] = {slug: [] for slug in SIZES}
        for _round in range(ROUNDS):
            for slug, path in paths.items():
                times[slug].append(_milliseconds(lambda path=path: client.get(path)))
        small, large = (statistics.median(times[slug]) for slug in SIZES)
        print(
            f"| {name} | {queries[SMALL]} | {queries[LARGE]} "
            f"| {small:.1f} | {large:.1f} | {large / small:.2f} |"
        )


def _queries(graph: Graph, client: FlaskClient, path: str) -> int:
    """Count the queries of one visit, after a first one that fills what is kept."""
    assert client.get(path).status_code == 200, path
    counted: list[Query] = []
    graph.on_query = counted.append
    client.get(path)
    graph.on_query = lambda _query: None
    return len(counted)


def _milliseconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


if __name__ == "__main__":
    main()
