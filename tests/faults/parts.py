"""The parts of an installation that can be killed and started again, each by its own process."""

import os
import secrets
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from graph.settings import GraphSettings
from tasks.embedded import EmbeddedBroker
from tests.broker import wait_until_answering
from tests.engines import ROOT, free_port, start_embedded
from tests.run import NEO4J_HOME, NEO4J_SERVER
from tests.runtime.processes import is_alive, wait_for
from webapp.cli.supervisor import tethered


class Part(Protocol):
    """Something that runs until it is killed; ``start`` returns when it answers."""

    def start(self) -> None: ...

    def kill(self) -> set[int]:
        """Kill it with SIGKILL and return the processes that died."""
        ...


class Engine(Part, Protocol):
    """A graph engine."""

    @property
    def settings(self) -> GraphSettings: ...


@dataclass
class Embedded:
    """The embedded graph engine."""

    folder: Path
    port: int = field(default_factory=free_port)

    def start(self) -> None:
        self.folder.mkdir(exist_ok=True)
        self._process, self.settings = start_embedded(self.folder, port=self.port)

    def kill(self) -> set[int]:
        self._process.kill()
        self._process.wait()
        return {self._process.pid}


@dataclass
class Neo4j:
    """A Neo4j of our own, with the jars that ``make test`` fetched."""

    folder: Path
    port: int = field(default_factory=free_port)

    @property
    def settings(self) -> GraphSettings:
        uri = f"bolt://127.0.0.1:{self.port}"
        return GraphSettings(uri=uri, user="neo4j", password="", database="neo4j")

    def start(self) -> None:
        jars = NEO4J_HOME / "lib"
        self.folder.mkdir(exist_ok=True)
        if jars.exists() and not (self.folder / "lib").exists():
            (self.folder / "lib").symlink_to(jars)
        command = [str(NEO4J_SERVER), "start", str(self.folder), str(self.port)]
        # Ready in half the time: it never lives long enough to earn back better machine code.
        quick = {"JAVA_TOOL_OPTIONS": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"}
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=os.environ | quick)

    def kill(self) -> set[int]:
        pid = int((self.folder / "run" / "pid").read_text(encoding="utf-8"))
        os.kill(pid, signal.SIGKILL)
        wait_for(lambda: not is_alive(pid))
        return {pid}


@dataclass
class Broker:
    """The embedded broker, which keeps on disk what it was given."""

    folder: Path

    def __post_init__(self) -> None:
        self._broker = EmbeddedBroker(
            folder=self.folder, port=free_port(), password=secrets.token_urlsafe(16)
        )
        self.url = self._broker.url

    def start(self) -> None:
        command = tethered(self._broker.command())
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        wait_until_answering(self.url)

    def kill(self) -> set[int]:
        self._process.kill()
        self._process.wait()
        return {self._process.pid}


@dataclass
class Celery:
    """A worker or a beat, with all the processes that it starts."""

    arguments: list[str]
    environ: Mapping[str, str]
    log: Path

    def start(self) -> None:
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                tethered([sys.executable, "-m", "tests.faults.process", *self.arguments]),
                cwd=ROOT,
                env=dict(self.environ),
                stdout=log,
                stderr=log,
                start_new_session=True,  # a group of its own, that can be killed as a whole
            )

    def kill(self) -> set[int]:
        dead = {self._process.pid, *self.children()}
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        return dead

    def is_running(self) -> bool:
        return self._process.poll() is None

    def children(self) -> list[int]:
        """Return the processes that run its jobs."""
        listed = Path(f"/proc/{self._process.pid}/task/{self._process.pid}/children")
        return [int(pid) for pid in listed.read_text(encoding="utf-8").split()]
