"""Who holds a network together, and what falls apart without somebody."""

from importlib import import_module
from random import Random
from typing import Any

import pytest

from graph.analysis._cutting import cut_offs
from graph.analysis.brokers import find
from graph.analysis.measures import betweenness_shares, fragmentation
from graph.analysis.network import Network, network_of
from graph.analysis.what_if import fallen_off, what_if
from graph.domain.map import MapActor, MapCollaboration, NetworkMap
from graph.domain.risk import Scenario, without_partner
from graph.domain.words import ActorKind, Form, Layer, Status

pytestmark = pytest.mark.once

nx: Any = import_module("networkx")


def network(*pairs: str, actors: str = "") -> Network:
    return Network.of({(pair[0], pair[1]): 1.0 for pair in pairs}, actors)


def a_map(
    *groups: str, alone: str = "", people: str = "", form: Form = Form.WORKING
) -> NetworkMap:
    """A network of one collaboration for each word, its letters the partners."""
    ids = sorted({id for group in groups for id in group} | {*alone})
    return NetworkMap(
        actors=tuple(
            MapActor(id=id, name=id, kind=ActorKind.OTHER, is_person=id in people) for id in ids
        ),
        collaborations=tuple(
            MapCollaboration(
                id=group,
                name=group,
                form=form,
                layer=Layer.PRACTICE,
                status=Status.ACTIVE,
                partner_ids=tuple(group),
            )
            for group in groups
        ),
    )


def map_of(graph: Any) -> NetworkMap:
    """The network of a graph of networkx, a letter for each vertex."""
    name = {vertex: chr(ord("a") + vertex) for vertex in graph}
    pairs = ("".join(sorted((name[one], name[other]))) for one, other in graph.edges)
    return a_map(*pairs, alone="".join(name.values()))


def test_who_is_cut_off_falls_in_groups_and_the_largest_part_stays() -> None:
    assert cut_offs(network("ab", "bc", "cd", "be", "ef", actors="z")) == {
        "b": (("e", "f"), ("a",)),
        "c": (("d",),),
        "e": (("f",),),
    }


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (network(), {}),
        (network(actors="a"), {}),
        (network("ab", "cd"), {}),
        (network("ab", "bc"), {"b": (("a",), ("c",))}),
        (network("ab", "bc", "ac"), {}),
        (network("ab", "ac", "ad"), {"a": (("b",), ("c",), ("d",))}),
    ],
)
def test_small_networks_have_the_cut_points_that_one_sees(made: Network, expected: object) -> None:
    assert cut_offs(made) == expected


@pytest.mark.parametrize("seed", range(200))
def test_one_walk_finds_what_removing_each_in_turn_finds(seed: int) -> None:
    chance = Random(seed)  # noqa: S311
    graph = nx.gnp_random_graph(chance.randint(0, 20), chance.random() ** 2.5, seed=seed)
    whole = network_of(map_of(graph))
    letters = [chr(ord("a") + vertex) for vertex in nx.articulation_points(graph)]

    found = cut_offs(whole)

    assert sorted(found) == sorted(letters)
    assert found == {id: fallen_off(whole, whole.without([id])) for id in letters}
    shares = betweenness_shares(whole)
    for part in nx.connected_components(graph):
        if len(part) > 2:
            published = nx.betweenness_centrality(graph.subgraph(part))
            assert [shares[chr(ord("a") + vertex)] for vertex in part] == pytest.approx(
                [published[vertex] for vertex in part]
            )


def test_the_broker_of_krackhardts_kite_is_its_neck() -> None:
    """Node 7 (h) lies on 0.389 of the ways and cuts two off; 8 (i) cuts one off."""
    found = find(map_of(nx.krackhardt_kite_graph()))

    [neck] = found.brokers
    assert (neck.actor_id, neck.cut_off, round(neck.between, 3)) == ("h", (("i", "j"),), 0.389)
    assert [(each.actor_id, each.cut_off) for each in found.cut_points] == [("i", (("j",),))]


