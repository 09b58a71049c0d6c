"""When mail may leave, through clock changes and a week 53."""

from datetime import UTC, date, datetime, timedelta

import pytest

from graph.domain.messages import digest_key, mail_day, monday_of, opening

pytestmark = pytest.mark.once


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
    assert opening(day).strftime("%H:%M") == utc
    assert mail_day(opening(day)) == day
    assert mail_day(opening(day) - timedelta(seconds=1)) is None


@pytest.mark.parametrize(
    ("moment", "may"),
    [
        (datetime(2026, 11, 23, 16, 59, tzinfo=UTC), date(2026, 11, 23)),
        (datetime(2026, 11, 23, 17, 0, tzinfo=UTC), None),
        (datetime(2026, 11, 21, 10, 0, tzinfo=UTC), None),
        (datetime(2026, 11, 22, 10, 0, tzinfo=UTC), None),
    ],
    ids=["before six", "at six", "saturday", "sunday"],
)
def test_nothing_leaves_in_the_evening_or_the_weekend(moment: datetime, may: date | None) -> None:
    assert mail_day(moment) == may


def test_two_years_of_looking_every_five_minutes_give_one_key_a_week() -> None:
    start, end = datetime(2026, 1, 1, tzinfo=UTC), datetime(2028, 1, 1, tzinfo=UTC)
    first_seen: dict[str, date] = {}
    moment = start
    while moment < end:
        if day := mail_day(moment):
            first_seen.setdefault(digest_key("ana", "noord", monday_of(day)), day)
        moment += timedelta(minutes=5)

    mondays = [date(2025, 12, 29) + timedelta(weeks=week) for week in range(105)]
    assert list(first_seen) == [digest_key("ana", "noord", monday) for monday in mondays]
    assert list(first_seen.values())[1:] == mondays[1:], "each on its Monday, week 53 as well"
