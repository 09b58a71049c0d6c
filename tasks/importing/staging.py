"""From an uploaded sheet to rows that wait to be brought in."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import PurePath

from graph.database import Graph
from graph.domain.importing import Import, ImportPart
from graph.domain.imports import ImportKind, RowError
from graph.domain.people import Person
from graph.repositories import imports, people, register
from graph.repositories.people import PersonFilter
from tasks.importing.checks import check
from tasks.importing.kinds import KINDS
from tasks.importing.kinds.basis import Known, Staged
from tasks.importing.known import read_words
from tasks.importing.sheets import Sheet, SheetRow
from tasks.importing.words import Words

_MOST_PEOPLE = 100_000


def read_parts(graph: Graph, *, network_id: str, job: Import) -> list[ImportPart]:
    """Return all that an import holds, one query for each part."""
    return [
        imports.part(graph, network_id=network_id, import_id=job.id, position=position)
        for position in range(job.parts)
    ]


def read_sheet(graph: Graph, *, network_id: str, job: Import) -> Sheet:
    """Return the sheet that was uploaded, as far as it is still kept."""
    parts = read_parts(graph, network_id=network_id, job=job)
    cells = (cell for part in parts for cell in part.cells)
    return Sheet(
        name=PurePath(job.filename).stem,
        header_row=0,
        headers=job.headers,
        rows=tuple(SheetRow(number=number, cells=texts) for number, texts in cells),
    )


def stage(
    graph: Graph,
    *,
    network_id: str,
    kind: ImportKind,
    sheet: Sheet,
    mapping: Mapping[str, int],
    today: date,
    words: Words | None = None,
) -> Staged:
    """Return the good rows with what they resemble, and what is wrong with the others.

    Nothing is written. ``words`` are those of the network, when something has to be added to them.
    """
    found = register.read(graph, network_id=network_id)
    words = words or read_words(graph, network_id=network_id, known=found)
    checked = check(kind, sheet, mapping, words, today)
    known = Known(
        register=found,
        people=_people(graph, network_id) if kind is ImportKind.PEOPLE else (),
        headers={name: sheet.headers[at] for name, at in mapping.items()},
        today=today,
    )
    staged = KINDS[kind].stage(checked.good, known)
    return Staged(
        rows=staged.rows, errors=sorted([*checked.errors, *staged.errors], key=_row_number)
    )


def _people(graph: Graph, network_id: str) -> Sequence[Person]:
    chosen = PersonFilter()
    return people.find(graph, network_id=network_id, chosen=chosen, limit=_MOST_PEOPLE).items


def _row_number(error: RowError) -> int:
    return error.row
