"""What is taken away, other programs read; nothing in it computes, and an import reads it back."""

import csv
import io
from collections.abc import Mapping
from typing import Any, cast

import networkx as nx
import pytest
from python_calamine import CalamineWorkbook

from graph.database import Graph
from graph.domain.imports import ImportKind
from graph.domain.words import Evidence, Scale, Status
from graph.repositories import register
from tasks.exporting.formats import Export, ExportFormat, as_files
from tasks.exporting.records import records
from tasks.importing.checks import check
from tasks.importing.columns import propose
from tasks.importing.fields import FIELDS, SHEET_NAMES
from tasks.importing.files import read_file
from tasks.importing.known import read_words
from tasks.importing.sheets import Sheet
from tests.given import TODAY, Given

ODD = "=2+3"
QUOTED = 'Café "De Brug"; t/m 10'
NAMES = ["@ease", "+31 Partners", "- streep", QUOTED, "Zon 🌻\x01", "_x0041_"]


@pytest.fixture
def town(given: Given) -> str:
    """A network with a name for each trap."""
    given.network("noord")
    given.vocabulary()
    place = given.place("noord", "Noord")
    odd = given.actor(
        "noord",
        ODD,
        aliases=("Een; twee", "drie"),
        description="regel 1\nregel 2",
        phone="+31 20 123 4567",
        domain_ids=("sport-bewegen", "onderwijs"),
        neighbourhood_ids=(place,),
        life_stage_ids=("adolescentie",),
        scale=Scale.LOCAL,
    )
    others = [given.actor("noord", name) for name in NAMES]
    given.actor("noord", "Sam, coach", is_person=True, email="sam@example.org", phone="0612345678")
    twins = [given.actor("noord", "Tweeling", parent_id=odd) for _ in range(2)]
    given.collaboration("noord", "@zaal", odd, *others, *twins, goal="-5 kilo", started_on=TODAY)
    given.collaboration("noord", "Wens", others[0], status=Status.WISHED)
    position = given.position("noord", odd, "Coördinator", email="c@example.org")
    given.position("noord", others[0], "Vrij")
    person = given.person(
        "noord", "Jan van der Berg", email="jan@example.org", phone="+31612345678"
    )
    given.hold("noord", position, person)
    given.moment(
        "noord",
        actor_ids=(odd,),
        position_ids=(position,),
        note="=cmd|'/c calc'!A1",
        evidence=Evidence.HEARD,
        heard_from="Jan",
    )
    return "noord"


def export_of(graph: Graph, network_id: str, *, persons: bool = True) -> Export:
    everything = register.read(graph, network_id=network_id)
    return Export(
        network_id=network_id,
        everything=everything,
        shown=everything.current(),
        today=TODAY,
        persons=persons,
    )


def workbook(graph: Graph, network_id: str, *, persons: bool = True) -> dict[str, list[list[Any]]]:
    """The cells of each sheet of the workbook, by name."""
    export = export_of(graph, network_id, persons=persons)
    [content] = as_files(graph, export, ExportFormat.XLSX).values()
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def column(sheet: list[list[Any]], header: str) -> list[Any]:
    at = sheet[0].index(header)
    return [row[at] for row in sheet[1:]]


def test_a_workbook_has_a_sheet_of_each_kind_tied_by_numbers(graph: Graph, town: str) -> None:
    sheets = workbook(graph, town)

    assert list(sheets) == [
        "Partners",
        "Samenwerkingen",
        "Deelnames",
        "Functies",
        "Contactmomenten",
    ]
    partners = column(sheets["Partners"], "Nummer")
    together = column(sheets["Samenwerkingen"], "Nummer")
    parts = sheets["Deelnames"]
    assert len(partners) == 10
    assert len(column(parts, "Rol")) == 10
    assert set(column(parts, "Nummer van de partner")) <= set(partners)
    assert set(column(parts, "Nummer van de samenwerking")) == set(together)
    assert set(column(sheets["Functies"], "Nummer van de partner")) <= set(partners)
    assert set(column(sheets["Contactmomenten"], "Nummers van de partners")) <= set(partners)


