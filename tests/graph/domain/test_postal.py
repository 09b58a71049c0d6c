"""When mail may leave: working hours of working days, through clock changes and holidays."""

from datetime import UTC, date, datetime, timedelta

import pytest

from graph.domain.calendar import local_day
from graph.domain.postal import (
    Due,
    Frequency,
    digest_due,
    leaves_at,
    mail_day,
    next_opening,
    summary_due,
)

pytestmark = pytest.mark.once

MONDAY, FRIDAY = 0, 4


@pytest.mark.parametrize(
    ("day", "utc"),
    [
        (date(2026, 3, 27), "07:30"),
        (date(2026, 3, 30), "06:30"),
        (date(2026, 10, 23), "06:30"),
        (date(2026, 10, 26), "07:30"),
    ],
)
def test_half_past_eight_is_that_of_the_netherlands(day: date, utc: str) -> None:
    moments = [leaves_at(day, f"user-{number}") for number in range(200)]

    assert {moment.strftime("%H:%M") for moment in moments} == {utc}
    assert len(set(moments)) > 50, "spread over the minute"
    assert moments[:20] == [leaves_at(day, f"user-{number}") for number in range(20)]


@pytest.mark.parametrize(
    ("moment", "may"),
    [
        (datetime(2026, 11, 23, 7, 0, tzinfo=UTC), date(2026, 11, 23)),
        (datetime(2026, 11, 23, 6, 59, tzinfo=UTC), None),
        (datetime(2026, 11, 23, 16, 59, tzinfo=UTC), date(2026, 11, 23)),
        (datetime(2026, 11, 23, 17, 0, tzinfo=UTC), None),
        (datetime(2026, 11, 21, 10, 0, tzinfo=UTC), None),
        (datetime(2026, 11, 22, 10, 0, tzinfo=UTC), None),
        (datetime(2026, 12, 25, 10, 0, tzinfo=UTC), None),
        (datetime(2027, 4, 27, 10, 0, tzinfo=UTC), None),
    ],
    ids=[
        "eight",
        "before eight",
        "before six",
        "six",
        "saturday",
        "sunday",
        "christmas",
        "koningsdag",
    ],
)
def test_mail_leaves_in_working_hours(moment: datetime, may: date | None) -> None:
    assert mail_day(moment) == may
    assert (next_opening(moment) == moment) is (may is not None)


@pytest.mark.parametrize(
    ("closed", "opens"),
    [
        (datetime(2026, 11, 23, 4, 0, tzinfo=UTC), datetime(2026, 11, 23, 7, 30, tzinfo=UTC)),
        (datetime(2026, 11, 23, 18, 0, tzinfo=UTC), datetime(2026, 11, 24, 7, 30, tzinfo=UTC)),
        (datetime(2026, 3, 27, 20, 0, tzinfo=UTC), datetime(2026, 3, 30, 6, 30, tzinfo=UTC)),
        (datetime(2026, 12, 24, 20, 0, tzinfo=UTC), datetime(2026, 12, 28, 7, 30, tzinfo=UTC)),
    ],
    ids=["in the morning", "in the evening", "over the change of the clock", "over christmas"],
)
def test_what_comes_too_late_waits_for_the_next_working_day(
    closed: datetime, opens: datetime
) -> None:
    assert next_opening(closed) == opens


@pytest.mark.parametrize(
    ("frequency", "weekday", "today", "due"),
    [
        (Frequency.WEEKLY, MONDAY, date(2027, 3, 29), (date(2027, 3, 22), date(2027, 3, 22))),
        (Frequency.WEEKLY, MONDAY, date(2027, 3, 30), (date(2027, 3, 29), date(2027, 3, 30))),
        (Frequency.WEEKLY, FRIDAY, date(2027, 1, 3), (date(2026, 12, 21), date(2026, 12, 28))),
        (Frequency.WEEKLY, FRIDAY, date(2027, 1, 4), (date(2026, 12, 28), date(2027, 1, 4))),
        (Frequency.MONTHLY, MONDAY, date(2026, 11, 1), (date(2026, 10, 1), date(2026, 10, 5))),
        (Frequency.MONTHLY, FRIDAY, date(2027, 1, 4), (date(2027, 1, 1), date(2027, 1, 4))),
    ],
    ids=[
        "easter monday",
        "the day after",
        "christmas on a friday",
        "new year on a friday, in week 53",
        "before the first monday",
        "the first friday is a holiday",
    ],
)
def test_a_digest_that_falls_on_a_holiday_comes_on_the_next_working_day(
    frequency: Frequency, weekday: int, today: date, due: tuple[date, date]
) -> None:
    assert digest_due(frequency, weekday, today) == Due(first_day=due[0], day=due[1])


def test_after_a_pause_it_comes_on_the_first_day_that_it_may() -> None:
    friday = date(2026, 11, 27)
    due = [
        digest_due(Frequency.WEEKLY, MONDAY, day, paused_until=friday)
        for day in (date(2026, 11, 26), friday, date(2026, 11, 30))
    ]

    assert [each and (each.first_day, each.day) for each in due] == [
        None,
        (date(2026, 11, 23), friday),
        (date(2026, 11, 30), date(2026, 11, 30)),
    ]


def test_who_wants_none_gets_none() -> None:
    assert digest_due(Frequency.OFF, MONDAY, date(2026, 11, 23)) is None


def test_the_summary_comes_on_the_first_working_day_of_the_month() -> None:
    days = [date(2026, 12, 31), date(2027, 1, 1), date(2027, 1, 4), date(2027, 1, 29)]

    assert [summary_due(day) for day in days] == [
        Due(first_day=date(2026, 12, 1), day=date(2026, 12, 1)),
        Due(first_day=date(2026, 12, 1), day=date(2026, 12, 1)),
        Due(first_day=date(2027, 1, 1), day=date(2027, 1, 4)),
        Due(first_day=date(2027, 1, 1), day=date(2027, 1, 4)),
    ]


@pytest.mark.parametrize("hours", range(0, 24 * 8, 5))
def test_what_waits_never_waits_past_the_next_opening(hours: int) -> None:
    now = datetime(2026, 12, 24, tzinfo=UTC) + timedelta(hours=hours)

    opening = next_opening(now)

    assert mail_day(opening) == local_day(opening)
    assert not any(
        mail_day(now + timedelta(minutes=minutes))
        for minutes in range(0, int((opening - now).total_seconds() // 60) - 30, 7)
    )
