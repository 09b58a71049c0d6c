"""My mails, my wishes, and the stop link that works for a mail program."""

import re
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from flask import Flask

from graph.database import Graph
from graph.domain.words import MessageKind
from graph.repositories import messages, preferences
from tasks.delivery import Delivery, send
from tasks.mail.transport import into_folder
from tasks.posting import write_digest
from tasks.stops import Stop, sign
from tests.given import NOW, TODAY, Given
from tests.tasks.world import busy_week, post
from tests.webapp.browse import check_page, client_of
from tests.webapp.browse import post as send_form
from webapp.settings import WebSettings

STOP = "/mail/stop/"


@pytest.fixture
def sent(web: Flask, graph: Graph, given: Given, tmp_path: Path) -> str:
    """The digest of Ana, in the folder that the web reads; returns the id of the message."""
    busy_week(given)
    settings: WebSettings = web.extensions["web_settings"]
    web.extensions["web_settings"] = replace(settings, mail_dir=tmp_path)
    key = graph.transact(
        lambda tx: messages.create_digest(
            tx, user_id="ana", network_id="noord", monday=TODAY, not_before=NOW, now=NOW
        )
    )
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


def test_wishes_are_switched_one_by_one(web: Flask, graph: Graph, given: Given) -> None:
    given.user("ana", given.network("noord"))
    client = client_of(web, "ana")

    off = send_form(client, "/berichten/voorkeuren", network_id="noord", wanted="nee")
    assert off.status_code == 303
    assert _wishes(graph) == (False, True)
    send_form(client, "/berichten/voorkeuren", wanted="nee")
    assert _wishes(graph) == (False, False)
    send_form(client, "/berichten/voorkeuren", network_id="noord", wanted="ja")
    assert _wishes(graph) == (True, False)
    assert "Je krijgt de weekmail van Noord weer." in client.get("/berichten").text


def test_nobody_switches_a_mail_of_a_network_they_are_not_in(web: Flask, given: Given) -> None:
    given.network("noord")
    given.user("ana")

    refused = send_form(
        client_of(web, "ana"), "/berichten/voorkeuren", network_id="noord", wanted="nee"
    )
    assert refused.status_code == 404


def test_opening_the_stop_link_changes_nothing(web: Flask, graph: Graph, given: Given) -> None:
    given.user("ana", given.network("noord"))

    page = client_of(web).get(STOP + _token(web))

    check_page(page)
    assert "Het gaat om de weekmail van Noord." in page.text
    assert _wishes(graph) == (True, True)


@pytest.mark.parametrize(
    ("network_id", "wishes"), [("noord", (False, True)), (None, (True, False))]
)
def test_a_mail_program_stops_it_without_session_or_token(
    web: Flask, graph: Graph, given: Given, network_id: str | None, wishes: tuple[bool, bool]
) -> None:
    given.user("ana", given.network("noord"))
    token = _token(web, network_id)

    one_click = {"List-Unsubscribe": "One-Click"}
    first, again = (client_of(web).post(STOP + token, data=one_click) for _ in range(2))
    assert (first.status_code, again.status_code) == (200, 200)
    check_page(first)
    assert _wishes(graph) == wishes

    undone = send_form(client_of(web), f"{STOP}{token}/ongedaan")
    check_page(undone)
    assert _wishes(graph) == (True, True)


@pytest.mark.parametrize("forged", ["{token}x", "x{token}", "iets"])
def test_a_token_that_we_did_not_sign_stops_nothing(
    web: Flask, graph: Graph, given: Given, forged: str
) -> None:
    given.user("ana", given.network("noord"))

    assert client_of(web).post(STOP + forged.format(token=_token(web))).status_code == 404
    assert _wishes(graph) == (True, True)


def test_every_link_in_a_mail_leads_to_a_page(
    web: Flask, graph: Graph, given: Given, tmp_path: Path
) -> None:
    busy_week(given)
    mail = write_digest(post(graph, tmp_path), user_id="ana", network_id="noord", now=NOW)
    assert isinstance(mail, EmailMessage)
    body = mail.get_body(("html",))
    assert body is not None

    links = set(re.findall(r'href="([^"]+)"', body.get_content()))

    endpoints = {_endpoint(web, link) for link in links}
    assert endpoints == {
        "map.show",
        "followups.index",
        "collaborations.show",
        "messages.index",
        "messages.ask_stop",
    }


def _endpoint(web: Flask, link: str) -> str:
    parts = urlsplit(link)
    assert f"{parts.scheme}://{parts.netloc}" == "https://energie.example"
    endpoint, _values = web.url_map.bind("energie.example").match(parts.path, method="GET")
    return str(endpoint)


def _token(web: Flask, network_id: str | None = "noord") -> str:
    kind = MessageKind.DIGEST if network_id else MessageKind.REMINDERS
    settings: WebSettings = web.extensions["web_settings"]
    return sign(
        Stop(kind=kind, user_id="ana", network_id=network_id), secret_key=settings.secret_key
    )


def _wishes(graph: Graph) -> tuple[bool, bool]:
    """Whether Ana wants the digest of her network, and reminders."""
    wishes = preferences.get(graph, user_id="ana")
    assert wishes is not None
    return wishes.networks[0].digest, wishes.reminders
