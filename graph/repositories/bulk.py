"""Bulk edits of partners and collaborations: looked at first, then done and undone as one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from graph.database import Graph, Row, Runner
from graph.domain.batches import BATCH, batches
from graph.domain.bulk import Edit, Proposal, Seen, Standstill, life_fields, propose
from graph.domain.calendar import local_day
from graph.domain.changes import Author, Change
from graph.domain.operations import Undone, UndoRefusedError
from graph.domain.records import Deed, Outcome, Record, RecordKind
from graph.domain.words import OperationKind
from graph.queries import load_query
from graph.repositories import operations, record_kinds, records
from graph.repositories.collaboration_rows import life as life_of

_LISTS = {
    RecordKind.ACTOR: load_query("bulk/list_actors"),
    RecordKind.COLLABORATION: load_query("bulk/list_collaborations"),
}

_TIMEOUT = 60.0

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """How many things a bulk edit changed, and what it left with the reason."""

    changed: int
    left: tuple[Proposal, ...]


def look(
    graph: Runner,
    *,
    network_id: str,
    kind: RecordKind,
    ids: Sequence[str],
    edit: Edit,
    now: datetime,
    since: datetime | None = None,
) -> list[Proposal]:
    """Return what an edit would do to each of these things; ids of nothing are left out.

    What was saved after ``since`` is left as it is.
    """
    today = local_day(now)
    return [
        propose(edit, seen, now=now, today=today, since=since)
        for batch in batches(ids)
        for seen in _see(graph, network_id, kind, batch)
    ]


def apply(
    graph: Graph,
    *,
    network_id: str,
    kind: RecordKind,
    ids: Sequence[str],
    edit: Edit,
    since: datetime,
    operation_id: str,
    title: str,
    by: Author,
    now: datetime,
) -> Done:
    """Do an edit to things that were looked at ``since``, as one operation in batches of 500.

    What somebody saved since is left as it is, and told. Doing it again goes on where it stopped.
    """
    proposals = look(
        graph, network_id=network_id, kind=kind, ids=ids, edit=edit, now=now, since=since
    )
    doing = [each for each in proposals if each.left is None]
    left = [each for each in proposals if each.left]

    def work(tx: Runner, batch: Sequence[Proposal]) -> list[Outcome]:
        operations.start(
            tx,
            network_id=network_id,
            operation_id=operation_id,
            kind=OperationKind.BULK,
            title=title,
            by=by,
            now=now,
        )
        return records.write(
            tx,
            network_id=network_id,
            records=[_record(kind, each) for each in batch],
            operation_id=operation_id,
            by=by,
            now=now,
        )

    changed = 0
    for batch in batches(doing):
        outcomes = graph.transact(lambda tx, batch=batch: work(tx, batch), timeout=_TIMEOUT)
        kept = {each.id for each in outcomes if each.deed is Deed.EDITED}
        changed += len(kept)
        left += [
            Proposal(seen=each.seen, left=Standstill.CHANGED)
            for each in batch
            if each.seen.id not in kept
        ]
    return Done(changed=changed, left=tuple(left))


def undo(graph: Graph, *, network_id: str, operation_id: str, by: Author, now: datetime) -> Undone:
    """Put back what a bulk edit changed, in batches of 500; leave what somebody edited since.

    Of two people who undo at once each thing is put back once. Raises UndoRefusedError.
    """
    operation = operations.get(graph, network_id=network_id, operation_id=operation_id)
    if problem := operation.undo_problem(local_day(now)):
        raise UndoRefusedError(problem)
    key = {"network_id": network_id, "operation_id": operation_id}
    # After an undo that was cut short: what is back already is not told as edited since.
    back = operations.undone_ids(graph, **key)
    starts = range(0, max(operation.changes, 1), BATCH)

    def work(tx: Runner, start: int) -> list[Outcome]:
        # Last, so that an undo that is cut short can go on; the button stays until then.
        if start == starts[-1]:
            operations.mark_undone(tx, **key, by=by, now=now)
        parts = operations.changes_of(tx, **key, skip=start, limit=BATCH)
        done = _outcomes(tx, network_id, [each for each in parts if each.subject_id not in back])
        return records.take_back(tx, **key, outcomes=done, by=by, now=now)

    undone = [
        outcome
        for start in starts
        for outcome in graph.transact(lambda tx, start=start: work(tx, start), timeout=_TIMEOUT)
    ]
    left = tuple(each.name for each in undone if each.deed is Deed.LEFT)
    return Undone(count=len(back) + len(undone) - len(left), left=left)


def _see(graph: Runner, network_id: str, kind: RecordKind, ids: Sequence[str]) -> list[Seen]:
    rows = graph.read(_LISTS[kind], network_id=network_id, ids=list(ids))
    return [_seen(kind, row) for row in rows]


def _seen(kind: RecordKind, row: Row) -> Seen:
    is_collaboration = kind is RecordKind.COLLABORATION
    life = life_of(row["fields"]["history"], row["fields"]) if is_collaboration else None
    fields = record_kinds.read(kind, row) | (life_fields(life) if life else {})
    return Seen(
        id=row["id"],
        name=row["name"],
        version=row["version"],
        updated_at=row["updated_at"],
        archived=row["archived"],
        fields=fields,
        life=life,
    )


def _record(kind: RecordKind, proposal: Proposal) -> Record:
    seen = proposal.seen
    return Record(kind=kind, id=seen.id, fields=proposal.after, version=seen.version)


def _outcomes(tx: Runner, network_id: str, parts: Sequence[Change]) -> list[Outcome]:
    """Return the parts of an operation as what can be taken back."""
    moved = [each.subject_id for each in parts if "status" in each.before]
    seen = {each.id: each for each in _see(tx, network_id, RecordKind.COLLABORATION, moved)}
    return [
        Outcome(
            kind=RecordKind(each.kind),
            id=each.subject_id,
            name=each.subject_name,
            deed=Deed.EDITED,
            version=each.subject_version,
            before=dict(each.before) | _earlier(each, seen),
        )
        for each in parts
    ]


def _earlier(part: Change, seen: dict[str, Seen]) -> dict[str, Any]:
    """Return the changes of status without the one that this part made; the log has only words."""
    if "status" not in part.before or part.subject_id not in seen:
        return {}
    history: list[Row] = seen[part.subject_id].fields["history"]
    return {
        "history": [each for each in history if not each["id"].startswith(f"{part.operation_id}:")]
    }
