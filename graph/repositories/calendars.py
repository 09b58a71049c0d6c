"""The private calendar of a user: opened by a key of which the graph holds the hash only."""

from datetime import datetime

from graph.database import Graph, Row, Runner
from graph.domain.calendars import CalendarAction
from graph.domain.words import FollowUpKind
from graph.errors import NotFoundError
from graph.queries import load_query

_SET_KEY = load_query("calendars/set_key")
_GET_SINCE = load_query("calendars/get_since")
_FIND_USER = load_query("calendars/find_user")
_LIST_ACTIONS = load_query("calendars/list_actions")


def set_key(graph: Graph, *, user_id: str, key: str | None, now: datetime) -> None:
    """Let ``key``, a hash, open the calendar and nothing else; None closes it.

    Raises NotFoundError.
    """
    since = now if key else None
    if not graph.write(_SET_KEY, user_id=user_id, key=key, since=since, now=now):
        raise NotFoundError(f"user {user_id}")


def open_since(graph: Runner, *, user_id: str) -> datetime | None:
    """Return since when the calendar has the address that works now, None without one."""
    match graph.read(_GET_SINCE, user_id=user_id):
        case [row]:
            return row["since"]
        case _:
            return None


def list_actions(graph: Graph, *, key: str, limit: int = 500) -> list[CalendarAction]:
    """The open actions of whose calendar ``key`` opens, first due first. Raises NotFoundError."""
    match graph.read(_FIND_USER, key=key):
        case [owner]:
            rows = graph.read(_LIST_ACTIONS, user_id=owner["user_id"], limit=limit)
        case _:
            raise NotFoundError("a calendar with this key")
    return [_action(row) for row in rows]


def _action(row: Row) -> CalendarAction:
    known: Row = row | {"kind": FollowUpKind(row["kind"]), "about": tuple(sorted(row["about"]))}
    return CalendarAction(**known)
