"""A simulated year: one mail per person per period, none skipped, none at the wrong hour.

Two schedulers beat at odd minutes, and one is away for days. The year has a week 53 and both
changes of the clock.
"""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise, product

import pytest

from graph.domain.calendar import is_working_day, local_day
from graph.domain.messages import NewMessage
from graph.domain.postal import Frequency, leaves_at, mail_day
from graph.domain.preferences import ReminderWish, Subscriber, Wishes, plan
from graph.domain.words import MessageKind

pytestmark = pytest.mark.once

START, END = datetime(2026, 11, 30, tzinfo=UTC), datetime(2027, 12, 11, tzinfo=UTC)
MONDAYS = [date(2026, 11, 30) + timedelta(weeks=week) for week in range(54)]
MONTHS = [date(2026, 12, 1)] + [date(2027, month, 1) for month in range(1, 13)]
MEMBERS = [
    Subscriber(
        user_id=f"{frequency}-{weekday}-{combined}",
        network_id=network_id,
        digest=True,
        summary=network_id == "noord",
        wishes=Wishes(digest=frequency, weekday=weekday, combined=combined),
        since=START - timedelta(days=60),
    )
    for frequency, weekday, combined in product(
        (Frequency.WEEKLY, Frequency.MONTHLY), (0, 4), (False, True)
    )
    for network_id in ("noord", "zuid")
]


@pytest.fixture(scope="module")
def ledger() -> dict[str, tuple[NewMessage, datetime]]:
    """What two schedulers wrote in a year, by key, each with the moment it was written."""
    written: dict[str, tuple[NewMessage, datetime]] = {}
    for now in sorted([*_beats(97, seed=1), *_beats(131, seed=2)]):
        for message in plan(MEMBERS, now):
            written.setdefault(message.key, (message, now))
    return written


@pytest.mark.parametrize("weekday", [0, 4])
@pytest.mark.parametrize(
    ("frequency", "periods"), [(Frequency.WEEKLY, MONDAYS), (Frequency.MONTHLY, MONTHS)]
)
def test_each_has_one_digest_a_period(
    ledger: dict[str, tuple[NewMessage, datetime]],
    weekday: int,
    frequency: Frequency,
    periods: list[date],
) -> None:
    for combined, networks in ((False, ("noord", "zuid")), (True, ("all",))):
        user_id = f"{frequency}-{weekday}-{combined}"
        for network in networks:
            start = f"digest:{user_id}:{network}:"
            found = [key.removeprefix(start) for key in ledger if key.startswith(start)]
            # The year begins with what was due just before it.
            assert [day for day in found if day >= str(periods[0])] == [str(p) for p in periods]


def test_each_has_one_summary_a_month(ledger: dict[str, tuple[NewMessage, datetime]]) -> None:
    found = [key for key in ledger if key.startswith("health:weekly-0-False:")]

    months = ["2026-11-01", *map(str, MONTHS)]
    assert found == [f"health:weekly-0-False:noord:{month}" for month in months]


def test_each_is_reminded_once_on_every_working_day(
    ledger: dict[str, tuple[NewMessage, datetime]],
) -> None:
    found = [key.rpartition(":")[2] for key in ledger if key.startswith("reminders:weekly-0-F")]

    days = [START.date() + timedelta(days=number) for number in range((END - START).days)]
    assert found == [str(day) for day in days if is_working_day(day)]


def test_nothing_leaves_outside_working_hours_or_before_its_time(
    ledger: dict[str, tuple[NewMessage, datetime]],
) -> None:
    for message, written in ledger.values():
        assert mail_day(message.not_before) is not None
        assert message.not_before >= leaves_at(local_day(message.not_before), message.user_id)
        assert message.not_before >= written


def test_digests_of_one_reader_are_days_apart(
    ledger: dict[str, tuple[NewMessage, datetime]],
) -> None:
    moments = [
        message.not_before
        for message, _ in ledger.values()
        if message.user_id == "weekly-4-True" and message.kind is MessageKind.DIGEST
    ]
    assert min(later - earlier for earlier, later in pairwise(moments)) > timedelta(days=2)


def test_who_joins_or_changes_after_it_was_due_waits_for_the_next() -> None:
    monday = datetime(2026, 12, 7, 10, 0, tzinfo=UTC)
    late = replace(MEMBERS[0], since=datetime(2026, 12, 7, 9, 0, tzinfo=UTC))
    early = replace(MEMBERS[0], since=datetime(2026, 12, 7, 5, 0, tzinfo=UTC))

    assert plan([late], monday) == []
    assert {each.kind for each in plan([early], monday)} == {
        MessageKind.DIGEST,
        MessageKind.REMINDERS,
    }


def test_who_switched_off_or_paused_gets_nothing() -> None:
    monday = datetime(2026, 12, 7, 10, 0, tzinfo=UTC)
    off = Wishes(digest=Frequency.OFF, reminders=ReminderWish.OFF)
    paused = Wishes(paused_until=date(2026, 12, 8))

    for wishes in (off, paused):
        assert plan([replace(MEMBERS[0], wishes=wishes, summary=False)], monday) == []
    assert plan([replace(MEMBERS[0], wishes=paused)], monday + timedelta(days=1)) != []


def _beats(minutes: int, *, seed: int) -> Iterator[datetime]:
    """When a scheduler looks: every so many minutes; the second is away for whole days."""
    chance = random.Random(seed)  # noqa: S311 -- the same days each time
    away = {START.date() + timedelta(days=chance.randrange(370)) for _ in range(40)}
    moment = START + timedelta(minutes=seed)
    while moment < END:
        if moment.date() not in away or seed == 1:
            yield moment
        moment += timedelta(minutes=minutes)
