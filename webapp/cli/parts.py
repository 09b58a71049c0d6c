"""``lokale-energie web``, ``worker`` and ``beat``: one part, in a container of its own."""

import os
from datetime import UTC, datetime
from pathlib import Path

import click

from graph.schema import prepare
from webapp.cli import children
from webapp.cli.joined import joined
from webapp.cli.settings import refuse_faults, tell_remarks


@click.command(hidden=True)
@click.option("--bind", default="0.0.0.0:5000", show_default=True, help="Adres en poort.")
def web(bind: str) -> None:
    """Maak de database klaar en start de website."""
    refuse_faults()
    tell_remarks()
    with joined() as graph:
        prepare(graph, now=datetime.now(UTC))
    _become(children.web_command(bind))


@click.command(hidden=True)
def worker() -> None:
    """Start een werker voor alle wachtrijen."""
    refuse_faults()
    os.environ.setdefault("REMAP_SIGTERM", "SIGQUIT")
    _become(children.worker_command())


@click.command(hidden=True)
@click.option("--folder", type=click.Path(path_type=Path), default=Path("/data/beat"))
def beat(folder: Path) -> None:
    """Start de klok; er mag er maar een zijn."""
    refuse_faults()
    _become(children.beat_command(folder))


def _become(command: list[str]) -> None:
    os.execv(command[0], command)  # noqa: S606 -- our own commands  # nosec B606
