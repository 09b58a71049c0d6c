"""The rules behind the look: each domain is told apart, and the filled area is the score."""

import csv
import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from flask import Flask, render_template_string

import graph
from graph.domain.energy import EnergyFacts, Rating, measure
from graph.domain.words import FollowUpKind, Layer, Status
from tests import tokens
from webapp import assets, look

pytestmark = pytest.mark.once

TODAY = date(2026, 11, 23)
TERMS = Path(graph.__file__).parent / "starter/data/begrippen.csv"


def _facts(**more: object) -> EnergyFacts:
    base: dict[str, object] = {
        "status": Status.ACTIVE,
        "layer": Layer.PRACTICE,
        "partner_count": 3,
        "domains": frozenset({"onderwijs", "sport-bewegen"}),
        "started_on": TODAY - timedelta(days=400),
        "last_contact_on": TODAY - timedelta(days=30),
        "ratings": (Rating(value=4, on=TODAY - timedelta(days=10)),),
        "next_step_due": TODAY + timedelta(days=5),
        "last_result_on": TODAY - timedelta(days=20),
    }
    return EnergyFacts(**(base | more))  # pyright: ignore[reportArgumentType]


def test_every_domain_has_a_look_of_its_own() -> None:
    with TERMS.open(encoding="utf-8", newline="") as file:
        domains = [row["id"] for row in csv.DictReader(file) if row["lijst"] == "domein"]

    assert sorted(look.DOMAIN_LOOKS) == sorted(domains)
    looks = [(found.shape, found.colour) for found in look.DOMAIN_LOOKS.values()]
    assert len(set(looks)) == len(looks) == 14


def test_the_colours_are_those_of_the_style_sheets() -> None:
    tokens = (assets.STATIC / "tokens.css").read_text(encoding="utf-8")
    rules = (assets.STATIC / "app.css").read_text(encoding="utf-8")
    for found in (*look.DOMAIN_LOOKS.values(), look.OTHER_DOMAIN):
        token = re.search(rf"\.{found.css} {{ fill: var\((--[a-z-]+)\); }}", rules)
        assert token, found.css
        assert f"{token[1]}: {found.colour};" in tokens


def test_the_kept_tokens_are_the_ones_that_a_rule_reaches() -> None:
    kept = tokens.KEPT.read_text(encoding="utf-8")
    assert tokens.sheet(tokens.reached(kept)) == kept


def test_text_in_a_domain_colour_can_be_read_on_white() -> None:
    for domain, found in look.DOMAIN_LOOKS.items():
        assert _contrast(found.colour) >= 4.5 or domain == "digitaal", domain
        assert _contrast(found.colour) >= 3, domain


def test_the_filled_area_is_the_score() -> None:
    energy = measure(_facts(), TODAY)
    assert energy.score
    assert energy.alive is not None
    assert energy.firm is not None

    box = look.fill(energy.alive, energy.firm, width=400, height=176)

    assert box.width * box.height / (400 * 176) * 100 == pytest.approx(energy.score)
    assert box.y + box.height == pytest.approx(176)


@pytest.mark.parametrize(
    ("facts", "kind"),
    [
        (_facts(last_contact_on=TODAY - timedelta(days=60)), FollowUpKind.SPEAK),
        (_facts(next_step_due=None), FollowUpKind.AGREE_STEP),
    ],
    ids=["wider", "higher"],
)
def test_the_dashed_part_is_what_the_best_step_adds(
    facts: EnergyFacts, kind: FollowUpKind
) -> None:
    energy = measure(facts, TODAY)
    assert energy.next_step
    assert energy.next_step.kind is kind

    gap = look.gap(energy, width=400, height=176)

    assert gap
    assert gap.width * gap.height / (400 * 176) * 100 == pytest.approx(energy.next_step.gain)
    assert gap.x + gap.width <= 400
    assert gap.y >= 0


def test_nothing_is_dashed_when_no_step_adds_anything() -> None:
    assert look.gap(measure(_facts(last_contact_on=TODAY), TODAY), width=1, height=1) is None
    unmeasured = _facts(started_on=None, last_contact_on=None, ratings=())
    assert look.gap(measure(unmeasured, TODAY), width=1, height=1) is None


@pytest.mark.parametrize(
    ("score", "css"), [(0, "e0"), (19.4, "e0"), (19.5, "e1"), (60, "e3"), (80, "e4"), (100, "e4")]
)
def test_the_colour_follows_the_printed_number(score: float, css: str) -> None:
    assert look.heat_class(score) == css


def test_each_energy_component_says_its_number_in_words(web: Flask) -> None:
    page = """
    {% import "components/energy.html" as ui %}
    {{ ui.energy_block(82.6, 0.9, 0.8) }}{{ ui.energy_block(none, none, none) }}
    {{ ui.certainty(3) }}{{ ui.energy_scale() }}{{ ui.best_step(energy.next_step) }}
    {{ ui.energy_gauge(energy, {"onderwijs": "Onderwijs", "sport-bewegen": "Sport"}) }}
    {{ ui.energy_gauge(unmeasured, {"onderwijs": "Onderwijs", "sport-bewegen": "Sport"}) }}
    {{ ui.heat_cell("Zorg, Centrum", 85, 2, "#a") }}
    {{ ui.heat_cell("Werk, Noord", none, 1, "#b") }}
    {{ ui.heat_cell("Werk, Zuid", none, 0, "#c", ambition=true) }}
    {{ ui.heat_cell("Werk, West", none, 0, "#d") }}
    {{ ui.change(9, "vier weken geleden") }}{{ ui.change(-4, "vier weken geleden") }}
    """
    with web.test_request_context():
        html = render_template_string(
            page,
            energy=measure(_facts(next_step_due=None), TODAY),
            unmeasured=measure(_facts(started_on=None, last_contact_on=None, ratings=()), TODAY),
        )
    for text in (
        'aria-label="Energie 83 van 100"',
        "nog niet gemeten",
        "3 van 4 gegevens bekend",
        "Beste stap: spreek een stap met datum af",
        'aria-label="Zorg, Centrum: sterkste samenwerking 85 van 100, bruist"',
        'aria-label="Werk, Noord: nog niet gemeten"',
        "open: Werk, Zuid, een ambitie, nog geen samenwerking",
        "geen samenwerking",
        "hoger dan vier weken geleden: </span>+9",
        "lager dan vier weken geleden: </span>\u22124",
        "stil, 0 tot 19",
    ):
        assert text in html, text


def _contrast(colour: str) -> float:
    """Return the contrast of a colour with white (WCAG)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 1.05 / (
        sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True)) + 0.05
    )
