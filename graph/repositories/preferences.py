"""Mail preferences in the graph: the digest per network, reminders per user."""

from datetime import datetime

from graph.database import Graph, Runner
from graph.domain.folding import sort_name
from graph.domain.preferences import NetworkPreference, Preferences
from graph.domain.words import Role
from graph.errors import NotFoundError
from graph.queries import load_query

_GET = load_query("preferences/get")
_SET_DIGEST = load_query("preferences/set_digest")
_SET_REMINDERS = load_query("preferences/set_reminders")


def get(graph: Runner, *, user_id: str) -> Preferences | None:
    """Return what a user wants; None for who may enter no network, or has a closed account."""
    rows = graph.read(_GET, user_id=user_id)
    if not rows:
        return None
    return Preferences(
        user_id=rows[0]["user_id"],
        name=rows[0]["name"],
        email=rows[0]["email"],
        reminders=rows[0]["reminders"] == "daily",
        networks=tuple(
            NetworkPreference(
                network_id=row["network_id"],
                slug=row["slug"],
                name=row["network_name"],
                role=Role(row["role"]),
                digest=row["digest"] == "weekly",
            )
            for row in sorted(rows, key=lambda row: sort_name(row["network_name"]))
        ),
    )


def set_digest(graph: Graph, *, user_id: str, network_id: str, wanted: bool) -> str:
    """Switch the digest of a network on or off and return its name. Raises NotFoundError."""
    match graph.write(
        _SET_DIGEST,
        user_id=user_id,
        network_id=network_id,
        digest="weekly" if wanted else "off",
    ):
        case [row]:
            return str(row["network_name"])
        case _:
            raise NotFoundError(f"user {user_id} in network {network_id}")


def set_reminders(graph: Graph, *, user_id: str, wanted: bool, now: datetime) -> None:
    """Switch reminders on or off. Raises NotFoundError."""
    wish = "daily" if wanted else "off"
    if not graph.write(_SET_REMINDERS, user_id=user_id, reminders=wish, now=now):
        raise NotFoundError(f"user {user_id}")
