"""Each wrong row says row, column, value and what to do; the good ones are not held up."""

from datetime import date
from typing import Any

import pytest

from graph.domain.imports import ImportKind, RowProblem
from tasks.importing.checks import Checked, check
from tasks.importing.columns import propose
from tasks.importing.files import read_file
from tasks.importing.names import Names
from tasks.importing.telling import message
from tasks.importing.templates import corrections, template
from tasks.importing.words import Words
from tests.importing import DUPLICATES, WRONG, messy_workbook, sheet_of

pytestmark = pytest.mark.once

TODAY = date(2026, 11, 23)
ID = "019a0000-0000-7000-8000-000000000001"
WORDS = Words(
    known=frozenset({ID}),
    domains=Names.of(
        *(("werk", "Werk"), ("onderwijs", "Onderwijs"), ("sport", "Sport en bewegen")),
        *(("kunst", "Kunst en cultuur"), ("zorg", "Zorg en gezondheid")),
        *(("inloop", "Laagdrempelige inloopplekken"), ("wonen", "Wonen, wijk en groen")),
    ),
    neighbourhoods=Names.of(("stad", "Stadsbreed")),
    life_stages=Names.of(("adolescentie", "Adolescentie")),
    prevention_types=Names.of(("universeel", "Universele preventie")),
    partners=Names.of(
        *((ID, "Jongerencentrum De Brug"), ("noord", "S.V. Noord"), ("koepel", "Koepel Welzijn")),
        *(("ease", "@ease Voorbeeldstad"), ("vv", "VV De Voorwaarts")),
        *(("een", "Dubbel"), ("twee", "Dubbel")),
    ),
    collaborations=Names.of(("samen", "Samen sporten"), ("noord", "Samen sporten in Noord")),
    positions=Names.of(("coordinator", "Coördinator (Jongerencentrum De Brug)")),
)


def checked(kind: ImportKind, *rows: tuple[Any, ...]) -> Checked:
    (sheet,) = read_file("x.xlsx", sheet_of(*rows))
    return check(kind, sheet, propose(kind, sheet.headers), WORDS, TODAY)


def wrong(found: Checked) -> list[tuple[int, str, str, RowProblem]]:
    return [(each.row, each.column, each.value, each.problem) for each in found.errors]


def messy(name: str, kind: ImportKind) -> Checked:
    sheets = {sheet.name: sheet for sheet in read_file("x.xlsx", messy_workbook())}
    return check(kind, sheets[name], propose(kind, sheets[name].headers), WORDS, TODAY)


def test_the_messy_partners_are_read_and_the_wrong_ones_told() -> None:
    found = messy("Partners", ImportKind.PARTNERS)
    assert len(found.good) == 4 + 2 * len(DUPLICATES)
    assert found.good[0].values == {
        "name": "Jongerencentrum De Brug",
        "kind": "youth",
        "domain_ids": ["onderwijs", "werk"],
        "phone": "06 12345678",
        "email": "info@debrug.nl",
        "postcode": "1234 AB",
        "municipality": "Voorbeeldstad",
        "neighbourhood_ids": ["stad"],
        "description": "",
        "parent_id": "koepel",
    }
    assert found.good[1].values["phone"] == "06 12345679"
    assert found.good[1].values["description"] == "2"
    assert found.good[2].values["kind"] == "sports_club"
    assert found.good[3].values["name"] == "@ease Voorbeeldstad"
    assert {(each.column, each.value) for each in found.errors} == WRONG


def test_the_messy_functions_are_read() -> None:
    found = messy("Functies", ImportKind.PEOPLE)
    assert found.errors == ()
    assert [(row.values["function"], row.values["person"]) for row in found.good] == [
        ("Teamleider", "Noor el Amrani"),
        ("Contactpersoon", "Piet de Wit"),
        ("Voorzitter", ""),
    ]
    assert [row.values["since"] for row in found.good] == ["2025-09-01", "2026-03-01", None]


