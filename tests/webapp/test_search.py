"""Anything in a network is found by its name, from every page."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.database import Graph
from graph.domain.words import Role
from tests.given import Given
from tests.webapp.browse import check_page, client_of, post
from tests.webapp.counting import questions

HERE = "/netwerken/noord/zoeken"
AS_YOU_TYPE = {"HX-Request": "true"}


@pytest.fixture
def town(given: Given) -> str:
    """One thing of each kind, with names that have words in common."""
    given.network("noord")
    given.network("zuid")
    given.user("ana", "noord", Role.EDITOR)
    given.user("lies", "noord", Role.READER)
    brug = given.actor("noord", "Café 't Hoekje", aliases=("De Kajuit",))
    given.actor("noord", "Buurthuis De Eik")
    given.actor("zuid", "De Kajuit Zuid")
    given.collaboration("noord", "Kajuitavond", brug)
    position = given.position("noord", brug, "Coördinator")
    person = given.person("noord", "Jan van der Berg")
    given.hold("noord", position, person)
    given.programme("noord", "Kajuit in beweging")
    given.followup("noord", "Bel over de kajuit", actor_ids=(brug,))
    given.moment("noord", actor_ids=(brug,), note="De kajuit is vrij op dinsdag.")
    return brug


def texts(client: FlaskClient, question: str) -> str:
    return client.get(HERE, query_string={"q": question}, headers=AS_YOU_TYPE).text


def test_all_that_answers_stands_by_kind(web: Flask, town: str) -> None:
    page = client_of(web, "ana").get(HERE, query_string={"q": "kajuit"})

    check_page(page)
    order = ["Café &#39;t", "Kajuitavond", "Kajuit in", "Bel over", "is vrij op"]
    places = [page.text.find(name) for name in order]
    assert -1 not in places
    assert places == sorted(places)
    assert "5 gevonden voor kajuit" in page.text
    assert f'href="/netwerken/noord/partners/{town}"' in page.text
    assert "Zuid" not in page.text


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("cafe t hoek", "Café &#39;t Hoekje"),
        ("kajiut", "Kajuitavond"),
        ("berg", "Jan van der Berg"),
        ("coordinator hoekje", "Coördinator"),
        ("uurthu", "Buurthuis De Eik"),
    ],
)
def test_accents_typing_errors_and_parts_of_words_are_found(
    web: Flask, town: str, question: str, name: str
) -> None:
    assert name in texts(client_of(web, "ana"), question)


def test_the_list_below_the_field_is_made_of_links(web: Flask, town: str) -> None:
    found = texts(client_of(web, "ana"), "kajuit")

    assert found.count('role="option"') == 6
    assert found.count('role="group"') == 6
    assert 'id="zoek-alles" href="/netwerken/noord/zoeken?q=kajuit"' in found
    assert "<html" not in found


def test_an_empty_question_and_one_without_answer_say_so(web: Flask, town: str) -> None:
    client = client_of(web, "ana")

    empty, nothing = client.get(HERE), client.get(HERE, query_string={"q": "zzqqxx<b>"})

    check_page(empty)
    check_page(nothing)
    assert "Niets gevonden" in nothing.text
    assert texts(client, "") == ""


def test_a_reader_finds_the_same_but_no_page_to_edit(web: Flask, town: str) -> None:
    found = client_of(web, "lies").get(HERE, query_string={"q": "kajuit"}).text

    assert "is vrij op dinsdag" in found
    assert "bewerken" not in found


def test_names_are_kept_until_somebody_changes_one(
    web: Flask, graph: Graph, given: Given, town: str
) -> None:
    client = client_of(web, "ana")

    assert questions(graph, client, f"{HERE}?q=kajuit") == 1  # who is asking

    eik = given.actor("noord", "Zwembad De Kajuit")
    assert "Zwembad" in texts(client, "kajuit")
    post(client, f"/netwerken/noord/partners/{eik}/archiveren")
    assert "Zwembad" not in texts(client, "kajuit")


def test_what_is_done_or_in_the_archive_is_not_found(
    web: Flask, given: Given, town: str, rows: Callable[..., list[dict[str, object]]]
) -> None:
    client = client_of(web, "ana")
    [action] = rows("MATCH (f:FollowUp) RETURN f.id AS id")
    post(client, f"/netwerken/noord/acties/{action['id']}/klaar")

    assert "Bel over de" not in texts(client, "kajuit")


def test_shortcuts_can_be_switched_off(web: Flask, town: str) -> None:
    client = client_of(web, "ana")

    assert 'aria-keyshortcuts="/ Control+K"' in client.get(HERE).text
    check_page(client.get("/account"))
    assert post(client, "/account/sneltoetsen", wanted="nee").status_code == 303
    assert "aria-keyshortcuts" not in client.get(HERE).text
    post(client, "/account/sneltoetsen", wanted="ja")
    assert "aria-keyshortcuts" in client.get(HERE).text
