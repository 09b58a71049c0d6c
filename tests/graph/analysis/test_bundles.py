"""Partners as circles: everybody in one, with room between them."""

from itertools import combinations
from math import dist

import pytest

from graph.analysis.bundles import REST, Bundling, bundles
from graph.domain.map import Group, MapActor, NetworkMap, Point
from graph.domain.words import ActorKind

pytestmark = pytest.mark.once

DOMAINS = ("onderwijs", "werk", "digitaal", None)


def city(size: int, *, width: float = 80) -> NetworkMap:
    """Partners on a grid, of four kinds by turns, so that all kinds have one middle."""
    return NetworkMap(
        actors=tuple(
            MapActor(
                id=f"a{number:04}",
                name=f"Partner {number}",
                kind=ActorKind.OTHER,
                domain_id=DOMAINS[number % 4],
                neighbourhood_ids=("noord", "zuid") if number % 2 else (),
                neighbourhoods=("Noord", "Zuid") if number % 2 else (),
                at=Point(x=number % 20 * width, y=number // 20 * width),
            )
            for number in range(size)
        ),
        collaborations=(),
        groups=(Group(name="Vast", member_ids=tuple(f"a{number:04}" for number in range(5))),),
    )


@pytest.mark.parametrize(
    ("by", "counts"),
    [
        (Bundling.DOMAIN, {"onderwijs": 101, "werk": 100, "digitaal": 100, REST: 100}),
        (Bundling.NEIGHBOURHOOD, {"noord": 200, REST: 201}),
        (Bundling.COMMUNITY, {"Vast": 5, REST: 396}),
    ],
)
def test_everybody_is_in_one_circle(by: Bundling, counts: dict[str, int]) -> None:
    network = city(401)

    found = bundles(network, by)

    assert {each.id: len(each.member_ids) for each in found} == counts
    assert sorted(id for each in found for id in each.member_ids) == sorted(
        actor.id for actor in network.actors
    )
    sizes = [len(each.member_ids) for each in found]
    assert sizes == sorted(sizes, reverse=True)


@pytest.mark.parametrize("width", [1.0, 80.0, 1000.0])
def test_circles_never_touch_and_stand_the_same_again(width: float) -> None:
    network = city(400, width=width)

    found = bundles(network, Bundling.DOMAIN)

    assert bundles(network, Bundling.DOMAIN) == found
    for one, other in combinations(found, 2):
        apart = dist((one.at.x, one.at.y), (other.at.x, other.at.y))
        assert apart > (one.reach + other.reach) * 1.3


def test_nobody_is_no_circle() -> None:
    assert bundles(NetworkMap(actors=(), collaborations=()), Bundling.DOMAIN) == ()
