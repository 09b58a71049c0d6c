"""The measures of a network, with the conventions of ``docs/measures.md``."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

from graph.analysis._igraph import Net
from graph.analysis.network import Network, Pair

# Any number would do; a fixed one gives the same communities on each run.
_SEED = 20261122


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorMeasures:
    """The place of one actor; constraint and effective size are None for an isolate."""

    degree: int
    betweenness: float
    closeness: float
    constraint: float | None
    effective_size: float | None
    core: int
    cut_vertex: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """The shape of a whole network; ``mean_distance`` is None without ties."""

    n: int
    m: int
    density: float
    components: int
    isolates: int
    degree_centralization: float
    betweenness_centralization: float
    transitivity: float
    mean_distance: float | None
    actors: Mapping[str, ActorMeasures]
    bridges: frozenset[Pair]


@dataclass(frozen=True, slots=True, kw_only=True)
class Communities:
    """Groups with many ties inside and few between them, largest first."""

    groups: tuple[tuple[str, ...], ...]
    modularity: float


def measure(network: Network, *, weighted: bool = False) -> Measures:
    """Measure a network; ``weighted`` lets strong ties be short and count for more."""
    net = _net(network, weighted=weighted)
    components = net.components()
    degrees, betweenness, closeness = net.degrees(), net.betweenness(), net.closeness()
    sizes = _effective_sizes(net, degrees, network if weighted else None)
    cut_vertices = set(net.cut_vertices())
    pairs = list(network.ties)
    n = len(network.actors)
    return Measures(
        n=n,
        m=len(network.ties),
        density=net.density(),
        components=len(components),
        isolates=degrees.count(0),
        degree_centralization=_centralization(degrees, (n - 1) * (n - 2)),
        betweenness_centralization=_centralization(betweenness, (n - 1) ** 2 * (n - 2) / 2),
        transitivity=net.transitivity(),
        mean_distance=_mean_distance(components, closeness),
        actors={
            actor: ActorMeasures(
                degree=degree,
                betweenness=between,
                closeness=close,
                constraint=constraint,
                effective_size=size,
                core=core,
                cut_vertex=vertex in cut_vertices,
            )
            for vertex, (actor, degree, between, close, constraint, size, core) in enumerate(
                zip(
                    network.actors,
                    degrees,
                    betweenness,
                    closeness,
                    net.constraints(),
                    sizes,
                    net.cores(),
                    strict=True,
                )
            )
        },
        bridges=frozenset(pairs[edge] for edge in net.bridges()),
    )


def communities(network: Network, *, weighted: bool = False) -> Communities:
    """Find the Leiden communities; the same network gives the same groups on each run."""
    found, modularity = _net(network, weighted=weighted).communities(_SEED)
    groups = (tuple(sorted(network.actors[vertex] for vertex in group)) for group in found)
    return Communities(
        groups=tuple(sorted(groups, key=lambda group: (-len(group), group))),
        modularity=modularity,
    )


def fragmentation(network: Network, without: Collection[str] = ()) -> float:
    """Return the share of pairs that cannot reach each other once ``without`` have left.

    1 - sum of s(s - 1) / n(n - 1) over the components that are left (Borgatti); 0 when whole.
    """
    left = network.without(without)
    n = len(left.actors)
    if n < 2:  # noqa: PLR2004
        return 0.0
    reachable = sum(len(part) * (len(part) - 1) for part in _net(left).components())
    return 1 - reachable / (n * (n - 1))


def components(network: Network) -> list[tuple[str, ...]]:
    """Return who can reach each other, each part in sorted order."""
    return [
        tuple(sorted(network.actors[vertex] for vertex in part))
        for part in _net(network).components()
    ]


def betweenness_shares(network: Network, *, among: int = 3) -> dict[str, float]:
    """Return for each actor the share of the shortest ways between two others that it is on.

    1 for the middle of a star. Only in components of at least ``among`` actors: in a small one
    almost everybody is in between, which says nothing.
    """
    net = _net(network)
    between = net.betweenness()
    return {
        network.actors[vertex]: between[vertex] / ((len(part) - 1) * (len(part) - 2) / 2)
        for part in net.components()
        if len(part) >= max(among, 3)
        for vertex in part
    }


def crossing_shares(network: Network, domains: Mapping[str, str]) -> dict[str, float | None]:
    """Return for each actor the share of its ties that lead to another domain.

    Only ties between two actors with a known domain count; None for an actor without such a tie.
    """
    known = dict.fromkeys(network.actors, 0)
    crossing = known.copy()
    for pair in network.ties:
        if domains.keys() >= set(pair):
            for actor in pair:
                known[actor] += 1
                crossing[actor] += domains[pair[0]] != domains[pair[1]]
    return {actor: crossing[actor] / ties if ties else None for actor, ties in known.items()}


def _net(network: Network, *, weighted: bool = False) -> Net:
    number = {actor: position for position, actor in enumerate(network.actors)}
    edges = [(number[one], number[other]) for one, other in network.ties]
    return Net(len(number), edges, list(network.ties.values()) if weighted else None)


def _centralization(values: Sequence[float], of_a_star: float) -> float:
    """Return Freeman's centralization: how far from equal, 1 for a star; 0 below three actors."""
    if len(values) < 3:  # noqa: PLR2004
        return 0.0
    return (max(values) * len(values) - sum(values)) / of_a_star


def _mean_distance(components: list[list[int]], closeness: list[float]) -> float | None:
    """Return the mean over the pairs that can reach each other, from what closeness found out."""
    reached = [(len(part) - 1, vertex) for part in components for vertex in part if len(part) > 1]
    if not reached:
        return None
    total = sum(others / closeness[vertex] for others, vertex in reached)
    return total / sum(others for others, _ in reached)


def _effective_sizes(
    net: Net, degrees: list[int], weighted: Network | None
) -> Sequence[float | None]:
    """Return Burt's effective size: ties, less what they overlap; None for an isolate."""
    if weighted is None:
        return [
            degree - share * (degree - 1) if degree else None
            for degree, share in zip(degrees, net.clustering(), strict=True)
        ]
    return _weighted_effective_sizes(net, degrees, weighted)


def _weighted_effective_sizes(
    net: Net, degrees: list[int], network: Network
) -> Sequence[float | None]:
    number = {actor: position for position, actor in enumerate(network.actors)}
    strength: dict[tuple[int, int], float] = {}
    total, strongest = [0.0] * len(degrees), [0.0] * len(degrees)
    for (one, other), weight in network.ties.items():
        for ego, alter in permutations((number[one], number[other])):
            strength[ego, alter] = weight
            total[ego] += weight
            strongest[ego] = max(strongest[ego], weight)
    overlap = [0.0] * len(degrees)
    for triangle in net.triangles():
        for ego, alter, third in permutations(triangle):
            share = strength[ego, third] / total[ego]
            overlap[ego] += share * strength[alter, third] / strongest[alter]
    return [
        degree - less if degree else None for degree, less in zip(degrees, overlap, strict=True)
    ]
