"""How a command joins the installation that runs already."""

import os
from collections.abc import Generator
from contextlib import contextmanager

from graph.database import Graph
from graph.errors import UnavailableError
from graph.settings import GraphSettings
from tasks.broker import connect_broker
from tasks.settings import TaskSettings
from tasks.versions import announce_writes
from webapp.cli.folder import data_folder
from webapp.cli.refusal import Refusal


def join() -> None:
    """Take over the addresses of the run on ``DATA_DIR``, unless the environment has its own.

    Raises Refusal when nothing runs there.
    """
    if "NEO4J_URI" in os.environ:
        return
    addresses = data_folder(os.environ).addresses()
    if addresses is None:
        raise Refusal("Lokale Energie draait niet. Start met: make run")
    os.environ.update(addresses)


@contextmanager
def joined() -> Generator[Graph]:
    """Join, and yield its graph. Raises Refusal when that does not answer."""
    join()
    settings = GraphSettings.from_environment()
    graph = Graph.connect(settings)
    announce_writes(graph, connect_broker(TaskSettings.from_environment().redis_url))
    try:
        graph.ping()
    except UnavailableError as error:
        raise Refusal(
            f"De database op {settings.uri} antwoordt niet. Start met: make run"
        ) from error
    else:
        yield graph
    finally:
        graph.close()
