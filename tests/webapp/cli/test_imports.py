"""``lokale-energie import``: the same code as the pages, and JSON for other programs."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from graph.database import Graph
from graph.repositories import actors, collaborations, moments, operations
from graph.repositories.actors import ActorFilter
from tests.given import Given
from tests.importing import DUPLICATES, WRONG, messy_workbook, sheet_of
from webapp.cli import main

Run = Callable[..., Result]


@pytest.fixture
def run(
    given: Given,
    environment: None,
    tmp_path: Path,
) -> Run:
    """Run the command on a file, in a network with nothing but places."""
    given.vocabulary()
    given.place(given.network("noord"), "Stadsbreed")

    def import_file(content: bytes, *more: str, kind: str = "partners") -> Result:
        file = tmp_path / "lijst.xlsx"
        file.write_bytes(content)
        arguments = ["import", str(file), "--network", "noord", "--kind", kind, *more]
        return CliRunner().invoke(main, arguments)

    return import_file


def test_a_trial_counts_what_would_come_in_and_writes_nothing(run: Run, graph: Graph) -> None:
    told = _json(run(messy_workbook(), "--dry-run", "--json", kind="all"))

    assert list(told) == ["rows", "new", "changed", "duplicates", "errors"]
    partners = 4 + 2 * len(DUPLICATES) + 5
    assert (told["rows"], told["new"]) == (partners + 3 + 2 + 2, partners - 5 + 3 + 2 + 2)
    assert (told["changed"], told["duplicates"]) == (0, 0)
    assert {(each["column"], each["value"]) for each in told["errors"]} == WRONG
    assert _names(graph) == []


def test_a_workbook_comes_in_sheet_by_sheet_and_again_it_is_there_already(
    run: Run, graph: Graph
) -> None:
    content = messy_workbook()
    trial = _json(run(content, "--dry-run", "--json", kind="all"))
    told = _json(run(content, "--json", kind="all"))

    assert told == trial
    assert len(_names(graph)) == 4 + 2 * len(DUPLICATES)
    together = collaborations.names(graph, network_id="noord")
    assert [each.name for each in together] == ["Muziek in de wijk", "Samen sporten"]
    assert len(moments.list_recent(graph, network_id="noord")) == 2
    again = _json(run(content, "--json"))
    assert (again["new"], again["changed"]) == (0, 0)
    done = operations.list_recent(graph, network_id="noord")
    assert [each.by_name for each in done] == ["de opdracht import"] * 4


def test_one_row_that_is_wrong_says_what_to_do(run: Run) -> None:
    content = sheet_of(("Naam", "Postcode"), ("De Brug", "12345"), ("De Linde", "1234ab"))

    assert run(content).output.splitlines() == [
        "Partners: 2 rijen. Nieuw: 1. Gewijzigd: 0. Lijkt op wat er al is: 0. Klopt niet: 1.",
        "  rij 2, Postcode: 12345. Dit is geen postcode. Schrijf hem als 1234 AB.",
    ]


def test_what_resembles_a_partner_is_left_for_the_website(run: Run, given: Given) -> None:
    given.actor("noord", "Wijkcentrum De Brug")
    content = sheet_of(("Naam",), ("Wijkcentrum de Brug",), ("De Linde",))

    for more in (["--dry-run"], []):
        told = run(content, *more).output.splitlines()
        assert "Lijkt op wat er al is: 1." in told[0]
        assert told[1] == (
            "  1 overgeslagen omdat ze lijken op wat er al is. Voer ze op de website in: "
            "daar kies je per rij."
        )


@pytest.mark.parametrize(
    ("content", "kind", "said"),
    [
        (b"%PDF-1.7", "partners", "Dit is geen rekenblad."),
        (sheet_of(("Wie", "Waar"), ("A", "B")), "all", "geen blad zegt wat het is"),
        (sheet_of(("Plaats", "Postcode"), ("A", "1234 AB")), "partners", "geen kolom Naam"),
    ],
)
def test_what_cannot_be_brought_in_is_refused(
    run: Run, content: bytes, kind: str, said: str
) -> None:
    refused = run(content, kind=kind)

    assert refused.exit_code == 1
    assert said in refused.output


def _json(result: Result) -> dict[str, Any]:
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def _names(graph: Graph) -> list[str]:
    page = actors.find(graph, network_id="noord", chosen=ActorFilter(), limit=200)
    return [each.name for each in page.items]
