"""Positions ("functies") in the graph, and who holds them.

Who holds a position is part of it: starting and stopping lock the position and raise its version.
"""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from graph.database import Graph, Row, Runner
from graph.domain.changes import Author
from graph.domain.folding import person_sort_name, sort_name
from graph.domain.people import (
    Holder,
    Period,
    PersonFields,
    Position,
    PositionFields,
    last_day_before,
    made_way,
)
from graph.domain.references import Reference
from graph.errors import NotFoundError
from graph.queries import load_query
from graph.repositories import changes, people
from graph.repositories.editing import check_saved, lock, make_once

_GET = load_query("positions/get")
_LIST_FOR_ACTOR = load_query("positions/list_for_actor")
_LIST_ALL = load_query("positions/list_all")
_LOCK = load_query("positions/lock")
_SAVE = load_query("positions/save")
_TOUCH = load_query("positions/touch")
_SET_ACTOR = load_query("positions/set_actor")
_SET_ARCHIVED = load_query("positions/set_archived")
_START_HOLDING = load_query("positions/start_holding")
_END_HOLDINGS = load_query("positions/end_holdings")
_REMOVE_HOLDING = load_query("positions/remove_holding")
_REOPEN_HOLDINGS = load_query("positions/reopen_holdings")

_KIND = "Position"


def get(graph: Runner, *, network_id: str, position_id: str) -> Position:
    """One position with everybody who held, holds or will hold it. Raises NotFoundError."""
    match graph.read(_GET, network_id=network_id, id=position_id):
        case [row]:
            return _position(row)
        case _:
            raise NotFoundError(f"position {position_id}")


def list_for_actor(
    graph: Runner, *, network_id: str, actor_id: str, limit: int = 100
) -> list[Position]:
    """The positions at a partner by name, archived ones last."""
    rows = graph.read(_LIST_FOR_ACTOR, network_id=network_id, actor_id=actor_id, limit=limit)
    found = [_position(row) for row in rows]
    return sorted(found, key=lambda each: (bool(each.archived_at), sort_name(each.fields.name)))


def list_all(graph: Runner, *, network_id: str, limit: int) -> list[Position]:
    """Every position in any order, archived ones too."""
    return [_position(row) for row in graph.read(_LIST_ALL, network_id=network_id, limit=limit)]


def add(
    graph: Graph,
    *,
    network_id: str,
    position_id: str,
    actor_id: str,
    fields: PositionFields,
    by: Author,
    now: datetime,
) -> None:
    """Make a position at a partner, under an id that the caller made. Raises NotFoundError."""

    def work(tx: Runner) -> None:
        _save(tx, network_id, position_id, fields, now, is_new=True)
        if not tx.write(_SET_ACTOR, network_id=network_id, id=position_id, actor_id=actor_id):
            raise NotFoundError(f"actor {actor_id}")
        _record(tx, network_id, position_id, "added", by=by, now=now, after=fields.as_mapping())

    make_once(graph, work)


def update(
    graph: Graph,
    *,
    network_id: str,
    position_id: str,
    version: int,
    fields: PositionFields,
    by: Author,
    now: datetime,
) -> None:
    """Save an edit of ``version``. Raises StaleError when somebody saved another since."""

    def work(tx: Runner, before: Position) -> None:
        _save(tx, network_id, position_id, fields, now)
        _record(
            tx,
            network_id,
            position_id,
            "edited",
            by=by,
            now=now,
            before=before.fields.as_mapping(),
            after=fields.as_mapping(),
        )

    _edit(graph, network_id, position_id, version, work)


def set_archived(
    graph: Graph,
    *,
    network_id: str,
    position_id: str,
    version: int,
    archived: bool,
    by: Author,
    now: datetime,
) -> None:
    """Archive a position, or restore it. Raises StaleError like an edit."""

    def work(tx: Runner, _before: Position) -> None:
        tx.write(
            _SET_ARCHIVED,
            network_id=network_id,
            id=position_id,
            archived_at=now if archived else None,
            now=now,
        )
        verb = "archived" if archived else "restored"
        _record(tx, network_id, position_id, verb, by=by, now=now)

    _edit(graph, network_id, position_id, version, work)


