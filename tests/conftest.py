"""What every test may ask for: an engine, an empty graph, a world in it."""

from collections.abc import Iterator
from pathlib import Path
from typing import LiteralString

import pytest
import structlog
from argon2 import PasswordHasher
from flask import Flask
from neo4j import Driver, GraphDatabase
from redis import Redis

from graph.database import Graph
from graph.settings import GraphSettings
from tasks.broker import connect_broker
from tests.broker import broker
from tests.engines import engine, prepared
from tests.given import NOW, Given
from tests.hashing import QUICK
from webapp import create_app
from webapp.auth import passwords
from webapp.settings import WebSettings


@pytest.fixture(autouse=True)
def own_logs() -> Iterator[None]:
    """Leave logging as it was: a command that runs here sets it for the whole process."""
    before = structlog.get_config()
    yield
    structlog.configure(**before)


@pytest.fixture(scope="session", autouse=True)
def product_hasher() -> Iterator[PasswordHasher]:
    """Hash passwords quickly in this process; gives the slow way in which the product does it."""
    product = passwords.hasher
    with pytest.MonkeyPatch.context() as here:
        here.setattr(passwords, "hasher", QUICK)
        here.setattr(passwords, "nobodys", QUICK.hash("nobody signs in with this"))
        yield product


@pytest.fixture(scope="session")
def engine_settings() -> Iterator[GraphSettings]:
    """Where the engine of this run is."""
    with engine() as settings:
        yield settings


@pytest.fixture(scope="session")
def engine_name(prepared_graph: Graph) -> str:
    """Which engine this is: ``neo4j`` or ``arcadedb``."""
    return prepared_graph.engine()


@pytest.fixture(scope="session")
def driver(engine_settings: GraphSettings) -> Iterator[Driver]:
    """A bare driver, for tests that look behind the repositories."""
    auth = (engine_settings.user, engine_settings.password) if engine_settings.password else None
    with GraphDatabase.driver(  # pyright: ignore[reportUnknownMemberType]
        engine_settings.uri, auth=auth, notifications_min_severity="OFF"
    ) as driver:
        _claim_for_tests(driver, engine_settings.database)
        yield driver


@pytest.fixture(scope="session")
def prepared_graph(engine_settings: GraphSettings, driver: Driver) -> Iterator[Graph]:
    """The graph with its schema, whatever stands in it."""
    graph = prepared(engine_settings)
    yield graph
    graph.close()


@pytest.fixture(scope="session")
def redis_url() -> Iterator[str]:
    """Where the broker of this run is."""
    with broker() as url:
        yield url


@pytest.fixture
def graph(prepared_graph: Graph, driver: Driver, engine_settings: GraphSettings) -> Graph:
    """An empty graph."""
    driver.execute_query(
        "MATCH (n) WHERE NOT n:TestDatabase AND (NOT n:SchemaVersion OR n.name <> 'data') "
        "DETACH DELETE n",
        database_=engine_settings.database,
    )
    return prepared_graph


@pytest.fixture
def given(graph: Graph) -> Given:
    """Build a small world in the empty graph."""
    return Given(graph)


@pytest.fixture
def test_broker(redis_url: str) -> Iterator[Redis]:
    """An empty broker."""
    with connect_broker(redis_url) as client:
        client.flushdb()  # pyright: ignore[reportUnknownMemberType] -- **kwargs is untyped
        yield client


@pytest.fixture
def web(graph: Graph, test_broker: Redis, tmp_path: Path) -> Flask:
    """The web front end on the empty graph, at ``tests.given.NOW``."""
    settings = WebSettings(
        secret_key="for tests only " * 3, base_url="http://localhost", data_dir=tmp_path
    )
    app = create_app(settings, graph=graph, broker=test_broker, clock=lambda: NOW)
    app.testing = True
    return app


@pytest.fixture
def rows(driver: Driver, engine_settings: GraphSettings):  # noqa: ANN201
    """Look into the graph with a query of the test's own."""

    def run(text: LiteralString, **params: object) -> list[dict[str, object]]:
        result = driver.execute_query(text, parameters_=params, database_=engine_settings.database)
        return [record.data() for record in result.records]

    return run


def _claim_for_tests(driver: Driver, database: str) -> None:
    """Mark an empty database as ours to wipe; refuse one that holds anything else."""
    [counts] = driver.execute_query(
        "MATCH (n) RETURN count(n) AS nodes, count(CASE WHEN n:TestDatabase THEN 1 END) AS marks",
        database_=database,
    ).records
    if counts["nodes"] and not counts["marks"]:
        pytest.exit("TEST_NEO4J_URI points at a database with data that no test made", 2)
    driver.execute_query("MERGE (:TestDatabase {name: 'test'})", database_=database)
