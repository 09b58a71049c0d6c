"""The pages where a municipality decides how long records are kept."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.domain.retention import Kept
from graph.domain.words import Role
from graph.repositories import retention
from tests.given import TODAY, Given
from tests.webapp.browse import check_page, client_of, post

PATH = "/netwerken/noord/bewaartermijnen"
GROUNDS = {"privacy_ground": "Nodig om te verantwoorden.", "archive_ground": "Resultaat 1.1"}


@pytest.fixture
def regisseur(web: Flask, given: Given) -> FlaskClient:
    given.network("noord")
    given.user("ana", "noord", Role.REGISSEUR)
    return client_of(web, "ana")


def test_nothing_holds_until_somebody_decides(regisseur: FlaskClient) -> None:
    page = regisseur.get(PATH)
    check_page(page)
    assert page.text.count("nog niet vastgesteld") == len(Kept)
    assert "wordt er niets weggehaald" in page.text


def test_a_term_is_decided_with_both_grounds_and_shows_what_goes(
    regisseur: FlaskClient, given: Given
) -> None:
    brug = given.actor("noord", "De Brug")
    given.moment("noord", on=TODAY.replace(year=2024), actor_ids=(brug,))
    proposed = regisseur.get(f"{PATH}/moments")
    check_page(proposed)
    assert "Selectielijst gemeenten en intergemeentelijke organen 2020" in proposed.text

    answer = post(regisseur, f"{PATH}/moments", version="0", months="12", **GROUNDS)

    assert answer.status_code == 303
    page = regisseur.get(f"{PATH}/moments")
    check_page(page)
    assert "Contactmoment: De Brug" in page.text
    assert "23 december 2026" in page.text
    index = regisseur.get(PATH)
    check_page(index)
    assert "12 maanden" in index.text
    log = regisseur.get("/netwerken/noord/logboek")
    check_page(log)
    assert "contactmomenten" in log.text


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"months": "0"}, "Kies 1 tot 600 maanden."),
        ({"months": "veel"}, "Schrijf een heel getal"),
        ({"months": "12", "archive_ground": ""}, "welke regel van de selectielijst"),
    ],
)
def test_what_is_wrong_is_told(regisseur: FlaskClient, fields: dict[str, str], told: str) -> None:
    answer = post(regisseur, f"{PATH}/moments", **(GROUNDS | {"version": "0"} | fields))
    check_page(answer)
    assert answer.status_code == 422
    assert told in answer.text


def test_two_who_decide_see_both(regisseur: FlaskClient) -> None:
    form = {"version": "0", "months": "12", **GROUNDS}
    assert post(regisseur, f"{PATH}/moments", **form).status_code == 303
    answer = post(regisseur, f"{PATH}/moments", **(form | {"months": "24"}))
    check_page(answer)
    assert answer.status_code == 409


def test_no_months_keep_for_ever(regisseur: FlaskClient, given: Given) -> None:
    post(regisseur, f"{PATH}/people", version="0", months="", **GROUNDS)
    terms = retention.list_terms(given.graph, network_id="noord")
    [term] = [term for term in terms if term.kind is Kept.PEOPLE]
    assert (term.decided_on, term.fields.months) == (TODAY, None)
    page = regisseur.get(PATH)
    assert "blijft bewaard" in page.text


def test_a_kind_that_is_none_is_not_found(regisseur: FlaskClient) -> None:
    assert regisseur.get(f"{PATH}/alles").status_code == 404
