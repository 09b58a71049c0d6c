"""Who holds the network together: without whom others are cut off, and who is in between.

Only active working collaborations count. A partner that is one person is never named here.
"""

from dataclasses import dataclass

from graph.analysis._cutting import cut_offs
from graph.analysis.measures import betweenness_shares
from graph.analysis.network import Groups, Network, network_of
from graph.domain.map import NetworkMap

CUTS_FROM = 3
"""Without a broker at least this many partners are cut off …"""

BETWEEN_FROM = 0.25
"""… or it is on this share of the shortest ways between two others …"""

BETWEEN_AMONG = 10
"""… where at least this many partners can reach each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Broker:
    """A partner on which others depend.

    ``cut_off`` are those who fall off without it, in groups that stay together, largest first.
    ``between`` is its share (0-1) of the shortest ways between two others; 0 in a part of fewer
    than ten partners.
    """

    actor_id: str
    cut_off: Groups
    between: float

    @property
    def lost(self) -> int:
        """How many partners are cut off without it."""
        return sum(map(len, self.cut_off))

    @property
    def holds_together(self) -> bool:
        """Return whether it passes one of the thresholds."""
        return self.lost >= CUTS_FROM or self.between >= BETWEEN_FROM


@dataclass(frozen=True, slots=True, kw_only=True)
class Brokers:
    """Who passes a threshold, and the other cut points; most would be lost first."""

    brokers: tuple[Broker, ...]
    cut_points: tuple[Broker, ...]


def find(network_map: NetworkMap) -> Brokers:
    """Return who holds a network together."""
    people = {actor.id for actor in network_map.actors if actor.is_person}
    named = [each for each in _all(network_of(network_map)) if each.actor_id not in people]
    named.sort(key=lambda each: (-each.lost, -each.between, each.actor_id))
    return Brokers(
        brokers=tuple(each for each in named if each.holds_together),
        cut_points=tuple(each for each in named if not each.holds_together),
    )


def _all(network: Network) -> list[Broker]:
    cuts = cut_offs(network)
    shares = betweenness_shares(network, among=BETWEEN_AMONG)
    between = {id for id, share in shares.items() if share >= BETWEEN_FROM}
    return [
        Broker(actor_id=id, cut_off=cuts.get(id, ()), between=shares.get(id, 0.0))
        for id in sorted(cuts.keys() | between)
    ]
