"""The ledger of mails: one key, one line; one sender at a time; nobody else marks."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta

import pytest
from neo4j import Driver

from graph.database import Graph
from graph.domain.messages import (
    LEASE,
    Claim,
    Outcome,
    digest,
    failed,
    put_off,
    reminders,
    sent,
    skipped,
    trial,
)
from graph.domain.postal import Due
from graph.domain.words import MessageKind, MessageReason, MessageState
from graph.errors import NotFoundError
from graph.repositories import messages
from graph.settings import GraphSettings
from tests.given import NOW, Given
from tests.interrupted import InterruptedOnce

MONDAY = date(2026, 11, 23)
WEEK = Due(first_day=MONDAY, day=MONDAY)


@pytest.fixture
def key(graph: Graph, given: Given) -> str:
    """The digest of Ana for Noord, due now."""
    given.user("ana", given.network("noord"))
    return _create(graph)


def test_a_digest_stands_in_the_ledger_once(graph: Graph, key: str) -> None:
    again = _create(graph, now=NOW + timedelta(hours=1))

    [line] = messages.list_for_user(graph, user_id="ana")
    assert again == key == f"digest:ana:noord:{MONDAY}"
    assert (line.message.key, line.message.state, line.network_name) == (
        key,
        MessageState.WAITING,
        "Noord",
    )


def test_many_that_create_at_once_make_one(graph: Graph, given: Given) -> None:
    given.user("ana", given.network("noord"))

    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(_create, [graph] * 24))

    assert len(keys) == 1
    assert len(messages.list_for_user(graph, user_id="ana")) == 1


def test_of_many_that_claim_at_once_one_sends(graph: Graph, key: str) -> None:
    with ThreadPoolExecutor(8) as pool:
        claims = list(pool.map(_claim, [graph] * 24, [key] * 24))

    assert len([claim for claim in claims if claim]) == 1


def test_only_the_holder_of_the_token_marks(graph: Graph, key: str) -> None:
    cut_off = _held(graph, key)
    later = NOW + LEASE + timedelta(seconds=1)
    holder = _held(graph, key, now=later)

    assert _mark(graph, cut_off, failed(MessageReason.REFUSED), now=later) is False
    assert _mark(graph, holder, sent("Onderwerp"), now=later) is True

    [line] = messages.list_for_user(graph, user_id="ana")
    assert (line.message.state, line.message.subject, line.message.sent_at) == (
        MessageState.SENT,
        "Onderwerp",
        later,
    )


def test_what_was_sent_is_never_claimed_again(graph: Graph, key: str) -> None:
    _mark(graph, _held(graph, key), sent("Onderwerp"))

    assert _claim(graph, key, now=NOW + timedelta(days=1)) is None
    assert messages.list_due(graph, now=NOW + timedelta(days=1)) == []


def test_an_interrupted_hand_over_is_followed_by_one_more_and_then_nobody(
    graph: Graph, key: str
) -> None:
    moment = NOW
    for attempt in (1, 2):
        claim = _held(graph, key, now=moment)
        assert claim.message.attempts == attempt - 1
        assert _hand_over(graph, claim, now=moment) is True
        assert _claim(graph, key, now=moment + LEASE) is None, "the lease still holds"
        moment += LEASE + timedelta(seconds=1)
        assert messages.list_due(graph, now=moment) == [key]

    assert _claim(graph, key, now=moment) is None
    [line] = messages.list_for_user(graph, user_id="ana")
    assert (line.message.state, line.message.reason) == (
        MessageState.UNCERTAIN,
        MessageReason.INTERRUPTED,
    )
    assert messages.list_due(graph, now=moment + timedelta(days=1)) == []


def test_a_sender_that_died_before_it_handed_over_is_no_reason_to_doubt(
    graph: Graph, key: str
) -> None:
    moment = NOW
    for _ in range(25):
        _held(graph, key, now=moment)
        moment += LEASE + timedelta(seconds=1)

    assert _claim(graph, key, now=moment) is None, "whatever kills its senders is in the mail"
    [line] = messages.list_for_user(graph, user_id="ana")
    assert (line.message.state, line.message.reason) == (
        MessageState.FAILED,
        MessageReason.BROKEN,
    )


def test_who_lost_the_claim_hands_over_nothing_and_who_holds_it_has_time_again(
    graph: Graph, key: str
) -> None:
    slow = _held(graph, key)
    later = NOW + LEASE + timedelta(seconds=1)
    holder = _held(graph, key, now=later)

    assert _hand_over(graph, slow, now=later) is False
    assert _hand_over(graph, holder, now=later + LEASE) is True
    assert _claim(graph, key, now=later + LEASE + LEASE) is None


def test_what_a_server_put_off_was_not_interrupted(graph: Graph, key: str) -> None:
    claim = _held(graph, key)
    _hand_over(graph, claim, now=NOW)
    _mark(graph, claim, put_off(claim.message, NOW))

    assert _held(graph, key, now=NOW + timedelta(minutes=1)).message.interruptions == 0


def test_a_lost_answer_takes_no_mail_from_its_holder(
    graph: Graph, key: str, driver: Driver, engine_settings: GraphSettings
) -> None:
    def shaky() -> Graph:
        return Graph(InterruptedOnce(driver), database=engine_settings.database)  # pyright: ignore[reportArgumentType] -- has what a Graph uses

    claim = _held(shaky(), key)

    assert _hand_over(shaky(), claim, now=NOW) is True
    assert _mark(shaky(), claim, sent("Onderwerp")) is True
    assert messages.list_due(graph, now=NOW + timedelta(days=1)) == []


def test_a_mail_to_who_was_removed_can_be_taken_and_closed(
    graph: Graph, key: str, rows: Callable[..., object]
) -> None:
    rows("MATCH (user:User {id: 'ana'}) DETACH DELETE user")

    claim = _held(graph, key)

    assert claim.message.user_id == ""
    assert _mark(graph, claim, skipped(MessageReason.NO_MEMBER)) is True
    assert messages.list_due(graph, now=NOW + timedelta(days=1)) == []


def test_what_was_put_off_waits_for_its_time(graph: Graph, key: str) -> None:
    claim = _held(graph, key)
    _mark(graph, claim, Outcome(state=MessageState.WAITING, not_before=NOW + timedelta(hours=1)))

    assert messages.list_due(graph, now=NOW + timedelta(minutes=59)) == []
    assert _claim(graph, key, now=NOW + timedelta(minutes=59)) is None
    assert messages.list_due(graph, now=NOW + timedelta(hours=1)) == [key]


def test_a_busy_server_is_tried_for_four_hours(graph: Graph, key: str) -> None:
    moment, tries = NOW, 0
    while True:
        claim = _claim(graph, key, now=moment)
        if claim is None:
            break
        tries += 1
        outcome = put_off(claim.message, moment)
        _mark(graph, claim, outcome, now=moment)
        moment = outcome.not_before or moment

    [line] = messages.list_for_user(graph, user_id="ana")
    assert (line.message.state, line.message.reason) == (
        MessageState.FAILED,
        MessageReason.UNREACHABLE,
    )
    assert moment - NOW == timedelta(hours=4)
    assert tries == 10


def test_a_user_sees_only_their_own_and_not_what_was_skipped(
    graph: Graph, given: Given, key: str
) -> None:
    given.user("ben", "noord")
    [line] = messages.list_for_user(graph, user_id="ana")

    assert messages.list_for_user(graph, user_id="ben") == []
    with pytest.raises(NotFoundError):
        messages.get_for_user(graph, user_id="ben", message_id=line.message.id)

    _mark(graph, _held(graph, key), skipped(MessageReason.NOTHING_NEW))
    assert messages.list_for_user(graph, user_id="ana") == []
    kept = messages.get_for_user(graph, user_id="ana", message_id=line.message.id)
    assert kept.message.reason == MessageReason.NOTHING_NEW


def test_the_last_sent_is_told_per_kind_and_network(graph: Graph, given: Given, key: str) -> None:
    _mark(graph, _held(graph, key), sent("Week"))
    told = given.mail(reminders("ana", MONDAY))
    _mark(graph, _held(graph, told), sent("Dag"), now=NOW + timedelta(hours=1))
    trial_key = given.mail(trial("ana", "noord", id="1", now=NOW))
    _mark(graph, _held(graph, trial_key), sent("Test"), now=NOW + timedelta(hours=2))

    assert messages.last_sent(graph, user_id="ana") == {
        (MessageKind.DIGEST, "noord"): NOW,
        (MessageKind.REMINDERS, None): NOW + timedelta(hours=1),
        (MessageKind.TEST, "noord"): NOW + timedelta(hours=2),
    }


def test_what_should_have_left_ten_minutes_ago_is_overdue(graph: Graph, key: str) -> None:
    soon, late = (NOW + timedelta(minutes=minutes) for minutes in (9, 11))

    assert [messages.count_overdue(graph, now=now) for now in (soon, late)] == [0, 1]
    [overdue] = messages.list_troubled(graph, now=late)
    assert (overdue.user_name, overdue.may_retry) == ("Ana", False)

    _held(graph, key)
    assert messages.count_overdue(graph, now=late) == 0, "somebody is sending it"
    assert messages.count_overdue(graph, now=late + LEASE) == 1


def test_a_retried_mail_has_all_its_turns_again(graph: Graph, key: str) -> None:
    _mark(graph, _held(graph, key), failed(MessageReason.UNREACHABLE))
    [line] = messages.list_for_user(graph, user_id="ana")
    later = NOW + timedelta(hours=5)

    assert messages.retry(graph, message_id=line.message.id, now=later) == key

    held = _held(graph, key, now=later).message
    assert (held.attempts, held.interruptions, held.not_before) == (0, 0, later)
    with pytest.raises(NotFoundError):
        messages.retry(graph, message_id=line.message.id, now=later)


def test_only_what_is_missing_is_written(graph: Graph, given: Given, key: str) -> None:
    given.user("ben", "noord")
    wanted = [digest(user, "noord", WEEK) for user in ("ana", "ben", "who left")]

    assert messages.create_missing(graph, new=wanted, now=NOW) == 2
    assert messages.create_missing(graph, new=wanted, now=NOW) == 1, "who left stays missing"
    due = messages.list_due(graph, now=NOW)
    assert sorted(due) == [key, f"digest:ben:noord:{MONDAY}"]


def _create(graph: Graph, *, now: datetime = NOW) -> str:
    return Given(graph).mail(digest("ana", "noord", WEEK), now=now)


def _claim(graph: Graph, key: str, *, now: datetime = NOW) -> Claim | None:
    return graph.transact(lambda tx: messages.claim(tx, key=key, now=now))


def _held(graph: Graph, key: str, *, now: datetime = NOW) -> Claim:
    claim = _claim(graph, key, now=now)
    assert claim is not None
    return claim


def _hand_over(graph: Graph, claim: Claim, *, now: datetime) -> bool:
    return graph.transact(lambda tx: messages.hand_over(tx, claim=claim, now=now))


def _mark(graph: Graph, claim: Claim, outcome: Outcome, *, now: datetime = NOW) -> bool:
    return graph.transact(lambda tx: messages.mark(tx, claim=claim, outcome=outcome, now=now))
