"""Erasing a contact person from a network: the position stays, the person is nowhere any more."""

from collections.abc import Collection, Iterable
from datetime import datetime

from graph.database import Graph, Row, Runner
from graph.domain.changes import Author
from graph.domain.erasing import ASKED, ERASED, Place, Traces
from graph.identity import new_id
from graph.queries import load_query
from graph.repositories import changes, people
from graph.repositories.dossiers import mentions, role_mentions

_LOCK_MENTIONS = load_query("erasing/lock_mentions")
_LOCK_LOG_MENTIONS = load_query("erasing/lock_log_mentions")
_REPLACE = load_query("erasing/replace")
_REPLACE_ROLES = load_query("erasing/replace_roles")
_EMPTY_LOG = load_query("erasing/empty_log")
_REMOVE_PERSON = load_query("erasing/remove_person")

_SECONDS = 60
_MOST = 2000
_ROLE = "TAKES_PART_IN"


def places(
    graph: Graph, *, network_id: str, person_id: str, also: Iterable[str] = ()
) -> list[Place]:
    """Return where people wrote about a person themselves. Raises NotFoundError.

    ``also`` are other ways in which people write the name.
    """

    def work(tx: Runner) -> list[Place]:
        fields = people.get(tx, network_id=network_id, person_id=person_id).fields
        traces = Traces(fields, also)
        found = mentions(tx, network_id=network_id, person_id=person_id, words=traces.words)
        roles = role_mentions(tx, network_id=network_id, words=traces.words)
        written = [place for row in found for place in _places(row, traces)]
        return written + [_role_place(row) for row in roles if traces.are_in(row["role"])]

    return graph.read_all(work, timeout=_SECONDS)


def erase(
    graph: Graph,
    *,
    network_id: str,
    person_id: str,
    version: int,
    by: Author,
    now: datetime,
    also: Iterable[str] = (),
    keep: Collection[str] = (),
) -> None:
    """Erase a person for good, also from the log and what an undo would bring back.

    ``keep`` are the keys of the places where the text stays as it is. Raises NotFoundError, and
    StaleError when somebody saved the person since ``version``.
    """
    also = tuple(also)

    def work(tx: Runner) -> None:
        key = {"network_id": network_id, "person_id": person_id}
        traces = Traces(people.lock_within(tx, **key, version=version), also)
        tx.write(_EMPTY_LOG, **key, name=ERASED)
        _clean_things(tx, traces, keep, **key)
        _clean_roles(tx, network_id, traces, keep)
        tx.write(_REMOVE_PERSON, network_id=network_id, id=person_id)
        changes.record(
            tx,
            network_id=network_id,
            verb="erased",
            kind="Person",
            subject_id=person_id,
            subject_name=ERASED,
            by=by,
            now=now,
        )

    graph.transact(work, timeout=_SECONDS)


def _clean_things(
    tx: Runner, traces: Traces, keep: Collection[str], *, network_id: str, person_id: str
) -> None:
    asked = {"network_id": network_id, "keys": traces.words, "limit": _MOST}
    while True:
        found = [
            *tx.write(_LOCK_MENTIONS, **asked, token=new_id()),
            *tx.write(_LOCK_LOG_MENTIONS, **asked, person_id=person_id, token=new_id()),
        ]
        cleaned = {row["id"]: _cleaned(row, traces, keep) for row in found}
        changed = {id: properties for id, properties in cleaned.items() if properties}
        if changed:
            tx.write(_REPLACE, network_id=network_id, ids=sorted(changed), properties=changed)
        if not changed or len(found) < _MOST:
            return


def _cleaned(row: Row, traces: Traces, keep: Collection[str]) -> Row:
    kept = {place.key.rpartition("|")[2] for place in _places(row, traces) if place.key in keep}
    # The keys to sort and search by follow the name.
    kept |= {"sort_name", "search"} if kept & {"name", "aliases"} else set()
    erased = traces.erased(row["properties"])
    return {name: value for name, value in erased.items() if name not in kept}


def _clean_roles(tx: Runner, network_id: str, traces: Traces, keep: Collection[str]) -> None:
    found = role_mentions(tx, network_id=network_id, words=traces.words)
    rows = [
        {
            "actor_id": row["actor_id"],
            "collaboration_id": row["collaboration_id"],
            "role": traces.without("role", row["role"]),
        }
        for row in found
        if _role_place(row).key not in keep
    ]
    if rows:
        tx.write(_REPLACE_ROLES, network_id=network_id, rows=rows)


def _places(row: Row, traces: Traces) -> list[Place]:
    asked = ASKED.get(row["label"], frozenset())
    properties = row["properties"]
    return [
        Place(
            key=f"{row['label']}|{row['id']}|{name}",
            label=row["label"],
            id=row["id"],
            name=str(properties.get("name") or properties.get("on") or ""),
            text=_as_text(properties[name]),
        )
        for name in sorted(asked & properties.keys())
        if traces.are_in(properties[name])
    ]


def _role_place(row: Row) -> Place:
    return Place(
        key=f"{_ROLE}|{row['actor_id']}|{row['collaboration_id']}",
        label=_ROLE,
        id=row["collaboration_id"],
        name=f"{row['actor_name']}, {row['collaboration_name']}",
        text=row["role"],
    )


def _as_text(value: str | list[str]) -> str:
    return value if isinstance(value, str) else ", ".join(value)
