"""Another password: by a link that was mailed, or with the one of now."""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.database import Graph
from graph.repositories import users
from tasks import access
from tasks import messages as mailing
from tasks.mail import kept
from tests.given import NOW, Given
from tests.hashing import quick_hash
from tests.jobs import run_at_once
from tests.tasks.world import settings
from tests.webapp.browse import check_page, client_of, csrf_token, post
from webapp.auth.passwords import verify

OLD, NEW = "zes blauwe fietsen", "negen rode ballonnen"
HASH = quick_hash(OLD)

Rows = Callable[..., list[dict[str, object]]]
Links = Callable[[], list[str]]


@pytest.fixture(autouse=True)
def ana(given: Given) -> None:
    given.user("ana", password_hash=HASH)


@pytest.fixture
def mailed(
    graph: Graph, rows: Rows, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[Links]:
    """Run the jobs at once, and read the links in the mails that left."""
    here = settings(tmp_path)
    for module in (access, mailing):
        monkeypatch.setattr(module, "open_graph", lambda: graph)
        monkeypatch.setattr(module, "task_settings", lambda: here)
        monkeypatch.setattr(module, "_now", lambda: NOW)

    def links() -> list[str]:
        found = [kept.read(here.mail_dir, key=f"token:{id}") for id in _token_ids(rows)]
        texts = [mail.text for mail in found if mail]
        return [link for text in texts for link in re.findall(r"http\S+/wachtwoord/[\w-]+", text)]

    with run_at_once():
        yield links


def _token_ids(rows: Rows) -> list[str]:
    found = rows("MATCH (token:Token) RETURN token.id AS id ORDER BY id")
    return [str(row["id"]) for row in found]


def _ask(client: FlaskClient, email: str = "ana@example.org") -> str:
    answer = post(client, "/wachtwoord-vergeten", email=email)
    assert (answer.status_code, answer.location) == (303, "/wachtwoord-vergeten/verstuurd")
    page = client.get(answer.location)
    check_page(page)
    return page.text


def _path(links: list[str]) -> str:
    return links[0].removeprefix("https://energie.example")


def _choose(client: FlaskClient, path: str, password: str = NEW) -> int:
    return post(client, path, wachtwoord=password, wachtwoord_weer=password).status_code


def _can_sign_in(web: Flask, password: str) -> bool:
    form = {"email": "ana@example.org", "wachtwoord": password}
    return post(client_of(web), "/aanmelden", **form).status_code == 303


def test_a_link_gives_a_new_password_once_and_ends_every_session(
    web: Flask, mailed: Links
) -> None:
    signed_in, client = client_of(web, "ana"), client_of(web)
    _ask(client, " ANA@example.org ")
    path = _path(mailed())
    check_page(client.get(path))

    assert _choose(client, path) == 303

    assert "Je nieuwe wachtwoord werkt" in client.get("/aanmelden").text
    assert signed_in.get("/account").status_code == 303
    assert (_can_sign_in(web, NEW), _can_sign_in(web, OLD)) == (True, False)
    ended = client.get(path)
    check_page(ended)
    assert (ended.status_code, "Deze link werkt niet meer" in ended.text) == (404, True)
    assert _choose(client, path, "nog een ander wachtwoord") == 404


def test_nobody_learns_who_has_an_account(web: Flask, mailed: Links) -> None:
    client = client_of(web)

    known, unknown = _ask(client), _ask(client, "niemand@example.org")

    assert known == unknown
    assert len(set(mailed())) == 1


def test_a_link_ends_after_half_an_hour_and_with_the_next_one(web: Flask, mailed: Links) -> None:
    client = client_of(web)
    _ask(client)
    first = _path(mailed())
    web.extensions["clock"] = lambda: NOW + timedelta(minutes=29)
    assert client.get(first).status_code == 200
    web.extensions["clock"] = lambda: NOW + timedelta(minutes=30)
    assert client.get(first).status_code == 404

    web.extensions["clock"] = lambda: NOW
    _ask(client)
    second = _path(mailed()[1:])
    assert [client.get(path).status_code for path in (first, second)] == [404, 200]


@pytest.mark.parametrize(
    ("password", "again", "problem"),
    [
        ("te kort", "te kort", "12 tot 128 tekens"),
        ("x" * 129, "x" * 129, "12 tot 128 tekens"),
        (NEW, NEW + "x", "Typ twee keer hetzelfde"),
        ("", "", "Kies een nieuw wachtwoord."),
    ],
)
def test_a_weak_password_leaves_the_link_open(
    web: Flask, mailed: Links, password: str, again: str, problem: str
) -> None:
    client = client_of(web)
    _ask(client)
    path = _path(mailed())

    answer = post(client, path, wachtwoord=password, wachtwoord_weer=again)

    check_page(answer)
    assert (answer.status_code, problem in answer.text) == (422, True)
    assert client.get(path).status_code == 200


def test_asking_often_is_slowed_down_also_for_who_has_no_account(
    web: Flask, mailed: Links
) -> None:
    for email in ("ana@example.org", "niemand@example.org"):
        client = client_of(web)
        asked = [post(client, "/wachtwoord-vergeten", email=email).status_code for _ in range(4)]
        assert asked == [303, 303, 303, 429]


HOSTS = (
    "evil.example", "localhost.evil.example", "localhost:80@evil.example", "evil.example:5000",
    "energie.example.evil.example", "localhost, evil.example", "[::1].evil.example",
)  # fmt: skip
FORWARDED = (
    "X-Forwarded-Host", "X-Host", "X-Forwarded-Server", "X-Original-Host", "X-HTTP-Host-Override",
    "X-Forwarded-Prefix", "X-Original-URL", "X-Rewrite-URL", "X-Forwarded-For",
)  # fmt: skip


def test_the_host_in_a_link_is_always_the_one_in_the_settings(web: Flask, mailed: Links) -> None:
    client = client_of(web)
    token = csrf_token(client)
    variants = [{"Host": host} for host in HOSTS]
    variants += [{name: "evil.example"} for name in FORWARDED]
    variants += [{"Forwarded": f"host={host};proto=http"} for host in HOSTS[:4]]
    for number, headers in enumerate(variants):
        client.post(
            "/wachtwoord-vergeten",
            data={"csrf_token": token, "email": "ana@example.org"},
            headers=headers,
            environ_overrides={"REMOTE_ADDR": f"192.0.2.{number}"},
        )
    assert len(variants) == 20
    assert {link.partition("/wachtwoord/")[0] for link in mailed()} == {"https://energie.example"}


def test_i_change_my_password_and_stay_here_only(web: Flask, graph: Graph) -> None:
    here, there = client_of(web, "ana"), client_of(web, "ana")
    check_page(here.get("/account/wachtwoord"))

    changed = post(
        here, "/account/wachtwoord", wachtwoord_nu=OLD, wachtwoord=NEW, wachtwoord_weer=NEW
    )

    assert (changed.status_code, changed.location) == (303, "/account")
    assert (here.get("/account").status_code, there.get("/account").status_code) == (200, 303)
    known = users.find_by_email(graph, email="ana@example.org")
    assert known
    assert verify(NEW, known.password_hash)


def test_a_change_needs_the_password_of_now(web: Flask) -> None:
    client = client_of(web, "ana")
    fields = {"wachtwoord_nu": "gok gok gok gok", "wachtwoord": NEW, "wachtwoord_weer": NEW}

    answer = post(client, "/account/wachtwoord", **fields)

    check_page(answer)
    assert (answer.status_code, "Dit is niet je wachtwoord" in answer.text) == (422, True)
    assert _can_sign_in(web, OLD)
