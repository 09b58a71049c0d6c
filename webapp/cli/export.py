"""``lokale-energie export``: take a network away as a file."""

from datetime import UTC, datetime
from pathlib import Path

import click
import structlog

from graph.database import Graph
from graph.domain.calendar import local_day
from graph.domain.networks import Network
from graph.domain.saved_views import SavedView, ViewPage
from graph.repositories import saved_views
from tasks import logs
from tasks.exporting.formats import Export, ExportFormat, as_files
from tasks.exporting.separated import zipped
from webapp.cli.joined import joined
from webapp.cli.networks import find_network
from webapp.cli.refusal import Refusal
from webapp.exports.selection import read_selection

_WHOLE = (ViewPage.ACTORS, "")

log = structlog.get_logger()


@click.command()
@click.option("--network", "slug", required=True, help="De korte naam van het netwerk.")
@click.option(
    "--format",
    "name",
    type=click.Choice([each.value for each in ExportFormat]),
    required=True,
    help="xlsx en csv om te lezen en te bewerken, de andere om te tekenen en te meten.",
)
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="Het bestand. Bij csv komt elk blad in een eigen bestand ernaast, of samen in een .zip.",
)
@click.option("--view", help="De naam van een gedeelde weergave. Anders gaat alles mee.")
def export(*, slug: str, name: str, out: Path, view: str | None) -> None:
    """Zet een netwerk in een bestand: alles wat niet in het archief staat, of één weergave."""
    logs.configure()
    format = ExportFormat(name)
    with joined() as graph:
        network = find_network(graph, slug)
        chosen = _chosen(graph, network, view) if view else _WHOLE
        taken = _export(graph, network.id, *chosen)
        files = as_files(graph, taken, format)
    paths = _write(out, files, format)
    log.info("export", network_id=network.id, format=name, partners=len(taken.shown.actors))
    shown = taken.shown
    click.echo(f"Partners: {len(shown.actors)}. Samenwerkingen: {len(shown.collaborations)}.")
    for path in paths:
        click.echo(path)


def _export(graph: Graph, network_id: str, page: ViewPage, query: str) -> Export:
    today = local_day(datetime.now(UTC))
    everything, shown = read_selection(
        graph, network_id=network_id, page=page, query=query, today=today
    )
    return Export(
        network_id=network_id, everything=everything, shown=shown, today=today, persons=True
    )


def _chosen(graph: Graph, network: Network, name: str) -> tuple[ViewPage, str]:
    """Return the page and the query of a shared view. Raises Refusal."""
    shared = saved_views.list_for_user(graph, network_id=network.id, user_id="")
    match [view for view in shared if view.fields.name.casefold() == name.casefold()]:
        case [SavedView(fields=fields)]:
            return fields.page, fields.query
        case []:
            names = ", ".join(view.fields.name for view in shared) or "nog geen"
            raise Refusal(f"Er is geen gedeelde weergave {name}. Wel: {names}.")
        case _:
            raise Refusal(f"Er is meer dan één weergave {name}. Geef er een een andere naam.")


def _write(out: Path, files: dict[str, bytes], format: ExportFormat) -> list[Path]:
    if format is not ExportFormat.CSV:
        paths = {out: files["netwerk"]}
    elif out.suffix == ".zip":
        paths = {out: zipped(files)}
    else:
        # The partners are in the file that was asked for; the other sheets stand beside it.
        first, *others = files
        paths = {out: files[first]}
        paths |= {out.with_stem(f"{out.stem}-{sheet}"): files[sheet] for sheet in others}
    try:
        for path, content in paths.items():
            path.write_bytes(content)
    except OSError as error:
        raise Refusal(f"{out} is niet te schrijven. Kijk of de map er is.") from error
    return list(paths)
