"""Networks: seen by their members only, counted without what is archived, removed as a whole."""

import re
from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from graph.database import Graph
from graph.domain.changes import INSTALLATION, Author
from graph.domain.networks import REST, Member, NetworkSize
from graph.domain.words import NetworkKind, Role
from graph.errors import AlreadyExistsError, NotFoundError
from graph.queries import load_query
from graph.repositories import changes, networks, preferences, users
from tests.cypher import model_page

# Shared by all networks, or the boundary itself; every other label belongs to one network.
NO_NETWORK = {
    *("User", "Network", "Domain", "LifeStage", "Setting", "PreventionType", "Pillar"),
    *("ActionLine", "Law", "PolicyGoal", "Term", "Neighbourhood", "YearMoment", "Question"),
    "SchemaVersion",
}
BEA = Author(id="bea", name="Bea")
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


@pytest.fixture
def two_networks(graph: Graph) -> Graph:
    """Ana is regisseur of Aalst and reader of Beek; Ben only knows Beek."""
    for name, kind in (("aalst", NetworkKind.FICTITIOUS), ("beek", NetworkKind.OWN)):
        networks.create(
            graph, id=name, slug=f"{name}-slug", name=name, kind=kind, note="n", now=NOW
        )
    for name in ("ana", "ben"):
        users.create(
            graph,
            id=name,
            email=f"{name}@voorbeeldstad.example",
            name=name.title(),
            password_hash="hash",
            is_admin=False,
            is_demo=False,
            now=NOW,
        )
    for user_id, network_id, role in (
        ("ana", "aalst", Role.REGISSEUR),
        ("ana", "beek", Role.READER),
        ("ben", "beek", Role.EDITOR),
    ):
        users.set_membership(graph, user_id=user_id, network_id=network_id, role=role, now=NOW)
    return graph


def test_a_slug_belongs_to_one_network(two_networks: Graph) -> None:
    with pytest.raises(AlreadyExistsError):
        networks.create(
            two_networks,
            id="other",
            slug="beek-slug",
            name="Other",
            kind=NetworkKind.OWN,
            note="",
            now=NOW,
        )


def test_counts_leave_out_archived_done_and_foreign_things(
    two_networks: Graph,
    rows: Any,
) -> None:
    rows(
        """
        MATCH (ana:User {id: 'ana'}), (ben:User {id: 'ben'})
        CREATE (:Actor {id: 'a1', network_id: 'aalst'}),
               (:Actor {id: 'a2', network_id: 'aalst'}),
               (:Actor {id: 'a3', network_id: 'aalst', archived_at: $now}),
               (:Actor {id: 'a4', network_id: 'beek'}),
               (:Collaboration {id: 'c1', network_id: 'aalst', status: 'active'}),
               (:Collaboration {id: 'c2', network_id: 'aalst', status: 'ended'}),
               (:Collaboration {id: 'c3', network_id: 'beek', status: 'active'}),
               (:FollowUp {id: 'f1', network_id: 'aalst'})-[:OWNED_BY]->(ana),
               (:FollowUp {id: 'f2', network_id: 'aalst', done_on: $now})-[:OWNED_BY]->(ana),
               (:FollowUp {id: 'f3', network_id: 'aalst'})-[:OWNED_BY]->(ben),
               (:FollowUp {id: 'f4', network_id: 'beek'})-[:OWNED_BY]->(ana)
        """,
        now=NOW,
    )

    found = users.get(two_networks, user_id="ana").network("aalst-slug")

    assert found
    assert (found.id, found.name, found.note, found.role) == (
        "aalst",
        "aalst",
        "n",
        Role.REGISSEUR,
    )
    assert found.my_open_actions == 1
    size = networks.size(two_networks, network_id="aalst")
    assert size == NetworkSize(partners=2, active_collaborations=1)
    listed = networks.list_for_user(two_networks, user_id="ana")
    assert [(net.id, net.role, net.my_open_actions, net.size) for net in listed] == [
        ("aalst", Role.REGISSEUR, 1, size),
        ("beek", Role.READER, 1, NetworkSize(partners=1, active_collaborations=1)),
    ]


def test_an_empty_network_counts_nothing(two_networks: Graph) -> None:
    size = networks.size(two_networks, network_id="aalst")
    assert size == NetworkSize(partners=0, active_collaborations=0)


def test_a_network_does_not_exist_for_who_is_no_member(two_networks: Graph) -> None:
    assert users.get(two_networks, user_id="ben").network("aalst-slug") is None
    assert [net.id for net in networks.list_for_user(two_networks, user_id="ben")] == ["beek"]


def test_members_are_listed_by_name(two_networks: Graph) -> None:
    assert networks.list_members(two_networks, network_id="beek") == [
        Member(user_id="ana", name="Ana", email="ana@voorbeeldstad.example", role=Role.READER),
        Member(user_id="ben", name="Ben", email="ben@voorbeeldstad.example", role=Role.EDITOR),
    ]


def test_removing_a_fictitious_network_takes_all_of_it_and_nothing_else(
    two_networks: Graph,
    rows: Any,
) -> None:
    rows("UNWIND range(1, 620) AS n CREATE (:Actor {id: 'a' + n, network_id: 'aalst'})")
    rows("CREATE (:Actor {id: 'b1', network_id: 'beek'})")

    networks.remove(two_networks, network_id="aalst")

    assert rows("MATCH (actor:Actor) RETURN actor.id AS id") == [{"id": "b1"}]
    assert [network.id for network in networks.list_all(two_networks)] == ["beek"]
    assert [m.id for m in users.get(two_networks, user_id="ana").memberships] == ["beek"]


