"""Personal data: told, handed over as a whole, erased everywhere; and who looked."""

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from flask import Flask
from flask.testing import FlaskClient
from structlog.testing import capture_logs

from graph.domain.words import Role
from graph.repositories import people
from tasks import access_log
from tasks.erasing import ERASED_LIST, remember, replay_erased
from tests.given import ANA, NOW, TODAY, Given
from tests.webapp.browse import check_page, client_of, post
from webapp.cli import main
from webapp.settings import WebSettings

Rows = Callable[..., list[dict[str, object]]]

NAME, EMAIL, PHONE = "Kanarie Zeldzaam", "kanarie@debrug.example", "06 13579246"
TRACES = ("kanarie", "zeldzaam", "13579246", "1357 9246")
EVERYTHING = """MATCH (n) RETURN properties(n) AS found
    UNION ALL MATCH ()-[r]->() RETURN properties(r) AS found"""


@pytest.fixture
def canary(given: Given) -> str:
    """Somebody whose rare name stands in every kind of place."""
    given.network("noord")
    given.user("ana", "noord", Role.REGISSEUR)
    brug = given.actor("noord", "De Brug", description=f"Vraag naar {NAME.upper()}.", email=EMAIL)
    plons = given.actor("noord", "De Plons", aliases=("Plons", f"Bij {NAME}"))
    position = given.position("noord", brug, "Coördinator", phone=PHONE)
    person = given.person("noord", NAME, email=EMAIL, phone=PHONE)
    given.hold("noord", position, person)
    people.update(
        given.graph,
        network_id="noord",
        person_id=person,
        version=1,
        fields=people.PersonFields(name=NAME, email=EMAIL, phone="06-13579246"),
        by=ANA,
        now=NOW,
    )
    given.moment(
        "noord",
        actor_ids=(brug,),
        position_ids=(position,),
        note=f"{NAME} belt terug op 0613579246",
    )
    given.moment("noord", actor_ids=(plons,), note="kanarie zeldzaam kwam langs (+31 6 1357 9246)")
    given.followup("noord", f"Bel {NAME}", actor_ids=(brug,))
    given.collaboration("noord", f"Koor van {NAME}", brug, plons, goal=f"{NAME} zingt mee")
    given.person("noord", "Kanarie Anders", email="anders@debrug.example")
    return person


@pytest.fixture
def folder(web: Flask) -> Path:
    """Where the files beside the graph are."""
    settings = web.extensions["web_settings"]
    assert isinstance(settings, WebSettings)
    return settings.data_dir


@pytest.fixture
def regisseur(web: Flask, canary: str) -> FlaskClient:
    assert canary
    return client_of(web, "ana")


def _left(rows: Rows, words: tuple[str, ...] = TRACES) -> list[str]:
    texts = [str(row["found"]) for row in rows(EVERYTHING)]
    others = "Kanarie Anders", "kanarie anders", "anders, kanarie", "anders@debrug.example"
    return [
        text for text in texts if any(word in _without(text, others).lower() for word in words)
    ]


def _without(text: str, others: tuple[str, ...]) -> str:
    for other in others:
        text = text.replace(other, "")
    return text


def _ids(rows: Rows) -> Iterator[str]:
    """Return what names the canary, without the lines and the node of who resembles them."""
    for row in rows("MATCH (n) RETURN n.id AS id, properties(n) AS found"):
        text = str(row["found"]).lower()
        if "kanarie anders" not in text and any(word in text for word in TRACES):
            yield str(row["id"])


def test_a_dossier_holds_all_that_names_them_and_nobody_else(
    regisseur: FlaskClient, canary: str, rows: Rows
) -> None:
    answer = regisseur.get(f"/netwerken/noord/contactpersonen/{canary}/gegevens")

    assert answer.status_code == 200
    with zipfile.ZipFile(io.BytesIO(answer.data)) as archive:
        data, page = archive.read("gegevens.json").decode(), archive.read("gegevens.html").decode()
    found = json.loads(data)
    kept = (found["themselves"], *found["ties"], *found["mentions"])
    expected = set(_ids(rows))
    assert len(expected) > 10
    assert expected <= {each["fields"]["id"] for each in kept}
    assert "Kanarie Anders" not in data
    assert NAME in page
    assert "06-13579246" in page


def test_an_erased_person_is_nowhere_any_more(
    regisseur: FlaskClient, canary: str, rows: Rows, folder: Path
) -> None:
    path = f"/netwerken/noord/contactpersonen/{canary}/wissen"
    asked = regisseur.get(path)
    check_page(asked)
    for text in ("belt terug", "kwam langs", "zingt mee", "Vraag naar"):
        assert text in asked.text

    with capture_logs() as logged:
        answer = post(regisseur, path, version="2")

    assert answer.status_code == 303
    assert _left(rows) == []
    assert [word for word in TRACES if word in str(logged).lower()] == []
    beside = [file.read_text() for file in folder.rglob("*") if file.is_file()]
    assert beside
    assert [text for text in beside if any(word in text.lower() for word in TRACES)] == []
    [position] = rows("MATCH (n:Position) RETURN n.name AS name, n.phone AS phone")
    assert position == {"name": "Coördinator", "phone": ""}
    [note] = rows("MATCH (n:ContactMoment) WHERE n.note CONTAINS 'belt' RETURN n.note AS note")
    assert note["note"] == "[gewist] belt terug op [gewist]"
    [line] = rows("MATCH (n:Change {verb: 'erased'}) RETURN n.by_name AS by, n.subject_id AS id")
    assert line == {"by": "Ana", "id": canary}
    [other] = rows("MATCH (n:Person) RETURN n.name AS name")
    assert other["name"] == "Kanarie Anders"
    assert rows("MATCH (n:Change {subject_name: 'Kanarie Anders'}) RETURN n.verb AS verb")


