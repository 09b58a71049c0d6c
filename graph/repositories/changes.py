"""The log of changes: written in the transaction of the change itself."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from graph.database import Graph, Row, Runner
from graph.domain.changes import Author, Change, difference
from graph.identity import new_id
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
) -> None:
    """Write down what ``by`` did; of ``before`` and ``after`` only the fields that differ stay."""
    was, is_now = difference(before or {}, after or {})
    tx.write(
        _RECORD,
        id=new_id(),
        network_id=network_id,
        at=now,
        verb=verb,
        kind=kind,
        subject_id=subject_id,
        subject_name=subject_name,
        by_id=by.id,
        by_name=by.name,
        before=_to_json(was),
        after=_to_json(is_now),
    )


def list_recent(
    graph: Graph, *, network_id: str, since: datetime, not_by: str | None = None, limit: int = 50
) -> list[Change]:
    """Changes since a moment, newest first; ``not_by`` leaves out those of one user."""
    rows = graph.read(_LIST_RECENT, network_id=network_id, since=since, not_by=not_by, limit=limit)
    return [_change(row) for row in rows]


def list_for(graph: Graph, *, network_id: str, subject_id: str, limit: int = 50) -> list[Change]:
    """Changes of one thing, newest first."""
    rows = graph.read(_LIST_FOR, network_id=network_id, subject_id=subject_id, limit=limit)
    return [_change(row) for row in rows]


def _change(row: Row) -> Change:
    fields: Row = row | {"before": json.loads(row["before"]), "after": json.loads(row["after"])}
    return Change(**fields)


def _to_json(fields: Mapping[str, Any]) -> str:
    return json.dumps(fields, ensure_ascii=False, default=str, sort_keys=True)
