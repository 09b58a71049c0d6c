"""The life of a collaboration: its changes of status, and the form that fits."""

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies

from graph.domain.collaborations import (
    Life,
    StatusChange,
    StatusProblem,
    StatusRefusedError,
    first_change,
    proposed_form,
)
from graph.domain.words import Form, Layer, Status

pytestmark = pytest.mark.once

TODAY = date(2026, 11, 23)
MARCH = date(2026, 3, 1)


def change(status: Status, on: date | None = MARCH) -> StatusChange:
    return StatusChange(id=f"{status}-{on}", status=status, on=on)


def life(*statuses: Status, started_on: date | None = None) -> Life:
    return Life(history=tuple(map(change, statuses)), started_on=started_on)


@pytest.mark.parametrize(
    ("layer", "partners", "form"),
    [
        (Layer.PRACTICE, 2, Form.WORKING),
        (Layer.PRACTICE, 8, Form.WORKING),
        (Layer.PRACTICE, 9, Form.MEMBERSHIP),
        (Layer.POLICY, 8, Form.WORKING),
        (Layer.VISION, 2, Form.MEMBERSHIP),
    ],
)
def test_a_vision_or_many_partners_is_proposed_as_a_membership(
    layer: Layer, partners: int, form: Form
) -> None:
    assert proposed_form(layer, partners) is form


def test_the_first_active_day_is_the_start() -> None:
    started = life(Status.WISHED).after(change(Status.ACTIVE), today=TODAY)

    assert (started.status, started.started_on, started.ended_on) == (Status.ACTIVE, MARCH, None)
    assert started.undone() == life(Status.WISHED)


def test_a_known_start_stays() -> None:
    before = life(Status.PLANNED, started_on=date(2026, 2, 1))

    assert before.after(change(Status.ACTIVE), today=TODAY).started_on == date(2026, 2, 1)


def test_what_is_only_wished_has_no_start() -> None:
    before = life(Status.PLANNED, started_on=date(2027, 1, 1))

    assert before.after(change(Status.WISHED), today=TODAY).started_on is None


def test_the_end_has_a_day_and_taking_it_back_forgets_it() -> None:
    ended = life(Status.ACTIVE, started_on=MARCH).after(
        change(Status.ENDED, date(2026, 6, 1)), today=TODAY
    )

    assert ended.ended_on == date(2026, 6, 1)
    assert (ended.undone().status, ended.undone().ended_on) == (Status.ACTIVE, None)
    assert ended.undone().started_on is MARCH


@pytest.mark.parametrize(
    ("before", "status", "on", "problem"),
    [
        (Status.ENDED, Status.ACTIVE, TODAY, StatusProblem.CLOSED),
        (Status.ACTIVE, Status.ACTIVE, TODAY, StatusProblem.SAME),
        (Status.ACTIVE, Status.PAUSED, date(2026, 2, 28), StatusProblem.TOO_EARLY),
        (Status.ACTIVE, Status.PAUSED, date(2026, 11, 24), StatusProblem.IN_FUTURE),
    ],
)
def test_a_life_refuses_what_cannot_be(
    before: Status, status: Status, on: date, problem: StatusProblem
) -> None:
    with pytest.raises(StatusRefusedError) as refused:
        life(before).after(change(status, on), today=TODAY)

    assert refused.value.problem is problem


def test_a_status_without_a_day_can_be_followed_by_any_day() -> None:
    without_day = Life(history=(change(Status.PLANNED, None),))

    assert without_day.after(change(Status.ACTIVE, date(2020, 1, 1)), today=TODAY).started_on == (
        date(2020, 1, 1)
    )


@pytest.mark.parametrize(
    ("status", "started_on", "since"),
    [
        (Status.ACTIVE, MARCH, MARCH),
        (Status.ACTIVE, None, TODAY),
        (Status.PLANNED, date(2027, 1, 1), TODAY),
        (Status.WISHED, None, TODAY),
    ],
)
def test_a_life_begins_on_the_start_or_today(
    status: Status, started_on: date | None, since: date
) -> None:
    began = first_change("one", status, started_on=started_on, today=TODAY)

    assert (began.status, began.on) == (status, since)


days = strategies.dates(date(2020, 1, 1), TODAY)


@given(strategies.lists(strategies.tuples(strategies.sampled_from(Status), days), max_size=12))
def test_whatever_is_tried_the_days_never_go_back(tries: list[tuple[Status, date]]) -> None:
    lived = Life(history=(change(Status.WISHED, date(2020, 1, 1)),))
    for status, on in tries:
        try:
            later = lived.after(change(status, on), today=TODAY)
        except StatusRefusedError:
            continue
        assert later.undone().history == lived.history
        lived = later

    on = [each.on for each in lived.history if each.on]
    assert on == sorted(on)
    assert [each.status for each in lived.history].count(Status.ENDED) <= 1
    assert (lived.status is Status.WISHED) <= (lived.started_on is None)
    assert timedelta(0) <= TODAY - on[-1]
