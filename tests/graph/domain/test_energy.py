"""Lokale energie, held to the cases of docs/energy.md and to what must always be true."""

from dataclasses import fields, replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from graph.domain.energy import (
    CROSS_DOMAIN,
    ContactState,
    EnergyFacts,
    EnergySummary,
    Level,
    Rating,
    contact_state,
    is_lively,
    measure,
    points,
    summarise,
)
from graph.domain.words import FollowUpKind, Layer, Status

pytestmark = pytest.mark.once

TODAY = date(2026, 11, 22)
DOMAINS = ("sport", "school", "care", "culture")
PAGE = Path(__file__).parents[3] / "docs" / "energy.md"


def cases() -> list[dict[str, str]]:
    """The rows under the heading "Cases", by column."""
    lines = PAGE.read_text(encoding="utf-8").split("## Cases")[1].splitlines()
    head, _, *rows = (
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in lines
        if line.startswith("|")
    )
    return [dict(zip(head, row, strict=True)) for row in rows]


def ago(cell: str) -> date | None:
    return None if cell == "-" else TODAY - timedelta(days=int(cell))


def rating(cell: str) -> Rating:
    value, days = cell.split("@")
    return Rating(value=int(value), on=TODAY - timedelta(days=int(days)))


def facts_of(case: dict[str, str]) -> EnergyFacts:
    due = case["step due"]
    return EnergyFacts(
        status=Status.ACTIVE,
        layer=Layer(case["layer"]),
        partner_count=int(case["partners"]),
        domains=frozenset(DOMAINS[: int(case["domains"])]),
        rhythm_days=int(case["rhythm"]),
        started_on=ago(case["started"]),
        last_contact_on=ago(case["contact"]),
        ratings=tuple(rating(cell) for cell in case["ratings"].split() if cell != "-"),
        next_step_due=None if due == "-" else TODAY + timedelta(days=int(due)),
        last_result_on=ago(case["result"]),
    )


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["case"])
def test_energy_is_as_the_page_says(case: dict[str, str]) -> None:
    energy = measure(facts_of(case), TODAY)

    shown = "nog niet gemeten" if energy.score is None else f"{energy.score:.1f}"
    step = "-" if energy.next_step is None else energy.next_step.kind.value
    assert (shown, str(energy.known), step) == (case["energy"], case["known"], case["next step"])
    assert energy.certainty == int(case["known"]) / 4


def active(**changes: object) -> EnergyFacts:
    facts = EnergyFacts(
        status=Status.ACTIVE,
        layer=Layer.PRACTICE,
        partner_count=3,
        domains=frozenset({"sport", "school"}),
        last_contact_on=TODAY,
    )
    return replace(facts, **changes)


def days_ago(days: int) -> date:
    return TODAY - timedelta(days=days)


past = st.integers(0, 3000).map(days_ago)
maybe_past = st.none() | past
ratings = st.lists(st.builds(Rating, value=st.integers(1, 5), on=past), max_size=4).map(tuple)
facts = st.builds(
    EnergyFacts,
    status=st.just(Status.ACTIVE),
    layer=st.sampled_from(Layer),
    partner_count=st.integers(0, 30),
    domains=st.frozensets(st.sampled_from((*DOMAINS, CROSS_DOMAIN))),
    rhythm_days=st.integers(1, 365),
    started_on=maybe_past,
    last_contact_on=maybe_past,
    ratings=ratings,
    next_step_due=st.none() | st.integers(-60, 200).map(days_ago),
    last_result_on=maybe_past,
)


@given(facts)
def test_a_score_lies_between_0_and_100(some: EnergyFacts) -> None:
    energy = measure(some, TODAY)

    if energy.score is None:
        assert (some.started_on, some.last_contact_on, some.ratings) == (None, None, ())
    else:
        assert 0 <= energy.score <= 100
        assert energy.alive is not None
        assert energy.firm is not None
        assert energy.score == pytest.approx(100 * energy.alive * (0.6 + 0.4 * energy.firm))


@given(facts, past, st.integers(0, 3000))
def test_a_more_recent_contact_never_lowers_the_score(
    some: EnergyFacts, earlier: date, days_later: int
) -> None:
    later = min(earlier + timedelta(days=days_later), TODAY)

    before = measure(replace(some, last_contact_on=earlier), TODAY).score
    after = measure(replace(some, last_contact_on=later), TODAY).score

    assert before is not None
    assert after is not None
    assert after >= before - 1e-9


@given(facts, st.integers(1, 90), ratings, ratings)
def test_a_dead_one_never_beats_a_live_one_of_the_same_kind(
    kind: EnergyFacts, rhythm: int, old: tuple[Rating, ...], new: tuple[Rating, ...]
) -> None:
    """Dead: for a year no start, contact or rating. Live: contact within the rhythm."""
    year = timedelta(days=366)
    same = replace(kind, rhythm_days=rhythm)
    dead = replace(
        same,
        started_on=None if same.started_on is None else same.started_on - year,
        last_contact_on=None if same.last_contact_on is None else same.last_contact_on - year,
        ratings=tuple(replace(rating, on=rating.on - year) for rating in old),
    )
    live = replace(same, last_contact_on=days_ago(rhythm), ratings=new)

    assert (measure(dead, TODAY).score or 0) < (measure(live, TODAY).score or 0)


