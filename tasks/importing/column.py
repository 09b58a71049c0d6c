"""One column of a sheet, and how each of its cells is read."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from graph.domain.citizen_numbers import holds_bsn
from graph.domain.imports import RowProblem
from tasks.importing import cells
from tasks.importing.cells import WrongCellError
from tasks.importing.fields.spec import FieldSpec, Reads
from tasks.importing.lists import has_several, seen, split, visible
from tasks.importing.names import Names

_FREE_TEXT = frozenset({Reads.LINE, Reads.TEXT, Reads.NAMES})
_LISTS = frozenset({Reads.NAMES, Reads.MANY})
_TEXTS = _FREE_TEXT - _LISTS | {
    Reads.MAIL, Reads.PHONE, Reads.WEBSITE, Reads.POSTCODE, Reads.KVK
}  # fmt: skip
_NAMED_THINGS = frozenset({"programmes", "partners", "collaborations", "positions"})
_UNKNOWN = frozenset({"onbekend", "weet ik niet", "unknown"})
_MOST_HINTS = 200  # to look for the nearest of 20,000 names takes some hundredths of a second


class Column:
    """Reads the cells of one column; remembers what resembles a word that is not known."""

    def __init__(self, spec: FieldSpec, names: Names, today: date) -> None:
        self.spec = spec
        self._names = names
        self._today = today
        self._hints: dict[str, str] = {}

    def read(self, cell: str, *, literal: bool) -> Any:  # noqa: ANN401 -- what the column holds
        """Return what a cell holds, ready for JSON. Raises WrongCellError.

        ``literal`` takes text to the letter, as our own export wrote it.
        """
        text = cell if literal else seen(cell)
        if cells.is_error(text):
            raise WrongCellError(RowProblem.ERROR_CELL)
        if self._is_empty(text, literal=literal):
            return self._nothing()
        if self.spec.reads in _FREE_TEXT and holds_bsn(text):
            raise WrongCellError(RowProblem.BSN)
        return self._read(text, literal=literal)

    def _is_empty(self, text: str, *, literal: bool) -> bool:
        if literal and self.spec.reads in _FREE_TEXT:
            return not text
        unknown = self.spec.reads not in _FREE_TEXT and text.casefold() in _UNKNOWN
        return cells.is_empty(text) or unknown

    def _nothing(self) -> Any:  # noqa: ANN401 -- as read
        if self.spec.required:
            raise WrongCellError(RowProblem.MISSING)
        if self.spec.reads in _LISTS:
            return []
        if self.spec.reads is Reads.YES_NO:
            return False
        return "" if self.spec.reads in _TEXTS else None

    def _read(self, text: str, *, literal: bool) -> Any:  # noqa: ANN401, PLR0911 -- a table
        match self.spec.reads:
            case Reads.LINE:
                return self._within(text if literal else visible(text))
            case Reads.TEXT:
                return self._within(text)
            case Reads.NAMES:
                return self._several(text, literal=literal)
            case Reads.MANY:
                return list(dict.fromkeys(self._ids(text)))
            case Reads.ONE | Reads.WORD:
                return self._id(text)
            case Reads.PHONE:
                return cells.read_phone(text, literal=literal)
            case Reads.POSTCODE:
                return cells.read_postcode(text, literal=literal)
            case Reads.DAY:
                return cells.read_day(text, today=self._today).isoformat()
            case Reads.TIME:
                return cells.read_time(text).isoformat("minutes")
            case other:
                return _PLAIN[other](text)

    def _within(self, text: str) -> str:
        if len(text) > self.spec.longest:
            raise WrongCellError(RowProblem.TOO_LONG, str(self.spec.longest))
        return text

    def _several(self, text: str, *, literal: bool) -> list[str]:
        names = split(text) if literal or has_several(text) else text.split(",")
        return list(dict.fromkeys(name.strip() for name in names if name.strip()))

    def _id(self, text: str) -> str:
        match self._names.find(text):
            case (id,):
                return id
            case ():
                raise self._unknown(text)
            case _:
                raise WrongCellError(RowProblem.SEVERAL_OF_NAME, part=text)

    def _ids(self, text: str) -> Iterator[str]:
        """Yield the ids of all names in a cell; a name may hold a comma itself."""
        for piece in [text] if self._names.find(text) else split(text):
            parts = piece.split(",")
            while parts:
                size = self._longest_known(parts)
                yield self._id(",".join(parts[:size]).strip())
                parts = [part for part in parts[size:] if part.strip()]

    def _longest_known(self, parts: list[str]) -> int:
        """Return how many parts make the longest name that is known; 1 when none is."""
        sizes = range(len(parts), 1, -1)
        return next((size for size in sizes if self._names.find(",".join(parts[:size]))), 1)

    def _unknown(self, text: str) -> WrongCellError:
        things = self.spec.source in _NAMED_THINGS
        problem = RowProblem.UNKNOWN_NAME if things else RowProblem.UNKNOWN_WORD
        if text not in self._hints and len(self._hints) < _MOST_HINTS:
            self._hints[text] = self._names.nearest(text)
        return WrongCellError(problem, self._hints.get(text, ""), part=text)


_PLAIN: Mapping[Reads, Callable[[str], Any]] = MappingProxyType(
    {
        Reads.MAIL: cells.read_mail,
        Reads.WEBSITE: cells.read_website,
        Reads.KVK: cells.read_kvk,
        Reads.DAYS: cells.read_days,
        Reads.YES_NO: cells.read_yes_no,
    }
)
