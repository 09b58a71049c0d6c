"""When a follow-up asks for attention, for every day there is."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.domain.followups import (
    WHAT_LENGTH,
    FollowUp,
    FollowUpFields,
    FollowUpProblem,
    Term,
    by_term,
    end_of_week,
    problems,
    term_of,
)
from graph.domain.references import Reference
from graph.domain.words import FollowUpKind

pytestmark = pytest.mark.once

DAYS = st.dates(min_value=date(2020, 1, 1), max_value=date(2040, 12, 31))
WEDNESDAY = date(2026, 11, 25)
SOME_TIME = datetime(2026, 1, 1, tzinfo=UTC)


def followup(due_on: date, done_on: date | None = None, *, owner: str = "User") -> FollowUp:
    return FollowUp(
        id=f"{due_on} {done_on}",
        version=1,
        what="Bel terug",
        kind=FollowUpKind.OTHER,
        due_on=due_on,
        done_on=done_on,
        owner=Reference(id="ana", name="Ana", kind=owner),
        about=(),
        created_at=SOME_TIME,
        updated_at=SOME_TIME,
        archived_at=None,
    )


@pytest.mark.parametrize(
    ("due_on", "term"),
    [
        (date(2026, 11, 24), Term.LATE),
        (date(2026, 11, 25), Term.THIS_WEEK),
        (date(2026, 11, 29), Term.THIS_WEEK),
        (date(2026, 11, 30), Term.LATER),
    ],
)
def test_the_week_ends_on_sunday_and_the_day_itself_is_not_late(due_on: date, term: Term) -> None:
    assert term_of(due_on, WEDNESDAY) is term


@given(due_on=DAYS, today=DAYS)
def test_late_is_exactly_before_today(due_on: date, today: date) -> None:
    late = followup(due_on).days_late(today)

    assert (late > 0) is (due_on < today)
    assert (term_of(due_on, today) is Term.LATE) is (late > 0)
    assert late == max((today - due_on).days, 0)


@given(due_on=DAYS, today=DAYS, days=st.integers(0, 400))
def test_the_longer_you_wait_the_nearer_it_comes(due_on: date, today: date, days: int) -> None:
    order = list(Term)
    before, after = term_of(due_on, today), term_of(due_on, today + timedelta(days=days))

    assert order.index(after) <= order.index(before)


@given(due_on=DAYS, done_on=DAYS, today=DAYS)
def test_what_is_done_is_never_late(due_on: date, done_on: date, today: date) -> None:
    done = followup(due_on, done_on)

    assert (done.term(today), done.days_late(today)) == (Term.DONE, 0)


@given(day=DAYS)
def test_a_week_ends_on_the_same_sunday_for_all_its_days(day: date) -> None:
    sunday = end_of_week(day)

    assert sunday.isoweekday() == 7
    assert 0 <= (sunday - day).days <= 6


@given(dues=st.lists(DAYS, max_size=20), today=DAYS)
def test_grouping_loses_nothing_and_keeps_the_order(dues: list[date], today: date) -> None:
    groups = by_term([followup(due) for due in sorted(dues)], today)

    assert [one.due_on for group in groups.values() for one in group] == sorted(dues)
    assert list(groups) == [term for term in Term if term in groups]
    assert all(groups.values())


def test_a_partner_owns_an_agreement_and_one_of_us_an_action() -> None:
    ours, theirs = followup(WEDNESDAY), followup(WEDNESDAY, owner="Actor")

    assert (ours.is_agreement, ours.fields.user_id, ours.fields.owner_actor_id) == (
        False, "ana", None,
    )  # fmt: skip
    assert (theirs.is_agreement, theirs.fields.user_id, theirs.fields.owner_actor_id) == (
        True, None, "ana",
    )  # fmt: skip


@pytest.mark.parametrize(("user_id", "actor_id"), [(None, None), ("ana", "kajuit")])
def test_a_follow_up_has_exactly_one_owner(user_id: str | None, actor_id: str | None) -> None:
    with pytest.raises(ValueError, match="one owner"):
        FollowUpFields(what="Bel", due_on=WEDNESDAY, user_id=user_id, owner_actor_id=actor_id)


def test_problems_are_told_all_at_once() -> None:
    empty = FollowUpFields(what="", due_on=WEDNESDAY, user_id="ana")
    long = FollowUpFields(
        what="x" * (WHAT_LENGTH + 1), due_on=WEDNESDAY, user_id="ana", actor_ids=("kajuit",)
    )

    assert problems(empty) == [FollowUpProblem.NOTHING_TO_DO, FollowUpProblem.ABOUT_NOTHING]
    assert problems(long) == [FollowUpProblem.TOO_LONG]
