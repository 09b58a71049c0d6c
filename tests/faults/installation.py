"""An installation that can break: broker, mail server, workers and beats, on a given engine."""

from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from neo4j import GraphDatabase

from graph.database import Graph
from graph.domain.preferences import ReminderWish, Wishes
from graph.repositories import messages, preferences
from graph.schema import prepare
from graph.settings import GraphSettings
from tasks.worker import QUEUES
from tests.faults.judge import Judge, judge
from tests.faults.parts import Broker, Celery
from tests.given import NOW, TODAY, Given
from tests.jobs import enqueue_to
from tests.runtime.processes import environ
from tests.tasks.world import SECRET

_MONDAY_MORNING = datetime(2026, 11, 30, 7, 29, 50, tzinfo=UTC)
"""Just before 08:30 in Amsterdam, when the mail of the week leaves."""

_EACH = 2
"""Workers, and beats."""
_ONLY_THE_DIGEST = Wishes(reminders=ReminderWish.OFF)


@dataclass(frozen=True, slots=True, kw_only=True)
class Installation:
    """What runs, each part by its own process."""

    broker: Broker
    judge: Judge
    workers: list[Celery]
    beats: list[Celery]
    graph: Graph
    ahead: timedelta

    def clock(self) -> datetime:
        """Return the time as the installation has it."""
        return datetime.now(UTC) + self.ahead

    def states(self) -> dict[str, int]:
        """Return how many mails stand in each state."""
        counted: dict[str, int] = {}
        for each in messages.standings(self.graph, since=self.clock() - timedelta(days=1)):
            counted[each.state] = counted.get(each.state, 0) + each.messages
        return counted


@contextmanager
def installed(
    engine: GraphSettings, folder: Path, *, pace: float = 0.0
) -> Generator[Installation]:
    """Run broker and mail server for an empty engine; workers and beats are not started.

    In ``folder / "points"`` is noted which failpoints were passed.
    """
    (folder / "points").mkdir()
    ahead = _MONDAY_MORNING - datetime.now(UTC)
    broker = Broker(folder / "broker")
    with ExitStack() as running:
        judging = running.enter_context(judge(pace=pace))
        broker.start()
        running.callback(broker.kill)
        settings = _surroundings(engine, broker.url, judging, folder, ahead)
        graph = _patient(engine)
        running.callback(graph.close)
        running.enter_context(enqueue_to(broker.url))
        yield Installation(
            broker=broker,
            judge=judging,
            workers=[_worker(number, settings, folder) for number in range(_EACH)],
            beats=[_beat(number, settings, folder) for number in range(_EACH)],
            graph=graph,
            ahead=ahead,
        )


def _patient(settings: GraphSettings) -> Graph:
    """Return the graph, with its schema, for who fills an engine that still warms up."""
    auth = (settings.user, settings.password) if settings.password else None
    driver = GraphDatabase.driver(settings.uri, auth=auth)  # pyright: ignore[reportUnknownMemberType] -- as in conftest
    graph = Graph(driver, database=settings.database, timeout=300)
    prepare(graph, now=datetime.now(UTC))
    return graph


@contextmanager
def at_work(parts: list[Celery]) -> Generator[None]:
    """Run workers and beats, for a while."""
    with ExitStack() as running:
        for part in parts:
            part.start()
            running.callback(part.kill)
        yield


def _surroundings(
    engine: GraphSettings, url: str, judging: Judge, folder: Path, ahead: timedelta
) -> dict[str, str]:
    return environ(
        NEO4J_URI=engine.uri,
        NEO4J_USER=engine.user,
        NEO4J_PASSWORD=engine.password,
        NEO4J_DATABASE=engine.database,
        REDIS_URL=url,
        SECRET_KEY=SECRET,
        DATA_DIR=folder / "data",
        BASE_URL="https://energie.example",
        MAIL_FROM="Lokale Energie <post@energie.example>",
        SMTP_HOST="127.0.0.1",
        SMTP_PORT=judging.port,
        SMTP_SECURITY="none",
        FAULTS_CLOCK=ahead.total_seconds(),
        FAULTS_POINTS=folder / "points",
    )


def _worker(number: int, settings: dict[str, str], folder: Path) -> Celery:
    arguments = [
        *("worker", "--queues", ",".join(QUEUES), "--concurrency", "2"),
        *("--hostname", f"worker{number}@%h", "--loglevel", "INFO"),
        *("--without-gossip", "--without-mingle"),
    ]
    return Celery(arguments, settings, folder / f"worker{number}.log")


def _beat(number: int, settings: dict[str, str], folder: Path) -> Celery:
    schedule = str(folder / f"beat{number}")
    arguments = ["beat", "--schedule", schedule, "--pidfile", "", "--loglevel", "INFO"]
    return Celery(arguments, settings, folder / f"beat{number}.log")


def network(given: Given, slug: str, user_ids: list[str]) -> None:
    """A network of these users with a tie that cools, so that each has a digest worth sending."""
    given.network(slug)
    one, other = given.actor(slug, "De Kajuit"), given.actor(slug, "Het Kompas")
    started_on = TODAY - timedelta(days=45)
    given.collaboration(slug, "Vrijdagavond open", one, other, started_on=started_on)
    for user_id in user_ids:
        given.user(user_id, slug)
        preferences.set_wishes(given.graph, user_id=user_id, wishes=_ONLY_THE_DIGEST, now=NOW)
