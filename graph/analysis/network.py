"""A network as measures see it: actors, and the ties between pairs of them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from graph.domain.map import NetworkMap

Pair = tuple[str, str]
Groups = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """Actors in sorted order, and the weight of each tie; a tie is a sorted pair of two actors."""

    actors: tuple[str, ...]
    ties: Mapping[Pair, float]

    @classmethod
    def of(cls, ties: Mapping[Pair, float], actors: Iterable[str] = ()) -> "Network":
        """Return the network of sorted pairs, with ``actors`` that may have no tie at all."""
        named = {actor for pair in ties for actor in pair}
        return cls(
            actors=tuple(sorted(named.union(actors))),
            ties={pair: ties[pair] for pair in sorted(ties)},
        )

    def without(self, removed: Collection[str]) -> "Network":
        """Return what is left when actors leave, with all their ties."""
        gone = set(removed)
        return Network(
            actors=tuple(actor for actor in self.actors if actor not in gone),
            ties={pair: weight for pair, weight in self.ties.items() if gone.isdisjoint(pair)},
        )

    def degrees(self) -> dict[str, int]:
        """Return the number of ties of each actor."""
        found = dict.fromkeys(self.actors, 0)
        for one, other in self.ties:
            found[one] += 1
            found[other] += 1
        return found


def project(collaborations: Iterable[Collection[str]], actors: Iterable[str] = ()) -> Network:
    """Turn collaborations, each the ids of its partners, into ties between pairs.

    A collaboration of k partners adds 1 / (k - 1) to each of its pairs (Newman 2001), so that
    each partner brings one unit to it. The caller passes the active working ones only.
    """
    ties: defaultdict[Pair, float] = defaultdict(float)
    known = set(actors)
    for collaboration in collaborations:
        partners = sorted(set(collaboration))
        known.update(partners)
        for pair in combinations(partners, 2):
            ties[pair] += 1 / (len(partners) - 1)
    return Network.of(ties, known)


def network_of(network_map: NetworkMap) -> Network:
    """Return the network that measures see of a map: its ties, and who has none."""
    return project(
        (tie.partner_ids for tie in network_map.ties), (actor.id for actor in network_map.actors)
    )
