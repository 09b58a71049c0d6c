"""The register as rows: the values of each field that an import has, and what only we know."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from graph.domain.actors import Actor
from graph.domain.collaborations import Collaboration
from graph.domain.imports import ImportKind
from graph.domain.moments import Moment
from graph.domain.people import Position
from graph.domain.references import of_kind
from graph.domain.register import Register

Record = dict[str, Any]
"""The values of a row by field; ids for things, members of the closed lists for words."""

PERSONAL = frozenset({"person_id", "person", "person_email", "person_phone", "heard_from"})
"""Fields that name or lead to a person: who only reads gets files without them."""

_OF_ONE_PERSON = ("email", "phone")


def records(kind: ImportKind, register: Register, *, today: date) -> Iterator[Record]:
    """Return the rows of one sheet, in the order of the register."""
    match kind:
        case ImportKind.PARTNERS:
            return (_partner(each) for each in register.actors)
        case ImportKind.COLLABORATIONS:
            return (_collaboration(each, register, today) for each in register.collaborations)
        case ImportKind.PEOPLE:
            return (row for each in register.positions for row in _holdings(each))
        case ImportKind.MOMENTS:
            return (_moment(each) for each in register.moments)


def participations(register: Register) -> Iterator[Record]:
    """Return who takes or took part in what: the ties of the network."""
    for collaboration, part in register.participations:
        yield {
            "collaboration_id": collaboration.id,
            "collaboration": collaboration.fields.name,
            "actor_id": part.actor_id,
            "actor": part.name,
            "role": part.role,
            "since": part.since,
            "until": part.until,
        }


def without_persons(record: Record) -> Record:
    """Return a row without the ways to reach a person; a partner may be one person too."""
    kept = {name: value for name, value in record.items() if name not in PERSONAL}
    return kept | dict.fromkeys(_OF_ONE_PERSON, "") if record.get("is_person") else kept


def _partner(actor: Actor) -> Record:
    return actor.fields.as_mapping() | {
        "id": actor.id,
        "energy": None if actor.fields.is_person else actor.standing.energy,
        "active": actor.standing.active,
        "partners": actor.standing.partners,
        "last_contact_on": actor.standing.last_contact_on,
    }


def _collaboration(each: Collaboration, register: Register, today: date) -> Record:
    found = register.liveliness[each.id]
    return each.fields.as_mapping() | {
        "id": each.id,
        "actor_ids": list(dict.fromkeys(part.actor_id for part in each.partners(today))),
        "status": each.life.status,
        "funder_ids": [funder.actor_id for funder in each.funders],
        "ended_on": each.life.ended_on,
        "energy": found.energy,
        "last_contact_on": found.last_contact_on,
    }


def _holdings(position: Position) -> Iterator[Record]:
    own: Record = {
        "id": position.id,
        "actor_id": position.actor.id,
        "partner_id": position.actor.id,
        "function": position.fields.name,
        "function_email": position.fields.email,
        "function_phone": position.fields.phone,
    }
    holders = [each for each in position.holders if not each.archived]
    if not holders:
        yield own
    for each in holders:
        yield own | {
            "person_id": each.person_id,
            "person": each.name,
            "person_email": each.email,
            "person_phone": each.phone,
            "since": each.period.since,
            "until": each.period.until,
        }


def _moment(moment: Moment) -> Record:
    return moment.fields.as_mapping() | {
        "id": moment.id,
        "about_actors": list(of_kind(moment.about, "Actor")),
        "about_collaborations": list(of_kind(moment.about, "Collaboration")),
    }
