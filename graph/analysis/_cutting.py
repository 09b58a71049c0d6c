"""Who falls off when one or more leave a network."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from graph.analysis.network import Groups, Network


def fallen(parts: Iterable[Iterable[str]]) -> Groups:
    """Return what falls off when a component falls apart into ``parts``, largest first.

    The largest part stands for the rest; of equal ones that with the smallest id. A part of one
    has nobody left, so it falls off even when nothing larger is left.
    """
    groups = sorted((tuple(sorted(part)) for part in parts), key=lambda one: (-len(one), one))
    return tuple(groups[1:] if len(groups[0]) > 1 else groups) if groups else ()


def cut_offs(network: Network) -> dict[str, Groups]:
    """Return for each cut vertex who falls off without it.

    One walk in depth tells for all of them (Tarjan, Hopcroft): what is below a child that has no
    way around its parent hangs on that parent, and stands in one piece in the order of the walk.
    """
    walk = _Walk(network)
    return {
        network.actors[vertex]: fallen([network.actors[each] for each in part] for part in parts)
        for vertex, parts in walk.parts()
    }


@dataclass
class _Walk:
    """A walk in depth; ``order`` has the vertices as they were met, ``place`` where in it."""

    network: Network
    order: list[int] = field(default_factory=list)
    place: dict[int, int] = field(default_factory=dict)
    # Of each vertex the pieces of ``order`` that hang on it alone.
    hanging: defaultdict[int, list[slice]] = field(default_factory=lambda: defaultdict(list))

    def parts(self) -> Iterator[tuple[int, list[list[int]]]]:
        """Yield each cut vertex with the parts that are left of its component without it."""
        neighbours = _neighbours(self.network)
        for root in range(len(neighbours)):
            if root not in self.place:
                start = len(self.order)
                self._go(root, neighbours)
                component = self.order[start:]
                for vertex in component:
                    parts = self._parts(vertex, component)
                    if len(parts) > 1:
                        yield vertex, parts

    def _parts(self, vertex: int, component: list[int]) -> list[list[int]]:
        parts = [self.order[piece] for piece in self.hanging.get(vertex, ())]
        if parts and sum(map(len, parts)) < len(component) - 1:
            off = {vertex}.union(*parts)
            parts.append([each for each in component if each not in off])
        return parts

    def _go(self, root: int, neighbours: Mapping[int, list[int]]) -> None:
        order, place = self.order, self.place
        highest: dict[int, int] = {}
        trail: list[tuple[int, int, Iterator[int]]] = []

        def meet(vertex: int, parent: int) -> None:
            highest[vertex] = place[vertex] = len(order)
            order.append(vertex)
            trail.append((vertex, parent, iter(neighbours[vertex])))

        meet(root, -1)
        while trail:
            vertex, parent, rest = trail[-1]
            for other in rest:
                if other not in place:
                    meet(other, vertex)
                    break
                if other != parent:
                    highest[vertex] = min(highest[vertex], place[other])
            else:
                trail.pop()
                if parent >= 0:
                    highest[parent] = min(highest[parent], highest[vertex])
                    if highest[vertex] >= place[parent]:
                        self.hanging[parent].append(slice(place[vertex], len(order)))


def _neighbours(network: Network) -> dict[int, list[int]]:
    number = {actor: position for position, actor in enumerate(network.actors)}
    found: dict[int, list[int]] = {position: [] for position in number.values()}
    for one, other in network.ties:
        found[number[one]].append(number[other])
        found[number[other]].append(number[one])
    return found
