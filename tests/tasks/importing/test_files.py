"""Files as offices save them are read; what is no table of ours gets a clear no."""

import csv
import io
import socket
import zipfile
from pathlib import Path

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from tasks.importing.files import MOST_ROWS, read_file
from tasks.importing.sheets import FileProblem, RefusedFileError, Sheet
from tasks.importing.telling import refusal
from tests.importing import far_cell, messy_workbook, sheet_of

pytestmark = pytest.mark.once

FILES = Path(__file__).parents[2] / "files" / "import"
HEADERS = ("Naam", "Telefoon", "Omschrijving")


def only(filename: str, content: bytes) -> Sheet:
    (sheet,) = read_file(filename, content)
    return sheet


def cells(sheet: Sheet) -> list[tuple[str, ...]]:
    return [row.cells for row in sheet.rows]


def problem(filename: str, content: bytes) -> FileProblem:
    with pytest.raises(RefusedFileError) as refused:
        read_file(filename, content)
    return refused.value.problem


@pytest.mark.parametrize("name", ["partners.xls", "partners.ods"])
def test_a_workbook_of_another_program_reads_the_same(name: str) -> None:
    sheet = only(name, (FILES / name).read_bytes())
    assert sheet.headers == ("Naam", "Telefoon", "Postcode", "Sinds")
    assert sheet.rows[0].cells == ("Café \u2019t Hoekje", "612345678", "1234ab", "2026-11-03")
    assert sheet.rows[1].cells[2] == "ja"


def test_a_messy_sheet_has_its_headers_and_the_row_numbers_of_excel() -> None:
    sheets = {sheet.name: sheet for sheet in read_file("lijst.xlsx", messy_workbook())}
    assert list(sheets) == ["Partners", "Functies", "Samenwerkingen", "Contactmomenten"]
    partners = sheets["Partners"]
    assert (partners.header_row, partners.rows[0].number) == (5, 6)
    assert partners.headers[:4] == ("Naam", "Soort", "Domein", "Telefoon")
    assert partners.headers[7:] == ("", "Wijk", "Omschrijving", "Onderdeel van", "Intern nr")
    assert partners.rows[0].cells[3] == "612345678"
    assert partners.rows[1].cells[9] == "2"  # what the formula was worth
    assert partners.rows[2].number == 9  # below an empty line
    assert sheets["Contactmomenten"].rows[0].cells[:2] == ("2026-11-03", "0.5")


def test_a_header_that_stands_twice_takes_the_group_above_it() -> None:
    content = sheet_of(
        ("Partner", "", "Contactpersoon", "", ""),
        ("Naam", "Soort", "Naam", "Telefoon", "Telefoon"),
        ("De Brug", "school", "Sanne", "1", "2"),
    )
    assert only("x.xlsx", content).headers == (
        "Partner Naam",
        "Soort",
        "Contactpersoon Naam",
        "Contactpersoon Telefoon",
        "Contactpersoon Telefoon (2)",
    )


def test_headers_over_two_rows_are_one() -> None:
    content = sheet_of(
        ("Naam", "Adres", "", "Telefoon", "Mailadres"),
        ("", "Postcode", "Plaats", "", ""),
        ("De Brug", "1234 AB", "Stad", "1", "a@b.nl"),
    )
    sheet = only("x.xlsx", content)
    assert sheet.headers == ("Naam", "Postcode", "Plaats", "Telefoon", "Mailadres")
    assert [row.number for row in sheet.rows] == [3]


def test_a_table_with_headers_that_we_do_not_know_can_still_be_chosen_from() -> None:
    content = sheet_of(("Overzicht",), ("Wie", "Waar", "Wat"), ("De Brug", "Noord", "inloop"))
    assert only("x.xlsx", content).headers == ("Wie", "Waar", "Wat")


def test_an_error_in_a_cell_is_not_an_empty_cell() -> None:
    content = sheet_of(("Naam", "Telefoon"), ("De Brug", "=NA()"))
    assert cells(only("x.xlsx", content)) == [("De Brug", "#N/A")]


def test_a_line_that_names_the_separator_is_not_a_row() -> None:
    sheet = only("x.csv", b"sep=,\r\nNaam,Telefoon\r\nDe Brug,1\r\n")
    assert (sheet.header_row, cells(sheet)) == (1, [("De Brug", "1")])


def test_the_quote_of_our_own_export_is_taken_off() -> None:
    sheet = only("x.csv", b"Naam;Telefoon\n'@ease;'+31 6 12345678\n't Hoekje;\n")
    assert cells(sheet) == [("@ease", "+31 6 12345678"), ("'t Hoekje", "")]


WINDOWS = st.characters(codec="cp1252", exclude_categories=["Cc", "Cs"])
CELL = st.text(WINDOWS, max_size=12).map(str.strip)


