"""No job runs while a backup is being put back: each would work on half a graph."""

from redis import Redis

_KEY = "lokaal:paused"
_LONGEST_SECONDS = 3600
"""After this a worker goes on, so that a restore that was killed does not stop it for ever."""


def pause(broker: Redis) -> None:
    """Let workers drop what they take; whoever asks again by the clock finds it lying."""
    broker.set(_KEY, 1, ex=_LONGEST_SECONDS)


def resume(broker: Redis) -> None:
    """Let workers work again."""
    broker.delete(_KEY)


def is_paused(broker: Redis) -> bool:
    """Tell whether jobs must wait. Raises RedisError when the broker is away."""
    return bool(broker.exists(_KEY))
