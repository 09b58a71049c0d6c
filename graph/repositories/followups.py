"""Follow-ups in the graph."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from graph.database import Graph, Row, Runner
from graph.domain.changes import Author, NewChange
from graph.domain.followups import FollowUp, FollowUpFields, end_of_week
from graph.domain.references import Reference
from graph.domain.repeats import next_due
from graph.domain.words import FollowUpKind
from graph.errors import NotFoundError
from graph.queries import load_query
from graph.repositories import changes, energy
from graph.repositories.editing import check_saved, lock, make_once
from graph.repositories.references import references

_GET = load_query("followups/get")
_LIST_OPEN = load_query("followups/list_open")
_LIST_DONE = load_query("followups/list_done")
_LIST_ARCHIVED = load_query("followups/list_archived")
_LIST_FOR = load_query("followups/list_for")
_LOCK = load_query("followups/lock")
_SAVE = load_query("followups/save")
_SET_ACTORS = load_query("followups/set_actors")
_SET_COLLABORATIONS = load_query("followups/set_collaborations")
_SET_OWNER = load_query("followups/set_owner")
_PUT_OFF = load_query("followups/put_off")
_GET_NEXT = load_query("followups/get_next")
_SET_NEXT = load_query("followups/set_next")
_SET_DONE = load_query("followups/set_done")
_SET_ARCHIVED = load_query("followups/set_archived")

_KIND = "FollowUp"


def get(graph: Runner, *, network_id: str, followup_id: str) -> FollowUp:
    """One follow-up. Raises NotFoundError."""
    match graph.read(_GET, network_id=network_id, id=followup_id):
        case [row]:
            return _followup(row)
        case _:
            raise NotFoundError(f"follow-up {followup_id}")


def list_open(
    graph: Runner,
    *,
    network_id: str,
    owner_id: str | None = None,
    agreements: bool | None = None,
    until: date | None = None,
    limit: int = 200,
) -> list[FollowUp]:
    """Open follow-ups, the first due first; of one owner, or of the whole network with None.

    ``agreements`` keeps those of partners, or with False those of us.
    """
    rows = graph.read(
        _LIST_OPEN,
        network_id=network_id,
        owner_id=owner_id,
        agreements=agreements,
        until=until,
        limit=limit,
    )
    return [_followup(row) for row in rows]


def list_open_for_user(
    graph: Runner, *, network_id: str, user_id: str, on: date, limit: int = 200
) -> list[FollowUp]:
    """What a user has to do this week of ``on`` or should have done before, first due first."""
    return list_open(
        graph, network_id=network_id, owner_id=user_id, until=end_of_week(on), limit=limit
    )


def list_done(
    graph: Runner,
    *,
    network_id: str,
    owner_id: str | None = None,
    agreements: bool | None = None,
    limit: int = 50,
) -> list[FollowUp]:
    """Follow-ups that are done, the last done first."""
    rows = graph.read(
        _LIST_DONE,
        network_id=network_id,
        owner_id=owner_id,
        agreements=agreements,
        limit=limit,
    )
    return [_followup(row) for row in rows]


def list_archived(
    graph: Runner,
    *,
    network_id: str,
    owner_id: str | None = None,
    agreements: bool | None = None,
    limit: int = 50,
) -> list[FollowUp]:
    """Archived follow-ups, the last archived first."""
    rows = graph.read(
        _LIST_ARCHIVED,
        network_id=network_id,
        owner_id=owner_id,
        agreements=agreements,
        limit=limit,
    )
    return [_followup(row) for row in rows]


def list_for(graph: Runner, *, network_id: str, about_id: str, limit: int = 20) -> list[FollowUp]:
    """Follow-ups about or owned by a partner, or about a collaboration: open ones first."""
    rows = graph.read(_LIST_FOR, network_id=network_id, about_id=about_id, limit=limit)
    return [_followup(row) for row in rows]


def add(
    graph: Graph,
    *,
    network_id: str,
    followup_id: str,
    fields: FollowUpFields,
    by: Author,
    now: datetime,
) -> None:
    """Make a follow-up under an id that the caller made; making it twice makes one."""

    def work(tx: Runner) -> None:
        add_within(
            tx, network_id=network_id, followup_id=followup_id, fields=fields, by=by, now=now
        )
        _refresh(tx, network_id, [fields], now)

    make_once(graph, work)


def add_within(
    tx: Runner,
    *,
    network_id: str,
    followup_id: str,
    fields: FollowUpFields,
    by: Author,
    now: datetime,
    operation_id: str | None = None,
) -> None:
    """Make a follow-up in a transaction of the caller, who refreshes the energy afterwards."""
    followup = _save(tx, network_id, followup_id, fields, now, is_new=True)
    _record(
        tx,
        network_id,
        followup,
        "added",
        by=by,
        now=now,
        after=fields.as_mapping(),
        operation_id=operation_id,
    )


def update(
    graph: Graph,
    *,
    network_id: str,
    followup_id: str,
    version: int,
    fields: FollowUpFields,
    by: Author,
    now: datetime,
) -> None:
    """Save an edit of ``version``. Raises StaleError when somebody saved another since."""

    def work(tx: Runner) -> None:
        lock(tx, _LOCK, network_id=network_id, id=followup_id, version=version)
        before = get(tx, network_id=network_id, followup_id=followup_id).fields
        followup = _save(tx, network_id, followup_id, fields, now)
        _record(
            tx,
            network_id,
            followup,
            "edited",
            by=by,
            now=now,
            before=before.as_mapping(),
            after=fields.as_mapping(),
        )
        _refresh(tx, network_id, [before, fields], now)

    graph.transact(work)


def set_done(
    graph: Graph,
    *,
    network_id: str,
    followup_id: str,
    version: int,
    done_on: date | None,
    next_id: str,
    by: Author,
    now: datetime,
) -> None:
    """Say on which day it was done, or open it again with None. Raises StaleError like an edit.

    What repeats comes back under ``next_id``, once; opening it again takes that back, unless
    somebody did something with it.
    """

    def work(tx: Runner) -> None:
        lock(tx, _LOCK, network_id=network_id, id=followup_id, version=version)
        tx.write(_SET_DONE, network_id=network_id, id=followup_id, done_on=done_on, now=now)
        followup = get(tx, network_id=network_id, followup_id=followup_id)
        _record(
            tx,
            network_id,
            followup,
            "done" if done_on else "reopened",
            by=by,
            now=now,
            after={"done_on": done_on},
        )
        if done_on:
            _repeat(tx, network_id, followup, done_on, next_id, by=by, now=now)
        else:
            _take_next_back(tx, network_id, followup_id, by=by, now=now)
        _refresh(tx, network_id, [followup.fields], now)

    graph.transact(work)


def put_off(
    graph: Graph,
    *,
    network_id: str,
    followup_id: str,
    version: int,
    due_on: date,
    by: Author,
    now: datetime,
) -> None:
    """Give it another day, and remember its own. Raises StaleError like an edit."""

    def work(tx: Runner) -> None:
        lock(tx, _LOCK, network_id=network_id, id=followup_id, version=version)
        before = get(tx, network_id=network_id, followup_id=followup_id)
        tx.write(_PUT_OFF, network_id=network_id, id=followup_id, due_on=due_on, now=now)
        _record(
            tx,
            network_id,
            get(tx, network_id=network_id, followup_id=followup_id),
            "edited",
            by=by,
            now=now,
            before={"due_on": before.due_on},
            after={"due_on": due_on},
        )
        _refresh(tx, network_id, [before.fields], now)

    graph.transact(work)


def set_archived(
    graph: Graph,
    *,
    network_id: str,
    followup_id: str,
    version: int,
    archived: bool,
    by: Author,
    now: datetime,
) -> None:
    """Archive a follow-up, or restore it. Raises StaleError like an edit."""

    def work(tx: Runner) -> None:
        fields = set_archived_within(
            tx,
            network_id=network_id,
            followup_id=followup_id,
            version=version,
            archived=archived,
            by=by,
            now=now,
        )
        _refresh(tx, network_id, [fields], now)

    graph.transact(work)


def set_archived_within(
    tx: Runner,
    *,
    network_id: str,
    followup_id: str,
    version: int,
    archived: bool,
    by: Author,
    now: datetime,
    undoes: str | None = None,
) -> FollowUpFields:
    """Archive or restore in a transaction of the caller, who refreshes the energy afterwards."""
    lock(tx, _LOCK, network_id=network_id, id=followup_id, version=version)
    tx.write(
        _SET_ARCHIVED,
        network_id=network_id,
        id=followup_id,
        archived_at=now if archived else None,
        now=now,
    )
    followup = get(tx, network_id=network_id, followup_id=followup_id)
    verb = "archived" if archived else "restored"
    _record(tx, network_id, followup, verb, by=by, now=now, undoes=undoes)
    return followup.fields


def _repeat(
    tx: Runner,
    network_id: str,
    done: FollowUp,
    done_on: date,
    next_id: str,
    *,
    by: Author,
    now: datetime,
) -> None:
    """Make the next turn of what repeats, unless there is one; who left is followed by ``by``."""
    own_day = done.first_due_on or done.due_on
    due_on = next_due(done.repeat, due_on=own_day, done_on=done_on) if done.repeat else None
    key = {"network_id": network_id, "id": done.id}
    if due_on is None or tx.read(_GET_NEXT, **key):
        return
    fields = replace(done.fields, due_on=due_on)
    followup = _save(tx, network_id, next_id, fields, now, otherwise=by.id)
    _record(tx, network_id, followup, "added", by=by, now=now, after=fields.as_mapping())
    tx.write(_SET_NEXT, **key, next_id=next_id)


def _take_next_back(
    tx: Runner, network_id: str, followup_id: str, *, by: Author, now: datetime
) -> None:
    key = {"network_id": network_id, "id": followup_id}
    for row in tx.read(_GET_NEXT, **key):
        if row["untouched"]:
            set_archived_within(
                tx,
                network_id=network_id,
                followup_id=row["id"],
                version=1,
                archived=True,
                by=by,
                now=now,
            )
            tx.write(_SET_NEXT, **key, next_id=None)


def _save(
    tx: Runner,
    network_id: str,
    followup_id: str,
    fields: FollowUpFields,
    now: datetime,
    *,
    is_new: bool = False,
    otherwise: str | None = None,
) -> FollowUp:
    """Save it whole; a user who left the network is followed by the user ``otherwise``."""
    key = {"network_id": network_id, "id": followup_id}
    rows = tx.write(_SAVE, **key, properties=fields.properties(), due_on=fields.due_on, now=now)
    check_saved(rows, id=followup_id, is_new=is_new)
    tx.write(_SET_ACTORS, **key, actor_ids=list(fields.actor_ids))
    tx.write(_SET_COLLABORATIONS, **key, collaboration_ids=list(fields.collaboration_ids))
    owner = {"user_id": fields.user_id, "actor_id": fields.owner_actor_id}
    if not tx.write(_SET_OWNER, **key, **owner) and not (
        otherwise and tx.write(_SET_OWNER, **key, user_id=otherwise, actor_id=None)
    ):
        raise NotFoundError(f"owner of follow-up {followup_id}")
    followup = get(tx, network_id=network_id, followup_id=followup_id)
    if {each.id for each in followup.about} != {*fields.actor_ids, *fields.collaboration_ids}:
        raise NotFoundError(f"what follow-up {followup_id} is about")
    return followup


def _record(
    tx: Runner,
    network_id: str,
    followup: FollowUp,
    verb: str,
    *,
    by: Author,
    now: datetime,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
    operation_id: str | None = None,
    undoes: str | None = None,
) -> None:
    change = NewChange(
        verb=verb,
        kind=_KIND,
        subject_id=followup.id,
        # The log goes into mails, which carry no free text: so not `what`.
        subject_name=", ".join(each.name for each in followup.about),
        before=before or {},
        after=after or {},
        subject_version=followup.version,
    )
    changes.record_all(
        tx,
        network_id=network_id,
        changes=[change],
        by=by,
        now=now,
        operation_id=operation_id,
        undoes=undoes,
    )


def _refresh(
    tx: Runner, network_id: str, touched: Iterable[FollowUpFields], now: datetime
) -> None:
    ids = sorted({id for fields in touched for id in fields.collaboration_ids})
    if ids:
        energy.refresh(tx, network_id=network_id, collaboration_ids=ids, now=now)


def _followup(row: Row) -> FollowUp:
    known: Row = row | {
        "kind": FollowUpKind(row["kind"]),
        "owner": Reference(**row["owner"]),
        "about": references(row["about"]),
    }
    return FollowUp(**known)
