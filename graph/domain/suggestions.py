"""One suggestion in a digest: two partners who could meet, or a white spot somebody could fill.

Who reads the same advice each week stops reading it. So each white spot, and each pair that fills
none, has a turn of its own: once in four digests at most, whatever comes and goes around it.
Nothing is remembered: all readers of a week get the same, and so does a mail that is sent again.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import islice
from zlib import crc32

from graph.domain.introductions import Introduction
from graph.domain.landscape import Pair
from graph.domain.postal import Frequency, monday_of
from graph.domain.white_spots import CellKey, WhiteSpot

TURNS = 4
MOST = 12
"""So many of the best take turns; the pages show the rest."""

Suggestion = Introduction | WhiteSpot

_MONTHS, _DAYS = 12, 7


def turn_of(day: date, frequency: Frequency) -> int:
    """Return the number of the period of ``day``, which is one more in the next period."""
    if frequency is Frequency.MONTHLY:
        return day.year * _MONTHS + day.month
    return monday_of(day).toordinal() // _DAYS


def suggestion(
    introductions: Sequence[Introduction], spots: Iterable[WhiteSpot], *, turn: int
) -> Suggestion | None:
    """Return what to suggest in a period, both given best first; None when nothing is worth it.

    Introductions that fill a white spot, then white spots that somebody could fill, then
    introductions that bring two domains together among neighbours or for the same people.
    """
    worth: list[Suggestion] = [
        *(each for each in introductions if each.fills),
        *(each for each in spots if each.candidates),
        *(each for each in introductions if not each.fills and _brings_together(each)),
    ]
    best: dict[tuple[str, str], Suggestion] = {}
    for each in worth:
        best.setdefault(_topic(each), each)
    mine = [each for topic, each in islice(best.items(), MOST) if _slot(topic) == turn % TURNS]
    return mine[turn // TURNS % len(mine)] if mine else None


def _brings_together(each: Introduction) -> bool:
    return each.crosses and bool(each.shared_places or each.shared_life_stages)


def _topic(each: Suggestion) -> CellKey | Pair:
    """Return what a reader would call the same advice: one white spot, or else one pair."""
    if isinstance(each, Introduction):
        return each.fills[0] if each.fills else each.pair
    return each.key


def _slot(topic: CellKey | Pair) -> int:
    return crc32(":".join(topic).encode()) % TURNS
