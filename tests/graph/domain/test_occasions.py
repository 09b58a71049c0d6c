"""Periods in words, and which of them start soon."""

from datetime import date

import pytest

from graph.domain.occasions import Occasion, coming_up, starts_on
from graph.domain.vocabulary import YearMoment

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("period", "start"),
    [
        ("mei", date(2026, 5, 1)),
        ("3e week november", date(2026, 11, 15)),
        ("1e week van Oktober", date(2026, 10, 1)),
        ("najaar", date(2026, 9, 1)),
        ("", None),
        ("wisselt", None),
    ],
)
def test_a_period_starts_on_its_first_day(period: str, start: date | None) -> None:
    assert starts_on(period, 2026) == start


def test_what_starts_within_three_weeks_comes_up_also_over_new_year() -> None:
    moments = [
        YearMoment(name="Januari", period="januari"),
        YearMoment(name="Kerst", period="4e week december"),
        YearMoment(name="Mei", period="mei"),
    ]

    assert coming_up(moments, date(2026, 12, 14)) == [
        Occasion(name="Kerst", starts_on=date(2026, 12, 22)),
        Occasion(name="Januari", starts_on=date(2027, 1, 1)),
    ]
    assert coming_up(moments, date(2026, 12, 23)) == [
        Occasion(name="Januari", starts_on=date(2027, 1, 1))
    ]
