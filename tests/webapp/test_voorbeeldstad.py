"""What is planted in Voorbeeldstad is found and explained by the pages, and nothing else is."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import pytest
from flask.testing import FlaskClient
from neo4j import Driver

from graph.database import Graph
from graph.settings import GraphSettings
from graph.starter import DEMO_USERS
from graph.starter.voorbeeldstad import PATTERNS
from tasks.broker import connect_broker
from tests.city import load_city
from tests.given import NOW
from tests.webapp.browse import check_page, client_of
from webapp import create_app
from webapp.settings import WebSettings

BASE = "/netwerken/voorbeeldstad"


@pytest.fixture(scope="module")
def reader(
    prepared_graph: Graph,
    driver: Driver,
    engine_settings: GraphSettings,
    redis_url: str,
) -> Iterator[FlaskClient]:
    """Somebody who may only look, at the city on the day of the tests."""
    city = load_city(prepared_graph, driver, engine_settings)
    settings = WebSettings(secret_key="for tests only " * 3, base_url="http://localhost")
    with connect_broker(redis_url) as broker:
        app = create_app(settings, graph=city, broker=broker, clock=lambda: NOW)
        app.testing = True
        yield client_of(app, DEMO_USERS.reader)


def part(client: FlaskClient, path: str, id: str) -> Element:
    """Return the element of a sound page with this id."""
    page = check_page(client.get(f"{BASE}/{path}"))
    [found] = [each for each in page.iter() if each.get("id") == id]
    return found


def heads(element: Element, folder: str) -> list[str]:
    """Return the ids of the things that have a heading of their own, in order."""
    return [
        href.rpartition(f"/{folder}/")[2].partition("?")[0]
        for head in element.iter("{http://www.w3.org/1999/xhtml}h3")
        for link in head.iter("{http://www.w3.org/1999/xhtml}a")
        if f"/{folder}/" in (href := link.get("href", ""))
    ]


def words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def test_the_energy_page_says_where_it_is_lively_and_where_not(reader: FlaskClient) -> None:
    found = words(check_page(reader.get(f"{BASE}/energie")))

    assert "De meeste energie zit in Noorderplas" in found
    assert "In De Weiden is nog niets levendig." in found


def test_the_energy_page_sets_apart_what_is_not_measured(reader: FlaskClient) -> None:
    html = reader.get(f"{BASE}/energie?dun=ja").text
    blank = html[html.index("Nog niet gemeten") :]

    assert {id for id in PATTERNS.unmeasured if f"/samenwerkingen/{id}" in blank} == set(
        PATTERNS.unmeasured
    )


def test_the_white_spots_are_those_with_who_could_begin_and_why(reader: FlaskClient) -> None:
    spots = part(reader, "witte-vlekken", "vlekken")

    keys = {tuple(key.split("/")) for key in heads(spots, "witte-vlekken")}
    assert keys == set(PATTERNS.white_spots)
    told = words(spots)
    assert told.count("Hier is een ambitie en er loopt nog niets.") == len(keys)
    assert len(re.findall(r"Kan helpen: ", told)) == len(keys)
    assert "Werkt in digitaal en online" in told


def test_one_broker_and_one_funder_pass_and_the_page_says_why(reader: FlaskClient) -> None:
    brokers, money = (part(reader, "risico", id) for id in ("spil", "geld"))

    broker, *cut_points = heads(brokers, "partners")
    assert broker == PATTERNS.broker
    assert words(brokers).count("Zonder deze partner raken 6 partners los van de rest:") == 1
    assert PATTERNS.one_person not in cut_points
    assert heads(money, "partners") == [PATTERNS.funder]
    assert "Betaalt als enige voor" in words(money)


def test_what_cools_is_that_and_the_page_tells_how_long_it_is_silent(
    reader: FlaskClient,
) -> None:
    ties = part(reader, "banden", "banden")

    assert set(heads(ties, "samenwerkingen")) == set(PATTERNS.cold)
    days = re.findall(r"Al (\d+) dagen geen contact", words(ties))
    assert sorted(map(int, days)) == sorted(PATTERNS.cold.values())


def test_who_works_with_nobody_is_counted_and_there_is_enough_to_go_by(
    reader: FlaskClient,
) -> None:
    measures = words(check_page(reader.get(f"{BASE}/maten")))

    assert f"{len(PATTERNS.isolated)} partners werken nog met niemand samen." in measures
    assert "Wees voorzichtig met deze getallen" not in measures


def test_introductions_that_fill_a_white_spot_go_first(reader: FlaskClient) -> None:
    page = words(check_page(reader.get(f"{BASE}/kennismaken")))

    assert "Samen kunnen ze een witte vlek vullen:" in page
    assert page.index("Samen kunnen ze een witte vlek vullen:") < page.index("Ze brengen ")


def test_the_report_tells_the_same_on_two_pages(reader: FlaskClient) -> None:
    report = words(check_page(reader.get(f"{BASE}/verslag")))

    assert "De meeste energie zit in Noorderplas" in report
    assert f"{len(PATTERNS.cold)} samenwerkingen koelen af" in report
    assert f"{len(PATTERNS.isolated)} partners werken nog met niemand samen:" in report
    assert f"Er zijn {len(PATTERNS.white_spots)} witte vlekken:" in report
    assert "Leerwerkbedrijf De Schakel: Zonder deze partner raken 6 partners los" in report
    assert "Gemeente, team Gezondheid: Betaalt als enige voor 12 samenwerkingen" in report
    assert "Wees voorzichtig met deze getallen" not in report
    pdf = reader.get(f"{BASE}/verslag.pdf").data
    assert re.findall(rb"/Count (\d+)", pdf)[0] == b"2"
