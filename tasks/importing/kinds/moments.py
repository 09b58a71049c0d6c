"""Rows that are contact moments: the same moment twice is one."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from graph.domain.folding import fold
from graph.domain.importing import Candidate, Choice, StagedRow
from graph.domain.moments import MomentFields
from graph.domain.records import Record, RecordKind
from graph.identity import new_id
from graph.repositories.record_kinds import to_plain
from tasks.importing.checks import GoodRow
from tasks.importing.kinds.basis import Kind, Known, Staged, Values, filled, shown, taken

_KEY = ("actor_ids", "collaboration_ids", "position_ids")


def stage(good: Sequence[GoodRow], known: Known) -> Staged:
    """Find for each row the moment that it tells, when that is there already."""
    moments = {each.id: each for each in known.register.moments}
    told = {id: to_plain(each.fields.as_mapping()) for id, each in moments.items()}
    ids = {_key(fields): id for id, fields in told.items() if not moments[id].archived_at}
    rows: list[StagedRow] = []
    for row in good:
        id = row.values.get("id") or ids.get(_key(row.values))
        match = (
            Candidate(
                id=id,
                version=moments[id].version,
                name=told[id]["on"],
                values=shown(told[id], row.values),
                certain=True,
            )
            if id in moments
            else None
        )
        rows.append(StagedRow(number=row.number, id=new_id(), values=row.values, match=match))
    return Staged(rows=rows)


def records(
    rows: Sequence[StagedRow], usual: Choice, _today: date
) -> Iterator[tuple[int, Record]]:
    """Give a record for each row that makes a moment or changes one."""
    for row in rows:
        if row.decided(usual) is Choice.NEW:
            yield row.number, _record(row, row.id, filled(row.values))
        elif row.match and (fields := taken(row, usual)):
            yield row.number, _record(row, row.match.id, fields, version=row.match.version)


def _record(row: StagedRow, id: str, fields: Values, version: int | None = None) -> Record:
    return Record(
        kind=RecordKind.MOMENT, id=id, version=version, fields=fields, rows=(row.number,)
    )


def _key(values: Mapping[str, Any]) -> tuple[object, ...]:
    """Return what makes a moment the same one: the day, how, about and with whom, and the note."""
    usual = to_plain(MomentFields(on=date.min).as_mapping())
    about = tuple(frozenset(values.get(name) or ()) for name in _KEY)
    channel = values.get("channel") or usual["channel"]
    at, note = values.get("at") or None, fold(values.get("note") or "")
    return values.get("on"), at, channel, note, *about


KIND = Kind(stage=stage, records=records)
