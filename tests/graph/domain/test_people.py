"""Who holds a position on which day, and when a partner can still be reached."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from graph.domain.people import (
    Holder,
    HoldingProblem,
    Period,
    Position,
    PositionFields,
    is_last_way,
    last_day_before,
    starting_problem,
    stopping_problem,
)
from graph.domain.references import Reference

pytestmark = pytest.mark.once

DAYS = st.dates(min_value=date(2020, 1, 1), max_value=date(2040, 12, 31))
TODAY = date(2026, 11, 23)
SOME_TIME = datetime(2026, 1, 1, tzinfo=UTC)


def holder(
    name: str, since: date | None = None, until: date | None = None, **more: bool
) -> Holder:
    period = Period(since=since, until=until)
    return Holder(person_id=name, name=name, email="", phone="", period=period, **more)


def position(*holders: Holder, id: str = "p", email: str = "", archived: bool = False) -> Position:
    return Position(
        id=id,
        version=1,
        fields=PositionFields(name="Coördinator", email=email),
        actor=Reference(id="a", name="De Kajuit", kind="Actor"),
        holders=holders,
        created_at=SOME_TIME,
        updated_at=SOME_TIME,
        archived_at=SOME_TIME if archived else None,
    )


@given(since=DAYS, until=DAYS, day=DAYS)
def test_a_period_includes_both_its_ends(since: date, until: date, day: date) -> None:
    assert Period(since=since, until=until).covers(day) is (since <= day <= until)
    assert Period(until=until).covers(day) is (day <= until)
    assert Period(since=since).covers(day) is (since <= day)


@given(started=DAYS, takeover=DAYS, day=DAYS)
def test_a_handover_leaves_one_holder_on_every_day(
    started: date, takeover: date, day: date
) -> None:
    old = holder("oud", since=started)
    problem = starting_problem([old], person_id="nieuw", since=takeover, takes_over=True)

    assert (problem is HoldingProblem.BEFORE_START) is (takeover <= started)
    assume(problem is None and day >= started)
    after = position(
        holder("oud", since=started, until=last_day_before(takeover)),
        holder("nieuw", since=takeover),
    )
    assert [one.name for one in after.held_by(day)] == ["nieuw" if day >= takeover else "oud"]


@given(since=DAYS, until=DAYS, again=DAYS)
def test_nobody_holds_the_same_position_twice_at_once(
    since: date, until: date, again: date
) -> None:
    assume(since <= until)
    problem = starting_problem(
        [holder("ana", since, until)], person_id="ana", since=again, takes_over=False
    )

    assert (problem is HoldingProblem.HOLDS_ALREADY) is (again <= until)


@given(since=DAYS, until=DAYS)
def test_nobody_stops_before_they_started(since: date, until: date) -> None:
    problem = stopping_problem([holder("ana", since)], person_id="ana", until=until)

    assert (problem is HoldingProblem.BEFORE_START) is (until < since)


def test_only_a_holder_can_stop() -> None:
    gone = holder("ana", since=date(2024, 1, 1), until=date(2025, 1, 1))

    for person_id in ("ana", "ben"):
        assert (
            stopping_problem([gone], person_id=person_id, until=TODAY)
            is HoldingProblem.DOES_NOT_HOLD
        )


def test_two_people_may_share_a_position() -> None:
    assert (
        starting_problem([holder("ana")], person_id="ben", since=TODAY, takes_over=False) is None
    )


def test_a_position_is_vacant_when_its_holder_stopped_or_is_archived() -> None:
    yesterday = TODAY - timedelta(days=1)

    assert position().is_vacant(TODAY)
    assert position(holder("ana", until=yesterday)).is_vacant(TODAY)
    assert position(holder("ana", archived=True)).is_vacant(TODAY)
    assert not position(holder("ana", until=TODAY)).is_vacant(TODAY)


def test_who_starts_first_stands_first() -> None:
    later = date(2027, 1, 1)
    handed_over = position(
        holder("ana", until=TODAY),
        holder("cas", since=later),
        holder("ben", since=TODAY + timedelta(days=1)),
        holder("dee", since=later, archived=True),
        holder("els", since=TODAY),
    )

    assert [one.name for one in handed_over.held_after(TODAY)] == ["ben", "cas"]


def test_who_stopped_last_stands_first() -> None:
    before = position(
        holder("ana", until=date(2024, 1, 1)), holder("ben", until=date(2025, 1, 1)), holder("cas")
    )

    assert [one.name for one in before.held_before(TODAY)] == ["ben", "ana"]


@pytest.mark.parametrize(
    ("positions", "actor_email", "last"),
    [
        ([position(email="a@b.example")], "", True),
        ([position(email="a@b.example")], "kajuit@b.example", False),
        ([position(email="a@b.example"), position(id="q", email="c@b.example")], "", False),
        ([position(email="a@b.example"), position(id="q")], "", True),
        (
            [position(email="a@b.example"), position(id="q", email="c@b.example", archived=True)],
            "",
            True,
        ),
        ([position(), position(id="q", email="c@b.example")], "", False),
    ],
)
def test_a_position_is_the_last_way_when_nothing_else_reaches_the_partner(
    positions: list[Position], actor_email: str, *, last: bool
) -> None:
    assert (
        is_last_way("p", positions, actor_email=actor_email, actor_phone="", today=TODAY) is last
    )
