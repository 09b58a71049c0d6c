"""The register of a network as a whole, or the part of it that a filter shows."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date

from graph.domain.actors import Actor
from graph.domain.collaborations import Collaboration, Participant
from graph.domain.moments import Moment
from graph.domain.people import Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Liveliness:
    """How a collaboration stands, as stored: ``energy`` 0-100, None when nothing is measured."""

    energy: float | None
    last_contact_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """Partners, what they do together, their functions and who was spoken to, in Dutch order.

    ``liveliness`` is by the id of a collaboration.
    """

    actors: tuple[Actor, ...]
    collaborations: tuple[Collaboration, ...]
    liveliness: Mapping[str, Liveliness]
    positions: tuple[Position, ...]
    moments: tuple[Moment, ...]

    @property
    def participations(self) -> list[tuple[Collaboration, Participant]]:
        """Return who takes or took part in what, as far as both are here."""
        known = {actor.id for actor in self.actors}
        return [
            (one, part)
            for one in self.collaborations
            for part in one.participants
            if part.actor_id in known
        ]

    def current(self) -> "Register":
        """Return what is not archived."""
        return self.only(
            actor_ids={each.id for each in self.actors if not each.archived_at},
            collaboration_ids={each.id for each in self.collaborations if not each.archived_at},
        )

    def around_actors(self, actor_ids: AbstractSet[str]) -> "Register":
        """Return some partners with all that they take part in."""
        together = {
            each.id
            for each in self.collaborations
            if not each.archived_at
            and any(part.actor_id in actor_ids for part in each.participants)
        }
        return self.only(actor_ids=actor_ids, collaboration_ids=together)

    def around_collaborations(self, collaboration_ids: AbstractSet[str]) -> "Register":
        """Return some collaborations with all who take part in them."""
        partners = {
            part.actor_id
            for each in self.collaborations
            if each.id in collaboration_ids
            for part in each.participants
            if not part.archived
        }
        return self.only(actor_ids=partners, collaboration_ids=collaboration_ids)

    def only(
        self, *, actor_ids: AbstractSet[str], collaboration_ids: AbstractSet[str]
    ) -> "Register":
        """Return these partners and collaborations, with the functions and moments of them."""
        shown = actor_ids | collaboration_ids
        return replace(
            self,
            actors=tuple(each for each in self.actors if each.id in actor_ids),
            collaborations=tuple(
                each for each in self.collaborations if each.id in collaboration_ids
            ),
            positions=tuple(
                each
                for each in self.positions
                if each.actor.id in actor_ids and not each.archived_at
            ),
            moments=tuple(
                each
                for each in self.moments
                if not each.archived_at and any(thing.id in shown for thing in each.about)
            ),
        )
