"""``lokale-energie run`` as a newcomer meets it: start, look, break, stop, start again."""

import json
import os
import re
import signal
import stat
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tasks import heartbeat
from tasks.broker import connect_broker
from tests.engines import free_port
from tests.runtime.processes import (
    COMMAND,
    ROOT,
    environ,
    listening,
    lokale_energie,
    wait_for,
    with_in_environment,
)
from webapp.cli.checks import port_of
from webapp.cli.refusal import Refusal

START_SECONDS = 120
PARTS = ("graph.embedded", "valkey-server", "gunicorn", " worker", " beat")

pytestmark = [
    pytest.mark.once,
    pytest.mark.skipif(sys.platform != "linux", reason="looks at processes in /proc"),
]


@dataclass(frozen=True)
class Installation:
    """A run in the background, with what it says on screen in ``screen``."""

    folder: Path
    port: int
    screen: Path
    process: "subprocess.Popen[bytes]"

    @property
    def said(self) -> str:
        return self.screen.read_text(encoding="utf-8")

    def health(self) -> dict[str, str]:
        """Return what /healthz answers; empty when nothing answers."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/healthz") as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            return json.load(error)
        except OSError:
            return {}

    def works(self) -> bool:
        return bool(self.health()) and set(self.health().values()) == {"ok"}

    def pid_of(self, words: str) -> int | None:
        """Return the process that the supervisor runs with ``words`` in its command, if any."""
        answer = subprocess.run(
            ["ps", "-ww", "-o", "pid=,args=", "--ppid", str(self.process.pid)],
            capture_output=True,
            text=True,
            check=False,
        )
        pids = [line.split()[0] for line in answer.stdout.splitlines() if words in line]
        return int(pids[0]) if pids else None

    def forget_signs_of_life(self) -> None:
        """Wipe what worker and beat left, so that only what they leave from now on counts."""
        addresses = json.loads((self.folder / "run.json").read_text(encoding="utf-8"))
        with connect_broker(addresses["REDIS_URL"]) as broker:
            heartbeat.forget(broker)

    def command(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        return lokale_energie(*arguments, DATA_DIR=self.folder)


@contextmanager
def running(folder: Path, **settings: str) -> Generator[Installation]:
    """Start on ``folder`` and wait for the address; afterwards stop it as Ctrl-C does."""
    port, screen = free_port(), folder.with_suffix(".screen")
    with screen.open("wb") as output:
        process = subprocess.Popen(
            [*COMMAND, "run"],
            cwd=ROOT,
            env=environ(DATA_DIR=folder, PORT=port, PYTHONUNBUFFERED=1, **settings),
            stdout=output,
            stderr=output,
        )
    installation = Installation(folder, port, screen, process)
    try:
        wait_for(
            lambda: "Stoppen: Ctrl-C" in installation.said or process.poll() is not None,
            seconds=START_SECONDS,
        )
        assert process.poll() is None, installation.said
        yield installation
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=60)


@pytest.fixture(scope="module")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Generator[Installation]:
    with running(tmp_path_factory.mktemp("run") / "var") as installation:
        yield installation


def test_everything_works_and_the_way_in_is_printed(installation: Installation) -> None:
    password = (installation.folder / "secrets" / "demo-password").read_text(encoding="utf-8")

    assert installation.works()
    assert f"Open http://localhost:{installation.port}\n" in installation.said
    accounts = re.findall(
        r"^  (\S+)@voorbeeldstad\.example +(\S+)$", installation.said, re.MULTILINE
    )
    assert accounts == [
        (name, password) for name in ("beheerder", "regisseur", "redacteur", "lezer")
    ]


def test_status_says_the_same_as_healthz(installation: Installation) -> None:
    wait_for(installation.works)
    status = installation.command("status")

    assert status.returncode == 0
    assert [line.split() for line in status.stdout.splitlines()] == [
        ["database", "werkt"],
        ["wachtrij", "werkt"],
        ["werker", "werkt"],
        ["klok", "werkt"],
        ["mail", "werkt"],
        ["reservekopie", "werkt"],
    ]


def test_secrets_are_for_this_user_only(installation: Installation) -> None:
    files = [
        *(installation.folder / "secrets").iterdir(),
        installation.folder / "run.json",
        installation.folder / "broker" / "valkey.conf",
    ]

    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}


def test_nothing_listens_beyond_loopback(installation: Installation) -> None:
    heard = listening(with_in_environment(f"DATA_DIR={installation.folder}"))

    assert installation.port in {port for _, port in heard}
    assert {address for address, _ in heard} <= {"127.0.0.1", "::1"}


def test_a_second_run_on_the_same_folder_is_refused(installation: Installation) -> None:
    again = lokale_energie("run", DATA_DIR=installation.folder, PORT=free_port())

    assert (again.returncode, again.stdout) == (1, "")
    assert again.stderr == (
        f"De map {installation.folder} is al in gebruik: Lokale Energie draait daar al. "
        "Stop die eerst met Ctrl-C, of kies een andere map: DATA_DIR=./var2 make run\n"
    )


def test_a_taken_port_is_refused(installation: Installation, tmp_path: Path) -> None:
    other = lokale_energie("run", DATA_DIR=tmp_path, PORT=installation.port)

    assert (other.returncode, other.stdout) == (1, "")
    assert other.stderr == (
        f"Poort {installation.port} is al bezet. "
        f"Kies een andere: PORT={installation.port + 1} make run\n"
    )


def test_killed_parts_come_back_and_work(installation: Installation) -> None:
    killed = {words: installation.pid_of(words) for words in PARTS}
    assert None not in killed.values()
    for pid in killed.values():
        os.kill(pid or 0, signal.SIGKILL)

    for words, pid in killed.items():
        wait_for(lambda words=words, pid=pid: installation.pid_of(words) not in (None, pid))
    wait_for(lambda: installation.health().get("broker") == "ok")
    installation.forget_signs_of_life()
    wait_for(installation.works)

    told = re.findall(
        r"^(De \w+) is gestopt \(code -9\) en start over", installation.said, re.MULTILINE
    )
    assert sorted(told) == ["De database", "De klok", "De wachtrij", "De website", "De werker"]


def test_an_account_can_be_made_while_it_runs(installation: Installation) -> None:
    wait_for(installation.works)
    arguments = ["create-user", "--email", "Anna@Stad.example", "--name", "Anna"]
    membership = ["--network", "voorbeeldstad", "--role", "editor", "--password", "een lang woord"]
    made = installation.command(*arguments, *membership)
    again = installation.command(*arguments, *membership)

    assert (made.returncode, made.stdout) == (
        0,
        "Het account van Anna (Anna@Stad.example) is gemaakt.\n",
    )
    assert (again.returncode, again.stderr) == (
        1,
        "Er is al een account met het adres Anna@Stad.example.\n",
    )


def test_it_ends_without_a_process_and_starts_again_without_loading(tmp_path: Path) -> None:
    folder = tmp_path / "var"
    with running(folder, BASE_URL="http://energie.noord.example") as first:
        assert "De voorbeeldnetwerken worden geladen" in first.said
        assert first.said.startswith("Let op: BASE_URL begint met http: cookies gaan leesbaar")
        assert len(with_in_environment(f"DATA_DIR={folder}")) > 5
    assert first.process.returncode == 0
    assert first.said.endswith("Alles is gestopt.\n")
    assert with_in_environment(f"DATA_DIR={folder}") == []

    with running(folder) as second:
        assert "De voorbeeldnetwerken worden geladen" not in second.said
        assert second.works()
        second.process.kill()
        wait_for(lambda: with_in_environment(f"DATA_DIR={folder}") == [])


def test_a_folder_that_cannot_be_written_is_refused() -> None:
    refused = lokale_energie("run", DATA_DIR="/dev/null/var", PORT=free_port())

    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr == (
        "In de map /dev/null/var kan niet worden geschreven (Not a directory). "
        "Kies een andere: DATA_DIR=~/lokale-energie make run\n"
    )


@pytest.mark.parametrize("port", ["web", "0", "70000", "-1", "", "\uff15\uff10"])
def test_what_is_no_port_is_refused(port: str) -> None:
    with pytest.raises(Refusal) as refusal:
        port_of({"PORT": port})

    assert refusal.value.message == f"PORT={port} is geen poort. Kies er een: PORT=5000 make run"


def test_a_missing_package_is_told_with_the_command_that_helps() -> None:
    [python, script] = COMMAND
    without_packages = [python, "-S", script, "--help"]
    told = subprocess.run(without_packages, capture_output=True, text=True, check=False)

    assert (told.returncode, told.stdout) == (1, "")
    assert re.fullmatch(r"Het pakket \w+ ontbreekt. Voer uit: make install\n", told.stderr)


def test_a_command_without_a_run_says_how_to_start(tmp_path: Path) -> None:
    told = lokale_energie("status", DATA_DIR=tmp_path)

    assert (told.returncode, told.stderr) == (
        1,
        "Lokale Energie draait niet. Start met: make run\n",
    )
