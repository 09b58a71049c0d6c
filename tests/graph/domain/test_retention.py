"""When a term is over, and when what is due goes: never without a month of warning."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.domain.retention import (
    PROPOSED,
    SHORTEST,
    WARNING,
    Kept,
    Term,
    TermFields,
    last_over,
    later,
)

pytestmark = pytest.mark.once

DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2090, 1, 1))
MONTHS = st.integers(1, 120)


def _term(months: int | None, decided_on: date | None) -> Term:
    return Term(
        kind=Kept.MOMENTS, version=1, fields=TermFields(months=months), decided_on=decided_on
    )


@given(today=DAYS, months=MONTHS)
def test_the_last_day_that_is_over_is_the_last(today: date, months: int) -> None:
    last = last_over(today, months)
    assert later(last, months) <= today
    assert later(last + timedelta(days=1), months) > today


@given(since=DAYS, today=DAYS, decided=DAYS, months=MONTHS)
def test_nothing_goes_before_it_was_due_and_announced_for_a_month(
    since: date, today: date, decided: date, months: int
) -> None:
    term = _term(months, decided)
    goes_on, last = term.goes_on(since), term.last_due(today)

    assert goes_on is not None
    assert last is not None
    assert goes_on >= decided + WARNING
    if goes_on <= today:
        assert since <= last, "what goes was listed as due"
    if (
        since <= last
        and decided <= today - WARNING
        and since <= last_over(today - WARNING, months)
    ):
        assert goes_on <= today, "what was announced long enough goes"


@pytest.mark.parametrize("term", [_term(None, date(2026, 1, 1)), _term(12, None)])
def test_without_a_decision_nothing_goes(term: Term) -> None:
    assert term.last_due(date(2026, 11, 23)) is None
    assert term.goes_on(date(1990, 1, 1)) is None


def test_months_of_unlike_length() -> None:
    assert later(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert later(date(2026, 3, 31), -1) == date(2026, 2, 28)
    assert last_over(date(2026, 2, 28), 1) == date(2026, 1, 31)


def test_every_proposal_may_be_chosen() -> None:
    assert all(PROPOSED[kind] >= SHORTEST[kind] for kind in Kept)
