"""Programmes in the graph: shared ones, read-only, and those of a network's own."""

from dataclasses import dataclass
from datetime import datetime

from graph.analysis.matching import rank
from graph.database import Graph, Row, Runner
from graph.domain.actors import Neighbour
from graph.domain.changes import Author
from graph.domain.programmes import (
    Programme,
    ProgrammeFields,
    ProgrammePage,
    ProgrammeSummary,
)
from graph.domain.words import ProgrammeKind
from graph.errors import NotFoundError
from graph.queries import load_query
from graph.repositories import changes, editing
from graph.repositories.editing import lock
from graph.repositories.reading import named_groups, neighbours, said

_LIST = load_query("programmes/list")
_COUNT = load_query("programmes/count")
_LIST_NAMES = load_query("programmes/list_names")
_GET = load_query("programmes/get")
_LOCK = load_query("programmes/lock")
_SAVE = load_query("programmes/save")
_SET_ARCHIVED = load_query("programmes/set_archived")
_SET_DOMAINS = load_query("programmes/set_domains")
_SET_LIFE_STAGES = load_query("programmes/set_life_stages")
_SET_PREVENTION_TYPES = load_query("programmes/set_prevention_types")
_SET_PILLARS = load_query("programmes/set_pillars")

_KIND = "Programme"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeFilter:
    """What a list of programmes is narrowed to. ``sort`` is naam or gebruik.

    ``known`` leaves those of which the texts or the network say something of the effect, ``own``
    those that the network made, ``used`` those that its collaborations use.
    """

    question: str = ""
    kind: ProgrammeKind | None = None
    domain: str | None = None
    known: bool = False
    own: bool = False
    used: bool = False
    archived: bool = False
    sort: str = "naam"

    @property
    def narrows(self) -> bool:
        """Tell whether anything is left out besides the archive."""
        return self != ProgrammeFilter(sort=self.sort)


def find(
    graph: Graph, *, network_id: str, chosen: ProgrammeFilter, skip: int = 0, limit: int = 50
) -> ProgrammePage:
    """One page of programmes, shared and of the network."""

    def work(tx: Runner) -> ProgrammePage:
        narrowed = {
            "network_id": network_id,
            "ids": _answers(tx, network_id, chosen.question) if chosen.question else None,
            "kind": chosen.kind,
            "domain": chosen.domain,
            "known": chosen.known,
            "own": chosen.own,
            "used": chosen.used,
            "archived": chosen.archived,
        }
        [row] = tx.read(_COUNT, **narrowed)
        rows = tx.read(_LIST, **narrowed, sort=chosen.sort, skip=skip, limit=limit)
        return ProgrammePage(items=tuple(_summary(row) for row in rows), total=int(row["total"]))

    return graph.read_all(work)


def names(graph: Graph, *, network_id: str) -> list[Neighbour]:
    """Every programme that a network may use, by name: what a form chooses from."""
    rows = graph.read(_LIST_NAMES, network_id=network_id)
    return [Neighbour(id=row["id"], name=row["name"]) for row in rows if not row["archived"]]


def get(graph: Runner, *, network_id: str, programme_id: str) -> Programme:
    """One programme, shared or of the network. Raises NotFoundError."""
    match graph.read(_GET, network_id=network_id, id=programme_id):
        case [row]:
            return _programme(row)
        case _:
            raise NotFoundError(f"programme {programme_id}")


def add(
    graph: Graph,
    *,
    network_id: str,
    programme_id: str,
    fields: ProgrammeFields,
    by: Author,
    now: datetime,
) -> None:
    """Make a programme of the network's own; making it twice under one id makes one."""

    def work(tx: Runner) -> None:
        _save(tx, network_id, programme_id, fields, now, is_new=True)
        changes.record(
            tx,
            network_id=network_id,
            verb="added",
            kind=_KIND,
            subject_id=programme_id,
            subject_name=fields.name,
            by=by,
            now=now,
            after=fields.as_mapping(),
        )

    editing.make_once(graph, work)


