"""The picture of what a reader sees, as symbols and lines; drawn by vis-network and as SVG."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import combinations, pairwise
from math import log2

from graph.analysis.bundles import Bundle, Bundling
from graph.domain.energy import is_lively, points
from graph.domain.map import MapActor, MapCollaboration, Point
from graph.domain.words import Status
from webapp.i18n import _
from webapp.look import DOMAIN_LOOKS, domain_look
from webapp.map.choice import Colour
from webapp.map.outline import outline
from webapp.map.seeing import Seen
from webapp.map.tones import COLD, INK, LINE, SHEET, SOFT, Key, sizes, tones

HUB_SIZE = 12.5
GROUP = "groep:"
"""What the id of a circle begins with, so that it is never that of a partner."""

_CIRCLE = "#5b7a80"


class DotKind(StrEnum):
    """What a symbol stands for."""

    ACTOR = "actor"
    COLLABORATION = "collaboration"
    GROUP = "group"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A symbol. ``domain`` is set where shape and colour are those of a domain, as most are."""

    id: str
    kind: DotKind
    name: str
    at: Point
    size: float
    shape: str
    fill: str
    border: str = SHEET
    width: float = 2
    dim: bool = False
    told: bool = False
    domain: str | None = None
    energy: int | None = None
    lively: bool = False
    weight: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """How a line looks."""

    colour: str = LINE
    dashes: tuple[int, int] | None = None
    width: float = 1.8
    dim: bool = False


_WAY = Stroke(colour=INK, width=6)
COOLING = Stroke(colour=COLD, dashes=(14, 8), width=3)
WISHED = Stroke(colour=SOFT, dashes=(3, 9), width=3)
_TOLD_WIDTH = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line between two symbols; with an id it is a collaboration of two by itself."""

    start: str
    end: str
    stroke: Stroke
    id: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tint:
    """The ground of a group of partners, by its corners."""

    name: str
    corners: tuple[Point, ...]
    is_loose: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A whole picture with its key."""

    dots: tuple[Dot, ...]
    lines: tuple[Line, ...]
    tints: tuple[Tint, ...] = ()
    key: tuple[Key, ...] = ()


def scene(seen: Seen) -> Scene:
    """Return the picture of what a reader sees; what has no place yet is left out."""
    colours = tones(seen)
    circles = [_circle(each, seen) for each in seen.closed]
    actors = list(_actors(seen, colours.of))
    inside = {id: GROUP + each.id for each in seen.closed for id in each.member_ids}
    hubs, lines = _ties(seen, {dot.id: dot.id for dot in actors} | inside)
    return Scene(
        dots=(*circles, *actors, *hubs),
        lines=tuple(lines),
        tints=() if seen.by or seen.near is not seen.everything else tuple(_tints(seen)),
        key=colours.key,
    )


def _circle(bundle: Bundle, seen: Seen) -> Dot:
    known = DOMAIN_LOOKS.get(bundle.id) if seen.by is Bundling.DOMAIN else None
    return Dot(
        id=GROUP + bundle.id,
        kind=DotKind.GROUP,
        name=_(
            "%(name)s (%(count)s)",
            name=seen.bundle_names[bundle.id],
            count=len(bundle.member_ids),
        ),
        at=bundle.at,
        size=bundle.reach,
        shape="dot",
        fill=known.colour if known else _CIRCLE,
        weight=len(bundle.member_ids),
        dim=seen.lit is not None and seen.lit.isdisjoint(bundle.member_ids),
    )


