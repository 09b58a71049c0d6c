"""Second factors in the graph: one to an account, each code of it used once."""

from collections.abc import Sequence
from datetime import datetime

from graph.database import Graph, Runner
from graph.domain.second_factors import SecondFactor
from graph.errors import NotFoundError
from graph.identity import new_id
from graph.queries import load_query

_GET = load_query("second_factors/get")
_SET = load_query("second_factors/set")
_REMOVE = load_query("second_factors/remove")
_USE_STEP = load_query("second_factors/use_step")
_USE_RECOVERY = load_query("second_factors/use_recovery")
_SET_RECOVERY = load_query("second_factors/set_recovery")


def get(graph: Runner, *, user_id: str) -> SecondFactor | None:
    """Return the second factor of an account, or None."""
    rows = graph.read(_GET, user_id=user_id)
    return SecondFactor(**rows[0]) if rows else None


def set_up(
    graph: Graph,
    *,
    user_id: str,
    secret: str,
    step: int,
    recovery_hashes: Sequence[str],
    now: datetime,
) -> None:
    """Give an account a second factor, of which the code of ``step`` was used; ends its sessions.

    Raises NotFoundError.
    """
    if not graph.write(
        _SET,
        user_id=user_id,
        secret=secret,
        step=step,
        recovery_hashes=list(recovery_hashes),
        now=now,
    ):
        raise NotFoundError(f"user {user_id}")


def remove(tx: Runner, *, user_id: str, now: datetime) -> None:
    """Take the second factor of an account away and end its sessions. Raises NotFoundError."""
    if not tx.write(_REMOVE, user_id=user_id, now=now):
        raise NotFoundError(f"user {user_id}")


def use_step(graph: Graph, *, user_id: str, step: int) -> bool:
    """Use the code of a half minute; False when it, or a later one, was used before."""
    return bool(graph.write(_USE_STEP, user_id=user_id, step=step, token=new_id()))


def use_recovery(graph: Graph, *, user_id: str, code_hash: str) -> bool:
    """Use a recovery code; False when there is no such code, or no more."""
    return bool(graph.write(_USE_RECOVERY, user_id=user_id, hash=code_hash, token=new_id()))


def set_recovery(
    graph: Graph, *, user_id: str, recovery_hashes: Sequence[str], now: datetime
) -> None:
    """Replace the recovery codes. Raises NotFoundError without a second factor."""
    if not graph.write(
        _SET_RECOVERY, user_id=user_id, recovery_hashes=list(recovery_hashes), now=now
    ):
        raise NotFoundError(f"second factor of {user_id}")
