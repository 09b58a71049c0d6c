"""The jobs on a real broker, run by a real worker and a real beat."""

import json
import os
import subprocess
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import structlog

from graph.database import Graph
from graph.settings import GraphSettings
from tasks import heartbeat, worker
from tasks.broker import connect_broker
from tasks.figures import job_runs
from tasks.health import Health, check
from tasks.schedule import SCHEDULE
from tasks.upkeep import take_snapshot
from tests.broker import broker
from tests.jobs import enqueue_to
from webapp.cli.children import beat_command, worker_command

NOBODY = "redis://127.0.0.1:1/0"
ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.once


@pytest.fixture
def own_broker() -> Iterator[str]:
    """A broker in which nobody else leaves anything."""
    with broker() as url:
        yield url


def test_every_job_is_on_a_queue_that_the_worker_takes_from() -> None:
    command = worker_command()
    taken = set(command[command.index("--queues") + 1].split(","))

    assert set(worker.registered_jobs().values()) <= taken
    assert taken == set(worker.QUEUES)


def test_every_line_of_the_schedule_names_a_job() -> None:
    assert set(SCHEDULE) <= set(worker.registered_jobs())


def test_a_job_waits_in_its_queue_until_a_worker_takes_it(own_broker: str) -> None:
    with enqueue_to(own_broker):
        assert worker.sign_of_life.enqueue() is True

    assert connect_broker(own_broker).llen(worker.MAIL) == 1


def test_enqueueing_without_a_broker_says_so_at_once() -> None:
    started = time.monotonic()
    with enqueue_to(NOBODY):
        assert worker.sign_of_life.enqueue() is False

    assert time.monotonic() - started < 5  # celery alone would try for ever


def test_health_follows_worker_and_beat(
    own_broker: str, graph: Graph, engine_settings: GraphSettings, tmp_path: Path
) -> None:
    redis = connect_broker(own_broker)
    with enqueue_to(own_broker):
        assert check(graph, redis) == Health(
            graph="ok", broker="ok", worker="down", beat="down", mail="ok", backup="ok"
        )
        environ = _environ(own_broker, engine_settings)
        with _process(worker_command(), environ, tmp_path):
            _wait(lambda: check(graph, redis).worker == "ok")
            with _process(beat_command(tmp_path / "beat"), environ, tmp_path):
                _wait(lambda: check(graph, redis).ok)
                _wait(lambda: heartbeat.age(redis, heartbeat.WORKER) is not None)


def test_a_job_that_fails_tells_where_and_who_asked_and_never_what_was_typed(
    own_broker: str, engine_settings: GraphSettings, tmp_path: Path
) -> None:
    environ = _environ(own_broker, engine_settings)
    with enqueue_to(own_broker), _process(worker_command(), environ, tmp_path):
        with structlog.contextvars.bound_contextvars(request_id="request-of-ana"):
            take_snapshot.enqueue("ana@noord.example", "ana@noord.example is no day")
        _wait(lambda: job_runs(connect_broker(own_broker)) != {})

    said = (tmp_path / "log").read_text(encoding="utf-8")
    [failed] = [json.loads(line) for line in said.splitlines() if '"job_failed"' in line]
    assert failed["request_id"] == "request-of-ana"
    assert failed["job"] == "tasks.upkeep.take_snapshot"
    assert failed["places"][-1] == "ValueError"
    assert failed["task_id"]
    assert "ana@" not in said
    assert job_runs(connect_broker(own_broker)) == {("tasks.upkeep.take_snapshot", "failed"): 1}


def test_health_without_a_broker(graph: Graph) -> None:
    nobody = connect_broker(NOBODY)

    assert check(graph, nobody) == Health(
        graph="ok", broker="down", worker="down", beat="down", mail="ok", backup="down"
    )


def _environ(url: str, engine: GraphSettings) -> dict[str, str]:
    return os.environ | {
        "REDIS_URL": url,
        "NEO4J_URI": engine.uri,
        "NEO4J_USER": engine.user,
        "NEO4J_PASSWORD": engine.password,
        "NEO4J_DATABASE": engine.database,
    }


@contextmanager
def _process(command: list[str], environ: dict[str, str], folder: Path) -> Generator[None]:
    with (folder / "log").open("ab") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=environ, stdout=log, stderr=log)
    try:
        yield
    finally:
        process.terminate()
        assert process.wait(timeout=60) == 0


def _wait(condition: Callable[[], bool], seconds: float = 120) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.2)