def _actors(seen: Seen, colour_of: Callable[[MapActor], str]) -> Iterator[Dot]:
    size_of = sizes(seen)
    alone = {actor.id for actor in seen.everything.isolated}
    told = seen.marked.ringed.union(step.actor_id for step in seen.path)
    by_domain = seen.choice.colour is Colour.DOMAIN
    for actor in seen.drawn.actors:
        if actor.at is None:
            continue
        look, colour = domain_look(actor.domain_id), colour_of(actor)
        is_alone, is_told = actor.id in alone, actor.id in told
        plain = by_domain and not is_alone and not is_told
        yield Dot(
            id=actor.id,
            kind=DotKind.ACTOR,
            name=actor.name,
            at=actor.at,
            size=size_of(actor),
            shape=look.shape,
            fill=SHEET if is_alone else colour,
            border=_border(colour, is_told=is_told, is_alone=is_alone, plain=plain),
            width=4 if is_told else 3 if is_alone else 2,
            dim=actor.id not in seen.bright,
            told=is_told,
            domain=_group(actor) if plain else None,
            energy=None if actor.energy is None else points(actor.energy),
            lively=is_lively(actor.energy),
            weight=actor.partners,
        )


def _border(colour: str, *, is_told: bool, is_alone: bool, plain: bool) -> str:
    if is_told:
        return INK
    if is_alone:
        return SOFT if colour == SHEET else colour
    return SHEET if plain else SOFT


def _group(actor: MapActor) -> str:
    known = actor.domain_id or ""
    return known if known in DOMAIN_LOOKS else ""


def _ties(seen: Seen, ends: Mapping[str, str]) -> tuple[list[Dot], list[Line]]:
    """Return a diamond for three or more, a line for two, and one line for all that is alike."""
    hubs: list[Dot] = []
    lines: list[Line] = []
    many: Counter[tuple[str, str]] = Counter()
    steps = _steps(seen)
    for each in seen.drawn.collaborations:
        own = list(dict.fromkeys(ends[id] for id in each.partner_ids if id in ends))
        loose = [id for id in own if not id.startswith(GROUP)]
        on_path, stroke = steps.get(each.id, frozenset()), _stroke(each, seen)
        if each.is_hub and each.at and loose:
            hubs.append(_hub(each, each.at, seen))
            beside = replace(stroke, dim=True) if on_path else stroke
            lines += (
                Line(start=each.id, end=end, stroke=_WAY if end in on_path else beside)
                for end in own
            )
        elif not each.is_hub and len(loose) > 1:
            way = _WAY if on_path else stroke
            lines.append(Line(start=own[0], end=own[1], id=each.id, name=each.name, stroke=way))
        elif each.id in seen.bright:
            many.update(combinations(sorted(own), 2))
    lines += (
        Line(start=one, end=other, stroke=Stroke(width=round(min(1.5 + log2(count), 9), 1)))
        for (one, other), count in sorted(many.items())
    )
    return hubs, lines


def _steps(seen: Seen) -> dict[str, frozenset[str]]:
    """Return of each collaboration on the way the two partners that it connects."""
    return {
        step.collaboration_id: frozenset({before.actor_id, step.actor_id})
        for before, step in pairwise(seen.path)
        if step.collaboration_id
    }


def _hub(each: MapCollaboration, at: Point, seen: Seen) -> Dot:
    return Dot(
        id=each.id,
        kind=DotKind.COLLABORATION,
        name=each.name,
        at=at,
        size=HUB_SIZE,
        shape="diamond",
        fill=COLD if each.is_cold else LINE,
        width=1.5,
        dim=each.id not in seen.bright,
    )


def _stroke(each: MapCollaboration, seen: Seen) -> Stroke:
    stroke = Stroke()
    if each.is_cold:
        stroke = COOLING
    elif each.status in {Status.WISHED, Status.PLANNED}:
        stroke = WISHED
    if each.id not in seen.bright:
        return replace(stroke, dim=True)
    is_told = seen.lit is not None and each.id in seen.lit
    return replace(stroke, width=_TOLD_WIDTH) if is_told else stroke


def _tints(seen: Seen) -> Iterator[Tint]:
    at = {actor.id: actor.at for actor in seen.everything.actors if actor.at}
    for group in seen.named.groups:
        yield _tint(group.name, (at[id] for id in group.member_ids if id in at))
    if alone := [actor.at for actor in seen.everything.isolated if actor.at]:
        yield _tint(_("Nog niet verbonden"), alone, is_loose=True)


def _tint(name: str, places: Iterable[Point], *, is_loose: bool = False) -> Tint:
    return Tint(name=name, corners=tuple(outline(list(places))), is_loose=is_loose)
