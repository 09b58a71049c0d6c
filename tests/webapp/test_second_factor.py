"""The second step: set up, asked for, trusted, renewed and switched off."""

import re
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from pyotp.totp import TOTP

from graph.database import Graph
from graph.domain.words import Role
from graph.repositories import second_factors, users
from tests.given import NOW, Given
from tests.hashing import quick_hash
from tests.webapp.browse import check_page, client_of, post

PASSWORD = "zes blauwe fietsen"
HASH = quick_hash(PASSWORD)
STEP = timedelta(seconds=30)
PAGE = "/account/tweede-stap"


@pytest.fixture(autouse=True)
def people(given: Given) -> None:
    given.network("noord")
    given.user("ana", "noord", Role.EDITOR, password_hash=HASH)
    given.user("rik", "noord", Role.REGISSEUR, password_hash=HASH)


def _sign_in(client: FlaskClient, name: str = "ana") -> Any:
    return post(client, "/aanmelden", email=f"{name}@example.org", wachtwoord=PASSWORD)


def _code(secret: str, steps: int = 0) -> str:
    return TOTP(secret).at(NOW + steps * STEP)


def _set_up(client: FlaskClient) -> tuple[str, list[str]]:
    """Set it up as people do; return the secret and the recovery codes."""
    page = client.get(PAGE)
    check_page(page)
    [shown] = re.findall(r'<code class="key">([A-Z2-7 ]+)</code>', page.text)
    secret = shown.replace(" ", "")
    confirmed = post(client, PAGE, code=_code(secret))
    assert (confirmed.status_code, confirmed.location) == (303, f"{PAGE}/codes")
    codes = client.get(confirmed.location)
    check_page(codes)
    return secret, re.findall(r"<li><code>([a-z2-9-]+)</code></li>", codes.text)


def _later(web: Flask, steps: int = 2) -> None:
    web.extensions["clock"] = lambda: NOW + steps * STEP


def test_after_setting_it_up_a_password_alone_opens_nothing(web: Flask) -> None:
    mine, other = client_of(web, "ana"), client_of(web, "ana")
    secret, codes = _set_up(mine)
    assert (len(set(codes)), mine.get(f"{PAGE}/codes").location) == (10, PAGE)
    assert other.get("/account").status_code == 303, "sessions without it end"
    client = client_of(web)

    asked = _sign_in(client)

    assert (asked.status_code, asked.location) == (303, "/aanmelden/code")
    assert client.get("/account").status_code == 303
    check_page(client.get("/aanmelden/code"))
    _later(web)
    assert post(client, "/aanmelden/code", code=_code(secret, 2)).location == "/"
    check_page(client.get("/account"))
    check_page(client.get(PAGE))


def test_the_graph_keeps_no_secret_that_can_be_read(web: Flask, rows: Any) -> None:
    secret, codes = _set_up(client_of(web, "ana"))
    [kept] = rows("MATCH (user:User {id: 'ana'}) RETURN properties(user) AS all")
    for plain in (secret, *codes):
        assert plain not in str(kept["all"])


def test_a_code_works_once_and_from_one_step_before_to_one_after(web: Flask) -> None:
    secret, _codes = _set_up(client_of(web, "ana"))
    _later(web, 10)
    client = client_of(web)
    _sign_in(client)

    def status(steps: int) -> int:
        return post(client, "/aanmelden/code", code=_code(secret, steps)).status_code

    assert [status(steps) for steps in (0, 8, 12)] == [422, 422, 422]
    assert status(9) == 303
    _sign_in(client)
    assert [status(steps) for steps in (9, 11)] == [422, 303], "used, and one step ahead"


def test_a_recovery_code_works_once_however_it_is_typed(web: Flask) -> None:
    _secret, codes = _set_up(client_of(web, "ana"))
    client = client_of(web)
    _sign_in(client)
    typed = codes[0].upper().replace("-", " ")

    assert post(client, "/aanmelden/code", code=typed).status_code == 303
    again = client_of(web)
    _sign_in(again)
    refused = post(again, "/aanmelden/code", code=codes[0])
    check_page(refused)
    assert (refused.status_code, "is al gebruikt" in refused.text) == (422, True)


def test_guessing_codes_ends_after_ten(web: Flask) -> None:
    _set_up(client_of(web, "ana"))
    client = client_of(web)
    _sign_in(client)

    answers = [post(client, "/aanmelden/code", code="000000").status_code for _ in range(11)]

    assert answers == [422] * 10 + [429]


def test_who_waits_too_long_begins_again(web: Flask) -> None:
    secret, _codes = _set_up(client_of(web, "ana"))
    client = client_of(web)
    _sign_in(client)
    _later(web, 21)

    late = post(client, "/aanmelden/code", code=_code(secret, 21))

    assert late.location == "/aanmelden"
    assert client.get("/account").status_code == 303


