"""Two partners made one: all that they had moves along, and comes back when it is undone."""

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as with_any
from hypothesis import strategies as st

from graph.database import Graph
from graph.domain.actors import Actor, ActorFields, CircleError
from graph.domain.changes import Change
from graph.domain.collaborations import ParticipantFields
from graph.domain.merges import ChangedSinceError, MergeRefusedError
from graph.domain.operations import UndoRefusedError
from graph.errors import NotFoundError, StaleError
from graph.identity import new_id
from graph.repositories import (
    actors,
    changes,
    collaboration_life,
    collaborations,
    energy,
    followups,
    merges,
    moments,
    positions,
)
from graph.repositories.merges import Part
from tests.given import ANA, BEN, NOW, TODAY, Given

Rows = Callable[..., list[dict[str, Any]]]

MODEL = Path(__file__).parents[2] / "docs" / "model.md"
_IN_THE_MODEL = re.compile(
    r"\((?P<source>:[\w: |]+)\)-\[:(?P<type>\w+)[^]]*\]->(?=\((?P<target>:[\w: |]+)\))"
)

LATER = NOW + timedelta(hours=1)
LAST_YEAR = TODAY - timedelta(days=365)


@pytest.fixture
def network(given: Given) -> str:
    network = given.network()
    given.user("ana", network)
    return network


def get(graph: Graph, network: str, actor_id: str) -> Actor:
    return actors.get(graph, network_id=network, actor_id=actor_id)


def merge(
    graph: Graph, network: str, kept: str, merged: str, fields: ActorFields | None = None
) -> str:
    stays, goes = get(graph, network, kept), get(graph, network, merged)
    operation_id = new_id()
    merges.merge(
        graph,
        network_id=network,
        operation_id=operation_id,
        kept=Part(id=kept, version=stays.version),
        merged=Part(id=merged, version=goes.version),
        fields=fields or stays.fields,
        by=ANA,
        now=LATER,
    )
    return operation_id


def undo(graph: Graph, network: str, operation_id: str, *, now: datetime = LATER) -> None:
    merges.undo(graph, network_id=network, operation_id=operation_id, by=ANA, now=now)


def join(graph: Graph, network: str, collaboration_id: str, actor_id: str, **facts: Any) -> None:
    collaboration_life.add_participant(
        graph,
        network_id=network,
        collaboration_id=collaboration_id,
        participant=ParticipantFields(actor_id=actor_id, **facts),
        by=ANA,
        now=NOW,
    )


def log(graph: Graph, network: str) -> list[Change]:
    return changes.list_recent(graph, network_id=network, since=LATER)


def test_all_that_a_partner_had_moves_along(
    graph: Graph, given: Given, network: str, rows: Rows
) -> None:
    kept = given.actor(network, "De Kajuit", phone="072 1")
    merged = given.actor(network, "Jongerenhuis Kajuit", aliases=("Het Huis",))
    child = given.actor(network, "Kajuit Oost", parent_id=merged)
    friday = given.collaboration(network, "Vrijdag", merged, given.actor(network, "SV Noord"))
    position = given.position(network, merged, "Coördinator")
    moment = given.moment(network, actor_ids=(merged,))
    step = given.followup(network, owner_actor_id=merged, actor_ids=(merged,))
    rows(
        "MATCH (c:Collaboration {id: $c}), (a:Actor {id: $a}) "
        "CREATE (c)-[:FUNDED_BY {until: $until}]->(a)",
        c=friday, a=merged, until=TODAY,
    )  # fmt: skip

    merge(graph, network, kept, merged)

    one = get(graph, network, kept)
    assert one.fields.phone == "072 1"
    assert one.fields.aliases == ("Jongerenhuis Kajuit", "Het Huis")
    assert [part.id for part in one.participations] == [friday]
    assert [part.id for part in one.children] == [child]
    assert one.standing.partners == 1
    assert positions.get(graph, network_id=network, position_id=position).actor.id == kept
    told = moments.get(graph, network_id=network, moment_id=moment)
    asked = followups.get(graph, network_id=network, followup_id=step)
    assert [each.id for each in (*told.about, *asked.about, asked.owner) if each] == [kept] * 3
    assert rows(
        "MATCH (:Collaboration)-[f:FUNDED_BY]->(a) RETURN a.id AS id, f.until IS NULL AS n"
    ) == [{"id": kept, "n": False}]
    assert merges.target(graph, network_id=network, actor_id=merged) == kept
    with pytest.raises(NotFoundError):
        get(graph, network, merged)


