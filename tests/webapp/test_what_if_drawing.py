"""The two small drawings of a "what if"."""

import re
from random import Random

import pytest

from graph.analysis.what_if import what_if
from graph.domain.map import MapActor, MapCollaboration, NetworkMap, Point
from graph.domain.risk import without_partner
from graph.domain.words import ActorKind, Form, Layer, Status
from webapp.risk.drawing import HEIGHT, WIDTH, Side, draw

pytestmark = pytest.mark.once


def tie(*partner_ids: str) -> MapCollaboration:
    return MapCollaboration(
        id="-".join(partner_ids),
        name="Samen",
        form=Form.WORKING,
        layer=Layer.PRACTICE,
        status=Status.ACTIVE,
        partner_ids=partner_ids,
        at=Point(x=50, y=50) if len(partner_ids) > 2 else None,
    )


def city(size: int, *, seed: int = 0) -> NetworkMap:
    """A star of ``size`` around "hub", all over the place, and one who stands alone."""
    chance = Random(seed)  # noqa: S311
    ids = ["hub", *(f"Partner met een naam {number}" for number in range(size))]
    return NetworkMap(
        actors=tuple(
            MapActor(
                id=id,
                name=id,
                kind=ActorKind.OTHER,
                partners=size if id == "hub" else 1,
                at=Point(x=chance.uniform(-900, 900), y=chance.uniform(-500, 500)),
            )
            for id in [*ids, "alone"]
        ),
        collaborations=tuple(tie("hub", id) for id in ids[1:]),
    )


def marks(side: Side) -> int:
    return len(side.leaving) + len(side.fallen) + side.dots.count("M")


def test_who_leaves_takes_its_lines_along_and_all_stay_in_their_place() -> None:
    network = NetworkMap(
        actors=city(4).actors,
        collaborations=(
            *city(4).collaborations,
            tie(*(f"Partner met een naam {n}" for n in (0, 1, 2))),
        ),
    )
    scenario = without_partner("hub")

    sides = draw(network, scenario, what_if(network, scenario))

    assert (sides.before.ties.count("M"), sides.after.ties.count("M")) == (4 + 3, 3)
    assert (sides.before.hubs.count("z"), sides.after.hubs.count("z")) == (1, 1)
    assert sides.before.dots == sides.after.dots
    assert (len(sides.before.leaving), len(sides.before.fallen)) == (1, 1)
    assert marks(sides.before) == 5
    assert sides.left_out == 0


@pytest.mark.parametrize("seed", range(20))
def test_names_stay_inside_and_cover_no_mark_and_no_name(seed: int) -> None:
    network, scenario = city(12, seed=seed), without_partner("hub")

    side = draw(network, scenario, what_if(network, scenario)).before

    boxes = [
        (each.x - len(each.text) * 3.4, each.x + len(each.text) * 3.4, each.y - 11, each.y + 3)
        for each in side.names
    ]
    assert side.names
    for left, right, top, bottom in boxes:
        assert 0 <= left < right <= WIDTH
        assert 0 <= top < bottom <= HEIGHT
        over = [
            at
            for at in (*side.leaving, *side.fallen)
            if left < at.x < right and top < at.y < bottom
        ]
        assert over == []
    for number, one in enumerate(boxes):
        for other in boxes[number + 1 :]:
            assert (
                one[1] < other[0] or other[1] < one[0] or one[3] <= other[2] or other[3] <= one[2]
            )


def test_a_large_network_is_drawn_in_part_and_says_so() -> None:
    network, scenario = city(1000), without_partner("Partner met een naam 7")

    sides = draw(network, scenario, what_if(network, scenario))

    assert (marks(sides.before), sides.left_out) == (800, 201)
    assert len(sides.before.leaving) == 1
    numbers = [float(number) for number in re.findall(r"-?[\d.]+", sides.before.ties)]
    assert 0 <= min(numbers) <= max(numbers) <= WIDTH


def test_an_empty_network_is_an_empty_drawing() -> None:
    nothing, scenario = NetworkMap(actors=(), collaborations=()), without_partner("x")

    sides = draw(nothing, scenario, what_if(nothing, scenario))

    assert sides.before == sides.after
    assert marks(sides.before) == 0
