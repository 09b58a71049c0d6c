"""The jobs that mail: what is due is written once, and one failure stops nobody else."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from graph.database import Graph
from graph.domain.words import MessageKind, MessageState
from graph.repositories import messages
from tasks import messages as jobs
from tests.given import NOW, Given
from tests.jobs import enqueue_to
from tests.tasks.world import settings

AT_NIGHT = NOW - timedelta(hours=5)
NEXT_WEEK = NOW + timedelta(days=9)


@pytest.fixture
def at(
    graph: Graph, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, redis_url: str
) -> Iterator[Callable[[datetime], None]]:
    """Run the jobs of this process on the test graph, at a time of the test's choice."""
    monkeypatch.setattr(jobs, "open_graph", lambda: graph)
    monkeypatch.setattr(jobs, "task_settings", lambda: settings(tmp_path))

    def set_clock(now: datetime) -> None:
        monkeypatch.setattr(jobs, "_now", lambda: now)

    set_clock(NOW)
    with enqueue_to(redis_url):
        yield set_clock


def test_digests_are_made_once_a_week_and_not_at_night(
    at: Callable[[datetime], None], graph: Graph, given: Given
) -> None:
    given.user("ana", given.network("noord"))
    for moment in (NOW, NEXT_WEEK + timedelta(hours=12), NEXT_WEEK, NEXT_WEEK):
        at(moment)
        jobs.create_digests()

    made = [line.message for line in messages.list_for_user(graph, user_id="ana")]
    assert [str(message.period_start) for message in made] == ["2026-11-30"]
    assert made[0].not_before == NEXT_WEEK


def test_who_is_a_member_on_monday_gets_it_on_monday(
    at: Callable[[datetime], None], graph: Graph, given: Given
) -> None:
    given.user("ana", given.network("noord"))
    at(NOW + timedelta(days=7, hours=-2))
    jobs.create_digests()

    [line] = messages.list_for_user(graph, user_id="ana")
    assert (line.message.kind, line.message.state) == (MessageKind.DIGEST, MessageState.WAITING)


def test_reminders_are_made_once_a_day(
    at: Callable[[datetime], None], graph: Graph, given: Given
) -> None:
    given.user("ana", given.network("noord"))
    for days in (1, 1, 2, 5, 6):
        at(NOW + timedelta(days=days))
        jobs.create_reminders()

    days = [
        str(line.message.period_start) for line in messages.list_for_user(graph, user_id="ana")
    ]
    assert sorted(days) == ["2026-11-24", "2026-11-25"], "and not in the weekend"


def test_sending_what_is_gone_is_no_failure(
    at: Callable[[datetime], None], graph: Graph, given: Given
) -> None:
    given.network("noord")

    jobs.send_message("digest:nobody:noord:2026-11-23")

    assert messages.list_due(graph, now=NOW) == []