def test_ties_of_other_periods_stay_apart_and_equal_ones_become_one(
    graph: Graph, given: Given, network: str
) -> None:
    kept, merged, other = (given.actor(network, name) for name in ("Kajuit", "Kajuit 2", "School"))
    apart = given.collaboration(network, "Apart", other)
    equal = given.collaboration(network, "Gelijk", other)
    join(graph, network, apart, kept, role="lid", since=TODAY)
    join(graph, network, apart, merged, role="trekker", since=LAST_YEAR)
    for actor_id in (kept, merged):
        join(graph, network, equal, actor_id, role="lid", since=TODAY)

    merge(graph, network, kept, merged)

    parts = get(graph, network, kept).participations
    assert sorted((part.name, part.role, part.since) for part in parts) == [
        ("Apart", "lid", TODAY),
        ("Apart", "trekker", LAST_YEAR),
        ("Gelijk", "lid", TODAY),
    ]
    standing = get(graph, network, kept).standing
    assert (standing.active, standing.partners) == (2, 1)
    facts = energy.facts(graph, network_id=network, collaboration_ids=[apart, equal], today=TODAY)
    assert {fact.partner_count for fact in facts.values()} == {2}


def test_a_chosen_field_wins_and_the_log_has_one_line(
    graph: Graph, given: Given, network: str
) -> None:
    kept = given.actor(network, "De Kajuit", email="oud@kajuit.nl")
    merged = given.actor(network, "Kajuit", email="info@kajuit.nl")
    chosen = ActorFields(name="Kajuit", email="info@kajuit.nl")

    merge(graph, network, kept, merged, chosen)

    one = get(graph, network, kept)
    assert (one.fields.name, one.fields.email, one.fields.aliases) == (
        "Kajuit", "info@kajuit.nl", ("De Kajuit",),
    )  # fmt: skip
    lines = [line for line in log(graph, network) if line.kind == "Actor"]
    assert [(line.verb, line.subject_id, line.before["email"]) for line in lines] == [
        ("merged", kept, "oud@kajuit.nl")
    ]


def test_nobody_loses_an_edit_to_a_merge(graph: Graph, given: Given, network: str) -> None:
    kept, merged = given.actor(network, "De Kajuit"), given.actor(network, "Kajuit")
    moment = given.moment(network, actor_ids=(merged,))
    shown = moments.get(graph, network_id=network, moment_id=moment)
    stale = Part(id=merged, version=get(graph, network, merged).version)
    actors.update(
        graph, network_id=network, actor_id=merged, version=stale.version,
        fields=ActorFields(name="Kajuit", phone="072 1"), by=BEN, now=NOW,
    )  # fmt: skip
    with pytest.raises(StaleError):
        merges.merge(
            graph, network_id=network, operation_id=new_id(), kept=Part(id=kept, version=1),
            merged=stale, fields=ActorFields(name="De Kajuit"), by=ANA, now=LATER,
        )  # fmt: skip

    merge(graph, network, kept, merged)

    with pytest.raises(StaleError):  # a form that was open still says that it was about Kajuit
        moments.update(
            graph, network_id=network, moment_id=moment, version=shown.version,
            fields=shown.fields, by=BEN, now=LATER,
        )  # fmt: skip


def test_what_cannot_be_merged(graph: Graph, given: Given, network: str) -> None:
    kajuit, old = given.actor(network, "De Kajuit"), given.actor(network, "Kajuit")
    given.network("zuid")
    foreign = given.actor("zuid", "De Kajuit")
    actors.set_archived(
        graph, network_id=network, actor_id=old, version=1, archived=True, by=ANA, now=NOW
    )
    with pytest.raises(MergeRefusedError):
        merge(graph, network, kajuit, kajuit)
    with pytest.raises(MergeRefusedError):
        merge(graph, network, old, kajuit)
    with pytest.raises(NotFoundError):
        merges.merge(
            graph, network_id=network, operation_id=new_id(), kept=Part(id=kajuit, version=1),
            merged=Part(id=foreign, version=1), fields=ActorFields(name="x"), by=ANA, now=LATER,
        )  # fmt: skip


def test_a_whole_does_not_become_a_part_of_its_own_parts(
    graph: Graph, given: Given, network: str
) -> None:
    whole = given.actor(network, "GGZ")
    part = given.actor(network, "GGZ Jeugd", parent_id=whole)
    team = given.actor(network, "GGZ Jeugd, team Noord", parent_id=part)
    deeper = given.actor(network, "GGZ Noord", parent_id=team)
    with pytest.raises(CircleError):
        merge(graph, network, whole, deeper, fields=get(graph, network, deeper).fields)
    assert get(graph, network, deeper).version == 1


