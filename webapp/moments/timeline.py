"""Whose timeline an address asks for: of the network, or of one thing in it."""

from collections.abc import Mapping

from graph.domain.references import Reference
from graph.repositories import actors, collaborations, positions
from graph.repositories.moments import MomentFilter
from webapp.context import current_graph, current_network


def read_timeline(asked: Mapping[str, str]) -> MomentFilter:
    """Read from the address whose timeline to show."""
    return MomentFilter(
        actor_id=asked.get("partner", ""),
        collaboration_id=asked.get("samenwerking", ""),
        position_id=asked.get("functie", ""),
        archived=asked.get("archief") == "ja",
    )


def subject_of(chosen: MomentFilter) -> Reference | None:
    """Return whose timeline it is, None for the network. Raises NotFoundError."""
    graph, network_id = current_graph(), current_network().id
    if id := chosen.actor_id:
        actor = actors.get(graph, network_id=network_id, actor_id=id)
        return Reference(id=id, name=actor.fields.name, kind="Actor")
    if id := chosen.collaboration_id:
        one = collaborations.get(graph, network_id=network_id, collaboration_id=id)
        return Reference(id=id, name=one.fields.name, kind="Collaboration")
    if id := chosen.position_id:
        position = positions.get(graph, network_id=network_id, position_id=id)
        name = f"{position.fields.name}, {position.actor.name}"
        return Reference(id=id, name=name, kind="Position")
    return None
