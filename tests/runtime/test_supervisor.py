"""The supervisor with small children: restart, stubbornness, a child that does not start."""

import os
import signal
import sys
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.runtime.processes import is_alive, wait_for
from webapp.cli.refusal import Refusal
from webapp.cli.supervisor import Child, Supervisor

pytestmark = pytest.mark.once

_BUSY = "import os, time; print(os.getpid(), flush=True); time.sleep(600)"
_STUBBORN = f"import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); {_BUSY}"
_PARENT = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {_BUSY!r}]); {_BUSY}"


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def supervisor(said: list[str]) -> Generator[Supervisor]:
    supervisor = Supervisor(said.append)
    yield supervisor
    supervisor.stop()


def test_a_child_that_dies_is_started_again_and_that_is_told(
    supervisor: Supervisor, said: list[str], tmp_path: Path
) -> None:
    supervisor.start(_child(tmp_path, _BUSY))
    wait_for(lambda: len(_pids(tmp_path)) == 1)
    os.kill(_pids(tmp_path)[0], signal.SIGKILL)

    with _interrupted_when(lambda: len(_pids(tmp_path)) == 2), pytest.raises(KeyboardInterrupt):
        supervisor.watch()

    first, second = _pids(tmp_path)
    assert (is_alive(first), is_alive(second)) == (False, True)
    assert said == [
        f"De proef is gestopt (code -9) en start over 1 s opnieuw. Zie {tmp_path / 'log'}"
    ]


def test_stop_leaves_nothing_of_a_child_that_does_not_listen(
    supervisor: Supervisor, said: list[str], tmp_path: Path
) -> None:
    supervisor.start(_child(tmp_path, _STUBBORN, stop_seconds=0.5))
    wait_for(lambda: len(_pids(tmp_path)) == 1)

    supervisor.stop()

    assert not is_alive(_pids(tmp_path)[0])
    assert said == ["De proef stopt niet vanzelf en wordt afgebroken."]


def test_stop_leaves_nothing_of_what_a_child_started(
    supervisor: Supervisor, said: list[str], tmp_path: Path
) -> None:
    supervisor.start(_child(tmp_path, _PARENT))
    wait_for(lambda: len(_pids(tmp_path)) == 2)

    supervisor.stop()

    wait_for(lambda: not any(map(is_alive, _pids(tmp_path))), seconds=5)
    assert said == []


def test_a_child_that_does_not_start_shows_the_end_of_its_log(
    supervisor: Supervisor, tmp_path: Path
) -> None:
    supervisor.start(_child(tmp_path, "raise SystemExit('geen geheugen')", ready=False))

    with pytest.raises(Refusal) as refusal:
        supervisor.wait_until_ready()

    assert refusal.value.message.splitlines() == [
        f"De proef start niet. Het einde van {tmp_path / 'log'}:",
        "geen geheugen",
    ]


def _child(folder: Path, program: str, *, ready: bool = True, stop_seconds: float = 5) -> Child:
    return Child(
        name="De proef",
        command=[sys.executable, "-c", program],
        environ=os.environ,
        log=folder / "log",
        answers=lambda: ready,
        stop_seconds=stop_seconds,
    )


def _pids(folder: Path) -> list[int]:
    return [int(line) for line in (folder / "log").read_text(encoding="utf-8").split()]


@contextmanager
def _interrupted_when(condition: Callable[[], bool]) -> Generator[None]:
    """Press Ctrl-C as soon as the condition holds, or when it does not come true in time.

    A shell that runs the tests in the background lets them ignore Ctrl-C.
    """
    before = signal.signal(signal.SIGINT, signal.default_int_handler)

    def press() -> None:
        try:
            wait_for(condition)
        finally:
            os.kill(os.getpid(), signal.SIGINT)

    presser = threading.Thread(target=press)
    presser.start()
    yield
    presser.join()
    signal.signal(signal.SIGINT, before)
