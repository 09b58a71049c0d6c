"""The network at night: where lights burn; drawn as SVG in pages, as PNG in the weekly mail.

``night_picture(network_map, name=…) -> Night``; in a template:
``{% from "components/night.html" import night %}{{ night(picture) }}``.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _  # pyright: ignore[reportUnknownVariableType]
from flask_babel import ngettext  # pyright: ignore[reportUnknownVariableType]

from graph.domain.energy import LIVELY_FROM, is_lively
from graph.domain.map import Group, MapActor, MapCollaboration, NetworkMap, Point

WIDTH, HEIGHT = 660, 500
_MARGIN_X, _MARGIN_Y = 46, 58
HUB = 3
# A page with more than this many lights is slow to open, and the eye sees no more.
_MOST_LIGHTS = 400
_LETTER = 7.2  # the width of an average letter of a name, in units of the picture
_LINE = 18


Line = tuple[Point, Point]


@dataclass(frozen=True, slots=True, kw_only=True)
class Light:
    """A circle in the picture."""

    x: float
    y: float
    r: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """The name of a group, centred on ``x``."""

    text: str
    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Night:
    """What is drawn. ``hubs`` are the middles of diamonds; ``text`` says it all in words.

    ``cooling`` are the ties that a mail tells of, drawn over the others.
    """

    text: str
    ties: tuple[Line, ...] = ()
    cooling: tuple[Line, ...] = ()
    hubs: tuple[Point, ...] = ()
    glows: tuple[Light, ...] = ()
    lit: tuple[Light, ...] = ()
    homes: tuple[Light, ...] = ()
    rings: tuple[Light, ...] = ()
    names: tuple[Name, ...] = ()

    @property
    def tie_path(self) -> str:
        """The ties as the data of one SVG path."""
        return "".join(f"M{a.x:g} {a.y:g}L{b.x:g} {b.y:g}" for a, b in self.ties)

    @property
    def hub_path(self) -> str:
        """The diamonds as the data of one SVG path."""
        diamond = f"l{HUB} {HUB}l-{HUB} {HUB}l-{HUB}-{HUB}z"
        return "".join(f"M{hub.x:g} {hub.y - HUB:g}{diamond}" for hub in self.hubs)


Place = Callable[[Point], Point]


def night_picture(network_map: NetworkMap, *, name: str, cooling: Collection[str] = ()) -> Night:
    """Return the picture of a network that has its places; without any, only the words.

    ``cooling`` are the ids of ties to point out.
    """
    shown = {actor.id: actor for actor in _most_telling(network_map)}
    text = " ".join((_words(network_map, name), *_cooling_words(len(cooling))))
    if not shown:
        return Night(text=text)
    place = _fit([actor.at for actor in shown.values() if actor.at])
    at = {id: place(actor.at) for id, actor in shown.items() if actor.at}
    alone = {actor.id for actor in network_map.isolated}
    lively = [actor for actor in shown.values() if is_lively(actor.energy)]
    return Night(
        text=text,
        ties=tuple(_ties(network_map.ties, at, place)),
        cooling=tuple(_ties((each for each in network_map.ties if each.id in cooling), at, place)),
        hubs=tuple(_hubs(network_map, at, place)),
        glows=tuple(_light(at[actor.id], 14 + 0.9 * _above(actor)) for actor in lively),
        lit=tuple(_light(at[actor.id], 5 + 0.04 * _above(actor)) for actor in lively),
        homes=tuple(
            _light(at[actor.id], 3 + 0.03 * (actor.energy or 0))
            for actor in shown.values()
            if not is_lively(actor.energy) and actor.id not in alone
        ),
        rings=tuple(_light(at[id], 4.5) for id in shown if id in alone),
        names=_names(_named(network_map), at),
    )


def _most_telling(network_map: NetworkMap) -> list[MapActor]:
    placed = [actor for actor in network_map.actors if actor.at]
    placed.sort(key=lambda actor: (-(actor.energy or 0), -actor.partners, actor.id))
    return placed[:_MOST_LIGHTS]


def _fit(points: Sequence[Point]) -> Place:
    """Return what brings places on the map into the picture, without bending it."""
    left, right = min(p.x for p in points), max(p.x for p in points)
    top, bottom = min(p.y for p in points), max(p.y for p in points)
    scale = min(
        (WIDTH - 2 * _MARGIN_X) / max(right - left, 1),
        (HEIGHT - 2 * _MARGIN_Y) / max(bottom - top, 1),
        1,
    )

    def place(point: Point) -> Point:
        return Point(
            x=round(WIDTH / 2 + (point.x - (left + right) / 2) * scale, 1),
            y=round(HEIGHT / 2 + (point.y - (top + bottom) / 2) * scale, 1),
        )

    return place


def _ties(ties: Iterable[MapCollaboration], at: dict[str, Point], place: Place) -> Iterable[Line]:
    for tie in ties:
        ends = [at[id] for id in tie.partner_ids if id in at]
        if tie.is_hub and tie.at:
            middle = place(tie.at)
            yield from ((middle, end) for end in ends)
        elif len(ends) > 1:
            yield ends[0], ends[1]


def _hubs(network_map: NetworkMap, at: dict[str, Point], place: Place) -> Iterable[Point]:
    return (
        place(tie.at)
        for tie in network_map.ties
        if tie.is_hub and tie.at and any(id in at for id in tie.partner_ids)
    )


def _above(actor: MapActor) -> float:
    return (actor.energy or 0) - LIVELY_FROM


def _light(at: Point, r: float) -> Light:
    return Light(x=at.x, y=at.y, r=round(r, 1))


def _named(network_map: NetworkMap) -> Iterable[Group]:
    yield from network_map.groups
    alone = tuple(actor.id for actor in network_map.isolated)
    if alone:
        yield Group(name=_("Nog niet verbonden"), member_ids=alone)


def _names(groups: Iterable[Group], at: dict[str, Point]) -> tuple[Name, ...]:
    """Put each name above its group, or below; leave out what would cover another name."""
    written: list[Name] = []
    for group in groups:
        spots = (_spot(group, at, above=above) for above in (True, False))
        free = (
            spot for spot in spots if spot and not any(_touch(spot, other) for other in written)
        )
        if name := next(free, None):
            written.append(name)
    return tuple(written)


def _spot(group: Group, at: dict[str, Point], *, above: bool) -> Name | None:
    members = [at[id] for id in group.member_ids if id in at]
    if not members:
        return None
    half = len(group.name) * _LETTER / 2
    x = (min(p.x for p in members) + max(p.x for p in members)) / 2
    y = min(p.y for p in members) - 18 if above else max(p.y for p in members) + 30
    if not _LINE <= y <= HEIGHT - 8:
        return None
    return Name(
        text=group.name, x=round(min(max(x, half + 4), WIDTH - half - 4), 1), y=round(y, 1)
    )


def _touch(one: Name, other: Name) -> bool:
    reach = (len(one.text) + len(other.text)) * _LETTER / 2 + 8
    return abs(one.x - other.x) < reach and abs(one.y - other.y) < _LINE


def _words(network_map: NetworkMap, name: str) -> str:
    lit = network_map.lively
    sentences = [
        ngettext(
            "Het netwerk %(name)s heeft één partner.",
            "Het netwerk %(name)s heeft %(num)s partners.",
            len(network_map.actors),
            name=name,
        )
    ]
    if lit:
        sentences += [_lights(len(lit)), *_where(network_map)]
    elif network_map.actors:
        sentences.append(_("Er brandt nog nergens licht."))
    if alone := len(network_map.isolated):
        sentences.append(
            ngettext(
                "Eén partner heeft nog geen samenwerking.",
                "%(num)s partners hebben nog geen samenwerking.",
                alone,
            )
        )
    return " ".join(sentences)


def _cooling_words(count: int) -> Iterable[str]:
    if count:
        yield ngettext(
            "De blauwe lijn is een band die afkoelt.",
            "De blauwe lijnen zijn %(num)s banden die afkoelen.",
            count,
        )


def _lights(count: int) -> str:
    return ngettext(
        "Bij één partner brandt licht: daar is de energie 60 of meer.",
        "Bij %(num)s partners brandt licht: daar is de energie 60 of meer.",
        count,
    )


def _where(network_map: NetworkMap) -> Iterable[str]:
    lit = {actor.id for actor in network_map.lively}
    counts = {group.name: len(lit & set(group.member_ids)) for group in network_map.groups}
    most = sorted((name for name in counts if counts[name]), key=lambda name: -counts[name])[:2]
    strongest = network_map.lively[0].name
    match most:
        case [one, two]:
            yield _("De meeste lichten branden bij %(one)s en %(two)s.", one=one, two=two)
        case [one]:
            yield _("De meeste lichten branden bij %(one)s.", one=one)
        case _:
            pass
    yield _("Het sterkst is %(name)s.", name=strongest)
