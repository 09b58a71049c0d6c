"""Handing over on screen: see what is open, choose who takes it, and take it back."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.domain.words import Role
from graph.repositories import followups
from tests.given import Given
from tests.webapp.browse import check_page, client_of, post

PATH = "/netwerken/noord/overdracht"


@pytest.fixture
def kajuit(web: Flask, given: Given) -> str:
    """A partner of Ana, Ben and Rob, who only reads."""
    given.network("noord")
    given.user("ana", "noord", Role.REGISSEUR)
    given.user("ben", "noord", Role.EDITOR)
    given.user("rob", "noord", Role.READER)
    return given.actor("noord", "De Kajuit")


@pytest.fixture
def ana(web: Flask, kajuit: str) -> FlaskClient:
    """A browser of Ana."""
    return client_of(web, "ana")


def test_without_anything_open_the_page_says_so(ana: FlaskClient) -> None:
    page = ana.get(PATH)
    check_page(page)
    assert "Overdracht van Ana" in page.text
    assert "Er is niets om over te dragen." in page.text


def test_one_chooses_a_colleague_who_may_edit_and_it_can_be_undone(
    ana: FlaskClient, given: Given, kajuit: str
) -> None:
    action = given.followup("noord", "Bel terug", actor_ids=(kajuit,))
    page = ana.get(f"{PATH}?van=ana")
    check_page(page)
    assert "Bel terug" in page.text
    options = page.text.partition('name="successor_id"')[2].partition("</select>")[0]
    assert ("Ben" in options, "Rob" in options, "Ana" in options) == (True, False, False)

    empty = post(ana, PATH, van="ana", successor_id="")
    check_page(empty)
    assert (empty.status_code, empty.text.count("Kies wie het overneemt.")) == (422, 2)

    answer = post(ana, PATH, van="ana", successor_id="ben")

    assert answer.status_code == 303
    told = ana.get(answer.location)
    check_page(told)
    assert "Overdracht van Ana aan Ben" in told.text
    assert "1 actie is nu van Ben." in told.text
    assert followups.get(given.graph, network_id="noord", followup_id=action).owner.id == "ben"

    assert post(ana, f"{answer.location}/ongedaan").status_code == 303
    assert followups.get(given.graph, network_id="noord", followup_id=action).owner.id == "ana"


def test_only_a_regisseur_hands_over_and_only_inside_the_network(
    web: Flask, given: Given, kajuit: str
) -> None:
    given.user("cas", given.network("zuid"))
    assert client_of(web, "ben").get(PATH).status_code == 403
    ana = client_of(web, "ana")
    assert ana.get(f"{PATH}?van=cas").status_code == 404
    given.followup("noord", actor_ids=(kajuit,))
    assert post(ana, PATH, van="ana", successor_id="cas").status_code == 422
