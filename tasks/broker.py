"""The broker as a plain store: sessions of the web and signs of life of the jobs."""

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


def waiting(broker: Redis, queue: str) -> int:
    """Return how many jobs wait in a queue. Raises RedisError when the broker is away."""
    return broker.llen(queue)