def start_holding(
    graph: Graph,
    *,
    network_id: str,
    position_id: str,
    version: int,
    person_id: str,
    since: date | None,
    takes_over: bool,
    by: Author,
    now: datetime,
    new_person: PersonFields | None = None,
) -> None:
    """Let a person hold a position from ``since`` on.

    ``takes_over`` ends everybody else on the day before; ``new_person`` makes the person first,
    under ``person_id``. The rules are in ``graph.domain.people.starting_problem``. Raises
    StaleError like an edit, and NotFoundError when there is no such person.
    """

    def work(tx: Runner, before: Position) -> None:
        key = {"network_id": network_id, "id": position_id}
        if new_person:
            people.add_within(
                tx,
                network_id=network_id,
                person_id=person_id,
                fields=new_person,
                by=by,
                now=now,
            )
        if takes_over and since:
            tx.write(_END_HOLDINGS, **key, person_id=None, until=last_day_before(since))
        if not tx.write(_START_HOLDING, **key, person_id=person_id, since=since):
            raise NotFoundError(f"person {person_id}")
        _record_holders(
            tx, network_id, before, "handed_over" if takes_over else "taken", by=by, now=now
        )

    _edit(graph, network_id, position_id, version, work)


def stop_holding(
    graph: Graph,
    *,
    network_id: str,
    position_id: str,
    version: int,
    person_id: str,
    until: date,
    by: Author,
    now: datetime,
) -> None:
    """End what a person holds, with ``until`` as the last day. Raises StaleError like an edit.

    The rules are in ``graph.domain.people.stopping_problem``.
    """

    def work(tx: Runner, before: Position) -> None:
        tx.write(
            _END_HOLDINGS, network_id=network_id, id=position_id, person_id=person_id, until=until
        )
        _record_holders(tx, network_id, before, "left", by=by, now=now)

    _edit(graph, network_id, position_id, version, work)


def take_out(
    graph: Graph,
    *,
    network_id: str,
    position_id: str,
    version: int,
    person_id: str,
    by: Author,
    now: datetime,
) -> None:
    """Correct that a person never held a position; who made way for them holds it again.

    Raises StaleError like an edit, and NotFoundError for who does not hold it.
    """

    def work(tx: Runner, before: Position) -> None:
        key = {"network_id": network_id, "id": position_id}
        if not tx.write(_REMOVE_HOLDING, **key, person_id=person_id):
            raise NotFoundError(f"person {person_id} in position {position_id}")
        for until in {each.period.until for each in made_way(before, person_id)}:
            tx.write(_REOPEN_HOLDINGS, **key, until=until)
        _record_holders(tx, network_id, before, "edited", by=by, now=now)

    _edit(graph, network_id, position_id, version, work)


def _edit(
    graph: Graph,
    network_id: str,
    position_id: str,
    version: int,
    work: Callable[[Runner, Position], None],
) -> None:
    """Run an edit on the position as it was, with the lock taken and the version checked."""

    def locked(tx: Runner) -> None:
        lock(tx, _LOCK, network_id=network_id, id=position_id, version=version)
        work(tx, get(tx, network_id=network_id, position_id=position_id))

    graph.transact(locked)


def _save(
    tx: Runner,
    network_id: str,
    position_id: str,
    fields: PositionFields,
    now: datetime,
    *,
    is_new: bool = False,
) -> None:
    rows = tx.write(
        _SAVE, network_id=network_id, id=position_id, properties=fields.as_mapping(), now=now
    )
    check_saved(rows, id=position_id, is_new=is_new)


def _record_holders(
    tx: Runner, network_id: str, before: Position, verb: str, *, by: Author, now: datetime
) -> None:
    tx.write(_TOUCH, network_id=network_id, id=before.id, now=now)
    after = get(tx, network_id=network_id, position_id=before.id)
    _record(
        tx,
        network_id,
        before.id,
        verb,
        by=by,
        now=now,
        before={"holders": _as_text(before)},
        after={"holders": _as_text(after)},
    )


def _record(
    tx: Runner,
    network_id: str,
    position_id: str,
    verb: str,
    *,
    by: Author,
    now: datetime,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
) -> None:
    position = get(tx, network_id=network_id, position_id=position_id)
    changes.record(
        tx,
        network_id=network_id,
        verb=verb,
        kind=_KIND,
        subject_id=position_id,
        subject_name=f"{position.fields.name}, {position.actor.name}",
        by=by,
        now=now,
        before=before,
        after=after,
    )


def _as_text(position: Position) -> list[str]:
    return [f"{each.name} {each.period.since}/{each.period.until}" for each in position.holders]


def _position(row: Row) -> Position:
    holders = sorted(
        row["holders"], key=lambda each: (person_sort_name(each["name"]), each["person_id"])
    )
    return Position(
        id=row["id"],
        version=row["version"],
        fields=PositionFields(**{name: value or "" for name, value in row["fields"].items()}),
        actor=Reference(**row["actor"]),
        holders=tuple(_holder(each) for each in holders),
        created_at=row["created_at"],
        updated_at=row["updated_at"],
        archived_at=row["archived_at"],
    )


def _holder(row: Row) -> Holder:
    return Holder(
        person_id=row["person_id"],
        name=row["name"],
        email=row["email"] or "",
        phone=row["phone"] or "",
        period=Period(since=row["since"], until=row["until"]),
        archived=row["archived"],
    )
