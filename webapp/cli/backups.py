"""``lokale-energie backup`` and ``restore``: everything out as one file, and in again."""

from datetime import UTC, datetime
from pathlib import Path

import click
from redis.exceptions import RedisError

from tasks import backup_file, backups
from tasks.backup_file import BackupError
from tasks.broker import connect_broker
from tasks.erasing import ERASED_LIST
from tasks.settings import TaskSettings
from webapp.auth.store import end_all_sessions
from webapp.cli.joined import joined
from webapp.cli.refusal import Refusal


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def backup(*, file: Path) -> None:
    """Bewaar alles in FILE, terwijl iedereen doorwerkt; alleen jij kunt het lezen."""
    with joined() as graph:
        try:
            manifest = backup_file.write(graph, file)
            backup_file.check(file)
        except OSError as error:
            raise Refusal(
                f"{file} is niet te schrijven ({error.strerror}). Kijk of de map er is en of er "
                "ruimte is."
            ) from error
    click.echo(f"Bewaard in {file}: {manifest.nodes} dingen, {manifest.ties} banden.")
    click.echo(f"Controlegetal: {manifest.canon}")


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--replace", is_flag=True, help="Vervang wat er nu staat. Dat is daarna weg.")
def restore(*, file: Path, replace: bool) -> None:
    """Zet de reservekopie FILE terug en controleer dat alles er is.

    Het hele bestand wordt nagekeken voordat er iets verandert.
    """
    with joined() as graph:
        settings = TaskSettings.from_environment()
        broker = connect_broker(settings.redis_url)
        try:
            manifest = backups.restore(
                graph,
                broker,
                file,
                erased=settings.data_dir / ERASED_LIST,
                replace=replace,
                now=datetime.now(UTC),
            )
            end_all_sessions(broker)
        except BackupError as error:
            raise Refusal(f"{file}: {error.problem}") from error
        except RedisError as error:
            raise Refusal("De wachtrij antwoordt niet. Start die eerst.") from error
        except backups.NotEmptyError as error:
            raise Refusal(
                "Er staan al gegevens in de database. Wil je die vervangen? Maak er eerst een "
                f"reservekopie van en voer dan uit: lokale-energie restore {file} --replace"
            ) from error
    click.echo(
        f"Teruggezet: {manifest.nodes} dingen, {manifest.ties} banden, alles gecontroleerd."
    )
    click.echo(f"Controlegetal: {manifest.canon}")
    click.echo(
        "Iedereen meldt zich opnieuw aan. Mail die al verstuurd had moeten zijn, gaat niet nog "
        "een keer weg."
    )
