"""One suggestion in a digest: worth it, and never the same one mail after mail."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from graph.domain.introductions import Introduction
from graph.domain.postal import Frequency
from graph.domain.suggestions import MOST, TURNS, Suggestion, suggestion, turn_of
from graph.domain.white_spots import WhiteSpot
from tests.tasks import letters

pytestmark = pytest.mark.once


def introductions(count: int, **fields: object) -> list[Introduction]:
    """Introductions of one partner to many, each for a white spot unless ``fields`` say else."""
    one = letters.introduction()
    return [
        replace(
            one,
            other=replace(one.other, id=f"club-{number}"),
            **({"fills": ((f"domain-{number}", "jongeren"),)} | fields),  # pyright: ignore[reportArgumentType]
        )
        for number in range(count)
    ]


def told(found: list[Introduction], *spots: WhiteSpot, turns: int) -> list[Suggestion | None]:
    return [suggestion(found, spots, turn=turn) for turn in range(turns)]


@pytest.mark.parametrize("count", [1, 2, 7, MOST])
def test_each_comes_by_and_none_comes_back_within_four_mails(count: int) -> None:
    found = introductions(count)

    seen = told(found, turns=TURNS * MOST)

    assert {each.pair for each in seen if isinstance(each, Introduction)} == {
        each.pair for each in found
    }
    near = zip(seen, zip(seen[1:], seen[2:], seen[3:], strict=False), strict=False)
    assert [one for one, after in near if one and one in after] == []


def test_what_comes_and_goes_around_it_changes_no_turn() -> None:
    first, *others = introductions(5)
    alone, among = told([first], turns=TURNS), told([*others, first], turns=TURNS * MOST)

    turn = alone.index(first)
    assert {at % TURNS for at, each in enumerate(among) if each == first} == {turn}


def test_a_white_spot_has_one_turn_whoever_could_fill_it() -> None:
    spot = letters.white_spot()
    found = introductions(6, fills=(spot.key,))

    assert [each for each in told(found, spot, turns=2 * TURNS) if each] == [found[0]] * 2


def test_what_fills_a_white_spot_goes_before_what_does_not() -> None:
    spot, turns = letters.white_spot(), TURNS * MOST
    plain = introductions(1, fills=(), shared_life_stages=("jongeren",))

    assert {spot, *plain} <= set(told(plain, spot, turns=turns))
    assert spot in told(introductions(MOST - 1), spot, turns=turns)
    assert spot not in told(introductions(MOST), spot, turns=turns)
    assert plain[0] not in told(plain + introductions(MOST - 1), spot, turns=turns)


def test_nothing_is_suggested_when_nothing_is_worth_it() -> None:
    far_apart = introductions(3, fills=(), shared_places=(), shared_life_stages=())
    alike = introductions(3, fills=(), crosses=False, shared_life_stages=("jongeren",))
    nobody = replace(letters.white_spot(), candidates=())

    assert set(told(far_apart + alike, nobody, turns=TURNS)) == {None}


def test_each_period_has_the_next_turn() -> None:
    monday = date(2026, 12, 14)  # over week 53
    weeks = [turn_of(monday + timedelta(days=7 * n), Frequency.WEEKLY) for n in range(6)]
    months = [turn_of(date(2026, 10 + n, 1), Frequency.MONTHLY) for n in range(3)]

    assert weeks == list(range(weeks[0], weeks[0] + 6))
    assert turn_of(monday + timedelta(days=6), Frequency.WEEKLY) == weeks[0]
    assert [*months, turn_of(date(2027, 1, 31), Frequency.MONTHLY)] == list(
        range(months[0], months[0] + 4)
    )