def test_an_undo_says_what_changed_since(graph: Graph, given: Given, network: str) -> None:
    kept, merged = given.actor(network, "De Kajuit"), given.actor(network, "Kajuit")
    friday = given.collaboration(network, "Vrijdag", merged, given.actor(network, "School"))
    operation_id = merge(graph, network, kept, merged)
    moment = given.moment(network, actor_ids=(kept,))
    one = collaborations.get(graph, network_id=network, collaboration_id=friday)
    collaborations.update(
        graph, network_id=network, collaboration_id=friday, version=one.version,
        fields=one.fields, by=BEN, now=LATER,
    )  # fmt: skip

    with pytest.raises(ChangedSinceError) as found:
        undo(graph, network, operation_id)

    expected = {("Collaboration", friday), ("ContactMoment", moment)}
    assert {(each.kind, each.id) for each in found.value.changed} == expected
    told = merges.changed_since(graph, network_id=network, operation_id=operation_id)
    assert {(each.kind, each.id) for each in told} == expected
    with pytest.raises(NotFoundError):
        get(graph, network, merged)


def test_an_undo_works_once_and_for_thirty_days(graph: Graph, given: Given, network: str) -> None:
    first, second = given.actor(network, "De Kajuit"), given.actor(network, "Kajuit")
    operation_id = merge(graph, network, first, second)
    with pytest.raises(UndoRefusedError):
        undo(graph, network, operation_id, now=LATER + timedelta(days=31))
    undo(graph, network, operation_id)
    assert get(graph, network, second).fields.name == "Kajuit"
    assert get(graph, network, first).fields.aliases == ()
    with pytest.raises(UndoRefusedError):
        undo(graph, network, operation_id)


def test_an_old_address_leads_through_two_merges(
    graph: Graph, given: Given, network: str, rows: Rows
) -> None:
    one, two, three = (given.actor(network, name) for name in ("Een", "Twee", "Drie"))
    merge(graph, network, two, one)
    second = merge(graph, network, three, two)
    assert merges.target(graph, network_id=network, actor_id=one) == three
    undo(graph, network, second)
    assert merges.target(graph, network_id=network, actor_id=one) == two


# Each kind of tie that a partner can have: how it is made from a partner and another thing.
TIES = {
    "part_in": "CREATE (actor)-[:TAKES_PART_IN {role: $role, since: $day, source: ['a']}]->(tie)",
    "part_in_undated": "CREATE (actor)-[:TAKES_PART_IN {role: $role}]->(tie)",
    "funds": "CREATE (tie)-[:FUNDED_BY {until: $day}]->(actor)",
    "twin": "CREATE (actor)-[:SAME_AS]->(tie)",
    "says": "CREATE (actor)-[:MENTIONS {kind: $role, context: 'x'}]->(tie)",
    "said": "CREATE (other)-[:MENTIONS {kind: $role, source: ['a:1']}]->(actor)",
    "part_of": "CREATE (other)-[:PART_OF]->(actor)",
    "differs": "CREATE (actor)-[:DIFFERS_FROM]->(other)",
    "works_in": "CREATE (actor)-[:WORKS_IN {primary: true}]->(domain)",
    "located": "CREATE (actor)-[:LOCATED_IN]->(place)",
    "reaches": "CREATE (actor)-[:REACHES]->(stage)",
    "position": "CREATE (actor)<-[:AT]-(position)",
    "moment": "CREATE (actor)<-[:ABOUT]-(moment)",
    "step": "CREATE (actor)<-[:ABOUT]-(step)",
    "agreement": "CREATE (actor)<-[:OWNED_BY]-(step)",
    "rating": "CREATE (actor)<-[:BY]-(rating)",
    "introduction": "CREATE (actor)<-[:BETWEEN]-(introduction)",
    "bridge": "CREATE (actor)<-[:THROUGH]-(introduction)",
}

_WORLD = """
UNWIND [0, 1, 2] AS n
CREATE (:Actor {id: $net + '-actor' + n, network_id: $net, name: 'Partner ' + n, sort_name: 'p',
  search: 'p', kind: 'other', version: 1, created_at: $now, updated_at: $now,
  phone: CASE n WHEN 1 THEN '072 1' END, verified_on: CASE n WHEN 1 THEN $day END})
CREATE (c:Collaboration {id: $net + '-tie' + n, network_id: $net, name: 'Samen', sort_name: 's',
  search: 's', form: 'working', layer: 'practice', status: 'active', version: 1,
  started_on: $day, created_at: $now, updated_at: $now})
CREATE (:Position {id: $net + '-position' + n, network_id: $net, name: 'Functie', version: 1})
CREATE (:ContactMoment {id: $net + '-moment' + n, network_id: $net, on: $day, version: 1})
CREATE (:FollowUp {id: $net + '-step' + n, network_id: $net, what: 'Bel', due_on: $day,
  version: 1})
CREATE (:Rating {id: $net + '-rating' + n, network_id: $net, value: 4, on: $day})-[:OF]->(c)
CREATE (:Introduction {id: $net + '-introduction' + n, network_id: $net, version: 1})
CREATE (:Domain {id: $net + '-domain' + n, label: 'd'})
CREATE (:Neighbourhood {id: $net + '-place' + n, name: 'w'})
CREATE (:LifeStage {id: $net + '-stage' + n, label: 'l'})
"""
_THINGS = (
    "tie",
    "position",
    "moment",
    "step",
    "rating",
    "introduction",
    "domain",
    "place",
    "stage",
)


