"""People ("contactpersonen") in the graph."""

from dataclasses import dataclass
from datetime import datetime

from graph.analysis.matching import rank
from graph.database import Graph, Row, Runner
from graph.domain.changes import Author
from graph.domain.folding import search_text, sort_name
from graph.domain.people import HeldPosition, Period, Person, PersonFields, PersonPage
from graph.domain.references import Reference
from graph.errors import NotFoundError
from graph.queries import load_query
from graph.repositories import changes, editing
from graph.repositories.editing import lock

_GET = load_query("people/get")
_LIST = load_query("people/list")
_COUNT = load_query("people/count")
_LIST_NAMES = load_query("people/list_names")
_LOCK = load_query("people/lock")
_SAVE = load_query("people/save")
_SET_ARCHIVED = load_query("people/set_archived")

_KIND = "Person"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFilter:
    """What a list of people is narrowed to."""

    question: str = ""
    archived: bool = False


def find(
    graph: Graph, *, network_id: str, chosen: PersonFilter, skip: int = 0, limit: int = 50
) -> PersonPage:
    """One page of people whose name, function or partner answers the question."""

    def work(tx: Runner) -> PersonPage:
        narrowed = {
            "network_id": network_id,
            "ids": _answers(tx, network_id, chosen) if chosen.question else None,
            "archived": chosen.archived,
        }
        [row] = tx.read(_COUNT, **narrowed)
        rows = tx.read(_LIST, **narrowed, skip=skip, limit=limit)
        return PersonPage(items=tuple(_person(row) for row in rows), total=int(row["total"]))

    return graph.read_all(work)


def names(graph: Runner, *, network_id: str) -> list[Reference]:
    """Everybody by name, in Dutch order: what a form chooses from. Archived people are not."""
    rows = graph.read(_LIST_NAMES, network_id=network_id, archived=False)
    return [Reference(id=row["id"], name=row["name"], kind=_KIND) for row in rows]


def get(graph: Runner, *, network_id: str, person_id: str) -> Person:
    """One person with the positions they hold and held. Raises NotFoundError."""
    match graph.read(_GET, network_id=network_id, id=person_id):
        case [row]:
            return _person(row)
        case _:
            raise NotFoundError(f"person {person_id}")


def add(
    graph: Graph,
    *,
    network_id: str,
    person_id: str,
    fields: PersonFields,
    by: Author,
    now: datetime,
) -> None:
    """Make a person under an id that the caller made; making it twice makes one."""
    editing.make_once(
        graph,
        lambda tx: add_within(
            tx, network_id=network_id, person_id=person_id, fields=fields, by=by, now=now
        ),
    )


def add_within(
    tx: Runner,
    *,
    network_id: str,
    person_id: str,
    fields: PersonFields,
    by: Author,
    now: datetime,
) -> None:
    """Make a person in a transaction of the caller."""
    _save(tx, network_id, person_id, fields, now, is_new=True)
    changes.record(
        tx,
        network_id=network_id,
        verb="added",
        kind=_KIND,
        subject_id=person_id,
        subject_name=fields.name,
        by=by,
        now=now,
        after=fields.as_mapping(),
    )


def lock_within(tx: Runner, *, network_id: str, person_id: str, version: int) -> PersonFields:
    """Take the lock in a transaction of the caller and return the fields. Raises as an edit."""
    lock(tx, _LOCK, network_id=network_id, id=person_id, version=version)
    return get(tx, network_id=network_id, person_id=person_id).fields


def update(
    graph: Graph,
    *,
    network_id: str,
    person_id: str,
    version: int,
    fields: PersonFields,
    by: Author,
    now: datetime,
) -> None:
    """Save an edit of ``version``. Raises StaleError when somebody saved another since."""

    def work(tx: Runner) -> None:
        before = lock_within(tx, network_id=network_id, person_id=person_id, version=version)
        _save(tx, network_id, person_id, fields, now)
        changes.record(
            tx,
            network_id=network_id,
            verb="edited",
            kind=_KIND,
            subject_id=person_id,
            subject_name=fields.name,
            by=by,
            now=now,
            before=before.as_mapping(),
            after=fields.as_mapping(),
        )

    graph.transact(work)


def set_archived(
    graph: Graph,
    *,
    network_id: str,
    person_id: str,
    version: int,
    archived: bool,
    by: Author,
    now: datetime,
) -> None:
    """Archive a person, whose positions are vacant then; or restore. Raises StaleError."""

    def work(tx: Runner) -> None:
        editing.set_archived(
            tx,
            lock_query=_LOCK,
            query=_SET_ARCHIVED,
            kind=_KIND,
            network_id=network_id,
            id=person_id,
            version=version,
            archived=archived,
            by=by,
            now=now,
        )

    graph.transact(work)


def _save(
    tx: Runner,
    network_id: str,
    person_id: str,
    fields: PersonFields,
    now: datetime,
    *,
    is_new: bool = False,
) -> None:
    rows = tx.write(
        _SAVE, network_id=network_id, id=person_id, properties=fields.properties(), now=now
    )
    editing.check_saved(rows, id=person_id, is_new=is_new)


def _answers(tx: Runner, network_id: str, chosen: PersonFilter) -> list[str]:
    rows = tx.read(_LIST_NAMES, network_id=network_id, archived=chosen.archived)
    texts = {
        row["id"]: search_text(row["name"], *row["positions"], *row["actors"]) for row in rows
    }
    return rank(chosen.question, texts)


def _person(row: Row) -> Person:
    held = sorted(row["positions"], key=lambda each: (sort_name(each["actor_name"]), each["id"]))
    return Person(
        id=row["id"],
        version=row["version"],
        fields=PersonFields(**{name: value or "" for name, value in row["fields"].items()}),
        positions=tuple(_held(each) for each in held),
        created_at=row["created_at"],
        updated_at=row["updated_at"],
        archived_at=row["archived_at"],
    )


def _held(row: Row) -> HeldPosition:
    return HeldPosition(
        position=Reference(id=row["id"], name=row["name"], kind="Position"),
        actor=Reference(id=row["actor_id"], name=row["actor_name"], kind="Actor"),
        email=row["email"] or "",
        phone=row["phone"] or "",
        period=Period(since=row["since"], until=row["until"]),
        archived=row["archived"],
    )
