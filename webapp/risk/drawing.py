"""The network before and after somebody leaves: two small drawings, everything in its place.

``draw(network_map, scenario, effect) -> Sides``; the macro is in ``risk/_sides.html``.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.analysis.what_if import Effect
from graph.domain.map import MapActor, NetworkMap, Point
from graph.domain.risk import Scenario

WIDTH, HEIGHT = 364, 280
_MARGIN = 24
# A drawing of more is a blot; who leaves and who falls off are always on it.
_MOST = 800
_MOST_NAMES = 8
_LETTER, _LINE = 6.8, 15
_ABOVE, _BELOW, _MARK = 10, 20, 4.5
_HUB = 2.5

Place = Callable[[Point], Point]


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """The name of a partner, centred on ``x``."""

    text: str
    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One drawing: lines, diamonds and dots as the data of SVG paths, and who stands out."""

    ties: str
    hubs: str
    dots: str
    leaving: tuple[Point, ...]
    fallen: tuple[Point, ...]
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Both drawings; ``left_out`` counts the partners that did not fit."""

    before: Side
    after: Side
    left_out: int


def draw(network_map: NetworkMap, scenario: Scenario, effect: Effect) -> Sides:
    """Return both drawings of those who are connected before."""
    fallen = {id for group in effect.cut_off for id in group}
    shown, left_out = _shown(network_map, effect.leaving | fallen)
    place = _fit([actor.at for actor in shown if actor.at])
    at = {actor.id: place(actor.at) for actor in shown if actor.at}
    names = {actor.id: actor.name for actor in shown}
    told = [id for id in (*sorted(effect.leaving), *sorted(fallen)) if id in at]
    marks = [at[id] for id in told]

    def side(drawn: NetworkMap) -> Side:
        quiet = at.keys() - effect.leaving - fallen
        hubs = [place(tie.at) for tie in drawn.ties if tie.is_hub and tie.at]
        return Side(
            ties="".join(_strokes(drawn, at, place)),
            hubs="".join(f"M{hub.x:g} {hub.y - _HUB:g}{_DIAMOND}" for hub in hubs),
            dots="".join(f"M{at[id].x:g} {at[id].y:g}h0" for id in sorted(quiet)),
            leaving=tuple(at[id] for id in told if id in effect.leaving),
            fallen=tuple(at[id] for id in told if id in fallen),
            names=_labels([(names[id], at[id]) for id in told[:_MOST_NAMES]], marks),
        )

    return Sides(
        before=side(network_map), after=side(scenario.after(network_map)), left_out=left_out
    )


_DIAMOND = f"l{_HUB:g} {_HUB:g}l-{_HUB:g} {_HUB:g}l-{_HUB:g}-{_HUB:g}z"


def _shown(network_map: NetworkMap, told: Iterable[str]) -> tuple[list[MapActor], int]:
    first = set(told)
    alone = {actor.id for actor in network_map.isolated}
    connected = [actor for actor in network_map.actors if actor.at and actor.id not in alone]
    connected.sort(key=lambda actor: (actor.id not in first, -actor.partners, actor.id))
    return connected[:_MOST], max(len(connected) - _MOST, 0)


def _fit(points: Sequence[Point]) -> Place:
    """Return what brings places on the map into the drawing, without bending it."""
    x, y = [point.x for point in points] or [0.0], [point.y for point in points] or [0.0]
    middle = Point(x=(min(x) + max(x)) / 2, y=(min(y) + max(y)) / 2)
    scale = min(
        (WIDTH - 2 * _MARGIN) / max(max(x) - min(x), 1),
        (HEIGHT - 2 * _MARGIN) / max(max(y) - min(y), 1),
        1,
    )
    return lambda point: Point(
        x=round(WIDTH / 2 + (point.x - middle.x) * scale, 1),
        y=round(HEIGHT / 2 + (point.y - middle.y) * scale, 1),
    )


def _strokes(network_map: NetworkMap, at: Mapping[str, Point], place: Place) -> Iterator[str]:
    for tie in network_map.ties:
        ends = [at[id] for id in tie.partner_ids if id in at]
        if tie.is_hub and tie.at:
            hub = place(tie.at)
            yield from (f"M{hub.x:g} {hub.y:g}L{end.x:g} {end.y:g}" for end in ends)
        else:
            # A pair, or what is left of a diamond.
            yield from (f"M{ends[0].x:g} {ends[0].y:g}L{end.x:g} {end.y:g}" for end in ends[1:])


def _labels(told: Iterable[tuple[str, Point]], marks: Sequence[Point]) -> tuple[Name, ...]:
    """Write each name above its partner, or below; leave out what would cover something."""
    written: list[Name] = []
    for text, at in told:
        free = (
            name
            for name in (_name(text, at, at.y - _ABOVE), _name(text, at, at.y + _BELOW))
            if _LINE <= name.y <= HEIGHT - 4
            and not any(_touch(name, other) for other in written)
            and not any(_covers(name, mark) for mark in marks)
        )
        written += [name] if (name := next(free, None)) else []
    return tuple(written)


def _name(text: str, at: Point, y: float) -> Name:
    half = len(text) * _LETTER / 2
    return Name(text=text, x=round(min(max(at.x, half + 2), WIDTH - half - 2), 1), y=round(y, 1))


def _touch(one: Name, other: Name) -> bool:
    reach = (len(one.text) + len(other.text)) * _LETTER / 2 + 4
    return abs(one.x - other.x) < reach and abs(one.y - other.y) < _LINE


def _covers(name: Name, mark: Point) -> bool:
    beside = abs(name.x - mark.x) < len(name.text) * _LETTER / 2 + _MARK
    return beside and name.y - _LINE + 4 - _MARK < mark.y < name.y + 3 + _MARK
