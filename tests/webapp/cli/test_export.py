"""``lokale-energie export``: a network as a file, whole or as somebody kept it."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import networkx as nx
import pytest
from click.testing import CliRunner, Result

from graph.database import Graph
from graph.domain.saved_views import SavedViewFields, ViewPage
from graph.repositories import saved_views
from tasks.importing.files import read_file
from tests.given import NOW, Given
from webapp.cli import main

Run = Callable[..., Result]


@pytest.fixture
def run(
    given: Given,
    environment: None,
    tmp_path: Path,
) -> Run:
    """Run the command on a school and a club that work together, beside an archived pool."""
    given.network("noord")
    given.vocabulary()
    school = given.actor("noord", "=School", domain_ids=("onderwijs",))
    club = given.actor("noord", "Club", domain_ids=("sport-bewegen",))
    given.actor("noord", "Alleen", domain_ids=("sport-bewegen",))
    given.collaboration("noord", "Samen sporten", school, club)

    def export(format: str, name: str, *more: str, network: str = "noord") -> Result:
        arguments = ["--network", network, "--format", format, "--out", str(tmp_path / name)]
        return CliRunner().invoke(main, ["export", *arguments, *more])

    return export


def keep(graph: Graph, name: str, *, shared: bool = True) -> None:
    fields = SavedViewFields(
        name=name, page=ViewPage.ACTORS, query="domein=onderwijs", shared=shared
    )
    saved_views.add(
        graph,
        network_id="noord",
        view_id=f"{name}-{shared}",
        user_id="ana",
        fields=fields,
        now=NOW,
    )


def test_a_workbook_holds_the_network(run: Run, tmp_path: Path) -> None:
    result = run("xlsx", "noord.xlsx")

    assert result.exit_code == 0
    assert "Partners: 3. Samenwerkingen: 1.\n" in result.stdout
    [partners, *_] = read_file("noord.xlsx", (tmp_path / "noord.xlsx").read_bytes())
    assert [row.cells[1] for row in partners.rows] == ["Alleen", "Club", "=School"]


def test_csv_is_a_file_for_each_sheet_or_one_zip(run: Run, tmp_path: Path) -> None:
    assert run("csv", "noord.csv").exit_code == 0
    assert run("csv", "alles.zip").exit_code == 0

    beside = ["noord-contactmomenten.csv", "noord-deelnames.csv", "noord-functies.csv"]
    assert sorted(path.name for path in tmp_path.glob("*.csv")) == [
        *beside,
        "noord-samenwerkingen.csv",
        "noord.csv",
    ]
    assert "'=School" in (tmp_path / "noord.csv").read_text(encoding="utf-8-sig")
    assert len(zipfile.ZipFile(tmp_path / "alles.zip").namelist()) == 5


@pytest.mark.parametrize("format", ["graphml", "gexf", "json"])
def test_other_programs_read_the_network(run: Run, tmp_path: Path, format: str) -> None:
    assert run(format, f"noord.{format}").exit_code == 0

    networks = cast("Any", nx)
    path = tmp_path / f"noord.{format}"
    found = (
        networks.node_link_graph(json.loads(path.read_text(encoding="utf-8")))
        if format == "json"
        else getattr(networks, f"read_{format}")(path)
    )
    assert (found.number_of_nodes(), found.number_of_edges()) == (4, 2)


def test_a_shared_view_narrows_it(run: Run, graph: Graph) -> None:
    keep(graph, "Scholen")

    assert "Partners: 1. Samenwerkingen: 1.\n" in run("gexf", "a.gexf", "--view", "scholen").stdout


def test_what_cannot_be_says_what_can(run: Run, graph: Graph) -> None:
    keep(graph, "Scholen")
    keep(graph, "Van mij", shared=False)

    told = [
        run("xlsx", "a.xlsx", "--view", "Van mij").stderr,
        run("xlsx", "a.xlsx", network="zuid").stderr,
        run("xlsx", "geen/map/a.xlsx").stderr,
    ]
    assert told[0] == "Er is geen gedeelde weergave Van mij. Wel: Scholen.\n"
    assert told[1] == "Er is geen netwerk zuid. Wel: noord.\n"
    assert told[2].endswith("is niet te schrijven. Kijk of de map er is.\n")
