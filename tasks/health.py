"""Does everything work? The same answer for ``/healthz`` and for ``lokale-energie status``."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from redis import Redis
from redis.exceptions import RedisError

from graph.database import Graph
from graph.errors import GraphError
from graph.repositories import messages
from tasks import backups, heartbeat
from tasks.broker import ping
from tasks.worker import task_settings, worker_answers

State = Literal["ok", "down"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """The state of each part that the product stands on."""

    graph: State
    broker: State
    worker: State
    beat: State
    mail: State
    backup: State

    @property
    def parts(self) -> dict[str, State]:
        """Part by name, in the order in which they depend on each other."""
        return {
            "graph": self.graph,
            "broker": self.broker,
            "worker": self.worker,
            "beat": self.beat,
            "mail": self.mail,
            "backup": self.backup,
        }

    @property
    def ok(self) -> bool:
        """Whether all of them work."""
        return all(state == "ok" for state in self.parts.values())


def check(graph: Graph, broker: Redis) -> Health:
    """Look at each part; never raises, and takes a few seconds at most."""
    graph_state, mail = _graph(graph), _mail(graph)
    try:
        ping(broker)
        beat = _sign(broker, heartbeat.BEAT)
        worker = _worker(broker, beat)
    except RedisError:
        return Health(
            graph=graph_state, broker="down", worker="down", beat="down", mail=mail, backup="down"
        )
    return Health(
        graph=graph_state,
        broker="ok",
        worker=worker,
        beat=beat,
        mail=mail,
        backup=_backup(graph, broker),
    )


def _graph(graph: Graph) -> State:
    try:
        graph.ping()
    except GraphError:
        return "down"
    return "ok"


def _mail(graph: Graph) -> State:
    """Mail works when nothing waits longer than it should."""
    try:
        overdue = messages.count_overdue(graph, now=datetime.now(UTC))
    except GraphError:
        return "down"
    return "down" if overdue else "ok"


def _backup(graph: Graph, broker: Redis) -> State:
    folder, now = task_settings().backup_dir, datetime.now(UTC)
    try:
        return "ok" if backups.works(graph, broker, folder, now=now) else "down"
    except (GraphError, RedisError):
        return "down"


def _worker(broker: Redis, beat: State) -> State:
    """Judge a worker by the jobs that it runs; without beat there are none, so then ask it."""
    if beat == "ok":
        return _sign(broker, heartbeat.WORKER)
    return "ok" if worker_answers() else "down"


def _sign(broker: Redis, part: str) -> State:
    age = heartbeat.age(broker, part)
    return "ok" if age is not None and age <= heartbeat.FRESH_SECONDS else "down"
