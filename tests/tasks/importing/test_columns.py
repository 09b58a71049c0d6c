"""Columns are proposed from the headers of offices, and what was chosen before goes first."""

import pytest

from graph.domain.imports import ImportKind
from tasks.importing.columns import guess_kind, propose, samples
from tasks.importing.fields import FIELDS, PARTICIPATIONS, SHEET_NAMES
from tasks.importing.files import read_file
from tests.importing import messy_workbook, sheet_of

pytestmark = pytest.mark.once


def named(kind: ImportKind, *headers: str, **remembered: str) -> dict[str, str]:
    return {field: headers[at] for field, at in propose(kind, headers, remembered).items()}


@pytest.mark.parametrize("kind", ImportKind)
def test_the_labels_of_our_own_files_name_every_field(kind: ImportKind) -> None:
    labels = [spec.label for spec in FIELDS[kind]]
    assert propose(kind, labels) == {spec.name: at for at, spec in enumerate(FIELDS[kind])}


def test_dutch_and_english_headers_are_known_and_typing_errors_forgiven() -> None:
    found = named(
        ImportKind.PARTNERS,
        "ORGANISATIE",
        "E-mail",
        "Telefoonumer",
        "zip code",
        "Wijk (2026)",
        "Nr",
    )
    assert found == {
        "name": "ORGANISATIE",
        "email": "E-mail",
        "phone": "Telefoonumer",
        "postcode": "zip code",
        "neighbourhood_ids": "Wijk (2026)",
    }


def test_the_mail_of_a_person_is_not_taken_for_that_of_the_partner() -> None:
    assert named(ImportKind.PARTNERS, "Naam", "E-mail contactpersoon") == {"name": "Naam"}


def test_a_label_goes_before_another_word_for_it() -> None:
    assert named(ImportKind.PARTNERS, "Organisatie", "Naam") == {"name": "Naam"}


def test_what_was_chosen_before_goes_first_also_when_it_was_nothing() -> None:
    found = named(ImportKind.PARTNERS, "Naam", "Roepnaam", "Tel", name="roepnaam", phone="")
    assert found == {"name": "Roepnaam"}


def test_a_remembered_header_that_is_gone_is_not_in_the_way() -> None:
    assert named(ImportKind.PARTNERS, "Naam", name="Titel") == {"name": "Naam"}


def test_samples_come_from_filled_cells() -> None:
    content = sheet_of(("Naam", "Tel"), ("A", ""), ("B", ""), ("A", "1"), ("C", "2"), ("D", "2"))
    (sheet,) = read_file("x.xlsx", content)
    assert samples(sheet, 0) == ("A", "B", "C")
    assert samples(sheet, 1) == ("1", "2")


def test_the_kind_of_a_sheet_shows_from_its_name_or_its_headers() -> None:
    for sheet in read_file("x.xlsx", messy_workbook()):
        (kind,) = [kind for kind, name in SHEET_NAMES.items() if name == sheet.name]
        assert guess_kind(sheet) is kind
    rows = ("Datum", "Partner", "Opmerking", "Kanaal"), ("3-11-2026", "A", "b", "mail")
    (sheet,) = read_file("x.xlsx", sheet_of(*rows))
    assert guess_kind(sheet) is ImportKind.MOMENTS


def test_what_is_unclear_is_not_guessed() -> None:
    rows = ("Wie", "Waar"), ("A", "b")
    assert [guess_kind(each) for each in read_file("x.xlsx", sheet_of(*rows))] == [None]
    export = ("Partner", "Functie", "Contactpersoon"), ("A", "b", "c")
    assert [
        guess_kind(each) for each in read_file("x.xlsx", sheet_of(*export, name=PARTICIPATIONS))
    ] == [None]
