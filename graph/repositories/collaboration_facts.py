"""Pulses and results of collaborations: facts of a day, each taken back or corrected by itself."""

from datetime import datetime
from typing import Any

from graph.database import Graph, Row, Runner
from graph.domain.changes import Author
from graph.domain.collaborations import RatingFields, Result, ResultFields
from graph.errors import NotFoundError
from graph.queries import load_query
from graph.repositories import changes, energy
from graph.repositories.collaborations import KIND
from graph.repositories.editing import lock

_ADD_RATING = load_query("collaborations/add_rating")
_SET_RATING_ARCHIVED = load_query("collaborations/set_rating_archived")
_GET_RESULT = load_query("collaborations/get_result")
_LOCK_RESULT = load_query("collaborations/lock_result")
_SAVE_RESULT = load_query("collaborations/save_result")
_SET_RESULT_ARCHIVED = load_query("collaborations/set_result_archived")


def add_rating(
    tx: Runner,
    *,
    network_id: str,
    collaboration_id: str,
    rating_id: str,
    fields: RatingFields,
    by: Author,
    now: datetime,
) -> None:
    """Write down a puls inside a transaction; the caller refreshes the energy afterwards.

    Raises NotFoundError when the collaboration or the partner is not of this network.
    """
    rows = tx.write(
        _ADD_RATING,
        network_id=network_id,
        id=collaboration_id,
        rating_id=rating_id,
        value=fields.value,
        on=fields.on,
        actor_id=fields.actor_id,
        user_id=None if fields.actor_id else by.id,
        now=now,
    )
    row = _only(rows, f"collaboration {collaboration_id} or its rater")
    heard = {"rating": fields.value, "rating_by": row["rater"], "rating_on": fields.on}
    _record(tx, network_id, collaboration_id, row["name"], by=by, now=now, after=heard)


def rate(
    graph: Graph,
    *,
    network_id: str,
    collaboration_id: str,
    rating_id: str,
    fields: RatingFields,
    by: Author,
    now: datetime,
) -> None:
    """Write down a puls under an id that the caller made. Raises NotFoundError."""

    def work(tx: Runner) -> None:
        add_rating(
            tx,
            network_id=network_id,
            collaboration_id=collaboration_id,
            rating_id=rating_id,
            fields=fields,
            by=by,
            now=now,
        )
        energy.refresh(tx, network_id=network_id, collaboration_ids=[collaboration_id], now=now)

    graph.transact(work)


def set_rating_archived(
    graph: Graph,
    *,
    network_id: str,
    collaboration_id: str,
    rating_id: str,
    archived: bool,
    by: Author,
    now: datetime,
) -> None:
    """Take back a puls, or count it again; doing it twice is doing it once."""

    def work(tx: Runner) -> None:
        set_rating_archived_within(
            tx,
            network_id=network_id,
            collaboration_id=collaboration_id,
            rating_id=rating_id,
            archived=archived,
            by=by,
            now=now,
        )
        energy.refresh(tx, network_id=network_id, collaboration_ids=[collaboration_id], now=now)

    graph.transact(work)


def set_rating_archived_within(
    tx: Runner,
    *,
    network_id: str,
    collaboration_id: str,
    rating_id: str,
    archived: bool,
    by: Author,
    now: datetime,
) -> None:
    """Take back or count a puls in a transaction of the caller, who refreshes the energy."""
    rows = tx.write(
        _SET_RATING_ARCHIVED,
        network_id=network_id,
        id=collaboration_id,
        rating_id=rating_id,
        archived_at=now if archived else None,
        now=now,
    )
    row = _only(rows, f"rating {rating_id}")
    was, is_now = (row["value"], None) if archived else (None, row["value"])
    _record(
        tx,
        network_id,
        collaboration_id,
        row["name"],
        by=by,
        now=now,
        before={"rating": was},
        after={"rating": is_now},
    )


