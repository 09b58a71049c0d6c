"""Programmes on screen: shared ones to read, own ones to change."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.domain.words import Role
from tests.given import NOW, Given
from tests.webapp.browse import check_page, client_of, post

PATH = "/netwerken/noord/programmas"

Rows = Callable[..., list[dict[str, object]]]


@pytest.fixture
def editor(web: Flask, given: Given) -> FlaskClient:
    given.network("noord")
    given.user("ana", "noord", Role.EDITOR)
    return client_of(web, "ana")


@pytest.fixture
def shared(editor: FlaskClient, rows: Rows) -> str:
    properties = {
        "id": "oko",
        "name": "Kansrijke omgeving",
        "sort_name": "kansrijke omgeving",
        "search": "kansrijke omgeving",
        "kind": "programme",
        "evidence": "eerste uitkomsten positief",
        "evidence_source": "004_6d95a914da1acfe7.txt:395",
        "created_at": NOW,
        "updated_at": NOW,
    }
    rows("CREATE (programme:Programme) SET programme = $properties", properties=properties)
    return "oko"


def test_an_empty_list_says_how_to_begin(editor: FlaskClient) -> None:
    page = editor.get(PATH)
    check_page(page)
    assert "Voeg het eerste programma toe" in page.text


def test_a_shared_programme_is_read_only_and_says_where_it_stands(
    editor: FlaskClient, given: Given, shared: str
) -> None:
    given.collaboration("noord", "Sport voor allen", programme_ids=(shared,))

    page = editor.get(f"{PATH}/{shared}")

    check_page(page)
    for words in (
        "Eerste uitkomsten positief", "van ons allemaal, regel 395", "Sport voor allen",
        "Gebruikt in één samenwerking", "gedeeld met alle netwerken",
    ):  # fmt: skip
        assert words in page.text
    assert "Bewerk" not in page.text
    assert editor.get(f"{PATH}/{shared}/bewerken").status_code == 303
    for part in ("bewerken", "archiveren", "terugzetten"):
        answer = post(
            editor, f"{PATH}/{shared}/{part}", name="Anders", kind="programme", version="1"
        )
        assert answer.status_code == 404
    assert "Kansrijke omgeving" in editor.get(PATH).text


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=kansrijke+omgving", ["Kansrijke omgeving"]),
        ("bewijs=ja", ["Kansrijke omgeving"]),
        ("eigen=ja", ["Fietsplan"]),
        ("gebruikt=ja", []),
        ("soort=campaign", []),
        ("soort=onzin&sortering=gebruik", ["Fietsplan", "Kansrijke omgeving"]),
    ],
)
def test_filters_stand_in_the_address(
    editor: FlaskClient, given: Given, shared: str, query: str, found: list[str]
) -> None:
    given.programme("noord", "Fietsplan")

    page = editor.get(f"{PATH}?{query}")

    check_page(page)
    assert [name for name in ("Fietsplan", "Kansrijke omgeving") if name in page.text] == found


def form(**fields: Any) -> dict[str, Any]:
    return {"name": "Fietsplan", "kind": "intervention", "version": "1"} | fields


def test_a_programme_is_added_and_changed(editor: FlaskClient) -> None:
    check_page(editor.get(f"{PATH}/nieuw"))
    added = post(editor, f"{PATH}/nieuw", **form())
    check_page(editor.get(added.location))
    check_page(editor.get(f"{added.location}/bewerken"))

    proof = {"evidence": "goed onderbouwd", "evidence_source": "RIVM", "evidence_on": "2026-05-01"}
    changed = post(editor, f"{added.location}/bewerken", **form(**proof))

    page = editor.get(changed.location)
    check_page(page)
    assert "Goed onderbouwd. Bron: RIVM, nagekeken op vr 1 mei 2026" in page.text


def test_a_wrong_form_keeps_what_was_typed(editor: FlaskClient) -> None:
    answer = post(
        editor, f"{PATH}/nieuw",
        **form(
            name="", evidence="werkt goed", description="Samen fietsen", evidence_on="2027-01-01"
        ),
    )  # fmt: skip

    assert answer.status_code == 422
    check_page(answer)
    for words in (
        "Vul de naam van het programma in.", "Schrijf waar dat staat", "werkt goed",
        "Deze dag ligt in de toekomst.", "Samen fietsen",
    ):  # fmt: skip
        assert words in answer.text


def test_two_editors_both_see_both_versions(editor: FlaskClient, given: Given) -> None:
    id = given.programme("noord", "Fietsplan")
    path = f"{PATH}/{id}/bewerken"
    assert post(editor, path, **form(name="Fietsplan Noord")).status_code == 303

    answer = post(editor, path, **form(name="Trapplan"))

    assert answer.status_code == 409
    check_page(answer)
    for words in ("Iemand anders wijzigde dit ook", "Fietsplan Noord", "Trapplan"):
        assert words in answer.text


def test_archive_and_restore(editor: FlaskClient, given: Given) -> None:
    id = given.programme("noord", "Fietsplan")
    post(editor, f"{PATH}/{id}/archiveren")
    page = editor.get(PATH)
    check_page(page)
    assert "Fietsplan staat nu in het archief." in page.text
    archived = editor.get(f"{PATH}/{id}")
    check_page(archived)
    assert "Dit programma staat in het archief." in archived.text
    post(editor, f"{PATH}/{id}/terugzetten")
    assert "Fietsplan" in editor.get(PATH).text
