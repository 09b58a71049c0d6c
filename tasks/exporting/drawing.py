"""The register as a network of partners and what they do together, for other programs.

A collaboration is a node, as in the product: its partners are tied to it and not to each other,
so that a table with twelve partners stays one thing.
"""

from collections.abc import Iterator
from datetime import date

from graph.analysis.exchange import GraphFormat, Line, Node, write
from graph.domain.register import Register
from graph.domain.vocabulary import Terms
from tasks.wording import word


def drawing(register: Register, terms: Terms, format: GraphFormat) -> bytes:
    """Return the network as a file; of a tie that is over, the last day is told."""
    return write(_nodes(register, terms), _lines(register), format)


def _nodes(register: Register, terms: Terms) -> Iterator[Node]:
    for actor in register.actors:
        fields, standing = actor.fields, actor.standing
        yield Node(
            id=actor.id,
            label=fields.name,
            attributes={
                "kind": "actor",
                "soort": word(fields.kind),
                "domein": terms.label(fields.primary_domain) if fields.primary_domain else None,
                "wijken": "; ".join(actor.neighbourhoods),
                "energie": None if fields.is_person else standing.energy,
                "lopend": standing.active,
                "partners": standing.partners,
                "laatste_contact": _day(standing.last_contact_on),
            },
        )
    for each in register.collaborations:
        found = register.liveliness[each.id]
        yield Node(
            id=each.id,
            label=each.fields.name,
            attributes={
                "kind": "collaboration",
                "vorm": word(each.fields.form),
                "laag": word(each.fields.layer),
                "status": word(each.life.status),
                "wijken": "; ".join(each.neighbourhoods),
                "energie": found.energy,
                "begonnen": _day(each.life.started_on),
                "laatste_contact": _day(found.last_contact_on),
            },
        )


def _lines(register: Register) -> Iterator[Line]:
    for collaboration, part in register.participations:
        yield Line(
            source=part.actor_id,
            target=collaboration.id,
            attributes={"rol": part.role, "sinds": _day(part.since), "tot": _day(part.until)},
        )


def _day(on: date | None) -> str | None:
    return on.isoformat() if on else None
