"""A large network in few symbols: partners of one kind as one circle that can be opened."""

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt

from graph.analysis._spacing import Ground, settle
from graph.domain.map import MapActor, NetworkMap, Point

REST = "-"
"""The bundle of those who have no domain or neighbourhood, or stand outside all groups."""

_LEAST_DISTANCE = 220.0
_SMALLEST, _GROWTH = 0.1, 0.24
_STEPS = 40.0


class Bundling(StrEnum):
    """By what partners are put together."""

    DOMAIN = "domain"
    NEIGHBOURHOOD = "neighbourhood"
    COMMUNITY = "community"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """Partners as one circle of ``reach`` around ``at``; a name is up to who shows it."""

    id: str
    member_ids: tuple[str, ...]
    at: Point
    reach: float


def bundles(network_map: NetworkMap, by: Bundling) -> tuple[Bundle, ...]:
    """Put every partner in one bundle, largest first.

    The circle of a bundle stands amid its partners, with room around it; the same partners in the
    same places give the same circles. By community, the map must have its groups.
    """
    members: defaultdict[str, list[MapActor]] = defaultdict(list)
    group_of = {id: group.name for group in network_map.groups for id in group.member_ids}
    for actor in network_map.actors:
        members[_bundle_of(actor, by, group_of)].append(actor)
    ranked = sorted(members.items(), key=lambda item: (-len(item[1]), item[0]))
    if not ranked:
        return ()
    distance = _distance(network_map, len(ranked))
    scale = distance / _STEPS
    # The search for room goes in steps of a fixed size, so it is done on a small copy of the map.
    wishes = {id: _middle(found) / scale for id, found in ranked}
    places = settle(wishes, Ground(_STEPS))
    most = len(ranked[0][1])
    return tuple(
        Bundle(
            id=id,
            member_ids=tuple(actor.id for actor in found),
            at=_point(places[id] * scale),
            reach=round(distance * (_SMALLEST + _GROWTH * sqrt(len(found) / most)), 1),
        )
        for id, found in ranked
    )


def _bundle_of(actor: MapActor, by: Bundling, group_of: dict[str, str]) -> str:
    match by:
        case Bundling.DOMAIN:
            return actor.domain_id or REST
        case Bundling.NEIGHBOURHOOD:
            return next(iter(actor.neighbourhood_ids), REST)
        case Bundling.COMMUNITY:
            return group_of.get(actor.id, REST)


def _middle(actors: list[MapActor]) -> complex:
    points = [complex(actor.at.x, actor.at.y) for actor in actors if actor.at]
    return sum(points) / len(points) if points else 0j


def _point(place: complex) -> Point:
    return Point(x=round(place.real, 1), y=round(place.imag, 1))


def _distance(network_map: NetworkMap, count: int) -> float:
    """Return how far circles keep apart: they share the ground of the whole map."""
    points = [actor.at for actor in network_map.actors if actor.at]
    if not points:
        return _LEAST_DISTANCE
    width = max(point.x for point in points) - min(point.x for point in points)
    height = max(point.y for point in points) - min(point.y for point in points)
    return max(_LEAST_DISTANCE, 0.7 * sqrt(width * height / count))
