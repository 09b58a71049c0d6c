"""What may be kept as a contact moment."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.domain.moments import (
    NOTE_LENGTH,
    MomentFields,
    MomentProblem,
    NewRating,
    NextStep,
    problems,
)
from graph.domain.words import Evidence

pytestmark = pytest.mark.once

TODAY = date(2026, 11, 23)
DAYS = st.dates(min_value=date(2020, 1, 1), max_value=date(2040, 12, 31))
FIELDS = MomentFields(on=TODAY, actor_ids=("kajuit",), collaboration_ids=("vrijdag",))
RATING = NewRating(id="r", value=4)
STEP = NextStep(id="s", what="Bel", due_on=TODAY)


def test_a_moment_with_all_there_is_has_no_problem() -> None:
    assert problems(FIELDS, today=TODAY, rating=RATING, step=STEP) == []


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        (MomentFields(on=TODAY), MomentProblem.ABOUT_NOTHING),
        (replace(FIELDS, on=TODAY + timedelta(days=1)), MomentProblem.IN_FUTURE),
        (replace(FIELDS, evidence=Evidence.HEARD), MomentProblem.FROM_NOBODY),
        (replace(FIELDS, note="x" * (NOTE_LENGTH + 1)), MomentProblem.NOTE_TOO_LONG),
    ],
)
def test_each_rule_of_a_moment(fields: MomentFields, problem: MomentProblem) -> None:
    assert problems(fields, today=TODAY) == [problem]


@pytest.mark.parametrize("collaborations", [(), ("een", "twee")])
def test_a_rating_is_of_exactly_one_collaboration(collaborations: tuple[str, ...]) -> None:
    fields = replace(FIELDS, collaboration_ids=collaborations)

    assert problems(fields, today=TODAY, rating=RATING) == [MomentProblem.RATING_OF_WHICH]


@given(value=st.integers(-10, 20))
def test_a_rating_is_one_to_five(value: int) -> None:
    found = problems(FIELDS, today=TODAY, rating=NewRating(id="r", value=value))

    assert (found == []) is (1 <= value <= 5)


@given(on=DAYS, today=DAYS)
def test_only_what_happened_is_kept(on: date, today: date) -> None:
    found = problems(replace(FIELDS, on=on), today=today)

    assert (MomentProblem.IN_FUTURE in found) is (on > today)


@given(on=DAYS, due_on=DAYS)
def test_a_step_comes_after_its_moment(on: date, due_on: date) -> None:
    step = NextStep(id="s", what="Bel", due_on=due_on)
    found = problems(replace(FIELDS, on=on), today=on, step=step)

    assert (found == [MomentProblem.STEP_BEFORE_MOMENT]) is (due_on < on)


def test_from_whom_is_only_kept_with_what_was_heard() -> None:
    seen = replace(FIELDS, heard_from="Muziekschool", at=time(15, 30))
    heard = replace(seen, evidence=Evidence.HEARD)

    assert seen.properties()["heard_from"] == ""
    assert heard.properties()["heard_from"] == "Muziekschool"
    assert heard.properties()["at"] == "15:30"
