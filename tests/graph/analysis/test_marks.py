"""What a reader may let stand out, looked for only when wanted."""

import pytest

from graph.analysis.marks import Mark, find
from graph.domain.energy import ContactState
from graph.domain.map import MapActor, MapCollaboration, NetworkMap
from graph.domain.words import ActorKind, Form, Layer, Status

pytestmark = pytest.mark.once


def tie(
    partners: str, *, status: Status = Status.ACTIVE, contact: ContactState = ContactState.FRESH
) -> MapCollaboration:
    return MapCollaboration(
        id=f"{partners}-{status}",
        name=partners,
        form=Form.WORKING,
        layer=Layer.PRACTICE,
        status=status,
        partner_ids=tuple(partners),
        contact=contact,
    )


# Without d three fall off, without e two and without b one; z works with nobody.
NETWORK = NetworkMap(
    actors=tuple(MapActor(id=id, name=id, kind=ActorKind.OTHER) for id in "abcdefgz"),
    collaborations=(
        *map(tie, ("ab", "bc", "cd", "de", "ef", "fg", "eg")),
        tie("bd", contact=ContactState.RED),
        tie("az", status=Status.WISHED),
        tie("cz", status=Status.PLANNED),
    ),
)


@pytest.mark.parametrize(
    ("mark", "actors", "ties"),
    [
        (Mark.BROKERS, {"d"}, set[str]()),
        (Mark.CUT_POINTS, {"b", "d", "e"}, set[str]()),
        (Mark.ISOLATES, {"z"}, set[str]()),
        (Mark.COLD, {"b", "d"}, {"bd-active"}),
        (Mark.WISHED, {"a", "c", "z"}, {"az-wished", "cz-planned"}),
    ],
)
def test_each_mark_finds_its_own(mark: Mark, actors: set[str], ties: set[str]) -> None:
    found = find(NETWORK, {mark})

    assert found.actor_ids == actors
    assert {each.id for each in found.ties} == ties


def test_marks_add_up_and_none_is_nothing() -> None:
    both = find(NETWORK, {Mark.ISOLATES, Mark.COLD})

    assert both.actor_ids == {"b", "d", "z"}
    assert both.ringed == {"z"}
    assert find(NETWORK, ()).actor_ids == frozenset()
