"""From the rows of a sheet to rows that can be brought in, and what is wrong with the others."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.domain.folding import fold
from graph.domain.imports import ImportKind, RowError, RowProblem
from tasks.importing.cells import WrongCellError, is_empty
from tasks.importing.column import Column
from tasks.importing.fields import FIELDS
from tasks.importing.fields.spec import FieldSpec, Reads
from tasks.importing.lists import seen
from tasks.importing.rules import completed, problems
from tasks.importing.sheets import Sheet, SheetRow
from tasks.importing.words import Words

_HIDDEN = "\u2022" * 9
_SHOWN = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class GoodRow:
    """A row that can be brought in: the fields of the chosen columns, ready for JSON.

    A field is None, "", False or [] where its cell is empty. ``id`` is that of a thing in the
    network, else None. ``parent_name`` stands for a parent that the same sheet brings in.
    """

    number: int
    values: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """The rows of a sheet that are good, and what is wrong with the others."""

    good: tuple[GoodRow, ...]
    errors: tuple[RowError, ...]


def check(
    kind: ImportKind, sheet: Sheet, mapping: Mapping[str, int], words: Words, today: date
) -> Checked:
    """Return what can be brought in and what cannot.

    ``mapping`` is a column for each field name. In a row with a number of this network text is
    taken to the letter, so that our own export comes back as it went.
    """
    rows = _Rows(kind=kind, sheet=sheet, mapping=mapping, words=words, today=today)
    good: list[GoodRow] = []
    errors: list[RowError] = []
    for row in sheet.rows:
        if all(is_empty(seen(cell)) for cell in row.cells):
            continue
        values, wrong = rows.read(row)
        errors.extend(wrong)
        if not wrong:
            good.append(GoodRow(number=row.number, values=values))
    return Checked(good=tuple(good), errors=tuple(errors))


class _Rows:
    """Reads row after row; knows which numbers it has seen."""

    def __init__(
        self,
        *,
        kind: ImportKind,
        sheet: Sheet,
        mapping: Mapping[str, int],
        words: Words,
        today: date,
    ) -> None:
        self._kind, self._today, self._known = kind, today, words.known
        specs = {spec.name: spec for spec in FIELDS[kind]}
        self._columns = {
            at: Column(specs[name], words.of(specs[name].source), today)
            for name, at in sorted(mapping.items(), key=lambda each: each[1])
        }
        self._at = mapping
        self._headers = {
            name: sheet.headers[mapping[name]] if name in mapping else spec.label
            for name, spec in specs.items()
        }
        self._missing = [
            spec for spec in specs.values() if spec.required and spec.name not in mapping
        ]
        self._own_names = self._names_in(sheet)
        self._seen: set[str] = set()

    def read(self, row: SheetRow) -> tuple[dict[str, Any], list[RowError]]:
        """Return the fields of a row, and what is wrong with it."""
        id = self._id(row, "id")
        values: dict[str, Any] = {}
        wrong = (
            []
            if id
            else [self._error(row, spec.name, RowProblem.MISSING) for spec in self._missing]
        )
        for at, column in self._columns.items():
            try:
                values |= self._cell(row, at, column, literal=id is not None)
            except WrongCellError as error:
                wrong.append(self._told(row, column.spec, error))
        if not wrong:
            values = completed(self._kind, values)
            wrong = [self._error(row, name, why) for name, why in self._problems(values)]
        return values, wrong

    def _cell(self, row: SheetRow, at: int, column: Column, *, literal: bool) -> dict[str, Any]:
        spec, text = column.spec, row.cells[at]
        if spec.reads is Reads.ID:
            return {spec.name: self._id(row, spec.name)}
        try:
            return {spec.name: column.read(text, literal=literal)}
        except WrongCellError as error:
            comes_along = spec.name == "parent_id" and fold(text) in self._own_names
            if error.problem is not RowProblem.UNKNOWN_NAME or not comes_along:
                raise
            return {spec.name: None, "parent_name": text}

    def _problems(self, values: dict[str, Any]) -> Iterator[tuple[str, RowProblem]]:
        yield from problems(self._kind, values, self._today)
        id = values.get("id")
        if id and self._kind is not ImportKind.PEOPLE:  # a function has a row for each holder
            if id in self._seen:
                yield "id", RowProblem.REPEATED
            self._seen.add(id)

    def _id(self, row: SheetRow, name: str) -> str | None:
        id = row.cells[self._at[name]] if name in self._at else ""
        return id if id in self._known else None

    def _names_in(self, sheet: Sheet) -> frozenset[str]:
        at = self._at.get("name")
        return (
            frozenset(fold(row.cells[at]) for row in sheet.rows) if at is not None else frozenset()
        )

    def _told(self, row: SheetRow, spec: FieldSpec, error: WrongCellError) -> RowError:
        text = error.part or row.cells[self._at[spec.name]]
        return RowError(
            row=row.number,
            column=self._headers[spec.name],
            value=_HIDDEN if error.problem is RowProblem.BSN else text[:_SHOWN],
            problem=error.problem,
            hint=error.hint,
        )

    def _error(self, row: SheetRow, name: str, problem: RowProblem) -> RowError:
        text = row.cells[self._at[name]] if name in self._at else ""
        return RowError(
            row=row.number, column=self._headers[name], value=text[:_SHOWN], problem=problem
        )
