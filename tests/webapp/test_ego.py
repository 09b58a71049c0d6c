"""The small picture around one partner."""

from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest
from flask import Flask
from flask_babel import Babel
from hypothesis import given
from hypothesis import strategies as st

from graph.domain.actors import Actor, ActorFields, Neighbour, Participation, Standing
from graph.domain.map import Point
from graph.domain.words import Form, Status
from tests.given import NOW, TODAY
from webapp.map.ego import Ego, ego_picture
from webapp.map.outline import outline

pytestmark = pytest.mark.once


@pytest.fixture(autouse=True)
def words() -> Any:
    app = Flask(__name__)
    Babel(app, default_locale="nl")
    with app.test_request_context():
        yield


def a_part(name: str, *partners: str, **more: Any) -> Participation:
    fields: dict[str, Any] = {
        "form": Form.WORKING,
        "layer": "practice",
        "status": Status.ACTIVE,
        "role": "",
        "since": None,
        "until": None,
        "energy": 50.0,
        "alive": 0.5,
        "firm": 0.5,
        "known": 1,
        "rhythm_days": 42,
        "started_on": None,
        "last_contact_on": None,
        "archived": False,
        "source": (),
    }
    around = tuple(Neighbour(id=each.lower(), name=each) for each in partners)
    return Participation(id=name.lower(), name=name, partners=around, **(fields | more))


def picture(*parts: Participation) -> Ego:
    actor = Actor(
        id="kajuit",
        version=1,
        created_at=NOW,
        updated_at=NOW,
        archived_at=None,
        verified_on=None,
        fields=ActorFields(name="De Kajuit"),
        standing=Standing(),
        participations=parts,
    )
    return ego_picture(actor, today=TODAY)


def test_two_is_a_line_and_three_a_diamond() -> None:
    found = picture(a_part("Samen", "Club"), a_part("Met drie", "School", "Wijkteam"))

    assert [each.name for each in found.around] == ["Club", "School", "Wijkteam"]
    assert [hub.name for hub in found.hubs] == ["Met drie"]
    assert [spoke.own for spoke in found.spokes] == [True, True, False, False]
    assert found.text == "De Kajuit met 3 partners eromheen, in: Samen, Met drie."


def test_who_is_in_two_collaborations_stands_there_once() -> None:
    found = picture(a_part("Een", "Club", "School"), a_part("Twee", "Club", "Wijkteam"))
    assert [each.name for each in found.around] == ["Club", "School", "Wijkteam"]


@pytest.mark.parametrize(
    "over",
    [
        {"status": Status.WISHED},
        {"form": Form.MEMBERSHIP},
        {"archived": True},
        {"until": TODAY - timedelta(days=1)},
    ],
)
def test_what_does_not_run_is_left_out(over: dict[str, Any]) -> None:
    found = picture(a_part("Voorbij", "Club", **over))
    assert found.around == ()
    assert found.text == "De Kajuit werkt nog met niemand samen."


def test_who_does_not_fit_is_counted() -> None:
    found = picture(a_part("Groot", *(f"Partner {number:02}" for number in range(15))))
    assert len(found.around) == 12
    assert found.more == 3


@pytest.mark.parametrize("count", range(1, 13))
def test_names_on_one_side_keep_apart(count: int) -> None:
    names = [f"Een lange naam van partner {number}" for number in range(count)]
    found = picture(a_part("Samen", *names))
    for anchor in ("start", "end"):
        heights = sorted(each.baseline for each in found.around if each.anchor == anchor)
        assert all(low - high >= 30 for high, low in pairwise(heights))
    assert {len(each.lines) for each in found.around} == {2}


places = st.builds(Point, x=st.integers(-50, 50), y=st.integers(-50, 50))


@given(st.lists(places, min_size=3, max_size=30))
def test_an_outline_holds_all_its_points(points: list[Point]) -> None:
    corners = outline(points)
    assert set(corners) <= set(points)
    if len(corners) < 3:
        return
    for one, other in zip(corners, corners[1:] + corners[:1], strict=True):
        for point in points:
            turn = (other.x - one.x) * (point.y - one.y) - (other.y - one.y) * (point.x - one.x)
            assert turn >= 0
