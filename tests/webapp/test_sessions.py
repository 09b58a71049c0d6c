"""When a session ends, at once and everywhere, and what was typed is not lost with it."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.database import Graph
from graph.domain.words import Role
from graph.repositories import users
from tests.given import NOW, Given
from tests.hashing import quick_hash
from tests.webapp.browse import check_page, client_of, csrf_token, post

PASSWORD = "zes blauwe fietsen"
HASH = quick_hash(PASSWORD)
COOKIE = "lokale-energie"
ACTOR = {"name": "De Kajuit", "kind": "drop_in", "version": "1", "description": "Lang verhaal <b>"}


@pytest.fixture(autouse=True)
def people(given: Given) -> None:
    given.network("noord")
    for name in ("ana", "ben"):
        given.user(name, "noord", Role.EDITOR, password_hash=HASH)


def _end_by_new_role(graph: Graph) -> None:
    users.set_membership(graph, user_id="ana", network_id="noord", role=Role.READER, now=NOW)


def _end_by_new_password(graph: Graph) -> None:
    users.set_password(graph, user_id="ana", password_hash=HASH, now=NOW)


def _end_everywhere(graph: Graph) -> None:
    users.end_sessions(graph, user_id="ana", now=NOW)


@pytest.mark.parametrize("end", [_end_by_new_role, _end_by_new_password, _end_everywhere])
def test_every_session_ends_at_once(
    web: Flask, graph: Graph, end: Callable[[Graph], None]
) -> None:
    clients = [client_of(web, "ana"), client_of(web, "ana")]
    assert [client.get("/account").status_code for client in clients] == [200, 200]

    end(graph)

    assert [client.get("/account").status_code for client in clients] == [303, 303]


def test_the_same_role_again_ends_nothing(web: Flask, graph: Graph) -> None:
    client = client_of(web, "ana")
    users.set_membership(graph, user_id="ana", network_id="noord", role=Role.EDITOR, now=NOW)
    assert client.get("/account").status_code == 200


def test_i_end_my_sessions_everywhere_and_no_copy_of_a_cookie_works(web: Flask) -> None:
    here, there = client_of(web, "ana"), client_of(web, "ana")
    stolen = here.get_cookie(COOKIE)
    assert stolen

    answer = post(here, "/afmelden/overal")

    assert (answer.status_code, answer.location) == (303, "/aanmelden")
    assert "Je bent overal afgemeld." in here.get("/aanmelden").text
    here.set_cookie(COOKIE, stolen.value)
    assert here.get("/account").status_code == 303
    assert there.get("/account").status_code == 303
    assert client_of(web, "ben").get("/account").status_code == 200


def _sign_in(client: FlaskClient, name: str, path: str = "/aanmelden") -> Any:
    return post(client, path, email=f"{name}@example.org", wachtwoord=PASSWORD)


def _send_after_the_end(client: FlaskClient, graph: Graph, **more: Any) -> Any:
    """Sign in, let the session end, and then send a form with a long text."""
    _sign_in(client, "ana")
    token = csrf_token(client)
    _end_everywhere(graph)
    fields = {"csrf_token": token, **ACTOR}
    return client.post("/netwerken/noord/partners/nieuw", data=fields, **more)


def test_what_was_typed_comes_back_after_signing_in_again(web: Flask, graph: Graph) -> None:
    client = client_of(web)
    sent_away = _send_after_the_end(client, graph)

    assert sent_away.location == "/aanmelden?next=/aanmelden/verder"
    door = client.get(sent_away.location)
    check_page(door)
    assert "Wat je typte is bewaard" in door.text
    assert _sign_in(client, "ana", sent_away.location).location == "/aanmelden/verder"
    page = client.get("/aanmelden/verder")
    check_page(page)
    assert 'action="/netwerken/noord/partners/nieuw"' in page.text
    assert 'name="description" value="Lang verhaal &lt;b&gt;"' in page.text
    saved = post(client, "/netwerken/noord/partners/nieuw", **ACTOR)
    assert saved.status_code == 303
    assert "Lang verhaal &lt;b&gt;" in client.get(saved.location).text
    assert client.get("/aanmelden/verder").location == "/", "it arrived, so it is dropped"


def test_htmx_is_led_to_the_door_with_what_was_typed(web: Flask, graph: Graph) -> None:
    answer = _send_after_the_end(client_of(web), graph, headers={"HX-Request": "true"})

    assert answer.status_code == 401
    assert answer.headers["HX-Redirect"] == "/aanmelden?next=/aanmelden/verder"


def test_what_was_typed_never_reaches_somebody_else(web: Flask, graph: Graph) -> None:
    client = client_of(web)
    sent_away = _send_after_the_end(client, graph)

    _sign_in(client, "ben", sent_away.location)

    assert client.get("/aanmelden/verder").location == "/"
    assert client.get("/aanmelden/verder").location == "/", "and it is gone"


def test_nothing_is_kept_of_who_never_signed_in_here(web: Flask) -> None:
    answer = client_of(web).post("/netwerken/noord/partners/nieuw", data={"name": "Vals"})
    assert answer.location == "/aanmelden"


def test_passwords_and_long_texts_are_not_kept(web: Flask, graph: Graph) -> None:
    client = client_of(web)
    _sign_in(client, "ana")
    _end_everywhere(graph)
    secret = {"wachtwoord_nu": "geheim", "wachtwoord": "geheim 2", "wachtwoord_weer": "geheim 2"}

    assert client.post("/account/wachtwoord", data=secret).location == "/aanmelden"
    long = client.post("/netwerken/noord/partners/nieuw", data={"name": "x" * 70_000})
    assert long.location == "/aanmelden"


def test_i_can_throw_away_what_i_typed(web: Flask, graph: Graph) -> None:
    client = client_of(web)
    _sign_in(client, "ana", _send_after_the_end(client, graph).location)

    assert post(client, "/aanmelden/verder/weg").status_code == 303
    assert client.get("/aanmelden/verder").location == "/"
