"""The page behind an invitation: for a new account, for one that is there, and for nobody else."""

import pytest
from flask import Flask

from graph.domain.changes import Author
from graph.domain.invitations import InvitationFields
from graph.domain.words import Role
from graph.repositories import users
from tasks.inviting import invite
from tasks.tokens import secret_of
from tests.given import NOW, Given
from tests.webapp.browse import check_page, client_of, post
from webapp.settings import WebSettings

PASSWORD = "vier losse woorden samen"


@pytest.fixture
def noord(given: Given) -> Given:
    """Ana is regisseur of one network, Cas works in another."""
    given.network("noord")
    given.network("zuid")
    given.user("ana", "noord", Role.REGISSEUR)
    given.user("cas", "zuid")
    return given


def _link(web: Flask, given: Given, email: str) -> str:
    settings: WebSettings = web.extensions["web_settings"]
    key = invite(
        given.graph,
        network_id="noord",
        fields=InvitationFields(email=email, name="Dana", role=Role.EDITOR),
        secret_key=settings.secret_key,
        by=Author(id="ana", name="Ana"),
        now=NOW,
    )
    assert key
    secret = secret_of(key.removeprefix("token:"), secret_key=settings.secret_key)
    return f"/uitnodiging/{secret}"


def test_somebody_new_chooses_a_password_once(web: Flask, noord: Given) -> None:
    link, client = _link(web, noord, "dana@example.org"), client_of(web)
    page = client.get(link)
    check_page(page)
    assert "Ana nodigt je uit" in page.text
    assert "Redacteur" in page.text

    short = post(client, link, name="Dana de Wit", wachtwoord="kort")
    check_page(short)
    assert short.status_code == 422
    assert "Dana de Wit" in short.text
    done = post(client, link, name="Dana de Wit", wachtwoord=PASSWORD)

    assert done.status_code == 303
    gone = client.get(link)
    check_page(gone)
    assert gone.status_code == 404
    assert "Deze uitnodiging werkt niet meer" in gone.text
    assert post(client, link, name="Ander", wachtwoord=PASSWORD).status_code == 404
    signed_in = post(client, "/aanmelden", email="dana@example.org", wachtwoord=PASSWORD)
    assert signed_in.status_code == 303
    found = users.find_by_email(noord.graph, email="dana@example.org")
    assert found
    assert users.get(noord.graph, user_id=found.user_id).memberships[0].role is Role.EDITOR


def test_nobody_signs_in_to_an_account_that_waits(web: Flask, noord: Given) -> None:
    _link(web, noord, "dana@example.org")
    for guess in ("", "x", "nobody signs in with this"):
        answer = post(client_of(web), "/aanmelden", email="dana@example.org", wachtwoord=guess)
        assert answer.status_code == 422


def test_an_account_that_is_there_joins_after_signing_in(web: Flask, noord: Given) -> None:
    link = _link(web, noord, "cas@example.org")
    for client, told in (
        (client_of(web), "Dit mailadres heeft al een account."),
        (client_of(web, "ana"), "maar je bent aangemeld als ana@example.org"),
    ):
        page = client.get(link)
        check_page(page)
        assert told in page.text
        post(client, link, name="Cas", wachtwoord=PASSWORD)
        assert users.get(noord.graph, user_id="cas").network("noord") is None

    cas = client_of(web, "cas")
    check_page(cas.get(link))
    assert post(cas, link).location == "/netwerken"

    assert "Je doet mee." in cas.get("/netwerken").text
    assert cas.get("/netwerken/noord/").status_code == 200


def test_a_link_that_nobody_sent_says_nothing(web: Flask) -> None:
    page = client_of(web).get("/uitnodiging/verzonnen")
    check_page(page)
    assert page.status_code == 404
