"""Accounts: one per address, closed when disabled, with the networks they may enter."""

from datetime import UTC, datetime
from typing import Any

import pytest

from graph.database import Graph
from graph.domain.networks import MemberNetwork
from graph.domain.users import Credentials
from graph.domain.words import NetworkKind, Role
from graph.errors import AlreadyExistsError, NotFoundError
from graph.repositories import networks, users

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def _user(graph: Graph, id: str = "user-1", email: str = "ana@voorbeeldstad.example") -> None:
    users.create(
        graph,
        id=id,
        email=email,
        name="Ana",
        password_hash="hash-1",
        is_admin=False,
        is_demo=False,
        now=NOW,
    )


def _network(graph: Graph, id: str, name: str) -> None:
    networks.create(graph, id=id, slug=id, name=name, kind=NetworkKind.OWN, note="", now=NOW)


def test_a_user_comes_with_the_networks_they_may_enter(graph: Graph) -> None:
    _user(graph)
    _network(graph, "net-b", "Beek")
    _network(graph, "net-a", "Aalst")
    _network(graph, "net-c", "Cuijk")
    users.set_membership(graph, user_id="user-1", network_id="net-b", role=Role.READER, now=NOW)
    users.set_membership(graph, user_id="user-1", network_id="net-a", role=Role.EDITOR, now=NOW)
    users.set_membership(graph, user_id="user-1", network_id="net-b", role=Role.REGISSEUR, now=NOW)

    user = users.get(graph, user_id="user-1")

    assert user.email == "ana@voorbeeldstad.example"
    assert user.memberships == (
        MemberNetwork(
            id="net-a",
            slug="net-a",
            name="Aalst",
            kind=NetworkKind.OWN,
            role=Role.EDITOR,
            my_open_actions=0,
        ),
        MemberNetwork(
            id="net-b",
            slug="net-b",
            name="Beek",
            kind=NetworkKind.OWN,
            role=Role.REGISSEUR,
            my_open_actions=0,
        ),
    )


def test_a_user_without_networks_may_still_sign_in(graph: Graph) -> None:
    _user(graph)

    assert users.get(graph, user_id="user-1").memberships == ()


def test_an_address_is_found_however_it_is_typed(graph: Graph) -> None:
    _user(graph, email=" Ana@Voorbeeldstad.example ")

    found = users.find_by_email(graph, email="ANA@voorbeeldstad.EXAMPLE ")

    assert found == Credentials(user_id="user-1", password_hash="hash-1", session_epoch=1)
    assert users.find_by_email(graph, email="niemand@voorbeeldstad.example") is None


def test_two_accounts_cannot_share_an_address(graph: Graph) -> None:
    _user(graph)

    with pytest.raises(AlreadyExistsError):
        _user(graph, id="user-2")


def test_making_an_account_twice_keeps_the_first(graph: Graph) -> None:
    _user(graph)
    users.set_password(graph, user_id="user-1", password_hash="hash-2", now=NOW)

    _user(graph)

    found = users.find_by_email(graph, email="ana@voorbeeldstad.example")
    assert found == Credentials(user_id="user-1", password_hash="hash-2", session_epoch=2)


def test_a_stronger_hash_never_undoes_a_new_password(graph: Graph) -> None:
    _user(graph)

    users.replace_hash(graph, user_id="user-1", old_hash="hash-1", new_hash="hash-1b", now=NOW)
    users.replace_hash(graph, user_id="user-1", old_hash="hash-1", new_hash="hash-1c", now=NOW)

    found = users.find_by_email(graph, email="ana@voorbeeldstad.example")
    assert found == Credentials(user_id="user-1", password_hash="hash-1b", session_epoch=1)


def test_a_disabled_account_is_gone(graph: Graph, rows: Any) -> None:
    _user(graph)
    rows("MATCH (user:User {id: 'user-1'}) SET user.disabled_at = $now", now=NOW)

    assert users.find_by_email(graph, email="ana@voorbeeldstad.example") is None
    with pytest.raises(NotFoundError):
        users.get(graph, user_id="user-1")


@pytest.mark.parametrize("missing", ["user", "network"])
def test_membership_needs_both_sides(graph: Graph, missing: str) -> None:
    _user(graph)
    _network(graph, "net-a", "Aalst")

    with pytest.raises(NotFoundError):
        users.set_membership(
            graph,
            user_id="nobody" if missing == "user" else "user-1",
            network_id="nowhere" if missing == "network" else "net-a",
            role=Role.READER,
            now=NOW,
        )


def test_a_password_needs_an_account(graph: Graph) -> None:
    with pytest.raises(NotFoundError):
        users.set_password(graph, user_id="nobody", password_hash="hash", now=NOW)
