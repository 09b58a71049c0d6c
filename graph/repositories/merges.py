"""Two records of one partner made into one, in one transaction, and put back when asked.

The record that goes makes place for a ``MergedActor`` under the same id: no query on partners sees
it, its old address leads to the partner that stays, and it keeps what an undo brings back.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from graph.database import Graph, Row, Runner
from graph.domain.actors import Actor, ActorFields
from graph.domain.changes import Author
from graph.domain.merges import (
    ChangedSinceError,
    Merged,
    MergeRefusedError,
    Tie,
    ties_after,
    with_old_names,
)
from graph.domain.operations import Undone
from graph.domain.references import Reference
from graph.domain.words import OperationKind
from graph.errors import NotFoundError
from graph.identity import new_id
from graph.queries import load_query
from graph.repositories import actors, changes, energy, operations
from graph.repositories.editing import lock

_GET = load_query("merges/get")
_LIST_TIES = load_query("merges/list_ties")
_CUT = load_query("merges/cut")
_REPLACE = load_query("merges/replace")
_BRING_BACK = load_query("merges/bring_back")
_GET_TARGET = load_query("merges/get_target")

# How each kind of tie is made: by its type, whether it goes out from the partner, and to what.
MAKE = {
    ("WORKS_IN", True): load_query("merges/tie_domains"),
    ("LOCATED_IN", True): load_query("merges/tie_neighbourhoods"),
    ("REACHES", True): load_query("merges/tie_life_stages"),
    ("PART_OF", True): load_query("merges/tie_parents"),
    ("PART_OF", False): load_query("merges/tie_children"),
    ("TAKES_PART_IN", True): load_query("merges/tie_participations"),
    ("FUNDED_BY", False): load_query("merges/tie_funding"),
    ("MENTIONS", True): load_query("merges/tie_mentions"),
    ("MENTIONS", False): load_query("merges/tie_mentioned"),
    ("SAME_AS", True): load_query("merges/tie_twins"),
    ("DIFFERS_FROM", True): load_query("merges/tie_differing"),
    ("DIFFERS_FROM", False): load_query("merges/tie_differed"),
    ("BY", False): load_query("merges/tie_ratings"),
    ("AT", False): load_query("merges/tie_positions"),
    ("ABOUT", False): load_query("merges/tie_subjects"),
    ("OWNED_BY", False): load_query("merges/tie_agreements"),
    ("BETWEEN", False): load_query("merges/tie_introductions"),
    ("THROUGH", False): load_query("merges/tie_bridges"),
    ("MERGED_INTO", False): load_query("merges/tie_merged"),
}
_WITH_PROPERTIES = {"WORKS_IN", "TAKES_PART_IN", "FUNDED_BY", "MENTIONS"}
_TOUCH = {
    "Actor": load_query("merges/touch_actors"),
    "Position": load_query("merges/touch_positions"),
    "Collaboration": load_query("merges/touch_collaborations"),
    "ContactMoment": load_query("merges/touch_moments"),
    "FollowUp": load_query("merges/touch_followups"),
}
_DAYS = {"since", "until", "verified_on"}
_MOST_TIES = 50_000
_KIND = "Actor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A partner to merge, at the version that was shown."""

    id: str
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Side:
    """A partner as it stands, under lock: ``properties`` are all that its node holds."""

    actor: Actor
    properties: Row
    ties: tuple[Tie, ...]


def list_ties(graph: Runner, *, network_id: str, actor_id: str) -> list[Tie]:
    """All that a partner is tied to: what moves when it is merged into another."""
    rows = graph.read(_LIST_TIES, network_id=network_id, id=actor_id, limit=_MOST_TIES)
    return [_tie_of(row) for row in rows]


def target(graph: Runner, *, network_id: str, actor_id: str) -> str | None:
    """Return the id of the partner into which another was merged, None when it was not."""
    rows = graph.read(_GET_TARGET, network_id=network_id, id=actor_id)
    return rows[0]["id"] if rows else None


