"""Every query file is planned by a real engine, and must be what its header says."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import LiteralString, cast

import pytest
from neo4j import Driver

from graph.queries import CYPHER_DIR, Query, all_queries
from graph.settings import GraphSettings
from tests.cypher import model_page

Rows = Callable[..., list[dict[str, object]]]

QUERY_TYPES = {"read": {"r"}, "write": {"w", "rw"}, "schema": {"s"}}
QUERIES = [query for query in all_queries() if query.mode != "schema"]

# Shared by all networks (terms, accounts, the engine), or the boundary itself (networks).
UNBOUNDED = {"health", "networks", "users", "tokens", "versions", "starter", "vocabulary"}

MOMENTS = {"now", "at", "since", "before", "lease_until"}

# The planner renames a column that shares its name with a variable: "  id@3" is id.
_RENAMED = re.compile(r"^\s+(\w+)@\d+$")


@pytest.fixture(scope="module")
def known_names(driver: Driver, engine_settings: GraphSettings) -> Iterator[None]:
    """Put one of all that docs/model.md names in the store, or the planner calls it unknown.

    So a name that only a query knows is a name that the page of the model lacks.
    """
    database = engine_settings.database
    for label, names in model_page.labels().items():
        driver.execute_query(
            cast("LiteralString", f"CREATE (n:`{label}`) SET n = $properties"),
            parameters_={"properties": {name: f"known {label} {name}" for name in names}},
            database_=database,
        )
    for type_, names in model_page.relationship_types().items():
        text = f"CREATE (:TestDatabase)-[r:`{type_}`]->(:TestDatabase) SET r = $properties"
        driver.execute_query(
            cast("LiteralString", text),
            parameters_={"properties": dict.fromkeys(names, "known")},
            database_=database,
        )
    yield
    driver.execute_query(
        "MATCH (n) WHERE NOT n:SchemaVersion OR n.name <> 'data' DETACH DELETE n",
        database_=database,
    )
    driver.execute_query("CREATE (:TestDatabase {name: 'test'})", database_=database)


@pytest.mark.usefixtures("known_names")
@pytest.mark.parametrize("query", QUERIES, ids=str)
def test_query_is_what_its_header_says(
    query: Query, driver: Driver, engine_settings: GraphSettings, engine_name: str
) -> None:
    plan = driver.execute_query(
        "EXPLAIN " + query.text,
        parameters_={name: some_value(name, query.text) for name in query.params},
        database_=engine_settings.database,
    )
    if engine_name != "neo4j":
        return  # the embedded engine parses and plans, and tells no more

    warnings = [
        status.status_description
        for status in plan.summary.gql_status_objects
        if status.is_notification
    ]
    assert warnings == []
    assert tuple(_RENAMED.sub(r"\1", key) for key in plan.keys) == query.returns
    assert plan.summary.query_type in QUERY_TYPES[query.mode]


@pytest.mark.once
@pytest.mark.parametrize("query", QUERIES, ids=str)
def test_query_is_bounded_by_a_network(query: Query) -> None:
    noun = query.name.split("/", maxsplit=1)[0]
    assert (
        noun in UNBOUNDED
        or "network_id" in query.params
        or query.text.startswith("// Across networks: ")
    )


@pytest.mark.once
@pytest.mark.parametrize("query", QUERIES, ids=str)
def test_a_list_has_a_limit(query: Query) -> None:
    name = query.name.rsplit("/", maxsplit=1)[-1]
    if query.mode == "read" and name.startswith("list"):
        assert re.search(r"^\s*(SKIP|LIMIT|UNWIND \$ids)", query.text, re.MULTILINE), (
            "a list grows with the network: bound it"
        )


@pytest.mark.once
@pytest.mark.parametrize("query", QUERIES, ids=str)
def test_a_pattern_begins_with_what_is_known(query: Query) -> None:
    """The embedded engine walks from the left: from a label it visits all nodes that carry it."""
    assert re.findall(r"\[\s*\(\w*:[A-Z]\w*[^()]*\)\s*-", query.text) == []


@pytest.mark.once
def test_every_query_is_used_once() -> None:
    """One statement, one file, one function: a query that nobody loads is dead."""
    root = CYPHER_DIR.parent
    sources = [
        path.read_text(encoding="utf-8")
        for folder in ("graph", "tasks", "webapp")
        for path in Path(root / folder).rglob("*.py")
    ]
    loads = re.findall(r'load_query\(\s*"([^"]+)"', "\n".join(sources))
    assert sorted(loads) == sorted(query.name for query in QUERIES)


def some_value(name: str, text: str) -> object:
    """Return a value of the right kind, judged by name and use, so that planning succeeds."""
    if re.search(rf"(SKIP|LIMIT) \${name}\b", text):
        return 1
    kinds: list[tuple[bool, object]] = [
        (name.endswith("_on") or name in {"on", "today", "day", "until"}, date(2026, 11, 22)),
        (name.endswith("_at") or name in MOMENTS, datetime(2026, 11, 22, tzinfo=UTC)),
        (name in {"number", "version", "value", "rhythm_days"}, 1),
        (name.endswith("ids") or name in {"rows", "keys"}, []),
        (name == "wanted", True),
        (name == "properties", {}),
    ]
    return next((value for fits, value in kinds if fits), "")
