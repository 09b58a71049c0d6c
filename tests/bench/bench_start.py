"""Start-up time and memory of `lokale-energie run`, with the demo, after its pages were visited.

Memory is the proportional set size (PSS): what processes share is divided among them.
``python -m tests.bench.bench_start``; Linux only.
"""

import re
import signal
import subprocess
import tempfile
import time
from contextlib import suppress
from http.client import HTTPException
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

from tests.engines import free_port
from tests.runtime.processes import COMMAND, ROOT, environ, wait_for

PASSWORD = "bench-bench-bench"
VISITS = 10
PAGES = ("", "partners", "samenwerkingen", "kaart", "kaart/gegevens", "energie", "acties")
NAMES = {
    "graph engine": "graph.embedded",
    "broker": "valkey-server",
    "web": "gunicorn",
    "worker": "celery --app tasks.worker worker",
    "beat": "celery --app tasks.worker beat",
    "supervisor": "start.py run",
}
_TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')


def main() -> None:
    """Print two tables."""
    with tempfile.TemporaryDirectory() as folder:
        first = _run(Path(folder), visit=False)
        second = _run(Path(folder), visit=True)
    print("| start | seconds until healthy |\n|---|---|")
    print(f"| first, loads the demo | {first[0]:.1f} |\n| second | {second[0]:.1f} |\n")
    print("| process | memory, MB |\n|---|---|")
    for name, megabytes in second[1].items():
        print(f"| {name} | {megabytes:.0f} |")


def _run(folder: Path, *, visit: bool) -> tuple[float, dict[str, float]]:
    port = free_port()
    begun = time.monotonic()
    process = subprocess.Popen(
        [*COMMAND, "run"],
        cwd=ROOT,
        env=environ(DATA_DIR=folder, PORT=port, DEMO_PASSWORD=PASSWORD),
        stdout=subprocess.DEVNULL,
    )
    try:
        wait_for(lambda: _is_healthy(port), seconds=180)
        seconds = time.monotonic() - begun
        if visit:
            _visit(port)
        return seconds, _memory(family(process.pid))
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=60)


def _is_healthy(port: int) -> bool:
    try:
        with build_opener().open(f"http://127.0.0.1:{port}/healthz", timeout=5):
            return True
    except (URLError, HTTPException, OSError):
        return False


def _visit(port: int) -> None:
    base, browser = f"http://localhost:{port}", build_opener(HTTPCookieProcessor())

    def get(path: str, **fields: str) -> str:
        data = urlencode(fields).encode() if fields else None
        with browser.open(base + path, data=data, timeout=30) as answer:
            return answer.read().decode()

    found = _TOKEN.search(get("/aanmelden"))
    assert found
    account = {"email": "regisseur@voorbeeldstad.example", "wachtwoord": PASSWORD}
    get("/aanmelden", csrf_token=found[1], **account)
    for _visit_number in range(VISITS):
        for page in PAGES:
            get(f"/netwerken/voorbeeldstad/{page}")


def family(pid: int) -> list[int]:
    """Return a process and all that it started, by what the kernel says of parents."""
    found = [pid]
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(FileNotFoundError, ProcessLookupError):  # others end while we look
            status = (folder / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()
            if int(status[1]) == pid:
                found += family(int(folder.name))
    return found


def _memory(pids: list[int]) -> dict[str, float]:
    """Return the megabytes of each part; a part may be several processes."""
    found = dict.fromkeys(NAMES, 0.0)
    for pid in pids:
        command = Path(f"/proc/{pid}/cmdline").read_text(encoding="utf-8").replace("\0", " ")
        for name, sign in NAMES.items():
            if sign in command:
                found[name] += _proportional(pid)
                break
    return found


def _proportional(pid: int) -> float:
    text = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="utf-8")
    match = re.search(r"^Pss:\s+(\d+) kB", text, re.MULTILINE)
    assert match
    return int(match[1]) / 1024


if __name__ == "__main__":
    main()
