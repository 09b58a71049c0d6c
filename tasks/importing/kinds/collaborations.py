"""Rows that are collaborations, with the partners who take part and how it stands."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from graph.domain.collaborations import (
    Collaboration,
    Life,
    StatusChange,
    StatusRefusedError,
    proposed_form,
)
from graph.domain.folding import fold
from graph.domain.importing import Candidate, Choice, StagedRow
from graph.domain.imports import RowError, RowProblem
from graph.domain.records import Record, RecordKind
from graph.domain.words import Layer, MatchReason, Status
from graph.identity import new_id
from graph.repositories.record_kinds import to_plain
from tasks.importing.checks import GoodRow
from tasks.importing.kinds.basis import (
    Kind,
    Known,
    Staged,
    Values,
    filled,
    same_name,
    shown,
    taken,
)

_START = ":start"


def stage(good: Sequence[GoodRow], known: Known) -> Staged:
    """Find for each row the collaboration that it is, or that has its name."""
    there = {each.id: each for each in known.register.collaborations}
    by_name = {fold(each.fields.name): each for each in there.values() if not each.archived_at}
    rows: list[StagedRow] = []
    errors: list[RowError] = []
    for row in good:
        certain = there.get(row.values.get("id") or "")
        found = certain or by_name.get(fold(row.values.get("name") or ""))
        staged = _row(row, found, certain=certain is not None)
        if found and "status" in staged.differences and not _may_become(staged, known.today):
            errors.append(_refused(row, known))
        else:
            rows.append(staged)
    return Staged(rows=rows, errors=errors)


def records(rows: Sequence[StagedRow], usual: Choice, today: date) -> Iterator[tuple[int, Record]]:
    """Give a record for each row that makes a collaboration or changes one."""
    for row in rows:
        if row.decided(usual) is Choice.NEW:
            yield row.number, _record(row, row.id, _new(row, today))
        elif row.match and (fields := taken(row, usual)):
            changed = _with_funding(fields, row) | _with_status(fields, row, today)
            yield row.number, _record(row, row.match.id, changed, version=row.match.version)


def _row(row: GoodRow, found: Collaboration | None, *, certain: bool) -> StagedRow:
    staged = StagedRow(number=row.number, id=new_id(), values=row.values)
    if found is None:
        return staged
    known: Values = to_plain(found.fields.as_mapping()) | {
        "actor_ids": list(dict.fromkeys(each.actor_id for each in found.participants)),
        "status": found.life.status.value,
        "funder_ids": [each.actor_id for each in found.fields.funders],
    }
    if not certain:
        known["name"] = same_name(known["name"], row.values.get("name"))
    match = Candidate(
        id=found.id,
        version=found.version,
        name=found.fields.name,
        values=shown(known, row.values),
        reasons=() if certain else (MatchReason.SAME_NAME,),
        certain=certain,
    )
    life = {
        "history": [
            {"id": each.id, "status": each.status.value, "on": to_plain(each.on)}
            for each in found.life.history
        ],
        "started_on": to_plain(found.life.started_on),
        "funders": known["funders"],
    }
    return replace(staged, match=match, more=life)


def _new(row: StagedRow, today: date) -> Values:
    fields = _with_funding(filled(row.values), row)
    layer = Layer(fields.get("layer", Layer.PRACTICE))
    status = Status(fields.setdefault("status", Status.ACTIVE.value))
    fields.setdefault("form", proposed_form(layer, len(fields.get("actor_ids", []))).value)
    started = fields.get("started_on")
    first = {"id": row.id, "status": status.value, "on": today.isoformat()}
    if status is Status.ENDED:
        fields.setdefault("ended_on", today.isoformat())
        first["on"] = fields["ended_on"]
    elif status is Status.ACTIVE and started:
        first["on"] = started
    before = {"id": row.id + _START, "status": Status.ACTIVE.value, "on": started}
    fields["history"] = [before, first] if status is Status.ENDED and started else [first]
    return fields


def _with_funding(fields: Values, row: StagedRow) -> Values:
    """Return the fields with who pays as it is stored: ties, each with a last day of its own."""
    rest = {name: value for name, value in fields.items() if name != "funder_ids"}
    if "funder_ids" not in fields:
        return rest
    until = {each["actor_id"]: each["until"] for each in row.more.get("funders", [])}
    last = fields.get("funded_until")
    ties = [{"actor_id": id, "until": until.get(id, last)} for id in fields["funder_ids"]]
    return rest | {"funders": ties}


def _with_status(fields: Values, row: StagedRow, today: date) -> Values:
    if "status" not in fields:
        return {}  # the day of an end goes with the change to it, and with nothing else
    life = _life(row).after(_change(row, today), today=today)
    return {
        "status": life.status.value,
        "started_on": to_plain(life.started_on),
        "ended_on": to_plain(life.ended_on),
        "history": [
            {"id": each.id, "status": each.status.value, "on": to_plain(each.on)}
            for each in life.history
        ],
    }


def _may_become(row: StagedRow, today: date) -> bool:
    try:
        _life(row).after(_change(row, today), today=today)
    except StatusRefusedError:
        return False
    return True


def _change(row: StagedRow, today: date) -> StatusChange:
    ended: str | None = row.values.get("ended_on")
    on = date.fromisoformat(ended) if ended else today
    return StatusChange(id=row.id, status=Status(row.values["status"]), on=on)


def _life(row: StagedRow) -> Life:
    started: str | None = row.values.get("started_on") or row.more["started_on"]
    return Life(
        history=tuple(
            StatusChange(id=each["id"], status=Status(each["status"]), on=_day(each["on"]))
            for each in row.more["history"]
        ),
        started_on=_day(started),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _refused(row: GoodRow, known: Known) -> RowError:
    return RowError(
        row=row.number,
        column=known.column("status"),
        value=str(row.values["status"]),
        problem=RowProblem.STATUS_REFUSED,
    )


def _record(row: StagedRow, id: str, fields: Values, version: int | None = None) -> Record:
    return Record(
        kind=RecordKind.COLLABORATION, id=id, version=version, fields=fields, rows=(row.number,)
    )


KIND = Kind(stage=stage, records=records)
