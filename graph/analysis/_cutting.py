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
    groups = _in_order(parts)
    return groups[1:] if groups and len(groups[0]) > 1 else groups


def cut_offs(network: Network) -> dict[str, Groups]:
    """Return for each cut vertex who falls off without it.

    One walk in depth tells for all of them (Tarjan, Hopcroft): what is below a child that has no
    way around its parent hangs on that parent, and stands in one piece in the order of the walk.
    """
    return dict(_Walk(network).cut_offs())


def _in_order(parts: Iterable[Iterable[str]]) -> Groups:
    groups = (tuple(sorted(part)) for part in parts)
    return tuple(sorted(groups, key=lambda group: (-len(group), group)))


@dataclass
class _Walk:
    """A walk in depth; ``order`` has the vertices as they were met, ``place`` where in it."""

    network: Network
    order: list[int] = field(default_factory=list)
    place: dict[int, int] = field(default_factory=dict)
    # Of each vertex the pieces of ``order`` that hang on it alone.
    hanging: defaultdict[int, list[slice]] = field(default_factory=lambda: defaultdict(list))

    def cut_offs(self) -> Iterator[tuple[str, Groups]]:
        """Yield each cut vertex with who falls off without it."""
        neighbours = _neighbours(self.network)
        for root in range(len(neighbours)):
            if root not in self.place:
                start = len(self.order)
                self._go(root, neighbours)
                component = self.order[start:]
                for vertex in component:
                    if self._is_cut(vertex, root):
                        yield self.network.actors[vertex], self._fallen(vertex, component)

    def _is_cut(self, vertex: int, root: int) -> bool:
        """Tell whether there are two parts without it: below a root there is nothing else."""
        return len(self.hanging.get(vertex, ())) > (vertex == root)

    def _fallen(self, vertex: int, component: list[int]) -> Groups:
        parts = [self.order[piece] for piece in self.hanging[vertex]]
        rest = len(component) - 1 - sum(map(len, parts))
        if rest > max(map(len, parts)):
            # Nearly always: so who is in that large rest is not written out.
            return _in_order(self._named(part) for part in parts)
        off = {vertex}.union(*parts)
        parts += [[each for each in component if each not in off]] if rest else []
        return fallen(self._named(part) for part in parts)

    def _named(self, part: list[int]) -> list[str]:
        return [self.network.actors[vertex] for vertex in part]

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
