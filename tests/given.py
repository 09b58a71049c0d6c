"""Build a small world: every default is boring, so a test names only what matters."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from graph.database import Graph
from graph.domain.actors import ActorFields
from graph.domain.changes import Author
from graph.domain.collaborations import CollaborationFields, ParticipantFields
from graph.domain.followups import FollowUpFields
from graph.domain.messages import NewMessage
from graph.domain.moments import MomentFields
from graph.domain.people import PersonFields, PositionFields
from graph.domain.programmes import ProgrammeFields
from graph.domain.words import NetworkKind, Role, Status
from graph.identity import new_id
from graph.repositories import (
    actors,
    collaborations,
    followups,
    messages,
    moments,
    networks,
    people,
    positions,
    programmes,
    users,
)
from graph.starter.vocabulary import load_vocabulary

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
MORNING_BEFORE = NOW - timedelta(days=1)
ANA = Author(id="ana", name="Ana")
BEN = Author(id="ben", name="Ben")


@dataclass
class Given:
    """Puts things in the graph through the repositories, as the product does."""

    graph: Graph

    def network(self, slug: str = "noord", *, kind: NetworkKind = NetworkKind.OWN) -> str:
        """A network under its slug as id."""
        networks.create(
            self.graph, id=slug, slug=slug, name=slug.title(), kind=kind, note="", now=NOW
        )
        return slug

    def user(
        self, id: str, network_id: str | None = None, role: Role = Role.EDITOR, **more: Any
    ) -> str:
        """A user, with a role in a network when one is given."""
        fields: dict[str, Any] = {
            "email": f"{id}@example.org",
            "name": id.title(),
            "password_hash": "x",
            "is_admin": False,
            "is_demo": False,
        }
        users.create(self.graph, id=id, now=NOW, **(fields | more))
        if network_id:
            users.set_membership(self.graph, user_id=id, network_id=network_id, role=role, now=NOW)
        return id

    def member(self, user_id: str, network_id: str, role: Role = Role.EDITOR) -> None:
        """A place in a network for a user."""
        users.set_membership(
            self.graph, user_id=user_id, network_id=network_id, role=role, now=NOW
        )

    def vocabulary(self) -> None:
        """The shared terms: domains, life stages and their like."""
        load_vocabulary(self.graph, now=NOW)

    def place(self, network_id: str, name: str) -> str:
        """A neighbourhood of a network."""
        id = f"{network_id}-{name.lower()}"
        self.graph.write(
            networks.COVER,
            network_id=network_id,
            rows=[{"id": id, "name": name, "sort_name": name.lower()}],
            now=NOW,
        )
        return id

    def actor(self, network_id: str, name: str, **fields: Any) -> str:
        """An actor with nothing but a name."""
        actor_id = new_id()
        actors.add(
            self.graph,
            network_id=network_id,
            actor_id=actor_id,
            fields=ActorFields(name=name, **fields),
            by=ANA,
            now=NOW,
        )
        return actor_id

    def moment(self, network_id: str, *, on: date = TODAY, **fields: Any) -> str:
        """A talk of today that was seen; say what it is about."""
        moment_id = new_id()
        moments.log(
            self.graph,
            network_id=network_id,
            moment_id=moment_id,
            fields=MomentFields(on=on, **fields),
            by=ANA,
            now=NOW,
        )
        return moment_id

    def followup(self, network_id: str, what: str = "Bel terug", **fields: Any) -> str:
        """Something that Ana, who must be a member, has to do today; say what it is about."""
        followup_id = new_id()
        defaults: dict[str, Any] = {"due_on": TODAY}
        if "owner_actor_id" not in fields:
            defaults["user_id"] = ANA.id
        followups.add(
            self.graph,
            network_id=network_id,
            followup_id=followup_id,
            fields=FollowUpFields(what=what, **(defaults | fields)),
            by=ANA,
            now=NOW,
        )
        return followup_id

    def position(self, network_id: str, actor_id: str, name: str, **fields: Any) -> str:
        """A position with nothing but a name, held by nobody."""
        position_id = new_id()
        positions.add(
            self.graph,
            network_id=network_id,
            position_id=position_id,
            actor_id=actor_id,
            fields=PositionFields(name=name, **fields),
            by=ANA,
            now=NOW,
        )
        return position_id

    def person(self, network_id: str, name: str, **fields: Any) -> str:
        """A person with nothing but a name, who holds nothing."""
        person_id = new_id()
        people.add(
            self.graph,
            network_id=network_id,
            person_id=person_id,
            fields=PersonFields(name=name, **fields),
            by=ANA,
            now=NOW,
        )
        return person_id

    def hold(self, network_id: str, position_id: str, person_id: str, **fields: Any) -> None:
        """Let a person hold a position that nobody touched, from today on."""
        chosen: dict[str, Any] = {"since": TODAY, "takes_over": False}
        positions.start_holding(
            self.graph,
            network_id=network_id,
            position_id=position_id,
            version=1,
            person_id=person_id,
            by=ANA,
            now=NOW,
            **(chosen | fields),
        )

    def collaboration(
        self,
        network_id: str,
        name: str,
        *actor_ids: str,
        status: Status = Status.ACTIVE,
        **fields: Any,
    ) -> str:
        """A collaboration of some actors, active today."""
        collaboration_id = new_id()
        collaborations.add(
            self.graph,
            network_id=network_id,
            collaboration_id=collaboration_id,
            fields=CollaborationFields(name=name, **fields),
            status=status,
            participants=[ParticipantFields(actor_id=actor_id) for actor_id in actor_ids],
            by=ANA,
            now=NOW,
        )
        return collaboration_id

    def mail(self, new: NewMessage, *, now: datetime = NOW) -> str:
        """A mail in the ledger that may leave at ``now``; returns its key."""
        due = replace(new, not_before=now)
        [key] = self.graph.transact(lambda tx: messages.create(tx, new=[due], now=now))
        return key

    def programme(self, network_id: str, name: str, **fields: Any) -> str:
        """A programme of a network's own."""
        programme_id = new_id()
        programmes.add(
            self.graph,
            network_id=network_id,
            programme_id=programme_id,
            fields=ProgrammeFields(name=name, **fields),
            by=ANA,
            now=NOW,
        )
        return programme_id
