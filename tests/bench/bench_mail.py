"""How fast digests leave, and what one costs: ``python -m tests.bench.bench_mail [DIGESTS]``.

Ten networks of 300 partners and 600 collaborations on the embedded engine, a real broker and a
real mail server on loopback; by one and by two workers of one process each. Reading, writing,
drawing the picture and the SMTP conversation are in it; starting the workers is not. Then one
digest of a network of 2,000 partners and 4,000 collaborations, in a process of its own. Prints
two markdown tables.
"""

import logging
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from datetime import UTC, date, datetime
from email.message import EmailMessage
from pathlib import Path
from statistics import median

import structlog
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Sink
from neo4j import GraphDatabase

from graph.database import Graph
from graph.domain.messages import trial
from graph.domain.words import MessageState
from graph.repositories import messages
from graph.settings import GraphSettings
from tasks.messages import send_message
from tasks.posting import write
from tasks.worker import MAIL, app
from tests.broker import broker
from tests.bulk import fill
from tests.engines import embedded_engine, free_port, prepared
from tests.given import Given
from tests.jobs import enqueue_to
from tests.runtime.processes import ROOT, environ
from tests.tasks.world import SECRET, post

NETWORKS, ACTORS, TIES = 10, 300, 600
DIGESTS = 200
LARGE_ACTORS, LARGE_TIES = 2_000, 4_000
WORKERS = (1, 2)
ROUNDS = 7
_TODAY = date(2026, 11, 23)
_PATIENCE = 1_800.0


def main(arguments: list[str]) -> None:
    """Print the tables; with ``one``, measure one digest of the engine in the environment."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    if arguments == ["one"]:
        _one()
        return
    digests = int(arguments[0]) if arguments else DIGESTS
    with tempfile.TemporaryDirectory() as folder, embedded_engine(Path(folder)) as settings:
        _fill(settings)
        print("| workers | digests | seconds | digests a second |\n|---|---|---|---|")
        for workers in WORKERS:
            seconds = _sent(settings, digests, workers, Path(folder))
            print(f"| {workers} | {digests} | {seconds:.1f} | {digests / seconds:.1f} |")
        print("\n| one digest of 2,000 partners | seconds | mail, kB | memory, MB more |")
        print("|---|---|---|---|", flush=True)
        command = [sys.executable, "-m", "tests.bench.bench_mail", "one"]
        subprocess.run(command, cwd=ROOT, env=_environ(settings), check=True)


def _fill(settings: GraphSettings) -> None:
    given = Given(prepared(settings))
    sizes = {f"net{number}": (ACTORS, TIES) for number in range(NETWORKS)}
    with GraphDatabase.driver(settings.uri, auth=(settings.user, settings.password)) as driver:  # pyright: ignore[reportUnknownMemberType] -- as in conftest
        for id, (actors, ties) in (sizes | {"large": (LARGE_ACTORS, LARGE_TIES)}).items():
            given.user(f"reader-{id}", given.network(id))
            fill(
                driver,
                database=settings.database,
                network_id=id,
                actors=actors,
                ties=ties,
                today=_TODAY,
            )
    given.graph.close()


def _sent(settings: GraphSettings, digests: int, workers: int, folder: Path) -> float:
    graph, now = Graph.connect(settings), datetime.now(UTC)
    given = Given(graph)
    names = [f"net{number % NETWORKS}" for number in range(digests)]
    keys = [
        given.mail(trial(f"reader-{name}", name, id=f"{workers}-{number}", now=now), now=now)
        for number, name in enumerate(names)
    ]
    with broker() as url, enqueue_to(url), ExitStack() as running:
        port = running.enter_context(_mail_server())
        for number in range(workers):
            around = _environ(settings, REDIS_URL=url, SMTP_PORT=port)
            running.enter_context(_worker(number, around, folder))
        while len(app.control.ping(timeout=1.0)) < workers:  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType] -- celery ships no types
            time.sleep(0.2)
        started = time.monotonic()
        for key in keys:
            send_message.enqueue(key)
        _wait_until_sent(graph, digests * (WORKERS.index(workers) + 1))
        seconds = time.monotonic() - started
    graph.close()
    return seconds


def _wait_until_sent(graph: Graph, wanted: int) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        found = messages.standings(graph, since=datetime.min.replace(tzinfo=UTC))
        if sum(each.messages for each in found if each.state is MessageState.SENT) == wanted:
            return
        time.sleep(0.2)
    raise TimeoutError(f"not all {wanted} digests were sent in {_PATIENCE} s")


@contextmanager
def _mail_server() -> Generator[int]:
    server = Controller(Sink(), hostname="127.0.0.1", port=free_port())
    server.start()
    try:
        yield server.port
    finally:
        server.stop()


@contextmanager
def _worker(number: int, around: dict[str, str], folder: Path) -> Generator[None]:
    command = [
        *(sys.executable, "-m", "celery", "--app", "tasks.worker", "worker"),
        *("--queues", MAIL, "--concurrency", "1", "--hostname", f"bench{number}@%h"),
        *("--loglevel", "ERROR", "--without-gossip", "--without-mingle"),
    ]
    with (folder / f"worker{number}.log").open("ab") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=around, stdout=log, stderr=log)
    try:
        yield
    finally:
        process.terminate()
        process.wait(timeout=60)


def _environ(settings: GraphSettings, **more: object) -> dict[str, str]:
    return environ(
        NEO4J_URI=settings.uri,
        NEO4J_USER=settings.user,
        NEO4J_PASSWORD=settings.password,
        NEO4J_DATABASE=settings.database,
        SECRET_KEY=SECRET,
        BASE_URL="https://energie.example",
        SMTP_HOST="127.0.0.1",
        SMTP_SECURITY="none",
        **more,
    )


def _one() -> None:
    graph, now = Graph.connect(GraphSettings.from_environment()), datetime.now(UTC)
    new = trial("reader-large", "large", id="one", now=now)
    before, seconds, mail = _peak(), list[float](), None
    for _ in range(ROUNDS):
        started = time.monotonic()
        mail = write(post(graph, Path("var")), new, now=now)
        seconds.append(time.monotonic() - started)
    assert isinstance(mail, EmailMessage)
    size, more = len(mail.as_bytes()) / 1_000, _peak() - before
    print(f"| median of {ROUNDS} | {median(seconds):.2f} | {size:.0f} | {more:.0f} |")
    print(f"| the first | {seconds[0]:.2f} | | |")
    graph.close()


def _peak() -> float:
    """Return the most memory that this process ever had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_024


if __name__ == "__main__":
    main(sys.argv[1:])
