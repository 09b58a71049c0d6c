"""What somebody has asks to look again; a theme of the network does not."""

import csv
from pathlib import Path

import pytest

from graph.domain.health import health_words

pytestmark = pytest.mark.once

DEMO = Path(__file__).parents[3] / "graph" / "starter" / "data"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Haar zoon is suïcidaal en slikt medicatie.", ["suicidaal", "medicatie"]),
        ("DIAGNOSE: ptss, diagnose", ["diagnose", "ptss"]),
        ("Zij is ziek thuis", ["ziek thuis"]),
        ("heeft een burn-out", ["heeft een burn out"]),
        ("Training over depressie, angst en verslaving", []),
        ("Preventie van suïcide op school", []),
        ("Wandelen tegen burn-out", []),
        ("medicatieveiligheid bij de apotheek", []),
        ("", []),
    ],
)
def test_words_about_somebody(text: str, words: list[str]) -> None:
    assert health_words(text) == words


def test_a_whole_municipality_writes_without_a_warning() -> None:
    files = sorted(DEMO.glob("voorbeeldstad-*.csv"))
    assert files
    for path in files:
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.reader(file):
                assert [cell for cell in row if health_words(cell)] == [], path.name