def update(
    graph: Graph,
    *,
    network_id: str,
    programme_id: str,
    version: int,
    fields: ProgrammeFields,
    by: Author,
    now: datetime,
) -> None:
    """Save an edit of ``version``. Raises StaleError, and NotFoundError for a shared programme."""

    def work(tx: Runner) -> None:
        lock(tx, _LOCK, network_id=network_id, id=programme_id, version=version)
        [before] = tx.read(_GET, network_id=network_id, id=programme_id)
        _save(tx, network_id, programme_id, fields, now)
        changes.record(
            tx,
            network_id=network_id,
            verb="edited",
            kind=_KIND,
            subject_id=programme_id,
            subject_name=fields.name,
            by=by,
            now=now,
            before=_fields(before).as_mapping(),
            after=fields.as_mapping(),
        )

    graph.transact(work)


def set_archived(
    graph: Graph,
    *,
    network_id: str,
    programme_id: str,
    version: int,
    archived: bool,
    by: Author,
    now: datetime,
) -> None:
    """Archive a programme of the network's own, or restore it. Raises like an edit."""

    def work(tx: Runner) -> None:
        editing.set_archived(
            tx,
            lock_query=_LOCK,
            query=_SET_ARCHIVED,
            kind=_KIND,
            network_id=network_id,
            id=programme_id,
            version=version,
            archived=archived,
            by=by,
            now=now,
        )

    graph.transact(work)


def _save(
    tx: Runner,
    network_id: str,
    programme_id: str,
    fields: ProgrammeFields,
    now: datetime,
    *,
    is_new: bool = False,
) -> None:
    key = {"network_id": network_id, "id": programme_id}
    rows = tx.write(_SAVE, **key, properties=fields.properties(), now=now)
    editing.check_saved(rows, id=programme_id, is_new=is_new)
    tx.write(_SET_DOMAINS, **key, domain_ids=list(fields.domain_ids))
    tx.write(_SET_LIFE_STAGES, **key, life_stage_ids=list(fields.life_stage_ids))
    tx.write(_SET_PREVENTION_TYPES, **key, prevention_type_ids=list(fields.prevention_type_ids))
    tx.write(_SET_PILLARS, **key, pillar_ids=list(fields.pillar_ids))


def _answers(tx: Runner, network_id: str, question: str) -> list[str]:
    rows = tx.read(_LIST_NAMES, network_id=network_id)
    return rank(question, {row["id"]: row["search"] for row in rows})


def _summary(row: Row) -> ProgrammeSummary:
    known: Row = row | {
        "kind": ProgrammeKind(row["kind"]),
        "domain_ids": tuple(sorted(row["domain_ids"])),
    }
    return ProgrammeSummary(**known)


def _fields(row: Row) -> ProgrammeFields:
    stored = row["fields"]
    return ProgrammeFields(
        name=stored["name"],
        kind=ProgrammeKind(stored["kind"]),
        description=stored["description"] or "",
        target_group=stored["target_group"] or "",
        evidence=stored["evidence"] or "",
        evidence_source=stored["evidence_source"] or "",
        evidence_on=stored["evidence_on"],
        domain_ids=tuple(sorted(row["domain_ids"])),
        life_stage_ids=tuple(sorted(row["life_stage_ids"])),
        prevention_type_ids=tuple(sorted(row["prevention_type_ids"])),
        pillar_ids=tuple(sorted(row["pillar_ids"])),
    )


def _programme(row: Row) -> Programme:
    return Programme(
        id=row["id"],
        version=row["version"],
        created_at=row["created_at"],
        updated_at=row["updated_at"],
        archived_at=row["archived_at"],
        own=row["own"],
        fields=_fields(row),
        source=tuple(row["source"]),
        twins=neighbours(row["twins"]),
        groups=named_groups(row["groups"]),
        mentions=said(row["mentions"]),
    )
