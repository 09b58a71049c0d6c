"""Bulk work on the register: many records in one transaction, told in the log, and taken back.

What somebody else changed meanwhile is left as it is, and told. Each function runs in a
transaction of the caller, with at most 500 records of a kind.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from graph.database import Runner
from graph.domain.changes import Author, NewChange
from graph.domain.records import (
    Deed,
    Kept,
    LeftReason,
    Outcome,
    Record,
    RecordKind,
    removable,
)
from graph.repositories import changes
from graph.repositories.record_kinds import STORES, related_ids
from graph.repositories.record_storing import (
    Plan,
    change,
    circling,
    found_names,
    lock,
    names,
    planned,
    refresh,
    save,
)


def write(
    tx: Runner,
    *,
    network_id: str,
    records: Sequence[Record],
    operation_id: str,
    by: Author,
    now: datetime,
) -> list[Outcome]:
    """Make and edit things as parts of an operation; return what became of each.

    A thing to edit is left when it stands at another version than its record says, and so is a
    record that speaks of something that is gone.
    """
    outcomes: list[Outcome] = []
    for kind in RecordKind:
        if asked := [record for record in records if record.kind is kind]:
            found, told, plans = _write_kind(tx, network_id, kind, asked, by=by, now=now)
            outcomes += found
            changes.record_all(
                tx, network_id=network_id, changes=told, by=by, now=now, operation_id=operation_id
            )
            refresh(tx, network_id, plans, now)
    return outcomes


def take_back(
    tx: Runner,
    *,
    network_id: str,
    outcomes: Sequence[Outcome],
    operation_id: str,
    by: Author,
    now: datetime,
) -> list[Outcome]:
    """Undo what ``write`` returned; return what became of each thing that it made or edited.

    What somebody edited since is left as it is, and so is what something else leans on by now.
    """
    undone: list[Outcome] = []
    for kind in reversed(RecordKind):
        done = [each for each in outcomes if each.kind is kind and each.version is not None]
        if done:
            found, told, plans = _take_back_kind(tx, network_id, kind, done, by=by, now=now)
            undone += found
            changes.record_all(
                tx, network_id=network_id, changes=told, by=by, now=now, undoes=operation_id
            )
            refresh(tx, network_id, plans, now)
    return undone


def names_of(graph: Runner, *, network_id: str, ids: Iterable[str]) -> dict[str, str]:
    """Return the names of partners, people, positions and collaborations that are there, by id."""
    return found_names(graph, network_id, ids)


_Done = tuple[list[Outcome], list[NewChange], list[Plan]]


def _write_kind(
    tx: Runner,
    network_id: str,
    kind: RecordKind,
    records: Sequence[Record],
    *,
    by: Author,
    now: datetime,
) -> _Done:
    kept = lock(tx, network_id, kind, [each.id for each in records if each.version is not None])
    plans = {each.id: planned(each, kept.get(each.id)) for each in records}
    named = names(tx, network_id, plans.values())
    known = {*named, *(each.id for each in records if each.version is None)}
    reasons = {each.id: _problem(each, kept.get(each.id), known) for each in records}
    reasons |= dict.fromkeys(circling(tx, network_id, records), LeftReason.CIRCLE)
    doing = [plan for id, plan in plans.items() if not reasons[id] and plan.changed]
    versions = save(tx, network_id, kind, doing, by=by, now=now)
    outcomes = [
        Outcome(
            kind=kind,
            id=each.id,
            name=_name(plans[each.id], named),
            deed=_deed(plans[each.id], reasons[each.id]),
            version=versions.get(each.id),
            before={} if each.version is None else plans[each.id].was,
            rows=each.rows,
            reason=reasons[each.id],
        )
        for each in records
    ]
    told = [
        change(plan, name=_name(plan, named), names=named, version=versions[plan.id])
        for plan in doing
    ]
    return outcomes, told, doing


def _take_back_kind(
    tx: Runner,
    network_id: str,
    kind: RecordKind,
    done: Sequence[Outcome],
    *,
    by: Author,
    now: datetime,
) -> _Done:
    kept = lock(tx, network_id, kind, [each.id for each in done])
    as_left = [each for each in done if each.id in kept and kept[each.id].version == each.version]
    restoring = [
        planned(Record(kind=kind, id=each.id, fields=each.before), kept[each.id])
        for each in as_left
        if each.deed is Deed.EDITED
    ]
    named = names(tx, network_id, restoring)
    versions = save(tx, network_id, kind, restoring, by=by, now=now)
    free = removable(kept[each.id] for each in as_left if each.deed is Deed.ADDED)
    if free:
        tx.write(STORES[kind].remove, network_id=network_id, ids=sorted(free))
    called = {each.id: each.name for each in done}
    told = [
        change(plan, name=called[plan.id], names=named, version=versions[plan.id])
        for plan in restoring
    ]
    told += [
        NewChange(verb="removed", kind=kind, subject_id=id, subject_name=called[id])
        for id in sorted(free)
    ]
    emptied = [Plan(kind=kind, id=id, before=dict(kept[id].fields), after={}) for id in free]
    outcomes = [_undone(each, kept, free, versions) for each in done]
    return outcomes, told, [*restoring, *emptied]


def _problem(record: Record, there: Kept | None, known: set[str]) -> LeftReason | None:
    """Return why a record cannot be written; ``known`` are the ids of what is there."""
    if record.version is not None:
        if there is None:
            return LeftReason.GONE
        if there.archived and "archived_at" not in record.fields:
            return LeftReason.ARCHIVED
        if there.version != record.version:
            return LeftReason.CHANGED
    already = related_ids(record.kind, there.fields) if there else set[str]()
    missing = related_ids(record.kind, record.fields) - already - known
    return LeftReason.RELATED_GONE if missing else None


def _deed(plan: Plan, reason: LeftReason | None) -> Deed:
    if reason:
        return Deed.LEFT
    if not plan.changed:
        return Deed.UNCHANGED
    return Deed.ADDED if plan.is_new else Deed.EDITED


def _undone(
    outcome: Outcome, kept: Mapping[str, Kept], free: set[str], versions: Mapping[str, int]
) -> Outcome:
    deed, reason = Deed.LEFT, None
    if outcome.id in free:
        deed = Deed.REMOVED
    elif outcome.id in versions:
        deed = Deed.EDITED
    elif outcome.id not in kept:
        reason = LeftReason.GONE
    elif kept[outcome.id].version != outcome.version:
        reason = LeftReason.CHANGED
    else:
        reason = LeftReason.IN_USE
    return Outcome(
        kind=outcome.kind,
        id=outcome.id,
        name=outcome.name,
        deed=deed,
        version=versions.get(outcome.id),
        rows=outcome.rows,
        reason=reason,
    )


def _name(plan: Plan, named: Mapping[str, str]) -> str:
    fields = plan.before | plan.after
    match plan.kind:
        case RecordKind.POSITION:
            return f"{fields['name']}, {named.get(fields['actor_id'], '')}"
        case RecordKind.MOMENT:
            about = [*fields["actor_ids"], *fields["collaboration_ids"]]
            return ", ".join(named[id] for id in about if id in named)
        case _:
            return str(fields["name"])
