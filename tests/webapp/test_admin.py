"""The admin of the installation: accounts and networks, and a log of what was done with them."""

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.database import Graph
from graph.domain.changes import Author
from graph.domain.networks import REST
from graph.domain.words import NetworkKind, Role
from graph.repositories import accounts, invitations, networks, second_factors, users
from tests.given import NOW, Given
from tests.webapp.browse import check_page, client_of, post
from tests.webapp.counting import questions

BEA = Author(id="bea", name="Bea")


@pytest.fixture
def bea(web: Flask, given: Given) -> FlaskClient:
    """A browser of Bea, the admin of an installation with one network of Ana."""
    given.network("noord")
    given.user("ana", "noord", Role.REGISSEUR)
    given.user("ben", "noord", Role.EDITOR)
    given.user("bea", is_admin=True)
    return client_of(web, "bea")


def _log(client: FlaskClient) -> str:
    page = client.get("/beheer/logboek")
    check_page(page)
    return page.text


def test_accounts_are_found_and_paged(bea: FlaskClient, given: Given) -> None:
    check_page(bea.get("/beheer"))
    page = bea.get("/beheer/accounts?q=BEN@")
    check_page(page)
    assert "ben@example.org" in page.text
    assert "ana@example.org" not in page.text
    check_page(bea.get("/beheer/accounts?q=niemand"))
    check_page(bea.get("/beheer/accounts?stand=onzin&pagina=7"))
    for path in ("/beheer", "/beheer/accounts", "/beheer/accounts/ben", "/beheer/netwerken/noord"):
        assert questions(given.graph, bea, path) <= 6, path


def test_a_closed_account_is_out_at_once(web: Flask, bea: FlaskClient) -> None:
    ben = client_of(web, "ben")
    assert ben.get("/netwerken/noord/").status_code == 200

    assert post(bea, "/beheer/accounts/ben/sluiten").status_code == 303

    assert ben.get("/netwerken/noord/").status_code == 303
    page = bea.get("/beheer/accounts/ben")
    check_page(page)
    assert "Het account is gesloten." in page.text
    post(bea, "/beheer/accounts/ben/openen")
    assert ben.get("/netwerken/noord/").status_code == 303  # the old session stays out
    log = _log(bea)
    assert "Account gesloten:" in log
    assert "Account weer geopend:" in log


def test_the_last_admin_stays(bea: FlaskClient, given: Given) -> None:
    for path in ("sluiten", "geen-beheerder"):
        post(bea, f"/beheer/accounts/bea/{path}")
        page = bea.get("/beheer/accounts/bea")
        check_page(page)
        assert "Er moet een beheerder blijven." in page.text
    assert users.get(given.graph, user_id="bea").is_admin


def test_an_admin_is_made_and_unmade_at_once(web: Flask, bea: FlaskClient) -> None:
    post(bea, "/beheer/accounts/ben/beheerder")
    ben = client_of(web, "ben")
    assert ben.get("/beheer").status_code == 200

    post(bea, "/beheer/accounts/ben/geen-beheerder")

    assert ben.get("/beheer").status_code == 303
    assert client_of(web, "ben").get("/beheer").status_code == 403


def test_somebody_without_their_phone_gets_rid_of_the_second_step(
    web: Flask, bea: FlaskClient, given: Given
) -> None:
    assert "Haal de tweede stap weg" not in bea.get("/beheer/accounts/ben").text
    second_factors.set_up(
        given.graph, user_id="ben", secret="x", step=1, recovery_hashes=["y"], now=NOW
    )
    ben = client_of(web, "ben")
    page = bea.get("/beheer/accounts/ben")
    check_page(page)
    assert "Haal de tweede stap weg" in page.text

    assert post(bea, "/beheer/accounts/ben/tweede-stap-weg").status_code == 303

    assert second_factors.get(given.graph, user_id="ben") is None
    assert ben.get("/netwerken/noord/").status_code == 303
    assert "Account zonder tweede stap:" in _log(bea)


