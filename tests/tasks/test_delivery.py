"""From the ledger to the mail server: once in effect, whatever the server says."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest

from graph.database import Graph
from graph.domain.messages import LEASE, Message, Outcome, digest, reminders, summary, trial
from graph.domain.postal import Due
from graph.domain.words import MessageReason, MessageState
from graph.repositories import messages, preferences
from graph.repositories import reminders as reminder_plans
from tasks.delivery import Delivery, send, send_claimed
from tasks.mail.transport import BusyError, CutOffError, RefusedError
from tests.given import NOW, TODAY, Given
from tests.tasks.world import busy_week, post


@dataclass
class Server:
    """A mail server that answers as told, and remembers what it took."""

    error: Exception | None = None
    taken: list[EmailMessage] = field(default_factory=list[EmailMessage])

    def __call__(self, mail: EmailMessage) -> None:
        if self.error:
            raise self.error
        self.taken.append(mail)


@dataclass
class Clock:
    """A clock that stands still until it is told otherwise."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def delivery(graph: Graph, given: Given, server: Server, clock: Clock, tmp_path: Path) -> Delivery:
    busy_week(given)
    return Delivery(post=post(graph, tmp_path), deliver=server, clock=clock)


def test_a_digest_is_sent_once(delivery: Delivery, server: Server) -> None:
    key = _due(delivery)

    assert send(delivery, key) == Outcome(
        state=MessageState.SENT,
        subject="Noord, week 48: 1 actie te laat en 1 band koelt sinds kort af",
    )
    assert send(delivery, key) is None

    [mail] = server.taken
    assert mail["To"] == "Ana <ana@example.org>"
    assert _line(delivery).sent_at == NOW


def test_reminders_are_sent_once_and_say_each_thing_once(
    delivery: Delivery, server: Server, clock: Clock
) -> None:
    clock.now = NOW + timedelta(days=1)
    send(delivery, _reminders(delivery, TODAY + timedelta(days=1), clock.now))
    clock.now = NOW + timedelta(days=2)

    again = send(delivery, _reminders(delivery, TODAY + timedelta(days=2), clock.now))

    assert [mail["Subject"] for mail in server.taken] == [
        "Herinnering: 1 actie staat open en 1 band koelt af"
    ]
    assert again == Outcome(state=MessageState.SKIPPED, reason=MessageReason.NOTHING_NEW)


def test_a_summary_goes_to_regisseurs_only(
    delivery: Delivery, graph: Graph, server: Server
) -> None:
    month = Due(first_day=date(2026, 11, 1), day=TODAY)
    to_ana, to_ben = (Given(graph).mail(summary(user, "noord", month)) for user in ("ana", "ben"))

    assert send(delivery, to_ana) == Outcome(
        state=MessageState.SENT, subject="Noord, november 2026: Zo staat Noord ervoor"
    )
    assert send(delivery, to_ben) == Outcome(
        state=MessageState.SKIPPED, reason=MessageReason.NO_MEMBER
    )


def test_one_mail_tells_of_all_networks_that_have_news(
    delivery: Delivery, graph: Graph, given: Given, server: Server
) -> None:
    given.member("ana", given.network("zuid"))
    given.member("ana", given.network("oost"))
    given.followup("zuid", actor_ids=(given.actor("zuid", "De Linde"),))
    key = given.mail(digest("ana", None, Due(first_day=TODAY, day=TODAY)))

    assert send(delivery, key) == Outcome(
        state=MessageState.SENT,
        subject="Jouw netwerken, week 48: 1 actie te laat en 1 band koelt sinds kort af",
    )
    [mail] = server.taken
    body = mail.get_body(("plain",))
    assert body is not None
    text = body.get_content()
    assert [name in text for name in ("Noord\n-", "Zuid\n-", "Oost\n-")] == [True, True, False]


def test_a_reminder_on_its_own_is_not_sent_once_it_is_done(
    delivery: Delivery, graph: Graph, given: Given, server: Server
) -> None:
    wishes = preferences.get(graph, user_id="ana")
    assert wishes is not None
    new = reminder_plans.plan_single(graph, wishes=wishes, now=NOW)
    action, tie = sorted(given.mail(each) for each in new)

    assert send(delivery, action) == Outcome(
        state=MessageState.SENT, subject="Herinnering: 1 actie staat open"
    )
    given.moment("noord", collaboration_ids=(tie.split(":")[2].removeprefix("cold-"),))
    assert send(delivery, tie) == Outcome(state=MessageState.SKIPPED, reason=MessageReason.DONE)


def test_on_monday_the_digest_reminds(delivery: Delivery, server: Server) -> None:
    outcome = send(delivery, _reminders(delivery, TODAY, NOW))

    assert outcome == Outcome(state=MessageState.SKIPPED, reason=MessageReason.IN_DIGEST)
    assert server.taken == []


