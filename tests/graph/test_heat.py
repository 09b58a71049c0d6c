"""Where lokale energie sits: which collaboration counts in which cell."""

from datetime import timedelta

import pytest

from graph.database import Graph
from graph.domain.heat import Heat, HeatCollaboration, find, heat
from graph.domain.words import Layer, Status
from graph.repositories.heat import read
from tests.given import TODAY, Given


def read_noord(graph: Graph) -> Heat:
    return heat(read(graph, network_id="noord", today=TODAY))


def test_a_cell_is_a_domain_of_a_partner_where_partners_are(graph: Graph, given: Given) -> None:
    given.network("noord")
    given.vocabulary()
    east, west = given.place("noord", "Oost"), given.place("noord", "West")
    school = given.actor("noord", "School", domain_ids=("onderwijs",), neighbourhood_ids=(east,))
    shop = given.actor("noord", "Winkel", domain_ids=("werk",), neighbourhood_ids=(west,))
    given.collaboration("noord", "Samen", school, shop, started_on=TODAY)

    found = read_noord(graph)

    assert set(found.cells) == {
        ("onderwijs", east),
        ("onderwijs", west),
        ("werk", east),
        ("werk", west),
    }
    assert found.cell("werk", east).summary.active == 1
    assert found.without_column == 0


def test_where_it_happens_goes_before_where_partners_are(graph: Graph, given: Given) -> None:
    given.network("noord")
    given.vocabulary()
    east, west = given.place("noord", "Oost"), given.place("noord", "West")
    school = given.actor("noord", "School", domain_ids=("onderwijs",), neighbourhood_ids=(east,))
    given.collaboration(
        "noord", "Elders", school, given.actor("noord", "X"), neighbourhood_ids=(west,)
    )

    assert set(read_noord(graph).cells) == {("onderwijs", west)}


def test_another_network_is_not_in_the_table(graph: Graph, given: Given) -> None:
    given.network("noord")
    given.network("zuid")
    given.collaboration("zuid", "Daar", given.actor("zuid", "Een"), given.actor("zuid", "Twee"))

    assert read(graph, network_id="noord", today=TODAY) == []


def test_the_strongest_comes_first(graph: Graph, given: Given) -> None:
    given.network("noord")
    pair = given.actor("noord", "Een"), given.actor("noord", "Twee")
    given.collaboration("noord", "Onbekend", *pair)
    given.collaboration("noord", "Oud", *pair, started_on=TODAY - timedelta(days=60))
    given.collaboration("noord", "Nieuw", *pair, started_on=TODAY)

    found = read(graph, network_id="noord", today=TODAY)

    assert [each.name for each in found] == ["Nieuw", "Oud", "Onbekend"]
    assert [each.energy is None for each in found] == [False, False, True]
    assert heat(found).without_column == 3


def a_collaboration(
    name: str, energy: float | None, *places: str, status: Status = Status.ACTIVE
) -> HeatCollaboration:
    return HeatCollaboration(
        id=name,
        name=name,
        layer=Layer.PRACTICE,
        status=status,
        energy=energy,
        domain_ids=frozenset({"werk"}),
        neighbourhood_ids=frozenset(places),
    )


@pytest.mark.once
def test_a_cell_shows_its_strongest_and_counts() -> None:
    table = heat([a_collaboration("a", 85.0, "oost"), a_collaboration("b", 40.0, "oost")])

    summary = table.cell("werk", "oost").summary

    assert (summary.strongest, summary.lively, summary.active) == (85.0, 1, 2)


@pytest.mark.once
def test_an_ambition_alone_is_open_and_beside_others_is_not() -> None:
    wished = a_collaboration("wens", None, "oost", "west", status=Status.WISHED)
    table = heat([a_collaboration("a", 85.0, "oost"), wished])

    assert not table.cell("werk", "oost").is_open
    assert table.cell("werk", "west").is_open
    assert not table.cell("werk", "noord").is_open


@pytest.mark.once
def test_the_finding_names_the_brightest_and_the_dark() -> None:
    table = heat(
        [
            a_collaboration("a", 85.0, "oost"),
            a_collaboration("b", 70.0, "oost", "west"),
            a_collaboration("c", 90.0, "zuid"),
            a_collaboration("d", 20.0, "kern"),
            a_collaboration("e", None, "rand", status=Status.WISHED),
        ]
    )

    found = find(table, ["kern", "oost", "rand", "west", "zuid"], ["werk"])

    assert found.brightest == ("oost", "zuid")
    assert found.dark == ("kern",)
    assert found.open_cells == 1
