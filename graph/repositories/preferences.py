"""Mail preferences in the graph: per user how and when, per network whether."""

from datetime import datetime

from graph.database import Graph, Row, Runner
from graph.domain.folding import sort_name
from graph.domain.postal import Frequency
from graph.domain.preferences import (
    NetworkPreference,
    Preferences,
    ReminderWish,
    Subscriber,
    Wishes,
)
from graph.domain.words import MessageKind, Role
from graph.errors import NotFoundError
from graph.queries import load_query

_GET = load_query("preferences/get")
_LIST_SUBSCRIBERS = load_query("preferences/list_subscribers")
_SET_WISHES = load_query("preferences/set_wishes")
_SET_DIGEST = load_query("preferences/set_digest")
_SET_SUMMARY = load_query("preferences/set_summary")
_SWITCH_DIGEST = load_query("preferences/switch_digest")
_SWITCH_REMINDERS = load_query("preferences/switch_reminders")

_MANY = 100_000


def get(graph: Runner, *, user_id: str) -> Preferences | None:
    """Return what a user wants; None for who may enter no network, or has a closed account."""
    rows = graph.read(_GET, user_id=user_id)
    if not rows:
        return None
    return Preferences(
        user_id=rows[0]["user_id"],
        name=rows[0]["name"],
        email=rows[0]["email"],
        wishes=_wishes(rows[0]),
        bounced_at=rows[0]["bounced_at"],
        networks=tuple(
            NetworkPreference(
                network_id=row["network_id"],
                slug=row["slug"],
                name=row["network_name"],
                role=Role(row["role"]),
                digest=row["member_digest"],
                summary=row["member_summary"],
            )
            for row in sorted(rows, key=lambda row: sort_name(row["network_name"]))
        ),
    )


def list_subscribers(graph: Runner) -> list[Subscriber]:
    """Every member with what they want, whether something is due or not."""
    return [_subscriber(row) for row in graph.read(_LIST_SUBSCRIBERS, limit=_MANY)]


def set_wishes(graph: Graph, *, user_id: str, wishes: Wishes, now: datetime) -> None:
    """Keep how and when a user wants mail. Raises NotFoundError."""
    if not graph.write(
        _SET_WISHES,
        user_id=user_id,
        digest=wishes.digest,
        weekday=wishes.weekday,
        combined=wishes.combined,
        paused_until=wishes.paused_until,
        reminders=wishes.reminders,
        now=now,
    ):
        raise NotFoundError(f"user {user_id}")


def set_digest(graph: Graph, *, user_id: str, network_id: str, wanted: bool) -> None:
    """Switch the digest of a network on or off. Raises NotFoundError."""
    wish = "weekly" if wanted else "off"
    if not graph.write(_SET_DIGEST, user_id=user_id, network_id=network_id, digest=wish):
        raise NotFoundError(f"user {user_id} in network {network_id}")


def set_summary(graph: Graph, *, user_id: str, network_id: str, wanted: bool) -> None:
    """Switch the monthly summary of a network on or off. Raises NotFoundError."""
    wish = "monthly" if wanted else "off"
    if not graph.write(_SET_SUMMARY, user_id=user_id, network_id=network_id, summary=wish):
        raise NotFoundError(f"user {user_id} in network {network_id}")


def switch(graph: Graph, *, user_id: str, kind: MessageKind, wanted: bool, now: datetime) -> None:
    """Stop all digests or all reminders, or let them come as before. Raises NotFoundError."""
    query = _SWITCH_DIGEST if kind is MessageKind.DIGEST else _SWITCH_REMINDERS
    if not graph.write(query, user_id=user_id, wanted=wanted, now=now):
        raise NotFoundError(f"user {user_id}")


def _wishes(row: Row) -> Wishes:
    return Wishes(
        digest=Frequency(row["digest"]),
        weekday=row["weekday"],
        combined=row["combined"],
        paused_until=row["paused_until"],
        reminders=ReminderWish(row["reminders"]),
    )


def _subscriber(row: Row) -> Subscriber:
    return Subscriber(
        user_id=row["user_id"],
        network_id=row["network_id"],
        digest=row["member_digest"],
        summary=row["member_summary"] and Role(row["role"]) is Role.REGISSEUR,
        wishes=_wishes(row),
        since=max(filter(None, (row["member_since"], row["wished_at"]))),
    )