def merge(
    graph: Graph,
    *,
    network_id: str,
    operation_id: str,
    kept: Part,
    merged: Part,
    fields: ActorFields,
    by: Author,
    now: datetime,
) -> None:
    """Make two partners one: ``kept`` with ``fields`` and all ties of both; nothing is mailed.

    Raises NotFoundError, StaleError when one was saved since its version, MergeRefusedError, and
    CircleError when one is a part of a part of the other.
    """
    if kept.id == merged.id:
        raise MergeRefusedError("a partner cannot be merged with itself")

    def work(tx: Runner) -> None:
        for part in sorted((kept, merged), key=lambda each: each.id):
            lock(tx, actors.LOCK, network_id=network_id, id=part.id, version=part.version)
        stays, goes = _read(tx, network_id, kept.id), _read(tx, network_id, merged.id)
        chosen = with_old_names(
            fields, stays.actor.fields.name, goes.actor.fields.name, *goes.actor.fields.aliases
        )
        properties = chosen.properties() | _united(stays.properties, goes.properties)
        done = _plan(stays, goes, chosen, properties)
        versions = _touch(tx, network_id, done.moved, now)
        tx.write(_CUT, network_id=network_id, id=kept.id)
        tx.write(_REPLACE, network_id=network_id, id=merged.id, kept_id=kept.id)
        tx.write(actors.SAVE, network_id=network_id, id=kept.id, properties=properties, now=now)
        _tie(tx, network_id, kept.id, done.ties)
        actors.refuse_circle(tx, network_id=network_id, actor_id=kept.id)
        done = replace(done, versions=versions | {kept.id: kept.version + 1})
        before = stays.actor.fields.as_mapping()
        after = chosen.as_mapping() | {"merged": done.merged_name}
        operations.start(
            tx,
            network_id=network_id,
            operation_id=operation_id,
            kind=OperationKind.MERGE,
            title=f"{done.merged_name} → {done.kept_name}",
            by=by,
            now=now,
            detail=done.as_mapping(),
        )
        changes.record(
            tx,
            network_id=network_id,
            verb="merged",
            kind=_KIND,
            subject_id=kept.id,
            subject_name=chosen.name,
            by=by,
            now=now,
            before=before,
            after=after,
            operation_id=operation_id,
            version=kept.version + 1,
        )
        energy.refresh_around_actor(tx, network_id=network_id, actor_id=kept.id, now=now)

    graph.transact(work)


def undo(graph: Graph, *, network_id: str, operation_id: str, by: Author, now: datetime) -> Undone:
    """Put two partners back as they were before they became one, ties and all.

    Raises NotFoundError, UndoRefusedError when it was undone already or its days are over, and
    ChangedSinceError when something of it was edited since.
    """

    def work(tx: Runner) -> Undone:
        operations.mark_undone(
            tx, network_id=network_id, operation_id=operation_id, by=by, now=now
        )
        done = _of(tx, network_id, operation_id)
        if changed := _changed_since(tx, network_id, done, lock_first=True):
            raise ChangedSinceError(changed)
        _touch(tx, network_id, done.moved, now)
        tx.write(_CUT, network_id=network_id, id=done.kept_id)
        tx.write(_BRING_BACK, network_id=network_id, id=done.merged_id, now=now)
        before = _from_plain(done.before)
        tx.write(actors.SAVE, network_id=network_id, id=done.kept_id, properties=before, now=now)
        own = [tie for tie in done.kept_ties if tie.other_id != done.merged_id]
        _tie(tx, network_id, done.kept_id, own)
        _tie(tx, network_id, done.merged_id, done.merged_ties)
        both = [done.kept_id, done.merged_id]
        energy.refresh_around_actors(tx, network_id=network_id, actor_ids=both, now=now)
        return Undone(count=len(both))

    return graph.transact(work)


def changed_since(graph: Graph, *, network_id: str, operation_id: str) -> tuple[Reference, ...]:
    """Return what keeps a merge from being undone: what was edited since. Raises NotFoundError."""
    return graph.read_all(
        lambda tx: _changed_since(tx, network_id, _of(tx, network_id, operation_id))
    )