def picture(rows: Rows, network: str) -> tuple[list[str], list[str]]:
    """All of a network but for the log, versions and when things were updated."""
    nodes = rows(
        "MATCH (n {network_id: $net}) WHERE NOT n:Change AND NOT n:Operation "
        "RETURN labels(n) AS labels, properties(n) AS said",
        net=network,
    )
    ties = rows(
        "MATCH (a {network_id: $net})-[r]->(b) "
        "RETURN a.id AS a, type(r) AS type, b.id AS b, properties(r) AS said",
        net=network,
    )
    for node in nodes:
        node["said"].pop("version", None)
        node["said"].pop("updated_at", None)
    return _told(nodes), _told(ties)


def _told(found: list[dict[str, Any]]) -> list[str]:
    said = (
        {**each, "said": sorted((k, str(v)) for k, v in each["said"].items())} for each in found
    )
    return sorted(str(sorted(each.items())) for each in said)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@with_any(
    ties=st.lists(
        st.tuples(
            st.sampled_from(sorted(TIES)), st.integers(0, 2), st.integers(0, 2),
            st.sampled_from(["", "lid"]), st.sampled_from([None, TODAY, LAST_YEAR]),
        ),
        max_size=14,
    ),
    name=st.sampled_from(["Partner 0", "Partner 1", "Samen één"]),
)  # fmt: skip
def test_a_merge_and_its_undo_leave_the_graph_as_it_was(
    graph: Graph,
    given: Given,
    rows: Rows,
    ties: list[tuple[str, int, int, str, date | None]],
    name: str,
) -> None:
    network = given.network(new_id())
    rows(_WORLD, net=network, now=NOW, day=LAST_YEAR)
    for kind, n, m, role, day in ties:
        ids = {"actor": f"{network}-actor{n}", "other": f"{network}-actor{m}"}
        if "other" not in TIES[kind] or n != m:
            ids |= {thing: f"{network}-{thing}{m}" for thing in _THINGS}
            found = ", ".join(
                f"({each} {{id: $ids.{each}}})" for each in ids if each in TIES[kind]
            )
            rows(f"MATCH {found} {TIES[kind]}", ids=ids, role=role, day=day)  # pyright: ignore[reportArgumentType] -- a literal of this test
    energy.refresh_all(graph, network_id=network, today=TODAY)
    before = picture(rows, network)
    kept, merged = f"{network}-actor0", f"{network}-actor1"

    operation_id = merge(graph, network, kept, merged, ActorFields(name=name, phone="072 1"))

    assert picture(rows, network) != before
    undo(graph, network, operation_id)
    assert picture(rows, network) == before


@pytest.mark.once
def test_every_tie_that_the_model_knows_can_move() -> None:
    """A new relationship on partners that nobody thought of here would be lost in a merge."""
    ways: set[tuple[str, bool]] = set()
    for found in _IN_THE_MODEL.finditer(MODEL.read_text(encoding="utf-8")):
        ways |= {(found["type"], True)} if ":Actor" in _labels(found["source"]) else set()
        ways |= {(found["type"], False)} if ":Actor" in _labels(found["target"]) else set()
    assert ways == set(merges.MAKE)


def _labels(text: str) -> list[str]:
    return text.split(" | ")


def test_of_two_who_merge_at_once_one_is_told(graph: Graph, given: Given, network: str) -> None:
    one, other = given.actor(network, "De Kajuit"), given.actor(network, "Kajuit")
    given.collaboration(network, "Vrijdag", one, other)

    def attempt(pair: tuple[str, str]) -> bool:
        try:
            merges.merge(
                graph, network_id=network, operation_id=new_id(),
                kept=Part(id=pair[0], version=1), merged=Part(id=pair[1], version=1),
                fields=ActorFields(name="De Kajuit"), by=ANA, now=LATER,
            )  # fmt: skip
        except (StaleError, NotFoundError):
            return False
        return True

    with ThreadPoolExecutor(4) as pool:
        done = list(pool.map(attempt, [(one, other), (other, one)] * 2))

    assert sorted(done) == [False, False, False, True]
    assert len(actors.names(graph, network_id=network)) == 1
