"""The night picture in the mail: light where the energy is, small enough to send."""

import os
from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from graph.domain.map import Group, MapActor, MapCollaboration, NetworkMap, Point
from graph.domain.words import ActorKind, Form, Layer, Status
from tasks.night import HEIGHT, WIDTH, Light, Name, Night, night_picture
from tasks.picture import draw
from tests.tasks.test_every_mail import GOLDEN

pytestmark = pytest.mark.once

GROUND = (11, 57, 62)


def test_light_burns_where_it_should() -> None:
    here = Point(x=330, y=250)
    pixels = _pixels(
        Night(
            text="",
            ties=((Point(x=60, y=60), here),),
            cooling=((Point(x=500, y=60), Point(x=500, y=440)),),
            hubs=(Point(x=100, y=400),),
            glows=(Light(x=here.x, y=here.y, r=40),),
            lit=(Light(x=here.x, y=here.y, r=8),),
            homes=(Light(x=60, y=60, r=6),),
            rings=(Light(x=600, y=450, r=5),),
            names=(Name(text="Noorderplas", x=330, y=180),),
        )
    )

    assert _at(pixels, 330, 250) == pytest.approx((255, 241, 207), abs=6), "a lit window"
    assert _at(pixels, 330, 264)[0] > 100, "its glow"
    assert _at(pixels, 60, 60) == pytest.approx((159, 192, 189), abs=6), "a home without light"
    assert _at(pixels, 500, 250)[2] > 200, "a tie that cools is blue"
    assert _at(pixels, 600, 450) == pytest.approx(GROUND, abs=6), "a ring is hollow"
    assert _at(pixels, 20, 480) == pytest.approx(GROUND, abs=6), "the night"


def test_the_picture_is_as_it_was_approved() -> None:
    """A golden copy, as of the mails: ``GOLDEN=write`` writes it anew."""
    copy = GOLDEN / "digest.png"
    drawn = draw(night_picture(small_map(), name="Stad & Land", cooling={"cold"}))
    if os.environ.get("GOLDEN") == "write":
        copy.write_bytes(drawn)

    approved = np.asarray(Image.open(copy).convert("RGB"), dtype=int)
    now = np.asarray(Image.open(BytesIO(drawn)).convert("RGB"), dtype=int)

    # Another release of a library may round a colour; a line or a name more differs by far more.
    assert now.shape == approved.shape
    assert np.abs(now - approved).mean() < 0.05


def test_four_hundred_lights_still_fit_in_a_mail() -> None:
    places = np.random.default_rng(1).uniform(0.05, 0.95, (400, 2))
    lights = [Light(x=x * WIDTH, y=y * HEIGHT, r=5) for x, y in places.tolist()]
    night = Night(
        text="",
        glows=tuple(Light(x=light.x, y=light.y, r=40) for light in lights),
        lit=tuple(lights),
    )

    assert len(draw(night)) < 250_000


def test_a_network_without_partners_is_a_dark_picture() -> None:
    pixels = _pixels(Night(text=""))

    assert pixels.shape == (909, 1200, 3)
    assert _at(pixels, 330, 250) == pytest.approx(GROUND, abs=6)


def small_map() -> NetworkMap:
    """A lively corner, a tie that cools, and one partner on its own."""
    places = {"a": (0, 0), "b": (80, 40), "c": (30, 90), "d": (400, 60), "e": (200, 300)}
    energies = {"a": 80.0, "b": 80.0, "c": 64.0, "d": 30.0, "e": None}
    return NetworkMap(
        actors=tuple(
            MapActor(
                id=id,
                name=id,
                kind=ActorKind.OTHER,
                energy=energies[id],
                partners=2,
                at=Point(x=x, y=y),
            )
            for id, (x, y) in places.items()
        ),
        collaborations=(
            _tie("lively", "a", "b", "c", at=Point(x=37, y=43)),
            _tie("cold", "b", "d"),
        ),
        groups=(Group(name="Noorderplas", member_ids=("a", "b", "c")),),
    )


def _tie(id: str, *partners: str, at: Point | None = None) -> MapCollaboration:
    return MapCollaboration(
        id=id,
        name=id,
        form=Form.WORKING,
        layer=Layer.PRACTICE,
        status=Status.ACTIVE,
        partner_ids=partners,
        at=at,
    )


def _pixels(night: Night) -> "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]":
    return np.asarray(Image.open(BytesIO(draw(night))).convert("RGB"))


def _at(
    pixels: "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]", x: float, y: float
) -> tuple[int, ...]:
    scale = pixels.shape[1] / WIDTH
    return tuple(int(value) for value in pixels[int(y * scale), int(x * scale)])
