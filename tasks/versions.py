"""Tell all processes that the names of a network changed, so that what they keep is renewed.

The version is a word that nobody had before and not a number: a broker that lost its memory
would count again from the start, and meet a number that somebody still keeps.
"""

from collections.abc import Set as AbstractSet

import structlog
from redis import Redis
from redis.exceptions import RedisError

from graph.database import Graph, Written
from graph.identity import new_id

log = structlog.get_logger()

# What is written most, and has no name that anybody looks for.
_NAMELESS = frozenset(
    {"changes", "digests", "energy", "layout", "messages", "saved_views", "snapshots"}
)


def announce_writes(graph: Graph, broker: Redis) -> None:
    """Give a network another version after each transaction that may have changed a name in it."""

    def announce(written: AbstractSet[Written]) -> None:
        for network_id in {network_id for network_id, noun in written if noun not in _NAMELESS}:
            try:
                broker.set(_key(network_id), new_id())
            except RedisError:
                # What is kept is old for a few minutes at most; the write itself stands.
                log.warning("version_not_announced", network_id=network_id)

    graph.on_commit = announce


def version(broker: Redis, network_id: str) -> str:
    """Return the version of the names of a network; empty before the first write."""
    found = broker.get(_key(network_id))
    return found.decode() if isinstance(found, bytes) else ""


def _key(network_id: str) -> str:
    return f"names:{network_id}"
