"""Signing in with the account of the organisation, against a real provider on this machine."""

import json
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from flask import Flask
from flask.testing import FlaskClient
from redis import Redis

from graph.database import Graph
from graph.domain.words import Role
from graph.repositories import second_factors
from tests.engines import free_port
from tests.given import NOW, Given
from tests.runtime.processes import wait_for
from tests.webapp.browse import check_page, client_of
from webapp import create_app
from webapp.cli.supervisor import tethered
from webapp.settings import OidcSettings, WebSettings

SETTINGS = WebSettings(secret_key="for tests only " * 3, base_url="http://localhost")
START, BACK = "/aanmelden/organisatie", "/aanmelden/organisatie/terug"


def _person(sub: str, *, verified: object = True, **more: object) -> str:
    claims = {"sub": sub, "email": f"{sub}@example.org", "email_verified": verified}
    return f"--user-claims={json.dumps(claims | more)}"


@pytest.fixture(scope="module")
def provider() -> Iterator[str]:
    """A provider that knows some people: a process of its own, as in the world."""
    people = (
        _person("ana"),
        _person("sure", email="ana@example.org", amr=["pwd", "mfa"]),
        _person("unsure", email="ana@example.org", verified=False),
        _person("silent", email="ana@example.org", verified="true"),
        _person("stranger"),
        _person("closed"),
    )
    port = free_port()
    command = [sys.executable, "-m", "oidc_provider_mock", "--port", str(port), *people]
    process = subprocess.Popen(
        tethered(command), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        wait_for(lambda: _answers(port), seconds=60)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=20)


def _answers(port: int) -> bool:
    with socket.socket() as caller:
        return caller.connect_ex(("127.0.0.1", port)) == 0


def _app(graph: Graph, broker: Redis, issuer: str) -> Flask:
    oidc = OidcSettings(
        issuer=issuer, client_id="lokale-energie", client_secret="x", name="Gemeente Noord"
    )
    app = create_app(replace(SETTINGS, oidc=oidc), graph=graph, broker=broker, clock=lambda: NOW)
    app.testing = True
    return app


@pytest.fixture
def site(graph: Graph, given: Given, test_broker: Redis, provider: str) -> Flask:
    given.user("ana", given.network("noord"), Role.EDITOR)
    given.user("closed")
    return _app(graph, test_broker, provider)


def _at_provider(client: FlaskClient, sub: str, path: str = START) -> str:
    """Go to the provider, say who one is, and return the way back that it gives."""
    away = client.get(path)
    assert away.status_code in {302, 303}
    answer = requests.post(away.location, data={"sub": sub}, allow_redirects=False, timeout=10)
    return answer.headers["Location"].removeprefix("http://localhost")


def _sign_in(client: FlaskClient, sub: str, path: str = START) -> Any:
    return client.get(_at_provider(client, sub, path))


def test_the_button_leads_to_the_provider_with_all_that_protects(site: Flask) -> None:
    client = client_of(site)
    page = client.get("/aanmelden?next=/netwerken")
    check_page(page)
    assert "Aanmelden met Gemeente Noord" in page.text
    [start] = re.findall(rf'href="({START}[^"]*)"', page.text)

    asked = parse_qs(urlsplit(client.get(start).location).query)

    assert asked["redirect_uri"] == [f"http://localhost{BACK}"]
    assert asked["code_challenge_method"] == ["S256"]
    assert all(len(asked[name][0]) >= 20 for name in ("state", "nonce", "code_challenge"))


def test_who_has_an_account_comes_in_and_goes_on(site: Flask) -> None:
    client = client_of(site)
    answer = _sign_in(client, "ana", f"{START}?next=/netwerken")
    assert (answer.status_code, answer.location) == (303, "/netwerken")
    assert client.get("/account").status_code == 200


@pytest.mark.parametrize("sub", ["unsure", "silent"])
def test_an_address_that_nobody_verified_opens_nothing(site: Flask, sub: str) -> None:
    client = client_of(site)
    answer = _sign_in(client, sub)
    check_page(answer)
    assert answer.status_code == 403
    assert client.get("/account").status_code == 303


def test_no_account_is_made(site: Flask, rows: Any) -> None:
    before = rows("MATCH (user:User) RETURN count(user) AS users")
    answer = _sign_in(client_of(site), "stranger")
    check_page(answer)
    assert (answer.status_code, "nog geen account" in answer.text) == (403, True)
    assert rows("MATCH (user:User) RETURN count(user) AS users") == before


def test_a_disabled_account_stays_shut(site: Flask, rows: Any) -> None:
    rows("MATCH (user:User {id: 'closed'}) SET user.disabled_at = $now", now=NOW)
    assert _sign_in(client_of(site), "closed").status_code == 403


def test_a_second_step_is_asked_unless_the_provider_asked_one(site: Flask, graph: Graph) -> None:
    second_factors.set_up(graph, user_id="ana", secret="x", step=1, recovery_hashes=["h"], now=NOW)
    assert _sign_in(client_of(site), "ana").location == "/aanmelden/code"
    assert _sign_in(client_of(site), "sure").location == "/"


def test_an_answer_that_this_browser_did_not_ask_for_is_refused(site: Flask) -> None:
    stolen = _at_provider(client_of(site), "ana")
    for way_back in (stolen, BACK, f"{BACK}?error=access_denied", f"{BACK}?code=x&state=y"):
        client = client_of(site)
        answer = client.get(way_back)
        check_page(answer)
        assert answer.status_code == 403, way_back
        assert client.get("/account").status_code == 303


def test_an_answer_works_once(site: Flask) -> None:
    client = client_of(site)
    way_back = _at_provider(client, "ana")
    assert [client.get(way_back).status_code for _ in range(2)] == [303, 403]


def test_a_provider_that_is_away_leaves_the_password(
    graph: Graph, given: Given, test_broker: Redis
) -> None:
    site = _app(graph, test_broker, f"http://localhost:{free_port()}")
    client = client_of(site)

    answer = client.get(START)

    check_page(answer)
    assert (answer.status_code, "antwoordt niet" in answer.text) == (503, True)
    assert client.get("/aanmelden").status_code == 200


def test_without_a_provider_there_is_no_such_way(web: Flask) -> None:
    client = client_of(web)
    assert START not in client.get("/aanmelden").text
    assert [client.get(path).status_code for path in (START, BACK)] == [404, 404]


@pytest.mark.once
@pytest.mark.parametrize(
    ("environ", "problem"),
    [
        ({"OIDC_ISSUER": "http://login.example"}, "https"),
        ({"OIDC_ISSUER": "https://login.example"}, "OIDC_CLIENT_ID"),
    ],
)
def test_a_provider_that_cannot_work_stops_the_start(
    environ: dict[str, str], problem: str
) -> None:
    with pytest.raises(ValueError, match=problem):
        WebSettings.from_environment({"SECRET_KEY": "x" * 32} | environ)
