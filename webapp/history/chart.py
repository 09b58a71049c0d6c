"""Lines through the weeks, drawn on the server as points of an SVG."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

WIDTH, HEIGHT, MARGIN = 320, 80, 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One figure through time, oldest first; weeks in which it is unknown are left out.

    ``outline`` is for a polyline; ``end`` is where its last point is.
    """

    key: str
    name: str
    sentence: str
    first: int
    last: int
    lowest: int
    highest: int
    outline: str
    end: tuple[float, float]


def line(
    *, key: str, name: str, sentence: str, days: Sequence[date], values: Sequence[int]
) -> Line:
    """Return a line; its height starts at nothing, so that growth is not blown up."""
    places = _places(days, values)
    return Line(
        key=key,
        name=name,
        sentence=sentence,
        first=values[0],
        last=values[-1],
        lowest=min(values),
        highest=max(values),
        outline=" ".join(f"{x},{y}" for x, y in places),
        end=places[-1],
    )


def _places(days: Sequence[date], values: Sequence[int]) -> list[tuple[float, float]]:
    span = max((days[-1] - days[0]).days, 1)
    top = max(*values, 1)
    wide, high = WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN
    return [
        (
            round(MARGIN + wide * (day - days[0]).days / span, 1),
            round(MARGIN + high * (1 - value / top), 1),
        )
        for day, value in zip(days, values, strict=True)
    ]
