"""What a reader may let stand out on the map."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from graph.analysis import brokers
from graph.analysis.brokers import Broker
from graph.domain.map import MapActor, MapCollaboration, NetworkMap
from graph.domain.words import Form, Status


class Mark(StrEnum):
    """One thing to look for."""

    BROKERS = "brokers"
    CUT_POINTS = "cut_points"
    ISOLATES = "isolates"
    COLD = "cold"
    WISHED = "wished"


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """What stands out: who holds others together, by ids who stands alone, and which ties.

    ``cut_points`` are all without whom somebody is cut off, also those that are brokers.
    """

    brokers: tuple[Broker, ...] = ()
    cut_points: tuple[Broker, ...] = ()
    isolates: tuple[str, ...] = ()
    cold: tuple[MapCollaboration, ...] = ()
    wished: tuple[MapCollaboration, ...] = ()

    @property
    def holding(self) -> frozenset[str]:
        """The partners that hold others together."""
        return frozenset(each.actor_id for each in (*self.brokers, *self.cut_points))

    @property
    def ties(self) -> tuple[MapCollaboration, ...]:
        """The collaborations that stand out."""
        return self.cold + self.wished

    @property
    def ringed(self) -> frozenset[str]:
        """The partners that stand out by themselves, and not for a tie of theirs."""
        return self.holding.union(self.isolates)

    @property
    def actor_ids(self) -> frozenset[str]:
        """All partners that stand out."""
        return self.ringed.union(id for tie in self.ties for id in tie.partner_ids)


def find(network_map: NetworkMap, wanted: Collection[Mark]) -> Marked:
    """Return what stands out in a network; only what is wanted is looked for."""
    asked = set(wanted)
    found = brokers.find(network_map) if asked & {Mark.BROKERS, Mark.CUT_POINTS} else None
    cuts = (each for each in (*found.brokers, *found.cut_points) if each.cut_off) if found else ()
    return Marked(
        brokers=found.brokers if found and Mark.BROKERS in asked else (),
        cut_points=tuple(cuts) if Mark.CUT_POINTS in asked else (),
        isolates=_ids(network_map.isolated) if Mark.ISOLATES in asked else (),
        cold=tuple(filter(_is_cold, network_map.ties)) if Mark.COLD in asked else (),
        wished=tuple(filter(is_wished, network_map.collaborations))
        if Mark.WISHED in asked
        else (),
    )


def is_wished(each: MapCollaboration) -> bool:
    """Return whether two or more partners wish or plan to work together."""
    return (
        each.is_drawn
        and each.form is Form.WORKING
        and each.status in {Status.WISHED, Status.PLANNED}
    )


def _is_cold(tie: MapCollaboration) -> bool:
    return tie.is_cold


def _ids(actors: Iterable[MapActor]) -> tuple[str, ...]:
    return tuple(actor.id for actor in actors)
