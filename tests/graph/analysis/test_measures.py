"""Measures, held to published values, closed forms and a second opinion."""

from collections.abc import Mapping
from importlib import import_module
from math import inf
from random import Random
from typing import Any

import pytest

from graph.analysis.measures import (
    Measures,
    communities,
    crossing_shares,
    fragmentation,
    measure,
)
from graph.analysis.network import Network, project

pytestmark = pytest.mark.once

# networkx has no types: everything that it says is Any here.
nx: Any = import_module("networkx")


def network_of(graph: Any) -> Network:
    ties = {
        (min(one, other), max(one, other)): float(data.get("weight", 1))
        for one, other, data in nx.relabel_nodes(graph, str).edges(data=True)
    }
    return Network.of(ties, map(str, graph))


def ties(*pairs: str, actors: str = "") -> Network:
    return Network.of({(pair[0], pair[1]): 1.0 for pair in pairs}, actors)


KARATE = network_of(nx.karate_club_graph())
KITE = network_of(nx.krackhardt_kite_graph())


def test_zachary_karate_club_as_published() -> None:
    """Igraph's own tests and tutorial; see docs/measures.md."""
    club = measure(KARATE)

    assert (club.n, club.m, club.components, club.isolates) == (34, 78, 1, 0)
    assert club.density == pytest.approx(0.139037, abs=5e-7)
    assert club.transitivity == pytest.approx(0.255682, abs=5e-7)
    assert club.mean_distance == pytest.approx(2.408200, abs=5e-7)
    assert club.degree_centralization == pytest.approx(0.399621, abs=5e-7)
    assert club.betweenness_centralization == pytest.approx(0.405557, abs=5e-7)
    assert club.bridges == {("0", "11")}
    assert [name for name, actor in club.actors.items() if actor.cut_vertex] == ["0"]
    assert max(actor.core for actor in club.actors.values()) == 4
    assert max(club.actors, key=lambda name: club.actors[name].degree) == "33"
    assert club.actors["33"].degree == 17
    assert club.actors["0"].closeness == pytest.approx(0.568966, abs=5e-7)
    assert betweenness(club, "0", "33", "32", "2") == pytest.approx(
        [231.0714, 160.5516, 76.6905, 75.8508], abs=5e-5
    )
    assert [club.actors[name].constraint for name in ("0", "33", "2", "32")] == pytest.approx(
        [0.155423, 0.156419, 0.185177, 0.249223], abs=5e-7
    )


def test_krackhardt_kite_has_three_most_important_actors() -> None:
    kite = measure(KITE)
    leaders = {
        "degree": max(kite.actors, key=lambda name: kite.actors[name].degree),
        "betweenness": max(kite.actors, key=lambda name: kite.actors[name].betweenness),
    }

    assert leaders == {"degree": "3", "betweenness": "7"}
    assert kite.actors["3"].degree == 6
    assert kite.actors["7"].betweenness == pytest.approx(14)
    assert [round(kite.actors[name].closeness, 3) for name in ("5", "6")] == [0.643, 0.643]
    assert betweenness(kite, "5", "6", "8") == pytest.approx(
        [36 * 0.2315, 36 * 0.2315, 8], abs=0.01
    )


def betweenness(measures: Measures, *names: str) -> list[float]:
    return [measures.actors[name].betweenness for name in names]


def test_communities_reach_the_best_modularity_of_the_karate_club() -> None:
    club = communities(KARATE)

    assert club.modularity == pytest.approx(0.4197896120973046)
    assert [len(group) for group in club.groups] == [12, 11, 6, 5]
    assert communities(KARATE) == club


@pytest.mark.parametrize(
    ("network", "without", "expected"),
    [
        (KITE, (), 0.0),
        (KITE, ("7",), 0.3889),
        (KITE, ("8",), 0.2222),
        (KITE, ("3",), 0.0),
        (KARATE, ("0",), 0.3163),
        (KARATE, ("33",), 0.0),
        (ties("ab", "cd"), (), 1 - 4 / 12),
        (ties("ab"), ("a",), 0.0),
        (ties(), (), 0.0),
    ],
)
def test_fragmentation_after_removal_as_published(
    network: Network, without: tuple[str, ...], expected: float
) -> None:
    assert fragmentation(network, without) == pytest.approx(expected, abs=5e-5)


@pytest.mark.parametrize(
    ("graph", "degree", "between"),
    [
        (nx.star_graph(6), 1.0, 1.0),
        (nx.cycle_graph(7), 0.0, 0.0),
        (nx.complete_graph(5), 0.0, 0.0),
    ],
)
def test_centralization_in_closed_form(graph: Any, degree: float, between: float) -> None:
    measures = measure(network_of(graph))

    assert measures.degree_centralization == pytest.approx(degree)
    assert measures.betweenness_centralization == pytest.approx(between)


