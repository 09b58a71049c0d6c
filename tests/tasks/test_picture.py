"""The night picture in the mail: light where the energy is, small enough to send."""

from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from graph.domain.map import Point
from tasks.night import HEIGHT, WIDTH, Light, Name, Night
from tasks.picture import draw

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


def _pixels(night: Night) -> "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]":
    return np.asarray(Image.open(BytesIO(draw(night))).convert("RGB"))


def _at(
    pixels: "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]", x: float, y: float
) -> tuple[int, ...]:
    scale = pixels.shape[1] / WIDTH
    return tuple(int(value) for value in pixels[int(y * scale), int(x * scale)])
