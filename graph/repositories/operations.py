"""Operations in the graph: each act that touched many things, to look back at and to undo."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from graph.database import Row, Runner
from graph.domain.calendar import local_day
from graph.domain.changes import Author, Change
from graph.domain.operations import (
    Operation,
    UndoRefusedError,
    last_day_to_undo,
    undo_problem,
)
from graph.domain.words import OperationKind
from graph.errors import NotFoundError
from graph.identity import new_id
from graph.queries import load_query
from graph.repositories import changes

_START = load_query("operations/start")
_GET = load_query("operations/get")
_LIST_RECENT = load_query("operations/list_recent")
_LIST_CHANGES = load_query("operations/list_changes")
_LIST_UNDONE = load_query("operations/list_undone")
_LOCK = load_query("operations/lock")
_SET_UNDONE = load_query("operations/set_undone")

KIND = "Operation"


def start(
    tx: Runner,
    *,
    network_id: str,
    operation_id: str,
    kind: OperationKind,
    title: str,
    by: Author,
    now: datetime,
    detail: Mapping[str, Any] | None = None,
) -> None:
    """Make an operation under an id that the caller made; each of its batches may do so again.

    Its changes are recorded with its ``operation_id``, in the transactions that make them. Raises
    NotFoundError when another network has it.
    """
    rows = tx.write(
        _START,
        network_id=network_id,
        id=operation_id,
        kind=kind,
        title=title,
        at=now,
        by_id=by.id,
        by_name=by.name,
        undo_until=last_day_to_undo(local_day(now)),
        detail=json.dumps(detail or {}, ensure_ascii=False, default=str),
    )
    match rows:
        case [{"is_new": True}]:
            _record(tx, network_id, operation_id, title, "added", by=by, now=now)
        case [_already]:
            return
        case _:
            raise NotFoundError(f"operation {operation_id}")


def get(graph: Runner, *, network_id: str, operation_id: str) -> Operation:
    """One operation, with how many changes it made. Raises NotFoundError."""
    match graph.read(_GET, network_id=network_id, id=operation_id):
        case [row]:
            return _operation(row)
        case _:
            raise NotFoundError(f"operation {operation_id}")


def list_recent(
    graph: Runner, *, network_id: str, kind: OperationKind | None = None, limit: int = 50
) -> list[Operation]:
    """The newest operations of a network, without the count of their changes."""
    rows = graph.read(_LIST_RECENT, network_id=network_id, kind=kind, limit=limit)
    return [_operation(row) for row in rows]


def changes_of(
    graph: Runner, *, network_id: str, operation_id: str, skip: int = 0, limit: int = 500
) -> list[Change]:
    """A part of what an operation changed, in the order in which it did; not its undo."""
    rows = graph.read(
        _LIST_CHANGES, network_id=network_id, id=operation_id, skip=skip, limit=limit
    )
    return [changes.change_of(row) for row in rows]


def undone_ids(graph: Runner, *, network_id: str, operation_id: str) -> set[str]:
    """Return the ids of the things that an undo, which may have been cut short, put back."""
    rows = graph.read(_LIST_UNDONE, network_id=network_id, id=operation_id)
    return {row["subject_id"] for row in rows}


def mark_undone(
    tx: Runner, *, network_id: str, operation_id: str, by: Author, now: datetime
) -> None:
    """Say that an operation is undone: the first thing in the transaction that undoes it.

    It takes the lock, so of two people who undo at once one does. Raises NotFoundError, and
    UndoRefusedError when it was undone already or its days are over.
    """
    match tx.write(_LOCK, network_id=network_id, id=operation_id, token=new_id()):
        case [row]:
            problem = undo_problem(row["undone_at"], row["undo_until"], local_day(now))
        case _:
            raise NotFoundError(f"operation {operation_id}")
    if problem:
        raise UndoRefusedError(problem)
    tx.write(_SET_UNDONE, network_id=network_id, id=operation_id, now=now, by_name=by.name)
    _record(tx, network_id, operation_id, row["title"], "undone", by=by, now=now)


def _record(
    tx: Runner,
    network_id: str,
    operation_id: str,
    title: str,
    verb: str,
    *,
    by: Author,
    now: datetime,
) -> None:
    changes.record(
        tx,
        network_id=network_id,
        verb=verb,
        kind=KIND,
        subject_id=operation_id,
        subject_name=title,
        by=by,
        now=now,
    )


def _operation(row: Row) -> Operation:
    known: Row = row | {"kind": OperationKind(row["kind"]), "detail": json.loads(row["detail"])}
    return Operation(**known)
