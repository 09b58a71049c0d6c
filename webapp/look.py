"""How things look that have a rule: the shape of a domain, the area of an energy block.

Colours themselves are in ``static/tokens.css``; here are only names of classes and geometry.
"""

from dataclasses import dataclass
from math import pi

from graph.domain.energy import FIRM_FLOOR, Energy, Level
from graph.domain.words import FollowUpKind

_DOT = "dot"
_SQUARE = "square"
_DIAMOND = "diamond"
_TRIANGLE = "triangle"
_TRIANGLE_DOWN = "triangleDown"
_HEXAGON = "hexagon"
_STAR = "star"


@dataclass(frozen=True, slots=True, kw_only=True)
class DomainLook:
    """Class, colour and shape of a domain; ``shape`` is the word that vis-network uses too."""

    css: str
    colour: str
    shape: str


# Two domains with one shape differ enough in hue for every kind of colour vision (see look.md).
DOMAIN_LOOKS = {
    "inloopplekken": DomainLook(css="d-inloop", colour="#8a3a96", shape=_DOT),
    "sport-bewegen": DomainLook(css="d-sport", colour="#2f7a38", shape=_DOT),
    "onderwijs": DomainLook(css="d-onderwijs", colour="#2366b8", shape=_SQUARE),
    "werk": DomainLook(css="d-werk", colour="#6b5a3c", shape=_SQUARE),
    "zorg-gezondheid": DomainLook(css="d-zorg", colour="#bc2f5c", shape=_DIAMOND),
    "digitaal": DomainLook(css="d-digitaal", colour="#46808a", shape=_DIAMOND),
    "kunst-cultuur": DomainLook(css="d-cultuur", colour="#7650c4", shape=_TRIANGLE),
    "leefomgeving": DomainLook(css="d-wonen", colour="#5e7717", shape=_TRIANGLE),
    "jeugdzorg": DomainLook(css="d-jeugd", colour="#1878a6", shape=_TRIANGLE_DOWN),
    "bestaanszekerheid": DomainLook(css="d-bestaan", colour="#94564e", shape=_TRIANGLE_DOWN),
    "sociaal-domein": DomainLook(css="d-welzijn", colour="#0a7b70", shape=_HEXAGON),
    "veiligheid": DomainLook(css="d-veilig", colour="#34465c", shape=_HEXAGON),
    "eenzaamheid": DomainLook(css="d-eenzaam", colour="#5d63a8", shape=_STAR),
    "domeinoverstijgend": DomainLook(css="d-over", colour="#17282c", shape=_STAR),
}

# A domain of a network's own, and no domain at all.
OTHER_DOMAIN = DomainLook(css="d-anders", colour="#4c5f65", shape=_DOT)

# Outlines in a box of 16 by 16, so that all shapes weigh about the same to the eye.
OUTLINES = {
    _SQUARE: "2.5,2.5 13.5,2.5 13.5,13.5 2.5,13.5",
    _DIAMOND: "8,0.64 15.36,8 8,15.36 0.64,8",
    _TRIANGLE: "8,1.6 14.91,13.44 1.09,13.44",
    _TRIANGLE_DOWN: "8,14.4 14.91,2.56 1.09,2.56",
    _HEXAGON: "14.4,8 11.2,13.54 4.8,13.54 1.6,8 4.8,2.46 11.2,2.46",
    _STAR: "8,0.5 10,5.6 15.4,5.9 11.2,9.4 12.6,14.7 8,11.7 3.4,14.7 4.8,9.4 0.6,5.9 6,5.6",
}

# Steps that make a collaboration more alive widen its block; all others make it higher.
_WIDENING = {FollowUpKind.SPEAK, FollowUpKind.ASK_RATING}


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle in an SVG."""

    x: float
    y: float
    width: float
    height: float


def domain_look(domain_id: str | None) -> DomainLook:
    """Return how a domain looks; own terms of a network share one quiet look."""
    return DOMAIN_LOOKS.get(domain_id or "", OTHER_DOMAIN)


def web_address(website: str) -> str:
    """Return where a link to ``website`` goes: only http, whatever a text or a file holds."""
    return website if website.startswith(("http://", "https://")) else f"https://{website}"


def heat_class(score: float) -> str:
    """Return the class that colours a score: e0 (stil) to e4 (bruist)."""
    return f"e{Level.of(score).value}"


def fill(alive: float, firm: float, *, width: float, height: float) -> Box:
    """Return the filled part of an energy block: as wide as alive, as high as firm."""
    high = height * (FIRM_FLOOR + (1 - FIRM_FLOOR) * firm)
    return Box(x=0, y=height - high, width=width * alive, height=high)


def gap(energy: Energy, *, width: float, height: float) -> Box | None:
    """Return what the best step adds to the block, or None when that cannot be drawn."""
    step = energy.next_step
    if step is None or energy.alive is None or energy.firm is None or step.gain < 1:
        return None
    now = fill(energy.alive, energy.firm, width=width, height=height)
    area = step.gain / 100 * width * height
    if step.kind in _WIDENING:
        more = min(area / now.height, width - now.width)
        return Box(x=now.width, y=now.y, width=more, height=now.height)
    more = min(area / now.width, now.y) if now.width else 0
    return Box(x=0, y=now.y - more, width=now.width, height=more)


def arc(radius: float) -> float:
    """Return the length of one of four arcs of a ring, with a little air between them."""
    return 2 * pi * radius / 4 * 0.83
