"""Tell all processes that the names of a network changed, so that what they keep is renewed.

The version is a word that nobody had before and not a number: a broker that lost its memory
would count again from the start, and meet a number that somebody still keeps.
"""

from collections.abc import Set as AbstractSet
from typing import cast

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
    """Give a noun of a network another version after each transaction that wrote in it."""

    def announce(written: AbstractSet[Written]) -> None:
        for network_id, noun in written:
            if noun in _NAMELESS:
                continue
            try:
                broker.hset(_key(network_id), noun, new_id())
            except RedisError:
                # What is kept is old for a few minutes at most; the write itself stands.
                log.warning("version_not_announced", network_id=network_id)

    graph.on_commit = announce


def versions(broker: Redis, network_id: str) -> dict[str, str]:
    """Return the version of each noun in which a network was written."""
    found = cast("dict[bytes, bytes]", broker.hgetall(_key(network_id)))
    return {noun.decode(): token.decode() for noun, token in found.items()}


def _key(network_id: str) -> str:
    return f"names:{network_id}"
