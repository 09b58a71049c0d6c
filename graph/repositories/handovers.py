"""Passing on what is open with one user, as one operation, and taking that back."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from graph.database import Graph, Row, Runner
from graph.domain.calendar import local_day
from graph.domain.changes import Author, Change, NewChange
from graph.domain.followups import FollowUpFields
from graph.domain.handovers import SPEAK_WITHIN, ColdTie, Handover
from graph.domain.operations import Undone
from graph.domain.words import FollowUpKind, OperationKind
from graph.errors import StaleError
from graph.identity import new_id
from graph.queries import load_query
from graph.repositories import changes, energy, followups, operations

_LIST_AGREEMENT_IDS = load_query("handovers/list_agreement_ids")
_LIST_COLD = load_query("handovers/list_cold")
_PASS_ON = load_query("handovers/pass_on")

_KIND = "FollowUp"
_MOST = 500


def get(graph: Graph, *, network_id: str, user_id: str, today: date) -> Handover:
    """Return what is open with a user in a network."""

    def work(tx: Runner) -> Handover:
        made = tx.read(_LIST_AGREEMENT_IDS, network_id=network_id, user_id=user_id, limit=_MOST)
        theirs = {row["id"] for row in made}
        promised = followups.list_open(tx, network_id=network_id, agreements=True, limit=_MOST)
        return Handover(
            actions=tuple(
                followups.list_open(tx, network_id=network_id, owner_id=user_id, limit=_MOST)
            ),
            agreements=tuple(each for each in promised if each.id in theirs),
            cold=_cold(tx, network_id, user_id, today),
        )

    return graph.read_all(work)


def pass_on(
    graph: Graph,
    *,
    network_id: str,
    user_id: str,
    successor_id: str,
    action_ids: Sequence[str],
    talks: Mapping[str, str],
    talk: str,
    operation_id: str,
    title: str,
    by: Author,
    now: datetime,
) -> int:
    """Give these open actions to a successor, with a talk for each tie that cools off.

    ``talks`` maps collaborations to the ids of actions to make, in the words of ``talk``. What
    was done or given away meanwhile stays as it is. Returns how many actions the successor got.
    Raises NotFoundError when the successor is no member.
    """
    key: dict[str, Any] = {"network_id": network_id, "operation_id": operation_id}

    def work(tx: Runner) -> int:
        operations.start(tx, **key, kind=OperationKind.HANDOVER, title=title, by=by, now=now)
        for collaboration_id, followup_id in talks.items():
            followups.add_within(
                tx,
                network_id=network_id,
                followup_id=followup_id,
                fields=_talk(talk, collaboration_id, successor_id, local_day(now)),
                by=by,
                now=now,
                operation_id=operation_id,
            )
        rows = [{"id": id, "version": None} for id in action_ids]
        given = _give(tx, network_id, rows, user_id=user_id, successor_id=successor_id, now=now)
        changes.record_all(
            tx,
            network_id=network_id,
            changes=[_change(row, user_id, successor_id) for row in given],
            by=by,
            now=now,
            operation_id=operation_id,
        )
        energy.refresh(tx, network_id=network_id, collaboration_ids=sorted(talks), now=now)
        return len(given) + len(talks)

    return graph.transact(work)


def undo(graph: Graph, *, network_id: str, operation_id: str, by: Author, now: datetime) -> Undone:
    """Give back what the successor did not touch, and archive the talks that were made.

    Raises UndoRefusedError, and NotFoundError when who had it all is no member any more.
    """
    key: dict[str, Any] = {"network_id": network_id, "operation_id": operation_id}

    def work(tx: Runner) -> Undone:
        operations.mark_undone(tx, **key, by=by, now=now)
        parts = operations.changes_of(tx, **key)
        talks = [part for part in parts if part.verb == "added"]
        given = [part for part in parts if part.verb != "added"]
        back = {
            *_give_back(tx, network_id, operation_id, given, by=by, now=now),
            *(
                part.subject_id
                for part in talks
                if _archived(tx, network_id, operation_id, part, by=by, now=now)
            ),
        }
        left = tuple(part.subject_name for part in parts if part.subject_id not in back)
        return Undone(count=len(back), left=left)

    return graph.transact(work)


def _give_back(
    tx: Runner,
    network_id: str,
    operation_id: str,
    parts: Sequence[Change],
    *,
    by: Author,
    now: datetime,
) -> list[str]:
    if not parts:
        return []
    [user_id], [successor_id] = (
        {str(side["user_id"]) for side in sides}
        for sides in ([each.before for each in parts], [each.after for each in parts])
    )
    rows = [{"id": each.subject_id, "version": each.subject_version} for each in parts]
    back = _give(tx, network_id, rows, user_id=successor_id, successor_id=user_id, now=now)
    changes.record_all(
        tx,
        network_id=network_id,
        changes=[_change(row, successor_id, user_id) for row in back],
        by=by,
        now=now,
        undoes=operation_id,
    )
    return [row["id"] for row in back]


def _archived(
    tx: Runner, network_id: str, operation_id: str, part: Change, *, by: Author, now: datetime
) -> bool:
    """Archive a talk that nobody touched; tell whether it was."""
    try:
        fields = followups.set_archived_within(
            tx,
            network_id=network_id,
            followup_id=part.subject_id,
            version=part.subject_version or 1,
            archived=True,
            by=by,
            now=now,
            undoes=operation_id,
        )
    except StaleError:
        return False  # nothing was written yet: the lock comes before all else
    energy.refresh(
        tx, network_id=network_id, collaboration_ids=list(fields.collaboration_ids), now=now
    )
    return True


def _give(
    tx: Runner,
    network_id: str,
    rows: Sequence[Row],
    *,
    user_id: str,
    successor_id: str,
    now: datetime,
) -> list[Row]:
    return tx.write(
        _PASS_ON,
        network_id=network_id,
        user_id=user_id,
        successor_id=successor_id,
        rows=list(rows),
        token=new_id(),
        now=now,
    )


def _change(row: Row, user_id: str, successor_id: str) -> NewChange:
    return NewChange(
        verb="edited",
        kind=_KIND,
        subject_id=row["id"],
        subject_name=", ".join(sorted(row["about"])),
        before={"user_id": user_id},
        after={"user_id": successor_id},
        subject_version=row["version"],
    )


def _talk(what: str, collaboration_id: str, successor_id: str, today: date) -> FollowUpFields:
    return FollowUpFields(
        what=what,
        kind=FollowUpKind.SPEAK,
        due_on=today + SPEAK_WITHIN,
        user_id=successor_id,
        collaboration_ids=(collaboration_id,),
    )


def _cold(tx: Runner, network_id: str, user_id: str, today: date) -> tuple[ColdTie, ...]:
    rows = tx.read(_LIST_COLD, network_id=network_id, user_id=user_id, today=today, limit=_MOST)
    return tuple(ColdTie(**row) for row in rows)
