"""When each thing is told: once, on its own day, and again only when it was put off."""

from datetime import UTC, date, datetime, timedelta

import pytest

from graph.domain.followups import FollowUp
from graph.domain.references import Reference
from graph.domain.reminders import (
    Ending,
    Heard,
    Reminder,
    ReminderKind,
    choose,
    choose_single,
    months_before,
    of_endings,
    of_followups,
    of_unverified,
)
from graph.domain.words import FollowUpKind
from tests.given import TODAY

pytestmark = pytest.mark.once

YESTERDAY = TODAY - timedelta(days=1)


def test_a_thing_is_told_on_the_day_that_it_asks_for_attention_and_once() -> None:
    found = [_reminder(TODAY)]

    assert _told(found, heard_on=YESTERDAY) == found
    assert _told(found, heard_on=TODAY) == []
    assert _told(found, heard_on=YESTERDAY, today=YESTERDAY) == []


def test_the_first_mail_tells_all_that_is_open() -> None:
    found = [_reminder(TODAY - timedelta(days=400))]

    assert _told(found, heard_on=None) == found


def test_who_puts_it_off_hears_of_it_on_that_day() -> None:
    found = [_reminder(TODAY)]
    snoozed = {found[0].about: TODAY + timedelta(days=7)}

    told = [
        _told(found, heard_on=day - timedelta(days=1), today=day, snoozed=snoozed)
        for day in (TODAY + timedelta(days=number) for number in range(10))
    ]
    assert [bool(each) for each in told] == [number == 7 for number in range(10)]


def test_the_digest_of_today_tells_its_part_and_the_rest_is_a_reminder() -> None:
    action, money = _reminder(TODAY), _reminder(TODAY, ReminderKind.FUNDING)

    assert _told([action, money], heard_on=YESTERDAY, digest_tells=True) == [money]


def test_a_digest_does_not_count_for_what_it_does_not_tell() -> None:
    at_noon = datetime(2026, 11, 23, 11, tzinfo=UTC)
    heard = Heard(by_reminder=at_noon - timedelta(days=3), by_digest=at_noon)

    assert heard.of(ReminderKind.COLD) == TODAY
    assert heard.of(ReminderKind.FUNDING) == TODAY - timedelta(days=3)


def test_who_wants_them_one_by_one_hears_of_this_week_only() -> None:
    found = [_reminder(TODAY - timedelta(days=days)) for days in (-1, 0, 6, 7)]

    told = choose_single(found, snoozed={}, today=TODAY)

    assert [each.day for each in told] == [TODAY - timedelta(days=6), TODAY]


@pytest.mark.parametrize(
    ("kind", "spoken_on", "told"),
    [
        (FollowUpKind.SPEAK, None, True),
        (FollowUpKind.SPEAK, TODAY - timedelta(days=11), True),
        (FollowUpKind.SPEAK, TODAY - timedelta(days=10), False),
        (FollowUpKind.SPEAK, TODAY, False),
        (FollowUpKind.NAME_RESULT, TODAY, True),
    ],
)
def test_contact_ends_what_asks_for_contact(
    kind: FollowUpKind, spoken_on: date | None, told: bool
) -> None:
    contacts = {"kajuit": spoken_on} if spoken_on else {}

    assert bool(list(of_followups([_followup(kind)], contacts, TODAY))) is told


def test_money_is_told_six_and_three_months_ahead_and_an_end_one_month() -> None:
    until, ends = date(2027, 5, 31), date(2026, 12, 23)
    one = Ending(
        id="a", name="A", partners=(), ended_on=ends, funded_until=(until, until, YESTERDAY)
    )

    days = {
        (each.kind, each.day)
        for number in range(200)
        for each in of_endings([one], TODAY + timedelta(days=number))
    }

    assert days == {
        (ReminderKind.ENDING, date(2026, 11, 23)),
        (ReminderKind.FUNDING, date(2026, 11, 30)),
        (ReminderKind.FUNDING, date(2027, 2, 28)),
    }


def test_a_record_is_told_of_a_year_after_it_was_verified() -> None:
    [each] = of_unverified([("a", "A", date(2024, 2, 29))])

    assert (each.day, each.on) == (date(2025, 2, 28), date(2024, 2, 29))


def test_what_is_to_be_verified_shares_a_mail_and_the_rest_does_not() -> None:
    [check] = of_unverified([("a", "A", TODAY)])

    assert check.topic("noord") == "unverified-noord"
    assert _reminder(TODAY).topic("noord") == "action-action"


@pytest.mark.parametrize(
    ("day", "months", "earlier"),
    [
        (date(2027, 1, 31), 2, date(2026, 11, 30)),
        (date(2026, 11, 23), -6, date(2027, 5, 23)),
        (date(2026, 12, 31), -2, date(2027, 2, 28)),
        (date(2026, 12, 1), 12, date(2025, 12, 1)),
    ],
)
def test_months_have_a_last_day(day: date, months: int, earlier: date) -> None:
    assert months_before(day, months) == earlier


def _told(
    found: list[Reminder],
    *,
    heard_on: date | None,
    today: date = TODAY,
    snoozed: dict[str, date] | None = None,
    digest_tells: bool = False,
) -> list[Reminder]:
    at_noon = datetime(1, 1, 1, 11, tzinfo=UTC).time()
    heard = datetime.combine(heard_on, at_noon, tzinfo=UTC) if heard_on else None
    chosen = choose(
        found,
        heard=Heard(by_reminder=heard),
        snoozed=snoozed or {},
        today=today,
        digest_tells=digest_tells,
    )
    return list(chosen)


def _reminder(day: date, kind: ReminderKind = ReminderKind.ACTION) -> Reminder:
    return Reminder(kind=kind, id=kind.value, name="", day=day)


def _followup(kind: FollowUpKind) -> FollowUp:
    made = datetime(2026, 11, 13, 11, tzinfo=UTC)
    return FollowUp(
        id="action",
        version=1,
        what="Bel",
        kind=kind,
        due_on=TODAY,
        done_on=None,
        owner=Reference(id="ana", name="Ana", kind="User"),
        about=(Reference(id="kajuit", name="De Kajuit", kind="Actor"),),
        created_at=made,
        updated_at=made,
        archived_at=None,
    )
