"""SIGTERM: each part ends by itself, in time, and first finishes what somebody waits for.

Worker and beat are stopped so in ``test_worker.py``, the whole product in ``test_run.py``.
"""

import json
import os
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from graph.settings import GraphSettings
from tests.engines import free_port, start_embedded
from tests.runtime.processes import ROOT, wait_for
from webapp.cli.children import web_command

IN_TIME = 15

pytestmark = pytest.mark.once


def test_the_embedded_engine_ends_well(tmp_path: Path) -> None:
    process, _settings = start_embedded(tmp_path)

    assert _stopped(process) == 0
    assert "SIGSEGV" not in (tmp_path / "engine.log").read_text(encoding="utf-8", errors="replace")


@pytest.mark.skipif(sys.platform != "linux", reason="looks at sockets as Linux has them")
def test_the_website_answers_who_waits_and_then_ends(
    engine_settings: GraphSettings, redis_url: str, tmp_path: Path
) -> None:
    port = free_port()
    with (tmp_path / "log").open("wb") as log:
        process = subprocess.Popen(
            web_command(f"127.0.0.1:{port}"),
            cwd=ROOT,
            env=_environ(engine_settings, redis_url, tmp_path),
            stdout=log,
            stderr=log,
        )
    wait_for(lambda: _ask(port, "/healthz/live") == {"web": "ok"})
    answers: list[dict[str, str]] = []
    # Without a beat it asks around for a worker, for a second.
    waiting = threading.Thread(target=lambda: answers.append(_ask(port, "/healthz")))
    waiting.start()
    time.sleep(0.3)

    code = _stopped(process)
    waiting.join()

    assert code == 0
    assert [answer["graph"] for answer in answers] == ["ok"]


def _stopped(process: "subprocess.Popen[bytes]") -> int:
    process.terminate()
    return process.wait(timeout=IN_TIME)


def _ask(port: int, path: str) -> dict[str, str]:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=30) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as error:
        return json.load(error)
    except OSError:
        return {}


def _environ(engine: GraphSettings, redis_url: str, folder: Path) -> dict[str, str]:
    return os.environ | {
        "REDIS_URL": redis_url,
        "NEO4J_URI": engine.uri,
        "NEO4J_USER": engine.user,
        "NEO4J_PASSWORD": engine.password,
        "NEO4J_DATABASE": engine.database,
        "SECRET_KEY": "for tests only " * 3,
        "DATA_DIR": str(folder),
    }
