"""The shell: every page of our own is sound, and the menu fits who looks."""

import re

from flask import Flask
from flask.testing import FlaskClient

from graph.domain.words import NetworkKind, Role
from tests.given import Given
from tests.webapp.browse import check_page, client_of, post


def test_the_sign_in_page_is_sound(web: Flask) -> None:
    response = client_of(web).get("/aanmelden")
    assert response.status_code == 200
    check_page(response)


def test_help_is_sound_for_everybody(web: Flask, given: Given) -> None:
    given.user("ana")
    check_page(client_of(web).get("/hulp"))
    check_page(client_of(web, "ana").get("/hulp"))


def test_my_networks_are_listed(web: Flask, given: Given) -> None:
    given.network("noord")
    given.network("zuid")
    given.network("west")
    given.user("ana", "noord", Role.REGISSEUR)
    given.user("ben", "west")

    page = client_of(web, "ana").get("/netwerken")

    check_page(page)
    assert "Noord" in page.text
    assert "Zuid" not in page.text


def test_without_networks_the_page_says_what_to_do(web: Flask, given: Given) -> None:
    given.user("ana")
    page = client_of(web, "ana").get("/netwerken")
    check_page(page)
    assert "Vraag de regisseur of de beheerder om toegang" in page.text


def test_settings_of_a_real_network_offer_no_removal(web: Flask, given: Given) -> None:
    given.network("noord")
    given.user("ana", "noord", Role.REGISSEUR)

    page = client_of(web, "ana").get("/netwerken/noord/instellingen")

    check_page(page)
    assert "/netwerken/noord/leden" in page.text
    assert "verwijderen" not in page.text


def test_a_regisseur_removes_a_made_up_network_in_one_click(web: Flask, given: Given) -> None:
    given.network("stad", kind=NetworkKind.FICTITIOUS)
    given.user("ana", "stad", Role.REGISSEUR)
    client = client_of(web, "ana")
    check_page(client.get("/netwerken/stad/instellingen"))

    answer = post(client, "/netwerken/stad/verwijderen")

    assert (answer.status_code, answer.location) == (303, "/netwerken")
    page = client.get("/netwerken")
    check_page(page)
    assert "Stad is verwijderd." in page.text
    assert client.get("/netwerken/stad/instellingen").status_code == 404


def test_the_admin_cannot_remove_a_real_network(web: Flask, given: Given) -> None:
    given.network("noord")
    given.user("ana", is_admin=True)

    answer = post(client_of(web, "ana"), "/beheer/netwerken/noord/verwijderen")

    assert answer.status_code == 404


def test_the_menu_counts_again_after_a_change(web: Flask, given: Given) -> None:
    given.network("noord")
    given.user("ana", "noord", Role.REGISSEUR)
    client = client_of(web, "ana")
    assert _count_beside(client, "Partners") == "0"

    given.actor("noord", "De Kajuit")  # behind the back of the site: for a minute nobody sees it
    assert _count_beside(client, "Partners") == "0"
    post(client, "/netwerken/noord/partners/nieuw", name="")

    assert _count_beside(client, "Partners") == "1"


def _count_beside(client: FlaskClient, label: str) -> str:
    page = client.get("/netwerken/noord/instellingen").text
    return re.findall(rf'</svg>{label}<span class="count">(\d+)</span>', page)[0]
