"""A backup holds everything, is refused when a byte differs, and can be put back anywhere."""

import hashlib
import json
import stat
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from redis import Redis

from graph.database import Graph
from graph.domain.calendar import local_day
from graph.domain.messages import NewMessage, skipped
from graph.domain.words import MessageKind, MessageReason
from graph.errors import NotFoundError
from graph.queries import known_labels, known_types
from graph.repositories import backups, people
from tasks import backup_file, pausing
from tasks import backups as keeping
from tasks.backup_file import BackupError, Manifest
from tasks.delivery import Delivery, send
from tasks.erasing import ERASED_LIST, remember
from tests.cypher import model_page
from tests.engines import embedded_engine, prepared
from tests.given import NOW, Given
from tests.tasks.world import post

Rows = Callable[..., list[dict[str, object]]]


@pytest.fixture
def full(given: Given, graph: Graph) -> Graph:
    """A small world with a user and a mail that waits."""
    _fill(given)
    return graph


def _fill(given: Given) -> None:
    given.network("noord")
    given.vocabulary()
    given.user("ana", "noord")
    school = given.actor("noord", "School 'De Brug' \u2603", domain_ids=("onderwijs",))
    club = given.actor("noord", "Club")
    given.collaboration("noord", "Samen sporten", school, club)
    given.moment("noord", actor_ids=(club,))
    given.mail(_digest("waits"))


@pytest.fixture
def file(full: Graph, tmp_path: Path) -> Path:
    path = tmp_path / "kopie.zip"
    backup_file.write(full, path)
    return path


def _digest(key: str) -> NewMessage:
    return NewMessage(
        key=key,
        kind=MessageKind.DIGEST,
        user_id="ana",
        network_id="noord",
        period_start=local_day(NOW),
        not_before=NOW,
    )


def test_all_that_the_model_names_is_in_a_backup() -> None:
    assert set(model_page.labels()) - known_labels() == {"SchemaVersion"}
    assert set(model_page.relationship_types()) - known_types() == set()


def test_what_was_removed_and_put_back_is_the_same(
    full: Graph, file: Path, test_broker: Redis, rows: Rows
) -> None:
    before, counted = backups.canon(full), _counts(rows)
    backups.remove_all(full)
    assert backups.is_empty(full)

    manifest = _restore(full, test_broker, file, replace=False, now=NOW)

    assert (manifest.canon, backups.canon(full), _counts(rows)) == (before, before, counted)
    assert manifest.nodes > 10
    assert manifest.ties > 10
    assert not pausing.is_paused(test_broker)


def test_a_trial_goes_from_the_embedded_engine_to_this_one(
    graph: Graph, test_broker: Redis, tmp_path: Path
) -> None:
    folder = tmp_path / "trial"
    folder.mkdir()
    with embedded_engine(folder) as settings:
        trial = prepared(settings)
        _fill(Given(trial))
        manifest = backup_file.write(trial, tmp_path / "proef.zip")
        trial.close()

    _restore(graph, test_broker, tmp_path / "proef.zip", replace=False, now=NOW)

    assert manifest.engine == "arcadedb"
    assert backups.canon(graph) == manifest.canon


def test_any_byte_that_differs_is_refused_and_nothing_is_touched(
    full: Graph, file: Path, test_broker: Redis
) -> None:
    before, whole = backups.canon(full), file.read_bytes()
    step = max(len(whole) // 60, 1)
    for place in [*range(0, len(whole), step), len(whole) - 1]:
        broken = bytearray(whole)
        broken[place] ^= 1
        file.write_bytes(broken)
        with pytest.raises(BackupError):
            _restore(full, test_broker, file, replace=True, now=NOW)

    assert backups.canon(full) == before
    assert backups.last_restore(full) is None


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"nodes": 1}, "de inhoud is anders dan de reservekopie van zichzelf zegt."),
        ({"data_version": 999}, "deze reservekopie is van een nieuwere versie"),
        ({"format": 999}, "deze reservekopie is van een nieuwere versie"),
        ({"unknown": 1}, "dit is geen reservekopie van Lokale Energie."),
    ],
)
def test_a_sealed_file_that_says_something_else_is_refused(
    file: Path, change: dict[str, object], problem: str
) -> None:
    with zipfile.ZipFile(file) as archive:
        manifest = json.loads(archive.read("manifest.json"))
        lines = archive.read("graph.ndjson")
    _seal(file, lines, manifest | change)

    with pytest.raises(BackupError) as error:
        backup_file.check(file)

    assert error.value.problem.startswith(problem)


def test_a_name_that_is_not_ours_is_never_put_into_a_statement(file: Path) -> None:
    with zipfile.ZipFile(file) as archive:
        manifest = json.loads(archive.read("manifest.json"))
    line = {"label": "X) DETACH DELETE (n", "properties": {"id": "a"}}
    _seal(file, json.dumps(line).encode(), manifest)

    with pytest.raises(BackupError) as error:
        backup_file.check(file)

    assert error.value.problem == "regel 1 noemt iets dat deze versie niet kent."


