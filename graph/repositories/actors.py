"""Actors in the graph."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from graph.analysis.matching import NameIndex
from graph.database import Graph, Row, Runner
from graph.domain.actors import (
    Actor,
    ActorFields,
    ActorPage,
    ActorSummary,
    CircleError,
    Neighbour,
    Part,
    Participation,
    Standing,
)
from graph.domain.changes import Author
from graph.domain.energy import DEFAULT_RHYTHM_DAYS
from graph.domain.folding import sort_name
from graph.domain.references import Reference
from graph.domain.words import ActorKind, Form, Layer, Scale, Status
from graph.errors import NotFoundError
from graph.queries import load_query
from graph.repositories import changes, editing, energy
from graph.repositories.editing import lock
from graph.repositories.reading import neighbours, said

_LIST = load_query("actors/list")
_COUNT = load_query("actors/count")
_LIST_ANSWER_KEYS = load_query("actors/list_answer_keys")
_LIST_ANSWERS = load_query("actors/list_answers")
_LIST_NAMES = load_query("actors/list_names")
_LIST_ALL = load_query("actors/list_all")
_GET = load_query("actors/get")
LOCK = load_query("actors/lock")
SAVE = load_query("actors/save")
_SET_DOMAINS = load_query("actors/set_domains")
_SET_NEIGHBOURHOODS = load_query("actors/set_neighbourhoods")
_SET_LIFE_STAGES = load_query("actors/set_life_stages")
_SET_PARENT = load_query("actors/set_parent")
_IS_PART_OF_ITSELF = load_query("actors/is_part_of_itself")
_LIST_PARTS = load_query("actors/list_parts")
_SET_ARCHIVED = load_query("actors/set_archived")

_KIND = "Actor"
_MOST_ANSWERS = 20_000

# The orders of actors/list for what was found by a question; by name the best answer goes first.
_ORDERS: dict[str, Callable[[Row], float]] = {
    "energie": lambda row: -(row["energy"] or -1.0),
    "partners": lambda row: -row["partners"],
    "contact": lambda row: -(row["last_contact_on"] or date.min).toordinal(),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorFilter:
    """What a list of actors is narrowed to. ``sort`` is naam, energie, partners or contact.

    ``together`` puts parts below the actor that they are a part of, and counts them along.
    """

    question: str = ""
    domain: str | None = None
    neighbourhood: str | None = None
    kind: ActorKind | None = None
    archived: bool = False
    together: bool = False
    sort: str = "naam"

    @property
    def narrows(self) -> bool:
        """Return whether anything but the order was chosen."""
        return bool(
            self.question or self.domain or self.neighbourhood or self.kind or self.archived
        )


def find(
    graph: Graph,
    *,
    network_id: str,
    chosen: ActorFilter,
    skip: int = 0,
    limit: int = 50,
    known: NameIndex | None = None,
) -> ActorPage:
    """One page of actors; with a question and no other order, the best answer comes first.

    ``known`` are the names of those that are not archived, for who keeps them; else they are read.
    """
    narrowed = {
        "network_id": network_id,
        "domain": chosen.domain,
        "neighbourhood": chosen.neighbourhood,
        "kind": chosen.kind,
        "archived": chosen.archived,
    }

    def work(tx: Runner) -> ActorPage:
        if chosen.question:
            ids = _answers(tx, chosen, narrowed, known)
            page = ids[skip : skip + limit]
            return ActorPage(items=_summaries(tx, network_id, page), total=len(ids))
        roots = {"roots_only": chosen.together}
        [row] = tx.read(_COUNT, **narrowed, **roots)
        rows = tx.read(_LIST, **narrowed, **roots, sort=chosen.sort, skip=skip, limit=limit)
        items = tuple(_summary(row) for row in rows)
        if chosen.together:
            below = parts(tx, network_id=network_id, ids=[each.id for each in items])
            items = tuple(each.with_parts(below.get(each.id, ())) for each in items)
        return ActorPage(items=items, total=int(row["total"]))

    return graph.read_all(work)


def names(graph: Graph, *, network_id: str) -> list[Neighbour]:
    """Every actor by name, in Dutch order: what a form chooses from."""
    rows = graph.read(_LIST_NAMES, network_id=network_id)
    return [Neighbour(id=row["id"], name=row["name"]) for row in rows]


def parts(graph: Runner, *, network_id: str, ids: Sequence[str]) -> dict[str, tuple[Part, ...]]:
    """The parts of some actors by the id of each, as trees; archived parts are left out."""
    found: defaultdict[str, defaultdict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in graph.read(_LIST_PARTS, network_id=network_id, ids=list(ids)):
        found[row["root_id"]][row["parent_id"]].append(row)
    return {id: _parts_below(id, below) for id, below in found.items()}


def _parts_below(id: str, below: Mapping[str, Sequence[Row]]) -> tuple[Part, ...]:
    return tuple(
        Part(
            id=row["id"],
            name=row["name"],
            standing=_standing(row),
            parts=_parts_below(row["id"], below),
        )
        for row in below.get(id, ())
    )


def list_all(graph: Runner, *, network_id: str, limit: int) -> list[Actor]:
    """Every actor in any order, archived ones too, without what it takes part in."""
    rows = graph.read(_LIST_ALL, network_id=network_id, limit=limit)
    bare: Row = {"children": [], "twins": [], "participations": [], "mentions": []}
    return [_actor(row | bare | {"parent": next(iter(row["parents"]), None)}) for row in rows]


def get(graph: Runner, *, network_id: str, actor_id: str) -> Actor:
    """One actor with its participations and mentions. Raises NotFoundError."""
    match graph.read(_GET, network_id=network_id, id=actor_id):
        case [row]:
            return _actor(row)
        case _:
            raise NotFoundError(f"actor {actor_id}")


def add(
    graph: Graph, *, network_id: str, actor_id: str, fields: ActorFields, by: Author, now: datetime
) -> None:
    """Make an actor under an id that the caller made; making it twice makes one."""

    def work(tx: Runner) -> None:
        _save(tx, network_id, actor_id, fields, now, is_new=True)
        changes.record(
            tx,
            network_id=network_id,
            verb="added",
            kind=_KIND,
            subject_id=actor_id,
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
    actor_id: str,
    version: int,
    fields: ActorFields,
    by: Author,
    now: datetime,
) -> None:
    """Save an edit of ``version``. Raises StaleError when somebody saved another since.

    Raises CircleError when it would become a part of its own parts.
    """

    def work(tx: Runner) -> None:
        lock(tx, LOCK, network_id=network_id, id=actor_id, version=version)
        [before] = tx.read(_GET, network_id=network_id, id=actor_id)
        _save(tx, network_id, actor_id, fields, now)
        changes.record(
            tx,
            network_id=network_id,
            verb="edited",
            kind=_KIND,
            subject_id=actor_id,
            subject_name=fields.name,
            by=by,
            now=now,
            before=_fields(before).as_mapping(),
            after=fields.as_mapping(),
        )
        # Another primary domain changes the breadth of each collaboration of this actor.
        energy.refresh_around_actor(tx, network_id=network_id, actor_id=actor_id, now=now)

    graph.transact(work)


def set_archived(
    graph: Graph,
    *,
    network_id: str,
    actor_id: str,
    version: int,
    archived: bool,
    by: Author,
    now: datetime,
) -> None:
    """Archive an actor, or restore it. Raises StaleError like an edit."""

    def work(tx: Runner) -> None:
        editing.set_archived(
            tx,
            lock_query=LOCK,
            query=_SET_ARCHIVED,
            kind=_KIND,
            network_id=network_id,
            id=actor_id,
            version=version,
            archived=archived,
            by=by,
            now=now,
        )
        energy.refresh_around_actor(tx, network_id=network_id, actor_id=actor_id, now=now)

    graph.transact(work)


def _save(
    tx: Runner,
    network_id: str,
    actor_id: str,
    fields: ActorFields,
    now: datetime,
    *,
    is_new: bool = False,
) -> None:
    key = {"network_id": network_id, "id": actor_id}
    rows = tx.write(SAVE, **key, properties=fields.properties(), now=now)
    editing.check_saved(rows, id=actor_id, is_new=is_new)
    tx.write(_SET_DOMAINS, **key, domain_ids=list(fields.domain_ids))
    tx.write(_SET_NEIGHBOURHOODS, **key, neighbourhood_ids=list(fields.neighbourhood_ids))
    tx.write(_SET_LIFE_STAGES, **key, life_stage_ids=list(fields.life_stage_ids))
    tx.write(_SET_PARENT, **key, parent_id=fields.parent_id)
    if fields.parent_id:
        refuse_circle(tx, network_id=network_id, actor_id=actor_id)


def refuse_circle(tx: Runner, *, network_id: str, actor_id: str) -> None:
    """Raise CircleError, which rolls back, when an actor became a part of its own parts."""
    if tx.read(_IS_PART_OF_ITSELF, network_id=network_id, id=actor_id)[0]["circles"]:
        raise CircleError(actor_id)


def _answers(tx: Runner, chosen: ActorFilter, narrowed: Row, known: NameIndex | None) -> list[str]:
    if known is None or chosen.archived:
        rows = tx.read(_LIST_NAMES, network_id=narrowed["network_id"])
        known = NameIndex({row["id"]: row["search"] for row in rows})
    ids = known.find(chosen.question, limit=_MOST_ANSWERS)
    keys = {row["id"]: row for row in tx.read(_LIST_ANSWER_KEYS, **narrowed, ids=ids)}
    best_first = [id for id in ids if id in keys]
    order = _ORDERS.get(chosen.sort)
    return sorted(best_first, key=lambda each: order(keys[each])) if order else best_first


def _summaries(tx: Runner, network_id: str, ids: list[str]) -> tuple[ActorSummary, ...]:
    rows = {row["id"]: row for row in tx.read(_LIST_ANSWERS, network_id=network_id, ids=ids)}
    return tuple(_summary(rows[id]) for id in ids)


def _summary(row: Row) -> ActorSummary:
    return ActorSummary(
        id=row["id"],
        name=row["name"],
        kind=ActorKind(row["kind"]),
        domain_ids=tuple(row["domain_ids"]),
        neighbourhoods=tuple(sorted(row["neighbourhoods"], key=sort_name)),
        standing=_standing(row),
        is_person=bool(row["is_person"]),
        archived_at=row["archived_at"],
    )


def _standing(row: Row) -> Standing:
    return Standing(
        energy=row["energy"],
        active=row["active"],
        lively=row["lively"],
        unmeasured=row["unmeasured"],
        partners=row["partners"],
        last_contact_on=row["last_contact_on"],
    )


def _fields(row: Row) -> ActorFields:
    stored = row["fields"]
    return ActorFields(
        name=stored["name"],
        kind=ActorKind(stored["kind"]),
        scale=Scale(stored["scale"]) if stored["scale"] else None,
        aliases=tuple(stored["aliases"] or ()),
        description=stored["description"] or "",
        municipality=stored["municipality"] or "",
        website=stored["website"] or "",
        email=stored["email"] or "",
        phone=stored["phone"] or "",
        postcode=stored["postcode"] or "",
        kvk=stored["kvk"] or "",
        is_person=bool(stored["is_person"]),
        domain_ids=tuple(row["domain_ids"]) + tuple(sorted(row["other_domain_ids"])),
        neighbourhood_ids=tuple(sorted(place["id"] for place in row["places"])),
        life_stage_ids=tuple(sorted(row["life_stage_ids"])),
        parent_id=row["parent"]["id"] if row["parent"] else None,
    )


def _actor(row: Row) -> Actor:
    return Actor(
        id=row["id"],
        version=row["version"],
        created_at=row["created_at"],
        updated_at=row["updated_at"],
        archived_at=row["archived_at"],
        verified_on=row["verified_on"],
        fields=_fields(row),
        standing=_standing(row),
        source=tuple(row["source"]),
        neighbourhoods=tuple(sorted((place["name"] for place in row["places"]), key=sort_name)),
        parent=Neighbour(**row["parent"]) if row["parent"] else None,
        children=neighbours(row["children"]),
        twins=tuple(Reference(**twin) for twin in row["twins"]),
        participations=tuple(
            sorted(
                (_participation(part) for part in row["participations"]),
                key=lambda part: (-(part.energy or -1.0), sort_name(part.name)),
            )
        ),
        mentions=said(row["mentions"]),
    )


def _participation(row: Row) -> Participation:
    fields: Row = row | {
        "form": Form(row["form"]),
        "layer": Layer(row["layer"]),
        "status": Status(row["status"]),
        "role": row["role"] or "",
        "known": row["known"] or 0,
        "rhythm_days": row["rhythm_days"] or DEFAULT_RHYTHM_DAYS,
        "source": tuple(row["source"] or ()),
        "partners": neighbours(row["partners"]),
    }
    return Participation(**fields)
