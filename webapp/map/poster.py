"""The picture as SVG: everything in its place, names that never overlap, and the key below."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import cos, pi, sin
from typing import Any

from graph.domain.map import Point
from webapp.i18n import _
from webapp.map.scene import COOLING, WISHED, Dot, DotKind, Line, Scene, Stroke, Tint
from webapp.map.tones import SOFT, Key

WIDTH = 1400
_HIGHEST, _LOWEST = 1100, 500
_MARGIN = 70
_LETTER, _ROW, _GAP = 7.0, 18, 4
_MOST_NAMES = 160
_KEY_WIDTH = 280
_TINT, _LOOSE, _TINT_REACH = "#e9efeb", "#f6f8f5", 40
_DIM = 0.14
_LEAST_SCALE, _MOST_SCALE = 0.4, 1.3
_GLOW = "#ffc861"
_CORNERS = {
    "square": 4,
    "diamond": 4,
    "triangle": 3,
    "triangleDown": 3,
    "hexagon": 6,
    "star": 10,
}
_TURNED = {"square": pi / 4, "triangleDown": pi, "hexagon": pi / 6}
_INNER = 0.45


@dataclass(frozen=True, slots=True, kw_only=True)
class Symbol:
    """A shape: a circle when it has no ``points``."""

    x: float
    y: float
    reach: float
    points: str
    fill: str
    border: str
    width: float
    opacity: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Stripe:
    """A line."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: str
    width: float
    dashes: str
    opacity: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """The tint below a group."""

    points: str
    fill: str
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name, centred on ``x``."""

    text: str
    x: float
    y: float
    is_told: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyLine:
    """One line of the key: a symbol or a stripe, and what it means."""

    text: str
    x: float
    y: float
    symbol: Symbol | None = None
    stripe: Stripe | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Poster:
    """All that is drawn, in units of a sheet of ``width`` by ``height``."""

    width: int
    height: int
    grounds: tuple[Ground, ...]
    glows: tuple[Symbol, ...]
    stripes: tuple[Stripe, ...]
    symbols: tuple[Symbol, ...]
    names: tuple[Name, ...]
    key: tuple[KeyLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fit:
    """How places on the map come on the sheet, without bending it."""

    left: float
    top: float
    scale: float
    height: float
    mark: float

    def __call__(self, at: Point) -> tuple[float, float]:
        return (
            round(_MARGIN + (at.x - self.left) * self.scale, 1),
            round(_MARGIN + (at.y - self.top) * self.scale, 1),
        )


def poster(scene: Scene) -> Poster:
    """Return the sheet on which a scene is drawn."""
    fit = _fit([dot.at for dot in scene.dots])
    at = {dot.id: fit(dot.at) for dot in scene.dots}
    symbols = tuple(_symbol(dot, at[dot.id], fit) for dot in scene.dots)
    key = tuple(_key(scene.key, fit.height))
    return Poster(
        width=WIDTH,
        height=round(max((line.y for line in key), default=fit.height) + 2 * _ROW),
        grounds=tuple(_ground(tint, fit) for tint in scene.tints if tint.corners),
        glows=tuple(
            _round(at[dot.id], (28 + ((dot.energy or 0) - 60) * 1.5) * fit.mark, _GLOW, 0.3)
            for dot in scene.dots
            if dot.lively and not dot.dim
        ),
        stripes=tuple(_stripe(line, at, fit) for line in scene.lines),
        symbols=symbols,
        names=tuple(_names(scene.dots, symbols, at, fit)),
        key=key,
    )


def _fit(points: Sequence[Point]) -> _Fit:
    x, y = [point.x for point in points] or [0.0], [point.y for point in points] or [0.0]
    wide, high = max(max(x) - min(x), 1), max(max(y) - min(y), 1)
    scale = min((WIDTH - 2 * _MARGIN) / wide, (_HIGHEST - 2 * _MARGIN) / high, _MOST_SCALE)
    used = max(high * scale + 2 * _MARGIN, _LOWEST)
    return _Fit(
        left=(max(x) + min(x)) / 2 - (WIDTH / 2 - _MARGIN) / scale,
        top=(max(y) + min(y)) / 2 - (used / 2 - _MARGIN) / scale,
        scale=scale,
        height=used,
        # Symbols of a large network shrink less than the ways between them, to stay visible.
        mark=max(scale, _LEAST_SCALE / 2),
    )


def _symbol(dot: Dot, place: tuple[float, float], fit: _Fit) -> Symbol:
    x, y = place
    # The reach of a circle is its room on the map; that of a partner only a sign.
    scale = fit.scale if dot.kind is DotKind.GROUP else max(fit.mark, _LEAST_SCALE / 2)
    reach = round(dot.size * scale, 1)
    return Symbol(
        x=x,
        y=y,
        reach=reach,
        points=_corners(dot.shape, x, y, reach),
        fill=dot.fill,
        border=dot.border,
        width=round(dot.width * min(fit.mark * 1.4, 1), 1),
        opacity=_DIM if dot.dim else 1,
    )


def _corners(shape: str, x: float, y: float, reach: float) -> str:
    """Return the corners of a shape; nothing for a circle."""
    count = _CORNERS.get(shape, 0)
    turned = _TURNED.get(shape, 0)
    places = (
        (angle, reach * (_INNER if shape == "star" and corner % 2 else 1))
        for corner in range(count)
        for angle in [turned + 2 * pi * corner / count]
    )
    return " ".join(
        f"{x + far * sin(angle):.1f},{y - far * cos(angle):.1f}" for angle, far in places
    )


def _round(place: tuple[float, float], reach: float, fill: str, opacity: float) -> Symbol:
    x, y = place
    return Symbol(
        x=x,
        y=y,
        reach=round(reach, 1),
        points="",
        fill=fill,
        border="none",
        width=0,
        opacity=opacity,
    )


def _stripe(line: Line, at: dict[str, tuple[float, float]], fit: _Fit) -> Stripe:
    (x1, y1), (x2, y2) = at[line.start], at[line.end]
    stroke = line.stroke
    return Stripe(
        x1=x1,
        y1=y1,
        x2=x2,
        y2=y2,
        colour=stroke.colour,
        width=round(max(stroke.width * min(fit.mark * 1.4, 1), 0.5), 1),
        dashes=" ".join(f"{part * fit.mark:.1f}" for part in stroke.dashes or ()),
        opacity=_DIM if stroke.dim else 1,
    )


def _ground(tint: Tint, fit: _Fit) -> Ground:
    return Ground(
        points=" ".join(f"{x},{y}" for x, y in map(fit, tint.corners)),
        fill=_LOOSE if tint.is_loose else _TINT,
        width=round(2 * _TINT_REACH * fit.scale, 1),
    )


def _names(
    dots: Sequence[Dot],
    symbols: Sequence[Symbol],
    at: dict[str, tuple[float, float]],
    fit: _Fit,
) -> Iterator[Name]:
    """Write the names that matter most, each below or above its symbol where it covers nothing."""
    taken = _Taken()
    for symbol in symbols:
        taken.block(symbol)
    told = [dot for dot in dots if dot.kind is not DotKind.COLLABORATION and not dot.dim]
    told.sort(key=lambda dot: (dot.kind is not DotKind.GROUP, not dot.told, -_weight(dot), dot.id))
    reach = {dot.id: symbol.reach for dot, symbol in zip(dots, symbols, strict=True)}
    for dot in told[:_MOST_NAMES]:
        x, y = at[dot.id]
        away = reach[dot.id] + _ROW - _GAP
        spots = ((x, y + away), (x, y - away + _ROW / 2))
        if place := taken.first_free(dot.name, spots, fit.height):
            yield Name(
                text=dot.name,
                x=round(place[0], 1),
                y=round(place[1], 1),
                is_told=dot.told or dot.kind is DotKind.GROUP,
            )


def _weight(dot: Dot) -> int:
    return (dot.energy or 0) + 3 * dot.weight


class _Taken:
    """What is written or drawn already, by cells, so that a look-up does not grow."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[tuple[float, float, float, float]]] = {}

    def block(self, symbol: Symbol) -> None:
        """Take the place of a symbol."""
        reach = symbol.reach
        self._take((symbol.x - reach, symbol.y - reach, symbol.x + reach, symbol.y + reach))

    def first_free(
        self, text: str, spots: Sequence[tuple[float, float]], height: float
    ) -> tuple[float, float] | None:
        """Take the first spot at which a text, centred on it, covers nothing."""
        half = len(text) * _LETTER / 2
        for x, y in spots:
            box = (x - half, y - _ROW + _GAP, x + half, y + _GAP)
            inside = box[0] > 0 and box[2] < WIDTH and box[1] > 0 and box[3] < height
            if inside and not any(_touch(box, other) for other in self._near(box)):
                self._take(box)
                return x, y
        return None

    def _take(self, box: tuple[float, float, float, float]) -> None:
        for cell in _cells(box):
            self._cells.setdefault(cell, []).append(box)

    def _near(
        self, box: tuple[float, float, float, float]
    ) -> Iterator[tuple[float, float, float, float]]:
        for cell in _cells(box):
            yield from self._cells.get(cell, ())


