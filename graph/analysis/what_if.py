"""What falls apart when somebody leaves: before and after, nothing is saved.

Only active working collaborations count; see ``graph.domain.risk`` for what can leave.
"""

from dataclasses import dataclass

from graph.analysis._cutting import fallen
from graph.analysis.measures import components, fragmentation
from graph.analysis.network import Groups, Network, network_of
from graph.domain.map import NetworkMap
from graph.domain.risk import Scenario


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A network at one side of a "what if"; ``reachable`` is the share of pairs in reach (0-1)."""

    partners: int
    connected: int
    collaborations: int
    reachable: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What leaves, stops and falls off, by ids.

    ``cut_off`` are those who stay but lose the rest, in groups that stay together, largest first.
    ``stopped`` are collaborations of which fewer than two partners are left, or that stop.
    ``ties`` has of each of those cut off the number of ties before and after.
    """

    leaving: frozenset[str]
    cut_off: Groups
    stopped: tuple[str, ...]
    ties: dict[str, tuple[int, int]]
    before: Standing
    after: Standing

    @property
    def lost(self) -> int:
        """How many partners are cut off."""
        return sum(map(len, self.cut_off))


def what_if(network_map: NetworkMap, scenario: Scenario) -> Effect:
    """Return what a network loses when the scenario comes true."""
    map_after = scenario.after(network_map)
    before, after = network_of(network_map), network_of(map_after)
    cut_off = fallen_off(before, after)
    running = {each.id for each in map_after.ties}
    degrees, left = before.degrees(), after.degrees()
    return Effect(
        leaving=scenario.actor_ids & degrees.keys(),
        cut_off=cut_off,
        stopped=tuple(each.id for each in network_map.ties if each.id not in running),
        ties={id: (degrees[id], left[id]) for group in cut_off for id in group},
        before=_standing(network_map, before),
        after=_standing(map_after, after),
    )


def fallen_off(before: Network, after: Network) -> Groups:
    """Return who stays and loses the largest part of what is left of its component."""
    part_of = {id: number for number, part in enumerate(components(before)) for id in part}
    alone = {id for id, ties in before.degrees().items() if not ties}
    left: dict[int, list[tuple[str, ...]]] = {}
    for part in components(after):
        if alone.isdisjoint(part):
            left.setdefault(part_of[part[0]], []).append(part)
    groups = (group for parts in left.values() for group in fallen(parts))
    return tuple(sorted(groups, key=lambda group: (-len(group), group)))


def _standing(network_map: NetworkMap, network: Network) -> Standing:
    return Standing(
        partners=len(network.actors),
        connected=sum(ties > 0 for ties in network.degrees().values()),
        collaborations=sum(1 for _tie in network_map.ties),
        reachable=1 - fragmentation(network) if len(network.actors) > 1 else 0.0,
    )