def test_a_backup_is_for_this_user_only_and_appears_as_a_whole(file: Path) -> None:
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path.name for path in file.parent.iterdir() if path.name.endswith("zip")] == [
        file.name
    ]


def test_data_are_replaced_only_by_who_says_so(
    full: Graph, file: Path, test_broker: Redis, given: Given
) -> None:
    kept = backup_file.check(file).canon
    given.actor("noord", "Later")

    with pytest.raises(keeping.NotEmptyError):
        _restore(full, test_broker, file, replace=False, now=NOW)
    assert backups.canon(full) != kept

    _restore(full, test_broker, file, replace=True, now=NOW)
    assert backups.canon(full) == kept


def test_a_restore_that_is_cut_short_is_seen_and_can_be_run_again(
    full: Graph, file: Path, test_broker: Redis, tmp_path: Path
) -> None:
    def look() -> bool:
        return keeping.works(full, test_broker, tmp_path, now=datetime.now(UTC))

    assert look()
    backups.begin_restore(full, now=NOW)
    backups.remove_all(full)
    backups.write_all(full, list(backup_file.read(file))[:12])
    assert not look()

    _restore(full, test_broker, file, replace=False, now=NOW)

    assert look()
    assert backups.canon(full) == backup_file.check(file).canon


def test_mail_that_was_due_before_the_restore_is_not_sent_again(
    full: Graph, file: Path, test_broker: Redis, given: Given, tmp_path: Path
) -> None:
    _restore(full, test_broker, file, replace=True, now=NOW + timedelta(hours=1))
    given.mail(_digest("found late"), now=NOW + timedelta(minutes=30))
    given.mail(_digest("later"), now=NOW + timedelta(hours=2))
    taken: list[EmailMessage] = []
    delivery = Delivery(
        post=post(full, tmp_path), deliver=taken.append, clock=lambda: NOW + timedelta(hours=3)
    )

    before = [send(delivery, key) for key in ("waits", "found late")]
    after = send(delivery, "later")

    assert before == [skipped(MessageReason.RESTORED)] * 2
    assert after
    assert after.reason is not MessageReason.RESTORED


def test_who_was_erased_since_is_erased_again(
    full: Graph, test_broker: Redis, given: Given, tmp_path: Path
) -> None:
    person_id = given.person("noord", "Kanarie de Vries")
    backup_file.write(full, tmp_path / "kopie.zip")
    remember(tmp_path / ERASED_LIST, network_id="noord", person_id=person_id, keep=[], now=NOW)

    _restore(full, test_broker, tmp_path / "kopie.zip", replace=True, now=NOW)

    with pytest.raises(NotFoundError):
        people.get(full, network_id="noord", person_id=person_id)


def test_each_night_one_backup_and_the_old_ones_go(
    full: Graph, tmp_path: Path, test_broker: Redis
) -> None:
    for days in range(40):
        keeping_at = NOW - timedelta(days=39 - days)
        (tmp_path / keeping_at.strftime("lokale-energie-%Y-%m-%dT%H%M%SZ.zip")).touch()
    (tmp_path / "lokale-energie-van-mij.zip").touch()

    path = keeping.make(full, tmp_path, now=NOW + timedelta(days=1))

    assert backup_file.check(path).canon == backups.canon(full)
    assert keeping.newest(tmp_path) == NOW + timedelta(days=1)
    assert len(keeping.kept(tmp_path)) == 15 + 2  # two weeks, and the first of two months
    assert (tmp_path / "lokale-energie-van-mij.zip").exists()


def test_a_folder_that_cannot_be_written_is_an_error(full: Graph) -> None:
    with pytest.raises(OSError, match="Not a directory"):
        keeping.make(full, Path("/dev/null/backup"), now=NOW)


def _restore(graph: Graph, broker: Redis, file: Path, **how: Any) -> Manifest:
    return keeping.restore(graph, broker, file, erased=file.parent / ERASED_LIST, **how)


def _counts(rows: Rows) -> list[dict[str, object]]:
    nodes = rows("MATCH (n) RETURN labels(n)[0] AS what, count(*) AS many ORDER BY what")
    ties = rows("MATCH (n)-[r]->() RETURN type(r) AS what, count(*) AS many ORDER BY what")
    return [each for each in nodes + ties if each["what"] != "SchemaVersion"]


def _seal(path: Path, lines: bytes, manifest: dict[str, object]) -> None:
    """Write a file whose seal is right, whatever it says."""
    with zipfile.ZipFile(path, "w") as archive:
        archive.comment = b"0" * 64
        archive.writestr("graph.ndjson", lines)
        archive.writestr("manifest.json", json.dumps(manifest))
    body = path.read_bytes()[:-64]
    path.write_bytes(body + hashlib.sha256(body).hexdigest().encode())
