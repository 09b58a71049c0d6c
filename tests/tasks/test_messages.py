"""The jobs that mail: what is due is written once, and one failure stops nobody else."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from redis import Redis

from graph.database import Graph
from graph.domain.messages import digest, reminders
from graph.domain.postal import Due, Frequency, leaves_at
from graph.domain.preferences import Wishes
from graph.domain.words import MessageKind, Role
from graph.repositories import messages, preferences
from tasks import messages as jobs
from tasks.broker import waiting
from tasks.worker import MAIL
from tests.given import NOW, TODAY, Given
from tests.jobs import enqueue_to, run_at_once
from tests.tasks.world import busy_week, settings


@pytest.fixture
def at(
    graph: Graph, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, redis_url: str
) -> Iterator[Callable[[datetime], None]]:
    """Run the jobs of this process on the test graph, at a time of the test's choice."""
    monkeypatch.setattr(jobs, "open_graph", lambda: graph)
    here = replace(settings(tmp_path), redis_url=redis_url)
    monkeypatch.setattr(jobs, "task_settings", lambda: here)

    def set_clock(now: datetime) -> None:
        monkeypatch.setattr(jobs, "_now", lambda: now)

    set_clock(NOW)
    with enqueue_to(redis_url):
        yield set_clock


def test_a_week_of_two_schedulers_writes_each_mail_once(
    at: Callable[[datetime], None], graph: Graph, given: Given
) -> None:
    given.user("ana", given.network("noord"), Role.REGISSEUR)
    given.user("ben", "noord")

    for hours in (0, 9, 24, 25, 48, 96, 120, 144):
        at(NOW + timedelta(days=7, hours=hours))
        with ThreadPoolExecutor(2) as schedulers:
            for done in [schedulers.submit(jobs.create_messages) for _ in range(2)]:
                done.result()

    assert _written(graph, "ana") == [
        (MessageKind.DIGEST, date(2026, 11, 30)),
        (MessageKind.HEALTH, date(2026, 12, 1)),
        (MessageKind.REMINDERS, date(2026, 11, 30)),
        *((MessageKind.REMINDERS, date(2026, 12, day)) for day in (1, 2, 4)),
    ]
    assert _written(graph, "ben") == [
        each for each in _written(graph, "ana") if each[0] is not MessageKind.HEALTH
    ]


def test_mail_stands_ready_from_eight_and_leaves_at_half_past(
    at: Callable[[datetime], None], graph: Graph, given: Given
) -> None:
    given.user("ana", given.network("noord"))
    monday = TODAY + timedelta(days=7)
    at(leaves_at(monday, "ana") - timedelta(minutes=29))
    jobs.create_messages()

    assert messages.list_due(graph, now=leaves_at(monday, "ana") - timedelta(seconds=1)) == []
    assert len(messages.list_due(graph, now=leaves_at(monday, "ana"))) == 2


def test_other_wishes_count_from_then_on(
    at: Callable[[datetime], None], graph: Graph, given: Given
) -> None:
    given.user("ana", given.network("noord"))
    given.member("ana", given.network("zuid"))
    wishes = Wishes(digest=Frequency.WEEKLY, weekday=3, combined=True)
    preferences.set_wishes(graph, user_id="ana", wishes=wishes, now=NOW)

    for days in range(5):
        at(NOW + timedelta(days=days))
        jobs.create_messages()

    [line] = [
        each.message
        for each in messages.list_for_user(graph, user_id="ana")
        if each.message.kind is MessageKind.DIGEST
    ]
    assert (line.key, line.not_before.day) == ("digest:ana:all:2026-11-23", 26)


def test_sending_what_is_gone_is_no_failure(
    at: Callable[[datetime], None], graph: Graph, given: Given
) -> None:
    given.network("noord")

    jobs.send_message("digest:nobody:noord:2026-11-23")

    assert messages.list_due(graph, now=NOW) == []


def test_what_was_removed_meanwhile_stops_nobody_else(
    at: Callable[[datetime], None],
    graph: Graph,
    given: Given,
    rows: Callable[..., list[dict[str, object]]],
    tmp_path: Path,
) -> None:
    busy_week(given)
    given.user("cleo", given.network("zuid"))
    given.followup("zuid", user_id="cleo", actor_ids=(given.actor("zuid", "De Linde"),))
    week = Due(first_day=TODAY, day=TODAY)
    for user, network in (("ana", "noord"), ("ben", "noord"), ("cleo", "zuid"), ("cleo", None)):
        given.mail(digest(user, network, week))
    rows("MATCH (n:Actor {name: 'De Kajuit'}) DETACH DELETE n")
    rows("MATCH (n:User {id: 'ben'}) DETACH DELETE n")
    rows("MATCH (n:Network {id: 'zuid'}) DETACH DELETE n")

    at(NOW + timedelta(minutes=1))
    with run_at_once():
        jobs.create_messages()
        jobs.sweep()

    states = rows("MATCH (n:Message) RETURN n.key AS key, n.state AS state, n.reason AS reason")
    assert {row["key"]: (row["state"], row["reason"]) for row in states} == {
        f"digest:ana:noord:{TODAY}": ("sent", None),
        f"digest:ben:noord:{TODAY}": ("skipped", "no_member"),
        f"digest:cleo:zuid:{TODAY}": ("skipped", "no_member"),
        f"digest:cleo:all:{TODAY}": ("skipped", "no_member"),
    }
    assert len(list((tmp_path / "mail").iterdir())) == 1
    assert messages.count_overdue(graph, now=NOW + timedelta(days=1)) == 0


def test_a_sweep_leaves_the_workers_to_the_work_that_waits(
    at: Callable[[datetime], None],
    given: Given,
    test_broker: Redis,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(jobs, "_WORK_ENOUGH", 2)
    given.network("noord")
    for number in range(3):
        given.mail(reminders(given.user(f"u{number}", "noord"), TODAY))
    at(NOW)

    waited: list[int] = []
    for _ in range(2):
        jobs.sweep()
        waited.append(waiting(test_broker, MAIL))
    test_broker.flushdb()  # pyright: ignore[reportUnknownMemberType] -- as in conftest
    jobs.sweep()

    assert [*waited, waiting(test_broker, MAIL)] == [3, 3, 3]


def _written(graph: Graph, user_id: str) -> list[tuple[MessageKind, date]]:
    return sorted(
        (line.message.kind, line.message.period_start)
        for line in messages.list_for_user(graph, user_id=user_id)
    )
