"""Contact moments in the graph."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time
from typing import NamedTuple

from graph.database import Graph, Row, Runner
from graph.domain.changes import Author
from graph.domain.collaborations import RatingFields
from graph.domain.followups import FollowUpFields
from graph.domain.moments import Moment, MomentFields, MomentPage, NewRating, NextStep
from graph.domain.references import Reference
from graph.domain.words import Between, Channel, Evidence
from graph.errors import NotFoundError
from graph.queries import Query, load_query
from graph.repositories import changes, collaboration_facts, energy, followups
from graph.repositories.editing import check_saved, lock, make_once
from graph.repositories.references import references

_GET = load_query("moments/get")
_LIST_AROUND = load_query("moments/list_around")
_LOCK = load_query("moments/lock")
_SAVE = load_query("moments/save")
_SET_ACTORS = load_query("moments/set_actors")
_SET_COLLABORATIONS = load_query("moments/set_collaborations")
_SET_POSITIONS = load_query("moments/set_positions")
_SET_LOGGER = load_query("moments/set_logger")
_SET_ARCHIVED = load_query("moments/set_archived")

_KIND = "ContactMoment"


class _Timeline(NamedTuple):
    """The two statements of one timeline."""

    items: Query
    total: Query


_OF_ACTOR = _Timeline(load_query("moments/list_for_actor"), load_query("moments/count_for_actor"))
_OF_COLLABORATION = _Timeline(
    load_query("moments/list_for_collaboration"), load_query("moments/count_for_collaboration")
)
_OF_POSITION = _Timeline(
    load_query("moments/list_for_position"), load_query("moments/count_for_position")
)
_OF_NETWORK = _Timeline(load_query("moments/list_recent"), load_query("moments/count_recent"))


@dataclass(frozen=True, slots=True, kw_only=True)
class MomentFilter:
    """Whose timeline: of one thing, or of the whole network when none is named.

    Only the timeline of the network has an archive.
    """

    actor_id: str = ""
    collaboration_id: str = ""
    position_id: str = ""
    archived: bool = False


def get(graph: Runner, *, network_id: str, moment_id: str) -> Moment:
    """One contact moment. Raises NotFoundError."""
    match graph.read(_GET, network_id=network_id, id=moment_id):
        case [row]:
            return _moment(row)
        case _:
            raise NotFoundError(f"contact moment {moment_id}")


def find(
    graph: Graph, *, network_id: str, chosen: MomentFilter, skip: int = 0, limit: int = 50
) -> MomentPage:
    """One page of a timeline, newest first."""
    queries, narrowed = _timeline(chosen)
    key: dict[str, object] = {"network_id": network_id, **narrowed}

    def work(tx: Runner) -> MomentPage:
        [row] = tx.read(queries.total, **key)
        rows = tx.read(queries.items, **key, skip=skip, limit=limit)
        return MomentPage(items=tuple(_moment(row) for row in rows), total=int(row["total"]))

    return graph.read_all(work)


def list_for_actor(
    graph: Runner, *, network_id: str, actor_id: str, limit: int = 20
) -> list[Moment]:
    """Moments about a partner or about what it worked on then, newest first."""
    return _newest(graph, network_id, MomentFilter(actor_id=actor_id), limit)


def list_for_collaboration(
    graph: Runner, *, network_id: str, collaboration_id: str, limit: int = 50
) -> list[Moment]:
    """Moments about a collaboration, newest first."""
    return _newest(graph, network_id, MomentFilter(collaboration_id=collaboration_id), limit)


def list_for_position(
    graph: Runner, *, network_id: str, position_id: str, limit: int = 20
) -> list[Moment]:
    """Moments with whoever held a position then, newest first."""
    return _newest(graph, network_id, MomentFilter(position_id=position_id), limit)


def list_recent(
    graph: Runner, *, network_id: str, archived: bool = False, limit: int = 50
) -> list[Moment]:
    """The moments of a network, newest first; or its archived ones."""
    return _newest(graph, network_id, MomentFilter(archived=archived), limit)


def list_around(graph: Runner, *, network_id: str, ids: Iterable[str]) -> list[Reference]:
    """Partners, collaborations and positions near some partners and collaborations, each once."""
    found = graph.read(_LIST_AROUND, network_id=network_id, ids=list(dict.fromkeys(ids)))
    near = (each for row in found for part in row.values() for each in references(part))
    return list(dict.fromkeys(near))


def log(
    graph: Graph,
    *,
    network_id: str,
    moment_id: str,
    fields: MomentFields,
    by: Author,
    now: datetime,
    rating: NewRating | None = None,
    step: NextStep | None = None,
) -> None:
    """Keep a moment, with the puls and the next step that came out of it, all or nothing.

    Doing it twice with the same ids makes one of each. Raises NotFoundError when it is about
    something that is not in the network.
    """

    def work(tx: Runner) -> None:
        moment = _save(tx, network_id, moment_id, fields, now, is_new=True)
        tx.write(_SET_LOGGER, network_id=network_id, id=moment_id, user_id=by.id)
        if rating:
            _rate(tx, network_id, rating, fields, by=by, now=now)
        if step:
            followups.add_within(
                tx,
                network_id=network_id,
                followup_id=step.id,
                fields=_agreed(step, fields, by),
                by=by,
                now=now,
            )
        _record(tx, network_id, moment, "added", by=by, now=now, after=fields)
        _refresh(tx, network_id, [fields], now)

    make_once(graph, work)


def update(
    graph: Graph,
    *,
    network_id: str,
    moment_id: str,
    version: int,
    fields: MomentFields,
    by: Author,
    now: datetime,
) -> None:
    """Save an edit of ``version``. Raises StaleError when somebody saved another since."""

    def work(tx: Runner) -> None:
        lock(tx, _LOCK, network_id=network_id, id=moment_id, version=version)
        before = get(tx, network_id=network_id, moment_id=moment_id).fields
        moment = _save(tx, network_id, moment_id, fields, now)
        _record(tx, network_id, moment, "edited", by=by, now=now, before=before, after=fields)
        _refresh(tx, network_id, [before, fields], now)

    graph.transact(work)


def set_archived(
    graph: Graph,
    *,
    network_id: str,
    moment_id: str,
    version: int,
    archived: bool,
    by: Author,
    now: datetime,
    rating_id: str | None = None,
    step_id: str | None = None,
) -> None:
    """Archive a moment, or restore it: only the others count. Raises StaleError like an edit.

    The puls and the step that came out of it may go along, so that logging can be taken back;
    a step that somebody changed meanwhile is stale too.
    """

    def work(tx: Runner) -> None:
        lock(tx, _LOCK, network_id=network_id, id=moment_id, version=version)
        tx.write(
            _SET_ARCHIVED,
            network_id=network_id,
            id=moment_id,
            archived_at=now if archived else None,
            now=now,
        )
        moment = get(tx, network_id=network_id, moment_id=moment_id)
        if rating_id:
            [collaboration_id] = moment.fields.collaboration_ids
            collaboration_facts.set_rating_archived_within(
                tx,
                network_id=network_id,
                collaboration_id=collaboration_id,
                rating_id=rating_id,
                archived=archived,
                by=by,
                now=now,
            )
        if step_id:
            followups.set_archived_within(
                tx,
                network_id=network_id,
                followup_id=step_id,
                version=version,
                archived=archived,
                by=by,
                now=now,
            )
        _record(tx, network_id, moment, "archived" if archived else "restored", by=by, now=now)
        _refresh(tx, network_id, [moment.fields], now)

    graph.transact(work)


def _timeline(chosen: MomentFilter) -> tuple[_Timeline, dict[str, object]]:
    if chosen.actor_id:
        return _OF_ACTOR, {"actor_id": chosen.actor_id}
    if chosen.collaboration_id:
        return _OF_COLLABORATION, {"collaboration_id": chosen.collaboration_id}
    if chosen.position_id:
        return _OF_POSITION, {"position_id": chosen.position_id}
    return _OF_NETWORK, {"archived": chosen.archived}


def _newest(graph: Runner, network_id: str, chosen: MomentFilter, limit: int) -> list[Moment]:
    queries, narrowed = _timeline(chosen)
    rows = graph.read(queries.items, network_id=network_id, **narrowed, skip=0, limit=limit)
    return [_moment(row) for row in rows]


def _save(
    tx: Runner,
    network_id: str,
    moment_id: str,
    fields: MomentFields,
    now: datetime,
    *,
    is_new: bool = False,
) -> Moment:
    key = {"network_id": network_id, "id": moment_id}
    rows = tx.write(_SAVE, **key, properties=fields.properties(), now=now)
    check_saved(rows, id=moment_id, is_new=is_new)
    tx.write(_SET_ACTORS, **key, actor_ids=list(fields.actor_ids))
    tx.write(_SET_COLLABORATIONS, **key, collaboration_ids=list(fields.collaboration_ids))
    tx.write(_SET_POSITIONS, **key, position_ids=list(fields.position_ids))
    moment = get(tx, network_id=network_id, moment_id=moment_id)
    if {each.id for each in moment.about} != {*fields.actor_ids, *fields.collaboration_ids}:
        raise NotFoundError(f"what contact moment {moment_id} is about")
    return moment


def _rate(
    tx: Runner,
    network_id: str,
    rating: NewRating,
    moment: MomentFields,
    *,
    by: Author,
    now: datetime,
) -> None:
    [collaboration_id] = moment.collaboration_ids
    collaboration_facts.add_rating(
        tx,
        network_id=network_id,
        collaboration_id=collaboration_id,
        rating_id=rating.id,
        fields=RatingFields(value=rating.value, on=moment.on, actor_id=rating.by_actor_id),
        by=by,
        now=now,
    )


def _agreed(step: NextStep, moment: MomentFields, by: Author) -> FollowUpFields:
    """Return the step as one of the collaborations, or of the partners when there is none."""
    return FollowUpFields(
        what=step.what,
        due_on=step.due_on,
        user_id=by.id,
        actor_ids=() if moment.collaboration_ids else moment.actor_ids,
        collaboration_ids=moment.collaboration_ids,
    )


def _record(
    tx: Runner,
    network_id: str,
    moment: Moment,
    verb: str,
    *,
    by: Author,
    now: datetime,
    before: MomentFields | None = None,
    after: MomentFields | None = None,
) -> None:
    changes.record(
        tx,
        network_id=network_id,
        verb=verb,
        kind=_KIND,
        subject_id=moment.id,
        subject_name=", ".join(each.name for each in moment.about),
        by=by,
        now=now,
        before=before.as_mapping() if before else None,
        after=after.as_mapping() if after else None,
    )


def _refresh(tx: Runner, network_id: str, touched: Iterable[MomentFields], now: datetime) -> None:
    touched = list(touched)
    collaborations = sorted({id for fields in touched for id in fields.collaboration_ids})
    if collaborations:
        energy.refresh(tx, network_id=network_id, collaboration_ids=collaborations, now=now)
    for actor_id in sorted({id for fields in touched for id in fields.actor_ids}):
        energy.refresh_around_actor(tx, network_id=network_id, actor_id=actor_id, now=now)


def _moment(row: Row) -> Moment:
    known: Row = row | {
        "at": time.fromisoformat(row["at"]) if row["at"] else None,
        "channel": Channel(row["channel"]),
        "evidence": Evidence(row["evidence"]),
        "heard_from": row["heard_from"] or "",
        "between": Between(row["between"]),
        "note": row["note"] or "",
        "plenary": bool(row["plenary"]),
        "logged_by": row["logged_by"] or "",
        "about": references(row["about"]),
        "positions": references(row["positions"]),
    }
    return Moment(**known)
