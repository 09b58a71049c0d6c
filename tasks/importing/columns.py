"""Which column of a sheet fills which field: proposed from the headers, chosen by people."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from graph.analysis.spelling import nearest
from graph.domain.folding import fold
from graph.domain.imports import ImportKind
from tasks.importing.fields import FIELDS, KNOWN_HEADERS, PARTICIPATIONS, SHEET_NAMES
from tasks.importing.fields.spec import FieldSpec
from tasks.importing.sheets import Sheet

_SAMPLES = 3
_SAMPLE_LENGTH = 60
_LONG = 6
_CLOSE = 88.0
_NOTHING: Mapping[str, str] = MappingProxyType({})


def propose(
    kind: ImportKind, headers: Sequence[str], remembered: Mapping[str, str] = _NOTHING
) -> dict[str, int]:
    """Return a column for each field that has one, by field name; no column fills two fields.

    ``remembered`` is what was chosen before: a header by field name, empty for none.
    """
    at = {fold(header): column for column, header in enumerate(headers) if header}
    chosen = {
        field: at[fold(header)] for field, header in remembered.items() if fold(header) in at
    }
    left_out = {field for field, header in remembered.items() if not header}
    open_fields = [spec for spec in FIELDS[kind] if spec.name not in left_out]
    for fitting in (_label, _other_words, _resembling):
        for spec in open_fields:
            left = [word for word in at if at[word] not in chosen.values()]
            if spec.name not in chosen and (found := fitting(spec, left)):
                chosen[spec.name] = at[found[0]]
    return {spec.name: chosen[spec.name] for spec in FIELDS[kind] if spec.name in chosen}


def samples(sheet: Sheet, column: int) -> tuple[str, ...]:
    """Return the first different texts of a column; empty cells say nothing."""
    filled = dict.fromkeys(row.cells[column] for row in sheet.rows if row.cells[column])
    return tuple(text[:_SAMPLE_LENGTH] for text in list(filled)[:_SAMPLES])


def guess_kind(sheet: Sheet) -> ImportKind | None:
    """Return what the rows of a sheet are, by its name or its headers; None when unclear."""
    if sheet.name == PARTICIPATIONS:
        return None
    named = {fold(name): kind for kind, name in SHEET_NAMES.items()}
    if kind := named.get(fold(sheet.name)):
        return kind
    fits = {kind: _fitness(kind, sheet.headers) for kind in ImportKind}
    best = max(fits.values())
    fitting = [kind for kind, fit in fits.items() if fit == best]
    return fitting[0] if best > 0 and len(fitting) == 1 else None


def _fitness(kind: ImportKind, headers: Sequence[str]) -> int:
    """Return how many columns are known; none without those that a row must have."""
    proposed = propose(kind, headers)
    has_all = all(spec.name in proposed for spec in FIELDS[kind] if spec.required)
    return len(proposed) if has_all else 0


def _label(spec: FieldSpec, left: Sequence[str]) -> list[str]:
    return [word for word in (fold(spec.label),) if word in left]


def _other_words(spec: FieldSpec, left: Sequence[str]) -> list[str]:
    return [word for word in map(fold, spec.also) if word in left]


def _resembling(spec: FieldSpec, left: Sequence[str]) -> list[str]:
    """Return the headers that hold a word of this field, then those with a typing error in it.

    What is the exact word for a field of any kind is not stretched to mean another.
    """
    words = sorted(_words(spec), key=len, reverse=True)
    unknown = [header for header in left if header not in KNOWN_HEADERS]
    holding = [header for word in words for header in unknown if f" {word} " in f" {header} "]
    long = [word for word in words if len(word) >= _LONG]
    close = [nearest(word, unknown, at_least=_CLOSE) for word in long]
    return [*holding, *(header for header in close if header)]


def _words(spec: FieldSpec) -> list[str]:
    return [fold(word) for word in (spec.label, *spec.also)]
