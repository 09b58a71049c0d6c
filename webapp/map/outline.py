"""The outline of a group of places."""

from collections.abc import Sequence
from functools import reduce

from graph.domain.map import Point


def outline(points: Sequence[Point]) -> list[Point]:
    """Return the corners of the smallest convex shape around ``points`` (Andrew's chains)."""
    ordered = sorted(set(points), key=lambda point: (point.x, point.y))
    if len(ordered) < 3:  # noqa: PLR2004 -- a point or a line has no inside
        return ordered
    return _chain(ordered)[:-1] + _chain(ordered[::-1])[:-1]


def _chain(points: Sequence[Point]) -> list[Point]:
    return reduce(_add, points, [])


def _add(chain: list[Point], point: Point) -> list[Point]:
    while len(chain) > 1 and _turn(chain[-2], chain[-1], point) <= 0:
        chain.pop()
    chain.append(point)
    return chain


def _turn(one: Point, two: Point, three: Point) -> float:
    """Return above 0 when the way from one over two to three bends left."""
    return (two.x - one.x) * (three.y - one.y) - (two.y - one.y) * (three.x - one.x)
