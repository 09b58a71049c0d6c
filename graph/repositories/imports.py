"""Imports on their way in the graph, where the web and the workers both see them.

Each move takes the lock on the import first, so of two people or workers one goes first.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from graph.database import Graph, Runner
from graph.domain.changes import Author
from graph.domain.importing import (
    CELLS_KEPT,
    MOVES,
    Choice,
    Import,
    ImportPart,
    ImportState,
    NotNowError,
    PartSummary,
    StagedRow,
)
from graph.domain.imports import ImportKind
from graph.errors import NotFoundError
from graph.identity import new_id
from graph.queries import load_query
from graph.repositories import import_rows as stored

_CREATE = load_query("imports/create")
_GET = load_query("imports/get")
_LOCK = load_query("imports/lock")
_SAVE = load_query("imports/save")
_LIST_RECENT = load_query("imports/list_recent")
_LIST_DUE = load_query("imports/list_due")
_LIST_PARTS = load_query("imports/list_parts")
_GET_PART = load_query("imports/get_part")
_SAVE_PART = load_query("imports/save_part")
_GET_MAPPING = load_query("imports/get_mapping")
_REMOVE_PARTS = load_query("imports/remove_parts")

_PART_SECONDS = 60


def create(
    graph: Graph,
    *,
    network_id: str,
    import_id: str,
    kind: ImportKind,
    filename: str,
    headers: Sequence[str],
    samples: Sequence[Sequence[str]],
    cells: Sequence[Sequence[tuple[int, Sequence[str]]]],
    by: Author,
    now: datetime,
) -> None:
    """Keep an uploaded sheet, in parts of rows; again with the same id changes nothing."""
    properties = {
        "kind": kind,
        "filename": filename,
        "state": ImportState.UPLOADING,
        "headers": stored.dumps(list(headers)),
        "samples": stored.dumps([list(texts) for texts in samples]),
        "usual": Choice.SKIP,
        "by_id": by.id,
        "by_name": by.name,
        "parts": len(cells),
        "parts_done": 0,
        "turns": 0,
        "parts_until": now + CELLS_KEPT,
    }
    key = {"network_id": network_id, "id": import_id}
    graph.write(_CREATE, **key, properties=properties, now=now)
    for position, part in enumerate(cells):
        graph.transact(
            lambda tx, position=position, part=part: save_part(
                tx, network_id, import_id, position, properties=stored.uploaded(part), now=now
            ),
            timeout=_PART_SECONDS,
        )
    graph.write(_SAVE, **key, properties={"state": ImportState.UPLOADED}, now=now)


def get(graph: Runner, *, network_id: str, import_id: str) -> Import:
    """One import. Raises NotFoundError."""
    match graph.read(_GET, network_id=network_id, id=import_id):
        case [row]:
            return stored.to_import(row)
        case _:
            raise NotFoundError(f"import {import_id}")


def list_recent(graph: Runner, *, network_id: str, limit: int = 50) -> list[Import]:
    """The imports of a network, newest first, without those that were called off."""
    return [
        stored.to_import(row)
        for row in graph.read(_LIST_RECENT, network_id=network_id, limit=limit)
    ]


def list_due(graph: Runner, *, now: datetime, limit: int = 100) -> list[tuple[str, str]]:
    """Network and id of the imports with work to do that no worker has, in all networks."""
    rows = graph.read(_LIST_DUE, now=now, limit=limit)
    return [(row["network_id"], row["id"]) for row in rows]


def parts(graph: Runner, *, network_id: str, import_id: str) -> list[PartSummary]:
    """The parts of an import in order, without what they hold."""
    rows = graph.read(_LIST_PARTS, network_id=network_id, import_id=import_id)
    return [stored.to_summary(row) for row in rows]


def part(graph: Runner, *, network_id: str, import_id: str, position: int) -> ImportPart:
    """What one part holds. Raises NotFoundError."""
    key = {"network_id": network_id, "import_id": import_id, "position": position}
    match graph.read(_GET_PART, **key):
        case [row]:
            return stored.to_part(row)
        case _:
            raise NotFoundError(f"part {position} of import {import_id}")


def remembered(
    graph: Runner, *, network_id: str, kind: ImportKind, headers: Sequence[str]
) -> Mapping[str, int] | None:
    """Return the columns that were chosen last time for these headers, if ever."""
    rows = graph.read(
        _GET_MAPPING, network_id=network_id, kind=kind, headers=stored.dumps(list(headers))
    )
    return stored.loads(rows[0]["mapping"]) if rows else None


def move(
    graph: Graph,
    *,
    network_id: str,
    import_id: str,
    to: ImportState,
    by: Author,
    now: datetime,
    within: Callable[[Runner, Import], None] | None = None,
    **properties: object,
) -> None:
    """Bring an import to another state for a person; ``within`` runs in the same transaction.

    Raises NotNowError when it does not lead there, NotFoundError when there is none.
    """

    def work(tx: Runner) -> None:
        job = locked(tx, network_id, import_id)
        if job.state not in MOVES[to]:
            raise NotNowError(job.state)
        if within:
            within(tx, job)
        save(
            tx,
            network_id,
            import_id,
            now,
            state=to,
            by_id=by.id,
            by_name=by.name,
            parts_done=0,
            turns=0,
            token=None,
            lease_until=None,
            reason=None,
            **properties,
        )

    graph.transact(work)


def choose_columns(
    graph: Graph,
    *,
    network_id: str,
    import_id: str,
    mapping: Mapping[str, int],
    by: Author,
    now: datetime,
) -> None:
    """Say which column fills which field, and have the rows checked. Raises like ``move``."""
    move(
        graph,
        network_id=network_id,
        import_id=import_id,
        to=ImportState.CHECKING,
        by=by,
        now=now,
        mapping=stored.dumps(dict(mapping)),
        usual=Choice.SKIP,
    )


def cancel(graph: Graph, *, network_id: str, import_id: str, by: Author, now: datetime) -> None:
    """Call off an import of which nothing is written, and forget it. Raises like ``move``."""
    move(
        graph,
        network_id=network_id,
        import_id=import_id,
        to=ImportState.CANCELLED,
        by=by,
        now=now,
        within=lambda tx, _job: forget_parts(tx, network_id, import_id),
        parts_until=None,
        samples=None,
    )


def choose(
    graph: Graph,
    *,
    network_id: str,
    import_id: str,
    chosen: Mapping[int, tuple[Choice, tuple[str, ...]]],
    positions: Sequence[int],
    now: datetime,
) -> None:
    """Keep what was chosen for some rows, by their number. Raises NotNowError."""

    def work(tx: Runner) -> None:
        _checked(tx, network_id, import_id)
        for position in positions:
            found = part(tx, network_id=network_id, import_id=import_id, position=position)
            rows = [_chosen(row, chosen) for row in found.rows]
            save_part(
                tx, network_id, import_id, position, properties=stored.checked(rows), now=now
            )

    graph.transact(work, timeout=_PART_SECONDS)


def choose_usual(
    graph: Graph, *, network_id: str, import_id: str, usual: Choice, now: datetime
) -> None:
    """Say what happens with the rows for which nobody chose. Raises NotNowError."""

    def work(tx: Runner) -> None:
        _checked(tx, network_id, import_id)
        save(tx, network_id, import_id, now, usual=usual)

    graph.transact(work)


def forget_parts(tx: Runner, network_id: str, import_id: str) -> None:
    """Forget all rows of an import."""
    tx.write(_REMOVE_PARTS, network_id=network_id, import_id=import_id)


def locked(tx: Runner, network_id: str, import_id: str) -> Import:
    """Take the lock on an import and return how it stands. Raises NotFoundError."""
    match tx.write(_LOCK, network_id=network_id, id=import_id, token=new_id()):
        case [row]:
            return stored.to_import(row)
        case _:
            raise NotFoundError(f"import {import_id}")


def _checked(tx: Runner, network_id: str, import_id: str) -> None:
    """Take the lock on an import in which there is something to choose."""
    if (job := locked(tx, network_id, import_id)).state is not ImportState.CHECKED:
        raise NotNowError(job.state)


def save(tx: Runner, network_id: str, import_id: str, now: datetime, **properties: object) -> None:
    """Say how a locked import stands."""
    tx.write(_SAVE, network_id=network_id, id=import_id, properties=properties, now=now)


def save_part(
    tx: Runner,
    network_id: str,
    import_id: str,
    position: int,
    *,
    properties: Mapping[str, object],
    now: datetime,
) -> None:
    """Keep what a part holds now."""
    tx.write(
        _SAVE_PART,
        network_id=network_id,
        import_id=import_id,
        position=position,
        properties=dict(properties),
        now=now,
    )


def _chosen(row: StagedRow, chosen: Mapping[int, tuple[Choice, tuple[str, ...]]]) -> StagedRow:
    if row.number not in chosen:
        return row
    choice, take = chosen[row.number]
    return replace(row, choice=choice, take=take)