@given(facts)
def test_a_step_never_costs_energy_and_nobody_calls_within_the_rhythm(some: EnergyFacts) -> None:
    energy = measure(some, TODAY)

    if energy.next_step is not None:
        assert energy.next_step.gain >= -1e-9
    if energy.contact.state is ContactState.FRESH:
        assert energy.next_step is None or energy.next_step.kind is not FollowUpKind.SPEAK
    if energy.contact.state is ContactState.RED:
        assert energy.next_step is not None
        assert energy.next_step.kind is FollowUpKind.SPEAK


@given(facts, st.sampled_from([status for status in Status if status is not Status.ACTIVE]))
def test_only_an_active_collaboration_has_a_score_and_a_step(
    some: EnergyFacts, status: Status
) -> None:
    energy = measure(replace(some, status=status), TODAY)

    assert (energy.score, energy.alive, energy.firm, energy.next_step) == (None, None, None, None)
    assert energy.level is None


def test_evidence_is_no_fact_of_energy() -> None:
    assert {field.name for field in fields(EnergyFacts)} == {
        "status",
        "layer",
        "partner_count",
        "domains",
        "rhythm_days",
        "started_on",
        "last_contact_on",
        "ratings",
        "next_step_due",
        "last_result_on",
    }


def test_the_cross_domain_body_adds_no_breadth() -> None:
    alone = measure(active(domains=frozenset({"sport"})), TODAY)
    beside = measure(active(domains=frozenset({"sport", CROSS_DOMAIN})), TODAY)

    assert beside.breadth.domains == ("sport",)
    assert beside.score == alone.score


def test_a_rating_adds_what_it_says_and_weighs_less_as_it_ages() -> None:
    pulse = measure(
        active(ratings=(Rating(value=2, on=days_ago(90)), Rating(value=5, on=days_ago(180)))),
        TODAY,
    ).pulse

    assert (pulse.value, pulse.weight, pulse.days) == (0.625, 0.25, 90)
    assert (pulse.mean, pulse.raters) == (3.5, 2)


@pytest.mark.parametrize(
    ("days", "state"),
    [
        (0, ContactState.FRESH),
        (42, ContactState.FRESH),
        (43, ContactState.AMBER),
        (84, ContactState.AMBER),
        (85, ContactState.RED),
        (-3, ContactState.FRESH),
    ],
)
def test_contact_is_amber_past_the_rhythm_and_red_past_two(days: int, state: ContactState) -> None:
    assert contact_state(days_ago(days), 42, TODAY) is state


def test_no_day_of_contact_is_no_state() -> None:
    assert contact_state(None, 42, TODAY) is None


@pytest.mark.parametrize(
    ("score", "printed", "level", "lively"),
    [
        (0.0, 0, Level.QUIET, False),
        (19.4, 19, Level.QUIET, False),
        (19.5, 20, Level.WEAK, False),
        (40.5, 41, Level.STARTING, False),
        (59.4, 59, Level.STARTING, False),
        (59.5, 60, Level.STRONG, True),
        (79.4, 79, Level.STRONG, True),
        (80.0, 80, Level.SPARKLING, True),
        (100.0, 100, Level.SPARKLING, True),
    ],
)
def test_words_follow_the_printed_number(
    score: float, printed: int, level: Level, lively: bool
) -> None:
    assert (points(score), Level.of(score), is_lively(score)) == (printed, level, lively)


def test_a_summary_names_the_strongest_and_counts_the_rest() -> None:
    scores = {"a": 61.0, "b": None, "c": 95.2, "d": 12.0}

    summary = summarise(scores)

    assert summary == EnergySummary(
        strongest_id="c", strongest=95.2, lively=2, measured=3, active=4
    )
    assert summary.unmeasured == 1


@pytest.mark.parametrize("scores", [{}, {"a": None}])
def test_a_summary_without_a_score_has_no_strongest(scores: dict[str, float | None]) -> None:
    summary = summarise(scores)

    assert (summary.strongest_id, summary.strongest, summary.lively) == (None, None, 0)
    assert summary.unmeasured == len(scores)


@pytest.mark.parametrize("value", [0, 6])
def test_a_rating_is_one_to_five(value: int) -> None:
    with pytest.raises(ValueError, match="1 to 5"):
        Rating(value=value, on=TODAY)


def test_a_rhythm_is_at_least_a_day() -> None:
    with pytest.raises(ValueError, match="at least one day"):
        active(rhythm_days=0)


@given(facts)
def test_the_best_step_gains_most_of_those_that_hold(some: EnergyFacts) -> None:
    """Once taken, a step that promised points has brought exactly those."""
    energy = measure(some, TODAY)
    assume(energy.next_step is not None and energy.score is not None)
    assert energy.next_step is not None
    taken = {
        FollowUpKind.SPEAK: {"last_contact_on": TODAY},
        FollowUpKind.ASK_RATING: {},
        FollowUpKind.AGREE_STEP: {"next_step_due": TODAY},
        FollowUpKind.NAME_RESULT: {"last_result_on": TODAY},
        FollowUpKind.INVITE_DOMAIN: {
            "domains": some.domains | {"elsewhere"},
            "partner_count": some.partner_count + 1,
        },
    }
    after = measure(replace(some, **taken[energy.next_step.kind]), TODAY)

    assert after.score is not None
    assert energy.score is not None
    assert after.score - energy.score == pytest.approx(energy.next_step.gain)
