"""The night picture as PNG for a mail; the only module that touches matplotlib and pillow.

It draws what ``tasks.night`` says, in the colours of the pages, at twice their size.
"""
# matplotlib ships types that are unknown in part.
# pyright: reportUnknownMemberType=false, reportUnknownArgumentType=false

from collections.abc import Iterable, Sequence
from io import BytesIO

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.patheffects import withStroke
from numpy.typing import NDArray
from PIL import Image

from tasks.night import HEIGHT, HUB, WIDTH, Light, Line, Name, Night

_GROUND, _TIE, _HOME, _LIT, _NAME = "#0b393e", "#9fc0bd", "#9fc0bd", "#fff1cf", "#f3f7f4"
_COLD = "#7db7ff"
_GLOW = np.array([255, 200, 97]) / 255

_LARGEST = 250_000
_COLOURS = (256, 128, 64, 32)

_DPI = 100
_SCALE = 1200 / WIDTH
# One unit of the picture in points, the measure of matplotlib's lines and letters.
_POINT = 72 / _DPI * _SCALE


def draw(night: Night) -> bytes:
    """Return the picture as PNG, 1200 pixels wide."""
    figure = Figure(figsize=(WIDTH * _SCALE / _DPI, HEIGHT * _SCALE / _DPI), dpi=_DPI)
    canvas = FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.imshow(_sky(night.glows), extent=(0, WIDTH, HEIGHT, 0), interpolation="bilinear")
    _lines(axes, night.ties, colour=_TIE, width=0.9, alpha=0.4)
    _lines(axes, night.cooling, colour=_COLD, width=1.8, alpha=0.9)
    axes.scatter(
        [hub.x for hub in night.hubs],
        [hub.y for hub in night.hubs],
        s=(2 * HUB * _POINT) ** 2 / 2,
        c=_TIE,
        marker="D",
        alpha=0.7,
        linewidths=0,
        zorder=2,
    )
    _circles(axes, night.homes, face=_HOME, edge="none")
    _circles(axes, night.rings, face="none", edge=_HOME)
    _circles(axes, night.lit, face=_LIT, edge="none")
    _write(axes, night.names)
    axes.set(xlim=(0, WIDTH), ylim=(HEIGHT, 0))
    canvas.draw()
    return _small(np.asarray(canvas.buffer_rgba()))


def _small(pixels: NDArray[np.uint8]) -> bytes:
    """Return PNG with as many colours as fit in a mail; the eye hardly sees the difference."""
    picture = Image.fromarray(pixels).convert("RGB")
    png = BytesIO()
    for colours in _COLOURS:
        png = BytesIO()
        picture.quantize(colours, dither=Image.Dither.NONE).save(png, "PNG", optimize=True)
        if png.tell() < _LARGEST:
            break
    return png.getvalue()


def _sky(glows: Sequence[Light]) -> NDArray[np.float64]:
    """Return the ground with the light on it, one pixel per unit, as RGB of 0-1."""
    ground = np.array([int(_GROUND[at : at + 2], 16) for at in (1, 3, 5)]) / 255
    sky: NDArray[np.float64] = np.tile(ground, (HEIGHT, WIDTH, 1))
    for light in glows:
        left, right = max(int(light.x - light.r), 0), min(int(light.x + light.r) + 1, WIDTH)
        top, bottom = max(int(light.y - light.r), 0), min(int(light.y + light.r) + 1, HEIGHT)
        down, across = np.ogrid[top:bottom, left:right]
        distance = np.hypot(across + 0.5 - light.x, down + 0.5 - light.y) / light.r
        # The stops of the glow in the pages: 0.85 in the middle, 0.38 at a third, 0 at its edge.
        strength = np.interp(distance, (0, 0.35, 1), (0.85, 0.38, 0))[..., np.newaxis]
        around = sky[top:bottom, left:right]
        around += strength * (_GLOW - around)
    return sky


def _lines(axes: Axes, lines: Iterable[Line], *, colour: str, width: float, alpha: float) -> None:
    ends = [((a.x, a.y), (b.x, b.y)) for a, b in lines]
    axes.add_collection(
        LineCollection(ends, colors=colour, linewidths=width * _POINT, alpha=alpha, zorder=1)
    )


def _circles(axes: Axes, lights: Iterable[Light], *, face: str, edge: str) -> None:
    shown = list(lights)
    axes.scatter(
        [light.x for light in shown],
        [light.y for light in shown],
        s=[(2 * light.r * _POINT) ** 2 for light in shown],
        facecolors=face,
        edgecolors=edge,
        linewidths=1.2 * _POINT,
        zorder=3,
    )


def _write(axes: Axes, names: Iterable[Name]) -> None:
    halo = [withStroke(linewidth=3 * _POINT, foreground=_GROUND)]
    for name in names:
        axes.text(
            name.x,
            name.y,
            name.text,
            color=_NAME,
            fontsize=13 * _POINT,
            horizontalalignment="center",
            verticalalignment="baseline",
            path_effects=halo,
        )
