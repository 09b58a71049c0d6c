"""Another mail address: asked with my password, proven by a link that goes to the new one."""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from graph.database import Graph
from graph.domain.tokens import NewToken
from graph.domain.words import TokenKind
from graph.repositories import tokens, users
from tasks import access
from tasks import messages as mailing
from tasks.mail import kept
from tests.given import NOW, Given
from tests.hashing import quick_hash
from tests.jobs import run_at_once
from tests.tasks.world import settings
from tests.webapp.browse import check_page, client_of, post

PASSWORD = "zes blauwe fietsen"
HASH = quick_hash(PASSWORD)
PAGE, NEW = "/account/mailadres", "ana.nieuw@example.org"

Rows = Callable[..., list[dict[str, object]]]
Links = Callable[[], list[str]]


@pytest.fixture
def ana(web: Flask, given: Given) -> FlaskClient:
    """A browser of Ana; Ben has an account too."""
    for name in ("ana", "ben"):
        given.user(name, password_hash=HASH)
    return client_of(web, "ana")


@pytest.fixture
def mailed(
    graph: Graph, rows: Rows, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[Links]:
    """Run the jobs at once, and read the links in the mails that left, and to whom."""
    here = settings(tmp_path)
    for module in (access, mailing):
        monkeypatch.setattr(module, "open_graph", lambda: graph)
        monkeypatch.setattr(module, "task_settings", lambda: here)
        monkeypatch.setattr(module, "_now", lambda: NOW)

    def links() -> list[str]:
        found = rows("MATCH (token:Token) RETURN token.id AS id ORDER BY token.created_at, id")
        mails = [kept.read(here.mail_dir, key=f"token:{row['id']}") for row in found]
        texts = [mail.text for mail in mails if mail]
        return [path for text in texts for path in re.findall(r"(/mailadres/[\w-]+)", text)]

    with run_at_once():
        yield links


def _ask(client: FlaskClient, email: str = NEW, password: str = PASSWORD) -> TestResponse:
    return post(client, PAGE, email=email, wachtwoord=password)


def _can_sign_in(web: Flask, email: str) -> bool:
    answer = post(client_of(web), "/aanmelden", email=email, wachtwoord=PASSWORD)
    return answer.status_code == 303


def test_i_sign_in_with_the_new_address_once_its_link_is_used(
    web: Flask, ana: FlaskClient, mailed: Links
) -> None:
    check_page(ana.get(PAGE))
    asked = _ask(ana, " ANA.Nieuw@example.org ")
    assert (asked.status_code, asked.location) == (303, "/account")
    page = ana.get("/account")
    check_page(page)
    assert "Kijk in de mail van je nieuwe adres" in page.text
    assert not _can_sign_in(web, NEW)
    [path] = mailed()
    reader = client_of(web)

    shown = reader.get(path)
    check_page(shown)
    assert NEW in shown.text
    assert _can_sign_in(web, "ana@example.org"), "looking changes nothing"
    assert post(reader, path).location == "/aanmelden"

    assert "Je nieuwe mailadres werkt" in reader.get("/aanmelden").text
    assert (_can_sign_in(web, NEW), _can_sign_in(web, "ana@example.org")) == (True, False)
    assert ana.get("/account").status_code == 303, "sessions ended"
    ended = reader.get(path)
    check_page(ended)
    assert (ended.status_code, post(reader, path).status_code) == (404, 404)


def test_nobody_learns_whether_an_address_is_taken(ana: FlaskClient, mailed: Links) -> None:
    answers: list[tuple[int, str]] = []
    for email in ("ben@example.org", NEW):
        asked = _ask(ana, email)
        page = ana.get(asked.location).text
        answers.append((asked.status_code, re.sub(r'csrf_token" value="[^"]+"', "", page)))

    assert answers[0] == answers[1]
    assert len(mailed()) == 1


def test_an_address_that_was_taken_meanwhile_stays_of_who_has_it(
    ana: FlaskClient, mailed: Links, graph: Graph, given: Given
) -> None:
    _ask(ana)
    [path] = mailed()
    given.user("nieuw", email=NEW)

    assert post(ana, path).status_code == 404

    assert users.get(graph, user_id="ana").email == "ana@example.org"
    assert ana.get("/account").status_code == 200, "nothing ended"


def test_a_link_works_for_a_day(web: Flask, ana: FlaskClient, mailed: Links) -> None:
    _ask(ana)
    [path] = mailed()
    statuses: list[int] = []
    for hours in (23, 24):
        web.extensions["clock"] = lambda hours=hours: NOW + timedelta(hours=hours)
        statuses.append(client_of(web).get(path).status_code)
    assert statuses == [200, 404]


def test_the_old_address_gives_no_way_in_any_more(
    ana: FlaskClient, mailed: Links, graph: Graph, rows: Rows
) -> None:
    rows("MATCH (user:User {id: 'ana'}) SET user.mail_paused_at = $now", now=NOW)
    reset = NewToken(id="reset", kind=TokenKind.RESET, user_id="ana", email="ana@example.org")
    graph.transact(lambda tx: tokens.create(tx, new=reset, secret="s", now=NOW))
    _ask(ana)

    post(ana, mailed()[-1])

    assert tokens.find(graph, secret="s", kind=TokenKind.RESET, now=NOW) is None
    assert not users.get(graph, user_id="ana").mail_bounces, "the new address works"


@pytest.mark.parametrize(
    ("email", "password", "problem"),
    [
        ("", PASSWORD, "Vul je nieuwe mailadres in."),
        ("geen adres", PASSWORD, "Dit is geen mailadres."),
        ("Ana@example.org", PASSWORD, "Dit is je mailadres al."),
        (NEW, "gok gok gok gok", "Dit is niet je wachtwoord."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_mailed(
    ana: FlaskClient, mailed: Links, email: str, password: str, problem: str
) -> None:
    answer = _ask(ana, email, password)

    check_page(answer)
    assert (answer.status_code, problem in answer.text) == (422, True)
    assert f'value="{email}"' in answer.text
    assert mailed() == []
