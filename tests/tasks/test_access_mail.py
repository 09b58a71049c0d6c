"""The mail with a token: at any hour, whatever is switched off, and only while its link works."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest

from graph.database import Graph
from graph.domain.messages import Outcome
from graph.domain.tokens import NewToken
from graph.domain.words import MessageReason, MessageState, TokenKind
from graph.repositories import messages, tokens
from tasks.delivery import Delivery, send
from tasks.tokens import ask
from tests.given import Given
from tests.tasks.world import SECRET, post

Rows = Callable[..., list[dict[str, object]]]

SUNDAY_NIGHT = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)


@pytest.fixture
def taken() -> list[EmailMessage]:
    return []


@pytest.fixture
def delivery(graph: Graph, given: Given, taken: list[EmailMessage], tmp_path: Path) -> Delivery:
    given.user("ana")
    return Delivery(post=post(graph, tmp_path), deliver=taken.append, clock=lambda: SUNDAY_NIGHT)


def _ask(graph: Graph, *, at: datetime = SUNDAY_NIGHT, kind: TokenKind = TokenKind.RESET) -> str:
    new = NewToken(id="token", kind=kind, user_id="ana", email="new@example.org")
    return graph.transact(lambda tx: ask(tx, new=new, secret_key=SECRET, now=at))


@pytest.mark.parametrize(
    ("kind", "place", "subject"),
    [
        (TokenKind.RESET, "wachtwoord", "Jouw account: kies een nieuw wachtwoord"),
        (TokenKind.INVITE, "uitnodiging", "Uitnodiging: je bent uitgenodigd"),
        (TokenKind.ADDRESS, "mailadres", "Jouw account: bevestig je mailadres"),
    ],
)
def test_its_link_opens_what_was_asked_for(
    delivery: Delivery, taken: list[EmailMessage], kind: TokenKind, place: str, subject: str
) -> None:
    graph = delivery.post.graph
    sent = send(delivery, _ask(graph, kind=kind))

    assert sent == Outcome(state=MessageState.SENT, subject=subject)
    [mail] = taken
    body = mail.get_body(("plain",))
    assert body is not None
    [secret] = re.findall(rf"https://energie\.example/{place}/([\w-]{{43}})\n", body.get_content())
    found = tokens.find(graph, secret=secret, kind=kind, now=SUNDAY_NIGHT)
    assert found is not None
    assert mail["To"] == "Ana <new@example.org>"
    assert [mail[name] for name in ("List-Id", "List-Unsubscribe")] == [None, None]


def test_no_pause_and_no_bounce_holds_it_back(
    delivery: Delivery, graph: Graph, rows: Rows
) -> None:
    rows(
        "MATCH (user:User) SET user.mail_paused_at = $now, user.mail_paused_until = $day",
        now=SUNDAY_NIGHT,
        day=SUNDAY_NIGHT.date() + timedelta(days=9),
    )
    sent = send(delivery, _ask(graph))
    assert sent is not None
    assert sent.state is MessageState.SENT


def test_it_does_not_leave_when_its_link_has_ended(delivery: Delivery, graph: Graph) -> None:
    late = send(delivery, _ask(graph, at=SUNDAY_NIGHT - timedelta(minutes=30)))
    assert late == Outcome(state=MessageState.SKIPPED, reason=MessageReason.TOO_LATE)


def test_it_does_not_leave_for_who_lost_the_account(
    delivery: Delivery, graph: Graph, rows: Rows
) -> None:
    key = _ask(graph)
    rows("MATCH (user:User) SET user.disabled_at = $now", now=SUNDAY_NIGHT)
    gone = Outcome(state=MessageState.SKIPPED, reason=MessageReason.NO_MEMBER)
    assert send(delivery, key) == gone


def test_no_page_shows_it(delivery: Delivery, graph: Graph, rows: Rows) -> None:
    send(delivery, _ask(graph))
    assert messages.list_for_user(graph, user_id="ana") == []
    [message] = rows("MATCH (message:Message) RETURN message.id AS id, properties(message) AS all")
    assert "/wachtwoord/" not in str(message["all"])
