"""``lokale-energie insight``: the pages of insight as data."""

import json

import pytest
from click.testing import CliRunner, Result

from tests.given import Given
from webapp.cli import main


@pytest.fixture(autouse=True)
def settings(given: Given, environment: None) -> None:
    """A network of a school and a club that work together, beside one that is alone."""
    given.network("noord")
    school, club = given.actor("noord", "School"), given.actor("noord", "Club")
    given.actor("noord", "Alleen")
    given.collaboration("noord", "Samen sporten", school, club)


def insight(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["insight", *arguments])


def test_it_gives_json_for_another_program() -> None:
    told = json.loads(insight("--network", "noord", "--json").output)
    assert [each["name"] for each in told["isolates"]] == ["Alleen"]
    assert (told["measures"]["n"], told["measures"]["m"]) == (3, 1)


def test_it_gives_counts_for_people() -> None:
    assert "Partners zonder samenwerking: 1" in insight("--network", "noord").output


def test_an_unknown_network_is_refused_with_the_names_there_are() -> None:
    answer = insight("--network", "zuid", "--json")
    assert answer.exit_code != 0
    assert "Wel: noord." in answer.output
