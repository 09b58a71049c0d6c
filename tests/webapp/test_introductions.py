"""Introductions on screen: who, why, a message to send, and what came of it."""

import re
from urllib.parse import unquote

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.database import Graph
from graph.domain.words import Role, Status
from graph.repositories import collaborations
from tests.given import TODAY, Given
from tests.webapp.browse import check_page, client_of, post
from tests.webapp.counting import questions

PATH = "/netwerken/noord/kennismaken"


@pytest.fixture
def editor(web: Flask, given: Given) -> FlaskClient:
    given.vocabulary()
    given.network("noord")
    given.user("ana", "noord", Role.EDITOR)
    return client_of(web, "ana")


@pytest.fixture
def pair(editor: FlaskClient, given: Given) -> dict[str, str]:
    """School and club, who both work with Welzijn."""
    east = given.place("noord", "Oost")
    school = given.actor(
        "noord",
        "School",
        domain_ids=("onderwijs",),
        neighbourhood_ids=(east,),
        email="s@school.nl",
    )
    club = given.actor("noord", "Club", domain_ids=("sport-bewegen",), neighbourhood_ids=(east,))
    middle = given.actor("noord", "Welzijn", domain_ids=("sociaal-domein",))
    given.collaboration("noord", "Huiswerk", school, middle, started_on=TODAY)
    given.collaboration("noord", "Pleintje", middle, club, started_on=TODAY)
    return {"one": school, "other": club}


def test_an_empty_network_explains_itself(editor: FlaskClient) -> None:
    page = editor.get(PATH)
    check_page(page)
    assert "Er zijn nu geen kennismakingen om voor te stellen." in page.text


def test_an_introduction_says_why_through_whom_and_what_to_write(
    editor: FlaskClient, pair: dict[str, str]
) -> None:
    page = editor.get(PATH)

    check_page(page)
    text = " ".join(re.sub(r"<[^>]+>", " ", page.text).split())
    assert "brengen onderwijs samen met sport en bewegen en zitten allebei in Oost." in text
    assert "Via Welzijn" in text
    [mailto] = re.findall(r'href="(mailto:[^"]+)"', page.text)
    assert mailto.startswith("mailto:?subject=")
    letter = unquote(mailto)
    for words in ("Kennismaken:", "School", "Club", '"Huiswerk"', '"Pleintje"', "met Welzijn?"):
        assert words in letter
    assert "school.nl" not in page.text
    assert "We bekeken 1 paar." in page.text
    assert pair


def test_a_white_spot_is_the_first_reason(
    editor: FlaskClient, given: Given, pair: dict[str, str]
) -> None:
    given.collaboration(
        "noord",
        "Wens",
        given.actor("noord", "Trainer", domain_ids=("sport-bewegen",)),
        status=Status.WISHED,
        life_stage_ids=("ouderdom",),
    )
    old = given.actor("noord", "Bond", domain_ids=("werk",), life_stage_ids=("ouderdom",))
    given.collaboration("noord", "Ook", old, pair["one"], started_on=TODAY)
    given.collaboration("noord", "Nog", pair["one"], pair["other"], started_on=TODAY)

    text = editor.get(PATH).text

    reason = "Samen kunnen ze een witte vlek vullen: sport en bewegen, ouder worden."
    assert reason in text


def test_accepting_makes_a_wish_that_is_followed_and_can_be_undone(
    graph: Graph, editor: FlaskClient, given: Given, pair: dict[str, str]
) -> None:
    answer = post(editor, f"{PATH}/wens", **pair)
    assert (answer.status_code, answer.location) == (303, PATH)
    post(editor, f"{PATH}/wens", **pair)

    page = editor.get(PATH)
    check_page(page)
    [wish] = [
        each
        for each in collaborations.names(graph, network_id="noord")
        if each.name not in {"Huiswerk", "Pleintje"}
    ]
    found = collaborations.get(graph, network_id="noord", collaboration_id=wish.id)
    assert found.life.status is Status.WISHED
    assert {each.name for each in found.partners(TODAY)} == {"School", "Club"}
    assert found.fields.goal.endswith("Kennismaken via Welzijn.")
    assert found.fields.neighbourhood_ids == ("noord-oost",)
    assert "Daarvan loopt er nog geen." in page.text
    assert "gewenst" in page.text
    assert f"{PATH}/terug?one=" in page.text

    post(editor, f"{PATH}/terug", **pair)

    again = editor.get(PATH).text
    assert "Maak gewenste samenwerking" in again
    assert "Nog geen voorstel werd een gewenste samenwerking." in again


def test_not_useful_is_remembered(editor: FlaskClient, pair: dict[str, str]) -> None:
    post(editor, f"{PATH}/niet-zinvol", **pair)

    page = editor.get(PATH)
    check_page(page)
    assert "Er zijn nu geen kennismakingen om voor te stellen." in page.text
    assert "1 keer niet zinvol" in page.text

    post(editor, f"{PATH}/terug", **pair)
    assert "We bekeken 1 paar." in editor.get(PATH).text


def test_one_person_stands_apart(editor: FlaskClient, given: Given, pair: dict[str, str]) -> None:
    artist = given.actor("noord", "Kunstenaar", is_person=True)
    given.collaboration("noord", "Muur", artist, pair["one"], started_on=TODAY)

    page = editor.get(PATH)

    check_page(page)
    ranked, apart = page.text.split("Met een partner die één persoon is")
    assert "Kunstenaar" not in ranked
    assert "Kunstenaar" in apart


def test_a_reader_looks_and_nonsense_is_refused(
    web: Flask, editor: FlaskClient, given: Given, pair: dict[str, str]
) -> None:
    given.user("rob", "noord", Role.READER)
    page = client_of(web, "rob").get(PATH)
    check_page(page)
    assert "Bericht om te sturen" in page.text
    assert "Niet zinvol" not in page.text
    assert post(editor, f"{PATH}/wens", one="x").status_code == 400
    assert post(editor, f"{PATH}/wens", one=pair["one"], other="onzin").status_code == 404
    assert post(editor, f"{PATH}/niet-zinvol", one="x", other="y").status_code == 404


def test_the_page_asks_as_much_for_a_small_as_for_a_large_network(
    graph: Graph, editor: FlaskClient, given: Given, pair: dict[str, str]
) -> None:
    few = questions(graph, editor, PATH)
    for n in range(12):
        other = given.actor("noord", f"Partner {n}")
        given.collaboration("noord", f"Samen {n}", pair["one"], other)

    assert questions(graph, editor, PATH) == few