def _cells(box: tuple[float, float, float, float]) -> Iterator[tuple[int, int]]:
    left, top, right, bottom = (int(side // 80) for side in box)
    for x in range(left, right + 1):
        for y in range(top, bottom + 1):
            yield x, y


def _touch(
    one: tuple[float, float, float, float], other: tuple[float, float, float, float]
) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _key(keys: Sequence[Key], top: float) -> Iterator[KeyLine]:
    """Put the key in columns below the picture: first the colours, then the lines."""
    words = [*keys, *_line_words()]
    columns = WIDTH // _KEY_WIDTH
    for number, each in enumerate(words):
        x = _MARGIN + number % columns * _KEY_WIDTH
        y = top + _ROW + number // columns * 1.5 * _ROW
        yield KeyLine(text=each.text, x=x + 40, y=y + 5, **_sign(each, x, y))


def _sign(each: "Key | _LineWord", x: float, y: float) -> dict[str, Any]:
    if isinstance(each, _LineWord):
        ends = {"a": (x, y), "b": (x + 30, y)}
        line = Line(start="a", end="b", stroke=each.stroke)
        return {"stripe": _stripe(line, ends, _PLAIN_FIT)}
    points = _corners(each.shape, x + 15, y, 8)
    symbol = replace(_round((x + 15, y), 8, each.colour, 1), points=points, border=SOFT, width=1)
    return {"symbol": symbol}


_PLAIN_FIT = _Fit(left=0, top=0, scale=1, height=0, mark=0.7)


@dataclass(frozen=True, slots=True, kw_only=True)
class _LineWord:
    stroke: Stroke
    text: str


def _line_words() -> tuple[_LineWord, ...]:
    return (
        _LineWord(stroke=Stroke(width=2), text=_("werkt samen")),
        _LineWord(stroke=COOLING, text=_("koelt af")),
        _LineWord(stroke=WISHED, text=_("gewenst of gepland")),
    )
