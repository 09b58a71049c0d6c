"""The broker as a plain store: sessions of the web and signs of life of the jobs."""

from typing import Any, cast

from redis import Redis

_PATIENCE = 2.0


def connect_broker(url: str) -> Redis:
    """Return a client that gives up after two seconds; it connects at its first command."""
    return Redis.from_url(  # pyright: ignore[reportUnknownMemberType] -- **kwargs is untyped
        url, socket_timeout=_PATIENCE, socket_connect_timeout=_PATIENCE
    )


def ping(broker: Redis) -> None:
    """Raise RedisError unless the broker answers."""
    broker.ping()  # pyright: ignore[reportUnknownMemberType] -- **kwargs is untyped


def broker_settings(broker: Redis, *names: str) -> dict[str, str]:
    """Return settings of the broker itself. Raises RedisError when it is away."""
    found = cast("Any", broker).config_get(*names)
    return {str(name): str(value) for name, value in found.items()}


def broker_time(broker: Redis) -> int:
    """Return the seconds since 1970 by its clock. Raises RedisError when it is away."""
    return int(cast("Any", broker).time()[0])


def waiting(broker: Redis, queue: str) -> int:
    """Return how many jobs wait in a queue. Raises RedisError when the broker is away."""
    return broker.llen(queue)
