"""A partner with its working collaborations and their partners around it.

``ego_picture(actor, today=…) -> Ego``; in a template:
``{% from "components/ego.html" import ego %}{{ ego(picture, slug) }}``.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil, sqrt
from textwrap import shorten, wrap

from graph.domain.actors import Actor, Neighbour, Participation
from graph.domain.words import Form, Status
from webapp.i18n import _, ngettext

WIDTH, HEIGHT = 364, 310
_MIDDLE_X, _MIDDLE_Y = WIDTH / 2, HEIGHT / 2
_RING_X, _RING_Y = 66, 132
# How far diamonds are on the way to the ring; by turns, so that equal ones stay apart.
_HUBS_AT = (0.44, 0.6)
_MOST_PARTNERS = 12
_LETTERS, _LINES = 15, 2
_LABEL_GAP = 15
_LINE_HEIGHT = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoke:
    """A line; ``own`` when it starts at the partner in the middle."""

    x1: float
    y1: float
    x2: float
    y2: float
    own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Hub:
    """A collaboration of three or more."""

    id: str
    name: str
    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """Another partner, with its name in lines beside it; ``baseline`` is of the first line."""

    id: str
    name: str
    domain_id: str | None
    x: float
    y: float
    lines: tuple[str, ...]
    label_x: float
    baseline: float
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ego:
    """What the macro draws; ``text`` says it in words, ``more`` counts who did not fit."""

    text: str
    domain_id: str | None
    spokes: tuple[Spoke, ...]
    hubs: tuple[Hub, ...]
    around: tuple[Around, ...]
    more: int


def ego_picture(actor: Actor, *, today: date) -> Ego:
    """Return the surroundings of a partner: active working collaborations, strongest first."""
    working = [each for each in actor.participations if _counts(each, today)]
    everybody = {partner.id: partner for each in working for partner in each.partners}
    shown = list(everybody.values())[:_MOST_PARTNERS]
    around = {
        partner.id: _around(partner, x, y)
        for partner, (x, y) in zip(shown, _spots(len(shown)), strict=True)
    }
    hubs = {
        each.id: hub
        for turn, each in enumerate(working)
        if (hub := _hub(each, around, _HUBS_AT[turn % 2]))
    }
    return Ego(
        text=_words(actor.fields.name, working, len(everybody)),
        domain_id=next(iter(actor.fields.domain_ids), None),
        spokes=tuple(spoke for each in working for spoke in _spokes(each, around, hubs)),
        hubs=tuple(hubs.values()),
        around=tuple(around.values()),
        more=len(everybody) - len(shown),
    )


def _counts(part: Participation, today: date) -> bool:
    return (
        part.form == Form.WORKING
        and part.status is Status.ACTIVE
        and (part.until is None or part.until >= today)
        and not part.archived
        and len(part.partners) > 0
    )


def _spots(count: int) -> Iterator[tuple[float, float]]:
    """Go round the ring from the top; on each side names stand a full line apart."""
    right = ceil(count / 2)
    heights = [(1, (place + 0.5) / right) for place in range(right)]
    heights += [(-1, (place + 0.5) / (count - right)) for place in reversed(range(count - right))]
    for side, height in heights:
        up = 2 * height - 1
        yield _MIDDLE_X + side * _RING_X * sqrt(1 - up**2), _MIDDLE_Y + up * _RING_Y


def _around(partner: Neighbour, x: float, y: float) -> Around:
    side = 1 if x > _MIDDLE_X else -1
    lines = tuple(wrap(partner.name, _LETTERS, max_lines=_LINES, placeholder="…"))
    return Around(
        id=partner.id,
        name=partner.name,
        domain_id=partner.domain_id,
        x=round(x, 1),
        y=round(y, 1),
        lines=lines,
        label_x=round(x + side * _LABEL_GAP, 1),
        baseline=round(y + 4.5 - (len(lines) - 1) * _LINE_HEIGHT / 2, 1),
        anchor="start" if side > 0 else "end",
    )


def _hub(part: Participation, around: dict[str, Around], at: float) -> Hub | None:
    here = [around[partner.id] for partner in part.partners if partner.id in around]
    if len(part.partners) == 1 or not here:
        return None
    x = sum(each.x for each in here) / len(here)
    y = sum(each.y for each in here) / len(here)
    return Hub(
        id=part.id,
        name=part.name,
        x=round(_MIDDLE_X + (x - _MIDDLE_X) * at, 1),
        y=round(_MIDDLE_Y + (y - _MIDDLE_Y) * at, 1),
    )


def _spokes(
    part: Participation, around: dict[str, Around], hubs: dict[str, Hub]
) -> Iterator[Spoke]:
    ends = [around[partner.id] for partner in part.partners if partner.id in around]
    hub = hubs.get(part.id)
    if hub is None:
        for end in ends:
            yield Spoke(x1=_MIDDLE_X, y1=_MIDDLE_Y, x2=end.x, y2=end.y, own=True)
        return
    yield Spoke(x1=_MIDDLE_X, y1=_MIDDLE_Y, x2=hub.x, y2=hub.y, own=True)
    for end in ends:
        yield Spoke(x1=hub.x, y1=hub.y, x2=end.x, y2=end.y, own=False)


def _words(name: str, working: Sequence[Participation], partners: int) -> str:
    if not working:
        return _("%(name)s werkt nog met niemand samen.", name=name)
    around = ngettext(
        "%(name)s met %(num)s partner eromheen",
        "%(name)s met %(num)s partners eromheen",
        partners,
        name=name,
    )
    names = shorten(", ".join(part.name for part in working), 300, placeholder=" …")
    return _("%(around)s, in: %(names)s.", around=around, names=names)
