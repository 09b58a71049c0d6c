"""All that the page of a partner tells, read in a few queries."""

from dataclasses import dataclass

from graph.domain.actors import Actor, Part, Participation
from graph.domain.energy import Energy, EnergySummary, measure
from graph.domain.followups import FollowUp
from graph.domain.moments import Moment
from graph.domain.people import Position
from graph.domain.words import Status
from graph.repositories import actors, energy, followups, moments, positions
from webapp.clock import today
from webapp.context import current_graph, current_network
from webapp.map.ego import Ego, ego_picture


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorView:
    """A partner with what surrounds it. ``strongest`` explains the energy, None without any."""

    actor: Actor
    running: tuple[Participation, ...]
    other: tuple[Participation, ...]
    strongest: Participation | None
    summary: EnergySummary
    energy: Energy | None
    picture: Ego
    parts: tuple[Part, ...]
    moments: list[Moment]
    positions: list[Position]
    followups: list[FollowUp]


def read_page(actor_id: str) -> ActorView:
    """Read a partner of this network with its surroundings. Raises NotFoundError."""
    graph, network_id, day = current_graph(), current_network().id, today()
    actor = actors.get(graph, network_id=network_id, actor_id=actor_id)
    running = tuple(part for part in actor.participations if _is_running(part))
    strongest = None if actor.fields.is_person else next(iter(running), None)
    facts = (
        energy.facts(
            graph, network_id=network_id, collaboration_ids=[strongest.id], today=day
        ).get(strongest.id)
        if strongest
        else None
    )
    return ActorView(
        actor=actor,
        running=running,
        other=tuple(part for part in actor.participations if part not in running),
        strongest=strongest,
        summary=EnergySummary(
            strongest_id=strongest.id if strongest else None,
            strongest=actor.standing.energy,
            lively=actor.standing.lively,
            measured=actor.standing.active - actor.standing.unmeasured,
            active=actor.standing.active,
        ),
        energy=measure(facts, day) if facts else None,
        picture=ego_picture(actor, today=day),
        parts=_parts(actor),
        moments=moments.list_for_actor(graph, network_id=network_id, actor_id=actor_id),
        positions=positions.list_for_actor(graph, network_id=network_id, actor_id=actor_id),
        followups=followups.list_for(graph, network_id=network_id, about_id=actor_id),
    )


def _parts(actor: Actor) -> tuple[Part, ...]:
    """Read the tree of what is a part of it, when there is anything."""
    if not actor.children:
        return ()
    graph, network_id = current_graph(), current_network().id
    return actors.parts(graph, network_id=network_id, ids=[actor.id]).get(actor.id, ())


def _is_running(part: Participation) -> bool:
    return (
        part.status is Status.ACTIVE
        and not part.archived
        and (part.until is None or part.until >= today())
    )
