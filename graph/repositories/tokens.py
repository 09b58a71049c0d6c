"""Tokens in the graph: kept as a hash, used once."""

from datetime import datetime
from hashlib import sha256

from graph.database import Graph, Row, Runner
from graph.domain.tokens import LASTS, NewToken, Token
from graph.domain.words import TokenKind
from graph.errors import NotFoundError
from graph.queries import load_query

_CREATE = load_query("tokens/create")
_CONSUME = load_query("tokens/consume")
_GET = load_query("tokens/get")
_FIND = load_query("tokens/find")
_WITHDRAW = load_query("tokens/withdraw")
_FORGET = load_query("tokens/forget")


def create(tx: Runner, *, new: NewToken, secret: str, now: datetime) -> None:
    """Make a token, and end older ones for the same. Raises NotFoundError without such a user."""
    _end(tx, new.user_id, new.kind, new.network_id, but_id=new.id, now=now)
    if not tx.write(
        _CREATE,
        id=new.id,
        kind=new.kind,
        user_id=new.user_id,
        email=new.email,
        network_id=new.network_id,
        by_name=new.by_name,
        secret_hash=_hashed(secret),
        expires_at=now + LASTS[new.kind],
        now=now,
    ):
        raise NotFoundError(f"user {new.user_id}")


def consume(tx: Runner, *, secret: str, kind: TokenKind, now: datetime) -> Token:
    """Use the token of a link: the first statement of the transaction that does what it is for.

    Raises NotFoundError when it is unknown, used, too old, or of an account that is disabled.
    """
    rows = tx.write(_CONSUME, secret_hash=_hashed(secret), kind=kind, use_id=tx.new_id(), now=now)
    if not rows:
        raise NotFoundError("token")
    return _token(rows[0])


def get(graph: Runner, *, token_id: str) -> Token | None:
    """Return a token by its id, open or not; None when it is gone or its account disabled."""
    rows = graph.read(_GET, id=token_id)
    return _token(rows[0]) if rows else None


def find(graph: Runner, *, secret: str, kind: TokenKind, now: datetime) -> Token | None:
    """Return the token of a link while it can be used."""
    rows = graph.read(_FIND, secret_hash=_hashed(secret), kind=kind)
    found = _token(rows[0]) if rows else None
    return found if found and found.is_open(now) else None


def withdraw(
    tx: Runner, *, user_id: str, kind: TokenKind, network_id: str | None = None, now: datetime
) -> None:
    """Let no link of this kind that was mailed before work any more."""
    _end(tx, user_id, kind, network_id, but_id="", now=now)


def forget(graph: Graph, *, before: datetime) -> None:
    """Remove the tokens that ended before a moment."""
    graph.write(_FORGET, before=before)


def _end(
    tx: Runner,
    user_id: str,
    kind: TokenKind,
    network_id: str | None,
    *,
    but_id: str,
    now: datetime,
) -> None:
    tx.write(_WITHDRAW, user_id=user_id, kind=kind, network_id=network_id, but_id=but_id, now=now)


def _hashed(secret: str) -> str:
    """Return what the graph keeps: a long random secret needs no slow hash."""
    return sha256(secret.encode()).hexdigest()


def _token(row: Row) -> Token:
    words: Row = {"kind": TokenKind(row["kind"])}
    return Token(**(row | words))