def test_the_second_step_ends_when_sessions_do(web: Flask, graph: Graph) -> None:
    secret, _codes = _set_up(client_of(web, "ana"))
    client = client_of(web)
    _sign_in(client)
    users.end_sessions(graph, user_id="ana", now=NOW)
    _later(web)
    assert post(client, "/aanmelden/code", code=_code(secret, 2)).location == "/aanmelden"


def test_a_trusted_device_asks_no_code_until_the_trust_ends(web: Flask) -> None:
    secret, _codes = _set_up(client_of(web, "ana"))
    _later(web)
    client = client_of(web)
    _sign_in(client)
    post(client, "/aanmelden/code", code=_code(secret, 2), trust="y")

    post(client, "/afmelden")
    assert _sign_in(client).location == "/", "trusted"
    assert _sign_in(client_of(web)).location == "/aanmelden/code", "another device is not"
    web.extensions["clock"] = lambda: NOW + timedelta(days=30, minutes=2)
    assert _sign_in(client).location == "/aanmelden/code", "thirty days have passed"
    _later(web)
    post(client, "/aanmelden/code", code=_code(secret, 3), trust="y")
    post(client, "/afmelden/overal")
    assert _sign_in(client).location == "/aanmelden/code", "taken back"


def test_a_forged_device_is_not_trusted(web: Flask) -> None:
    _set_up(client_of(web, "ana"))
    client = client_of(web)
    client.set_cookie("apparaat", "WyJ4IiwiYW5hIiwyLDk5OTk5OTk5OTldfQ.x.y")
    assert _sign_in(client).location == "/aanmelden/code"


def test_a_regisseur_does_nothing_before_it_is_set_up(web: Flask) -> None:
    client = client_of(web)
    _sign_in(client, "rik")

    for path in ("/account", "/netwerken/noord/", "/netwerken"):
        assert client.get(path).location == PAGE
    assert post(client, "/account/wachtwoord").location == PAGE
    page = client.get(PAGE)
    check_page(page)
    assert "Met jouw rol hoort dit erbij" in page.text
    _set_up(client)
    assert client.get("/netwerken/noord/").status_code == 200


def test_who_need_not_have_one_is_left_alone(web: Flask, given: Given) -> None:
    given.user("demo", "noord", Role.REGISSEUR, password_hash=HASH, is_demo=True)
    for name in ("ana", "demo"):
        client = client_of(web)
        _sign_in(client, name)
        assert client.get("/account").status_code == 200


def test_a_wrong_first_code_keeps_the_same_key(web: Flask) -> None:
    client = client_of(web, "ana")
    first = client.get(PAGE).text
    wrong = post(client, PAGE, code="123")
    check_page(wrong)
    [key] = re.findall(r'<code class="key">[A-Z2-7 ]+</code>', first)
    assert (wrong.status_code, key in wrong.text) == (422, True)


def test_changes_need_the_password(web: Flask, graph: Graph) -> None:
    client = client_of(web, "ana")
    _set_up(client)
    for act in ("opnieuw", "codes", "uit"):
        refused = post(client, f"{PAGE}/{act}", wachtwoord="gok gok gok gok")
        check_page(refused)
        assert (refused.status_code, "Dit is niet je wachtwoord." in refused.text) == (422, True)
    assert second_factors.get(graph, user_id="ana")


def test_i_renew_the_codes_the_app_and_switch_it_off(web: Flask, graph: Graph) -> None:
    client = client_of(web, "ana")
    first, codes = _set_up(client)
    renewed = post(client, f"{PAGE}/codes", wachtwoord=PASSWORD)
    assert codes[0] not in client.get(renewed.location).text
    again = post(client, f"{PAGE}/opnieuw", wachtwoord=PASSWORD)
    page = client.get(again.location)
    check_page(page)
    [shown] = re.findall(r'<code class="key">([A-Z2-7 ]+)</code>', page.text)
    assert shown.replace(" ", "") != first
    assert post(client, PAGE, code=_code(shown.replace(" ", ""))).status_code == 303

    assert post(client, f"{PAGE}/uit", wachtwoord=PASSWORD).location == "/account"

    assert second_factors.get(graph, user_id="ana") is None
    assert client.get("/account").status_code == 200


def test_a_regisseur_cannot_switch_it_off(web: Flask, graph: Graph) -> None:
    client = client_of(web, "rik")
    _set_up(client)
    page = client.get(PAGE)
    assert "Zet de tweede stap uit" not in page.text
    assert post(client, f"{PAGE}/uit", wachtwoord=PASSWORD).location == PAGE
    assert second_factors.get(graph, user_id="rik")


def test_another_key_of_the_installation_lets_nobody_in(web: Flask, rows: Any) -> None:
    _set_up(client_of(web, "ana"))
    rows("MATCH (user:User {id: 'ana'}) SET user.totp_secret = 'unreadable'")
    client = client_of(web)
    _sign_in(client)
    assert post(client, "/aanmelden/code", code="123456").status_code == 422
