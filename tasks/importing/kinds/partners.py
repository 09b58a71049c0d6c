"""Rows that are partners: found among the partners there are, and parents brought in first."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from graph.analysis import duplicates
from graph.domain.actors import Actor
from graph.domain.folding import fold
from graph.domain.importing import Candidate, Choice, StagedRow
from graph.domain.imports import RowError, RowProblem
from graph.domain.records import Record, RecordKind
from graph.identity import new_id
from graph.repositories.record_kinds import to_plain
from tasks.importing.checks import GoodRow
from tasks.importing.kinds.basis import Kind, Known, Staged, Values, filled, shown, taken

_FACTS = ("name", "postcode", "phone", "email", "website", "kvk")


def stage(good: Sequence[GoodRow], known: Known) -> Staged:
    """Find for each row the partner that it is, or may be; a parent comes before its parts."""
    actors = {actor.id: actor for actor in known.register.actors}
    there = duplicates.Known(
        _record(actor.id, actor.fields.as_mapping())
        for actor in actors.values()
        if not actor.archived_at
    )
    rows, orphans = _with_parents([_row(row, actors, there) for row in good])
    above = _above(rows, actors)
    depths = {row.number: _depth(_node(row), above) for row in rows}
    circling = [row for row in rows if depths[row.number] is None]
    return Staged(
        rows=sorted(
            (row for row in rows if depths[row.number] is not None),
            key=lambda row: (depths[row.number] or 0, row.number),
        ),
        errors=[
            *(_error(row, known, RowProblem.UNKNOWN_NAME) for row in orphans),
            *(_error(row, known, RowProblem.OWN_PARENT) for row in circling),
        ],
    )


def records(
    rows: Sequence[StagedRow], usual: Choice, _today: date
) -> Iterator[tuple[int, Record]]:
    """Give a record for each row that makes a partner or changes one."""
    targets = {
        fold(row.values["name"]): row.match.id
        if row.match and row.decided(usual) is not Choice.NEW
        else row.id
        for row in reversed(rows)
        if row.values.get("name")
    }
    for row in rows:
        parent = targets.get(fold(row.values.get("parent_name") or ""))
        if row.decided(usual) is Choice.NEW:
            fields = filled(row.values, without=("parent_name",))
            fields |= {"parent_id": parent} if parent else {}
            yield row.number, _new(row, fields)
        elif row.match and (fields := _changed(row, usual, parent)):
            yield (
                row.number,
                Record(
                    kind=RecordKind.ACTOR,
                    id=row.match.id,
                    version=row.match.version,
                    fields=fields,
                    rows=(row.number,),
                ),
            )


def _new(row: StagedRow, fields: Values) -> Record:
    return Record(kind=RecordKind.ACTOR, id=row.id, fields=fields, rows=(row.number,))


def _changed(row: StagedRow, usual: Choice, parent: str | None) -> Values:
    fields = taken(row, usual)
    if "parent_name" in fields:
        del fields["parent_name"]
        if parent and row.match and parent != row.match.id:
            fields["parent_id"] = parent
    return fields


def _row(row: GoodRow, actors: Mapping[str, Actor], there: duplicates.Known) -> StagedRow:
    if itself := actors.get(row.values.get("id") or ""):
        match = _candidate(itself, row.values, certain=True)
    else:
        found = there.like(_record("", row.values), limit=1)
        match = (
            _candidate(actors[found[0].b], row.values, reasons=tuple(found[0].reasons))
            if found
            else None
        )
    return StagedRow(number=row.number, id=new_id(), values=row.values, match=match)


def _candidate(
    actor: Actor, values: Values, *, reasons: tuple[str, ...] = (), certain: bool = False
) -> Candidate:
    known = to_plain(actor.fields.as_mapping())
    known["parent_name"] = actor.parent.name if actor.parent else ""
    if values.get("parent_name") and fold(known["parent_name"]) == fold(values["parent_name"]):
        known["parent_name"] = values["parent_name"]
    return Candidate(
        id=actor.id,
        version=actor.version,
        name=actor.fields.name,
        values=shown(known, values),
        reasons=reasons,
        certain=certain,
    )


def _record(id: str, values: Values) -> duplicates.Record:
    facts: Values = {name: values.get(name) or "" for name in _FACTS}
    return duplicates.Record(id=id, aliases=tuple(values.get("aliases") or ()), **facts)


def _with_parents(rows: Sequence[StagedRow]) -> tuple[list[StagedRow], list[StagedRow]]:
    """Part the rows from those of which the parent is in a row that is not good itself."""
    sound, orphans = list(rows), list[StagedRow]()
    while True:
        names = {fold(row.values.get("name") or "") for row in sound}
        lost = [row for row in sound if _parent_name(row) and _parent_name(row) not in names]
        if not lost:
            return sound, orphans
        orphans += lost
        sound = [row for row in sound if row not in lost]


def _above(rows: Sequence[StagedRow], actors: Mapping[str, Actor]) -> dict[str, str]:
    """Return the parent of each thing as it will be, by id."""
    above = {id: actor.parent.id for id, actor in actors.items() if actor.parent}
    nodes = {fold(row.values.get("name") or ""): _node(row) for row in reversed(rows)}
    for row in rows:
        if parent := row.values.get("parent_id") or nodes.get(_parent_name(row) or "-"):
            above[_node(row)] = parent
    return above


def _depth(node: str, above: Mapping[str, str]) -> int | None:
    """Return how many parents stand above a thing; None for one that stands above itself."""
    passed = {node}
    while node in above:
        node = above[node]
        if node in passed:
            return None
        passed.add(node)
    return len(passed)


def _node(row: StagedRow) -> str:
    return row.match.id if row.match else row.id


def _parent_name(row: StagedRow) -> str:
    return fold(row.values.get("parent_name") or "")


def _error(row: StagedRow, known: Known, problem: RowProblem) -> RowError:
    return RowError(
        row=row.number,
        column=known.column("parent_id"),
        value=row.values.get("parent_name") or "",
        problem=problem,
    )


KIND = Kind(stage=stage, records=records)
