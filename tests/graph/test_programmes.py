"""Programmes: shared ones are read by all and changed by none, own ones stay in their network."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from graph.database import Graph
from graph.domain.programmes import ProgrammeFields
from graph.domain.words import ProgrammeKind
from graph.errors import NotFoundError, StaleError
from graph.repositories import changes, programmes
from graph.repositories.programmes import ProgrammeFilter
from tests.given import ANA, BEN, NOW, Given

Rows = Callable[..., list[dict[str, object]]]


def listed(graph: Graph, network_id: str, **chosen: Any) -> list[str]:
    page = programmes.find(graph, network_id=network_id, chosen=ProgrammeFilter(**chosen))
    assert page.total == len(page.items)
    return [item.name for item in page.items]


def share(rows: Rows, name: str, **properties: Any) -> None:
    rows(
        "CREATE (p:Programme {id: $name, name: $name, sort_name: toLower($name), "
        "search: toLower($name), kind: 'programme', created_at: $now, updated_at: $now}) "
        "SET p += $properties",
        name=name,
        now=NOW,
        properties=properties,
    )


def edit(graph: Graph, network_id: str, id: str, version: int, **fields: Any) -> None:
    programmes.update(
        graph, network_id=network_id, programme_id=id, version=version,
        fields=ProgrammeFields(**fields), by=BEN, now=NOW,
    )  # fmt: skip


def test_a_network_sees_shared_programmes_and_its_own(
    graph: Graph, given: Given, rows: Rows
) -> None:
    north, south = given.network("noord"), given.network("zuid")
    share(rows, "Welbevinden")
    of_south = given.programme(south, "Zuidplan")
    own = given.programme(north, "Noordplan", kind=ProgrammeKind.CAMPAIGN)

    assert listed(graph, north) == ["Noordplan", "Welbevinden"]
    assert listed(graph, north, own=True) == ["Noordplan"]
    assert listed(graph, north, kind=ProgrammeKind.CAMPAIGN) == ["Noordplan"]
    assert [each.name for each in programmes.names(graph, network_id=south)] == [
        "Welbevinden", "Zuidplan",
    ]  # fmt: skip
    assert programmes.get(graph, network_id=north, programme_id=own).own
    assert not programmes.get(graph, network_id=north, programme_id="Welbevinden").own
    with pytest.raises(NotFoundError):
        programmes.get(graph, network_id=north, programme_id=of_south)


def test_a_shared_programme_is_read_only(graph: Graph, given: Given, rows: Rows) -> None:
    network = given.network()
    share(rows, "Welbevinden")

    with pytest.raises(NotFoundError):
        edit(graph, network, "Welbevinden", 1, name="Anders")
    with pytest.raises(NotFoundError):
        programmes.set_archived(
            graph, network_id=network, programme_id="Welbevinden", version=1, archived=True,
            by=ANA, now=NOW,
        )  # fmt: skip
    with pytest.raises(NotFoundError):
        programmes.add(
            graph, network_id=network, programme_id="Welbevinden",
            fields=ProgrammeFields(name="Anders"), by=ANA, now=NOW,
        )  # fmt: skip

    assert listed(graph, network) == ["Welbevinden"]


def test_a_list_narrows_and_counts_use_in_this_network_only(
    graph: Graph, given: Given, rows: Rows
) -> None:
    rows("CREATE (:Domain {id: 'sport'})")
    north, south = given.network("noord"), given.network("zuid")
    share(rows, "Welbevinden", evidence="goed onderbouwd")
    plan = given.programme(north, "Fietsplan", domain_ids=("sport",))
    given.collaboration(north, "Fietsen", programme_ids=(plan,))
    given.collaboration(north, "Trappen", programme_ids=(plan,))
    given.collaboration(south, "Elders", programme_ids=("Welbevinden", plan))

    page = programmes.find(graph, network_id=north, chosen=ProgrammeFilter(sort="gebruik"))
    assert [(item.name, item.uses) for item in page.items] == [
        ("Fietsplan", 2),
        ("Welbevinden", 0),
    ]
    assert listed(graph, north, known=True) == ["Welbevinden"]
    assert listed(graph, north, used=True) == ["Fietsplan"]
    assert listed(graph, north, domain="sport") == ["Fietsplan"]
    assert listed(graph, north, question="fitsplan") == ["Fietsplan"]


def test_all_that_is_filled_in_comes_back_and_an_edit_is_logged(
    graph: Graph, given: Given, rows: Rows
) -> None:
    rows("CREATE (:Domain {id: 'sport'}), (:LifeStage {id: 'jong'}), (:Pillar {id: 'educatie'})")
    network = given.network()
    id = given.programme(network, "Fietsplan")
    fields: dict[str, Any] = {
        "name": "Fietsplan Noord",
        "kind": ProgrammeKind.PROGRAMME,
        "description": "Samen fietsen",
        "target_group": "ouderen",
        "evidence": "goed onderbouwd",
        "evidence_source": "Loket Gezond Leven",
        "evidence_on": date(2026, 5, 1),
        "domain_ids": ("sport",),
        "life_stage_ids": ("jong",),
        "pillar_ids": ("educatie",),
    }

    edit(graph, network, id, 1, **fields)

    programme = programmes.get(graph, network_id=network, programme_id=id)
    assert (programme.fields, programme.version) == (ProgrammeFields(**fields), 2)
    newest, _added = changes.list_for(graph, network_id=network, subject_id=id)
    assert (newest.verb, newest.before["name"]) == ("edited", "Fietsplan")
    with pytest.raises(StaleError):
        edit(graph, network, id, 1, name="Te laat")


def test_a_programme_knows_its_twin_and_the_groups_of_the_network(
    graph: Graph, given: Given, rows: Rows
) -> None:
    network, other = given.network("noord"), given.network("zuid")
    share(rows, "Thrive", source=["004.txt:12"])
    for where in (network, other):
        actor = given.actor(where, "Thrive Amsterdam")
        rows(
            "MATCH (a:Actor {id: $actor}), (p:Programme {id: 'Thrive'}) "
            "CREATE (a)-[:SAME_AS]->(p) "
            "CREATE (:ActorGroup {id: $actor + '-g', network_id: $where, name: 'Scholen', "
            "sort_name: 'scholen'})-[:NAMED_IN {role: 'partner', source: ['004.txt:13']}]->(p)",
            actor=actor,
            where=where,
        )

    programme = programmes.get(graph, network_id=network, programme_id="Thrive")

    assert [twin.name for twin in programme.twins] == ["Thrive Amsterdam"]
    assert [(group.name, group.role, group.source) for group in programme.groups] == [
        ("Scholen", "partner", ("004.txt:13",))
    ]
    assert programme.source == ("004.txt:12",)


def test_an_archived_programme_leaves_the_list_and_comes_back(graph: Graph, given: Given) -> None:
    network = given.network()
    id = given.programme(network, "Fietsplan")

    def set_archived(version: int, *, archived: bool) -> tuple[list[str], list[str]]:
        programmes.set_archived(
            graph, network_id=network, programme_id=id, version=version, archived=archived,
            by=ANA, now=NOW,
        )  # fmt: skip
        return listed(graph, network), listed(graph, network, archived=True)

    assert set_archived(1, archived=True) == ([], ["Fietsplan"])
    assert programmes.names(graph, network_id=network) == []
    assert set_archived(2, archived=False) == (["Fietsplan"], [])
