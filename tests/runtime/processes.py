"""Run the command ``lokale-energie`` as a person does, and look at the processes it leaves."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from ipaddress import IPv4Address, IPv6Address
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, str(ROOT / "webapp" / "cli" / "start.py")]

# What would point the command at something else than an installation of its own.
_FOREIGN = {"NEO4J_URI", "REDIS_URL", "SECRET_KEY", "DEMO_PASSWORD", "DATA_DIR", "PORT"}


def environ(**settings: object) -> dict[str, str]:
    """Return the environment of this process with only these settings of the product."""
    kept = {name: value for name, value in os.environ.items() if name not in _FOREIGN}
    return kept | {name: str(value) for name, value in settings.items()}


def lokale_energie(*arguments: str, **settings: object) -> "subprocess.CompletedProcess[str]":
    """Run one command to its end."""
    return subprocess.run(
        [*COMMAND, *arguments],
        cwd=ROOT,
        env=environ(**settings),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def wait_for(condition: Callable[[], bool], *, seconds: float = 120) -> None:
    """Wait until it is so, or fail."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.1)


def is_alive(pid: int) -> bool:
    """Return whether a process runs; one that only waits to be noticed does not."""
    try:
        os.kill(pid, 0)
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except (ProcessLookupError, FileNotFoundError):
        return False
    return state != "Z"


def with_in_environment(text: str) -> list[int]:
    """Return the processes of this machine that have ``text`` in their environment."""
    found: list[int] = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if text.encode() in (folder / "environ").read_bytes():
                found.append(int(folder.name))
        except OSError:
            continue
    return [pid for pid in found if is_alive(pid)]


def listening(pids: Iterable[int]) -> set[tuple[str, int]]:
    """Return the addresses and ports on which these processes wait for a caller."""
    sockets = {
        match[1]
        for pid in pids
        for handle in Path(f"/proc/{pid}/fd").iterdir()
        if (match := re.fullmatch(r"socket:\[(\d+)\]", _target(handle)))
    }
    lines = [
        line.split()
        for table in ("/proc/net/tcp", "/proc/net/tcp6")
        for line in Path(table).read_text(encoding="utf-8").splitlines()[1:]
    ]
    # Columns of the kernel: 1 the local address, 3 the state (0A listens), 9 the socket.
    return {_address(line[1]) for line in lines if line[3] == "0A" and line[9] in sockets}


def _target(handle: Path) -> str:
    try:
        return str(handle.readlink())
    except FileNotFoundError:
        return ""  # closed since it was listed


def _address(text: str) -> tuple[str, int]:
    digits, port = text.split(":")
    # Each group of eight digits is one number in the byte order of the machine.
    raw = b"".join(bytes.fromhex(digits[i : i + 8])[::-1] for i in range(0, len(digits), 8))
    address = IPv4Address(raw) if len(raw) == 4 else IPv6Address(raw)
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return str(mapped or address), int(port, 16)
