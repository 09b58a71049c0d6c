"""A page of rows of an import, wherever in its parts they are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from graph.domain.importing import Import, ImportPart, StagedRow
from graph.domain.imports import RowError
from graph.repositories import imports
from webapp.context import current_graph, current_network
from webapp.paging import Paging


@dataclass(frozen=True, slots=True, kw_only=True)
class WrongRows:
    """Some rows that are wrong, by number, each with all that is wrong with it."""

    rows: list[tuple[int, list[RowError]]]
    paging: Paging


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenRows:
    """Some rows in which there is something to choose, and in which parts they are."""

    rows: list[StagedRow]
    positions: list[int]
    paging: Paging


def wrong_rows(job: Import, *, number: int, size: int = 25) -> WrongRows:
    """Read one page of the rows that are wrong."""
    counts = [part.wrong_rows for part in _parts(job)]
    found = [
        row
        for position, window in _windows(counts, number, size)
        for row in _by_row(_part(job, position).errors)[window]
    ]
    return WrongRows(rows=found, paging=Paging(total=sum(counts), number=number, size=size))


def open_rows(job: Import, *, number: int, size: int = 25) -> OpenRows:
    """Read one page of the rows that ask for a choice."""
    counts = [part.open_rows for part in _parts(job)]
    windows = list(_windows(counts, number, size))
    found = [
        row
        for position, window in windows
        for row in [row for row in _part(job, position).rows if row.is_open][window]
    ]
    return OpenRows(
        rows=found,
        positions=[position for position, _ in windows],
        paging=Paging(total=sum(counts), number=number, size=size),
    )


def _windows(counts: Sequence[int], number: int, size: int) -> Iterator[tuple[int, slice]]:
    """Give the parts that a page is in, with which of their rows are on it."""
    first, passed = (number - 1) * size, 0
    for position, count in enumerate(counts):
        start, stop = max(first - passed, 0), min(first + size - passed, count)
        if start < stop:
            yield position, slice(start, stop)
        passed += count


def _by_row(errors: Sequence[RowError]) -> list[tuple[int, list[RowError]]]:
    return [(row, list(of_row)) for row, of_row in groupby(errors, key=lambda each: each.row)]


def _parts(job: Import) -> Sequence[imports.PartSummary]:
    network_id = current_network().id
    return imports.parts(current_graph(), network_id=network_id, import_id=job.id)


def _part(job: Import, position: int) -> ImportPart:
    network_id = current_network().id
    return imports.part(
        current_graph(), network_id=network_id, import_id=job.id, position=position
    )