def test_three_cut_off_make_a_broker_and_two_do_not() -> None:
    found = find(a_map("abcd", "ax", "ay", "az", "bp", "bq"))

    assert [(each.actor_id, each.lost) for each in found.brokers] == [("a", 3)]
    assert [(each.actor_id, each.lost) for each in found.cut_points] == [("b", 2)]


def test_being_in_between_counts_only_among_ten_partners() -> None:
    def ring_with_a_shortcut(size: int) -> NetworkMap:
        letters = "".join(chr(ord("b") + number) for number in range(size - 1))
        ring = ["".join(sorted(pair)) for pair in zip(letters, letters[1:] + "b", strict=True)]
        return a_map(*ring, *(f"a{letter}" for letter in letters[::2]))

    assert [each.actor_id for each in find(ring_with_a_shortcut(11)).brokers] == ["a"]
    assert find(ring_with_a_shortcut(9)).brokers == ()


def test_one_person_is_never_named_and_memberships_hide_no_cut_point() -> None:
    ties = a_map("ab", "bc", "bd", "be", people="b")
    table = a_map("abcde", form=Form.MEMBERSHIP)

    assert find(ties) == find(a_map())
    with_table = NetworkMap(
        actors=table.actors, collaborations=(*ties.collaborations, *table.collaborations)
    )
    assert [each.actor_id for each in find(with_table).brokers] == ["b"]


def test_without_a_partner_the_others_go_on_and_a_pair_stops() -> None:
    before = a_map("abc", "ad", "bc", alone="z")

    effect = what_if(before, without_partner("a"))

    assert effect.cut_off == (("d",),)
    assert effect.ties == {"d": (1, 0)}
    assert effect.stopped == ("ad",)
    assert effect.leaving == {"a"}
    assert (effect.before.connected, effect.after.connected) == (4, 2)
    assert effect.before.reachable == pytest.approx(4 * 3 / (5 * 4))
    assert effect.after.reachable == pytest.approx(2 / (4 * 3))


def test_what_stops_may_cut_off_partners_that_stay() -> None:
    effect = what_if(a_map("abc", "cd", "de"), Scenario(collaboration_ids=frozenset({"cd"})))

    assert (effect.cut_off, effect.stopped, effect.lost) == ((("d", "e"),), ("cd",), 2)
    assert effect.ties == {"d": (2, 1), "e": (1, 1)}


def test_nothing_leaves_without_a_scenario_and_everything_may() -> None:
    whole = a_map("ab", "bc")
    nothing = what_if(whole, Scenario())
    everything = what_if(whole, Scenario(actor_ids=frozenset("abc")))

    assert (nothing.before, nothing.cut_off, nothing.stopped) == (nothing.after, (), ())
    assert (everything.after.partners, everything.cut_off) == (0, ())
    assert everything.stopped == ("ab", "bc")


@pytest.mark.parametrize("gone", ["h", "i", "d"])
def test_reach_is_the_other_side_of_published_fragmentation(gone: str) -> None:
    kite = map_of(nx.krackhardt_kite_graph())

    effect = what_if(kite, without_partner(gone))

    assert effect.after.reachable == pytest.approx(1 - fragmentation(network_of(kite), [gone]))
    assert {"h": 0.3889, "i": 0.2222, "d": 0.0}[gone] == pytest.approx(
        1 - effect.after.reachable, abs=5e-5
    )


def test_a_membership_of_everybody_changes_nothing() -> None:
    ties, everybody = a_map("ab", "bc", "cd", "ef"), a_map("abcdef", form=Form.MEMBERSHIP)
    both = NetworkMap(
        actors=ties.actors, collaborations=(*ties.collaborations, *everybody.collaborations)
    )

    for id in "abcdef":
        assert what_if(both, without_partner(id)) == what_if(ties, without_partner(id))
    assert network_of(both) == network_of(ties)
