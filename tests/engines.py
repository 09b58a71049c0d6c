"""The graph engine that this test run talks to.

Never the engine of an installation: only ``TEST_NEO4J_URI``, or an embedded engine of our own.
"""

import contextlib
import os
import secrets
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from graph import embedded
from graph.database import Graph
from graph.errors import UnavailableError
from graph.schema import prepare
from graph.settings import GraphSettings
from webapp.cli.supervisor import tethered

ROOT = Path(__file__).resolve().parent.parent


@contextlib.contextmanager
def engine() -> Generator[GraphSettings]:
    """Yield the settings of a running engine: ``TEST_NEO4J_URI`` if set, else embedded."""
    if uri := os.environ.get("TEST_NEO4J_URI"):
        yield GraphSettings(
            uri=uri,
            user=os.environ.get("TEST_NEO4J_USER", "neo4j"),
            password=os.environ.get("TEST_NEO4J_PASSWORD", ""),
            database="neo4j",
        )
    else:
        with tempfile.TemporaryDirectory(prefix="lokaal-test-") as folder:
            with embedded_engine(Path(folder)) as settings:
                yield settings


@contextlib.contextmanager
def embedded_engine(folder: Path, *, port: int | None = None) -> Generator[GraphSettings]:
    """Run an embedded engine on ``folder`` and stop it afterwards."""
    process, settings = start_embedded(folder, port=port)
    try:
        yield settings
    finally:
        process.terminate()
        process.wait(timeout=20)


def start_embedded(
    folder: Path, *, port: int | None = None
) -> tuple["subprocess.Popen[bytes]", GraphSettings]:
    """Start an embedded engine and wait until it answers; the caller ends the process."""
    port = port or free_port()
    password_file = folder / "password"
    if not password_file.exists():
        password_file.write_text(secrets.token_urlsafe(16), encoding="utf-8")
    command = [sys.executable, "-m", "graph.embedded", str(folder), str(port), str(password_file)]
    with (folder / "engine.log").open("ab") as log:
        # Tethered: a test run that is killed must not leave an engine behind.
        process = subprocess.Popen(tethered(command), cwd=ROOT, stdout=log, stderr=log)
    settings = GraphSettings(
        uri=f"bolt://127.0.0.1:{port}",
        user=embedded.USER,
        password=password_file.read_text(encoding="utf-8"),
        database=embedded.DATABASE,
    )
    wait_until_answering(settings)
    return process, settings


def wait_until_answering(settings: GraphSettings, seconds: float = 300) -> None:
    """Wait until the engine answers, or fail the run."""
    graph, end = Graph.connect(settings), time.monotonic() + seconds
    try:
        while True:
            try:
                graph.ping()
            except UnavailableError:
                if time.monotonic() > end:
                    pytest.exit(f"the graph engine at {settings.uri} does not answer", 2)
                time.sleep(0.2)
            else:
                return
    finally:
        graph.close()


def free_port() -> int:
    """Return a port on loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def prepared(settings: GraphSettings) -> Graph:
    """Connect and apply the schema."""
    graph = Graph.connect(settings)
    prepare(graph, now=datetime.now(UTC))
    return graph
