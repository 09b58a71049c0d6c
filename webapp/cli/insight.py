"""``lokale-energie insight``: what the pages of insight show, for another program."""

import json
from datetime import UTC, datetime

import click

from graph.domain.calendar import local_day
from tasks.insight import Insight, read_insight
from webapp.cli.joined import joined
from webapp.cli.networks import find_network

_HEADS = {
    "energy": "Gemeten samenwerkingen",
    "unmeasured": "Nog niet gemeten",
    "white_spots": "Witte vlekken",
    "introductions": "Wie kan kennismaken",
    "brokers": "Wie het netwerk bij elkaar houdt",
    "cold_ties": "Banden die afkoelen",
    "isolates": "Partners zonder samenwerking",
}


@click.command()
@click.option("--network", "slug", required=True, help="De korte naam van het netwerk.")
@click.option("--json", "as_json", is_flag=True, help="Geef alles als JSON.")
def insight(*, slug: str, as_json: bool) -> None:
    """Geef wat de pagina's over inzicht van een netwerk laten zien."""
    with joined() as graph:
        network = find_network(graph, slug)
        found = read_insight(graph, network_id=network.id, today=local_day(datetime.now(UTC)))
    click.echo(json.dumps(found, ensure_ascii=False, indent=2) if as_json else _counts(found))


def _counts(found: Insight) -> str:
    return "\n".join(f"{head}: {len(found[name])}" for name, head in _HEADS.items())
