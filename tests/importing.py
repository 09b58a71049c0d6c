# XlsxWriter leaves parts of its types open.
# pyright: reportUnknownMemberType=false
"""A workbook as a regisseur has it: every trap that an office can put into one."""

import io
from datetime import date
from typing import Any

import xlsxwriter

# Spellings of one body, as they come out of the lists of colleagues.
DUPLICATES = [
    (f"{kind} {place}", f"Stichting {kind.lower()} {place}")
    for kind in ("Buurthuis", "Jongerenhuis", "Wijkteam", "Speeltuin", "Muziekschool")
    for place in (
        "Acaciastraat",
        "Beukenhof",
        "Cederplein",
        "Dennenlaan",
        "Eikendal",
        "Fluitekruid",
    )
]
"""Thirty pairs of names for one partner."""

WRONG = {
    ("Domein", "onderwis"),
    ("Postcode", "12345"),
    ("Telefoon", "06-123"),
    ("Mailadres", "geen mail"),
    ("Telefoon", "#N/A"),
    ("Omschrijving", "\u2022" * 9),
    ("Naam", ""),
}
"""Column and value of each cell of the sheet with partners that has to be corrected."""


def messy_workbook() -> bytes:
    """Return an .xlsx with partners, functions, collaborations and contact moments."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        _partners(book, book.add_worksheet("Partners"))
        _people(book, book.add_worksheet("Functies"))
        _collaborations(book, book.add_worksheet("Samenwerkingen"))
        _moments(book, book.add_worksheet("Contactmomenten"))
        book.add_worksheet("Oud").hide()
    return file.getvalue()


def sheet_of(*rows: tuple[Any, ...], name: str = "Blad1") -> bytes:
    """Return an .xlsx with these rows; days are cells with a day, "=…" is a formula."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        _put(book, book.add_worksheet(name), 0, rows)
    return file.getvalue()


def far_cell() -> bytes:
    """Return five kilobytes that ask for a table of 512 gigabytes."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_string(0, 0, "Naam")
        sheet.write_string(1_048_575, 16_383, "x")
    return file.getvalue()


def _partners(book: xlsxwriter.Workbook, sheet: Any) -> None:
    """Titles, two rows of headers, empty lines, a hidden and an empty column, and wrong cells."""
    sheet.merge_range("A1:J1", "Sociale kaart Voorbeeldstad")
    sheet.write("A2", "versie 3, bijgewerkt op 3-11-2026")
    sheet.merge_range("A4:C4", "Partner")
    sheet.merge_range("D4:G4", "Bereikbaar")
    heads = ("Naam", "Soort", "Domein", "Telefoon", "Mailadres", "Postcode", "Plaats", "", "Wijk")
    _put(book, sheet, 4, [(*heads, "Omschrijving", "Onderdeel van", "Intern nr")])
    sheet.set_column("L:L", None, None, {"hidden": True})
    good: list[tuple[Any, ...]] = [
        (
            *("  Jongerencentrum\u00a0De Brug ", "jongerenwerk", "Onderwijs; Werk", 612345678.0),
            *("mailto:info@debrug.nl", "1234ab", "Voorbeeldstad", "", "Stadsbreed"),
            *("n.v.t.", "Koepel Welzijn", 1),
        ),
        (
            *("Koepel Welzijn", "welzijn", "Kunst en cultuur", 31612345679.0),
            *("Balie <balie@koepel.nl>", "1234 AB", "Voorbeeldstad", "", "-", "=1+1", "", 2),
        ),
        (
            "S.V. Noord",
            "sportclub",
            "Sport en bewegen",
            "020-1234567",
            "?",
            "",
            "",
            "",
            "",
            "",
            "",
        ),
        ("@ease Voorbeeldstad", "GGZ", "Zorg en gezondheid", "+31 6 12345670"),
    ]
    pairs = [(name, "welzijn", "Onderwijs") for pair in DUPLICATES for name in pair]
    wrong: list[tuple[Any, ...]] = [
        ("School Oost", "school", "onderwis", "", "", "12345"),
        ("School West", "school", "Onderwijs", "06-123", "geen mail"),
        ("School Zuid", "school", "Onderwijs", "=NA()"),
        ("School Kern", "school", "Onderwijs", *[""] * 6, "Vraag naar 111222333"),
        ("", "school", "Onderwijs"),
    ]
    _put(book, sheet, 5, [*good[:2], (), *good[2:], (), *pairs, ("-", "?"), *wrong])


def _people(book: xlsxwriter.Workbook, sheet: Any) -> None:
    _put(
        book,
        sheet,
        0,
        [
            ("Organisatie", "Functie", "Naam", "E-mail", "Mobiel", "Vanaf"),
            (
                "Koepel Welzijn",
                "Teamleider",
                "Noor el Amrani",
                "noor@koepel.nl",
                612345671,
                "1-9-25",
            ),
            ("Koepel Welzijn", "", "Piet de Wit", "", "", date(2026, 3, 1)),
            ("S.V. Noord", "Voorzitter", "n.v.t.", "", "", ""),
        ],
    )


def _collaborations(book: xlsxwriter.Workbook, sheet: Any) -> None:
    _put(
        book,
        sheet,
        0,
        [
            ("Samenwerking", "Partners", "Begonnen op", "Beëindigd op", "Ritme", "Betaald door"),
            (
                *("Samen sporten", "S.V. Noord; Jongerencentrum De Brug", "3 november 2025"),
                *("", "6 weken", "Koepel Welzijn"),
            ),
            ("Muziek in de wijk", "Koepel Welzijn, @ease Voorbeeldstad", 45658, "1-9-2026"),
        ],
    )


def _moments(book: xlsxwriter.Workbook, sheet: Any) -> None:
    _put(
        book,
        sheet,
        0,
        [
            ("Datum", "Tijd", "Hoe", "Partner", "Samenwerking", "Opmerking", "Gehoord van"),
            (
                date(2026, 11, 3),
                0.5,
                "gebeld",
                "S.V. Noord",
                "Samen sporten",
                "De zaal is vrij",
            ),
            ("03/11/26", "15.30 uur", "", "Koepel Welzijn"),
        ],
    )


def _put(book: xlsxwriter.Workbook, sheet: Any, top: int, rows: Any) -> None:
    day = book.add_format({"num_format": "d-m-yyyy"})
    for number, row in enumerate(rows, start=top):
        for column, cell in enumerate(row):
            if isinstance(cell, date):
                sheet.write_datetime(number, column, cell, day)
            elif str(cell).startswith("="):
                sheet.write_formula(number, column, cell, value="#N/A" if "NA()" in cell else "2")
            elif isinstance(cell, str):
                sheet.write_string(number, column, cell)
            else:
                sheet.write_number(number, column, cell)
