"""The map keeps its places: the same each time, with room around each thing."""

from itertools import combinations, product
from math import dist
from random import Random

import pytest

from graph.analysis.layout import (
    ACTOR_DISTANCE,
    HUB_TO_ACTOR,
    HUB_TO_HUB,
    Layout,
    Point,
    place,
)
from graph.analysis.network import Network, project

pytestmark = pytest.mark.once

# Positions are rounded to a tenth, so two of them may be this much closer.
ROUNDED = 0.2

Hubs = dict[str, list[str]]


def world(actors: int, collaborations: int) -> tuple[list[str], Hubs]:
    """Collaborations between actors that are near each other in the list."""
    chance = Random(7)  # noqa: S311
    ids = [f"a{number:04}" for number in range(actors)]
    found: Hubs = {}
    for number in range(collaborations):
        start = chance.randrange(actors - 6)
        partners = chance.sample(ids[start : start + 6], chance.choice((2, 3, 4)))
        found[f"c{number:04}"] = partners
    return ids, found


def hubs_of(collaborations: Hubs) -> Hubs:
    return {id: partners for id, partners in collaborations.items() if len(partners) > 2}


IDS, COLLABORATIONS = world(120, 70)
NETWORK = project(COLLABORATIONS.values(), IDS)
HUBS = hubs_of(COLLABORATIONS)


@pytest.fixture(scope="module")
def layout() -> Layout:
    return place(NETWORK, hubs=HUBS)


def kept(layout: Layout) -> dict[str, Point]:
    return {**layout.actors, **layout.hubs}


def test_everything_stands_somewhere_and_the_same_again(layout: Layout) -> None:
    tied = {actor for pair in NETWORK.ties for actor in pair}

    assert set(layout.actors) == tied
    assert set(layout.unconnected) == set(IDS) - tied
    assert set(layout.hubs) == set(HUBS)
    backwards = {hub: partners[::-1] for hub, partners in reversed(HUBS.items())}
    assert place(NETWORK, hubs=backwards) == layout


def test_each_thing_has_room(layout: Layout) -> None:
    actors = [*layout.actors.values(), *layout.unconnected.values()]
    hubs = list(layout.hubs.values())

    assert min(dist(*pair) for pair in combinations(actors, 2)) >= ACTOR_DISTANCE - ROUNDED
    assert min(dist(*pair) for pair in combinations(hubs, 2)) >= HUB_TO_HUB - ROUNDED
    assert min(dist(*pair) for pair in product(hubs, actors)) >= HUB_TO_ACTOR - ROUNDED


def test_partners_stand_near_each_other_and_near_their_hub(layout: Layout) -> None:
    def mean(pairs: list[tuple[Point, Point]]) -> float:
        return sum(dist(*pair) for pair in pairs) / len(pairs)

    tied = mean([(layout.actors[one], layout.actors[other]) for one, other in NETWORK.ties])
    spokes = mean(
        [
            (place, layout.actors[actor])
            for hub, place in layout.hubs.items()
            for actor in HUBS[hub]
        ]
    )
    any_two = mean(list(combinations(layout.actors.values(), 2)))

    assert tied < any_two / 2
    assert spokes < tied


def test_actors_without_ties_stand_apart_below_the_rest(layout: Layout) -> None:
    lowest = max(point.y for point in layout.actors.values())

    assert layout.unconnected
    assert min(point.y for point in layout.unconnected.values()) > lowest + 100


def test_what_has_settled_stays_when_an_actor_comes(layout: Layout) -> None:
    tied = sorted(layout.actors)
    partners = [tied[0], tied[1], "new"]
    network = project([*COLLABORATIONS.values(), partners], [*IDS, "new"])

    again = place(network, hubs=HUBS | {"h": partners}, settled=kept(layout))

    assert {actor: again.actors[actor] for actor in layout.actors} == layout.actors
    assert {hub: again.hubs[hub] for hub in layout.hubs} == layout.hubs
    assert set(again.actors) - set(layout.actors) == {"new"}
    assert again.unconnected == layout.unconnected
    one, other = (layout.actors[actor] for actor in tied[:2])
    near = Point((one.x + other.x) / 2, (one.y + other.y) / 2)
    assert dist(again.actors["new"], near) < 5 * ACTOR_DISTANCE
    others = [*layout.actors.values(), *again.unconnected.values()]
    assert min(dist(again.actors["new"], other) for other in others) >= ACTOR_DISTANCE - ROUNDED
    assert (
        min(dist(again.hubs["h"], other) for other in again.actors.values())
        >= HUB_TO_ACTOR - ROUNDED
    )


def test_a_first_tie_brings_an_actor_from_the_corner_and_a_lost_one_back() -> None:
    apart = Network.of({("a", "b"): 1.0, ("b", "c"): 1.0}, ["x"])
    joined = Network.of({("a", "b"): 1.0, ("b", "c"): 1.0, ("a", "x"): 1.0})

    before = place(apart)
    during = place(joined, settled=before.actors)
    after = place(apart, settled=during.actors)

    assert dist(during.actors["x"], before.actors["a"]) < dist(
        before.unconnected["x"], before.actors["a"]
    )
    assert after == before


def test_a_chain_of_new_actors_follows_from_the_settled_one() -> None:
    settled = place(Network.of({("a", "b"): 1.0})).actors
    chain = Network.of({("a", "b"): 1.0, ("b", "c"): 1.0, ("c", "d"): 1.0})

    again = place(chain, settled=settled)

    assert dist(again.actors["b"], again.actors["c"]) == pytest.approx(ACTOR_DISTANCE, abs=10)
    assert dist(again.actors["c"], again.actors["d"]) == pytest.approx(ACTOR_DISTANCE, abs=10)


def test_components_do_not_overlap_and_a_new_one_comes_below() -> None:
    first = Network.of({("a", "b"): 1.0, ("b", "c"): 1.0, ("p", "q"): 1.0})
    more = Network.of({**first.ties, ("x", "y"): 1.0})

    before = place(first)
    after = place(more, settled=before.actors)

    assert {actor: after.actors[actor] for actor in before.actors} == before.actors
    lowest = max(point.y for point in before.actors.values())
    assert min(after.actors["x"].y, after.actors["y"].y) > lowest
    groups = (["a", "b", "c"], ["p", "q"], ["x", "y"])
    for one, other in combinations(groups, 2):
        assert min(dist(after.actors[a], after.actors[b]) for a, b in product(one, other)) > 100


def test_two_partners_stand_at_a_readable_distance() -> None:
    pair = place(Network.of({("a", "b"): 1.0})).actors

    assert 60 <= dist(pair["a"], pair["b"]) <= 120


def test_a_hub_stands_amid_those_of_its_partners_that_are_on_the_map() -> None:
    apart = Network.of({}, ["a", "b", "c"])

    layout = place(apart, hubs={"wished": ["a", "b", "gone"], "elsewhere": ["gone"], "none": []})

    assert set(layout.hubs) == {"wished"}
    assert min(dist(layout.hubs["wished"], at) for at in layout.unconnected.values()) >= (
        HUB_TO_ACTOR - ROUNDED
    )


def test_an_empty_network_is_an_empty_map() -> None:
    assert place(Network.of({})) == Layout(actors={}, hubs={}, unconnected={})


def test_a_large_network_keeps_its_distances() -> None:
    ids, collaborations = world(600, 500)

    layout = place(project(collaborations.values(), ids), hubs=hubs_of(collaborations))

    pairs = combinations(layout.actors.values(), 2)
    assert min(dist(*pair) for pair in pairs) >= ACTOR_DISTANCE - ROUNDED
