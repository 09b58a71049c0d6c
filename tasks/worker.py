"""The Celery app and what its processes need; the only module that touches celery.

``@job()`` makes a function a job: call it to run it here and now, ``enqueue`` it to have a worker
run it.
"""
# celery ships no types.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false
# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false
# pyright: reportUntypedFunctionDecorator=false, reportCallIssue=false

import contextlib
import os
import threading
import time
from collections.abc import Callable, Mapping
from functools import cache, wraps
from typing import Any, Generic, ParamSpec, cast

import structlog
from celery import Celery
from celery.schedules import crontab
from celery.signals import (
    after_task_publish,
    beat_init,
    celeryd_init,
    setup_logging,
    worker_process_init,
    worker_shutting_down,
)
from kombu.exceptions import OperationalError
from redis import Redis
from redis.exceptions import RedisError

from graph.database import Graph
from graph.domain.calendar import TIMEZONE
from graph.settings import GraphSettings
from tasks import figures, heartbeat, logs, pausing
from tasks.broker import connect_broker
from tasks.schedule import JOB_MODULES, SCHEDULE, At, Every
from tasks.settings import TaskSettings
from tasks.versions import announce_writes

MAIL = "mail"
"""Short jobs, each at most a minute: one mail, one sweep."""
BULK = "bulk"
"""Long jobs, each at most a quarter of an hour: a whole network, an import."""
QUEUES = (MAIL, BULK)

WORKER_PATIENCE = 20.0
"""Seconds that the graph may be away before a job gives up; a page waits shorter."""
SHUTDOWN_SECONDS = 10
"""How long a worker that must stop gives its jobs to end."""

P = ParamSpec("P")
_queues: dict[str, str] = {}  # the queue of each job, by its name
log = structlog.stdlib.get_logger(__name__)


def _configuration() -> dict[str, Any]:
    settings = task_settings()
    return {
        "broker_url": settings.redis_url,
        "broker_connection_retry_on_startup": True,
        "broker_transport_options": {
            # Longer than any job on MAIL may take, so that no job is handed out twice.
            "visibility_timeout": 300,
            "socket_connect_timeout": 2,
            "socket_keepalive": True,
            # Who enqueues waits for one quick second try, not for a broker that is away.
            "max_retries": 1,
            "interval_start": 0.1,
        },
        "include": JOB_MODULES,
        "timezone": TIMEZONE,
        "task_serializer": "json",
        "accept_content": ["json"],
        "task_ignore_result": True,
        "task_default_queue": MAIL,
        "task_routes": (_route,),
        "task_create_missing_queues": True,
        # Acknowledged when it is done: with an early acknowledgement a killed worker loses jobs.
        "task_acks_late": True,
        "task_reject_on_worker_lost": True,
        # Without a softer one before it: that would end as a mail that cannot be made.
        "task_time_limit": 60,
        "worker_prefetch_multiplier": 1,
        "worker_soft_shutdown_timeout": SHUTDOWN_SECONDS,
        # A job that runs may end without its broker: ended half-way, its mail would leave again.
        "worker_cancel_long_running_tasks_on_connection_loss": False,
        "worker_hijack_root_logger": False,
        "beat_schedule": {
            name: {"task": name, "schedule": _celery_schedule(when)}
            for name, when in SCHEDULE.items()
        },
    }


def _route(name: str, *_arguments: object, **_options: object) -> dict[str, str] | None:
    return {"queue": _queues[name]} if name in _queues else None


def _celery_schedule(when: Every | At) -> object:
    match when:
        case Every(interval=interval):
            return interval
        case At(hour=hour, minute=minute, day=day):
            return crontab(hour=hour, minute=minute, day_of_week=day)


@cache
def task_settings() -> TaskSettings:
    """Return the settings of this process."""
    return TaskSettings.from_environment()


@cache
def open_graph() -> Graph:
    """Return the graph of this process; a worker opens it after its fork."""
    graph = Graph.connect(GraphSettings.from_environment(), patience=WORKER_PATIENCE)
    announce_writes(graph, connect_broker(task_settings().redis_url))
    return graph


app = Celery("lokale-energie")
# Read at first use, not at import: a test or a command may set the environment before.
app.add_defaults(_configuration)


class JobFailedError(Exception):
    """A job that failed; the log tells where."""


