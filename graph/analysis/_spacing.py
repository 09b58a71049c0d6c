"""Room on the map: the nearest place to a wish that keeps its distance from all that stands."""

from cmath import rect
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import count
from math import floor, pi, sqrt

# Steps along a sunflower: each next one is tried a golden angle further and a little outwards.
_GOLDEN_ANGLE = pi * (3 - sqrt(5))
_STRIDE = 8.0

Cell = tuple[int, int]


class Ground:
    """Points, found by cells as wide as ``distance``: how far others keep from them."""

    def __init__(self, distance: float, points: Iterable[complex] = ()) -> None:
        self._distance = distance
        self._cells: defaultdict[Cell, list[complex]] = defaultdict(list)
        for point in points:
            self.add(point)

    def add(self, point: complex) -> None:
        """Put a point on the ground."""
        self._cells[self._cell(point)].append(point)

    def is_clear(self, point: complex) -> bool:
        """Tell whether every point on the ground is at least the distance away."""
        column, row = self._cell(point)
        return all(
            abs(point - other) >= self._distance
            for x in (column - 1, column, column + 1)
            for y in (row - 1, row, row + 1)
            for other in self._cells.get((x, y), ())
        )

    def _cell(self, point: complex) -> Cell:
        return floor(point.real / self._distance), floor(point.imag / self._distance)


def settle(wishes: Mapping[str, complex], own: Ground, *more: Ground) -> dict[str, complex]:
    """Give each its wish or the nearest place clear of all grounds, and put it on ``own``."""
    places: dict[str, complex] = {}
    for id, wish in wishes.items():
        places[id] = _nearest_clear(wish, (own, *more))
        own.add(places[id])
    return places


def _nearest_clear(wish: complex, grounds: tuple[Ground, ...]) -> complex:
    return next(
        place
        for step in count()
        if all(
            ground.is_clear(place := wish + rect(_STRIDE * sqrt(step), step * _GOLDEN_ANGLE))
            for ground in grounds
        )
    )
