"""What each kind of import does with good rows: find what they resemble, and make records."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from graph.domain.folding import fold
from graph.domain.importing import Choice, StagedRow, adopted, is_empty
from graph.domain.imports import RowError
from graph.domain.people import Person
from graph.domain.records import Record
from graph.domain.register import Register
from tasks.importing.checks import GoodRow

Values = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What stands in the network while rows are checked; ``headers`` has the column of a field."""

    register: Register
    people: Sequence[Person]
    headers: Mapping[str, str]
    today: date

    def column(self, name: str) -> str:
        """Return how the column of a field is named in the file."""
        return self.headers.get(name, name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Staged:
    """Good rows with what they resemble, in the order in which they can be brought in."""

    rows: Sequence[StagedRow]
    errors: Sequence[RowError] = field(default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of import. ``records`` gives each record with the number of the row it goes with.

    Both are pure, so that an import that is taken up again does the same.
    """

    stage: Callable[[Sequence[GoodRow], Known], Staged]
    records: Callable[[Sequence[StagedRow], Choice, date], Iterable[tuple[int, Record]]]


def filled(values: Mapping[str, Any], *, without: Iterable[str] = ()) -> Values:
    """Return what a row says, without what it leaves empty."""
    leave = {"id", *without}
    return {
        name: value for name, value in values.items() if name not in leave and not is_empty(value)
    }


def taken(row: StagedRow, usual: Choice) -> Values:
    """Return the fields of the thing a row resembles that get another value, with that value."""
    if row.match is None:
        return {}
    known = row.match.values
    return {name: adopted(known[name], row.values[name]) for name in row.taken(usual)}


def shown(values: Values, names: Iterable[str]) -> Values:
    """Return of a thing in the register the fields that a row fills."""
    return {name: values[name] for name in names if name in values}


def same_name(known: str, said: str | None) -> str:
    """Return ``said`` where it only spells a known name otherwise: that is no difference."""
    return said if said and fold(said) == fold(known) else known