def test_the_messy_collaborations_are_read() -> None:
    found = messy("Samenwerkingen", ImportKind.COLLABORATIONS)
    assert found.errors == ()
    first, second = (row.values for row in found.good)
    assert (first["actor_ids"], first["funder_ids"]) == (["noord", ID], ["koepel"])
    assert (first["started_on"], first["rhythm_days"]) == ("2025-11-03", 42)
    assert (second["actor_ids"], second["started_on"]) == (["koepel", "ease"], "2025-01-01")
    assert (second["ended_on"], second["status"]) == ("2026-09-01", "ended")


def test_the_messy_moments_are_read() -> None:
    found = messy("Contactmomenten", ImportKind.MOMENTS)
    assert found.errors == ()
    first, second = (row.values for row in found.good)
    assert (first["on"], first["at"], first["channel"]) == ("2026-11-03", "12:00", "call")
    assert (first["actor_ids"], first["collaboration_ids"]) == (["noord"], ["samen"])
    assert (second["on"], second["at"], second["channel"]) == ("2026-11-03", "15:30", None)


@pytest.mark.parametrize("kind", ImportKind)
def test_the_example_of_a_template_can_be_brought_in(kind: ImportKind) -> None:
    (sheet,) = read_file("x.xlsx", template(kind))
    found = check(kind, sheet, propose(kind, sheet.headers), WORDS, TODAY)
    assert (len(found.good), found.errors) == (1, ())


def test_corrections_hold_the_wrong_rows_alone_and_come_back_corrected() -> None:
    (sheet,) = read_file(
        "a/b:c.csv", b"Naam;Domein;Intern\nDe Brug;onderwis;7\nNoord;Werk;8\n;Werk;9\n"
    )
    mapping = propose(ImportKind.PARTNERS, sheet.headers)
    first = check(ImportKind.PARTNERS, sheet, mapping, WORDS, TODAY)
    (again,) = read_file("x.xlsx", corrections(sheet, first.errors))
    assert [row.cells[:3] for row in again.rows] == [
        ("De Brug", "onderwis", "7"),
        ("", "Werk", "9"),
    ]
    assert again.rows[0].cells[3] == (
        "Domein: Dit woord staat niet in de lijst. Bedoel je Onderwijs?"
    )
    assert propose(ImportKind.PARTNERS, again.headers) == mapping


def test_a_word_that_is_not_known_comes_with_the_nearest_one() -> None:
    (error,) = checked(ImportKind.PARTNERS, ("Naam", "Soort"), ("A", "sportverening")).errors
    assert message(error).endswith("Bedoel je sportvereniging?")


def test_a_name_may_hold_a_comma_and_a_list_may_be_split_by_one() -> None:
    rows = ("Naam", "Domein"), ("A", "Onderwijs, Wonen, wijk en groen, werk"), ("B", "Werk;werk")
    found = checked(ImportKind.PARTNERS, *rows)
    assert [row.values["domain_ids"] for row in found.good] == [
        ["onderwijs", "wonen", "werk"],
        ["werk"],
    ]


def test_a_name_of_two_partners_asks_for_the_number_which_is_taken() -> None:
    rows = ("Partner", "Functie"), ("Dubbel", "Baas"), ("twee", "Baas")
    found = checked(ImportKind.PEOPLE, *rows)
    assert wrong(found) == [(2, "Partner", "Dubbel", RowProblem.SEVERAL_OF_NAME)]
    assert [row.values["actor_id"] for row in found.good] == ["twee"]


def test_a_parent_may_come_along_in_the_same_file_but_not_be_the_partner_itself() -> None:
    rows = ("Naam", "Onderdeel van"), ("Team", "de  KOEPEL"), ("De Koepel", ""), ("Zelf", "zelf")
    found = checked(ImportKind.PARTNERS, *rows)
    assert found.good[0].values == {"name": "Team", "parent_id": None, "parent_name": "de  KOEPEL"}
    assert wrong(found) == [(4, "Onderdeel van", "zelf", RowProblem.OWN_PARENT)]


def test_an_unknown_partner_is_told_by_its_own_name() -> None:
    rows = ("Naam", "Partners"), ("Project", "S.V. Noord; Koepel Welzin")
    found = checked(ImportKind.COLLABORATIONS, *rows)
    assert wrong(found) == [(2, "Partners", "Koepel Welzin", RowProblem.UNKNOWN_NAME)]
    assert found.errors[0].hint == "Koepel Welzijn"


