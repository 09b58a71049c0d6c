"""Members on screen: roles, invitations, leaving, and what each right means at once."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.domain.words import Role
from graph.repositories import invitations, members
from tests.given import Given
from tests.webapp.browse import check_page, client_of, post
from tests.webapp.counting import questions

PATH = "/netwerken/noord/leden"


@pytest.fixture
def ana(web: Flask, given: Given) -> FlaskClient:
    """A browser of Ana, regisseur of a network with Ben as editor."""
    given.network("noord")
    given.network("zuid")
    given.user("ana", "noord", Role.REGISSEUR)
    given.user("ben", "noord", Role.EDITOR)
    given.user("cas", "zuid", Role.REGISSEUR, name="Casper Geheim")
    return client_of(web, "ana")


def _roles(given: Given) -> dict[str, Role]:
    found = members.list_all(given.graph, network_id="noord")
    return {each.user_id: each.role for each in found}


def test_the_members_are_listed_with_few_questions(ana: FlaskClient, given: Given) -> None:
    page = ana.get(PATH)
    check_page(page)
    assert "ben@example.org" in page.text
    assert "Er keek nog geen beheerder mee." in page.text
    assert questions(given.graph, ana, PATH) <= 6


def test_another_role_holds_at_once_and_signs_out(
    web: Flask, ana: FlaskClient, given: Given
) -> None:
    ben = client_of(web, "ben")
    assert ben.get("/netwerken/noord/partners/nieuw").status_code == 200

    answer = post(ana, f"{PATH}/ben/rol", role="reader")

    assert (answer.status_code, answer.location) == (303, PATH)
    assert "Ben is nu lezer." in ana.get(PATH).text
    assert ben.get("/netwerken/noord/partners/nieuw").status_code == 303  # asked to sign in
    again = client_of(web, "ben")
    assert again.get("/netwerken/noord/partners").status_code == 200
    assert again.get("/netwerken/noord/partners/nieuw").status_code == 403
    log = ana.get("/netwerken/noord/logboek")
    check_page(log)
    assert "Lid gewijzigd:" in log.text
    assert "redacteur" in log.text


def test_the_last_regisseur_is_told_to_name_another_first(ana: FlaskClient, given: Given) -> None:
    refused = post(ana, f"{PATH}/ana/rol", role="editor")
    check_page(refused)
    assert refused.status_code == 409
    assert "Maak eerst iemand anders regisseur." in refused.text

    post(ana, f"{PATH}/ana/weg")
    post(ana, "/netwerken/noord/verlaten")

    assert "Een netwerk houdt een regisseur." in ana.get("/netwerken/noord/verlaten").text
    assert _roles(given)["ana"] is Role.REGISSEUR


def test_who_is_removed_is_out_and_their_actions_can_be_handed_over(
    web: Flask, ana: FlaskClient, given: Given
) -> None:
    kajuit = given.actor("noord", "De Kajuit")
    given.followup("noord", "Bel terug", actor_ids=(kajuit,), user_id="ben")
    ben = client_of(web, "ben")
    page = ana.get(f"{PATH}/ben")
    check_page(page)
    assert "1 open actie staat op naam van Ben." in page.text

    assert post(ana, f"{PATH}/ben/weg").status_code == 303

    assert ben.get("/netwerken/noord/").status_code == 303
    assert client_of(web, "ben").get("/netwerken/noord/").status_code == 404
    assert ana.get(f"{PATH}/ben").status_code == 404
    assert "Bel terug" in ana.get("/netwerken/noord/overdracht?van=ben").text


def test_somebody_leaves_a_network_and_stays_signed_in(
    web: Flask, ana: FlaskClient, given: Given
) -> None:
    ben = client_of(web, "ben")
    check_page(ben.get("/netwerken/noord/verlaten"))

    assert post(ben, "/netwerken/noord/verlaten").location == "/netwerken"

    page = ben.get("/netwerken")
    assert "Je bent geen lid meer van Noord." in page.text
    assert sorted(_roles(given)) == ["ana"]


def test_an_invitation_tells_nothing_about_accounts_elsewhere(
    ana: FlaskClient, given: Given
) -> None:
    check_page(ana.get(f"{PATH}/uitnodigen"))
    new, known = (
        post(ana, f"{PATH}/uitnodigen", email=email, name="Dana", role="editor")
        for email in ("dana@example.org", "cas@example.org")
    )

    assert (new.status_code, new.location) == (known.status_code, known.location) == (303, PATH)
    page = ana.get(PATH)
    check_page(page)
    assert page.text.count("uitgenodigd door Ana") == 2
    assert "Casper" not in page.text
    assert "Casper" not in ana.get("/netwerken/noord/logboek").text


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"email": "geen adres"}, "Dit is geen mailadres."),
        ({"email": "BEN@example.org"}, "al van een lid"),
        ({"role": ""}, "Kies een rol."),
        ({"role": "admin"}, "rol"),
        ({"name": ""}, "Vul de naam in."),
    ],
)
def test_a_wrong_invitation_says_what_to_do_and_loses_nothing(
    ana: FlaskClient, fields: dict[str, str], said: str
) -> None:
    typed = {"email": "dana@example.org", "name": "Dana", "role": "editor"} | fields
    page = post(ana, f"{PATH}/uitnodigen", **typed)
    check_page(page)
    assert page.status_code == 422
    assert said in page.text
    assert typed["email"] in page.text


def test_an_invitation_is_sent_again_or_withdrawn(ana: FlaskClient, given: Given) -> None:
    post(ana, f"{PATH}/uitnodigen", email="dana@example.org", name="Dana", role="reader")
    [invitation] = invitations.list_open(given.graph, network_id="noord")
    line = f"{PATH}/uitnodigingen/{invitation.user_id}"

    assert post(ana, f"{line}/opnieuw").status_code == 303
    assert len(invitations.list_open(given.graph, network_id="noord")) == 1
    assert post(ana, f"{line}/intrekken").status_code == 303

    assert invitations.list_open(given.graph, network_id="noord") == []
    assert post(ana, f"{line}/opnieuw").status_code == 404
    assert post(ana, f"{line}/intrekken").status_code == 404


def test_a_member_of_another_network_cannot_be_touched(ana: FlaskClient, given: Given) -> None:
    for path in ("cas/rol", "cas/weg"):
        assert post(ana, f"{PATH}/{path}", role="reader").status_code == 404
    assert members.list_all(given.graph, network_id="zuid")[0].role is Role.REGISSEUR