def test_freeman_gives_the_published_centralization_of_maricopa() -> None:
    """41 members, one tied to all, density 30 %: 73 % was published."""
    pairs = [(0, other) for other in range(1, 41)]
    pairs += [(one, other) for one in range(1, 41) for other in range(one + 1, 41)][:206]
    graph = nx.Graph(pairs)

    measures = measure(network_of(graph))

    assert round(measures.density, 2) == 0.3
    assert measures.degree_centralization == pytest.approx(0.736, abs=5e-4)


@pytest.mark.parametrize("actors", ["", "a", "ab"])
def test_a_network_without_ties_has_zeroes_and_no_distance(actors: str) -> None:
    measures = measure(Network.of({}, actors))

    assert (measures.n, measures.m, measures.density) == (len(actors), 0, 0.0)
    assert (measures.components, measures.isolates) == (len(actors), len(actors))
    assert (measures.degree_centralization, measures.betweenness_centralization) == (0.0, 0.0)
    assert (measures.transitivity, measures.mean_distance) == (0.0, None)
    assert [
        (actor.degree, actor.closeness, actor.constraint, actor.effective_size)
        for actor in measures.actors.values()
    ] == [(0, 0.0, None, None)] * len(actors)
    assert [set(group) for group in communities(Network.of({}, actors)).groups] == [
        {actor} for actor in actors
    ]


def test_closeness_and_distance_stay_inside_the_component() -> None:
    measures = measure(ties("ab", "bc", "xy", actors="z"))

    assert (measures.components, measures.isolates) == (3, 1)
    assert {name: actor.closeness for name, actor in measures.actors.items()} == pytest.approx(
        {"a": 2 / 3, "b": 1.0, "c": 2 / 3, "x": 1.0, "y": 1.0, "z": 0.0}
    )
    assert measures.mean_distance == pytest.approx((1 + 1 + 2 + 1) / 4)


def test_a_strong_tie_is_short_when_weights_count() -> None:
    network = Network.of({("a", "b"): 0.1, ("a", "c"): 1.0, ("b", "c"): 1.0})

    assert measure(network).actors["c"].betweenness == 0
    assert measure(network, weighted=True).actors["c"].betweenness == 1


def random_graph(seed: int) -> Any:
    """Weights are powers of two: networkx sees equal paths only when sums are exact."""
    chance = Random(seed)  # noqa: S311
    graph = nx.gnp_random_graph(chance.randint(1, 14), chance.random() ** 1.5, seed=seed)
    for one, other in graph.edges:
        weight = chance.choice((0.25, 0.5, 1.0, 2.0))
        graph.edges[one, other].update(weight=weight, distance=1 / weight)
    return graph


@pytest.mark.parametrize("weight", [None, "weight"])
@pytest.mark.parametrize("seed", range(200))
def test_networkx_agrees(seed: int, weight: str | None) -> None:
    graph = random_graph(seed)
    distance = weight and "distance"

    measures = measure(network_of(graph), weighted=weight is not None)

    assert measures.density == pytest.approx(nx.density(graph))
    assert measures.components == nx.number_connected_components(graph)
    assert measures.isolates == nx.number_of_isolates(graph)
    assert measures.transitivity == pytest.approx(nx.transitivity(graph))
    assert measures.bridges == {
        (min(map(str, pair)), max(map(str, pair))) for pair in nx.bridges(graph)
    }
    expected: dict[str, Any] = {
        "degree": dict(graph.degree),
        "betweenness": nx.betweenness_centrality(graph, normalized=False, weight=distance),
        "closeness": nx.closeness_centrality(graph, distance=distance, wf_improved=False),
        "constraint": nx.constraint(graph, weight=weight),
        "effective_size": nx.effective_size(graph, weight=weight),
        "core": nx.core_number(graph),
        "cut_vertex": dict.fromkeys(graph, False)
        | dict.fromkeys(nx.articulation_points(graph), True),
    }
    for name, values in expected.items():
        found = {vertex: getattr(measures.actors[str(vertex)], name) for vertex in graph}
        assert without_none(found) == pytest.approx(without_none(values)), name


def without_none(values: Mapping[int, float | None]) -> dict[int, float]:
    """An undefined value is None here and "not a number" in networkx."""
    return {
        key: inf if value is None or value != value else value  # noqa: PLR0124
        for key, value in values.items()
    }


def test_the_share_of_ties_across_domains_counts_known_domains_only() -> None:
    network = ties("ab", "ac", "ad", "ae", actors="z")
    domains = {"a": "sport", "b": "sport", "c": "care", "d": "care", "z": "care"}

    assert crossing_shares(network, domains) == pytest.approx(
        {"a": 2 / 3, "b": 0.0, "c": 1.0, "d": 1.0, "e": None, "z": None}
    )


def test_projection_gives_each_partner_one_unit_per_collaboration() -> None:
    network = project([["b", "a"], ["a", "b", "c"], ["d"], ["a", "a"]], actors=["e"])

    assert network.actors == ("a", "b", "c", "d", "e")
    assert network.ties == {("a", "b"): 1.5, ("a", "c"): 0.5, ("b", "c"): 0.5}


def test_a_network_without_an_actor_loses_its_ties() -> None:
    assert ties("ab", "bc", actors="d").without(["b"]) == ties(actors="acd")
