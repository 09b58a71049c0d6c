"""Mail that came back, in the graph: written down once per mail, and what follows from it."""

from datetime import datetime, timedelta

from graph.database import Graph, Runner
from graph.domain.bounces import SOFT_ENOUGH, SOFT_LASTS, Bounce
from graph.errors import NotFoundError
from graph.identity import new_id
from graph.queries import load_query

_LIST_SENT = load_query("bounces/list_sent")
_MARK = load_query("bounces/mark")
_COUNT_SOFT = load_query("bounces/count_soft")
_PAUSE = load_query("bounces/pause")
_RESUME = load_query("bounces/resume")

_LOOKS_BACK = timedelta(days=60)


def sent_to(graph: Runner, *, email: str, now: datetime) -> list[str]:
    """Return the keys of what left for an address lately."""
    rows = graph.read(_LIST_SENT, email=email.strip().lower(), since=now - _LOOKS_BACK)
    return [row["key"] for row in rows]


def record(graph: Graph, *, key: str, bounce: Bounce, now: datetime) -> bool:
    """Write down that a mail came back; True when that is enough to stop mailing its user.

    Again changes nothing: a report that is read twice counts once.
    """

    def work(tx: Runner) -> bool:
        rows = tx.write(_MARK, key=key, bounce=bounce, token=new_id(), now=now)
        if not rows or not rows[0]["is_new"]:
            return False
        user_id = rows[0]["user_id"]
        since = max(filter(None, (now - SOFT_LASTS, rows[0]["soft_since"])))
        [soft] = tx.read(_COUNT_SOFT, user_id=user_id, since=since)
        if bounce is Bounce.SOFT and soft["bounces"] < SOFT_ENOUGH:
            return False
        tx.write(_PAUSE, user_id=user_id, reason=bounce, now=now)
        return True

    return graph.transact(work)


def resume(graph: Graph, *, user_id: str, now: datetime) -> None:
    """Mail a user again; what came back before counts no more. Raises NotFoundError."""
    if not graph.write(_RESUME, user_id=user_id, now=now):
        raise NotFoundError(f"user {user_id}")
