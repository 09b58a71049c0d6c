"""The map as a list: each partner with what the lines on the map say."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.domain.map import MapActor, MapCollaboration, NetworkMap

_NEVER = date.min


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A partner, and the collaborations on the map that it takes part in, strongest first."""

    actor: MapActor
    collaborations: tuple[MapCollaboration, ...]


# The map has its partners by name, and sorting keeps that order among equals.
_ORDERS: dict[str, Callable[[MapActor], Any]] = {
    "energie": lambda actor: -1 if actor.energy is None else actor.energy,
    "partners": lambda actor: actor.partners,
    "contact": lambda actor: actor.last_contact_on or _NEVER,
}


def lines(shown: NetworkMap, *, sort: str) -> list[Line]:
    """Return a line for each partner; ``sort`` is naam, energie, partners or contact."""
    own: defaultdict[str, list[MapCollaboration]] = defaultdict(list)
    for each in sorted(shown.collaborations, key=lambda each: -(each.energy or 0)):
        for id in each.partner_ids:
            own[id].append(each)
    order = _ORDERS.get(sort)
    actors = sorted(shown.actors, key=order, reverse=True) if order else shown.actors
    return [Line(actor=actor, collaborations=tuple(own[actor.id])) for actor in actors]
