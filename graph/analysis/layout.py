"""Where actors and collaborations stand on the map: the same network, the same places.

Distances are in units of the map, in which the symbol of an actor is about 20 wide.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import ceil, fsum, sqrt, tau
from typing import NamedTuple

from graph.analysis._igraph import Net
from graph.analysis._spacing import Ground, settle
from graph.analysis.network import Network

SPACING = 80.0
ACTOR_DISTANCE = 60.0
HUB_TO_ACTOR = 54.0
HUB_TO_HUB = 38.0

_GAP = 2 * SPACING
# Any number would do; a fixed one gives the same places on each run.
_SEED = 20261122
# Each round looks at every pair of nodes, so a large network gets fewer.
_MOST_ROUNDS, _FEWEST_ROUNDS, _ROUNDS_TIMES_NODES = 500, 60, 250_000


class Point(NamedTuple):
    """A place on the map, y downwards."""

    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where each thing stands. Keep ``actors`` and ``hubs``, and hand them in the next time.

    ``unconnected`` holds the actors without a tie, in their own corner. Do not keep those: then
    an actor moves to its partner with its first tie, and to the corner when it loses its last.
    """

    actors: Mapping[str, Point]
    hubs: Mapping[str, Point]
    unconnected: Mapping[str, Point]


def place(
    network: Network,
    *,
    hubs: Mapping[str, Collection[str]] | None = None,
    settled: Mapping[str, Point] | None = None,
) -> Layout:
    """Place a network, and each hub (a collaboration by id) amid its partners.

    What is in ``settled`` (actors and hubs by id) stays where it is; what is new comes beside the
    actors that it is tied to, and a new component below the rest.
    """
    kept = {id: complex(point.x, point.y) for id, point in (settled or {}).items()}
    hubs = dict(sorted((hubs or {}).items()))
    neighbours = _neighbours(network)
    tied = [actor for actor in network.actors if neighbours[actor]]
    loose = [actor for actor in network.actors if not neighbours[actor]]

    hub_places = _only(kept, hubs)
    hub_ground = Ground(HUB_TO_HUB, hub_places.values())
    clear_of_hubs = Ground(HUB_TO_ACTOR, hub_places.values())
    places = _beside(neighbours, _only(kept, tied), clear_of_hubs)

    # Hubs go first: there is room for them amid their partners only if actors step aside.
    drawn = _below(_components(network.without(places), hubs), places)
    drawn_hubs = settle(_only(drawn, hubs), hub_ground)
    ground = Ground(ACTOR_DISTANCE, places.values())
    places |= settle(_only(drawn, tied), ground, Ground(HUB_TO_ACTOR, drawn_hubs.values()))
    hub_places |= drawn_hubs

    corner = _corner(loose, places)
    clear_of_actors = Ground(HUB_TO_ACTOR, [*places.values(), *corner.values()])
    middles = _middles(hubs, places | corner, without=hub_places)
    hub_places |= settle(middles, hub_ground, clear_of_actors)
    return Layout(actors=_points(places), hubs=_points(hub_places), unconnected=_points(corner))


def _neighbours(network: Network) -> dict[str, list[str]]:
    neighbours: dict[str, list[str]] = {actor: [] for actor in network.actors}
    for one, other in network.ties:
        neighbours[one].append(other)
        neighbours[other].append(one)
    return neighbours


def _beside(
    neighbours: Mapping[str, Sequence[str]], settled: Mapping[str, complex], clear_of_hubs: Ground
) -> dict[str, complex]:
    """Put new actors beside the settled ones that they are tied to, and so on outwards."""
    ground = Ground(ACTOR_DISTANCE, settled.values())
    places = dict(settled)
    arrived = places
    while arrived:
        edge = {other for actor in arrived for other in neighbours[actor] if other not in places}
        wishes = {
            actor: _mean([places[other] for other in neighbours[actor] if other in places])
            for actor in sorted(edge)
        }
        arrived = settle(wishes, ground, clear_of_hubs)
        places = places | arrived
    return places


