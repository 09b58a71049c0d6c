"""Collaborations in the graph: lists, the page of one, and the edits of what it is.

Who takes part and how it stands is in ``collaboration_life``, the rest in ``collaboration_facts``.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime

from graph.analysis.matching import rank
from graph.database import Graph, Row, Runner
from graph.domain.actors import Neighbour
from graph.domain.calendar import local_day
from graph.domain.changes import Author
from graph.domain.collaborations import (
    RUNS_OUT_WITHIN,
    Collaboration,
    CollaborationFields,
    CollaborationPage,
    Life,
    ParticipantFields,
    first_change,
)
from graph.domain.words import Form, Involvement, Layer, Status
from graph.errors import NotFoundError
from graph.identity import new_id
from graph.queries import load_query
from graph.repositories import changes, editing, energy
from graph.repositories import collaboration_rows as rows
from graph.repositories.editing import lock

_LIST = load_query("collaborations/list")
_COUNT = load_query("collaborations/count")
_LIST_NAMES = load_query("collaborations/list_names")
_GET = load_query("collaborations/get")
LOCK = load_query("collaborations/lock")
_SAVE = load_query("collaborations/save")
_SET_ARCHIVED = load_query("collaborations/set_archived")
_SET_LIFE_STAGES = load_query("collaborations/set_life_stages")
_SET_PREVENTION_TYPES = load_query("collaborations/set_prevention_types")
_SET_POLICY_GOALS = load_query("collaborations/set_policy_goals")
_SET_NEIGHBOURHOODS = load_query("collaborations/set_neighbourhoods")
_SET_PROGRAMMES = load_query("collaborations/set_programmes")
_SET_FUNDERS = load_query("collaborations/set_funders")
_SET_POSITIONS = load_query("collaborations/set_positions")
_SAVE_PARTICIPANTS = load_query("collaborations/save_participants")
_ADD_STATUS = load_query("collaborations/add_status")

KIND = "Collaboration"


@dataclass(frozen=True, slots=True, kw_only=True)
class CollaborationFilter:
    """What a list of collaborations is narrowed to. ``sort`` is naam, energie or contact.

    ``goal`` is the id of a policy goal or a line of action.
    ``cold`` leaves active ones whose last contact, or start, is longer ago than their rhythm;
    ``runs_out`` what is paid for half a year more at most, or not any more.
    """

    question: str = ""
    domain: str | None = None
    neighbourhood: str | None = None
    layer: Layer | None = None
    form: Form | None = None
    status: Status | None = None
    programme: str | None = None
    goal: str | None = None
    cold: bool = False
    runs_out: bool = False
    involvement: Involvement | None = None
    archived: bool = False
    sort: str = "naam"

    @property
    def narrows(self) -> bool:
        """Tell whether anything is left out besides the archive."""
        return self != CollaborationFilter(sort=self.sort)


def find(
    graph: Graph,
    *,
    network_id: str,
    chosen: CollaborationFilter,
    today: date,
    skip: int = 0,
    limit: int = 50,
) -> CollaborationPage:
    """One page of collaborations, with the energy that is stored."""

    def work(tx: Runner) -> CollaborationPage:
        narrowed = {
            "network_id": network_id,
            "ids": _answers(tx, network_id, chosen.question) if chosen.question else None,
            "domain": chosen.domain,
            "neighbourhood": chosen.neighbourhood,
            "layer": chosen.layer,
            "form": chosen.form,
            "status": chosen.status,
            "programme": chosen.programme,
            "goal": chosen.goal,
            "cold": chosen.cold,
            "runs_out_by": today + RUNS_OUT_WITHIN if chosen.runs_out else None,
            "involvement": chosen.involvement,
            "archived": chosen.archived,
            "today": today,
        }
        [row] = tx.read(_COUNT, **narrowed)
        found = tx.read(_LIST, **narrowed, sort=chosen.sort, skip=skip, limit=limit)
        items = tuple(rows.summary(row) for row in found)
        return CollaborationPage(items=items, total=int(row["total"]), active=int(row["active"]))

    return graph.read_all(work)


def names(graph: Graph, *, network_id: str) -> list[Neighbour]:
    """Every collaboration by name, in Dutch order: what a form chooses from."""
    found = graph.read(_LIST_NAMES, network_id=network_id)
    return [Neighbour(id=row["id"], name=row["name"]) for row in found if not row["archived"]]


def get(graph: Runner, *, network_id: str, collaboration_id: str) -> Collaboration:
    """One collaboration with all that its page shows of itself. Raises NotFoundError."""
    row = read(graph, network_id=network_id, collaboration_id=collaboration_id)
    return rows.collaboration(row)


def add(
    graph: Graph,
    *,
    network_id: str,
    collaboration_id: str,
    fields: CollaborationFields,
    status: Status = Status.ACTIVE,
    participants: Sequence[ParticipantFields] = (),
    by: Author,
    now: datetime,
) -> None:
    """Make a collaboration under an id that the caller made; making it twice makes one."""
    change = first_change(new_id(), status, started_on=fields.started_on, today=local_day(now))
    life = Life(history=(change,), started_on=fields.started_on)
    editing.make_once(
        graph,
        lambda tx: make(
            tx,
            network_id=network_id,
            collaboration_id=collaboration_id,
            fields=fields,
            life=life,
            participants=participants,
            by=by,
            now=now,
        ),
    )


def make(
    tx: Runner,
    *,
    network_id: str,
    collaboration_id: str,
    fields: CollaborationFields,
    life: Life,
    participants: Sequence[ParticipantFields],
    by: Author,
    now: datetime,
) -> None:
    """Make a collaboration as a part of what else the transaction does."""
    _save(tx, network_id, collaboration_id, fields, now, is_new=True)
    add_status(tx, network_id, collaboration_id, life, now)
    save_participants(tx, network_id, collaboration_id, participants)
    changes.record(
        tx,
        network_id=network_id,
        verb="added",
        kind=KIND,
        subject_id=collaboration_id,
        subject_name=fields.name,
        by=by,
        now=now,
        after=rows.told(read(tx, network_id=network_id, collaboration_id=collaboration_id))
        | {"status": life.status},
    )
    energy.refresh(tx, network_id=network_id, collaboration_ids=[collaboration_id], now=now)


def update(
    graph: Graph,
    *,
    network_id: str,
    collaboration_id: str,
    version: int,
    fields: CollaborationFields,
    by: Author,
    now: datetime,
) -> None:
    """Save an edit of ``version``. Raises StaleError when somebody saved another since."""

    def work(tx: Runner) -> None:
        lock(tx, LOCK, network_id=network_id, id=collaboration_id, version=version)
        row = read(tx, network_id=network_id, collaboration_id=collaboration_id)
        _save(tx, network_id, collaboration_id, fields, now)
        changes.record(
            tx,
            network_id=network_id,
            verb="edited",
            kind=KIND,
            subject_id=collaboration_id,
            subject_name=fields.name,
            by=by,
            now=now,
            before=rows.told(row),
            after=rows.told(read(tx, network_id=network_id, collaboration_id=collaboration_id)),
        )
        energy.refresh(tx, network_id=network_id, collaboration_ids=[collaboration_id], now=now)

    graph.transact(work)


def set_archived(
    graph: Graph,
    *,
    network_id: str,
    collaboration_id: str,
    version: int,
    archived: bool,
    by: Author,
    now: datetime,
) -> None:
    """Archive a collaboration, or restore it. Raises StaleError like an edit."""
    graph.transact(
        lambda tx: set_archived_within(
            tx,
            network_id=network_id,
            collaboration_id=collaboration_id,
            version=version,
            archived=archived,
            by=by,
            now=now,
        )
    )


def set_archived_within(
    tx: Runner,
    *,
    network_id: str,
    collaboration_id: str,
    version: int,
    archived: bool,
    by: Author,
    now: datetime,
) -> None:
    """Archive a collaboration, or restore it, as a part of what else the transaction does."""
    editing.set_archived(
        tx,
        lock_query=LOCK,
        query=_SET_ARCHIVED,
        kind=KIND,
        network_id=network_id,
        id=collaboration_id,
        version=version,
        archived=archived,
        by=by,
        now=now,
    )
    energy.refresh(tx, network_id=network_id, collaboration_ids=[collaboration_id], now=now)


def _save(
    tx: Runner,
    network_id: str,
    collaboration_id: str,
    fields: CollaborationFields,
    now: datetime,
    *,
    is_new: bool = False,
) -> None:
    key = {"network_id": network_id, "id": collaboration_id}
    rows = tx.write(_SAVE, **key, properties=fields.properties(), now=now)
    editing.check_saved(rows, id=collaboration_id, is_new=is_new)
    tx.write(_SET_LIFE_STAGES, **key, life_stage_ids=list(fields.life_stage_ids))
    tx.write(_SET_PREVENTION_TYPES, **key, prevention_type_ids=list(fields.prevention_type_ids))
    tx.write(_SET_POLICY_GOALS, **key, policy_goal_ids=list(fields.policy_goal_ids))
    tx.write(_SET_NEIGHBOURHOODS, **key, neighbourhood_ids=list(fields.neighbourhood_ids))
    tx.write(_SET_PROGRAMMES, **key, programme_ids=list(fields.programme_ids))
    tx.write(_SET_FUNDERS, **key, rows=[asdict(each) for each in fields.funders])
    tx.write(_SET_POSITIONS, **key, position_ids=list(fields.position_ids))


def save_participants(
    tx: Runner, network_id: str, collaboration_id: str, participants: Iterable[ParticipantFields]
) -> int:
    """Say who takes part, inside a transaction that holds the lock; return how many are known."""
    parts = [
        {"actor_id": each.actor_id, "role": each.role, "since": each.since, "until": each.until}
        for each in participants
    ]
    return len(
        tx.write(_SAVE_PARTICIPANTS, network_id=network_id, id=collaboration_id, rows=parts)
    )


def add_status(
    tx: Runner, network_id: str, collaboration_id: str, life: Life, now: datetime
) -> None:
    """Write down the newest change of a life, inside a transaction that holds the lock."""
    change = life.history[-1]
    tx.write(
        _ADD_STATUS,
        network_id=network_id,
        id=collaboration_id,
        change_id=change.id,
        status=change.status,
        on=change.on,
        started_on=life.started_on,
        ended_on=life.ended_on,
        now=now,
    )


def read(graph: Runner, *, network_id: str, collaboration_id: str) -> Row:
    """Read the row of one collaboration. Raises NotFoundError."""
    match graph.read(_GET, network_id=network_id, id=collaboration_id):
        case [row]:
            return row
        case _:
            raise NotFoundError(f"collaboration {collaboration_id}")


def _answers(tx: Runner, network_id: str, question: str) -> list[str]:
    found = tx.read(_LIST_NAMES, network_id=network_id)
    return rank(question, {row["id"]: row["search"] for row in found})
