"""Networks: seen by their members only, counted without what is archived, removed as a whole."""

from datetime import UTC, datetime
from typing import Any

import pytest

from graph.database import Graph
from graph.domain.networks import Member, NetworkSize
from graph.domain.words import NetworkKind, Role
from graph.errors import AlreadyExistsError, NotFoundError
from graph.repositories import networks, users

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