def test_a_real_network_cannot_be_removed(
    two_networks: Graph,
    rows: Any,
) -> None:
    rows("CREATE (:Actor {id: 'b1', network_id: 'beek'})")

    with pytest.raises(NotFoundError):
        networks.remove(two_networks, network_id="beek")

    assert rows("MATCH (actor:Actor) RETURN actor.id AS id") == [{"id": "b1"}]


def _archive(graph: Graph, network_id: str, *, archived: bool = True) -> None:
    networks.set_archived(graph, network_id=network_id, archived=archived, by=BEA, now=NOW)


def test_a_network_in_the_archive_is_closed_and_sends_no_mail(two_networks: Graph) -> None:
    def open_to(user_id: str) -> list[str]:
        return [each.id for each in users.get(two_networks, user_id=user_id).memberships]

    _archive(two_networks, "beek")
    _archive(two_networks, "beek")

    assert (open_to("ana"), open_to("ben")) == (["aalst"], [])
    assert networks.list_for_user(two_networks, user_id="ben") == []
    assert [each.id for each in networks.list_all(two_networks)] == ["aalst"]
    every = networks.list_all(two_networks, archived=True)
    assert [(each.id, each.archived_at) for each in every] == [("aalst", None), ("beek", NOW)]
    mailed = preferences.list_subscribers(two_networks)
    assert {each.network_id for each in mailed} == {"aalst"}

    _archive(two_networks, "beek", archived=False)

    assert (open_to("ana"), open_to("ben")) == (["aalst", "beek"], ["beek"])
    log = changes.list_recent(two_networks, network_id=INSTALLATION, since=NOW)
    assert [(each.verb, each.subject_name) for each in log] == [
        ("restored", "beek"),
        ("archived", "beek"),
    ]


def test_a_network_is_removed_for_good_after_a_month_in_the_archive(
    two_networks: Graph, rows: Any
) -> None:
    """One of each label in both networks, with ties between: one goes, the other stays."""
    labels = sorted(model_page.labels().keys() - NO_NETWORK)
    for network_id in ("aalst", "beek"):
        for label in labels:
            rows(
                f"CREATE (:`{label}` {{id: $id, network_id: $network_id}})",
                id=f"{network_id}-{label}",
                network_id=network_id,
            )
        rows("UNWIND range(1, 620) AS n CREATE (:Rating {network_id: $id})", id=network_id)
    rows(
        """
        MATCH (one:Network {id: 'beek'}), (other:Network {id: 'aalst'}), (ana:User {id: 'ana'})
        MATCH (gone:Actor {id: 'beek-Actor'}), (token:Token {id: 'beek-Token'})
        CREATE (one)-[:COVERS]->(:Neighbourhood {id: 'own'}),
               (one)-[:COVERS]->(shared:Neighbourhood {id: 'shared'})<-[:COVERS]-(other),
               (gone)-[:LOCATED_IN]->(shared), (token)-[:FOR]->(ana)
        """
    )
    before = Counter(str(row) for row in rows("MATCH (n {network_id: 'aalst'}) RETURN n"))
    late = NOW + REST

    def start(now: datetime) -> None:
        networks.start_removal(two_networks, network_id="beek", by=BEA, now=now)

    with pytest.raises(NotFoundError):
        start(late)  # it is in use
    _archive(two_networks, "beek")
    with pytest.raises(NotFoundError):
        start(late - timedelta(seconds=1))
    assert networks.list_removing(two_networks) == []
    start(late)
    assert networks.list_removing(two_networks) == ["beek"]
    with pytest.raises(NotFoundError):
        _archive(two_networks, "beek", archived=False)
    networks.remove(two_networks, network_id="beek")

    assert rows("MATCH (n {network_id: 'beek'}) RETURN count(n) AS left") == [{"left": 0}]
    after = Counter(str(row) for row in rows("MATCH (n {network_id: 'aalst'}) RETURN n"))
    assert after == before
    places = rows("MATCH (place:Neighbourhood) RETURN place.id AS id")
    assert places == [{"id": "shared"}]
    assert [net.id for net in users.get(two_networks, user_id="ana").memberships] == ["aalst"]
    log = changes.list_recent(two_networks, network_id=INSTALLATION, since=NOW)
    assert (log[0].verb, log[0].subject_name) == ("removed", "beek")


@pytest.mark.once
def test_removing_a_network_knows_every_label_that_belongs_to_one() -> None:
    """A label that only the page of the model knows would stay behind when its network goes."""
    found = re.findall(r"MATCH \(thing:(\w+) ", load_query("networks/remove_batch").text)
    assert sorted(found) == sorted(model_page.labels().keys() - NO_NETWORK)


def test_a_network_is_founded_with_its_neighbourhoods(two_networks: Graph, rows: Any) -> None:
    def found(network_id: str, slug: str) -> None:
        networks.found_network(
            two_networks,
            network_id=network_id,
            slug=slug,
            name="Cuijk",
            places=["De Valuwe", "Padbroek"],
            by=BEA,
            now=NOW,
        )

    found("c1", "cuijk")
    with pytest.raises(AlreadyExistsError):
        found("c2", "cuijk")

    covered = rows(
        """MATCH (:Network {id: 'c1'})-[:COVERS]->(place)
           RETURN place.name AS name, place.sort_name AS sort_name ORDER BY name"""
    )
    assert covered == [
        {"name": "De Valuwe", "sort_name": "valuwe"},
        {"name": "Padbroek", "sort_name": "padbroek"},
    ]
    assert rows("MATCH (n:Network {id: 'c2'}) RETURN n") == []