@settings(max_examples=60, deadline=None)
@given(
    table=st.lists(st.tuples(CELL.filter(bool), CELL, CELL), min_size=1, max_size=5),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]),
    delimiter=st.sampled_from(";,\t"),
    end=st.sampled_from(["\r\n", "\n"]),
)
@example(table=[("a;b,c", "d", "\u20ac")], encoding="cp1252", delimiter=",", end="\n")
def test_csv_reads_back_the_same_however_it_was_saved(
    table: list[tuple[str, str, str]], encoding: str, delimiter: str, end: str
) -> None:
    assume(not any(cell.startswith("'") for row in table for cell in row))
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=delimiter, lineterminator=end).writerows([HEADERS, *table])
    content = written.getvalue().encode(encoding)
    assume(encoding != "cp1252" or not _is_utf8(content))
    sheet = only("x.csv", content)
    assert (sheet.headers, cells(sheet)) == (HEADERS, table)


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return not content.isascii()


def _zipped(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as book:
        for name, content in parts.items():
            book.writestr(name.replace("__", "/").replace("_", "."), content)
    return file.getvalue()


NO = {
    "leeg.csv": (b"", FileProblem.EMPTY),
    "groot.csv": (b"Naam\n" + b"x" * 10 * 1024 * 1024, FileProblem.TOO_LARGE),
    "bom.xlsx": (_zipped(xl__workbook_xml=b" " * 70_000_000), FileProblem.TOO_LARGE_INSIDE),
    "ver.xlsx": (far_cell(), FileProblem.TOO_LARGE_INSIDE),
    "macro.xlsm": (sheet_of(("Naam",), ("x",)), FileProblem.MACROS),
    "verborgen-macro.xlsx": (
        _zipped(xl__workbook_xml=b"", xl__vbaProject_bin=b""),
        FileProblem.MACROS,
    ),
    "slot.xlsx": ((FILES / "locked.xlsx").read_bytes(), FileProblem.PASSWORD),
    "slot.ods": (
        _zipped(
            mimetype=b"application/vnd.oasis.opendocument.spreadsheet",
            **{"META-INF__manifest_xml": b"<encryption-data/>"},
        ),
        FileProblem.PASSWORD,
    ),
    "brief.docx": (_zipped(word__document_xml=b""), FileProblem.WRONG_TYPE),
    "brief.xlsx": (b"%PDF-1.7", FileProblem.WRONG_TYPE),
    "foto.csv": (b"\x89PNG\r\n\x1a\n\x00\x00", FileProblem.WRONG_TYPE),
    "pagina.xls": (b"\xef\xbb\xbf <html><table><tr><td>Naam", FileProblem.WRONG_TYPE),
    "ruis.csv": (bytes(range(256)), FileProblem.WRONG_TYPE),
    "kapot.xlsx": (sheet_of(("Naam",), ("x",))[:-200], FileProblem.BROKEN),
    "half.xlsx": (_zipped(xl__workbook_xml=b"<workbook"), FileProblem.BROKEN),
    "zonder.csv": (b"12;13\n14;15\n", FileProblem.NO_HEADER),
    "kop.csv": (b"Naam;Telefoon\n\n", FileProblem.NO_ROWS),
    "lang.csv": (b"Naam;Telefoon\n" + b"x;1\n" * (MOST_ROWS + 1), FileProblem.TOO_MANY_ROWS),
}


@pytest.mark.parametrize("name", NO)
def test_what_cannot_be_read_gets_a_clear_no(name: str) -> None:
    content, why = NO[name]
    assert problem(name, content) is why


def test_each_no_says_what_to_do() -> None:
    said = [refusal(each) for each in FileProblem]
    assert len(set(said)) == len(said)
    assert all(text.count(".") > 1 for text in said)


def test_a_workbook_with_too_many_rows_is_refused_too() -> None:
    rows = [("Naam", "Telefoon"), *[("x", "1")] * (MOST_ROWS + 100)]
    assert problem("x.xlsx", sheet_of(*rows)) is FileProblem.TOO_MANY_ROWS


def test_a_link_to_another_file_is_read_and_never_followed() -> None:
    """Offices link workbooks, so it is no reason to refuse; what it leads to is not asked for."""
    with socket.create_server(("127.0.0.1", 0)) as elsewhere:
        elsewhere.settimeout(0)
        host, port = elsewhere.getsockname()
        linked = _with_link(sheet_of(("Naam",), ("De Kajuit",)), f"http://{host}:{port}/x.xlsx")

        assert cells(only("x.xlsx", linked)) == [("De Kajuit",)]

        with pytest.raises(BlockingIOError):
            elsewhere.accept()


def _with_link(content: bytes, target: str) -> bytes:
    """Return a workbook that names another as a source of its values."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relation = f'<Relationship Id="rId99" Type="{kind}/externalLink{{}}" Target="{{}}"{{}}/>'
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        parts = {name: book.read(name).decode() for name in book.namelist()}
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(
        "</sheets>",
        '</sheets><externalReferences><externalReference r:id="rId99"/></externalReferences>',
    )
    parts["xl/_rels/workbook.xml.rels"] = parts["xl/_rels/workbook.xml.rels"].replace(
        "</Relationships>",
        relation.format("", "externalLinks/externalLink1.xml", "") + "</Relationships>",
    )
    parts["xl/externalLinks/externalLink1.xml"] = (
        '<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
        f'xmlns:r="{kind}"><externalBook r:id="rId99"/></externalLink>'
    )
    parts["xl/externalLinks/_rels/externalLink1.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        + relation.format("Path", target, ' TargetMode="External"')
        + "</Relationships>"
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as book:
        for name, text in parts.items():
            book.writestr(name, text)
    return file.getvalue()
