"""Tokens: kept as a hash, used once, for one thing, in time, by an account that is open."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest

from graph.database import Graph
from graph.domain.tokens import NewToken, Token
from graph.domain.words import TokenKind
from graph.errors import NotFoundError
from graph.repositories import tokens
from tests.given import NOW, Given

Rows = Callable[..., list[dict[str, object]]]

RESET = TokenKind.RESET
HALF_AN_HOUR = timedelta(minutes=30)


@pytest.fixture(autouse=True)
def ana(given: Given) -> None:
    given.user("ana", given.network("noord"))


def _make(graph: Graph, link: str = "s1", kind: TokenKind = RESET, **more: str) -> None:
    new = NewToken(id=f"id-{link[:6]}", kind=kind, user_id="ana", email="ana@example.org", **more)
    graph.transact(lambda tx: tokens.create(tx, new=new, secret=link, now=NOW))


def _use(
    graph: Graph, link: str = "s1", kind: TokenKind = RESET, *, at: datetime = NOW
) -> Token | None:
    try:
        return graph.transact(lambda tx: tokens.consume(tx, secret=link, kind=kind, now=at))
    except NotFoundError:
        return None


def test_a_token_is_used_once_and_tells_what_it_is_for(graph: Graph) -> None:
    _make(graph, kind=TokenKind.INVITE, network_id="noord", by_name="Rik")

    used = _use(graph, kind=TokenKind.INVITE)

    assert used == Token(
        id="id-s1",
        kind=TokenKind.INVITE,
        user_id="ana",
        user_name="Ana",
        email="ana@example.org",
        network_id="noord",
        network_name="Noord",
        by_name="Rik",
        expires_at=NOW + timedelta(days=7),
        used_at=NOW,
    )
    assert _use(graph, kind=TokenKind.INVITE) is None
    assert tokens.get(graph, token_id="id-s1") == used


def test_of_ten_who_try_at_once_one_succeeds(graph: Graph) -> None:
    _make(graph)

    with ThreadPoolExecutor(10) as pool:
        answers = list(pool.map(_use, [graph] * 10))

    assert [answer is not None for answer in answers].count(True) == 1


def test_a_token_works_for_half_an_hour_and_for_its_own_purpose(graph: Graph) -> None:
    _make(graph)
    last = NOW + HALF_AN_HOUR - timedelta(seconds=1)

    assert tokens.find(graph, secret="s1", kind=TokenKind.ADDRESS, now=NOW) is None
    assert _use(graph, kind=TokenKind.ADDRESS) is None
    assert tokens.find(graph, secret="s1", kind=RESET, now=NOW + HALF_AN_HOUR) is None
    assert _use(graph, at=NOW + HALF_AN_HOUR) is None
    assert tokens.find(graph, secret="s1", kind=RESET, now=last) is not None
    assert _use(graph, at=last) is not None


def test_a_disabled_account_has_no_tokens(graph: Graph, rows: Rows) -> None:
    _make(graph)
    rows("MATCH (user:User {id: 'ana'}) SET user.disabled_at = $now", now=NOW)

    assert _use(graph) is None
    assert tokens.find(graph, secret="s1", kind=RESET, now=NOW) is None
    assert tokens.get(graph, token_id="id-s1") is None


def test_a_new_link_ends_the_older_one_of_its_kind_and_network(graph: Graph, given: Given) -> None:
    invite = TokenKind.INVITE
    _make(graph, "first")
    _make(graph, "north", invite, network_id="noord")
    _make(graph, "south", invite, network_id=given.network("zuid"))
    _make(graph, "second")

    assert [_use(graph, link) is None for link in ("first", "second")] == [True, False]
    assert _use(graph, "north", invite) is not None
    assert _use(graph, "south", invite) is not None


def test_making_a_token_twice_leaves_it_open(graph: Graph) -> None:
    _make(graph)
    _make(graph)

    assert _use(graph) is not None


def test_the_graph_never_holds_the_secret(graph: Graph, rows: Rows) -> None:
    _make(graph, "the-secret-in-the-link")

    [kept] = rows("MATCH (token:Token) RETURN properties(token) AS all")
    assert "the-secret-in-the-link" not in str(kept["all"])


def test_nobody_gets_a_token_without_an_account(graph: Graph) -> None:
    new = NewToken(id="x", kind=RESET, user_id="nobody", email="n@example.org")
    with pytest.raises(NotFoundError):
        tokens.create(graph, new=new, secret="s", now=NOW)


def test_old_tokens_are_forgotten(graph: Graph) -> None:
    _make(graph)
    tokens.forget(graph, before=NOW + HALF_AN_HOUR)
    assert tokens.get(graph, token_id="id-s1") is not None

    tokens.forget(graph, before=NOW + HALF_AN_HOUR + timedelta(seconds=1))
    assert tokens.get(graph, token_id="id-s1") is None
