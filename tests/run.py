"""``make test``: the suite on the embedded engine, and on a real Neo4j when the machine can.

Both at once, since either waits for its engine much of the time; what the second prints comes
when the first is done.
The last lines say what ran on which engine, in counts that pytest printed. What did not run is
told with its reason; with ``CI=true`` everything must run, and a skipped test is a failure.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.engines import free_port

ROOT = Path(__file__).resolve().parents[1]
NEO4J_SERVER = ROOT / "tests" / "neo4j" / "neo4j-server"
NEO4J_HOME = ROOT / ".tools" / "neo4j"
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")

_COUNT = re.compile(r"(\d+) (passed|failed|errors?|skipped|xfailed|xpassed)")
_SUMMARY = re.compile(r"^(=+ )?\d+ (passed|failed|error|skipped|deselected|xfailed|xpassed).* in ")


@dataclass(frozen=True)
class Outcome:
    """What pytest said about one engine."""

    engine: str
    exit_code: int
    counts: dict[str, int]

    def good(self, *, nothing_skipped: bool) -> bool:
        return self.exit_code == 0 and not (nothing_skipped and self.counts.get("skipped"))

    def __str__(self) -> str:
        passed = f"{self.counts.get('passed', 0)} passed"
        rest = [f"{n} {word}" for word, n in self.counts.items() if word != "passed"]
        return f"{self.engine}: {', '.join([passed, *rest])}"


def main(arguments: list[str]) -> int:
    """Run both passes; returns the exit code. ``arguments`` go to pytest."""
    required = os.environ.get("CI") == "true"
    missing: list[str] = []
    why = _why_no_neo4j()
    with ThreadPoolExecutor() as aside:
        later: list[str] = []
        second = None if why else aside.submit(_neo4j_pass, arguments, later.append)
        outcomes = [_arcadedb(arguments, missing)]
        if second:
            outcomes.append(second.result())
            print("".join(later), end="")
    if why:
        missing.append(f"neo4j: not run, {why}")
    print()
    for line in [*missing, *outcomes]:
        print(line)
    good = all(outcome.good(nothing_skipped=required) for outcome in outcomes)
    return 0 if good and not (required and missing) else 1


def _arcadedb(arguments: list[str], missing: list[str]) -> Outcome:
    environ = {name: value for name, value in os.environ.items() if name != "TEST_NEO4J_URI"}
    if any(shutil.which(name) for name in CHROMIUM):
        return _pytest("arcadedb", ["-m", "not storm", *arguments], environ, _now)
    missing.append("browser: not run, Chromium is not here (sudo apt install chromium)")
    return _pytest("arcadedb", ["-m", "not storm and not browser", *arguments], environ, _now)


def _neo4j_pass(arguments: list[str], say: Callable[[str], None]) -> Outcome:
    once = ["-m", "not once and not browser"]
    with _neo4j() as uri:
        return _pytest("neo4j", [*once, *arguments], {**os.environ, "TEST_NEO4J_URI": uri}, say)


def _now(line: str) -> None:
    print(line, end="", flush=True)


def _why_no_neo4j() -> str | None:
    if "TEST_NEO4J_URI" in os.environ:
        return None
    absent = [name for name in ("java", "mvn") if not shutil.which(name)]
    if not absent:
        return None
    return f"{' and '.join(absent)} not here (sudo apt install default-jre-headless maven)"


@contextmanager
def _neo4j() -> Generator[str]:
    if uri := os.environ.get("TEST_NEO4J_URI"):
        yield uri
        return
    shutil.rmtree(NEO4J_HOME / "data", ignore_errors=True)
    start = [str(NEO4J_SERVER), "start", str(NEO4J_HOME), str(free_port())]
    # Its output goes to a file: the server would keep a pipe open.
    subprocess.run(start, check=True, stdout=subprocess.DEVNULL)
    try:
        yield f"bolt://127.0.0.1:{start[-1]}"
    finally:
        subprocess.run([str(NEO4J_SERVER), "stop", str(NEO4J_HOME)], check=True)


def _pytest(
    engine: str, arguments: list[str], environ: dict[str, str], say: Callable[[str], None]
) -> Outcome:
    say(f"\n{engine}:\n")
    process = subprocess.Popen(
        [sys.executable, "-m", "pytest", "-q", "-rs", *arguments],
        cwd=ROOT,
        env=environ,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    summary = ""
    for line in process.stdout:
        say(line)
        summary = line if _SUMMARY.match(line) else summary
    counts = {word: int(count) for count, word in _COUNT.findall(summary)}
    return Outcome(engine, process.wait(), counts)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