def test_an_account_gets_into_a_network_and_out_in_sight_of_its_regisseur(
    web: Flask, bea: FlaskClient, given: Given
) -> None:
    empty = post(bea, "/beheer/accounts/bea/netwerken", network_id="", role="")
    check_page(empty)
    assert empty.status_code == 422
    post(bea, "/beheer/accounts/bea/netwerken", network_id="noord", role="reader")
    assert bea.get("/netwerken/noord/").status_code == 200
    log = client_of(web, "ana").get("/netwerken/noord/logboek").text
    assert "Lid toegevoegd:" in log

    post(bea, "/beheer/accounts/bea/netwerken/noord/weg")
    post(bea, "/beheer/accounts/ana/netwerken/noord/weg")

    assert users.get(given.graph, user_id="bea").network("noord") is None
    assert "Dit is de laatste regisseur." in bea.get("/beheer/accounts/ana").text


def test_somebody_is_invited_to_a_network_or_for_an_account_alone(
    bea: FlaskClient, given: Given
) -> None:
    check_page(bea.get("/beheer/accounts/uitnodigen?network_id=noord"))
    who = {"email": "dana@example.org", "name": "Dana"}
    half = post(bea, "/beheer/accounts/uitnodigen", **who, network_id="noord", role="")
    check_page(half)
    assert half.status_code == 422
    post(bea, "/beheer/accounts/uitnodigen", **who, network_id="noord", role="editor")
    post(bea, "/beheer/accounts/uitnodigen", **who, network_id="", role="")

    page = bea.get("/beheer/accounts")
    check_page(page)
    assert "Uitgenodigd zonder netwerk" in page.text
    assert len(invitations.list_open(given.graph, network_id="noord")) == 1
    [account] = accounts.find(given.graph, question="dana").items
    path = f"/beheer/accounts/uitnodigingen/{account.id}"
    assert post(bea, f"{path}/opnieuw").status_code == 303
    assert post(bea, f"{path}/intrekken").status_code == 303
    assert invitations.list_open(given.graph, network_id=None) == []
    assert accounts.find(given.graph, question="dana").total == 1  # it still waits for noord


def test_a_network_is_made_with_its_places_and_regisseur(bea: FlaskClient, given: Given) -> None:
    check_page(bea.get("/beheer/netwerken/nieuw"))
    typed = {
        "title": "Cuijk",
        "slug": "cuijk",
        "places": "De Valuwe\r\n  Padbroek \r\n\r\npadbroek",
        "email": "dana@example.org",
        "name": "Dana",
    }
    for wrong in ({"slug": "Met Spatie"}, {"slug": "noord"}, {"email": "x"}, {"title": ""}):
        page = post(bea, "/beheer/netwerken/nieuw", **(typed | wrong))
        check_page(page)
        assert page.status_code == 422
        assert "De Valuwe" in page.text

    answer = post(bea, "/beheer/netwerken/nieuw", **typed)

    page = bea.get(answer.location)
    check_page(page)
    assert "Dana is uitgenodigd als regisseur." in page.text
    [cuijk] = [each for each in networks.list_all(given.graph) if each.slug == "cuijk"]
    assert cuijk.kind is NetworkKind.OWN
    assert "Netwerk toegevoegd:" in _log(bea)


def test_a_network_goes_to_the_archive_and_back(web: Flask, bea: FlaskClient) -> None:
    ana = client_of(web, "ana")
    page = post(bea, "/beheer/netwerken/noord/archief")
    assert ana.get("/netwerken/noord/").status_code == 404
    check_page(bea.get(page.location))
    check_page(bea.get("/beheer"))
    post(bea, "/beheer/netwerken/noord/terug")
    assert ana.get("/netwerken/noord/").status_code == 200


def test_a_network_is_removed_after_a_month_by_its_name(
    bea: FlaskClient, given: Given, graph: Graph
) -> None:
    path = "/beheer/netwerken/noord/voorgoed-weg"
    assert post(bea, path, name="Noord").status_code == 404
    networks.set_archived(
        graph,
        network_id="noord",
        archived=True,
        by=BEA,
        now=NOW - REST - timedelta(hours=1),
    )
    check_page(bea.get("/beheer/netwerken/noord"))

    wrong = post(bea, path, name="noord")
    check_page(wrong)
    assert (wrong.status_code, networks.list_removing(graph)) == (422, [])
    assert post(bea, path, name=" Noord ").status_code == 303

    assert networks.list_removing(graph) == ["noord"]
    check_page(bea.get("/beheer/netwerken/noord"))
    assert post(bea, "/beheer/netwerken/noord/terug").status_code == 404
    networks.remove(graph, network_id="noord")
    assert "Noord" not in bea.get("/beheer").text
    assert "Netwerk weggehaald:" in _log(bea)
