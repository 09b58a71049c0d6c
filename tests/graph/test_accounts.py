"""Accounts: found in thousands, closed at once, and never without an admin."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from graph.database import Graph
from graph.domain.accounts import AccountState
from graph.domain.changes import INSTALLATION, Author
from graph.domain.words import Role
from graph.errors import LastOneError, NotFoundError
from graph.repositories import accounts, changes, users
from tests.given import ANA, NOW, Given

BEA = Author(id="bea", name="Bea")


@pytest.fixture
def installation(given: Given) -> Graph:
    """Bea looks after it; Ana works in two networks, Cas in none."""
    given.network("noord")
    given.network("zuid")
    given.user("bea", is_admin=True)
    given.user("ana", "zuid", Role.REGISSEUR)
    given.member("ana", "noord", Role.READER)
    given.user("cas")
    return given.graph


def _disable(graph: Graph, user_id: str, *, disabled: bool = True) -> None:
    accounts.set_disabled(graph, user_id=user_id, disabled=disabled, by=BEA, now=NOW)


def test_accounts_are_listed_by_name_with_their_networks_in_parts(installation: Graph) -> None:
    found = accounts.find(installation, limit=2)
    assert [(each.id, each.networks) for each in found.items] == [
        ("ana", ("Noord", "Zuid")),
        ("bea", ()),
    ]
    assert found.total == 3
    assert [each.id for each in accounts.find(installation, skip=2).items] == ["cas"]


def test_accounts_are_found_by_name_address_and_state(installation: Graph) -> None:
    _disable(installation, "cas")
    asked = [
        {"question": "CAS@ex"},
        {"question": "Be"},
        {"state": AccountState.ADMIN},
        {"state": AccountState.DISABLED},
        {"state": AccountState.INVITED},
    ]
    found = [accounts.find(installation, **each) for each in asked]  # pyright: ignore[reportArgumentType]
    assert [[each.id for each in page.items] for page in found] == [
        ["cas"],
        ["bea"],
        ["bea"],
        ["cas"],
        [],
    ]
    assert [page.total for page in found] == [1, 1, 1, 1, 0]


def test_one_account_is_told_with_its_roles(installation: Graph) -> None:
    found = accounts.get(installation, user_id="ana")
    assert [(each.name, each.role) for each in found.places] == [
        ("Noord", Role.READER),
        ("Zuid", Role.REGISSEUR),
    ]
    with pytest.raises(NotFoundError):
        accounts.get(installation, user_id="niemand")


def test_a_closed_account_is_out_and_its_old_sessions_stay_out(installation: Graph) -> None:
    _disable(installation, "ana")
    with pytest.raises(NotFoundError):
        users.get(installation, user_id="ana")
    assert users.find_by_email(installation, email="ana@example.org") is None

    _disable(installation, "ana", disabled=False)

    assert users.get(installation, user_id="ana").session_epoch == 3
    log = changes.list_recent(installation, network_id=INSTALLATION, since=NOW)
    assert [(each.verb, each.subject_name, each.by_name) for each in log] == [
        ("enabled", "Ana", "Bea"),
        ("disabled", "Ana", "Bea"),
    ]


def test_the_last_admin_who_can_sign_in_stays(installation: Graph) -> None:
    accounts.set_admin(installation, user_id="cas", is_admin=True, by=BEA, now=NOW)
    _disable(installation, "cas")

    with pytest.raises(LastOneError):
        _disable(installation, "bea")
    with pytest.raises(LastOneError):
        accounts.set_admin(installation, user_id="bea", is_admin=False, by=BEA, now=NOW)
    accounts.set_admin(installation, user_id="cas", is_admin=False, by=BEA, now=NOW)

    assert users.get(installation, user_id="bea").is_admin
    assert not accounts.get(installation, user_id="cas").account.is_admin


def test_two_admins_cannot_take_away_each_others_right_at_once(installation: Graph) -> None:
    accounts.set_admin(installation, user_id="ana", is_admin=True, by=BEA, now=NOW)

    def unmake(pair: tuple[Author, str]) -> bool:
        try:
            accounts.set_admin(installation, user_id=pair[1], is_admin=False, by=pair[0], now=NOW)
        except LastOneError:
            return False
        return True

    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(unmake, [(ANA, "bea"), (BEA, "ana")]))

    assert sorted(done) == [False, True]
    assert accounts.find(installation, state=AccountState.ADMIN).total == 1


def test_nobody_can_be_closed_or_made_admin_who_is_not_there(installation: Graph) -> None:
    with pytest.raises(NotFoundError):
        _disable(installation, "niemand")
    with pytest.raises(NotFoundError):
        accounts.set_admin(installation, user_id="niemand", is_admin=True, by=BEA, now=NOW)
