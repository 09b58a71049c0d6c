"""Who is around a partner, and how two of them are connected."""

import pytest

from graph.domain.map import MapActor, MapCollaboration, NetworkMap
from graph.domain.map_paths import around, shortest_path
from graph.domain.words import ActorKind, Form, Layer, Status

pytestmark = pytest.mark.once


def network(*ties: tuple[str, str], apart: str = "") -> NetworkMap:
    """Partners of one letter; each tie is its partners and where it stands."""
    letters = sorted({*"".join(partners for partners, _kind in ties), *apart})
    return NetworkMap(
        actors=tuple(MapActor(id=id, name=id, kind=ActorKind.OTHER) for id in letters),
        collaborations=tuple(tie(partners, kind) for partners, kind in ties),
    )


def tie(partners: str, kind: str) -> MapCollaboration:
    return MapCollaboration(
        id=f"{partners}-{kind}",
        name=partners,
        form=Form.MEMBERSHIP if kind == "list" else Form.WORKING,
        layer=Layer.PRACTICE,
        status=Status.WISHED if kind == "wish" else Status.ACTIVE,
        partner_ids=tuple(partners),
        energy=90 if kind == "strong" else 10,
    )


CHAIN = network(("ab", ""), ("bcd", ""), ("de", ""), ("ae", "wish"), ("aef", "list"), apart="g")


@pytest.mark.parametrize(
    ("depth", "near"), [(0, "a"), (1, "ab"), (2, "abcd"), (3, "abcde"), (9, "abcde")]
)
def test_depth_counts_collaborations_and_no_wish_or_list(depth: int, near: str) -> None:
    assert around(CHAIN, "a", depth=depth) == frozenset(near)


def test_a_route_names_each_partner_and_what_leads_to_it() -> None:
    found = shortest_path(CHAIN, "a", "e")

    assert [(step.actor_id, step.collaboration_id) for step in found] == [
        ("a", None),
        ("b", "ab-"),
        ("d", "bcd-"),
        ("e", "de-"),
    ]


def test_of_two_routes_as_short_the_livelier_is_told() -> None:
    square = network(("ab", ""), ("bd", ""), ("ac", "strong"), ("cd", "strong"))

    assert [step.actor_id for step in shortest_path(square, "a", "d")] == ["a", "c", "d"]


def test_who_is_not_connected_has_no_route() -> None:
    assert shortest_path(CHAIN, "a", "g") == ()
    assert shortest_path(CHAIN, "a", "nobody") == ()
    assert [step.actor_id for step in shortest_path(CHAIN, "a", "a")] == ["a"]
