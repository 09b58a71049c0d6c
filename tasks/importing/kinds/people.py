"""Rows that are functions at partners with who holds them: one row for each holder.

Rows about one function make one position, and rows about one person make one person.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from graph.domain.folding import fold
from graph.domain.importing import Candidate, Choice, StagedRow, is_empty
from graph.domain.people import Holder, Person, Position
from graph.domain.records import Record, RecordKind
from graph.identity import new_id
from graph.repositories.record_kinds import to_plain
from tasks.importing.checks import GoodRow
from tasks.importing.kinds.basis import Kind, Known, Staged, Values, same_name, shown, taken

# How a position and a person are called in a row, by the name of their field.
_OF_POSITION = {"name": "function", "email": "function_email", "phone": "function_phone"}
_OF_PERSON = {"name": "person", "email": "person_email", "phone": "person_phone"}
_PERIOD = ("since", "until")


def stage(good: Sequence[GoodRow], known: Known) -> Staged:
    """Find for each row the function that it is about, and the person."""
    index = _Index.of(known)
    return Staged(rows=[_row(row, index) for row in good])


def records(
    rows: Sequence[StagedRow], usual: Choice, _today: date
) -> Iterator[tuple[int, Record]]:
    """Give a record for each function and each person that is made or changed."""
    groups: dict[str, list[StagedRow]] = {}
    for row in rows:
        if row.decided(usual) is not Choice.SKIP:
            groups.setdefault(_position_id(row, usual), []).append(row)
    done: set[str] = set()
    for position_id, of_one in groups.items():
        number = of_one[0].number
        for record in (*_people(of_one, usual), *_position(position_id, of_one, usual)):
            if record.id not in done:
                yield number, record
            done.add(record.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Index:
    """Functions and people by what a row says of them; what a row makes is added on the way."""

    positions: Mapping[str, Position]
    by_function: Mapping[tuple[str, str], Position]
    people: Mapping[str, Person]
    by_name: Mapping[str, list[Person]]
    made: dict[tuple[str, ...], str] = field(default_factory=dict[tuple[str, ...], str])

    @classmethod
    def of(cls, known: Known) -> "_Index":
        """File what stands in the network."""
        positions = known.register.positions
        by_name: dict[str, list[Person]] = {}
        for person in known.people:
            by_name.setdefault(fold(person.fields.name), []).append(person)
        return cls(
            positions={each.id: each for each in positions},
            by_function={
                (each.actor.id, fold(each.fields.name)): each
                for each in positions
                if not each.archived_at
            },
            people={each.id: each for each in known.people},
            by_name=by_name,
        )

    def position(self, values: Values) -> Position | None:
        """Return the function that a row is about, when it is there."""
        key = (values.get("actor_id") or "", fold(values.get("function") or ""))
        return self.positions.get(values.get("id") or "") or self.by_function.get(key)

    def person(self, values: Values, position: Position | None) -> Person | None:
        """Return the person that a row is about: of a name, who is known here or by mail."""
        if found := self.people.get(values.get("person_id") or ""):
            return found
        asked = self.by_name.get(fold(values.get("person") or "-"), [])
        holding = {each.person_id for each in position.holders} if position else set[str]()
        email = (values.get("person_email") or "").casefold()
        ranks = (
            [each for each in asked if each.id in holding],
            [each for each in asked if email and each.fields.email.casefold() == email],
            [each for each in asked if _works_at(each, values.get("actor_id"))],
        )
        return next((found[0] for found in ranks if found), None)

    def make(self, *key: str) -> str:
        """Return the id for something new; the same for the same words."""
        return self.made.setdefault(key, new_id())


def _row(row: GoodRow, index: _Index) -> StagedRow:
    values = row.values
    position = index.position(values)
    person = index.person(values, position)
    actor_id, name = values.get("actor_id") or "", fold(values.get("person") or "")
    mail = values.get("person_email") or actor_id
    more: Values = {
        "person_id": person.id if person else index.make("person", name, mail) if name else None,
        "person_version": person.version if person else None,
        "person": to_plain(person.fields.as_mapping()) if person else {},
        "holders": [_holding(each) for each in position.holders] if position else [],
    }
    return StagedRow(
        number=row.number,
        id=index.make("position", actor_id, fold(values.get("function") or "")),
        values=values,
        match=_candidate(position, person, values) if position else None,
        more=more,
    )


def _candidate(position: Position, person: Person | None, values: Values) -> Candidate:
    function: Values = position.fields.as_mapping()
    known: Values = {said: function[name] for name, said in _OF_POSITION.items()}
    if not values.get("id"):
        known["function"] = same_name(known["function"], values.get("function"))
    known |= dict.fromkeys((*_OF_PERSON.values(), *_PERIOD))
    if person:
        holder = next((each for each in position.holders if each.person_id == person.id), None)
        own: Values = person.fields.as_mapping()
        known |= {said: own[name] for name, said in _OF_PERSON.items() if name != "name"}
        known |= _of_holder(holder) if holder else {}
        if holder and not values.get("person_id"):
            known["person"] = same_name(holder.name, values.get("person"))
    return Candidate(
        id=position.id,
        version=position.version,
        name=f"{position.fields.name}, {position.actor.name}",
        values=shown(known, values),
        certain=True,
    )


def _of_holder(holder: Holder) -> Values:
    period = {"since": to_plain(holder.period.since), "until": to_plain(holder.period.until)}
    return {"person": holder.name} | period


def _holding(holder: Holder) -> Values:
    return {
        "person_id": holder.person_id,
        "since": to_plain(holder.period.since),
        "until": to_plain(holder.period.until),
    }


def _position(position_id: str, rows: Sequence[StagedRow], usual: Choice) -> Iterator[Record]:
    """Give the record of a function that some rows are about, with all who hold it."""
    first = rows[0]
    is_new = first.decided(usual) is Choice.NEW
    fields: Values = {}
    for row in rows:
        said = _said(row, usual, is_new=is_new)
        fields = {
            name: said[key] for name, key in _OF_POSITION.items() if not is_empty(said.get(key))
        } | fields
    before: dict[str, Values] = {} if is_new else _by_person(first.more["holders"])
    holders = dict(before)
    for row in rows:
        said = _said(row, usual, is_new=is_new)
        if any(name in said for name in ("person", *_PERIOD)) and row.more["person_id"]:
            id = row.more["person_id"]
            holders[id] = _blank(id) | holders.get(id, {}) | _period(said)
    if is_new:
        fields["actor_id"] = first.values["actor_id"]
    if holders != before:
        fields["holders"] = sorted(holders.values(), key=str)
    if fields:
        yield Record(
            kind=RecordKind.POSITION,
            id=position_id,
            version=None if is_new or not first.match else first.match.version,
            fields=fields,
            rows=tuple(row.number for row in rows if _said(row, usual, is_new=is_new)),
        )


def _people(rows: Sequence[StagedRow], usual: Choice) -> Iterator[Record]:
    """Give the records of the people in some rows, as far as they are new or change."""
    for row in rows:
        said = _said(row, usual, is_new=row.decided(usual) is Choice.NEW)
        own: Mapping[str, Any] = row.more["person"]
        fields = {
            name: said[key]
            for name, key in _OF_PERSON.items()
            if not is_empty(said.get(key)) and said[key] != own.get(name)
        }
        if row.decided(usual) is Choice.NEW:
            # Somebody who is known already comes along: what is filled in there stays.
            fields = {name: value for name, value in fields.items() if is_empty(own.get(name))}
        if fields and row.more["person_id"]:
            yield Record(
                kind=RecordKind.PERSON,
                id=row.more["person_id"],
                version=row.more["person_version"],
                fields=fields,
                rows=(row.number,),
            )


def _said(row: StagedRow, usual: Choice, *, is_new: bool) -> Values:
    """Return what counts of a row: all of it when new, else what goes over what is there."""
    return dict(row.values) if is_new else taken(row, usual)


def _position_id(row: StagedRow, usual: Choice) -> str:
    return row.match.id if row.match and row.decided(usual) is not Choice.NEW else row.id


def _by_person(holders: Sequence[Values]) -> dict[str, Values]:
    return {str(each["person_id"]): each for each in holders}


def _blank(person_id: str) -> Values:
    return {"person_id": person_id, "since": None, "until": None}


def _period(said: Values) -> Values:
    return {name: said[name] for name in _PERIOD if not is_empty(said.get(name))}


def _works_at(person: Person, actor_id: str | None) -> bool:
    return any(each.actor.id == actor_id for each in person.positions)


KIND = Kind(stage=stage, records=records)
