"""The work on imports in the graph: one worker at a time has one, and every part is done once."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from datetime import datetime

from graph.database import Graph, Runner
from graph.domain.importing import (
    BROKE,
    CELLS_KEPT,
    COMPLETED,
    GIVEN_UP,
    LEASE,
    MOVES,
    PARTS_KEPT,
    TURNS,
    Counts,
    Import,
    ImportPart,
    ImportState,
    PartState,
    StagedRow,
)
from graph.domain.imports import RowError
from graph.domain.records import Outcome
from graph.identity import new_id
from graph.queries import load_query
from graph.repositories import import_rows as stored
from graph.repositories.imports import forget_parts, locked, save, save_part

_LIST_EXPIRED = load_query("imports/list_expired")
_FORGET_ROWS = load_query("imports/forget_rows")
_FORGET_CELLS = load_query("imports/forget_cells")


class LostClaimError(Exception):
    """Another worker has the import by now, or somebody called it off."""


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
        job = locked(tx, network_id, import_id)
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
        save(
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
    there = locked(tx, network_id, job.id)
    if there.token != job.token or there.state is not job.state:
        raise LostClaimError(job.id)
    save(tx, network_id, job.id, now, lease_until=now + LEASE, turns=1, **properties)


def finish(graph: Graph, *, network_id: str, job: Import, counts: Counts, now: datetime) -> None:
    """Say that the work on an import is done, with what it came to. Raises LostClaimError."""
    kept = {"parts_until": now + PARTS_KEPT, "cells_until": now + CELLS_KEPT, "samples": None}

    def work(tx: Runner) -> None:
        hold(tx, network_id=network_id, job=job, now=now)
        if job.state is ImportState.RUNNING:
            tx.write(_FORGET_ROWS, network_id=network_id, import_id=job.id)
        save(
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
    save_part(tx, network_id, import_id, position, properties=found, now=now)


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
    save_part(tx, network_id, import_id, part.position, properties=done, now=now)


def forget_old(graph: Graph, *, now: datetime, limit: int = 100) -> int:
    """Forget the rows that nobody needs any more, in all networks; return of how many imports."""
    old = graph.read(_LIST_EXPIRED, now=now, limit=limit)
    for row in old:
        graph.transact(lambda tx, row=row: _forget_expired(tx, row["network_id"], row["id"], now))
    return len(old)


_MOVED_BY_CLAIM = ("state", "reason", "turns", "parts_done", "token", "lease_until")


def _forget_expired(tx: Runner, network_id: str, import_id: str, now: datetime) -> None:
    job = locked(tx, network_id, import_id)
    if job.parts_until and job.parts_until < now:
        forget_parts(tx, network_id, import_id)
        state = ImportState.CANCELLED if job.state in MOVES[ImportState.CANCELLED] else job.state
        forgotten = {"parts_until": None, "cells_until": None, "samples": None}
        save(tx, network_id, import_id, now, state=state, **forgotten)
    elif job.cells_until and job.cells_until < now:
        tx.write(_FORGET_CELLS, network_id=network_id, import_id=import_id)
        save(tx, network_id, import_id, now, cells_until=None)
