"""``lokale-energie import``: bring in a file as the pages do, or try what would come in."""

import json
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import click

from graph.database import Graph
from graph.domain.calendar import local_day
from graph.domain.changes import Author
from graph.domain.importing import Choice, Counts, Import, ImportState
from graph.domain.imports import ImportKind, RowError
from graph.repositories import imports
from tasks.importing import acts
from tasks.importing.ahead import foreseen
from tasks.importing.columns import propose
from tasks.importing.counting import planned_counts
from tasks.importing.fields import FIELDS, SHEET_NAMES
from tasks.importing.files import MOST_BYTES, read_file
from tasks.importing.known import read_words
from tasks.importing.sheets import RefusedFileError, Sheet
from tasks.importing.staging import read_parts, stage
from tasks.importing.telling import message, refusal
from tasks.imports import run
from webapp.cli.joined import joined
from webapp.cli.networks import find_network
from webapp.cli.refusal import Refusal

_ALL = "all"
_BY = Author(id="lokale-energie-import", name="de opdracht import")
_PAUSE = 0.5  # seconds between two looks at what a worker took over


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What came of one sheet, or would come of it."""

    kind: ImportKind
    counts: Counts
    errors: tuple[RowError, ...]


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--network", "slug", required=True, help="De korte naam van het netwerk.")
@click.option(
    "--kind",
    type=click.Choice([*(kind.value for kind in ImportKind), _ALL]),
    required=True,
    help="Wat er in het bestand staat; all neemt elk blad dat zegt wat het is.",
)
@click.option("--dry-run", is_flag=True, help="Kijk alleen wat er zou gebeuren.")
@click.option("--json", "as_json", is_flag=True, help="Geef JSON in plaats van zinnen.")
def import_file(*, file: Path, slug: str, kind: str, dry_run: bool, as_json: bool) -> None:
    """Voer een rekenblad in: goede rijen gaan door, van de andere lees je wat er niet klopt.

    Wat lijkt op iets dat er al is, wordt overgeslagen; op de website kies je dat per rij.
    """
    sheets = _sheets(file, None if kind == _ALL else ImportKind(kind))
    with joined() as graph:
        network = find_network(graph, slug)
        reports = list(
            _tried(graph, network.id, sheets)
            if dry_run
            else _brought_in(graph, network.id, sheets, file.name)
        )
    click.echo(_as_json(reports) if as_json else _as_text(reports, dry_run=dry_run))


def _sheets(file: Path, kind: ImportKind | None) -> list[tuple[ImportKind, Sheet]]:
    """Return what can be brought in out of a file. Raises Refusal."""
    try:
        with file.open("rb") as opened:
            content = opened.read(MOST_BYTES + 1)
        found = acts.sheets_of(kind, read_file(file.name, content))
    except OSError as error:
        raise Refusal(f"{file}: dit bestand kan niet gelezen worden.") from error
    except RefusedFileError as error:
        raise Refusal(f"{file}: {refusal(error.problem)}") from error
    if not found:
        names = ", ".join(SHEET_NAMES.values())
        raise Refusal(
            f"{file}: geen blad zegt wat het is. Noem de bladen {names}, of kies --kind."
        )
    return found


def _columns(kind: ImportKind, sheet: Sheet) -> dict[str, int]:
    """Return the column of each field. Raises Refusal when one is not there that must be."""
    found = propose(kind, sheet.headers)
    missing = [spec.label for spec in FIELDS[kind] if spec.required and spec.name not in found]
    if missing and "id" not in found:
        raise Refusal(f"{sheet.name}: er is geen kolom {' en geen kolom '.join(missing)}.")
    return found


def _tried(
    graph: Graph, network_id: str, sheets: Iterable[tuple[ImportKind, Sheet]]
) -> Iterator[Report]:
    """Yield what each sheet would bring in; a later one may name what an earlier one makes."""
    words = read_words(graph, network_id=network_id)
    for kind, sheet in sheets:
        staged = stage(
            graph,
            network_id=network_id,
            kind=kind,
            sheet=sheet,
            mapping=_columns(kind, sheet),
            today=local_day(datetime.now(UTC)),
            words=words,
        )
        words = foreseen(words, kind, staged.rows, Choice.SKIP)
        yield Report(kind=kind, counts=planned_counts(staged), errors=tuple(staged.errors))


def _brought_in(
    graph: Graph, network_id: str, sheets: Iterable[tuple[ImportKind, Sheet]], filename: str
) -> Iterator[Report]:
    """Bring in sheet after sheet, each as an import of its own that can be undone."""
    for kind, sheet in sheets:
        mapping = _columns(kind, sheet)
        import_id = acts.upload(
            graph,
            network_id=network_id,
            kind=kind,
            filename=filename,
            sheet=sheet,
            by=_BY,
            now=datetime.now(UTC),
        )
        told = {"network_id": network_id, "import_id": import_id}
        imports.choose_columns(graph, **told, mapping=mapping, by=_BY, now=datetime.now(UTC))
        job = _until_done(graph, network_id, import_id, ImportState.CHECKED)
        parts = read_parts(graph, network_id=network_id, job=job)
        errors = tuple(error for part in parts for error in part.errors)
        if job.counts.new + job.counts.changed:
            acts.start(graph, **told, by=_BY, now=datetime.now(UTC))
            job = _until_done(graph, network_id, import_id, ImportState.DONE)
        else:
            imports.cancel(graph, **told, by=_BY, now=datetime.now(UTC))
        yield Report(kind=kind, counts=job.counts, errors=errors)


def _until_done(graph: Graph, network_id: str, import_id: str, to: ImportState) -> Import:
    """Work on an import; when a worker was quicker, wait for it. Raises Refusal when it breaks."""
    while True:
        run(graph, network_id=network_id, import_id=import_id, clock=lambda: datetime.now(UTC))
        job = imports.get(graph, network_id=network_id, import_id=import_id)
        if not job.is_working:
            break
        time.sleep(_PAUSE)
    if job.state is not to:
        raise Refusal("De import is niet gelukt. Kijk op de website bij Importeer wat er aan is.")
    return job


def _as_json(reports: Iterable[Report]) -> str:
    done = list(reports)
    counts = [report.counts for report in done]
    return json.dumps(
        {
            "rows": sum(each.rows for each in counts),
            "new": sum(each.new for each in counts),
            "changed": sum(each.changed for each in counts),
            "duplicates": sum(each.duplicates for each in counts),
            "errors": [_told(error) for report in done for error in report.errors],
        },
        ensure_ascii=False,
        indent=2,
    )


def _told(error: RowError) -> dict[str, object]:
    return {
        "row": error.row,
        "column": error.column,
        "value": error.value,
        "message": message(error),
    }


def _as_text(reports: Iterable[Report], *, dry_run: bool) -> str:
    lines = [line for report in reports for line in _lines(report)]
    return "\n".join([*lines, "Er is niets geschreven: dit was een proef."] if dry_run else lines)


def _lines(report: Report) -> Iterator[str]:
    counts = report.counts
    yield (
        f"{SHEET_NAMES[report.kind]}: {counts.rows} rijen. Nieuw: {counts.new}. "
        f"Gewijzigd: {counts.changed}. Lijkt op wat er al is: {counts.duplicates}. "
        f"Klopt niet: {counts.errors}."
    )
    if counts.duplicates:
        yield (
            f"  {counts.duplicates} overgeslagen omdat ze lijken op wat er al is. Voer ze op de "
            "website in: daar kies je per rij."
        )
    for error in report.errors:
        yield f"  rij {error.row}, {error.column}: {error.value or '(leeg)'}. {message(error)}"
