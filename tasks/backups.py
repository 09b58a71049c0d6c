"""Backups: one each night, kept by policy, and putting one back."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import structlog
from redis import Redis

from graph.database import Graph
from graph.domain.backups import is_due, is_overdue, superfluous
from graph.repositories import backups, networks
from tasks import backup_file, pausing
from tasks.backup_file import BackupError, Manifest
from tasks.broker import connect_broker
from tasks.erasing import replay_erased
from tasks.worker import BULK, job, open_graph, task_settings

_NAME = "lokale-energie-%Y-%m-%dT%H%M%SZ.zip"
_FAILED = "lokaal:backup:failed"

log = structlog.stdlib.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A backup that is kept."""

    at: datetime
    kilobytes: int


class NotEmptyError(Exception):
    """There are data that a restore would replace, and nobody said that it may."""


@job(queue=BULK)
def keep_backup() -> None:
    """Make the backup of this night unless it is there, read it back, and remove what is old.

    Twice is safe: a backup appears as a whole, and the next turn finds it.
    """
    folder, now = task_settings().backup_dir, datetime.now(UTC)
    if not is_due(newest(folder), now):
        return
    with connect_broker(task_settings().redis_url) as broker:
        broker.set(_FAILED, now.isoformat())
        make(open_graph(), folder, now=now)
        broker.delete(_FAILED)


def make(graph: Graph, folder: Path, *, now: datetime) -> Path:
    """Make a backup in ``folder``, read it back, and remove those that need not be kept.

    Raises OSError when the folder cannot be written, BackupError when what was written is wrong.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / now.astimezone(UTC).strftime(_NAME)
    manifest = backup_file.write(graph, path)
    backup_file.check(path)
    made = kept(folder)
    for at in superfluous(made, now):
        made[at].unlink()
    log.info("backup", nodes=manifest.nodes, ties=manifest.ties, bytes=path.stat().st_size)
    return path


def kept(folder: Path) -> dict[datetime, Path]:
    """Return the backups in a folder by when they were made; other files are not ours."""
    found: dict[datetime, Path] = {}
    for path in folder.glob("lokale-energie-*.zip"):
        try:
            found[datetime.strptime(path.name, _NAME).replace(tzinfo=UTC)] = path
        except ValueError:
            continue
    return dict(sorted(found.items()))


def listing(folder: Path) -> list[Backup]:
    """Return the backups in a folder, newest first."""
    return [
        Backup(at=at, kilobytes=path.stat().st_size // 1000)
        for at, path in reversed(kept(folder).items())
    ]


def newest(folder: Path) -> datetime | None:
    """Return when the newest backup in a folder was made, or None."""
    return max(kept(folder), default=None)


def works(graph: Graph, broker: Redis, folder: Path, *, now: datetime) -> bool:
    """Tell whether there is a backup of the last night, and no restore was cut short.

    Raises GraphError or RedisError when that cannot be known.
    """
    restore = backups.last_restore(graph)
    if (restore and not restore.done) or broker.exists(_FAILED):
        return False
    return not is_overdue(newest(folder), installed_at=backups.installed_at(graph), now=now)


def restore(
    graph: Graph, broker: Redis, path: Path, *, erased: Path, replace: bool, now: datetime
) -> Manifest:
    """Put a backup back in place of all that is there, and see that it is the same.

    The whole file is read before the first change. Until the end a mark stands, which shows when
    it is cut short; then it can be run again. Who stands in the list ``erased`` is erased again.
    Raises BackupError, NotEmptyError.
    """
    manifest = backup_file.check(path)
    before = backups.last_restore(graph)
    cut_short = before is not None and not before.done
    if not (replace or cut_short or backups.is_empty(graph)):
        raise NotEmptyError
    pausing.pause(broker)
    backups.begin_restore(graph, now=now)
    backups.remove_all(graph)
    backups.write_all(graph, backup_file.read(path))
    if backups.canon(graph) != manifest.canon:
        raise BackupError(
            "er werd intussen in de database geschreven. "
            "Stop de website en de werker, en zet hem nog een keer terug."
        )
    replay_erased(graph, erased, now=now)
    backups.end_restore(graph, now=now)
    graph.on_commit({(network.id, "backups") for network in networks.list_all(graph)})
    pausing.resume(broker)
    return manifest
