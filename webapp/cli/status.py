"""``lokale-energie status``: whether each part works."""

import sys
from collections.abc import Mapping

import click

from graph.database import Graph
from graph.settings import GraphSettings
from tasks.broker import connect_broker
from tasks.health import check
from tasks.worker import task_settings
from webapp.cli.joined import join

_NAMES = {
    "graph": "database",
    "broker": "wachtrij",
    "worker": "werker",
    "beat": "klok",
    "mail": "mail",
    "backup": "reservekopie",
}


@click.command()
@click.option("--part", type=click.Choice(list(_NAMES)), help="Kijk alleen hiernaar.")
def status(part: str | None) -> None:
    """Toon of database, wachtrij, werker, klok, mail en reservekopie werken."""
    join()
    graph = Graph.connect(GraphSettings.from_environment(), patience=1.0)
    with connect_broker(task_settings().redis_url) as broker:
        health = check(graph, broker)
    graph.close()
    states = {name: state for name, state in health.parts.items() if part in (None, name)}
    click.echo(_lines(states))
    sys.exit(0 if all(state == "ok" for state in states.values()) else 1)


def _lines(states: Mapping[str, str]) -> str:
    return "\n".join(
        f"{_NAMES[part]:<12} {'werkt' if state == 'ok' else 'werkt niet'}"
        for part, state in states.items()
    )
