"""Members: roles change under a lock, the last regisseur stays, each change of rights is told."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from graph.database import Graph
from graph.domain.words import Role
from graph.errors import LastOneError, NotFoundError
from graph.repositories import changes, followups, members, users
from tests.given import ANA, BEN, NOW, Given

Rows = Callable[..., list[dict[str, Any]]]


@pytest.fixture
def noord(given: Given) -> Graph:
    """Ana is regisseur, Ben editor; a colleague of another network looks on."""
    given.network("noord")
    given.network("zuid")
    given.user("ana", "noord", Role.REGISSEUR)
    given.user("ben", "noord", Role.EDITOR)
    given.user("cas", "zuid", Role.REGISSEUR)
    return given.graph


def _set_role(graph: Graph, user_id: str, role: Role) -> None:
    members.set_role(graph, network_id="noord", user_id=user_id, role=role, by=ANA, now=NOW)


def _log(graph: Graph, network_id: str = "noord") -> list[tuple[str, str, object, object]]:
    found = changes.list_recent(graph, network_id=network_id, since=NOW)
    return [
        (each.verb, each.subject_id, each.before.get("role"), each.after.get("role"))
        for each in found
        if each.kind == "User"
    ]


def test_another_role_holds_at_once_ends_sessions_and_is_told(noord: Graph) -> None:
    _set_role(noord, "ben", Role.REGISSEUR)
    _set_role(noord, "ben", Role.REGISSEUR)

    ben = users.get(noord, user_id="ben")
    assert (ben.memberships[0].role, ben.session_epoch) == (Role.REGISSEUR, 2)
    assert _log(noord) == [("edited", "ben", "editor", "regisseur")]


def test_the_last_regisseur_who_can_sign_in_stays(noord: Graph, given: Given, rows: Rows) -> None:
    given.user("dan", "noord", Role.REGISSEUR)
    rows("MATCH (dan:User {id: 'dan'}) SET dan.disabled_at = $now", now=NOW)

    with pytest.raises(LastOneError):
        _set_role(noord, "ana", Role.EDITOR)
    with pytest.raises(LastOneError):
        members.remove(noord, network_id="noord", user_id="ana", by=ANA, now=NOW)
    members.remove(noord, network_id="noord", user_id="dan", by=ANA, now=NOW)

    assert [each.user_id for each in members.list_all(noord, network_id="noord")] == ["ana", "ben"]
    assert _log(noord) == [("removed", "dan", "regisseur", None)]


def test_two_regisseurs_cannot_take_away_each_others_role_at_once(noord: Graph) -> None:
    _set_role(noord, "ben", Role.REGISSEUR)

    def demote(pair: tuple[str, str]) -> bool:
        by, whom = (ANA, "ben") if pair[0] == "ana" else (BEN, "ana")
        try:
            members.set_role(
                noord, network_id="noord", user_id=whom, role=Role.READER, by=by, now=NOW
            )
        except LastOneError:
            return False
        return True

    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(demote, [("ana", "ben"), ("ben", "ana")]))

    assert sorted(done) == [False, True]
    roles = [each.role for each in members.list_all(noord, network_id="noord")]
    assert sorted(roles) == [Role.READER, Role.REGISSEUR]


def test_who_is_removed_is_out_at_once_and_leaves_what_they_own(
    noord: Graph, given: Given
) -> None:
    kajuit = given.actor("noord", "De Kajuit")
    action = given.followup("noord", "Bel terug", actor_ids=(kajuit,), user_id="ben")

    members.remove(noord, network_id="noord", user_id="ben", by=ANA, now=NOW)

    ben = users.get(noord, user_id="ben")
    assert (ben.network("noord"), ben.session_epoch) == (None, 2)
    assert followups.get(noord, network_id="noord", followup_id=action).owner.id == "ben"


def test_who_leaves_stays_signed_in(noord: Graph) -> None:
    members.remove(noord, network_id="noord", user_id="ben", by=BEN, now=NOW)

    assert users.get(noord, user_id="ben").session_epoch == 1
    assert _log(noord) == [("left", "ben", "editor", None)]


@pytest.mark.parametrize("network_id", ["noord", "nergens"])
def test_somebody_of_another_network_is_nobody_here(noord: Graph, network_id: str) -> None:
    with pytest.raises(NotFoundError):
        members.set_role(
            noord, network_id=network_id, user_id="cas", role=Role.READER, by=ANA, now=NOW
        )
    with pytest.raises(NotFoundError):
        members.remove(noord, network_id=network_id, user_id="cas", by=ANA, now=NOW)
    assert _log(noord) == _log(noord, "zuid") == []


def test_joining_twice_keeps_the_role_and_is_told_once(noord: Graph) -> None:
    for role in (Role.READER, Role.REGISSEUR):
        members.add(noord, network_id="noord", user_id="cas", role=role, by=ANA, now=NOW)

    assert {each.user_id: each.role for each in members.list_all(noord, network_id="noord")} == {
        "ana": Role.REGISSEUR,
        "ben": Role.EDITOR,
        "cas": Role.READER,
    }
    assert _log(noord) == [("added", "cas", None, "reader")]