def test_who_switched_it_off_meanwhile_gets_none(
    delivery: Delivery, graph: Graph, server: Server
) -> None:
    key = _due(delivery)
    preferences.set_digest(graph, user_id="ana", network_id="noord", wanted=False)

    assert send(delivery, key) == Outcome(
        state=MessageState.SKIPPED, reason=MessageReason.SWITCHED_OFF
    )
    assert server.taken == []


def test_a_digest_of_a_past_week_is_not_sent(delivery: Delivery, clock: Clock) -> None:
    key = _due(delivery)
    clock.now = NOW + timedelta(days=7)

    assert send(delivery, key) == Outcome(
        state=MessageState.SKIPPED, reason=MessageReason.TOO_LATE
    )


def test_what_is_due_in_the_evening_waits_for_the_next_working_day(
    delivery: Delivery, server: Server, clock: Clock
) -> None:
    key = _due(delivery)
    clock.now = NOW + timedelta(days=4, hours=9)

    assert send(delivery, key) == Outcome(
        state=MessageState.WAITING, not_before=datetime(2026, 11, 30, 7, 30, tzinfo=UTC)
    )
    assert server.taken == []


def test_a_test_mail_comes_at_once_and_when_it_is_switched_off(
    delivery: Delivery, graph: Graph, server: Server, clock: Clock
) -> None:
    preferences.set_digest(graph, user_id="ana", network_id="noord", wanted=False)
    clock.now = NOW + timedelta(days=5, hours=9)
    key = Given(graph).mail(trial("ana", "noord", id="1", now=clock.now), now=clock.now)

    assert send(delivery, key) is not None
    assert [str(mail["Subject"])[:6] for mail in server.taken] == ["Noord,"]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"mail_paused_until": TODAY + timedelta(days=1)}, MessageReason.PAUSED),
        ({"mail_paused_at": NOW - timedelta(days=2)}, MessageReason.BOUNCING),
    ],
)
def test_nothing_is_sent_in_a_pause_or_to_an_address_that_bounces(
    delivery: Delivery,
    rows: Callable[..., object],
    change: dict[str, object],
    reason: MessageReason,
) -> None:
    key = _due(delivery)
    rows("MATCH (n:User {id: 'ana'}) SET n += $change", change=change)

    assert send(delivery, key) == Outcome(state=MessageState.SKIPPED, reason=reason)


def test_a_refused_mail_has_failed(delivery: Delivery, server: Server) -> None:
    server.error = RefusedError(550)

    assert send(delivery, _due(delivery)) == Outcome(
        state=MessageState.FAILED, reason=MessageReason.REFUSED
    )


def test_a_busy_server_is_tried_again_later(
    delivery: Delivery, server: Server, clock: Clock
) -> None:
    server.error = BusyError(451)
    key = _due(delivery)

    assert send(delivery, key) == Outcome(
        state=MessageState.WAITING, not_before=NOW + timedelta(minutes=1)
    )
    server.error = None
    assert send(delivery, key) is None, "not yet"
    clock.now = NOW + timedelta(minutes=1)
    assert send(delivery, key) is not None
    assert len(server.taken) == 1


def test_a_mail_that_was_cut_off_is_sent_once_more_and_then_left(
    delivery: Delivery, server: Server, clock: Clock
) -> None:
    server.error = CutOffError("SMTPServerDisconnected")
    key = _due(delivery)

    states: list[MessageState] = []
    for _ in range(3):
        send(delivery, key)
        states.append(_line(delivery).state)
        clock.now += LEASE + timedelta(seconds=1)

    assert states == [MessageState.SENDING, MessageState.SENDING, MessageState.UNCERTAIN]


def test_a_mail_that_cannot_be_made_has_failed_and_says_so(
    delivery: Delivery, graph: Graph, rows: Callable[..., object]
) -> None:
    key = _due(delivery)
    rows("MATCH (n:FollowUp) SET n.kind = 'unheard of'")

    assert send(delivery, key) == Outcome(state=MessageState.FAILED, reason=MessageReason.BROKEN)


def test_a_slow_writer_does_not_send_what_another_may_have_by_then(
    delivery: Delivery, server: Server, clock: Clock
) -> None:
    key, graph = _due(delivery), delivery.post.graph
    slow = graph.transact(lambda tx: messages.claim(tx, key=key, now=NOW))
    assert slow is not None
    clock.now = NOW + LEASE + timedelta(seconds=1)
    assert send(delivery, key) is not None

    assert send_claimed(delivery, slow) is None
    assert len(server.taken) == 1


def _due(delivery: Delivery) -> str:
    week = Due(first_day=TODAY, day=TODAY)
    return Given(delivery.post.graph).mail(digest("ana", "noord", week))


def _reminders(delivery: Delivery, day: date, now: datetime) -> str:
    return Given(delivery.post.graph).mail(reminders("ana", day), now=now)


def _line(delivery: Delivery) -> Message:
    [line] = messages.list_for_user(delivery.post.graph, user_id="ana")
    return line.message
