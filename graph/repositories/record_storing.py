"""The steps of bulk work: lock things, store what changes of them, log it, refresh energy."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from graph.database import Runner
from graph.domain.changes import Author, NewChange, difference
from graph.domain.records import Kept, Record, RecordKind
from graph.domain.words import Status
from graph.identity import new_id
from graph.queries import load_query
from graph.repositories import energy
from graph.repositories.record_kinds import (
    KEYS_OF_NAME,
    STORES,
    Fields,
    properties,
    read,
    related_ids,
    to_stored,
)

_LIST_NAMES = load_query("records/list_names")
_LIST_CIRCLING = load_query("records/list_circling")
_SET_LOGGERS = load_query("records/set_moment_loggers")

_COUNTS_FOR_ENERGY = frozenset({"domain_ids", "is_person", "archived_at"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A thing that is about to be written: all its fields as they are, and as they will be."""

    kind: RecordKind
    id: str
    before: Fields
    after: Fields
    is_new: bool = False

    @property
    def was(self) -> Fields:
        """Return the fields that change, as they are."""
        return difference(self.before, self.after)[0]

    @property
    def changed(self) -> frozenset[str]:
        """Return the names of the fields that change."""
        return frozenset(self.was)


def planned(record: Record, there: Kept | None) -> Plan:
    """Return what writing a record means for the thing that stands there, if any."""
    before = dict(there.fields) if there else dict(STORES[record.kind].usual)
    return Plan(
        kind=record.kind,
        id=record.id,
        before=before,
        after=before | dict(record.fields),
        is_new=there is None,
    )


def lock(tx: Runner, network_id: str, kind: RecordKind, ids: Iterable[str]) -> dict[str, Kept]:
    """Take the write lock on things, and return those that are there, by id."""
    wanted = sorted(set(ids))
    if not wanted:
        return {}
    rows = tx.write(STORES[kind].lock, network_id=network_id, ids=wanted, token=new_id())
    return {
        row["id"]: Kept(
            id=row["id"],
            version=row["version"],
            archived=row["archived"],
            fields=read(kind, row),
            used_by=frozenset(row["used_by"]),
        )
        for row in rows
    }


def names(tx: Runner, network_id: str, plans: Iterable[Plan]) -> dict[str, str]:
    """Return the names of all that these things speak of, as far as it is there."""
    ids = {id for plan in plans for id in related_ids(plan.kind, plan.before | plan.after)}
    return found_names(tx, network_id, ids)


def found_names(tx: Runner, network_id: str, ids: Iterable[str]) -> dict[str, str]:
    """Return the names of what these ids stand for, where it is there and not archived."""
    wanted = sorted(set(ids))
    rows = tx.read(_LIST_NAMES, network_id=network_id, ids=wanted) if wanted else []
    return {row["id"]: row["name"] for row in rows}


def circling(tx: Runner, network_id: str, records: Iterable[Record]) -> set[str]:
    """Return the partners that their record would make a part of their own parts."""
    rows = [
        {"id": each.id, "parent_id": parent}
        for each in records
        if each.kind is RecordKind.ACTOR and (parent := each.fields.get("parent_id"))
    ]
    found = tx.read(_LIST_CIRCLING, network_id=network_id, rows=rows) if rows else []
    return {row["id"] for row in found}


def save(
    tx: Runner,
    network_id: str,
    kind: RecordKind,
    plans: Sequence[Plan],
    *,
    by: Author,
    now: datetime,
) -> dict[str, int]:
    """Store what changes of things of one kind; return the version of each afterwards."""
    if not plans:
        return {}
    store = STORES[kind]
    rows = [{"id": plan.id, "properties": _properties(plan)} for plan in plans]
    saved = tx.write(store.save, network_id=network_id, rows=rows, now=now)
    for name, query in store.ties.items():
        tied = [
            {"id": plan.id, name: to_stored(plan.after[name])}
            for plan in plans
            if name in plan.changed
        ]
        if tied:
            moment = {"now": now} if "now" in query.params else {}
            tx.write(query, network_id=network_id, rows=tied, **moment)
    made = [{"id": plan.id} for plan in plans if plan.is_new]
    if made and kind is RecordKind.MOMENT:
        tx.write(_SET_LOGGERS, network_id=network_id, rows=made, user_id=by.id)
    return {row["id"]: row["version"] for row in saved}


