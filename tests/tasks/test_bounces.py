"""Mail that comes back: what a report says, and when that is enough to stop."""

from datetime import timedelta
from email import message_from_string
from email.policy import default
from pathlib import Path

import pytest

from graph.database import Graph
from graph.domain.bounces import Bounce, bounce_of
from graph.domain.messages import reminders, sent
from graph.domain.words import MessageReason, MessageState
from graph.repositories import bounces, messages, preferences
from tasks.bounces import UNKNOWN, Report, reports_in, take_in
from tasks.mail.envelope import local_part
from tests.given import NOW, TODAY, Given


@pytest.mark.once
@pytest.mark.parametrize(
    ("action", "status", "bounce"),
    [
        ("failed", "5.1.1", Bounce.HARD),
        ("Failed", "5.1.10 (unknown)", Bounce.HARD),
        ("failed", "5.0.0", Bounce.HARD),
        ("failed", "5.2.1", Bounce.HARD),
        ("failed", "5.4.1", Bounce.HARD),
        ("failed", "5.2.2", Bounce.SOFT),
        ("failed", "5.7.1", Bounce.SOFT),
        ("failed", "4.4.7", Bounce.SOFT),
        ("delayed", "4.4.1", None),
        ("delivered", "2.0.0", None),
        ("", "", None),
    ],
)
def test_a_code_says_whether_it_is_for_good(
    action: str, status: str, bounce: Bounce | None
) -> None:
    assert bounce_of(action, status) is bounce


@pytest.mark.once
@pytest.mark.parametrize("quoted", ["message/rfc822", "text/rfc822-headers"])
def test_a_report_is_read_as_servers_write_it(quoted: str) -> None:
    key = "digest:ana:noord:2026-11-23"
    text = _report(key, "5.1.1", quoted=quoted)

    mail = message_from_string(text, policy=default)

    assert list(reports_in(mail)) == [
        Report(email="ana@example.org", sent_as=local_part(key), bounce=Bounce.HARD)
    ]


def test_one_that_came_back_for_good_stops_the_mail_until_the_address_is_right(
    graph: Graph, given: Given, tmp_path: Path
) -> None:
    key = _sent(graph, given, 0)
    (tmp_path / "a.eml").write_text(_report(key, "5.1.1"))

    assert take_in(tmp_path, graph=graph, now=NOW) == 1

    assert _is_stopped(graph)
    assert list(tmp_path.iterdir()) == []
    [line] = messages.list_for_user(graph, user_id="ana")
    assert (line.message.state, line.message.reason) == (
        MessageState.FAILED,
        MessageReason.BOUNCED,
    )
    bounces.resume(graph, user_id="ana", now=NOW)
    assert not _is_stopped(graph)


def test_three_that_came_back_for_now_do_so_too(
    graph: Graph, given: Given, tmp_path: Path
) -> None:
    stopped: list[bool] = []
    for number in range(3):
        report = _report(_sent(graph, given, number), "5.2.2")
        for name in ("a", "b"):
            (tmp_path / name).write_text(report)
        take_in(tmp_path, graph=graph, now=NOW + timedelta(days=number))
        stopped.append(_is_stopped(graph))

    assert stopped == [False, False, True], "a report that is read twice counts once"


def test_what_came_back_long_ago_or_before_it_was_put_right_does_not_count(
    graph: Graph, given: Given, tmp_path: Path
) -> None:
    for number, days in enumerate((0, 1, 31, 32)):
        (tmp_path / "a").write_text(_report(_sent(graph, given, number), "4.4.7"))
        take_in(tmp_path, graph=graph, now=NOW + timedelta(days=days))
        assert not _is_stopped(graph)
    bounces.resume(graph, user_id="ana", now=NOW + timedelta(days=33))
    (tmp_path / "a").write_text(_report(_sent(graph, given, 9), "4.4.7"))
    take_in(tmp_path, graph=graph, now=NOW + timedelta(days=34))

    assert not _is_stopped(graph)


def test_nobody_stops_the_mail_of_somebody_else_by_dropping_a_report(
    graph: Graph, given: Given, tmp_path: Path
) -> None:
    _sent(graph, given, 0)
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "forged").write_text(_report("digest:ana:made:up", "5.1.1"))
    (tmp_path / "letter").write_text("Subject: hallo\n\nIk ben op vakantie.")
    (tmp_path / "rubbish").write_bytes(b"\xff\x00" * 99)

    assert take_in(tmp_path, graph=graph, now=NOW) == 0

    assert not _is_stopped(graph)
    kept = {path.name for path in (tmp_path / UNKNOWN).iterdir()}
    assert kept == {"forged", "letter", "rubbish"}
    assert take_in(tmp_path, graph=graph, now=NOW) == 0, "what was set aside stays there"


def test_a_delay_is_read_and_counts_for_nothing(
    graph: Graph, given: Given, tmp_path: Path
) -> None:
    (tmp_path / "a").write_text(_report(_sent(graph, given, 0), "4.4.1", action="delayed"))

    assert take_in(tmp_path, graph=graph, now=NOW) == 1
    assert not _is_stopped(graph)
    assert list(tmp_path.iterdir()) == []


def _sent(graph: Graph, given: Given, number: int) -> str:
    """A mail that left for Ana."""
    given.network("noord")
    given.user("ana", "noord")
    key = given.mail(reminders("ana", TODAY + timedelta(days=number)))
    claim = graph.transact(lambda tx: messages.claim(tx, key=key, now=NOW))
    assert claim is not None
    graph.transact(lambda tx: messages.mark(tx, claim=claim, outcome=sent("Dag"), now=NOW))
    return key


def _is_stopped(graph: Graph) -> bool:
    wishes = preferences.get(graph, user_id="ana")
    assert wishes is not None
    return wishes.reason_to_wait(TODAY) is MessageReason.BOUNCING


def _report(
    key: str, status: str, *, action: str = "failed", quoted: str = "message/rfc822"
) -> str:
    """A delivery report as Postfix writes it."""
    return f"""From: MAILER-DAEMON@mx.example (Mail Delivery System)
To: post@energie.example
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain; charset=us-ascii

I'm sorry to have to inform you that your message could not be delivered.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example
Arrival-Date: Mon, 23 Nov 2026 08:30:12 +0100 (CET)

Final-Recipient: rfc822; ana@example.org
Original-Recipient: rfc822;ana@example.org
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 no such user here

--b
Content-Type: {quoted}

From: Lokale Energie <post@energie.example>
To: Ana <ana@example.org>
Message-ID: <{local_part(key)}@energie.example>
Subject: Noord

--b--
"""
