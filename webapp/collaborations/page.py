"""All that the page of a collaboration tells, read in a few queries."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from graph.domain.collaborations import (
    Collaboration,
    Participant,
    Puls,
    Result,
    StatusChange,
    proposed_form,
)
from graph.domain.energy import Energy, measure
from graph.domain.followups import FollowUp
from graph.domain.moments import Moment
from graph.domain.words import Form, Status
from graph.repositories import collaborations, energy, followups, moments
from webapp.clock import today
from webapp.context import current_graph, current_network

Fact = Moment | Result | StatusChange | tuple[Puls, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something of a day in the life of a collaboration; ``kind`` says which fact it is.

    The pulses of one day are one event.
    """

    kind: str
    on: date | None
    fact: Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class CollaborationView:
    """A collaboration with what surrounds it. ``energy`` is None unless it is active."""

    collaboration: Collaboration
    partners: list[Participant]
    taking_part: list[Participant]
    former: list[Participant]
    energy: Energy | None
    events: list[Event]
    followups: list[FollowUp]
    fitting_form: Form


def read_page(collaboration_id: str) -> CollaborationView:
    """Read a collaboration of this network with its surroundings. Raises NotFoundError."""
    graph, network_id, day = current_graph(), current_network().id, today()
    one = collaborations.get(graph, network_id=network_id, collaboration_id=collaboration_id)
    facts = energy.facts(graph, network_id=network_id, collaboration_ids=[one.id], today=day).get(
        one.id
    )
    happened = moments.list_for_collaboration(
        graph, network_id=network_id, collaboration_id=collaboration_id
    )
    partners = one.partners(day)
    return CollaborationView(
        collaboration=one,
        partners=partners,
        taking_part=one.taking_part(day),
        former=one.former(day),
        energy=measure(facts, day) if facts and facts.status is Status.ACTIVE else None,
        events=_events(one, happened),
        followups=followups.list_for(graph, network_id=network_id, about_id=collaboration_id),
        fitting_form=proposed_form(one.fields.layer, len(partners)),
    )


def _events(one: Collaboration, happened: list[Moment]) -> list[Event]:
    """Return all facts of a day, newest first; what has no day stands last."""
    events = [
        *(Event(kind="moment", on=each.on, fact=each) for each in happened),
        *(
            Event(kind="puls", on=on, fact=tuple(pulses))
            for on, pulses in groupby(one.pulses, key=lambda each: each.on)
        ),
        *(Event(kind="result", on=each.on, fact=each) for each in one.results),
        *(Event(kind="status", on=each.on, fact=each) for each in reversed(one.life.history)),
    ]
    return sorted(events, key=lambda each: each.on or date.min, reverse=True)
