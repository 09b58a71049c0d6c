"""How long records are kept: what was decided, what is due, and its removal."""

from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType

from graph.database import Graph, Row, Runner
from graph.domain.batches import BATCH
from graph.domain.calendar import end_of_day, local_day
from graph.domain.changes import Author
from graph.domain.retention import PROPOSED, DueRecord, Kept, Term, TermFields
from graph.queries import Query, load_query
from graph.repositories import changes, erasing, people
from graph.repositories.editing import check_version

_LIST_TERMS = load_query("retention/list_terms")
_LOCK_TERM = load_query("retention/lock_term")
_SAVE_TERM = load_query("retention/save_term")
_LIST_HANGING = load_query("retention/list_hanging")
_REMOVE = load_query("retention/remove")

_LISTS: Mapping[Kept, Query] = MappingProxyType(
    {
        Kept.PEOPLE: load_query("retention/list_people"),
        Kept.MOMENTS: load_query("retention/list_moments"),
        Kept.FOLLOWUPS: load_query("retention/list_followups"),
        Kept.ARCHIVED: load_query("retention/list_archived"),
        Kept.CHANGES: load_query("retention/list_changes"),
        Kept.MESSAGES: load_query("retention/list_messages"),
    }
)

_KIND = "RetentionTerm"
_BY = Author(id="", name="Lokale Energie")
_SECONDS = 60


def list_terms(graph: Runner, *, network_id: str) -> list[Term]:
    """Return the term of each kind of record; what nobody decided yet is a proposal."""
    decided = {row["kind"]: row for row in graph.read(_LIST_TERMS, network_id=network_id)}
    return [_term(kind, decided.get(kind)) for kind in Kept]


def decide(
    graph: Graph,
    *,
    network_id: str,
    kind: Kept,
    version: int,
    fields: TermFields,
    by: Author,
    now: datetime,
) -> None:
    """Save what the municipality decides. Raises StaleError when somebody decided since."""
    id = _id(network_id, kind)

    def work(tx: Runner) -> None:
        rows = tx.write(
            _LOCK_TERM, network_id=network_id, id=id, kind=kind, now=now, token=tx.new_id()
        )
        check_version(rows, id=id, version=version)
        before = _fields_by_name(list_terms(tx, network_id=network_id), kind)
        tx.write(
            _SAVE_TERM,
            network_id=network_id,
            id=id,
            months=fields.months,
            privacy_ground=fields.privacy_ground,
            archive_ground=fields.archive_ground,
            decided_on=local_day(now),
            now=now,
        )
        changes.record(
            tx,
            network_id=network_id,
            verb="edited",
            kind=_KIND,
            subject_id=id,
            subject_name=kind,
            by=by,
            now=now,
            before=before,
            after=_as_mapping(fields),
        )

    graph.transact(work)


def list_due(
    graph: Graph, *, network_id: str, term: Term, today: date, limit: int
) -> list[DueRecord]:
    """Return the records whose term is over, the oldest first; at most ``limit`` of each label."""
    last = term.last_due(today)
    if last is None:
        return []
    query = _LISTS[term.kind]
    marks = {"until": last, "before": end_of_day(last)}
    rows = graph.read(
        query,
        network_id=network_id,
        limit=limit,
        **{name: mark for name, mark in marks.items() if name in query.params},
    )
    return sorted((_due(row, term) for row in rows), key=lambda each: (each.since, each.id))


def remove_some(graph: Graph, *, network_id: str, term: Term, today: date, now: datetime) -> int:
    """Remove a batch of what was announced long enough; return how many, 0 when nothing is left.

    Safe to repeat and to cut short: each batch is one transaction, and what goes follows from
    the records themselves.
    """
    found = list_due(graph, network_id=network_id, term=term, today=today, limit=BATCH)
    gone = [record for record in found if record.goes_on <= today][:BATCH]
    if not gone:
        return 0
    if term.kind is Kept.PEOPLE:
        for record in gone:
            _erase(graph, network_id, record.id, now)
    ids = [record.id for record in gone]
    graph.transact(lambda tx: _remove(tx, network_id, term.kind, ids, now), timeout=_SECONDS)
    return len(gone)


def _remove(tx: Runner, network_id: str, kind: Kept, ids: list[str], now: datetime) -> None:
    if kind is not Kept.PEOPLE:  # they are erased by now, and the log tells that
        hanging = tx.read(_LIST_HANGING, network_id=network_id, ids=ids)
        tx.write(_REMOVE, network_id=network_id, ids=[*ids, *(row["id"] for row in hanging)])
    changes.record(
        tx,
        network_id=network_id,
        verb="expired",
        kind=_KIND,
        subject_id=_id(network_id, kind),
        subject_name=kind,
        by=_BY,
        now=now,
        after={"removed": len(ids)},
    )


def _erase(graph: Graph, network_id: str, person_id: str, now: datetime) -> None:
    key = {"network_id": network_id, "person_id": person_id}
    version = people.get(graph, **key).version
    erasing.erase(graph, **key, version=version, by=_BY, now=now)


def _due(row: Row, term: Term) -> DueRecord:
    since = row["since"]
    day = local_day(since) if isinstance(since, datetime) else since
    goes_on = term.goes_on(day)
    assert goes_on  # noqa: S101 -- without a term nothing is due
    return DueRecord(
        id=row["id"], label=row["label"], name=row["name"], since=day, goes_on=goes_on
    )


def _term(kind: Kept, row: Row | None) -> Term:
    if row is None or row["decided_on"] is None:
        return Term(kind=kind, version=0, fields=TermFields(months=PROPOSED[kind]))
    return Term(
        kind=kind,
        version=row["version"],
        fields=TermFields(
            months=row["months"],
            privacy_ground=row["privacy_ground"],
            archive_ground=row["archive_ground"],
        ),
        decided_on=row["decided_on"],
    )


def _fields_by_name(terms: list[Term], kind: Kept) -> dict[str, object]:
    [term] = [each for each in terms if each.kind is kind]
    return _as_mapping(term.fields) if term.decided_on else {}


def _as_mapping(fields: TermFields) -> dict[str, object]:
    return {
        "months": fields.months,
        "privacy_ground": fields.privacy_ground,
        "archive_ground": fields.archive_ground,
    }


def _id(network_id: str, kind: Kept) -> str:
    return f"{network_id}:{kind}"
