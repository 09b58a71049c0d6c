"""Each score is explained in sentences that a colleague would say aloud."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from graph.domain.energy import (
    ContactState,
    Energy,
    EnergyFacts,
    EnergySummary,
    Level,
    NextStep,
    Rating,
    measure,
)
from graph.domain.words import FollowUpKind, Layer, Status
from tasks import explain

pytestmark = pytest.mark.once

TODAY = date(2026, 11, 22)
LABELS = {"sport": "Sport en bewegen", "care": "Zorg", "digital": "ICT", "school": "Onderwijs"}


def energy(**changes: object) -> Energy:
    facts = EnergyFacts(status=Status.ACTIVE, layer=Layer.PRACTICE, partner_count=3)
    return measure(replace(facts, **changes), TODAY)


def days_ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({}, "Er is geen begindatum en nog geen contact vastgelegd."),
        (
            {"last_contact_on": TODAY},
            "Het laatste contact was vandaag. Het ritme is 42 dagen.",
        ),
        (
            {"last_contact_on": days_ago(1), "rhythm_days": 1},
            "Het laatste contact was gisteren. Het ritme is 1 dag.",
        ),
        (
            {"last_contact_on": days_ago(63)},
            "Het laatste contact was 63 dagen geleden. Normaal is 42.",
        ),
        (
            {"started_on": days_ago(20)},
            (
                "De start was 20 dagen geleden, daarna is geen contact vastgelegd."
                " Het ritme is 42 dagen."
            ),
        ),
    ],
)
def test_contact(changes: dict[str, object], sentence: str) -> None:
    assert explain.cause(energy(**changes).contact, LABELS) == sentence


@pytest.mark.parametrize(
    ("ratings", "sentence"),
    [
        ((), "Nog niemand gaf een puls."),
        ((Rating(value=5, on=days_ago(6)),), "1 puls: een 5, 6 dagen geleden."),
        (
            (Rating(value=5, on=days_ago(6)), Rating(value=4, on=days_ago(40))),
            "2 pulsen, gemiddeld 4,5, de nieuwste 6 dagen geleden.",
        ),
        (
            (Rating(value=2, on=days_ago(91)),),
            "1 puls: een 2, 91 dagen geleden. Een oude puls telt minder mee.",
        ),
    ],
)
def test_pulse(ratings: tuple[Rating, ...], sentence: str) -> None:
    assert explain.cause(energy(ratings=ratings).pulse, LABELS) == sentence


@pytest.mark.parametrize(
    ("changes", "sentences"),
    [
        (
            {},
            "Uitvoering met 3 partners. Er is geen volgende stap. Er is nog geen resultaat.",
        ),
        (
            {"next_step_due": date(2026, 12, 4), "last_result_on": date(2026, 3, 1)},
            (
                "Uitvoering met 3 partners. De volgende stap staat op 4 december 2026."
                " Het laatste resultaat is van 1 maart 2026."
            ),
        ),
        (
            {
                "layer": Layer.POLICY,
                "partner_count": 12,
                "next_step_due": date(2026, 11, 1),
                "last_result_on": date(2025, 3, 1),
            },
            (
                "Beleid met 12 partners. Het concreetst is uitvoering met 2 tot 6 partners."
                " De volgende stap van 1 november 2026 is meer dan 14 dagen te laat."
                " Het laatste resultaat is van 1 maart 2025, langer dan een jaar geleden."
            ),
        ),
        (
            {"partner_count": 1},
            (
                "Uitvoering met 1 partner. Het concreetst is uitvoering met 2 tot 6 partners."
                " Er is geen volgende stap. Er is nog geen resultaat."
            ),
        ),
    ],
)
def test_concrete(changes: dict[str, object], sentences: str) -> None:
    assert explain.cause(energy(**changes).concrete, LABELS) == sentences


@pytest.mark.parametrize(
    ("domains", "sentence"),
    [
        ((), "Van geen partner is een domein bekend."),
        (("sport",), "1 domein: sport en bewegen. Bij 2 is dit 60, bij 3 is dit 100."),
        (("sport", "digital"), "2 domeinen: ICT, sport en bewegen. Bij 3 is dit 100."),
        (
            ("sport", "care", "school", "digital"),
            "4 domeinen: zorg, ICT, onderwijs, sport en bewegen.",
        ),
    ],
)
def test_breadth(domains: tuple[str, ...], sentence: str) -> None:
    breadth = energy(domains=frozenset(domains)).breadth

    assert explain.cause(breadth, LABELS) == sentence


def test_a_score_is_never_alone() -> None:
    some = energy(
        last_contact_on=TODAY,
        ratings=(Rating(value=3, on=TODAY),),
        next_step_due=TODAY,
        domains=frozenset({"sport", "care"}),
    )

    assert explain.score_line(some.score) == "66 van 100, sterk"
    assert explain.known_line(some) == "3 van 4 gegevens bekend"
    assert explain.part_points(some.contact) == "100 van 100"
    assert explain.part_points(some.pulse) == "50 van 100"
    assert explain.area_line(some) == (
        "75 procent breed en 88 procent hoog, dus 66 procent gevuld."
    )


def test_what_is_not_measured_says_so() -> None:
    none = energy()

    assert explain.score_line(none.score) == "nog niet gemeten"
    assert explain.area_line(none) == "Nog niet gemeten."
    assert explain.known_line(none) == "0 van 4 gegevens bekend"
    assert explain.part_points(none.pulse) == "onbekend"


def test_no_energy_at_all_is_an_empty_block() -> None:
    silent = energy(ratings=(Rating(value=1, on=TODAY),))

    assert explain.area_line(silent) == "0 van 100, stil."


@pytest.mark.parametrize(
    ("step", "title", "gain"),
    [
        (
            NextStep(kind=FollowUpKind.SPEAK, gain=49.7),
            "Spreek elkaar",
            "Dat levert 50 energie op.",
        ),
        (
            NextStep(kind=FollowUpKind.ASK_RATING, gain=0.0),
            "Vraag om een puls",
            "Dan weten we meer.",
        ),
        (None, "Houd dit ritme vast", "Er is nu geen stap die meer oplevert."),
    ],
)
def test_the_best_step(step: NextStep | None, title: str, gain: str) -> None:
    assert (explain.step_title(step), explain.step_gain(step)) == (title, gain)


def summary(strongest: float | None, lively: int, measured: int, active: int) -> EnergySummary:
    return EnergySummary(
        strongest_id=None if strongest is None else "x",
        strongest=strongest,
        lively=lively,
        measured=measured,
        active=active,
    )


@pytest.mark.parametrize(
    ("given", "line"),
    [
        (summary(95.2, 5, 5, 5), "Sterkste samenwerking 95; 5 levendig van 5"),
        (summary(61.0, 1, 2, 4), "Sterkste samenwerking 61; 1 levendig van 4"),
        (summary(None, 0, 0, 1), "1 actieve samenwerking, nog niet gemeten"),
        (summary(None, 0, 0, 0), "Geen actieve samenwerking"),
    ],
)
def test_a_sum_shows_the_strongest_and_the_counts(given: EnergySummary, line: str) -> None:
    assert explain.summary_line(given) == line


def test_levels_and_contact_have_one_word_each() -> None:
    assert [explain.level_word(level) for level in Level] == [
        "stil",
        "zwak",
        "op gang",
        "sterk",
        "bruist",
    ]
    assert [explain.contact_word(state) for state in ContactState] == [
        "op ritme",
        "koelt af",
        "koud",
    ]
