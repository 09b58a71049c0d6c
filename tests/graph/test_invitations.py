"""Invitations: one per account and network, answered once, and no account gives itself away."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest

from graph.database import Graph
from graph.domain.invitations import InvitationFields, Opening
from graph.domain.words import Role
from graph.errors import NotFoundError
from graph.repositories import accounts, changes, invitations, members, users
from tasks.inviting import invite
from tasks.tokens import secret_of
from tests.given import ANA, NOW, Given

KEY = "for tests only"
OPENING = Opening(name="Dana de Wit", password_hash="hash")

Rows = Callable[..., list[dict[str, Any]]]


@pytest.fixture
def noord(given: Given) -> Graph:
    """Ana is regisseur; Cas has an account that only knows another network."""
    given.network("noord")
    given.network("zuid")
    given.user("ana", "noord", Role.REGISSEUR)
    given.user("cas", "zuid", Role.REGISSEUR)
    return given.graph


def _invite(graph: Graph, email: str, *, network_id: str | None = "noord") -> str | None:
    fields = InvitationFields(email=email, name="Dana", role=Role.EDITOR if network_id else None)
    key = invite(graph, network_id=network_id, fields=fields, secret_key=KEY, by=ANA, now=NOW)
    return secret_of(key.removeprefix("token:"), secret_key=KEY) if key else None


def _accept(graph: Graph, secret: str | None, **more: Any) -> None:
    answer: dict[str, Any] = {"user_id": None, "opening": None, "now": NOW}
    invitations.accept(graph, secret=secret or "", **(answer | more))


def _open(graph: Graph) -> list[str]:
    return [each.fields.email for each in invitations.list_open(graph, network_id="noord")]


def test_an_address_without_account_chooses_a_password_and_is_in(noord: Graph) -> None:
    secret = _invite(noord, " Dana@Example.org ")
    assert _open(noord) == ["dana@example.org"]
    assert accounts.find(noord, question="dana").items[0].invited

    _accept(noord, secret, opening=OPENING)

    found = users.find_by_email(noord, email="dana@example.org")
    assert found
    assert found.password_hash == "hash"
    dana = users.get(noord, user_id=found.user_id)
    assert (dana.name, dana.memberships[0].role) == ("Dana de Wit", Role.EDITOR)
    assert _open(noord) == []
    log = changes.list_recent(noord, network_id="noord", since=NOW)
    assert {(each.kind, each.verb, each.by_name) for each in log} == {
        ("Invitation", "invited", "Ana"),
        ("Invitation", "accepted", "Dana de Wit"),
        ("User", "added", "Dana de Wit"),
    }


def test_a_link_makes_one_member_however_often_it_is_opened(noord: Graph) -> None:
    secret = _invite(noord, "dana@example.org")

    def accept(_turn: int) -> bool:
        try:
            _accept(noord, secret, opening=OPENING)
        except NotFoundError:
            return False
        return True

    with ThreadPoolExecutor(5) as pool:
        done = list(pool.map(accept, range(5)))

    assert done.count(True) == 1
    assert len(members.list_all(noord, network_id="noord")) == 2


def test_an_account_that_is_there_keeps_its_password_and_joins_when_signed_in(
    noord: Graph,
) -> None:
    secret = _invite(noord, "cas@example.org")

    for wrong in ({"opening": OPENING}, {"user_id": "ana"}, {}):
        with pytest.raises(NotFoundError):
            _accept(noord, secret, **wrong)
    _accept(noord, secret, user_id="cas")

    cas = users.get(noord, user_id="cas")
    assert (cas.name, [net.id for net in cas.memberships]) == ("Cas", ["noord", "zuid"])


def test_inviting_again_ends_the_older_link(noord: Graph) -> None:
    first, second = (_invite(noord, "dana@example.org") for _turn in range(2))
    assert first != second
    assert len(_open(noord)) == 1

    with pytest.raises(NotFoundError):
        _accept(noord, first, opening=OPENING)
    _accept(noord, second, opening=OPENING)


def test_a_link_works_seven_days(noord: Graph) -> None:
    secret = _invite(noord, "dana@example.org")
    late = NOW + timedelta(days=7)

    with pytest.raises(NotFoundError):
        _accept(noord, secret, opening=OPENING, now=late)
    [invitation] = invitations.list_open(noord, network_id="noord")
    assert invitation.has_ended(late)
    _accept(noord, secret, opening=OPENING, now=late - timedelta(seconds=1))


def test_a_member_is_not_invited(noord: Graph) -> None:
    assert _invite(noord, "ANA@example.org") is None
    assert _open(noord) == []


def test_withdrawing_ends_the_link_and_leaves_no_unused_account(noord: Graph, rows: Rows) -> None:
    new, known = _invite(noord, "dana@example.org"), _invite(noord, "cas@example.org")
    for each in invitations.list_open(noord, network_id="noord"):
        invitations.withdraw(noord, network_id="noord", user_id=each.user_id, by=ANA, now=NOW)

    for secret, answer in ((new, {"opening": OPENING}), (known, {"user_id": "cas"})):
        with pytest.raises(NotFoundError):
            _accept(noord, secret, **answer)
    assert accounts.find(noord, question="example").total == 2
    assert rows("MATCH (t:Token) RETURN t.email AS email") == [{"email": "cas@example.org"}]
    with pytest.raises(NotFoundError):
        invitations.withdraw(noord, network_id="noord", user_id="cas", by=ANA, now=NOW)


def test_an_account_that_waits_for_two_networks_outlives_one(noord: Graph) -> None:
    _invite(noord, "dana@example.org")
    other = _invite(noord, "dana@example.org", network_id="zuid")
    [invitation] = invitations.list_open(noord, network_id="noord")

    invitations.withdraw(noord, network_id="noord", user_id=invitation.user_id, by=ANA, now=NOW)
    _accept(noord, other, opening=OPENING)

    assert [net.id for net in users.get(noord, user_id=invitation.user_id).memberships] == ["zuid"]


def test_an_account_without_a_network_is_invited_by_the_installation(noord: Graph) -> None:
    secret = _invite(noord, "dana@example.org", network_id=None)
    assert [each.fields.role for each in invitations.list_open(noord, network_id=None)] == [None]

    _accept(noord, secret, opening=OPENING)

    [account] = accounts.find(noord, question="dana").items
    assert (account.invited, account.networks) == (False, ())
