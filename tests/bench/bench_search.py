"""Search as you type at 200 and at 20,000 partners, on the embedded engine.

Both networks are in one database and take turns; each figure is the median over questions and
rounds of the time that the server takes. ``python -m tests.bench.bench_search``.
"""

import logging
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import LiteralString

import structlog
from flask.testing import FlaskClient
from neo4j import Driver, GraphDatabase

from graph.database import Graph
from graph.domain.calendar import local_day
from graph.domain.folding import search_text, sort_name
from graph.domain.words import Role
from graph.settings import GraphSettings
from tasks.broker import connect_broker
from tests.broker import broker
from tests.bulk import fill
from tests.engines import embedded_engine, prepared
from tests.given import Given
from tests.webapp.browse import client_of
from webapp import create_app
from webapp.settings import WebSettings

ROUNDS = 5
RENEWALS = 5
SIZES = {"klein": 200, "groot": 20_000}
KINDS = ("Basisschool", "Buurthuis", "Sportclub", "Stichting", "Wijkteam", "Zorggroep", "Koor")
PARTS = "berg bos brug dal dijk eik hof kamp kerk laan meer plein poort veld vliet weide zand zee"
# What somebody types on the way to a name, a common word, two words, an error and nonsense.
QUESTIONS = ("b", "bu", "buu", "buurth", "stichting", "school kerk", "burthuis", "veldhof", "qqzz")

_SET_NAMES: LiteralString = """
UNWIND $rows AS row
MATCH (actor:Actor {id: row.id})
SET actor.name = row.name, actor.sort_name = row.sort_name, actor.search = row.search
"""
_BATCH = 500


def main() -> None:
    """Print the tables."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    with tempfile.TemporaryDirectory() as folder, broker() as redis_url:
        with embedded_engine(Path(folder)) as settings:
            graph, now = prepared(settings), datetime.now(UTC)
            _fill(graph, settings, now)
            app = create_app(
                WebSettings(secret_key="for the bench " * 3, base_url="http://localhost"),
                graph=graph,
                broker=connect_broker(redis_url),
                clock=lambda: now,
            )
            client = client_of(app, "ana")
            _report_typing(client)
            _report_renewal(client, Given(graph))


def _fill(graph: Graph, settings: GraphSettings, now: datetime) -> None:
    given = Given(graph)
    given.user("ana")
    with GraphDatabase.driver(  # pyright: ignore[reportUnknownMemberType]
        settings.uri, auth=(settings.user, settings.password), notifications_min_severity="OFF"
    ) as driver:
        for slug, actors in SIZES.items():
            given.network(slug)
            given.member("ana", slug, Role.REGISSEUR)
            fill(
                driver,
                database=settings.database,
                network_id=slug,
                actors=actors,
                ties=actors,
                today=local_day(now),
            )
            _name(driver, settings.database, slug, actors)


def _name(driver: Driver, database: str, network_id: str, actors: int) -> None:
    """Give the partners names as they are: a kind, a place of two parts, sometimes a number."""
    chance = random.Random(actors)  # noqa: S311 -- the same names each time
    parts = PARTS.split()
    rows: list[dict[str, str]] = []
    for number in range(actors):
        place = "".join(chance.sample(parts, 2 + number % 2)).title()
        name = f"{chance.choice(KINDS)} {place}"
        rows.append(
            {
                "id": f"{network_id}-actor-{number:05}",
                "name": name,
                "sort_name": sort_name(name),
                "search": search_text(name),
            }
        )
    for start in range(0, actors, _BATCH):
        driver.execute_query(_SET_NAMES, rows=rows[start : start + _BATCH], database_=database)


def _report_typing(client: FlaskClient) -> None:
    print("| typed | ms at 200 | ms at 20,000 | ratio |")
    print("|---|---|---|---|")
    everything: dict[str, list[float]] = {slug: [] for slug in SIZES}
    for question in QUESTIONS:
        times: dict[str, list[float]] = {slug: [] for slug in SIZES}
        for _round in range(ROUNDS + 1):
            for slug in SIZES:
                times[slug].append(_milliseconds(lambda s=slug, q=question: _type(client, s, q)))
        for slug, taken in times.items():
            everything[slug] += taken[1:]
        _line(f"`{question}`", times)
    _line("all", everything)


def _report_renewal(client: FlaskClient, given: Given) -> None:
    print("\n| first search after a change | ms at 200 | ms at 20,000 | ratio |")
    print("|---|---|---|---|")
    times: dict[str, list[float]] = {slug: [] for slug in SIZES}
    for number in range(RENEWALS):
        for slug in SIZES:
            given.actor(slug, f"Nieuw {number}")
            times[slug].append(_milliseconds(lambda s=slug: _type(client, s, "nieuw")))
    _line("names are read again", times)


def _line(what: str, times: dict[str, list[float]]) -> None:
    small, large = (statistics.median(times[slug]) for slug in SIZES)
    print(f"| {what} | {small:.1f} | {large:.1f} | {large / small:.2f} |")


def _type(client: FlaskClient, slug: str, question: str) -> None:
    path = f"/netwerken/{slug}/zoeken"
    answer = client.get(path, query_string={"q": question}, headers={"HX-Request": "true"})
    assert answer.status_code == 200, answer.text


def _milliseconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


if __name__ == "__main__":
    main()
