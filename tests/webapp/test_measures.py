"""The measures on screen: each with its words, with care, and without a rank for people."""

import re
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.database import Graph
from graph.domain.words import Form, Role
from graph.repositories import map as maps
from graph.repositories import measures
from tests.given import NOW, TODAY, Given
from tests.webapp.browse import check_page, client_of
from tests.webapp.counting import questions

PATH = "/netwerken/noord/maten"


@pytest.fixture
def reader(web: Flask, given: Given) -> FlaskClient:
    given.network("noord")
    given.user("ana", "noord", Role.READER)
    return client_of(web, "ana")


def cells(html: str) -> dict[str, list[str]]:
    """Return the cells of each table row by its head."""
    rows = re.findall(r"<tr>\s*<th scope=\"row\">(.*?)</th>(.*?)</tr>", html, re.DOTALL)
    return {
        _plain(head): [
            _plain(cell) for cell in re.findall(r"<td[^>]*>(.*?)</td>", rest, re.DOTALL)
        ]
        for head, rest in rows
    }


def _plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_an_empty_network_explains_itself(reader: FlaskClient) -> None:
    page = reader.get(PATH)
    check_page(page)
    assert "Er staan minder dan tien partners in." in page.text
    assert "Er is nog geen weg tussen partners." in page.text
    assert "Er staat nog geen partner in dit netwerk." in page.text


def test_memberships_stand_beside_the_measures_and_never_in_them(
    reader: FlaskClient, given: Given
) -> None:
    a, b, c, d, e = (given.actor("noord", name) for name in "ABCDE")
    given.collaboration("noord", "Een", a, b)
    given.collaboration("noord", "Twee", b, c)
    given.collaboration("noord", "Tafel", a, b, c, d, form=Form.MEMBERSHIP)
    given.collaboration("noord", "Solo", e)

    page = reader.get(PATH)

    check_page(page)
    found = cells(page.text)
    assert found["Banden"] == ["2", "6"]
    assert found["Dichtheid"] == ["20 %", "60 %"]
    assert found["Nog niet verbonden"] == ["2", "1"]
    assert found["Losse delen"] == ["1", "1"]
    assert found["Enige schakels"] == ["1", "0"]
    assert "2 paren partners doen samen iets." in page.text
    assert "Van elke 100 paren die er kunnen zijn, werken er 20 samen." in page.text
    assert "doet dat in gemiddeld 1,3 stappen." in page.text


def test_partners_stand_by_name_and_sort_by_an_address_and_people_are_left_out(
    reader: FlaskClient, given: Given
) -> None:
    given.vocabulary()
    a = given.actor("noord", "A", domain_ids=("werk",))
    b = given.actor("noord", "B", domain_ids=("onderwijs",))
    c = given.actor("noord", "C", domain_ids=("werk",))
    given.actor("noord", "D")
    jo = given.actor("noord", "Jo", is_person=True)
    for name, one, other in (("1", a, b), ("2", b, c), ("3", b, jo)):
        given.collaboration("noord", name, one, other)

    def order(sort: str) -> list[str]:
        html = reader.get(f"{PATH}?sortering={sort}", headers={"HX-Request": "true"}).text
        return list(cells(html))

    page = reader.get(PATH)
    check_page(page)
    assert list(cells(page.text))[-4:] == ["A", "B", "C", "D"]
    assert cells(page.text)["B"] == ["3", "3,0", "1,00", "0,33", "1", "100 %"]
    assert cells(page.text)["D"] == ["0", "0,0", "0,00", "geen band", "0", "niet bekend"]
    assert "Eén partner is één persoon en staat hier niet" in page.text
    assert order("banden") == ["B", "A", "C", "D"]
    assert order("beperking") == ["A", "C", "B", "D"]
    assert order("domeinen") == ["A", "B", "C", "D"]
    assert order("onzin") == order("naam") == ["A", "B", "C", "D"]


def test_what_the_measures_rest_on_is_counted(graph: Graph, given: Given) -> None:
    given.network("noord")
    given.user("ana", "noord")
    a, b = given.actor("noord", "A"), given.actor("noord", "B")
    started = given.collaboration("noord", "Een", a, b, started_on=TODAY)
    given.collaboration("noord", "Twee", a, b)
    given.moment("noord", on=TODAY - timedelta(days=90), collaboration_ids=(started,))
    given.moment("noord", on=TODAY - timedelta(days=91), collaboration_ids=(started,))

    basis = measures.basis(
        graph,
        network_id="noord",
        network_map=maps.read(graph, network_id="noord", today=TODAY),
        today=TODAY,
    )

    assert (basis.partners, basis.running, basis.unmeasured, basis.moments) == (2, 2, 1, 1)
    assert basis.begun_on == NOW.date()


def test_the_page_asks_as_much_for_a_small_as_for_a_large_network(
    graph: Graph, reader: FlaskClient, given: Given
) -> None:
    hub = given.actor("noord", "Spil")
    few = questions(graph, reader, PATH)
    for number in range(12):
        given.collaboration("noord", f"{number}", hub, given.actor("noord", f"N{number}"))

    assert questions(graph, reader, PATH) == few