def _components(network: Network, hubs: Mapping[str, Collection[str]]) -> list[dict[str, complex]]:
    """Draw each component with its hubs by itself, largest first."""
    network = _with_spokes(network, hubs)
    number = {id: position for position, id in enumerate(network.actors)}
    net = Net(len(number), [(number[one], number[other]) for one, other in network.ties])
    parts = [part for part in net.components() if len(part) > 1]
    return [
        dict(zip((network.actors[vertex] for vertex in part), _draw(net.part(part)), strict=True))
        for part in sorted(parts, key=lambda part: (-len(part), part))
    ]


def _with_spokes(network: Network, hubs: Mapping[str, Collection[str]]) -> Network:
    """Draw what is one collaboration as a hub with spokes: that gives it room of its own."""
    pairs = {hub: list(combinations(sorted(actors), 2)) for hub, actors in hubs.items()}
    drawn = {hub for hub, inside in pairs.items() if inside and network.ties.keys() >= set(inside)}
    covered = {pair for hub in drawn for pair in pairs[hub]}
    spokes = {(min(hub, actor), max(hub, actor)): 1.0 for hub in drawn for actor in hubs[hub]}
    direct = {pair: weight for pair, weight in network.ties.items() if pair not in covered}
    return Network.of(direct | spokes, network.actors)


def _draw(net: Net) -> list[complex]:
    rounds = max(_FEWEST_ROUNDS, min(_MOST_ROUNDS, _ROUNDS_TIMES_NODES // net.n))
    points = net.spring_layout(rounds, _SEED)
    middle = _mean(points)
    points = [point - middle for point in points]
    # On a disc of n evenly spaced points this is the root mean square distance to the middle.
    width = SPACING * sqrt(net.n / tau)
    by_area = width / sqrt(fsum(abs(point) ** 2 for point in points) / net.n)
    ties = [abs(points[one] - points[other]) for one, other in net.edges]
    by_ties = SPACING * len(ties) / fsum(ties)
    return [point * max(by_area, by_ties) for point in points]


def _below(
    parts: Sequence[Mapping[str, complex]], places: Mapping[str, complex]
) -> dict[str, complex]:
    """Pack components in rows below what stands already."""
    start = _bottom_left(places.values())
    boxes = [_box(part.values()) for part in parts]
    sizes = [high - low for low, high in boxes]
    area = fsum((size.real + _GAP) * (size.imag + _GAP) for size in sizes)
    widest = max([sqrt(area), *(size.real for size in sizes)])
    packed: dict[str, complex] = {}
    at, row_height = 0j, 0.0
    for part, (low, _), size in zip(parts, boxes, sizes, strict=True):
        if at.real and at.real + size.real > widest:
            at, row_height = complex(0, at.imag + row_height + _GAP), 0.0
        packed |= {actor: start + at + point - low for actor, point in part.items()}
        at, row_height = at + size.real + _GAP, max(row_height, size.imag)
    return packed


def _corner(actors: Sequence[str], places: Mapping[str, complex]) -> dict[str, complex]:
    """Put actors without ties on a grid at the bottom left; newer ids come last."""
    start = _bottom_left(places.values())
    columns = ceil(sqrt(2 * len(actors)))
    return {
        actor: start + SPACING * complex(place % columns, place // columns)
        for place, actor in enumerate(actors)
    }


def _middles(
    hubs: Mapping[str, Collection[str]], places: Mapping[str, complex], *, without: Collection[str]
) -> dict[str, complex]:
    """Return the middle of the partners of each hub that has any on the map."""
    return {
        hub: _mean(partners)
        for hub, actors in hubs.items()
        if hub not in without
        and (partners := [places[actor] for actor in sorted(actors) if actor in places])
    }


def _only(places: Mapping[str, complex], ids: Collection[str]) -> dict[str, complex]:
    return {id: places[id] for id in ids if id in places}


def _mean(points: Sequence[complex]) -> complex:
    return sum(points) / len(points)


def _box(points: Collection[complex]) -> tuple[complex, complex]:
    x, y = [point.real for point in points], [point.imag for point in points]
    return complex(min(x), min(y)), complex(max(x), max(y))


def _bottom_left(points: Collection[complex]) -> complex:
    """Return where something new starts: below the left-most of what stands, with a gap."""
    if not points:
        return 0j
    low, high = _box(points)
    return complex(low.real, high.imag + _GAP)


def _points(places: Mapping[str, complex]) -> dict[str, Point]:
    return {id: Point(round(at.real, 1), round(at.imag, 1)) for id, at in places.items()}
