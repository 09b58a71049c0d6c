"""Imports on their way in the graph, where the web and the workers both see them.

Each move takes the lock on the import first, so of two people or workers one goes first.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import datetime

from graph.database import Graph, Runner
from graph.domain.changes import Author
from graph.domain.importing import (
    BROKE,
    CELLS_KEPT,
    COMPLETED,
    GIVEN_UP,
    LEASE,
    MOVES,
    PARTS_KEPT,
    TURNS,
    Choice,
    Counts,
    Import,
    ImportPart,
    ImportState,
    NotNowError,
    PartState,
    PartSummary,
    StagedRow,
)
from graph.domain.imports import ImportKind, RowError
from graph.domain.records import Outcome
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
_LIST_EXPIRED = load_query("imports/list_expired")
_LIST_PARTS = load_query("imports/list_parts")
_GET_PART = load_query("imports/get_part")
_SAVE_PART = load_query("imports/save_part")
_GET_MAPPING = load_query("imports/get_mapping")
_FORGET_ROWS = load_query("imports/forget_rows")
_FORGET_CELLS = load_query("imports/forget_cells")
_REMOVE_PARTS = load_query("imports/remove_parts")

_PART_SECONDS = 60


class LostClaimError(Exception):
    """Another worker has the import by now, or somebody called it off."""


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
            lambda tx, position=position, part=part: _save_part(
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
        job = _locked(tx, network_id, import_id)
        if job.state not in MOVES[to]:
            raise NotNowError(job.state)
        if within:
            within(tx, job)
        _save(
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
        within=lambda tx, _job: _forget_parts(tx, network_id, import_id),
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
            _save_part(
                tx, network_id, import_id, position, properties=stored.checked(rows), now=now
            )

    graph.transact(work, timeout=_PART_SECONDS)


def choose_usual(
    graph: Graph, *, network_id: str, import_id: str, usual: Choice, now: datetime
) -> None:
    """Say what happens with the rows for which nobody chose. Raises NotNowError."""

    def work(tx: Runner) -> None:
        _checked(tx, network_id, import_id)
        _save(tx, network_id, import_id, now, usual=usual)

    graph.transact(work)


def claim(
    graph: Graph,
    *,
    network_id: str,
    import_id: str,
    now: datetime,
    on_take_back: Callable[[Runner, Import], None],
) -> Import | None:
    """Take an import to work on it; None when there is nothing to do or another worker has it.

    After some turns in which no part got done it gives up. What was being brought in is then
    taken back: ``on_take_back`` runs in the transaction that decides so.
    """

    def work(tx: Runner) -> Import | None:
        job = _locked(tx, network_id, import_id)
        if not job.is_working or not job.is_free(now):
            return None
        if job.turns >= TURNS:
            gave_up = replace(
                job, state=GIVEN_UP[job.state], reason=BROKE[job.state], turns=0, parts_done=0
            )
            if gave_up.is_working:
                on_take_back(tx, job)
            job = gave_up
        held = job.is_working
        taken = replace(
            job,
            turns=job.turns + 1,
            token=new_id() if held else None,
            lease_until=now + LEASE if held else None,
        )
        _save(
            tx,
            network_id,
            import_id,
            now,
            **{name: getattr(taken, name) for name in _MOVED_BY_CLAIM},
        )
        return taken if held else None

    return graph.transact(work)


def hold(tx: Runner, *, network_id: str, job: Import, now: datetime, **properties: object) -> None:
    """Keep an import for as long as a lease, first thing in a transaction of its worker.

    Raises LostClaimError when another worker has it, or when it goes another way by now.
    """
    there = _locked(tx, network_id, job.id)
    if there.token != job.token or there.state is not job.state:
        raise LostClaimError(job.id)
    _save(tx, network_id, job.id, now, lease_until=now + LEASE, turns=1, **properties)


def finish(graph: Graph, *, network_id: str, job: Import, counts: Counts, now: datetime) -> None:
    """Say that the work on an import is done, with what it came to. Raises LostClaimError."""
    kept = {"parts_until": now + PARTS_KEPT, "cells_until": now + CELLS_KEPT, "samples": None}

    def work(tx: Runner) -> None:
        hold(tx, network_id=network_id, job=job, now=now)
        if job.state is ImportState.RUNNING:
            tx.write(_FORGET_ROWS, network_id=network_id, import_id=job.id)
        _save(
            tx,
            network_id,
            job.id,
            now,
            state=COMPLETED[job.state],
            counts=stored.dumps(asdict(counts)),
            token=None,
            lease_until=None,
            turns=0,
            **({} if job.state is ImportState.CHECKING else kept),
        )

    graph.transact(work)


def keep_checked(
    tx: Runner,
    *,
    network_id: str,
    import_id: str,
    position: int,
    rows: Sequence[StagedRow],
    errors: Sequence[RowError],
    now: datetime,
) -> None:
    """Keep what a check found in a part."""
    found = stored.checked(rows) | stored.refused(errors)
    _save_part(tx, network_id, import_id, position, properties=found, now=now)


def keep_outcomes(
    tx: Runner,
    *,
    network_id: str,
    import_id: str,
    part: ImportPart,
    outcomes: Sequence[Outcome],
    now: datetime,
) -> None:
    """Keep what became of a part, in the transaction that did it.

    Of what was uploaded only the wrong rows are kept a while longer, to be corrected.
    """
    wrong = {error.row for error in part.errors}
    left = [cell for cell in part.cells if cell[0] in wrong]
    state = PartState.WRITTEN if part.state is PartState.STAGED else PartState.UNDONE
    done = stored.uploaded(left) | stored.done(outcomes) | {"state": state}
    _save_part(tx, network_id, import_id, part.position, properties=done, now=now)


def forget_old(graph: Graph, *, now: datetime, limit: int = 100) -> int:
    """Forget the rows that nobody needs any more, in all networks; return of how many imports."""
    old = graph.read(_LIST_EXPIRED, now=now, limit=limit)
    for row in old:
        graph.transact(lambda tx, row=row: _forget_expired(tx, row["network_id"], row["id"], now))
    return len(old)


_MOVED_BY_CLAIM = ("state", "reason", "turns", "parts_done", "token", "lease_until")


def _forget_expired(tx: Runner, network_id: str, import_id: str, now: datetime) -> None:
    job = _locked(tx, network_id, import_id)
    if job.parts_until and job.parts_until < now:
        _forget_parts(tx, network_id, import_id)
        state = ImportState.CANCELLED if job.state in MOVES[ImportState.CANCELLED] else job.state
        forgotten = {"parts_until": None, "cells_until": None, "samples": None}
        _save(tx, network_id, import_id, now, state=state, **forgotten)
    elif job.cells_until and job.cells_until < now:
        tx.write(_FORGET_CELLS, network_id=network_id, import_id=import_id)
        _save(tx, network_id, import_id, now, cells_until=None)


def _forget_parts(tx: Runner, network_id: str, import_id: str) -> None:
    tx.write(_REMOVE_PARTS, network_id=network_id, import_id=import_id)


def _locked(tx: Runner, network_id: str, import_id: str) -> Import:
    match tx.write(_LOCK, network_id=network_id, id=import_id, token=new_id()):
        case [row]:
            return stored.to_import(row)
        case _:
            raise NotFoundError(f"import {import_id}")


def _checked(tx: Runner, network_id: str, import_id: str) -> None:
    """Take the lock on an import in which there is something to choose."""
    if (job := _locked(tx, network_id, import_id)).state is not ImportState.CHECKED:
        raise NotNowError(job.state)


def _save(
    tx: Runner, network_id: str, import_id: str, now: datetime, **properties: object
) -> None:
    tx.write(_SAVE, network_id=network_id, id=import_id, properties=properties, now=now)


def _save_part(
    tx: Runner,
    network_id: str,
    import_id: str,
    position: int,
    *,
    properties: Mapping[str, object],
    now: datetime,
) -> None:
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
