"""``lokale-energie backup``, ``restore`` and ``doctor``, as an administrator uses them."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from redis import Redis

from graph.database import Graph
from graph.repositories import backups
from tasks import worker
from tests.given import Given
from webapp.cli import main


@pytest.fixture(autouse=True)
def own_settings(environment: None) -> Iterator[None]:
    """Let what this process kept of its settings be read again, now and afterwards."""
    worker.task_settings.cache_clear()
    yield
    worker.task_settings.cache_clear()


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def test_out_and_in_again_ends_the_sessions(
    graph: Graph, given: Given, test_broker: Redis, tmp_path: Path
) -> None:
    given.network("noord")
    test_broker.set("session:x", "y")
    test_broker.set("names:noord", "y")
    before, file = backups.canon(graph), str(tmp_path / "noord.zip")

    made = run("backup", file)
    refused = run("restore", file)
    put_back = run("restore", file, "--replace")

    assert (made.exit_code, refused.exit_code, put_back.exit_code) == (0, 1, 0)
    assert f"Controlegetal: {before}" in made.stdout
    assert refused.stderr.startswith("Er staan al gegevens in de database.")
    assert f"Controlegetal: {before}" in put_back.stdout
    assert backups.canon(graph) == before
    assert not test_broker.exists("session:x")


def test_what_is_no_backup_is_said_in_one_line(graph: Graph, tmp_path: Path) -> None:
    (tmp_path / "brief.zip").write_text("geen reservekopie")

    refused = [run("restore", str(tmp_path / name)) for name in ("brief.zip", "er-is-niets.zip")]
    unwritable = run("backup", "/dev/null/x.zip")

    assert [each.exit_code for each in (*refused, unwritable)] == [1, 1, 1]
    assert "dit bestand is niet heel" in refused[0].stderr
    assert "dit bestand is niet te lezen" in refused[1].stderr
    assert unwritable.stderr.startswith("/dev/null/x.zip is niet te schrijven")


@pytest.mark.once
def test_doctor_says_for_each_fault_what_to_do(
    graph: Graph, test_broker: Redis, tmp_path: Path
) -> None:
    secrets = tmp_path / "data" / "secrets"
    secrets.mkdir(parents=True)
    (secrets / "key").touch(mode=0o644)

    told = run("doctor", "--json")
    findings = {(each["part"], each["said"]): each for each in json.loads(told.stdout)}

    assert told.exit_code == 1
    assert findings[("database", "LOAD CSV leest geen bestanden")]["state"] == "good"
    assert findings[("wachtrij", "maxmemory-policy is noeviction")]["state"] == "good"
    assert findings[("wachtrij", "er is een wachtwoord")]["state"] == "good"
    assert findings[("tijd", "de klokken lopen gelijk")]["state"] == "good"
    wide = findings[("rechten", f"{secrets / 'key'} is voor iedereen te lezen")]
    assert (wide["state"], wide["advice"]) == ("bad", f"Voer uit: chmod 600 {secrets / 'key'}")
    assert {each["part"] for each in findings.values() if each["state"] == "bad"} == {
        *("rechten", "werker", "klok")
    }
    assert all(each["advice"] for each in findings.values() if each["state"] == "bad")


@pytest.mark.once
def test_doctor_looks_no_further_when_the_settings_are_wrong(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PORT", "web")

    told = run("doctor")

    assert told.exit_code == 1
    assert told.stdout.startswith("fout    instellingen  PORT=web is geen poort.")
    assert "database" not in told.stdout
