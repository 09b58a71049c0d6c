"""What the panel beside the map tells of one partner or one collaboration."""

from dataclasses import dataclass

from graph.domain.actors import Actor, Participation
from graph.domain.collaborations import Collaboration, Participant
from graph.domain.energy import Energy, EnergySummary, measure, summarise
from graph.domain.words import Status
from graph.repositories import actors, collaborations, energy
from webapp.clock import today
from webapp.context import current_graph, current_network


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorPanel:
    """A partner, what it takes part in now (strongest first), and what its energy comes from."""

    actor: Actor
    running: tuple[Participation, ...]
    summary: EnergySummary
    energy: Energy | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CollaborationPanel:
    """A collaboration, who takes part today, and what its energy comes from."""

    collaboration: Collaboration
    partners: tuple[Participant, ...]
    energy: Energy | None


def read_actor(actor_id: str) -> ActorPanel:
    """Read a partner of this network. Raises NotFoundError."""
    actor = actors.get(current_graph(), network_id=current_network().id, actor_id=actor_id)
    running = tuple(part for part in actor.participations if _runs(part))
    summary = summarise({part.id: part.energy for part in running})
    scored = summary.strongest_id if not actor.fields.is_person else None
    return ActorPanel(
        actor=actor,
        running=running,
        summary=summary,
        energy=_energy(scored) if scored else None,
    )


def read_collaboration(collaboration_id: str) -> CollaborationPanel:
    """Read a collaboration of this network. Raises NotFoundError."""
    found = collaborations.get(
        current_graph(), network_id=current_network().id, collaboration_id=collaboration_id
    )
    active = found.life.status is Status.ACTIVE
    return CollaborationPanel(
        collaboration=found,
        partners=tuple(found.partners(today())),
        energy=_energy(collaboration_id) if active else None,
    )


def _energy(collaboration_id: str) -> Energy | None:
    found = energy.facts(
        current_graph(),
        network_id=current_network().id,
        collaboration_ids=[collaboration_id],
        today=today(),
    )
    facts = found.get(collaboration_id)
    return measure(facts, today()) if facts else None


def _runs(part: Participation) -> bool:
    return (
        part.status is Status.ACTIVE
        and not part.archived
        and (part.until is None or part.until >= today())
    )
