"""What a small edit costs the layout: ``python -m tests.bench.bench_layout``.

A map is drawn in full once; after that whoever is new gets a place beside its partners and all
others stay. Prints medians of processor time, so that a busy machine disturbs little.
"""

import statistics
import time
from collections.abc import Callable
from random import Random

from graph.analysis.layout import Layout, place
from graph.analysis.network import project

SIZES = ((500, 1_500), (2_000, 8_000))
FULL_ROUNDS, EDIT_ROUNDS = 3, 9

Hubs = dict[str, list[str]]


def main() -> None:
    """Print the table."""
    print("| partners / collaborations | full layout (s) | after one edit (s) | times faster |")
    print("|---|---|---|---|")
    for actors, ties in SIZES:
        _report(actors, ties)


def _report(actors: int, ties: int) -> None:
    ids, found = _world(actors, ties)
    drawn = _drawn(ids, found)
    full = _median(FULL_ROUNDS, lambda: _drawn(ids, found))
    edit = _median(EDIT_ROUNDS, lambda: _edited(ids, found, drawn))
    row = f"| {actors:,} / {ties:,} | {full:.2f} | {edit:.3f} | {full / edit:,.0f} |"
    print(row, flush=True)


def _drawn(ids: list[str], found: Hubs) -> Layout:
    return place(project(found.values(), ids), hubs=_hubs(found))


def _edited(ids: list[str], found: Hubs, drawn: Layout) -> Layout:
    """Add a partner, and a collaboration of three that it takes part in."""
    more = found | {"edit": [ids[0], ids[1], "new"]}
    return place(
        project(more.values(), [*ids, "new"]),
        hubs=_hubs(more),
        settled={**drawn.actors, **drawn.hubs},
    )


def _world(actors: int, ties: int) -> tuple[list[str], Hubs]:
    """Collaborations of two to four between partners that are near each other in the list."""
    chance = Random(actors)  # noqa: S311 -- the same network each time
    ids = [f"a{number:05}" for number in range(actors)]
    found: Hubs = {}
    for number in range(ties):
        start, size = chance.randrange(actors), chance.choice((2, 2, 2, 3, 4))
        steps = chance.sample(range(40), size)
        found[f"c{number:05}"] = [ids[(start + step) % actors] for step in steps]
    return ids, found


def _hubs(found: Hubs) -> Hubs:
    return {id: partners for id, partners in found.items() if len(partners) > 2}


def _median(rounds: int, work: Callable[[], object]) -> float:
    times: list[float] = []
    for _round in range(rounds):
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    return statistics.median(times)


if __name__ == "__main__":
    main()
