"""``lokale-energie run``: the whole product on this machine, until Ctrl-C."""

import os
import signal
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

import click

from graph import embedded
from graph.database import Graph
from graph.errors import NewerDataError, UnavailableError
from graph.schema import prepare
from graph.settings import GraphSettings
from tasks import heartbeat
from tasks.broker import connect_broker
from tasks.embedded import EmbeddedBroker
from tasks.settings import base_url
from webapp.cli import children, demo
from webapp.cli.checks import engines_fit_this_machine, free_ports, port_is_free, port_of
from webapp.cli.folder import DataFolder, data_folder
from webapp.cli.refusal import Refusal
from webapp.cli.settings import refuse_faults, tell_remarks
from webapp.cli.supervisor import Supervisor

_STOPS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What this run starts itself, and the environment that its processes get.

    ``graph_port`` and ``broker`` are None for a part that the environment points elsewhere.
    """

    folder: DataFolder
    port: int
    graph_port: int | None
    broker: EmbeddedBroker | None
    environ: Mapping[str, str]


@click.command()
def run() -> None:
    """Start alles op deze computer; Ctrl-C stopt het."""
    port = port_of(os.environ)
    folder = data_folder(os.environ)
    with folder.claim():
        port_is_free(port)
        plan = _plan(folder, port, os.environ)
        refuse_faults(plan.environ)
        tell_remarks(plan.environ)
        _keep_running(plan)


def _plan(folder: DataFolder, port: int, environ: Mapping[str, str]) -> Plan:
    graph_port, broker_port = free_ports(2)
    own: dict[str, str] = {"DATA_DIR": str(folder.path), "PORT": str(port)}
    if not ("SECRET_KEY" in environ or "SECRET_KEY_FILE" in environ):
        own["SECRET_KEY_FILE"] = str(folder.secret("secret-key"))
    broker = None
    if "REDIS_URL" not in environ:
        engines_fit_this_machine()
        password = folder.secret("broker").read_text(encoding="utf-8")
        broker = EmbeddedBroker(folder=folder.part("broker"), port=broker_port, password=password)
        own["REDIS_URL"] = broker.url
    own_graph = "NEO4J_URI" not in environ
    if own_graph:
        engines_fit_this_machine()
        own["NEO4J_URI"] = f"bolt://127.0.0.1:{graph_port}"
        own["NEO4J_USER"], own["NEO4J_DATABASE"] = embedded.USER, embedded.DATABASE
        own["NEO4J_PASSWORD_FILE"] = str(folder.secret("graph"))
    return Plan(
        folder=folder,
        port=port,
        graph_port=graph_port if own_graph else None,
        broker=broker,
        environ={**environ, **own},
    )


def _keep_running(plan: Plan) -> None:
    supervisor = Supervisor(click.echo)
    # A closed terminal and a stop from outside end it as Ctrl-C does; Ctrl-C itself is set since
    # a shell that starts a command in the background lets it ignore that.
    for number in _STOPS:
        signal.signal(number, signal.default_int_handler)
    try:
        _start(supervisor, plan)
        supervisor.watch()
    except KeyboardInterrupt:
        click.echo("\nLokale Energie stopt …")
    finally:
        for number in _STOPS:
            signal.signal(number, signal.SIG_IGN)
        plan.folder.withdraw()
        supervisor.stop()
        click.echo("Alles is gestopt.")


def _start(supervisor: Supervisor, plan: Plan) -> None:
    started_at = time.monotonic()
    _start_stores(supervisor, plan)
    _start_program(supervisor, plan)
    plan.folder.publish(_addresses(plan.environ))
    seconds = time.monotonic() - started_at
    click.echo(f"\nKlaar in {seconds:.0f} s. Open {base_url(plan.environ)}")
    if plan.graph_port:
        click.echo(demo.accounts(plan.folder))
    click.echo("Stoppen: Ctrl-C")


def _start_stores(supervisor: Supervisor, plan: Plan) -> None:
    click.echo("De database en de wachtrij starten …")
    graph = Graph.connect(GraphSettings.from_environment(plan.environ))
    broker = connect_broker(plan.environ["REDIS_URL"])
    if plan.broker:
        supervisor.start(
            children.broker_child(plan.folder, plan.environ, embedded=plan.broker, broker=broker)
        )
    if plan.graph_port:
        supervisor.start(
            children.graph_child(plan.folder, plan.environ, port=plan.graph_port, graph=graph)
        )
    supervisor.wait_until_ready()
    _prepare(graph, plan)


def _prepare(graph: Graph, plan: Plan) -> None:
    try:
        prepare(graph, now=datetime.now(UTC))
    except NewerDataError as error:
        raise Refusal(
            f"De gegevens in {plan.folder.path} zijn gemaakt door een nieuwere versie. "
            "Haal die op met: git pull && make run"
        ) from error
    except UnavailableError as error:
        raise Refusal(
            f"De database op {plan.environ['NEO4J_URI']} antwoordt niet. "
            "Start haar, of kijk NEO4J_URI en NEO4J_PASSWORD na"
        ) from error
    if plan.graph_port:
        demo.load_once(graph, plan.folder, plan.environ)


def _start_program(supervisor: Supervisor, plan: Plan) -> None:
    click.echo("De website, de werker en de klok starten …")
    broker = connect_broker(plan.environ["REDIS_URL"])
    heartbeat.forget(broker)
    supervisor.start(children.web_child(plan.folder, plan.environ, port=plan.port))
    supervisor.start(children.worker_child(plan.folder, plan.environ, broker=broker))
    supervisor.start(children.beat_child(plan.folder, plan.environ, broker=broker))
    supervisor.wait_until_ready()


def _addresses(environ: Mapping[str, str]) -> dict[str, str]:
    """Return what another command needs to work on this installation."""
    names = (
        *("NEO4J_URI", "NEO4J_USER", "NEO4J_DATABASE", "NEO4J_PASSWORD_FILE", "REDIS_URL"),
        *("SECRET_KEY_FILE", "DATA_DIR", "PORT"),
    )
    return {name: environ[name] for name in names if name in environ}