class Job(Generic[P]):
    """A function that a worker can run."""

    def __init__(self, run: Callable[P, None], *, queue: str, **options: object) -> None:
        self.name = f"{run.__module__}.{run.__name__}"
        self.__doc__ = run.__doc__
        self._run = run

        @wraps(run)  # celery checks what a job is given by its signature
        def in_worker(*args: P.args, **kwargs: P.kwargs) -> None:
            self._in_worker(*args, **kwargs)

        self._task = app.task(name=self.name, **options)(in_worker)
        _queues[self.name] = queue

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> None:
        """Run it here and now."""
        self._run(*args, **kwargs)

    def enqueue(self, *args: P.args, **kwargs: P.kwargs) -> bool:
        """Ask a worker to run it; returns False, and logs it, when the broker is away.

        Who asks must not depend on the answer: the sweep finds what was left lying.
        """
        try:
            self._task.apply_async(args, kwargs, retry=False, headers=_headers())
        except OperationalError:
            log.warning("job_not_enqueued", job=self.name)
            return False
        return True

    def _in_worker(self, *args: P.args, **kwargs: P.kwargs) -> None:
        """Run it in a worker, with one line in the log that leads back to who asked for it."""
        request = cast("Any", self._task.request)
        begun = time.perf_counter()
        with structlog.contextvars.bound_contextvars(
            job=self.name, task_id=request.id, **_asked_by(request.headers)
        ):
            outcome = self._outcome(*args, **kwargs)
            seconds = time.perf_counter() - begun
            log.info("job", outcome=outcome, milliseconds=round(seconds * 1000))
            with contextlib.suppress(RedisError):
                figures.count_job(_broker(), self.name, outcome=outcome, seconds=seconds)
        if outcome == "failed":
            # Without the words of the error: they may hold what people typed.
            raise JobFailedError(self.name)

    def _outcome(self, *args: P.args, **kwargs: P.kwargs) -> str:
        if _is_paused():
            return "paused"
        try:
            self._run(*args, **kwargs)
        except Exception as error:  # noqa: BLE001 -- told by its places, see tasks.logs
            log.error("job_failed", places=logs.places(error))  # noqa: TRY400
            return "failed"
        return "done"


def job(*, queue: str = MAIL) -> Callable[[Callable[P, None]], Job[P]]:
    """Make a function a job; it takes ids, may run twice and says why that is safe."""

    def declare(run: Callable[P, None]) -> Job[P]:
        if queue == MAIL:
            return Job(run, queue=MAIL)
        # May take longer than the visibility time-out, after which the broker would hand it out
        # again; so it is acknowledged at its start, and after a crash its next turn repairs it.
        return Job(run, queue=queue, acks_late=False, time_limit=900, soft_time_limit=840)

    return declare


@cache
def _broker() -> Redis:
    return connect_broker(task_settings().redis_url)


def _is_paused() -> bool:
    try:
        return pausing.is_paused(_broker())
    except RedisError:
        return False  # then nobody can be putting a backup back


def _headers() -> dict[str, str]:
    """Return what a job takes along: the request in which somebody asked for it."""
    return _asked_by(structlog.contextvars.get_contextvars())


def _asked_by(known: Mapping[str, Any] | None) -> dict[str, str]:
    request_id = (known or {}).get("request_id")
    return {"request_id": request_id} if isinstance(request_id, str) else {}


def registered_jobs() -> dict[str, str]:
    """Return the queue of each job by name, after loading the modules that declare them."""
    app.loader.import_default_modules()
    return dict(_queues)


def worker_answers() -> bool:
    """Ask over the broker whether any worker listens; takes at most a second."""
    try:
        return bool(app.control.ping(timeout=1.0))
    except OperationalError:
        return False


@job()
def sign_of_life() -> None:
    """Leave a sign that a worker takes jobs and runs them; twice only repeats it."""
    with connect_broker(task_settings().redis_url) as broker:
        heartbeat.record(broker, heartbeat.WORKER)


@celeryd_init.connect
def _before_fork(**_: object) -> None:
    logs.configure()


@setup_logging.connect
def _log_lines(**_: object) -> None:
    logs.configure_others()


@worker_process_init.connect
def _after_fork(**_: object) -> None:
    open_graph.cache_clear()
    _broker.cache_clear()


@worker_shutting_down.connect
def _leave_in_time(**_: object) -> None:
    # Without its broker celery waits for ever to hand back what it holds; the broker hands that
    # out again by itself. The pool ends when it loses its parent.
    last_moment = threading.Timer(SHUTDOWN_SECONDS + 5, os._exit, (1,))
    last_moment.daemon = True
    last_moment.start()


@beat_init.connect
def _in_beat(**_: object) -> None:
    broker = connect_broker(task_settings().redis_url)

    def published(**_: object) -> None:
        heartbeat.record(broker, heartbeat.BEAT)

    after_task_publish.connect(published, weak=False)
    sign_of_life.enqueue()  # the first turn by the clock comes only after its interval