def get_result(graph: Graph, *, network_id: str, collaboration_id: str, result_id: str) -> Result:
    """One result. Raises NotFoundError, also when it was taken back."""
    rows = graph.read(_GET_RESULT, network_id=network_id, id=collaboration_id, result_id=result_id)
    return Result(**_only(rows, f"result {result_id}"))


def add_result(
    graph: Graph,
    *,
    network_id: str,
    collaboration_id: str,
    result_id: str,
    fields: ResultFields,
    by: Author,
    now: datetime,
) -> None:
    """Write down what was reached, under an id that the caller made. Raises NotFoundError."""

    def work(tx: Runner) -> None:
        _save_result(tx, network_id, collaboration_id, result_id, fields=fields, by=by, now=now)

    graph.transact(work)


def update_result(
    graph: Graph,
    *,
    network_id: str,
    collaboration_id: str,
    result_id: str,
    version: int,
    fields: ResultFields,
    by: Author,
    now: datetime,
) -> None:
    """Save an edit of a result. Raises StaleError when somebody saved another since."""

    def work(tx: Runner) -> None:
        lock(tx, _LOCK_RESULT, network_id=network_id, id=result_id, version=version)
        key = {"network_id": network_id, "id": collaboration_id, "result_id": result_id}
        before = _only(tx.read(_GET_RESULT, **key), f"result {result_id}")
        was = {"result": before["text"], "result_on": before["on"]}
        _save_result(
            tx, network_id, collaboration_id, result_id, fields=fields, by=by, now=now, was=was
        )

    graph.transact(work)


def set_result_archived(
    graph: Graph,
    *,
    network_id: str,
    collaboration_id: str,
    result_id: str,
    archived: bool,
    by: Author,
    now: datetime,
) -> None:
    """Take back a result, or count it again; doing it twice is doing it once."""

    def work(tx: Runner) -> None:
        rows = tx.write(
            _SET_RESULT_ARCHIVED,
            network_id=network_id,
            id=collaboration_id,
            result_id=result_id,
            archived_at=now if archived else None,
            now=now,
        )
        row = _only(rows, f"result {result_id}")
        was, is_now = (row["text"], None) if archived else (None, row["text"])
        _record(
            tx,
            network_id,
            collaboration_id,
            row["name"],
            by=by,
            now=now,
            before={"result": was},
            after={"result": is_now},
        )
        energy.refresh(tx, network_id=network_id, collaboration_ids=[collaboration_id], now=now)

    graph.transact(work)


def _save_result(
    tx: Runner,
    network_id: str,
    collaboration_id: str,
    result_id: str,
    *,
    fields: ResultFields,
    by: Author,
    now: datetime,
    was: dict[str, Any] | None = None,
) -> None:
    rows = tx.write(
        _SAVE_RESULT,
        network_id=network_id,
        id=collaboration_id,
        result_id=result_id,
        text=fields.text,
        on=fields.on,
        now=now,
    )
    name = _only(rows, f"collaboration {collaboration_id}")["name"]
    is_now = {"result": fields.text, "result_on": fields.on}
    _record(tx, network_id, collaboration_id, name, by=by, now=now, before=was, after=is_now)
    energy.refresh(tx, network_id=network_id, collaboration_ids=[collaboration_id], now=now)


def _record(
    tx: Runner,
    network_id: str,
    collaboration_id: str,
    name: str,
    *,
    by: Author,
    now: datetime,
    after: dict[str, Any],
    before: dict[str, Any] | None = None,
) -> None:
    changes.record(
        tx,
        network_id=network_id,
        verb="edited",
        kind=KIND,
        subject_id=collaboration_id,
        subject_name=name,
        by=by,
        now=now,
        before=before,
        after=after,
    )


def _only(rows: list[Row], what: str) -> Row:
    match rows:
        case [row]:
            return row
        case _:
            raise NotFoundError(what)
