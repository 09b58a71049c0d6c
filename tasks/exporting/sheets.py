"""The sheets of an export: the columns that an import reads, and some that it leaves alone."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from graph.domain.cells import printable
from graph.domain.imports import ImportKind
from graph.domain.register import Register
from tasks.exporting.records import (
    PERSONAL,
    Record,
    participations,
    records,
    without_persons,
)
from tasks.importing.fields import FIELDS, SHEET_NAMES
from tasks.importing.fields.spec import FieldSpec, Reads
from tasks.importing.lists import join
from tasks.importing.names import Names
from tasks.importing.words import Words
from tasks.workbooks import Cell, Page

_LONGEST_CELL = 32_767  # of Excel, in characters

# Read by people and by other programs; an import knows none of these headers.
_MORE: Mapping[ImportKind, tuple[tuple[str, str], ...]] = MappingProxyType(
    {
        ImportKind.PARTNERS: (
            ("energy", "Lokale energie"),
            ("active", "Lopende samenwerkingen"),
            ("partners", "Werkt samen met (aantal)"),
            ("last_contact_on", "Laatste contact op"),
        ),
        ImportKind.COLLABORATIONS: (
            ("energy", "Lokale energie"),
            ("last_contact_on", "Laatste contact op"),
        ),
        ImportKind.PEOPLE: (("partner_id", "Nummer van de partner"),),
        ImportKind.MOMENTS: (
            ("about_actors", "Nummers van de partners"),
            ("about_collaborations", "Nummers van de samenwerkingen"),
        ),
    }
)
_PARTICIPATIONS = "Deelnames"
_PARTICIPATION_COLUMNS = (
    ("collaboration_id", "Nummer van de samenwerking"),
    ("collaboration", "Samenwerking"),
    ("actor_id", "Nummer van de partner"),
    ("actor", "Partner"),
    ("role", "Rol"),
    ("since", "Sinds"),
    ("until", "Tot en met"),
)


def sheets(register: Register, words: Words, *, today: date, persons: bool) -> Iterator[Page]:
    """Return the sheets of a register; without ``persons`` nothing in them leads to a person.

    ``words`` are those of the import, so that a name in a cell finds the same thing again.
    """
    for kind in (ImportKind.PARTNERS, ImportKind.COLLABORATIONS):
        yield _sheet(kind, register, words, today, persons=persons)
    yield Page(
        name=_PARTICIPATIONS,
        headers=tuple(label for _name, label in _PARTICIPATION_COLUMNS),
        rows=(
            tuple(_plain(record[name]) for name, _label in _PARTICIPATION_COLUMNS)
            for record in participations(register)
        ),
    )
    for kind in (ImportKind.PEOPLE, ImportKind.MOMENTS):
        yield _sheet(kind, register, words, today, persons=persons)


def _sheet(
    kind: ImportKind, register: Register, words: Words, today: date, *, persons: bool
) -> Page:
    specs = [spec for spec in FIELDS[kind] if persons or spec.name not in PERSONAL]
    columns = [(spec, words.of(spec.source)) for spec in specs]
    found = records(kind, register, today=today)
    shown = found if persons else map(without_persons, found)
    if not persons and kind is ImportKind.PEOPLE:
        shown = _each_once(shown)
    return Page(
        name=SHEET_NAMES[kind],
        headers=(*(spec.label for spec in specs), *(label for _name, label in _MORE[kind])),
        rows=(
            (
                *(_cell(spec, record.get(spec.name), names) for spec, names in columns),
                *(_plain(record[name]) for name, _label in _MORE[kind]),
            )
            for record in shown
        ),
    )


def _each_once(rows: Iterable[Record]) -> Iterator[Record]:
    """Leave one row of a function, when who holds it is not told."""
    return iter({row["id"]: row | {"since": None, "until": None} for row in rows}.values())


def _cell(spec: FieldSpec, value: Any, names: Names) -> Cell:  # noqa: ANN401 -- of any field
    if value is None:
        return ""
    match spec.reads:
        case Reads.NAMES:
            return _text(join(value))
        case Reads.MANY:
            return _text(join(_written(names, value)))
        case Reads.ONE | Reads.WORD:
            return _text("".join(_written(names, [value])))
        case Reads.YES_NO:
            return "ja" if value else "nee"
        case _:
            return _plain(value)


def _written(names: Names, ids: Iterable[str]) -> Iterator[str]:
    # What is in the archive has no name there.
    return (names.write(id) for id in ids if id in names.labels)


def _plain(value: object) -> Cell:
    match value:
        case None:
            return ""
        case float():
            return round(value, 1)
        case int() | date():
            return value
        case list():
            return _text("; ".join(map(str, value)))  # pyright: ignore[reportUnknownArgumentType]
        case _:
            return _text(str(value))


def _text(text: str) -> str:
    return printable(text)[:_LONGEST_CELL]
