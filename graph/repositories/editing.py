"""Two people editing one thing: the lock first, then the version."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime

from graph.database import Graph, Row, Runner
from graph.domain.changes import Author
from graph.errors import AlreadyMadeError, NotFoundError, StaleError
from graph.identity import new_id
from graph.queries import Query
from graph.repositories import changes


def lock(tx: Runner, query: Query, *, network_id: str, id: str, version: int) -> None:
    """Take the write lock on a thing and check that nobody saved it since ``version``.

    Checking before locking loses saves on Neo4j: both readers see the old version. ``query`` is
    the ``lock`` statement of the noun. Raises NotFoundError or StaleError, which roll back.
    """
    rows = tx.write(query, network_id=network_id, id=id, token=new_id())
    check_version(rows, id=id, version=version)


def check_version(rows: Sequence[Row], *, id: str, version: int) -> None:
    """Check the version that a ``lock`` statement answered with. Raises as ``lock``."""
    match rows:
        case [row] if row["version"] == version:
            return
        case [row] if row["version"] is not None:
            raise StaleError(
                f"{id} was saved since version {version}",
                version=int(row["version"]),
                changed_at=row["updated_at"],
            )
        case _:
            # Neo4j still gives a row, of nothing, for what was removed while we waited for it.
            raise NotFoundError(id)


def check_saved(rows: Sequence[Row], *, id: str, is_new: bool) -> None:
    """Check what a ``save`` statement answered with.

    Raises NotFoundError, and AlreadyMadeError, which rolls back, when what is new was there.
    """
    match rows:
        case [row] if not is_new or row["version"] == 1:
            return
        case [_]:
            raise AlreadyMadeError(id)
        case _:
            raise NotFoundError(id)


def make_once(graph: Graph, work: Callable[[Runner], object]) -> None:
    """Run a transaction that makes something; when it was made before, leave that as it is."""
    with suppress(AlreadyMadeError):
        graph.transact(work)


def set_archived(
    tx: Runner,
    *,
    lock_query: Query,
    query: Query,
    kind: str,
    network_id: str,
    id: str,
    version: int,
    archived: bool,
    by: Author,
    now: datetime,
) -> None:
    """Archive a thing, or restore it, and log that. Raises like ``lock``.

    ``query`` is the ``set_archived`` statement of the noun, which tells the name of the thing.
    """
    lock(tx, lock_query, network_id=network_id, id=id, version=version)
    [row] = tx.write(
        query, network_id=network_id, id=id, archived_at=now if archived else None, now=now
    )
    changes.record(
        tx,
        network_id=network_id,
        verb="archived" if archived else "restored",
        kind=kind,
        subject_id=id,
        subject_name=row["name"],
        by=by,
        now=now,
    )
