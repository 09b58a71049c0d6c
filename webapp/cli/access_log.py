"""``lokale-energie access-log``: who looked at contact persons or took data away."""

import json
import os

import click

from tasks import access_log as kept
from tasks.settings import data_dir


@click.command()
@click.option("--user", "user_id", default="", help="Alleen dit account (het nummer).")
@click.option("--about", "subject_id", default="", help="Alleen deze contactpersoon (het nummer).")
def access_log(user_id: str, subject_id: str) -> None:
    """Toon wie contactpersonen inzag of gegevens meenam: een regel JSON per keer, zonder namen."""
    for line in kept.read(data_dir(os.environ), user_id=user_id, subject_id=subject_id):
        click.echo(json.dumps(line))
