"""A download holds what its page shows, for who may see it."""

import io
import zipfile
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from python_calamine import CalamineWorkbook

from graph.domain.words import Form, Role
from tests.given import Given
from tests.webapp.browse import client_of

HERE = "/netwerken/noord/download"


@pytest.fixture
def client(web: Flask, given: Given) -> FlaskClient:
    """A town with a school and a club that work together, and a member list."""
    given.network("noord")
    given.vocabulary()
    given.user("ana", "noord", Role.EDITOR)
    given.user("lies", "noord", Role.READER)
    school = given.actor("noord", "School", domain_ids=("onderwijs",))
    club = given.actor("noord", "Club", domain_ids=("sport-bewegen",))
    loner = given.actor("noord", "Zwembad", domain_ids=("sport-bewegen",))
    given.collaboration("noord", "Samen sporten", school, club)
    given.collaboration("noord", "Coalitie", club, loner, form=Form.MEMBERSHIP)
    position = given.position("noord", school, "Directeur")
    given.hold("noord", position, given.person("noord", "Dirk Directeur"))
    return client_of(web, "ana")


def names(client: FlaskClient, address: str) -> tuple[set[str], set[str]]:
    """The names of the partners and of the collaborations in a workbook."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(client.get(f"{HERE}/{address}").data))

    def found(sheet: str) -> set[str]:
        rows: list[list[Any]] = book.get_sheet_by_name(sheet).to_python()
        at = rows[0].index("Naam")
        return {row[at] for row in rows[1:]}

    return found("Partners"), found("Samenwerkingen")


@pytest.mark.parametrize(
    ("address", "partners", "together"),
    [
        ("partners/xlsx", {"School", "Club", "Zwembad"}, {"Samen sporten", "Coalitie"}),
        ("partners/xlsx?domein=onderwijs", {"School"}, {"Samen sporten"}),
        ("partners/xlsx?q=zwenbad", {"Zwembad"}, {"Coalitie"}),
        ("partners/xlsx?pagina=2&elders=x", {"School", "Club", "Zwembad"}, None),
        ("samenwerkingen/xlsx?vorm=membership", {"Club", "Zwembad"}, {"Coalitie"}),
        ("kaart/xlsx", {"School", "Club", "Zwembad"}, {"Samen sporten"}),
        ("kaart/xlsx?domein=onderwijs&lidmaatschappen=ja", {"School"}, {"Samen sporten"}),
        ("energie/xlsx?laag=vision", set[str](), set[str]()),
    ],
)
def test_the_filters_of_the_page_are_those_of_the_file(
    client: FlaskClient, address: str, partners: set[str], together: set[str] | None
) -> None:
    found = names(client, address)
    assert found == (partners, found[1] if together is None else together)


def test_csv_is_a_zip_with_a_file_for_each_sheet(client: FlaskClient) -> None:
    answer = client.get(f"{HERE}/partners/csv")

    assert answer.headers["Content-Disposition"].endswith('noord-partners-2026-11-23.zip"')
    assert len(zipfile.ZipFile(io.BytesIO(answer.data)).namelist()) == 5


def test_a_reader_gets_no_persons(web: Flask, client: FlaskClient) -> None:
    def sheets(client: FlaskClient) -> bytes:
        packed = client.get(f"{HERE}/partners/csv").data
        return zipfile.ZipFile(io.BytesIO(packed)).read("functies.csv")

    assert b"Dirk" in sheets(client)
    assert b"Directeur" in sheets(client_of(web, "lies"))
    assert b"Dirk" not in sheets(client_of(web, "lies"))


@pytest.mark.parametrize("address", ["partners/exe", "personen/xlsx", "partners/XLSX"])
def test_what_is_no_page_or_file_is_not_there(client: FlaskClient, address: str) -> None:
    assert client.get(f"{HERE}/{address}").status_code == 404


def test_the_log_tells_who_took_how_much_and_no_name(
    client: FlaskClient, capsys: pytest.CaptureFixture[str]
) -> None:
    client.get(f"{HERE}/partners/graphml?q=school")

    told = capsys.readouterr().out
    assert "user_id=ana" in told
    assert "partners=1" in told
    assert "school" not in told.lower()
