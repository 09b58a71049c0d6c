"""The second factor of an account: each code once, whoever tries at the same time."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from graph.database import Graph
from graph.domain.second_factors import SecondFactor
from graph.errors import NotFoundError
from graph.repositories import second_factors, users
from tests.given import NOW, Given


@pytest.fixture(autouse=True)
def ana(given: Given) -> None:
    given.user("ana")


def _set_up(graph: Graph, *hashes: str) -> None:
    second_factors.set_up(
        graph, user_id="ana", secret="locked", step=100, recovery_hashes=hashes, now=NOW
    )


def test_it_is_kept_with_what_is_left_of_the_codes_and_ends_sessions(graph: Graph) -> None:
    assert second_factors.get(graph, user_id="ana") is None
    _set_up(graph, "h1", "h2")

    found = second_factors.get(graph, user_id="ana")
    assert found == SecondFactor(secret="locked", since=NOW, codes_left=2)
    assert users.get(graph, user_id="ana").session_epoch == 2


def test_a_step_is_used_once_and_never_an_older_one(graph: Graph) -> None:
    _set_up(graph)

    steps = (100, 101, 101, 99, 102)
    used = [second_factors.use_step(graph, user_id="ana", step=step) for step in steps]

    assert used == [False, True, False, False, True]


def test_of_ten_who_type_one_code_at_once_one_gets_in(graph: Graph) -> None:
    _set_up(graph, "h1", "h2")

    def use_app(_turn: int) -> bool:
        return second_factors.use_step(graph, user_id="ana", step=101)

    def use_code(_turn: int) -> bool:
        return second_factors.use_recovery(graph, user_id="ana", code_hash="h1")

    with ThreadPoolExecutor(10) as pool:
        by_app, by_code = (list(pool.map(use, range(10))) for use in (use_app, use_code))

    assert (by_app.count(True), by_code.count(True)) == (1, 1)
    left = second_factors.get(graph, user_id="ana")
    assert left
    assert left.codes_left == 1


def test_without_one_no_code_is_right(graph: Graph) -> None:
    assert not second_factors.use_step(graph, user_id="ana", step=1)
    assert not second_factors.use_recovery(graph, user_id="ana", code_hash="h1")
    with pytest.raises(NotFoundError):
        second_factors.set_recovery(graph, user_id="ana", recovery_hashes=["h"], now=NOW)


def test_taking_it_away_leaves_nothing_of_it_and_ends_sessions(graph: Graph) -> None:
    _set_up(graph, "h1")

    second_factors.remove(graph, user_id="ana", now=NOW)

    assert second_factors.get(graph, user_id="ana") is None
    assert not second_factors.use_recovery(graph, user_id="ana", code_hash="h1")
    assert users.get(graph, user_id="ana").session_epoch == 3
