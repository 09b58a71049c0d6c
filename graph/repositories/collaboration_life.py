"""Who takes part in a collaboration, and how it stands: edits of the collaboration itself."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from graph.database import Graph, Runner
from graph.domain.calendar import local_day
from graph.domain.changes import Author
from graph.domain.collaborations import Life, ParticipantFields, StatusChange
from graph.domain.words import Status
from graph.errors import NotFoundError
from graph.identity import new_id
from graph.queries import load_query
from graph.repositories import changes, energy
from graph.repositories import collaboration_rows as rows
from graph.repositories.collaborations import KIND, LOCK, add_status, read, save_participants
from graph.repositories.editing import lock

_TOUCH = load_query("collaborations/touch")
_SAVE_PARTICIPATION = load_query("collaborations/save_participation")
_REMOVE_PARTICIPANT = load_query("collaborations/remove_participant")
_REMOVE_STATUS = load_query("collaborations/remove_status")


def add_participant(
    graph: Graph,
    *,
    network_id: str,
    collaboration_id: str,
    participant: ParticipantFields,
    by: Author,
    now: datetime,
) -> None:
    """Let a partner join. Raises NotFoundError for one that is not in the network."""

    def work(tx: Runner) -> None:
        def save() -> None:
            if not save_participants(tx, network_id, collaboration_id, [participant]):
                raise NotFoundError(f"actor {participant.actor_id}")

        _change_participants(tx, network_id, collaboration_id, save, by=by, now=now)

    graph.transact(work)


def update_participant(
    graph: Graph,
    *,
    network_id: str,
    collaboration_id: str,
    version: int,
    was: ParticipantFields,
    participant: ParticipantFields,
    by: Author,
    now: datetime,
) -> None:
    """Say as what a partner takes part, and when; ``was`` tells in which of its roles and periods.

    It is an edit of the collaboration: raises StaleError when somebody saved another since.
    """
    asked = {"role": participant.role, "since": participant.since, "until": participant.until}

    def work(tx: Runner) -> None:
        lock(tx, LOCK, network_id=network_id, id=collaboration_id, version=version)
        _change_participants(
            tx,
            network_id,
            collaboration_id,
            lambda: tx.write(
                _SAVE_PARTICIPATION, **_key(network_id, collaboration_id, was), **asked
            ),
            by=by,
            now=now,
        )

    graph.transact(work)


def remove_participant(
    graph: Graph,
    *,
    network_id: str,
    collaboration_id: str,
    was: ParticipantFields,
    by: Author,
    now: datetime,
) -> None:
    """Take out a partner that never took part; who stopped keeps its place with a last day."""

    def work(tx: Runner) -> None:
        _change_participants(
            tx,
            network_id,
            collaboration_id,
            lambda: tx.write(_REMOVE_PARTICIPANT, **_key(network_id, collaboration_id, was)),
            by=by,
            now=now,
        )
        # Who left is not around the collaboration any more, so its standing is refreshed apart.
        energy.refresh_around_actor(tx, network_id=network_id, actor_id=was.actor_id, now=now)

    graph.transact(work)


def set_status(
    graph: Graph,
    *,
    network_id: str,
    collaboration_id: str,
    version: int,
    status: Status,
    on: date,
    by: Author,
    now: datetime,
) -> None:
    """Say that a collaboration stands elsewhere since a day.

    Raises StaleError like an edit, and StatusRefusedError when its life does not allow it.
    """
    change = StatusChange(id=new_id(), status=status, on=on)

    def work(tx: Runner) -> None:
        lock(tx, LOCK, network_id=network_id, id=collaboration_id, version=version)
        before = _life(tx, network_id, collaboration_id)
        after = before.after(change, today=local_day(now))
        add_status(tx, network_id, collaboration_id, after, now)
        _record(
            tx,
            network_id,
            collaboration_id,
            _touch(tx, network_id, collaboration_id, now),
            verb="ended" if status is Status.ENDED else "edited",
            by=by,
            now=now,
            before={"status": before.status, "started_on": before.started_on},
            after={"status": status, "started_on": after.started_on, "on": on},
        )

    graph.transact(work)


def undo_status(
    graph: Graph,
    *,
    network_id: str,
    collaboration_id: str,
    version: int,
    by: Author,
    now: datetime,
) -> None:
    """Take back the newest change of status. Raises StaleError, or NotFoundError for the first."""

    def work(tx: Runner) -> None:
        lock(tx, LOCK, network_id=network_id, id=collaboration_id, version=version)
        before = _life(tx, network_id, collaboration_id)
        if not before.may_undo:
            raise NotFoundError(f"a change of status of {collaboration_id} to take back")
        after = before.undone()
        tx.write(
            _REMOVE_STATUS,
            network_id=network_id,
            id=collaboration_id,
            change_id=before.history[-1].id,
            status=after.status,
            started_on=after.started_on,
            ended_on=after.ended_on,
        )
        _record(
            tx,
            network_id,
            collaboration_id,
            _touch(tx, network_id, collaboration_id, now),
            verb="reopened" if before.status is Status.ENDED else "edited",
            by=by,
            now=now,
            before={"status": before.status, "started_on": before.started_on},
            after={"status": after.status, "started_on": after.started_on},
        )

    graph.transact(work)


def _key(network_id: str, collaboration_id: str, was: ParticipantFields) -> dict[str, Any]:
    """Return what finds one role and period of a partner: after a merge it may have several."""
    return {
        "network_id": network_id,
        "id": collaboration_id,
        "actor_id": was.actor_id,
        "was_role": was.role,
        "was_since": was.since,
        "was_until": was.until,
    }


def _change_participants(
    tx: Runner,
    network_id: str,
    collaboration_id: str,
    change: Callable[[], object],
    *,
    by: Author,
    now: datetime,
) -> None:
    # Raising the version takes the lock, so what is read next stays true.
    name = _touch(tx, network_id, collaboration_id, now)
    before = _words(tx, network_id, collaboration_id)
    change()
    after = _words(tx, network_id, collaboration_id)
    _record(
        tx,
        network_id,
        collaboration_id,
        name,
        by=by,
        now=now,
        before={"participants": before},
        after={"participants": after},
    )


def _touch(tx: Runner, network_id: str, collaboration_id: str, now: datetime) -> str:
    """Raise the version and return the name."""
    match tx.write(_TOUCH, network_id=network_id, id=collaboration_id, now=now):
        case [row]:
            return str(row["name"])
        case _:
            raise NotFoundError(f"collaboration {collaboration_id}")


def _record(
    tx: Runner,
    network_id: str,
    collaboration_id: str,
    name: str,
    *,
    by: Author,
    now: datetime,
    before: dict[str, Any],
    after: dict[str, Any],
    verb: str = "edited",
) -> None:
    changes.record(
        tx,
        network_id=network_id,
        verb=verb,
        kind=KIND,
        subject_id=collaboration_id,
        subject_name=name,
        by=by,
        now=now,
        before=before,
        after=after,
    )
    energy.refresh(tx, network_id=network_id, collaboration_ids=[collaboration_id], now=now)


def _life(tx: Runner, network_id: str, collaboration_id: str) -> Life:
    row = read(tx, network_id=network_id, collaboration_id=collaboration_id)
    return rows.life(row["history"], row["fields"])


def _words(tx: Runner, network_id: str, collaboration_id: str) -> list[str]:
    row = read(tx, network_id=network_id, collaboration_id=collaboration_id)
    return [
        " | ".join(str(word) for word in (each.name, each.role, each.since, each.until) if word)
        for each in rows.participants(row["participants"])
    ]