def _plan(stays: _Side, goes: _Side, chosen: ActorFields, properties: Row) -> Merged:
    if stays.actor.archived_at:
        raise MergeRefusedError("what is archived cannot take over")
    return Merged(
        kept_id=stays.actor.id,
        kept_name=chosen.name,
        merged_id=goes.actor.id,
        merged_name=goes.actor.fields.name,
        before=_to_plain({name: stays.properties.get(name) for name in properties}),
        kept_ties=stays.ties,
        merged_ties=goes.ties,
        ties=ties_after(chosen, stays.ties, goes.ties, ids={stays.actor.id, goes.actor.id}),
        versions={},
    )


def _read(tx: Runner, network_id: str, actor_id: str) -> _Side:
    [row] = tx.read(_GET, network_id=network_id, id=actor_id)
    return _Side(
        actor=actors.get(tx, network_id=network_id, actor_id=actor_id),
        properties=row["properties"],
        ties=tuple(list_ties(tx, network_id=network_id, actor_id=actor_id)),
    )


def _united(kept: Row, merged: Row) -> Row:
    """Return what nobody chooses: where both come from, and when either was last looked at."""
    verified = [each["verified_on"] for each in (kept, merged) if each.get("verified_on")]
    sources = dict.fromkeys([*(kept.get("source") or ()), *(merged.get("source") or ())])
    found: Row = {"same_as": kept.get("same_as") or merged.get("same_as")}
    if sources:
        found["source"] = list(sources)
    return found | ({"verified_on": max(verified)} if verified else {})


def _touch(tx: Runner, network_id: str, moved: Iterable[Tie], now: datetime) -> dict[str, int]:
    """Lock what moves and raise its version; return the new versions by id."""
    ids: dict[str, set[str]] = defaultdict(set)
    for tie in moved:
        if tie.other_kind in _TOUCH:
            ids[tie.other_kind].add(tie.other_id)
    rows = [
        row
        for kind in _TOUCH
        if kind in ids
        for row in tx.write(_TOUCH[kind], network_id=network_id, ids=sorted(ids[kind]), now=now)
    ]
    return {row["id"]: row["version"] for row in rows}


def _tie(tx: Runner, network_id: str, actor_id: str, ties: Iterable[Tie]) -> None:
    rows: dict[tuple[str, bool], list[Row]] = defaultdict(list)
    for tie in ties:
        row: Row = {"actor_id": actor_id, "other_id": tie.other_id}
        if tie.type in _WITH_PROPERTIES:
            row["properties"] = _from_plain(tie.properties)
        rows[tie.type, tie.outward].append(row)
    for way, found in rows.items():
        tx.write(MAKE[way], network_id=network_id, rows=found)


def _of(graph: Runner, network_id: str, operation_id: str) -> Merged:
    found = operations.get(graph, network_id=network_id, operation_id=operation_id)
    if found.kind is not OperationKind.MERGE:
        raise NotFoundError(f"merge {operation_id}")
    return Merged.read(found.detail)


def _changed_since(
    tx: Runner, network_id: str, done: Merged, *, lock_first: bool = False
) -> tuple[Reference, ...]:
    key = {"network_id": network_id, "id": done.kept_id}
    rows = tx.write(actors.LOCK, **key, token=new_id()) if lock_first else tx.read(_GET, **key)
    if not rows:
        return (Reference(id=done.kept_id, name=done.kept_name, kind=_KIND),)
    version = rows[0]["version"] if lock_first else rows[0]["properties"]["version"]
    ties = list_ties(tx, network_id=network_id, actor_id=done.kept_id)
    return done.changed_since(version, [tie for tie in ties if tie.other_id != done.merged_id])


def _tie_of(row: Row) -> Tie:
    known: Row = row | {"properties": _to_plain(row["properties"])}
    return Tie(**known)


def _to_plain(properties: Mapping[str, Any]) -> Row:
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in properties.items()
    }


def _from_plain(properties: Mapping[str, Any]) -> Row:
    return {
        name: date.fromisoformat(value) if name in _DAYS and value else value
        for name, value in properties.items()
    }
