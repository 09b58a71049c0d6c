"""Build a small world: every default is boring, so a test names only what matters."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from graph.database import Graph
from graph.domain.actors import ActorFields
from graph.domain.changes import Author
from graph.domain.words import NetworkKind, Role
from graph.identity import new_id
from graph.repositories import actors, networks, users

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
