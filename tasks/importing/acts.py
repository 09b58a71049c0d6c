"""What a person does with an import, on a page or the command line; a job does the work."""

from collections.abc import Sequence
from datetime import datetime

from flask_babel import gettext as _  # pyright: ignore[reportUnknownVariableType]
from flask_babel import ngettext  # pyright: ignore[reportUnknownVariableType]

from graph.database import Graph, Runner
from graph.domain.changes import Author
from graph.domain.importing import PART_ROWS, Import, ImportState
from graph.domain.imports import ImportKind
from graph.domain.operations import OperationKind
from graph.identity import new_id
from graph.repositories import imports, operations
from tasks.importing.columns import guess_kind, samples
from tasks.importing.sheets import Sheet


def sheets_of(kind: ImportKind | None, sheets: Sequence[Sheet]) -> list[tuple[ImportKind, Sheet]]:
    """Return the sheets to bring in, with what they hold, in the order in which that can be done.

    Without a kind all sheets that tell themselves what they are; with one the sheet that fits
    best, which is the first when none says so.
    """
    told = [(found, sheet) for sheet in sheets if (found := guess_kind(sheet))]
    if kind is None:
        return sorted(told, key=lambda each: list(ImportKind).index(each[0]))
    fitting = [sheet for found, sheet in told if found is kind]
    return [(kind, next(iter(fitting), sheets[0]))]


def upload(
    graph: Graph,
    *,
    network_id: str,
    kind: ImportKind,
    filename: str,
    sheet: Sheet,
    by: Author,
    now: datetime,
) -> str:
    """Keep a sheet, to be brought in; return the id of the import."""
    import_id = new_id()
    cells = [(row.number, row.cells) for row in sheet.rows]
    imports.create(
        graph,
        network_id=network_id,
        import_id=import_id,
        kind=kind,
        filename=filename,
        headers=sheet.headers,
        samples=[samples(sheet, column) for column in range(len(sheet.headers))],
        cells=[cells[start : start + PART_ROWS] for start in range(0, len(cells), PART_ROWS)],
        by=by,
        now=now,
    )
    return import_id


def start(graph: Graph, *, network_id: str, import_id: str, by: Author, now: datetime) -> None:
    """Have the rows brought in, as one operation. Raises NotNowError."""

    def within(tx: Runner, job: Import) -> None:
        operations.start(
            tx,
            network_id=network_id,
            operation_id=job.id,
            kind=OperationKind.IMPORT,
            title=title(job),
            by=by,
            now=now,
        )

    imports.move(
        graph,
        network_id=network_id,
        import_id=import_id,
        to=ImportState.RUNNING,
        by=by,
        now=now,
        within=within,
    )


def undo(graph: Graph, *, network_id: str, import_id: str, by: Author, now: datetime) -> None:
    """Have what was brought in taken back. Raises NotNowError and UndoRefusedError."""

    def within(tx: Runner, job: Import) -> None:
        if job.state is ImportState.DONE:  # one that got stuck was marked before
            take_back(tx, network_id=network_id, job=job, by=by, now=now)

    imports.move(
        graph,
        network_id=network_id,
        import_id=import_id,
        to=ImportState.UNDOING,
        by=by,
        now=now,
        within=within,
    )


def take_back(tx: Runner, *, network_id: str, job: Import, by: Author, now: datetime) -> None:
    """Say that the operation of an import is being undone. Raises UndoRefusedError."""
    operations.mark_undone(tx, network_id=network_id, operation_id=job.id, by=by, now=now)


def title(job: Import) -> str:
    """Return how the log names an import."""
    rows = job.counts.rows - job.counts.errors
    what = {
        ImportKind.PARTNERS: ngettext("één partner", "%(num)s partners", rows),
        ImportKind.PEOPLE: ngettext("één functie", "%(num)s functies", rows),
        ImportKind.COLLABORATIONS: ngettext("één samenwerking", "%(num)s samenwerkingen", rows),
        ImportKind.MOMENTS: ngettext("één contactmoment", "%(num)s contactmomenten", rows),
    }[job.kind]
    return _("Import van %(what)s uit %(file)s", what=what, file=job.filename)
