"""What memberships would do to the measures, told beside those that count."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from graph.analysis._igraph import Net
from graph.domain.map import NetworkMap
from graph.domain.words import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A network in five figures; ``parts`` are those of two or more who can reach each other."""

    ties: int
    density: float
    isolates: int
    parts: int
    cut_points: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BothShapes:
    """The network of working collaborations, and the same with memberships as if they were."""

    without: Shape
    including: Shape


def both_shapes(network_map: NetworkMap) -> BothShapes:
    """Return the shape of what counts, and what it would be if memberships counted."""
    actors = [actor.id for actor in network_map.actors]
    active = [
        each
        for each in network_map.collaborations
        if each.status is Status.ACTIVE and each.is_drawn
    ]
    return BothShapes(
        without=shape((each.partner_ids for each in active if each.is_tie), actors),
        including=shape((each.partner_ids for each in active), actors),
    )


def shape(collaborations: Iterable[Collection[str]], actors: Collection[str]) -> Shape:
    """Return the shape of collaborations of two or more of ``actors`` each.

    The pairs of a table of a thousand are never written out: each table is a hub with spokes,
    which falls apart where its pairs would.
    """
    number = {actor: position for position, actor in enumerate(sorted(actors))}
    tables = [frozenset(number[id] for id in each) for each in collaborations]
    at: defaultdict[int, list[frozenset[int]]] = defaultdict(list)
    for table in tables:
        for actor in table:
            at[actor].append(table)
    spokes = [(actor, len(number) + hub) for hub, table in enumerate(tables) for actor in table]
    net = Net(len(number) + len(tables), spokes)
    ends = sum(len(frozenset[int]().union(*around)) - 1 for around in at.values())
    pairs = len(number) * (len(number) - 1)
    return Shape(
        ties=ends // 2,
        density=ends / pairs if pairs else 0.0,
        isolates=len(number) - len(at),
        parts=sum(len(part) > 1 for part in net.components()),
        cut_points=sum(vertex < len(number) for vertex in net.cut_vertices()),
    )
