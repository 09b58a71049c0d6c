"""Signs of life: beat leaves one when it sends a job, a worker when it has run one."""

import time

from redis import Redis

BEAT = "beat"
WORKER = "worker"
FRESH_SECONDS = 60.0


def record(broker: Redis, part: str) -> None:
    """Leave a sign that ``part`` works now; it is gone after an hour."""
    broker.set(_key(part), time.time(), ex=3600)


def forget(broker: Redis) -> None:
    """Wipe the signs of an earlier run, so that the next ones are of this one."""
    broker.delete(_key(BEAT), _key(WORKER))


def age(broker: Redis, part: str) -> float | None:
    """Return how many seconds ago ``part`` left its last sign; None if it never did."""
    left_at = broker.get(_key(part))
    return None if left_at is None else max(0.0, time.time() - float(left_at))


def _key(part: str) -> str:
    return f"lokaal:heartbeat:{part}"
