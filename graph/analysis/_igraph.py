"""The one door to igraph, which has no types: plain numbers in, plain numbers out.

Vertices are numbers from 0; a weight is a strength, so its distance is 1 / weight.
"""

import random
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from math import isnan
from threading import Lock
from typing import Any

import igraph

_igraph: Any = igraph
_random_turn = Lock()


class Net:
    """A simple undirected graph; ``weights`` None counts each edge as one."""

    def __init__(
        self, n: int, edges: Sequence[tuple[int, int]], weights: Sequence[float] | None = None
    ) -> None:
        self._graph: Any = _igraph.Graph(n=n, edges=edges)
        self.n = n
        self.edges = edges
        self._strengths = weights
        self._distances = None if weights is None else [1 / weight for weight in weights]

    def density(self) -> float:
        """Return the share of possible edges that is there; 0 below two vertices."""
        return _number(self._graph.density())

    def transitivity(self) -> float:
        """Return the share of connected triples that close; 0 without triples."""
        return self._graph.transitivity_undirected(mode="zero")

    def components(self) -> list[list[int]]:
        """Return the vertices of each connected component."""
        return list(self._graph.connected_components())

    def degrees(self) -> list[int]:
        """Return the number of edges of each vertex."""
        return self._graph.degree()

    def betweenness(self) -> list[float]:
        """Return for each vertex the raw number of shortest paths that it lies on."""
        return self._graph.betweenness(directed=False, weights=self._distances)

    def closeness(self) -> list[float]:
        """Return reachable vertices / sum of their distances; 0 for an isolate."""
        values = self._graph.closeness(normalized=True, weights=self._distances)
        return [_number(value) for value in values]

    def constraints(self) -> list[float | None]:
        """Return Burt's constraint; None for an isolate."""
        values = self._graph.constraint(weights=self._strengths)
        return [None if isnan(value) else value for value in values]

    def clustering(self) -> list[float]:
        """Return the share of the pairs of neighbours that are neighbours of each other."""
        return self._graph.transitivity_local_undirected(mode="zero")

    def triangles(self) -> list[tuple[int, int, int]]:
        """Return each set of three vertices that are all neighbours."""
        return self._graph.list_triangles()

    def cores(self) -> list[int]:
        """Return the highest k for which each vertex is in the k-core."""
        return self._graph.coreness()

    def cut_vertices(self) -> list[int]:
        """Return the vertices without which a component falls apart."""
        return self._graph.articulation_points()

    def bridges(self) -> list[int]:
        """Return the numbers of the edges without which a component falls apart."""
        return self._graph.bridges()

    def communities(self, seed: int) -> tuple[list[list[int]], float]:
        """Return the Leiden communities and their modularity."""
        with _fixed_random(seed):
            found = self._graph.community_leiden(
                objective_function="modularity", weights=self._strengths, n_iterations=-1
            )
        return list(found), _number(found.modularity)

    def spring_layout(self, rounds: int, seed: int) -> list[complex]:
        """Return Fruchterman-Reingold positions as x + yj."""
        with _fixed_random(seed):
            layout = self._graph.layout_fruchterman_reingold(niter=rounds, grid=False)
        return [complex(x, y) for x, y in layout]

    def part(self, vertices: Sequence[int]) -> "Net":
        """Return the unweighted graph of ``vertices`` (ascending), numbered in that order."""
        return Net(len(vertices), self._graph.induced_subgraph(vertices).get_edgelist())


def _number(value: float) -> float:
    """Return 0 where igraph says "not a number": nothing to divide by."""
    return 0.0 if isnan(value) else value


@contextmanager
def _fixed_random(seed: int) -> Generator[None]:
    # igraph has one source of chance for the whole process, so threads take turns.
    with _random_turn:
        _igraph.set_random_number_generator(random.Random(seed))  # noqa: S311  # nosec B311
        try:
            yield
        finally:
            _igraph.set_random_number_generator(random)
