"""Repeating actions: the rule that is stored, when the next is due, and putting off."""

from datetime import date

import pytest

from graph.domain.repeats import Delay, Every, Repeat, next_due, put_off

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("every", "due_on", "rule", "following"),
    [
        (Every.WEEK, "2026-11-23", "FREQ=WEEKLY", ["2026-11-30", "2026-12-07"]),
        (Every.FORTNIGHT, "2026-11-23", "FREQ=WEEKLY;INTERVAL=2", ["2026-12-07", "2026-12-21"]),
        (Every.MONTH, "2026-11-23", "FREQ=MONTHLY", ["2026-12-23", "2027-01-23"]),
        (
            Every.MONTH,
            "2026-12-31",
            "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1",
            ["2027-01-31", "2027-02-28", "2027-03-31"],
        ),
        (Every.QUARTER, "2026-11-15", "FREQ=MONTHLY;INTERVAL=3", ["2027-02-15", "2027-05-15"]),
        (
            Every.QUARTER,
            "2026-11-30",
            "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=28,29,30;BYSETPOS=-1",
            ["2027-02-28", "2027-05-30"],
        ),
        (
            Every.YEAR,
            "2024-02-29",
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1",
            ["2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"],
        ),
    ],
)
def test_each_turn_follows_the_one_before(
    every: Every, due_on: str, rule: str, following: list[str]
) -> None:
    day = date.fromisoformat(due_on)
    assert Repeat(every=every).rule(day) == rule
    assert Repeat.of(rule) == Repeat(every=every)
    for expected in following:
        turn = date.fromisoformat(expected)
        assert next_due(rule, due_on=day, done_on=day) == turn
        day = turn


@pytest.mark.parametrize(
    ("done_on", "expected"),
    [
        ("2026-11-20", "2026-11-30"),  # done early: the next turn stays where it was
        ("2026-11-23", "2026-11-30"),
        ("2026-12-16", "2026-12-21"),  # weeks late: no pile of turns in the past
    ],
)
def test_done_early_or_late_it_comes_back_once(done_on: str, expected: str) -> None:
    found = next_due("FREQ=WEEKLY", due_on=date(2026, 11, 23), done_on=date.fromisoformat(done_on))
    assert found == date.fromisoformat(expected)


def test_it_ends_on_its_last_day() -> None:
    due_on, until = date(2026, 11, 23), date(2026, 12, 7)
    rule = Repeat(every=Every.WEEK, until=until).rule(due_on)

    assert rule == "FREQ=WEEKLY;UNTIL=20261207"
    assert Repeat.of(rule) == Repeat(every=Every.WEEK, until=until)
    assert next_due(rule, due_on=date(2026, 11, 30), done_on=date(2026, 11, 30)) == until
    assert next_due(rule, due_on=until, done_on=until) is None


def test_no_rule_is_no_repeat() -> None:
    assert Repeat.of("") is None


@pytest.mark.parametrize(
    ("due_on", "delay", "expected"),
    [
        ("2026-11-23", Delay.WEEK, "2026-11-30"),
        ("2026-11-03", Delay.WEEK, "2026-11-30"),
        ("2026-12-31", Delay.FORTNIGHT, "2027-01-14"),
        ("2027-01-31", Delay.MONTH, "2027-02-28"),
        ("2026-12-15", Delay.MONTH, "2027-01-15"),
    ],
)
def test_putting_off_counts_from_today_when_it_is_late(
    due_on: str, delay: Delay, expected: str
) -> None:
    found = put_off(date.fromisoformat(due_on), delay, today=date(2026, 11, 23))
    assert found == date.fromisoformat(expected)
