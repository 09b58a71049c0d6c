"""Signing in and out: what is said, what is kept, and what an attacker learns."""

from datetime import timedelta
from typing import Any

import pytest
from argon2 import PasswordHasher, Type
from flask import Flask
from flask.testing import FlaskClient
from redis import Redis

from graph.database import Graph
from graph.repositories import users
from tests.given import NOW, Given
from tests.hashing import quick_hash
from tests.webapp.browse import check_page, client_of, csrf_token, post
from webapp import create_app
from webapp.access import own_path
from webapp.auth import passwords
from webapp.settings import WebSettings

PASSWORD = "zes blauwe fietsen"
HASH = quick_hash(PASSWORD)


@pytest.fixture
def client(web: Flask, given: Given) -> FlaskClient:
    """A browser at the door; Ana has an account."""
    given.user("ana", password_hash=HASH)
    return client_of(web)


def _try(client: FlaskClient, password: str = PASSWORD, **more: Any) -> Any:
    fields = {"email": "ana@example.org", "wachtwoord": password} | more
    return post(client, "/aanmelden", **fields)


def test_the_right_password_opens_my_networks(client: FlaskClient) -> None:
    answer = _try(client, email=" ANA@example.org")

    assert (answer.status_code, answer.location) == (303, "/")
    assert client.get("/netwerken").status_code == 200


@pytest.mark.parametrize(
    ("email", "password"),
    [("ana@example.org", "verkeerd"), ("niemand@example.org", PASSWORD)],
    ids=["wrong password", "unknown address"],
)
def test_a_refusal_never_tells_which_half_was_wrong(
    client: FlaskClient, email: str, password: str
) -> None:
    answer = _try(client, password, email=email)

    check_page(answer)
    assert answer.status_code == 422
    assert "Dit e-mailadres en wachtwoord horen niet bij elkaar." in answer.text
    assert "<title>Fout: Aanmelden" in answer.text
    assert f'value="{email}"' in answer.text
    assert password not in answer.text
    assert client.get("/netwerken").status_code == 303


def test_an_empty_form_says_what_to_fill_in(client: FlaskClient) -> None:
    answer = _try(client, "", email="")

    check_page(answer)
    assert answer.status_code == 422
    assert "2 dingen kloppen nog niet" in answer.text
    assert 'href="#email"' in answer.text
    assert 'aria-describedby="wachtwoord-error"' in answer.text


def test_guessing_ends_after_ten_tries_but_never_shuts_out_the_owner(
    client: FlaskClient, web: Flask, given: Given
) -> None:
    given.user("ben", password_hash=HASH)
    owner = client_of(web)
    _try(owner)
    post(owner, "/afmelden")

    answers = [_try(client, f"gok {n}").status_code for n in range(12)]

    assert answers == [422] * 10 + [429] * 2
    refused = _try(client)
    check_page(refused)
    assert (refused.status_code, "Wacht een kwartier" in refused.text) == (429, True)
    assert _try(client, email="ben@example.org").status_code == 303
    assert _try(owner).status_code == 303, "at the same address, in a browser that knows her"
    elsewhere = client_of(web)
    elsewhere.environ_base["REMOTE_ADDR"] = "192.0.2.7"
    assert _try(elsewhere).status_code == 303


def test_an_unknown_address_is_slowed_down_in_the_same_words(client: FlaskClient) -> None:
    answers = [_try(client, "gok", email="niemand@example.org") for _ in range(11)]

    assert [answer.status_code for answer in answers] == [422] * 10 + [429]
    assert "Wacht een kwartier" in answers[-1].text


def test_without_counting_nobody_guesses(client: FlaskClient, test_broker: Redis) -> None:
    token = csrf_token(client)
    test_broker.config_set("maxmemory", "1")  # pyright: ignore[reportUnknownMemberType]
    try:
        fields = {"email": "ana@example.org", "wachtwoord": PASSWORD, "csrf_token": token}
        answer = client.post("/aanmelden", data=fields)
    finally:
        test_broker.config_set("maxmemory", "0")  # pyright: ignore[reportUnknownMemberType]
    check_page(answer)
    assert answer.status_code == 503


def test_signing_in_often_is_no_guessing(client: FlaskClient, web: Flask) -> None:
    assert [_try(client_of(web)).status_code for _ in range(7)] == [303] * 7


def test_afterwards_people_go_on_where_they_were(client: FlaskClient) -> None:
    sent_away = client.get("/netwerken?vorm=a")

    assert sent_away.status_code == 303
    assert sent_away.location == "/aanmelden?next=/netwerken?vorm%3Da"
    back = post(client, sent_away.location, email="ana@example.org", wachtwoord=PASSWORD)
    assert back.location == "/netwerken?vorm=a"


def test_a_piece_of_a_page_sends_the_whole_page_to_the_door(client: FlaskClient) -> None:
    asked = {"HX-Request": "true", "HX-Current-URL": "http://localhost/netwerken?q=a"}

    answer = client.get("/netwerken", headers=asked)

    assert answer.status_code == 401
    assert answer.headers["HX-Redirect"] == "/aanmelden?next=/netwerken?q%3Da"