def test_no_text_becomes_a_formula_or_a_number(graph: Graph, town: str) -> None:
    sheets = workbook(graph, town)

    shown = {"@ease", "+31 Partners", "- streep", QUOTED, "Zon 🌻", "_x0041_", ODD}
    assert shown <= set(column(sheets["Partners"], "Naam"))
    assert "+31 20 123 4567" in column(sheets["Partners"], "Telefoon")
    assert column(sheets["Contactmomenten"], "Notitie") == ["=cmd|'/c calc'!A1"]
    assert column(sheets["Samenwerkingen"], "Begonnen op") == ["", TODAY]


def test_csv_opens_in_a_dutch_office_and_computes_nothing(graph: Graph, town: str) -> None:
    files = as_files(graph, export_of(graph, town), ExportFormat.CSV)

    assert list(files) == [
        "partners",
        "samenwerkingen",
        "deelnames",
        "functies",
        "contactmomenten",
    ]
    for content in files.values():
        assert content.startswith(b"\xef\xbb\xbf")
        rows = list(
            csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";")
        )
        assert len({len(row) for row in rows}) == 1
        assert not [cell for row in rows for cell in row if cell.startswith(tuple("=+-@\t\r"))]


@pytest.mark.parametrize("format", [ExportFormat.XLSX, ExportFormat.CSV])
@pytest.mark.parametrize("kind", ImportKind)
def test_an_import_reads_back_what_went_out(
    graph: Graph, town: str, format: ExportFormat, kind: ImportKind
) -> None:
    export = export_of(graph, town)
    sheet = _read_back(as_files(graph, export, format), format, kind)
    mapping = propose(kind, sheet.headers)

    checked = check(kind, sheet, mapping, read_words(graph, network_id=town), TODAY)

    assert checked.errors == ()
    went = [_told(kind, record) for record in records(kind, export.shown, today=TODAY)]
    assert [_told(kind, row.values) for row in checked.good] == went


def test_who_only_reads_gets_no_way_to_reach_a_person(graph: Graph, town: str) -> None:
    sheets = workbook(graph, town, persons=False)

    cells = {cell for rows in sheets.values() for row in rows for cell in row}
    assert "Contactpersoon" not in sheets["Functies"][0]
    assert cells.isdisjoint(
        {"Jan van der Berg", "jan@example.org", "+31612345678", "Jan", "sam@example.org"}
    )
    assert "c@example.org" in cells  # of the function, whoever holds it


def test_the_network_has_a_node_for_partners_and_for_what_they_do(graph: Graph, town: str) -> None:
    [content] = as_files(graph, export_of(graph, town), ExportFormat.GRAPHML).values()

    found = cast("Any", nx).read_graphml(io.BytesIO(content))
    kinds = [kind for _id, kind in found.nodes(data="kind")]
    assert (kinds.count("actor"), kinds.count("collaboration")) == (10, 2)
    assert found.number_of_edges() == 10
    labels = {label for _id, label in found.nodes(data="label")}
    assert {ODD, "@zaal", "Zon 🌻"} <= labels


def _read_back(files: Mapping[str, bytes], format: ExportFormat, kind: ImportKind) -> Sheet:
    name = SHEET_NAMES[kind]
    if format is ExportFormat.CSV:
        [sheet] = read_file(f"{name}.csv", files[name.lower()])
        return sheet
    return next(each for each in read_file("all.xlsx", files["netwerk"]) if each.name == name)


def _told(kind: ImportKind, values: Mapping[str, Any]) -> dict[str, str]:
    """The fields of a row as text, whatever stands for empty; lists in any order."""
    return {spec.name: _as_text(values.get(spec.name)) for spec in FIELDS[kind]}


def _as_text(value: Any) -> str:
    if isinstance(value, list):
        return "|".join(sorted(cast("list[str]", value)))
    return "" if value in {None, False} else str(value).replace("\x01", "")