def test_a_row_of_our_own_export_is_taken_to_the_letter() -> None:
    heads = ("Nummer", "Naam", "Telefoon", "Wat doet deze partner", "Andere namen")
    own = (ID, "De  Brug", "020-1234567", "-", 'Brug, De; "a;b"')
    found = checked(ImportKind.PARTNERS, heads, own, ("12", "Nieuw", "020-1234567", "-", "A, B"))
    assert found.good[0].values == {
        "id": ID,
        "name": "De  Brug",
        "phone": "020-1234567",
        "description": "-",
        "aliases": ["Brug, De", "a;b"],
    }
    assert found.good[1].values == {
        "id": None,
        "name": "Nieuw",
        "phone": "020 123 4567",
        "description": "",
        "aliases": ["A", "B"],
    }


def test_a_number_stands_in_one_row() -> None:
    found = checked(ImportKind.PARTNERS, ("Nummer", "Naam"), (ID, "A"), (ID, "B"))
    assert wrong(found) == [(3, "Nummer", ID, RowProblem.REPEATED)]


def test_a_citizen_service_number_is_not_repeated_in_its_error() -> None:
    found = checked(
        ImportKind.MOMENTS, ("Datum", "Partner", "Notitie"), ("1-9-26", "", "111222333")
    )
    assert [each.value for each in found.errors] == ["\u2022" * 9]


def test_days_and_status_of_a_collaboration_fit_each_other() -> None:
    heads = ("Naam", "Status", "Begonnen op", "Beëindigd op")
    found = checked(
        ImportKind.COLLABORATIONS,
        heads,
        ("A", "gewenst", "1-9-2026", ""),
        ("B", "actief", "1-12-2026", ""),
        ("C", "actief", "", "1-9-2026"),
        ("D", "afgerond", "1-9-2026", "1-8-2026"),
        ("E", "", "", "1-12-2026"),
    )
    assert [each[3] for each in wrong(found)] == [
        RowProblem.NOT_YET_STARTED,
        RowProblem.IN_FUTURE,
        RowProblem.NOT_ENDED,
        RowProblem.BEFORE_START,
        RowProblem.IN_FUTURE,
    ]


def test_a_moment_is_about_something_past_and_heard_from_somebody() -> None:
    heads = ("Datum", "Partner", "Erbij geweest of gehoord", "Gehoord van")
    found = checked(
        ImportKind.MOMENTS,
        heads,
        ("24-11-2026", "S.V. Noord", "", ""),
        ("23-11-2026", "", "", ""),
        ("23-11-2026", "S.V. Noord", "gehoord", ""),
        ("23-11-2026", "S.V. Noord", "gehoord", "Piet"),
    )
    assert [each[3] for each in wrong(found)] == [
        RowProblem.IN_FUTURE,
        RowProblem.NO_SUBJECT,
        RowProblem.NO_SOURCE,
    ]
    assert len(found.good) == 1


def test_contact_details_of_nobody_are_asked_about() -> None:
    rows = ("Partner", "Functie", "Contactpersoon", "E-mail"), ("S.V. Noord", "Baas", "", "a@b.nl")
    assert wrong(checked(ImportKind.PEOPLE, *rows)) == [
        (2, "Contactpersoon", "", RowProblem.MISSING)
    ]


def test_a_required_column_that_was_not_chosen_is_missing() -> None:
    (sheet,) = read_file("x.xlsx", sheet_of(("Naam", "Tel"), ("A", "")))
    found = check(ImportKind.PARTNERS, sheet, {"phone": 1}, WORDS, TODAY)
    assert wrong(found) == [(2, "Naam", "", RowProblem.MISSING)]


def test_each_problem_says_what_to_do() -> None:
    (error,) = checked(ImportKind.PARTNERS, ("Naam", "Soort"), ("", "school")).errors
    said = [message(type(error)(row=2, column="A", value="", problem=each)) for each in RowProblem]
    assert len(set(said)) == len(said)
