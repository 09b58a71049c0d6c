"""The processes of an installation: how each is started, and how one knows that it works."""

import socket
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from pathlib import Path

from redis import Redis
from redis.exceptions import RedisError

from graph.database import Graph
from graph.errors import UnavailableError
from tasks import heartbeat
from tasks.broker import ping
from tasks.embedded import EmbeddedBroker
from tasks.worker import QUEUES, SHUTDOWN_SECONDS
from webapp.cli.folder import DataFolder
from webapp.cli.supervisor import Child

WEB_THREADS = 8
WORKER_PROCESSES = 2


def web_command(bind: str) -> list[str]:
    """Return how the web front end is started on ``host:port``."""
    return [
        *(sys.executable, "-m", "gunicorn", "webapp.wsgi:app", "--bind", bind),
        *("--worker-class", "gthread", "--workers", "1", "--threads", str(WEB_THREADS)),
        *("--graceful-timeout", "10", "--no-control-socket"),
    ]


def worker_command() -> list[str]:
    """Return how a worker for all queues is started."""
    return [
        *(sys.executable, "-m", "celery", "--app", "tasks.worker", "worker"),
        *("--queues", ",".join(QUEUES), "--concurrency", str(WORKER_PROCESSES)),
        *("--loglevel", "INFO", "--without-gossip", "--without-mingle"),
    ]


def beat_command(folder: Path) -> list[str]:
    """Return how beat is started; it remembers in ``folder`` what it sent last."""
    folder.mkdir(parents=True, exist_ok=True)
    return [
        *(sys.executable, "-m", "celery", "--app", "tasks.worker", "beat"),
        *("--schedule", str(folder / "schedule"), "--pidfile", "", "--loglevel", "INFO"),
    ]


def graph_child(
    folder: DataFolder, environ: Mapping[str, str], *, port: int, graph: Graph
) -> Child:
    """The embedded graph engine."""
    arguments = [str(folder.part("graph")), str(port), str(folder.secret("graph"))]
    return Child(
        name="De database",
        command=[sys.executable, "-m", "graph.embedded", *arguments],
        environ=environ,
        log=folder.log("graph"),
        answers=lambda: _listens(port) and _answers(graph.ping),
    )


def broker_child(
    folder: DataFolder, environ: Mapping[str, str], *, embedded: EmbeddedBroker, broker: Redis
) -> Child:
    """The embedded broker."""
    return Child(
        name="De wachtrij",
        command=embedded.command(),
        environ=environ,
        log=folder.log("broker"),
        answers=lambda: _answers(lambda: ping(broker)),
    )


def web_child(folder: DataFolder, environ: Mapping[str, str], *, port: int) -> Child:
    """The web front end, on loopback."""
    return Child(
        name="De website",
        command=web_command(f"127.0.0.1:{port}"),
        environ=environ,
        log=folder.log("web"),
        answers=lambda: _serves(port),
    )


def worker_child(folder: DataFolder, environ: Mapping[str, str], *, broker: Redis) -> Child:
    """The worker; a job still running when it must stop is given back to the broker."""
    return Child(
        name="De werker",
        command=worker_command(),
        environ={**environ, "REMAP_SIGTERM": "SIGQUIT"},
        log=folder.log("worker"),
        stop_seconds=SHUTDOWN_SECONDS + 10,
        answers=lambda: _left_a_sign(broker, heartbeat.WORKER),
    )


def beat_child(folder: DataFolder, environ: Mapping[str, str], *, broker: Redis) -> Child:
    """The clock of the jobs."""
    return Child(
        name="De klok",
        command=beat_command(folder.part("beat")),
        environ=environ,
        log=folder.log("beat"),
        answers=lambda: _left_a_sign(broker, heartbeat.BEAT),
    )


def _listens(port: int) -> bool:
    with socket.socket() as caller:
        return caller.connect_ex(("127.0.0.1", port)) == 0


def _answers(ask: Callable[[], None]) -> bool:
    try:
        ask()
    except (UnavailableError, RedisError):
        return False
    return True


def _serves(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz/live", timeout=2):  # nosec B310 -- own port
            return True
    except (urllib.error.URLError, OSError):
        return False


def _left_a_sign(broker: Redis, part: str) -> bool:
    age = heartbeat.age(broker, part)
    return age is not None and age < heartbeat.FRESH_SECONDS
