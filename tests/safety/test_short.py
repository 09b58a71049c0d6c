"""The safety suite in short; ``make safety`` runs it in full."""

import pytest
from flask import Flask
from neo4j import Driver

from graph.settings import GraphSettings
from tests.given import Given
from tests.jobs import enqueue_to
from tests.safety.editing import edit_at_once, make_at_once
from tests.safety.hostile import SEED, attack


@pytest.mark.once
def test_hostile_input_breaks_nothing(
    web: Flask, redis_url: str, driver: Driver, engine_settings: GraphSettings
) -> None:
    def empty() -> None:
        driver.execute_query(
            "MATCH (n) WHERE NOT n:TestDatabase AND NOT n:SchemaVersion DETACH DELETE n",
            database_=engine_settings.database,
        )

    with enqueue_to(redis_url):
        found = attack(web, count=300, seed=SEED, empty=empty)

    assert [*found.errors, *found.alive, *found.slow] == []
    assert len(found.endpoints) > 100


def test_editors_lose_nothing(web: Flask, given: Given) -> None:
    given.network("noord")
    result = edit_at_once(web, given, editors=6, saves=5)
    assert result.passed, str(result)


def test_a_form_sent_ten_times_makes_one(web: Flask, given: Given) -> None:
    given.network("noord")
    result = make_at_once(web, given, forms=2)
    assert result.passed, str(result)
