"""The ties that cool, on screen."""

import re
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.database import Graph
from graph.domain.words import Form, Layer, Role
from graph.repositories import cold_ties
from tests.given import TODAY, Given
from tests.webapp.browse import check_page, client_of
from tests.webapp.counting import questions

PATH = "/netwerken/noord/banden"


@pytest.fixture
def editor(web: Flask, given: Given) -> FlaskClient:
    given.network("noord")
    given.user("ana", "noord", Role.EDITOR)
    return client_of(web, "ana")


def shown(client: FlaskClient, query: str = "") -> list[str]:
    html = client.get(f"{PATH}?{query}", headers={"HX-Request": "true"}).text
    return re.findall(r"<h3><a [^>]+>([^<]+)</a></h3>", html)


def silent(given: Given, name: str, *actors: str, days: int, **fields: Any) -> str:
    """A collaboration that began some days ago and was silent since."""
    return given.collaboration(
        "noord", name, *actors, started_on=TODAY - timedelta(days=days), **fields
    )


def test_a_warm_network_says_so(editor: FlaskClient, given: Given) -> None:
    silent(given, "Warm", given.actor("noord", "A"), given.actor("noord", "B"), days=42)
    page = editor.get(PATH)
    check_page(page)
    assert "Er koelt niets af" in page.text


def test_ties_stand_by_what_would_be_lost_each_with_its_steps(
    editor: FlaskClient, graph: Graph, given: Given
) -> None:
    east = given.place("noord", "Oost")
    a, b, c, d = (given.actor("noord", name) for name in "ABCD")
    given.collaboration("noord", "Warm", a, b, started_on=TODAY)
    pair = silent(given, "Paar", a, b, days=100, layer=Layer.POLICY)
    silent(given, "Alleen", a, c, days=43, neighbourhood_ids=(east,))
    silent(given, "Trio", a, b, c, days=90)
    silent(given, "Lijst", a, b, c, d, days=400, form=Form.MEMBERSHIP)
    silent(given, "Ver", b, d, days=50)

    page = editor.get(PATH)

    check_page(page)
    order = shown(editor)
    assert order == ["Ver", "Trio", "Paar", "Alleen"]
    ties = cold_ties.read(graph, network_id="noord", today=TODAY)
    assert [tie.name for tie in ties] == order
    text = " ".join(re.sub(r"<[^>]+>", " ", page.text).split())
    assert "Al 50 dagen geen contact. Normaal is 42. D heeft geen andere samenwerking." in text
    assert "4 van de 4 die afkoelen. 2 zijn koud." in text
    assert f"contactmomenten/nieuw?samenwerking={pair}" in page.text
    assert f"about_id={pair}" in page.text

    assert shown(editor, "stand=amber") == ["Ver", "Alleen"]
    assert shown(editor, "stand=red") == ["Trio", "Paar"]
    assert shown(editor, "laag=policy") == ["Paar"]
    assert shown(editor, f"wijk={east}") == ["Alleen"]
    assert shown(editor, f"wijk={east}&stand=red") == []
    assert shown(editor, "stand=onzin&laag=onzin") == order


def test_a_reader_looks_and_the_page_asks_as_much_for_many(
    web: Flask, graph: Graph, given: Given
) -> None:
    given.network("noord")
    given.user("ana", "noord", Role.READER)
    reader = client_of(web, "ana")
    hub = given.actor("noord", "Spil")
    silent(given, "Eerste", hub, given.actor("noord", "A"), days=50)
    few = questions(graph, reader, PATH)
    for number in range(12):
        silent(given, f"Nog {number}", hub, given.actor("noord", f"N{number}"), days=50)

    page = reader.get(PATH)

    assert questions(graph, reader, PATH) == few
    check_page(page)
    assert "Leg contact vast" not in page.text.partition("<main")[2]
