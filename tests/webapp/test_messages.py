"""My mails, my wishes, and the stop link that works for a mail program."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from flask import Flask

from graph.database import Graph
from graph.domain.messages import digest, failed
from graph.domain.postal import Due, Frequency
from graph.domain.preferences import ReminderWish, Wishes
from graph.domain.words import MessageKind, MessageReason, Role
from graph.repositories import messages, preferences
from tasks.delivery import Delivery, send
from tasks.mail.transport import into_folder
from tasks.stops import Stop, sign
from tests.given import NOW, TODAY, Given
from tests.jobs import enqueue_to
from tests.tasks.test_every_mail import GOLDEN
from tests.tasks.world import busy_week, post
from tests.webapp.browse import check_page, client_of
from tests.webapp.browse import post as send_form
from webapp.settings import WebSettings

STOP = "/mail/stop/"
SWITCH = "/berichten/aan-of-uit"
WEEK = Due(first_day=TODAY, day=TODAY)
OUT = {"messages.index", "messages.ask_stop"}
LEADS_TO = {
    "digest": OUT | {"map.show", "introductions.index", "cold_ties.show"},
    "combined": OUT | {"map.show", "white_spots.show", "dashboard.show"},
    "health": OUT | {"measures.show", "history.show", "risk.show"},
    "reminders": OUT,
}


@pytest.fixture
def sent(web: Flask, graph: Graph, given: Given, tmp_path: Path) -> str:
    """The digest of Ana, in the folder that the web reads; returns the id of the message."""
    busy_week(given)
    settings: WebSettings = web.extensions["web_settings"]
    web.extensions["web_settings"] = replace(settings, mail_dir=tmp_path)
    key = given.mail(digest("ana", "noord", WEEK))
    delivery = Delivery(
        post=post(graph, tmp_path), deliver=into_folder(tmp_path), clock=lambda: NOW
    )
    send(delivery, key)
    [line] = messages.list_for_user(graph, user_id="ana")
    return line.message.id


def test_everybody_sees_their_own_mails(web: Flask, sent: str) -> None:
    mine, others = (client_of(web, user).get("/berichten") for user in ("ana", "ben"))

    check_page(mine)
    check_page(others)
    assert "Noord, week 48: 1 actie te laat" in mine.text
    assert "verstuurd" in mine.text
    assert "Je kreeg nog geen mail." in others.text


def test_a_mail_is_shown_as_text_with_its_picture(web: Flask, sent: str) -> None:
    client = client_of(web, "ana")

    page = client.get(f"/berichten/{sent}")

    check_page(page)
    assert "Vrijdagavond open: 45 dagen (sinds kort)" in page.text
    assert 'href="/netwerken/noord/acties"' in page.text
    assert "energie.example" not in page.text, "links stay on this site"
    picture = client.get(f"/berichten/{sent}/netwerk.png")
    assert (picture.mimetype, picture.data[:8]) == ("image/png", b"\x89PNG\r\n\x1a\n")


def test_a_mail_can_be_kept_as_a_file(web: Flask, sent: str) -> None:
    kept = client_of(web, "ana").get(f"/berichten/{sent}/bericht.eml")

    assert kept.mimetype == "message/rfc822"
    assert "attachment" in kept.headers["Content-Disposition"]
    assert b"List-Unsubscribe-Post: List-Unsubscribe=One-Click" in kept.data


@pytest.mark.parametrize("part", ["", "/netwerk.png", "/bericht.eml"])
def test_a_mail_of_somebody_else_does_not_exist(web: Flask, sent: str, part: str) -> None:
    assert client_of(web, "ben").get(f"/berichten/{sent}{part}").status_code == 404


def test_a_mail_that_left_by_the_server_says_where_it_is(
    web: Flask, sent: str, tmp_path: Path
) -> None:
    for kept in tmp_path.glob("*.eml"):
        kept.unlink()
    client = client_of(web, "ana")

    page = client.get(f"/berichten/{sent}")

    check_page(page)
    assert "Hij staat in je mailbox." in page.text
    assert client.get(f"/berichten/{sent}/bericht.eml").status_code == 404
    assert client.get(f"/berichten/{sent}/netwerk.png").status_code == 404


def test_the_digest_of_now_can_be_seen_before_it_comes(web: Flask, given: Given) -> None:
    busy_week(given)
    given.member("ana", given.network("zuid"))
    client = client_of(web, "ana")

    page = client.get("/berichten/voorbeeld?netwerk=noord")
    combined = client.get("/berichten/voorbeeld?netwerk=alle")
    quiet = client.get("/berichten/voorbeeld?netwerk=zuid")

    for each in (page, combined, quiet):
        check_page(each)
    assert "Noord, week 48: 1 actie te laat" in page.text
    assert "Jouw netwerken, week 48: 1 actie te laat" in combined.text
    assert "Deze mail zou nu niet komen: er was niets te melden." in quiet.text
    picture = client.get("/berichten/voorbeeld/netwerk.png?netwerk=noord")
    assert (picture.mimetype, picture.data[:4]) == ("image/png", b"\x89PNG")
    for path in ("", "/netwerk.png"):
        refused = client_of(web, "ben").get(f"/berichten/voorbeeld{path}?netwerk=zuid")
        assert refused.status_code == 404


def test_a_test_mail_is_one_a_minute_and_counts_as_nothing(
    web: Flask, graph: Graph, given: Given, redis_url: str
) -> None:
    busy_week(given)
    client = client_of(web, "ana")

    with enqueue_to(redis_url):
        answers = [send_form(client, "/berichten/test", netwerk="noord") for _ in range(2)]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert messages.list_due(graph, now=NOW) == ["test:ana:noord:20261123T0930"]
    assert messages.last_sent(graph, user_id="ana") == {}


def test_who_gets_no_mail_because_it_bounces_is_told_and_may_resume(
    web: Flask, graph: Graph, given: Given, rows: Callable[..., object]
) -> None:
    given.user("ana", given.network("noord"))
    rows("MATCH (n:User {id: 'ana'}) SET n.mail_paused_at = $at", at=NOW)
    client = client_of(web, "ana")

    page = client.get("/netwerken/noord/")
    check_page(page)
    assert "Mail aan ana@example.org komt terug" in page.text

    assert send_form(client, "/berichten/hervat").status_code == 303
    assert "komt terug" not in client.get("/netwerken/noord/").text


def test_the_admin_sees_what_went_wrong_and_lets_it_leave_again(
    web: Flask, graph: Graph, given: Given, redis_url: str
) -> None:
    busy_week(given)
    given.user("admin", is_admin=True)
    client = client_of(web, "admin")
    empty = client.get("/beheer/mail")
    check_page(empty)
    assert "Alle mail ging weg zoals het moet." in empty.text
    key = given.mail(digest("ana", "noord", WEEK))
    claim = graph.transact(lambda tx: messages.claim(tx, key=key, now=NOW))
    assert claim is not None
    refused = failed(MessageReason.REFUSED)
    graph.transact(lambda tx: messages.mark(tx, claim=claim, outcome=refused, now=NOW))

    page = client.get("/beheer/mail")
    check_page(page)
    assert "de mailserver weigerde de mail" in page.text

    with enqueue_to(redis_url):
        again = send_form(client, f"/beheer/mail/{claim.message.id}/opnieuw")
        twice = send_form(client, f"/beheer/mail/{claim.message.id}/opnieuw")
    assert (again.status_code, twice.status_code) == (303, 404)
    assert messages.list_due(graph, now=NOW) == [key]


def test_mails_of_a_network_are_switched_one_by_one(
    web: Flask, graph: Graph, given: Given
) -> None:
    given.user("ana", given.network("noord"), Role.REGISSEUR)
    client = client_of(web, "ana")

    off = send_form(client, SWITCH, kind="digest", network_id="noord", wanted="nee")
    assert off.status_code == 303
    assert _wanted(graph) == (False, True, True, True)
    send_form(client, SWITCH, kind="health", network_id="noord", wanted="nee")
    assert _wanted(graph) == (False, False, True, True)
    send_form(client, SWITCH, kind="digest", network_id="noord", wanted="ja")
    assert _wanted(graph) == (True, False, True, True)
    page = client.get("/berichten")
    check_page(page)
    assert "Je krijgt de weekmail van Noord weer." in page.text


def test_how_and_when_is_kept_and_shown(web: Flask, graph: Graph, given: Given) -> None:
    given.user("ana", given.network("noord"))
    client = client_of(web, "ana")
    check_page(client.get("/berichten/voorkeuren"))

    kept = send_form(
        client,
        "/berichten/voorkeuren",
        digest="monthly",
        weekday="3",
        combined="y",
        reminders="at_once",
        paused_until="2026-12-10",
    )

    assert kept.status_code == 303
    wishes = preferences.get(graph, user_id="ana")
    assert wishes is not None
    assert wishes.wishes == Wishes(
        digest=Frequency.MONTHLY,
        weekday=3,
        combined=True,
        reminders=ReminderWish.AT_ONCE,
        paused_until=date(2026, 12, 10),
    )
    page = client.get("/berichten").text
    assert "elke maand, op donderdag, al je netwerken in één mail" in page
    assert "geen mail tot do 10 december 2026" in page


@pytest.mark.parametrize(
    "wrong", [{"weekday": "5"}, {"digest": "daily"}, {"paused_until": "morgen"}]
)
def test_what_cannot_be_is_refused_and_nothing_typed_is_lost(
    web: Flask, graph: Graph, given: Given, wrong: dict[str, str]
) -> None:
    given.user("ana", given.network("noord"))
    typed = {"digest": "monthly", "weekday": "3", "reminders": "off", "paused_until": ""} | wrong

    refused = send_form(client_of(web, "ana"), "/berichten/voorkeuren", **typed)

    assert refused.status_code == 422
    check_page(refused)
    wishes = preferences.get(graph, user_id="ana")
    assert wishes is not None
    assert wishes.wishes == Wishes()


def test_who_is_in_no_network_has_no_wishes(web: Flask, given: Given) -> None:
    given.network("noord")
    given.user("ana")

    assert client_of(web, "ana").get("/berichten/voorkeuren").status_code == 404


def test_nobody_switches_a_mail_of_a_network_they_are_not_in(web: Flask, given: Given) -> None:
    given.network("noord")
    given.user("ana")

    client = client_of(web, "ana")
    refused = send_form(client, SWITCH, kind="digest", network_id="noord", wanted="nee")
    unheard_of = send_form(client, SWITCH, kind="test", network_id="noord", wanted="nee")
    assert (refused.status_code, unheard_of.status_code) == (404, 400)


def test_opening_the_stop_link_changes_nothing(web: Flask, graph: Graph, given: Given) -> None:
    given.user("ana", given.network("noord"))

    page = client_of(web).get(STOP + _token(web))

    check_page(page)
    assert "Het gaat om de weekmail van Noord." in page.text
    assert _wanted(graph) == (True, True, True, True)


@pytest.mark.parametrize(
    ("mail", "wanted"),
    [
        ((MessageKind.DIGEST, "noord"), (False, True, True, True)),
        ((MessageKind.HEALTH, "noord"), (True, False, True, True)),
        ((MessageKind.DIGEST, None), (True, True, False, True)),
        ((MessageKind.REMINDERS, None), (True, True, True, False)),
    ],
)
def test_a_mail_program_stops_it_without_session_or_token(
    web: Flask,
    graph: Graph,
    given: Given,
    mail: tuple[MessageKind, str | None],
    wanted: tuple[bool, bool, bool, bool],
) -> None:
    given.user("ana", given.network("noord"))
    often = Wishes(digest=Frequency.MONTHLY, reminders=ReminderWish.AT_ONCE)
    preferences.set_wishes(graph, user_id="ana", wishes=often, now=NOW)
    token = _token(web, *mail)

    one_click = {"List-Unsubscribe": "One-Click"}
    first, again = (client_of(web).post(STOP + token, data=one_click) for _ in range(2))
    assert (first.status_code, again.status_code) == (200, 200)
    check_page(first)
    assert _wanted(graph) == wanted

    undone = send_form(client_of(web), f"{STOP}{token}/ongedaan")
    check_page(undone)
    resumed = preferences.get(graph, user_id="ana")
    assert resumed is not None
    assert (_wanted(graph), resumed.wishes) == ((True, True, True, True), often)


@pytest.mark.parametrize("forged", ["{token}x", "x{token}", "iets"])
def test_a_token_that_we_did_not_sign_stops_nothing(
    web: Flask, graph: Graph, given: Given, forged: str
) -> None:
    given.user("ana", given.network("noord"))

    assert client_of(web).post(STOP + forged.format(token=_token(web))).status_code == 404
    assert _wanted(graph) == (True, True, True, True)


@pytest.mark.parametrize("mail", LEADS_TO)
def test_every_link_in_a_mail_leads_to_a_page(web: Flask, mail: str) -> None:
    html = (GOLDEN / f"{mail}.html").read_text(encoding="utf-8")

    endpoints = {_endpoint(web, link) for link in re.findall(r'href="([^"]+)"', html)}

    assert endpoints >= LEADS_TO[mail]


def _endpoint(web: Flask, link: str) -> str:
    parts = urlsplit(link)
    assert f"{parts.scheme}://{parts.netloc}" == "https://energie.example"
    endpoint, _values = web.url_map.bind("energie.example").match(parts.path, method="GET")
    return str(endpoint)


def _token(
    web: Flask, kind: MessageKind = MessageKind.DIGEST, network_id: str | None = "noord"
) -> str:
    settings: WebSettings = web.extensions["web_settings"]
    stop = Stop(kind=kind, user_id="ana", network_id=network_id)
    return sign(stop, secret_key=settings.secret_key)


def _wanted(graph: Graph) -> tuple[bool, bool, bool, bool]:
    """Whether Ana wants the digest and the summary of her network, any digest, and reminders."""
    mine = preferences.get(graph, user_id="ana")
    assert mine is not None
    [network] = mine.networks
    reminded = mine.wishes.reminders is not ReminderWish.OFF
    return network.digest, network.summary, mine.wishes.wants_digest, reminded
