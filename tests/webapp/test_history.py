"""How a network developed, on screen."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.database import Graph
from graph.domain.calendar import iso_week
from graph.domain.words import Role
from graph.repositories import snapshots
from tests.given import NOW, TODAY, Given
from tests.webapp.browse import check_page, client_of
from tests.webapp.counting import questions

Rows = Callable[..., list[dict[str, object]]]

PATH = "/netwerken/noord/ontwikkeling"
WEEK = timedelta(weeks=1)


@pytest.fixture
def reader(web: Flask, given: Given) -> FlaskClient:
    given.network("noord")
    given.user("rob", "noord", Role.READER)
    return client_of(web, "rob")


@pytest.fixture
def a_quarter(graph: Graph, given: Given, rows: Rows) -> str:
    """A collaboration that revived, measured each week of a quarter; return its id."""
    given.network("noord")
    a, b = given.actor("noord", "Anker"), given.actor("noord", "Boei")
    tie = given.collaboration("noord", "Samen", a, b, started_on=TODAY - timedelta(days=200))
    rows("MATCH (n) SET n.created_at = $at", at=NOW - 16 * WEEK)
    given.actor("noord", "Nieuwkomer")
    given.moment("noord", on=TODAY, collaboration_ids=(tie,))
    snapshots.take(graph, network_id="noord", on=TODAY, now=NOW)
    snapshots.backfill(graph, network_id="noord", now=NOW, most=13)
    return tie


def told(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_without_a_snapshot_the_page_says_when_there_will_be_one(reader: FlaskClient) -> None:
    page = reader.get(PATH)
    check_page(page)
    assert "Er is nog geen meting." in page.text


def test_one_week_is_no_line_and_nothing_to_compare(reader: FlaskClient, graph: Graph) -> None:
    snapshots.take(graph, network_id="noord", on=TODAY, now=NOW)

    page = reader.get(PATH)

    check_page(page)
    assert "Er is nog maar één meting." in page.text
    assert "Eerste meting: 0 op 23 november 2026." in told(page.text)
    assert "Net zoveel" not in page.text
    assert "Twee dagen vergeleken" not in page.text


def test_each_line_has_its_sentence_and_the_table_says_the_same(
    reader: FlaskClient, a_quarter: str
) -> None:
    page = reader.get(PATH)

    check_page(page)
    text = told(page.text)
    assert "Partners in het register 3" in text
    assert "Van 2 naar 3 sinds 24 augustus 2026." in text
    assert "Levendige samenwerkingen: Van 0 naar 1 sinds 24 augustus 2026." in page.text
    assert "Net zoveel als op 24 augustus 2026: 1." in text
    assert "13 metingen zijn achteraf berekend" in text
    assert page.text.count("<tr><th") == 15, "a head, and a line for each of fourteen weeks"
    assert page.text.count("<polyline") == 8
    assert a_quarter in page.text


def test_two_days_are_compared_and_named_in_the_address(
    reader: FlaskClient, a_quarter: str
) -> None:
    page = reader.get(PATH)
    last = TODAY - WEEK
    quiet = reader.get(f"{PATH}?van={iso_week(last - 4 * WEEK)}&tot={iso_week(last)}")

    check_page(quiet)
    text = told(page.text)
    assert "Sinds 24 augustus 2026: 1 levendig geworden, 1 warmde op." in text
    assert "Partners erbij 1 Nieuwkomer" in text
    assert f'href="/netwerken/noord/samenwerkingen/{a_quarter}"' in page.text
    assert "Partners erbij 0" in told(quiet.text)
    assert "Levendig geworden 0" in told(quiet.text)


def test_a_week_is_not_compared_with_itself(reader: FlaskClient, a_quarter: str) -> None:
    week = iso_week(TODAY)
    page = reader.get(f"{PATH}?van={week}&tot={week}")
    check_page(page)
    assert "Kies twee verschillende dagen." in page.text
    assert a_quarter not in page.text


@pytest.mark.usefixtures("a_quarter")
def test_the_page_reads_as_often_whatever_the_size(
    reader: FlaskClient, graph: Graph, given: Given
) -> None:
    few = questions(graph, reader, PATH)
    for number in range(5):
        given.actor("noord", f"Nog {number}")
    snapshots.backfill(graph, network_id="noord", now=NOW, most=9)

    assert questions(graph, reader, PATH) == few