_EVIL = "evil.example"
ELSEWHERE = [
    *(f"{scheme}:{slashes}{_EVIL}" for scheme in ("https", "http", "HTTPS", "ftp", "ws", "data")
      for slashes in ("", "/", "//", "///", "\\\\")),
    *(f"{start}{_EVIL}" for start in (
        "//", "///", "////", "\\\\", "/\\", "\\/", "/\\/", "\\", "//\\", "/\t/", "/\n/", "/\r/",
        "\t//", " //", "/ /", "/\x00/", "\x01//", "//user@", "//user:pw@", "https:@", "//[::1]@",
        "//%2e%2e@", "netwerken//", "?//", "#//", ".//", "..//", "",
    )),
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "vbscript:x", "mailto:a@evil.example", "//",
]  # fmt: skip


@pytest.mark.parametrize("target", [None, *ELSEWHERE])
@pytest.mark.once
def test_only_a_path_of_our_own_is_gone_to(target: str | None) -> None:
    assert own_path(target) is None


@pytest.mark.once
def test_sixty_ways_elsewhere_were_tried() -> None:
    assert len(set(ELSEWHERE)) >= 60


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example", "/\\evil.example"])
def test_nobody_is_sent_to_another_site(client: FlaskClient, target: str) -> None:
    answer = client.post(
        "/aanmelden",
        query_string={"next": target},
        data={
            "email": "ana@example.org",
            "wachtwoord": PASSWORD,
            "csrf_token": csrf_token(client),
        },
    )
    assert (answer.status_code, answer.location) == (303, "/")


def test_the_session_gets_another_name_at_the_door(client: FlaskClient) -> None:
    client.get("/aanmelden")
    planted = client.get_cookie("lokale-energie")
    _try(client)
    fresh = client.get_cookie("lokale-energie")

    assert planted
    assert fresh
    assert planted.value != fresh.value
    client.set_cookie("lokale-energie", planted.value)
    assert client.get("/netwerken").status_code == 303


def test_signing_out_ends_the_session_on_the_server(client: FlaskClient) -> None:
    _try(client)
    stolen = client.get_cookie("lokale-energie")
    assert stolen

    answer = post(client, "/afmelden")

    assert (answer.status_code, answer.location) == (303, "/aanmelden")
    client.set_cookie("lokale-energie", stolen.value)
    assert client.get("/netwerken").status_code == 303


def test_a_new_password_ends_every_session(client: FlaskClient, graph: Graph) -> None:
    _try(client)

    users.set_password(graph, user_id="ana", password_hash=HASH, now=NOW)

    assert client.get("/netwerken").status_code == 303


def test_a_disabled_account_is_out_at_once(client: FlaskClient, rows: Any) -> None:
    _try(client)

    rows("MATCH (user:User {id: 'ana'}) SET user.disabled_at = $now", now=NOW)

    assert client.get("/netwerken").status_code == 303


def test_a_session_has_a_longest_day(client: FlaskClient, web: Flask) -> None:
    _try(client)

    web.extensions["clock"] = lambda: NOW + timedelta(hours=11, minutes=59)
    assert client.get("/netwerken").status_code == 200
    web.extensions["clock"] = lambda: NOW + timedelta(hours=12, minutes=1)
    assert client.get("/netwerken").status_code == 303


def test_an_idle_session_is_forgotten(client: FlaskClient, test_broker: Redis) -> None:
    _try(client)

    cookie = client.get_cookie("lokale-energie")
    assert cookie
    assert 7 * 3600 < test_broker.ttl(f"session:{cookie.value}") <= 8 * 3600


def test_an_old_hash_is_renewed_quietly(
    client: FlaskClient,
    graph: Graph,
    product_hasher: PasswordHasher,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(passwords, "hasher", product_hasher)
    assert passwords.is_outdated(HASH)

    assert _try(client).status_code == 303

    known = users.find_by_email(graph, email="ana@example.org")
    assert known
    assert not passwords.is_outdated(known.password_hash)
    assert passwords.verify(PASSWORD, known.password_hash)
    assert client.get("/netwerken").status_code == 200


@pytest.mark.once
def test_people_get_a_hash_that_is_slow_to_guess(product_hasher: PasswordHasher) -> None:
    how = product_hasher
    assert (how.type, how.memory_cost, how.time_cost) == (Type.ID, 64 * 1024, 3)


def test_the_cookie_is_for_this_site_alone(graph: Graph, test_broker: Redis) -> None:
    settings = WebSettings(secret_key="x" * 40, base_url="https://lokaal.example")
    app = create_app(settings, graph=graph, broker=test_broker)

    answer = app.test_client().get("/aanmelden", base_url="https://lokaal.example")

    [cookie] = answer.headers.getlist("Set-Cookie")
    assert cookie.startswith("__Host-lokale-energie=")
    for part in ("Secure", "HttpOnly", "Path=/", "SameSite=Lax"):
        assert part in cookie
    assert "Domain" not in cookie
    assert "max-age=31536000" in answer.headers["Strict-Transport-Security"]


def test_a_weakness_can_be_told_to_somebody(graph: Graph, test_broker: Redis, web: Flask) -> None:
    settings = WebSettings.from_environment(
        {"SECRET_KEY": "x" * 40, "SECURITY_CONTACT": "veilig@lokaal.example"}
    )
    app = create_app(settings, graph=graph, broker=test_broker, clock=lambda: NOW)

    answer = app.test_client().get("/.well-known/security.txt")

    assert answer.content_type == "text/plain; charset=utf-8"
    assert answer.text.splitlines() == [
        "Contact: mailto:veilig@lokaal.example",
        "Expires: 2027-05-22T09:30:00Z",
        "Preferred-Languages: nl, en",
        "Canonical: http://localhost:5000/.well-known/security.txt",
    ]
    assert client_of(web).get("/.well-known/security.txt").status_code == 404
