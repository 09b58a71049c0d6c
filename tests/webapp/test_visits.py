"""An admin reads a network after telling why: to look, for some hours, and in plain sight."""

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.domain.changes import Author
from graph.domain.words import Role
from graph.repositories import networks, visits
from tests.given import NOW, Given
from tests.webapp.browse import check_page, client_of, post

WHY = "Ana vroeg hulp bij een import <b>die</b> niet lukt."
VISIT = "/beheer/netwerken/noord/meekijken"
BEA = Author(id="bea", name="Bea")


@pytest.fixture
def bea(web: Flask, given: Given) -> FlaskClient:
    """A browser of Bea, who is admin and no member of anything."""
    given.network("noord")
    given.network("zuid")
    given.user("ana", "noord", Role.REGISSEUR)
    given.user("bea", is_admin=True)
    given.user("eve", "zuid")
    return client_of(web, "bea")


def test_without_a_reason_the_network_does_not_exist(bea: FlaskClient) -> None:
    assert bea.get("/netwerken/noord/").status_code == 404
    page = post(bea, VISIT, reason="  ")
    check_page(page)
    assert page.status_code == 422
    assert bea.get("/netwerken/noord/").status_code == 404


def test_with_a_reason_an_admin_reads_and_changes_nothing(
    web: Flask, bea: FlaskClient, given: Given
) -> None:
    actor = given.actor("noord", "De Kajuit")
    check_page(bea.get(VISIT))

    assert post(bea, VISIT, reason=WHY).location == "/netwerken/noord/"

    page = bea.get("/netwerken/noord/")
    check_page(page)
    assert "Je kijkt mee als beheerder" in page.text
    assert "De Kajuit" in bea.get("/netwerken/noord/partners").text
    assert bea.get("/netwerken/noord/leden").status_code == 403
    assert bea.get(f"/netwerken/noord/partners/{actor}/bewerken").status_code in {403, 404}
    for path in ("partners/nieuw", "verlaten", "weergaven/nieuw"):
        assert post(bea, f"/netwerken/noord/{path}", name="Nieuw").status_code in {403, 404, 405}
    assert bea.get("/netwerken/zuid/").status_code == 404
    assert client_of(web, "eve").get("/netwerken/noord/").status_code == 404


def test_the_regisseur_sees_who_looked_and_why(web: Flask, bea: FlaskClient) -> None:
    post(bea, VISIT, reason=WHY)
    ana = client_of(web, "ana")

    page, log = ana.get("/netwerken/noord/leden"), ana.get("/netwerken/noord/logboek")

    for each in (page, log):
        check_page(each)
        assert "Bea" in each.text
        assert "Ana vroeg hulp bij een import &lt;b&gt;die&lt;/b&gt; niet lukt." in each.text
    assert "kijkt nu mee" in page.text
    assert "Meekijken begonnen:" in log.text
    assert "Je kijkt mee als beheerder" not in page.text


def test_a_visit_ends_by_hand(bea: FlaskClient) -> None:
    post(bea, VISIT, reason=WHY)
    assert post(bea, f"{VISIT}/klaar").status_code == 303
    assert bea.get("/netwerken/noord/").status_code == 404


def test_a_visit_ends_by_itself_and_with_the_right_of_the_admin(
    bea: FlaskClient, given: Given
) -> None:
    began = NOW - timedelta(hours=4)
    visits.start(given.graph, network_id="noord", visit_id="old", reason=WHY, by=BEA, now=began)
    assert bea.get("/netwerken/noord/").status_code == 404

    visits.start(
        given.graph,
        network_id="noord",
        visit_id="other",
        reason=WHY,
        by=Author(id="eve", name="Eve"),
        now=NOW,
    )
    assert client_of(bea.application, "eve").get("/netwerken/noord/").status_code == 404


def test_an_admin_can_read_what_is_in_the_archive(bea: FlaskClient, given: Given) -> None:
    networks.set_archived(given.graph, network_id="noord", archived=True, by=BEA, now=NOW)
    post(bea, VISIT, reason=WHY)
    assert bea.get("/netwerken/noord/partners").status_code == 200
    assert client_of(bea.application, "ana").get("/netwerken/noord/partners").status_code == 404
