"""Moments of the year that are coming up: a reason to invite somebody."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from graph.domain.folding import sort_name
from graph.domain.vocabulary import YearMoment

_AHEAD = timedelta(days=21)
_WEEK = re.compile(r"\b([1-4])e week\b")
_MONTHS = {
    name: number
    for number, name in enumerate(
        (
            "januari",
            "februari",
            "maart",
            "april",
            "mei",
            "juni",
            "juli",
            "augustus",
            "september",
            "oktober",
            "november",
            "december",
        ),
        start=1,
    )
}
_SEASONS = {"voorjaar": 3, "lente": 3, "zomer": 6, "najaar": 9, "herfst": 9, "winter": 12}


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """A moment of the year that is coming up."""

    name: str
    starts_on: date


def coming_up(year_moments: Iterable[YearMoment], today: date) -> list[Occasion]:
    """The moments that start within three weeks, first one first."""
    soon = [
        Occasion(name=moment.name, starts_on=start)
        for moment in year_moments
        for year in (today.year, today.year + 1)
        if (start := starts_on(moment.period, year)) and today <= start < today + _AHEAD
    ]
    return sorted(soon, key=lambda each: (each.starts_on, sort_name(each.name)))


def starts_on(period: str, year: int) -> date | None:
    """Return the first day of a period in words ("mei", "3e week november", "najaar").

    None when the words name no part of the year.
    """
    words = period.casefold()
    for name, month in _MONTHS.items():
        if name in words:
            week = _WEEK.search(words)
            return date(year, month, 1 + 7 * (int(week[1]) - 1 if week else 0))
    return next((date(year, month, 1) for name, month in _SEASONS.items() if name in words), None)
