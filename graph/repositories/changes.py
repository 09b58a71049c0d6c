"""The log of changes: written in the transaction of the change itself."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from graph.database import Graph, Row, Runner
from graph.domain.calendar import end_of_day
from graph.domain.changes import Author, Change, ChangePage, NewChange, difference
from graph.domain.references import Reference
from graph.queries import load_query

_RECORD = load_query("changes/record")
_LIST_RECENT = load_query("changes/list_recent")
_LIST_FOR = load_query("changes/list_for")
_COUNT_FOR = load_query("changes/count_for")
_LIST_LOG = load_query("changes/list_log")
_COUNT_LOG = load_query("changes/count_log")
_LIST_AUTHORS = load_query("changes/list_authors")
_LIST_NAMES = load_query("changes/list_names")


@dataclass(frozen=True, slots=True, kw_only=True)
class LogFilter:
    """What the log of a network is narrowed to; ``since`` and ``until`` are days, included."""

    by_id: str | None = None
    kind: str | None = None
    verb: str | None = None
    since: date | None = None
    until: date | None = None

    @property
    def narrows(self) -> bool:
        """Return whether anything is left out."""
        return self != LogFilter()


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
    graph: Graph,
    *,
    network_id: str,
    since: datetime,
    not_by: str | None = None,
    parts: bool = True,
    limit: int = 50,
) -> list[Change]:
    """Changes since a moment, newest first; ``not_by`` leaves out those of one user.

    Without ``parts`` an operation is one line, however many things it touched.
    """
    rows = graph.read(
        _LIST_RECENT, network_id=network_id, since=since, not_by=not_by, parts=parts, limit=limit
    )
    return [change_of(row) for row in rows]


def list_for(
    graph: Runner, *, network_id: str, subject_id: str, skip: int = 0, limit: int = 50
) -> list[Change]:
    """Changes of one thing, newest first."""
    key = {"network_id": network_id, "subject_id": subject_id}
    return [change_of(row) for row in graph.read(_LIST_FOR, **key, skip=skip, limit=limit)]


def find_for(
    graph: Graph, *, network_id: str, subject_id: str, skip: int = 0, limit: int = 50
) -> ChangePage:
    """One page of the changes of one thing, newest first."""

    def work(tx: Runner) -> ChangePage:
        [row] = tx.read(_COUNT_FOR, network_id=network_id, subject_id=subject_id)
        found = list_for(tx, network_id=network_id, subject_id=subject_id, skip=skip, limit=limit)
        return ChangePage(items=tuple(found), total=int(row["total"]))

    return graph.read_all(work)


def find(
    graph: Graph, *, network_id: str, chosen: LogFilter, skip: int = 0, limit: int = 50
) -> ChangePage:
    """One page of the log of a network, newest first; of an operation only its own line."""
    narrowed = {
        "network_id": network_id,
        "by_id": chosen.by_id,
        "kind": chosen.kind,
        "verb": chosen.verb,
        "since": end_of_day(chosen.since - timedelta(days=1)) if chosen.since else None,
        "before": end_of_day(chosen.until) if chosen.until else None,
    }

    def work(tx: Runner) -> ChangePage:
        [row] = tx.read(_COUNT_LOG, **narrowed)
        found = tx.read(_LIST_LOG, **narrowed, skip=skip, limit=limit)
        return ChangePage(items=tuple(change_of(each) for each in found), total=int(row["total"]))

    return graph.read_all(work)


def authors(graph: Runner, *, network_id: str) -> list[Author]:
    """Everybody who changed something in a network, by name."""
    return [Author(**row) for row in graph.read(_LIST_AUTHORS, network_id=network_id)]


def names(graph: Runner, *, network_id: str, ids: Iterable[str]) -> dict[str, Reference]:
    """What ids in a log stand for; an id that is not of this network is absent."""
    if not (asked := sorted(set(ids))):
        return {}
    rows = graph.read(_LIST_NAMES, network_id=network_id, ids=asked)
    return {row["id"]: Reference(**row) for row in rows}


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