def test_what_may_stay_stays(
    regisseur: FlaskClient, canary: str, rows: Rows, folder: Path
) -> None:
    path = f"/netwerken/noord/contactpersonen/{canary}/wissen"
    [row] = rows("MATCH (n:FollowUp) RETURN n.id AS id")
    key = f"FollowUp|{row['id']}|what"
    assert f'value="{key}"' in regisseur.get(path).text

    post(regisseur, path, version="2", plek=key)

    assert rows("MATCH (n:FollowUp) RETURN n.what AS what") == [{"what": f"Bel {NAME}"}]
    [line] = [json.loads(text) for text in (folder / ERASED_LIST).read_text().splitlines()]
    assert line["keep"] == [key]


def test_a_form_that_was_open_does_not_put_a_name_back(
    regisseur: FlaskClient, canary: str, rows: Rows
) -> None:
    [row] = rows("MATCH (n:FollowUp) RETURN n.id AS id, n.version AS version")
    post(regisseur, f"/netwerken/noord/contactpersonen/{canary}/wissen", version="2")

    [after] = rows("MATCH (n:FollowUp) RETURN n.version AS version")

    assert isinstance(row["version"], int)
    assert after["version"] == row["version"] + 1


def test_who_was_erased_is_erased_again_after_a_restore(
    given: Given, canary: str, rows: Rows, tmp_path: Path
) -> None:
    path = tmp_path / ERASED_LIST
    remember(path, network_id="noord", person_id=canary, keep=[], now=NOW)
    remember(path, network_id="noord", person_id="never-there", keep=[], now=NOW)

    assert replay_erased(given.graph, path, now=NOW) == 1
    assert replay_erased(given.graph, path, now=NOW) == 0
    assert _left(rows) == []
    assert path.stat().st_mode & 0o777 == 0o600
    assert replay_erased(given.graph, tmp_path / "none", now=NOW) == 0


def test_my_own_data_come_without_secrets(web: Flask, given: Given) -> None:
    given.network("noord")
    given.user("ana", "noord", password_hash="scrypt:geheim")
    brug = given.actor("noord", "De Brug")
    given.followup("noord", actor_ids=(brug,))

    answer = client_of(web, "ana").get("/account/gegevens")

    with zipfile.ZipFile(io.BytesIO(answer.data)) as archive:
        data = archive.read("gegevens.json").decode()
    found = json.loads(data)
    assert found["themselves"]["fields"]["email"] == "ana@example.org"
    assert {each["label"] for each in found["ties"]} == {"Network", "FollowUp"}
    assert {each["fields"]["subject_name"] for each in found["mentions"]} >= {"De Brug"}
    assert "geheim" not in data


def test_who_looks_at_a_person_is_noted_without_a_name(
    regisseur: FlaskClient, canary: str, folder: Path
) -> None:
    regisseur.get(f"/netwerken/noord/contactpersonen/{canary}")
    regisseur.get("/netwerken/noord/contactpersonen")
    regisseur.get("/netwerken/noord/download/partners/xlsx")

    lines = list(access_log.read(folder))

    assert [(line["what"], line["user_id"], line["subject_id"]) for line in lines] == [
        ("person", "ana", canary),
        ("download", "ana", "partners"),
    ]
    assert [line["what"] for line in access_log.read(folder, subject_id=canary)] == ["person"]
    [file] = folder.glob("inzage-*.jsonl")
    assert file.stat().st_mode & 0o777 == 0o600
    assert not any(word in file.read_text().lower() for word in TRACES)


@pytest.mark.once
def test_looks_are_kept_for_a_year(tmp_path: Path) -> None:
    for month in ("2025-10", "2025-11", "2026-11"):
        (tmp_path / f"inzage-{month}.jsonl").touch()

    access_log.forget(tmp_path, today=TODAY)

    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "inzage-2025-11.jsonl",
        "inzage-2026-11.jsonl",
    ]


def test_a_full_disk_does_not_stop_who_looks(tmp_path: Path) -> None:
    place = tmp_path / "file"
    place.touch()

    with capture_logs() as logged:
        access_log.record(
            place,
            what=access_log.Looked.PERSON,
            user_id="ana",
            network_id="noord",
            subject_id="x",
            now=NOW,
        )

    assert [line["event"] for line in logged] == ["access_not_logged"]


def test_everybody_reads_what_we_keep(web: Flask, given: Given) -> None:
    given.network("noord")
    given.user("ana", "noord")

    for client in (client_of(web), client_of(web, "ana")):
        page = client.get("/privacy")
        check_page(page)
        assert "Naam, werkmail" in page.text or "naam, werkmail" in page.text


def test_only_a_regisseur_erases_or_hands_over(web: Flask, canary: str, given: Given) -> None:
    given.user("ed", "noord", Role.EDITOR)
    editor = client_of(web, "ed")

    assert editor.get(f"/netwerken/noord/contactpersonen/{canary}/wissen").status_code == 403
    assert editor.get(f"/netwerken/noord/contactpersonen/{canary}/gegevens").status_code == 403
    assert "Wis deze persoon" not in editor.get(f"/netwerken/noord/contactpersonen/{canary}").text


@pytest.mark.once
def test_the_command_shows_who_looked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    for user_id in ("ana", "ben"):
        access_log.record(
            tmp_path,
            what=access_log.Looked.PERSON,
            user_id=user_id,
            network_id="noord",
            subject_id="x\n{}",
            now=NOW,
        )

    shown = CliRunner().invoke(main, ["access-log", "--user", "ben"])

    assert shown.exit_code == 0
    [line] = shown.output.splitlines()
    assert json.loads(line)["user_id"] == "ben"