def change(plan: Plan, *, name: str, names: Mapping[str, str], version: int) -> NewChange:
    """Return the line of the log that tells what was written."""
    return NewChange(
        verb=_verb(plan),
        kind=plan.kind,
        subject_id=plan.id,
        subject_name=name,
        before={} if plan.is_new else _told(plan.kind, plan.before, plan.changed, names),
        after=_told(plan.kind, plan.after, plan.changed, names),
        subject_version=version,
    )


def _verb(plan: Plan) -> str:
    """Return the word for what happens to a thing, as its own page would log it."""
    if plan.is_new:
        return "added"
    if "archived_at" in plan.changed:
        return "archived" if plan.after["archived_at"] else "restored"
    if "status" in plan.changed and Status.ENDED in {plan.before["status"], plan.after["status"]}:
        return "ended" if plan.after["status"] == Status.ENDED else "reopened"
    return "edited"


def refresh(tx: Runner, network_id: str, plans: Sequence[Plan], now: datetime) -> None:
    """Refresh the energy of all that was touched, in one go."""
    collaborations: set[str] = set()
    actors: set[str] = set()
    around: set[str] = set()
    for plan in plans:
        both = (plan.before, plan.after)
        match plan.kind:
            case RecordKind.ACTOR if plan.changed & _COUNTS_FOR_ENERGY and not plan.is_new:
                around.add(plan.id)
            case RecordKind.COLLABORATION:
                collaborations.add(plan.id)
                actors |= {id for fields in both for id in fields.get("actor_ids", ())}
            case RecordKind.MOMENT:
                actors |= {id for fields in both for id in fields.get("actor_ids", ())}
                for fields in both:
                    collaborations |= set(fields.get("collaboration_ids", ()))
            case _:
                pass
    if collaborations:
        energy.refresh(
            tx, network_id=network_id, collaboration_ids=sorted(collaborations), now=now
        )
    if around:
        energy.refresh_around_actors(tx, network_id=network_id, actor_ids=sorted(around), now=now)
    if actors:
        energy.refresh_standings(tx, network_id=network_id, actor_ids=sorted(actors), now=now)


def _properties(plan: Plan) -> Fields:
    stored = properties(plan.kind, plan.after)
    if plan.is_new:
        return stored
    wanted = plan.changed | KEYS_OF_NAME
    return {name: value for name, value in stored.items() if name in wanted}


def _told(
    kind: RecordKind, fields: Fields, changed: frozenset[str], names: Mapping[str, str]
) -> dict[str, Any]:
    """Return the fields that changed as the log tells them: who takes part by name."""
    told = {name: fields[name] for name in sorted(changed) if name in fields}
    for name in ("actor_ids", "holders", "funders", "history"):
        if kind is not RecordKind.MOMENT and name in told:
            told |= _in_words(name, told.pop(name), names)
    return told


def _in_words(name: str, value: list[Any], names: Mapping[str, str]) -> dict[str, Any]:
    match name:
        case "actor_ids":
            return {"participants": [names.get(id, id) for id in value]}
        case "holders":
            return {"holders": [_holder(each, names) for each in value]}
        case "funders":
            return {"funders": [_funder(each, names) for each in value]}
        case _:
            return {}  # the status itself is told


def _funder(each: Mapping[str, Any], names: Mapping[str, str]) -> str:
    name = names.get(each["actor_id"], each["actor_id"])
    return f"{name} | {each['until']}" if each["until"] else name


def _holder(holder: Mapping[str, Any], names: Mapping[str, str]) -> str:
    person_id = holder["person_id"]
    return f"{names.get(person_id, person_id)} {holder['since']}/{holder['until']}"
