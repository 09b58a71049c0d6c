"""What jobs count for the monitoring; on the broker, since each worker is many processes."""

from typing import Any, cast

from redis import Redis

_RUNS = "lokaal:jobs:runs"
_SECONDS = "lokaal:jobs:seconds"


def count_job(broker: Redis, name: str, *, outcome: str, seconds: float) -> None:
    """Count one run of a job. Raises RedisError when the broker is away."""
    broker.hincrby(_RUNS, f"{name} {outcome}", 1)
    broker.hincrbyfloat(_SECONDS, name, seconds)


def job_runs(broker: Redis) -> dict[tuple[str, str], int]:
    """Return how often each job ended how, by its name and outcome."""
    found = cast("dict[bytes, bytes]", cast("Any", broker).hgetall(_RUNS))
    return {_pair(key.decode()): int(value) for key, value in found.items()}


def job_seconds(broker: Redis) -> dict[str, float]:
    """Return how long each job worked in all, by its name."""
    found = cast("dict[bytes, bytes]", cast("Any", broker).hgetall(_SECONDS))
    return {key.decode(): float(value) for key, value in found.items()}


def _pair(key: str) -> tuple[str, str]:
    name, _, outcome = key.partition(" ")
    return name, outcome
