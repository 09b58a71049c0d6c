"""The log of changes: written in the transaction of the change itself."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from graph.database import Graph, Row, Runner
from graph.domain.changes import Author, Change, NewChange, difference
from graph.queries import load_query

_RECORD = load_query("changes/record")
_LIST_RECENT = load_query("changes/list_recent")
_LIST_FOR = load_query("changes/list_for")


def record(
    tx: Runner,
    *,
    network_id: str,
    verb: str,
    kind: str,
    subject_id: str,
    subject_name: str,
    by: Author,
    now: datetime,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    operation_id: str | None = None,
    version: int | None = None,
) -> None:
    """Write down what ``by`` did; of ``before`` and ``after`` only the fields that differ stay.

    ``version`` is that of the subject after the change, so that an undo of ``operation_id`` sees
    whether somebody edited it since.
    """
    change = NewChange(
        verb=verb,
        kind=kind,
        subject_id=subject_id,
        subject_name=subject_name,
        before=before or {},
        after=after or {},
        subject_version=version,
    )
    record_all(
        tx, network_id=network_id, changes=[change], by=by, now=now, operation_id=operation_id
    )


def record_all(
    tx: Runner,
    *,
    network_id: str,
    changes: Iterable[NewChange],
    by: Author,
    now: datetime,
    operation_id: str | None = None,
    undoes: str | None = None,
) -> None:
    """Write down many changes at once, at most 500: those of an operation, or of its undo."""
    tx.write(
        _RECORD,
        network_id=network_id,
        at=now,
        by_id=by.id,
        by_name=by.name,
        operation_id=operation_id,
        undoes=undoes,
        rows=[_row(change, id=tx.new_id()) for change in changes],
    )


def list_recent(
    graph: Graph, *, network_id: str, since: datetime, not_by: str | None = None, limit: int = 50
) -> list[Change]:
    """Changes since a moment, newest first; ``not_by`` leaves out those of one user."""
    rows = graph.read(_LIST_RECENT, network_id=network_id, since=since, not_by=not_by, limit=limit)
    return [change_of(row) for row in rows]


def list_for(graph: Graph, *, network_id: str, subject_id: str, limit: int = 50) -> list[Change]:
    """Changes of one thing, newest first."""
    rows = graph.read(_LIST_FOR, network_id=network_id, subject_id=subject_id, limit=limit)
    return [change_of(row) for row in rows]


def change_of(row: Row) -> Change:
    """Return the change in a row with the columns of ``changes/list_for``."""
    fields: Row = row | {"before": json.loads(row["before"]), "after": json.loads(row["after"])}
    return Change(**fields)


def _row(change: NewChange, *, id: str) -> Row:
    was, is_now = difference(change.before, change.after)
    return {
        "id": id,
        "verb": change.verb,
        "kind": change.kind,
        "subject_id": change.subject_id,
        "subject_name": change.subject_name,
        "subject_version": change.subject_version,
        "before": _to_json(was),
        "after": _to_json(is_now),
    }


def _to_json(fields: Mapping[str, Any]) -> str:
    return json.dumps(fields, ensure_ascii=False, default=str, sort_keys=True)
