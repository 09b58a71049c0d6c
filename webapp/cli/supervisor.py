"""Keeps the parts of an installation running: starts, restarts and stops their processes."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from webapp.cli.refusal import Refusal

ROOT = Path(__file__).resolve().parents[2]

_TETHER = str(Path(__file__).with_name("tether.py"))
_LOOK_EVERY = 0.1
_STEADY_SECONDS = 60.0
_LONGEST_PAUSE = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Child:
    """A process of the installation. ``answers`` says whether it is ready for work."""

    name: str
    command: list[str]
    environ: Mapping[str, str]
    log: Path
    answers: Callable[[], bool]
    stop_seconds: float = 15.0


@dataclass(slots=True)
class _Running:
    child: Child
    process: "subprocess.Popen[bytes]"
    started_at: float
    failures: int = 0
    restart_at: float | None = field(default=None)


class Supervisor:
    """Runs children until it is told to stop; use it from one thread only.

    ``say`` gets one Dutch line for each thing that a person wants to know.
    """

    def __init__(self, say: Callable[[str], None]) -> None:
        self._say = say
        self._running: list[_Running] = []

    def start(self, child: Child) -> None:
        """Start a child; it ends with this process, also when this process is killed."""
        self._running.append(_Running(child, _launch(child), time.monotonic()))

    def wait_until_ready(self, *, seconds: float = 60.0) -> None:
        """Wait until every child answers.

        Raises Refusal, with the end of its log, when one stops or does not answer in time.
        """
        end = time.monotonic() + seconds
        for running in self._running:
            while not running.child.answers():
                if running.process.poll() is not None or time.monotonic() > end:
                    raise Refusal(_did_not_start(running.child))
                time.sleep(_LOOK_EVERY)

    def watch(self) -> None:
        """Restart what dies, for ever; KeyboardInterrupt ends it."""
        while True:
            for running in self._running:
                self._look_after(running)
            time.sleep(_LOOK_EVERY)

    def stop(self) -> None:
        """Stop all children, the newest first, and leave no process behind.

        Children that were started last lean on those before them. What does not stop in its
        time is killed, with everything that it started.
        """
        for running in reversed(self._running):
            _signal(running.process, signal.SIGTERM)
            try:
                running.process.wait(timeout=running.child.stop_seconds)
            except subprocess.TimeoutExpired:
                self._say(f"{running.child.name} stopt niet vanzelf en wordt afgebroken.")
            _kill_group(running.process)
            running.process.wait()
        self._running.clear()

    def _look_after(self, running: _Running) -> None:
        now = time.monotonic()
        if running.restart_at is not None:
            if now >= running.restart_at:
                running.process, running.started_at = _launch(running.child), now
                running.restart_at = None
        elif (code := running.process.poll()) is not None:
            _kill_group(running.process)
            steady = now - running.started_at > _STEADY_SECONDS
            running.failures = 1 if steady else running.failures + 1
            pause = min(2.0 ** (running.failures - 1), _LONGEST_PAUSE)
            running.restart_at = now + pause
            self._say(
                f"{running.child.name} is gestopt (code {code}) en start over {pause:.0f} s "
                f"opnieuw. Zie {running.child.log}"
            )


def tethered(command: list[str]) -> list[str]:
    """Return ``command`` so that it ends with the process that starts it."""
    return [sys.executable, "-I", "-S", _TETHER, str(os.getpid()), *command]


def _launch(child: Child) -> "subprocess.Popen[bytes]":
    with child.log.open("ab") as log:
        return subprocess.Popen(  # noqa: S603 -- our own commands  # nosec B603
            tethered(child.command),
            cwd=ROOT,
            env=dict(child.environ),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,  # Ctrl-C in the terminal reaches only the supervisor
        )


def _signal(process: "subprocess.Popen[bytes]", number: signal.Signals) -> None:
    if process.poll() is None:
        process.send_signal(number)


def _kill_group(process: "subprocess.Popen[bytes]") -> None:
    # macOS answers EPERM for a group of which only a zombie is left.
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)


def _did_not_start(child: Child) -> str:
    lines = child.log.read_text(encoding="utf-8", errors="replace").splitlines()[-15:]
    return "\n".join([f"{child.name} start niet. Het einde van {child.log}:", *lines])
