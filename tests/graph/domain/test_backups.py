"""When a backup is due, which are kept, and what a line of one says."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.domain.backups import (
    Canon,
    LineError,
    Node,
    Tie,
    from_line,
    is_due,
    is_overdue,
    superfluous,
    to_line,
)

pytestmark = pytest.mark.once

NIGHT = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)  # half past two in the Netherlands

_values = st.one_of(
    st.text(),
    st.integers(-(2**53), 2**53),
    st.booleans(),
    st.floats(allow_nan=False),
    st.dates(),
    st.datetimes(timezones=st.just(UTC)),
    st.lists(st.text()),
)


@settings(max_examples=50, deadline=None)
@given(properties=st.dictionaries(st.text(), _values))
def test_a_line_says_all_that_a_node_holds(properties: dict[str, object]) -> None:
    node = Node(label="Actor", properties=properties | {"id": "a"})
    line = to_line(node)

    assert "\n" not in line
    assert from_line(line) == node


def test_a_line_says_all_that_a_relationship_holds() -> None:
    tie = Tie(
        from_label="Actor",
        from_id="a",
        type="TAKES_PART_IN",
        to_label="Collaboration",
        to_id="c",
        properties={"since": date(2026, 1, 5), "role": "trekker"},
    )

    assert from_line(to_line(tie)) == tie


def test_a_property_without_a_value_is_as_none() -> None:
    held = {"id": "a", "name": "Anna"}

    assert to_line(Node(label="Person", properties=held | {"phone": None})) == to_line(
        Node(label="Person", properties=held)
    )


@pytest.mark.parametrize(
    "line",
    [
        "",
        "[]",
        "{}",
        '{"label":"Actor","properties":{}}',
        '{"label":"Actor","properties":{"id":1}}',
        '{"label":"Actor","properties":{"id":"a","x":{"date":"gisteren"}}}',
        '{"label":"Actor","properties":{"id":"a","x":{"what":"?"}}}',
        '{"from":["Actor"],"type":"X","to":["Actor","b"],"properties":{}}',
    ],
)
def test_what_is_no_line_is_refused(line: str) -> None:
    with pytest.raises(LineError):
        from_line(line)


def test_the_sum_is_the_same_in_any_order_and_counts_each_line() -> None:
    def digest(*lines: str) -> str:
        canon = Canon()
        for line in lines:
            canon.add(line)
        return canon.digest

    assert digest("a", "b", "b") == digest("b", "a", "b")
    assert len({digest("a", "b"), digest("a", "b", "b"), digest("a"), digest()}) == 4


def test_each_night_has_a_backup_and_a_missed_one_is_made_up_for() -> None:
    evening_before = NIGHT - timedelta(hours=6)

    assert is_due(None, NIGHT)
    assert is_due(evening_before, NIGHT)
    assert is_due(NIGHT - timedelta(days=3), NIGHT + timedelta(hours=7))
    assert not is_due(evening_before, NIGHT - timedelta(hours=1))
    assert not is_due(NIGHT, NIGHT + timedelta(hours=20))


def test_a_day_without_one_is_overdue_also_on_the_night_that_has_an_hour_more() -> None:
    long_ago = NIGHT - timedelta(days=300)

    assert not is_overdue(
        NIGHT - timedelta(hours=25, minutes=10), installed_at=long_ago, now=NIGHT
    )
    assert is_overdue(NIGHT - timedelta(hours=27), installed_at=long_ago, now=NIGHT)
    assert is_overdue(None, installed_at=long_ago, now=NIGHT)
    assert not is_overdue(None, installed_at=NIGHT - timedelta(hours=1), now=NIGHT)


def test_kept_are_two_weeks_and_the_first_of_each_month_for_ninety_days() -> None:
    made = {NIGHT - timedelta(days=days) for days in range(200)}

    kept = sorted(made - superfluous(made, NIGHT))

    assert kept[-15:] == [NIGHT - timedelta(days=days) for days in range(14, -1, -1)]
    assert [(at.month, at.day) for at in kept[:-15]] == [(9, 1), (10, 1), (11, 1)]
    assert NIGHT - kept[0] <= timedelta(days=90)
