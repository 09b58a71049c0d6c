"""White spots on screen: the table, one cell, and what editors say of it."""

import re
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.database import Graph
from graph.domain.words import Role, Status
from tests.given import TODAY, Given
from tests.webapp.browse import check_page, client_of, post
from tests.webapp.counting import questions

PATH = "/netwerken/noord/witte-vlekken"
CELL = f"{PATH}/werk/ouderdom"


@pytest.fixture
def editor(web: Flask, given: Given) -> FlaskClient:
    given.vocabulary()
    given.network("noord")
    given.user("ana", "noord", Role.EDITOR)
    return client_of(web, "ana")


def heard(html: str) -> set[str]:
    """Return what a screen reader says of the cells that hold something."""
    cells = re.findall(r'<a class="cell[^"]*"[^>]*>(.*?)</a>', html, re.DOTALL)
    said = {" ".join(re.sub(r"<[^>]+>", " ", each).split()) for each in cells}
    return {each for each in said if "geen samenwerking" not in each}


def test_an_empty_network_explains_itself(editor: FlaskClient) -> None:
    page = editor.get(PATH)
    check_page(page)
    assert "Er zijn geen witte vlekken." in page.text
    assert "Er staan hier weinig lopende samenwerkingen." in page.text


def test_cells_tell_the_strongest_the_cold_and_the_white(
    editor: FlaskClient, given: Given
) -> None:
    school = given.actor("noord", "School", domain_ids=("onderwijs",))
    shop = given.actor("noord", "Winkel", domain_ids=("werk",))
    old = TODAY - timedelta(days=50)
    young = ("adolescentie",)
    given.collaboration("noord", "Fris", school, started_on=TODAY, life_stage_ids=young)
    given.collaboration("noord", "Stil", shop, started_on=old, life_stage_ids=young)
    given.collaboration("noord", "Vaag", school, life_stage_ids=("kindertijd",))
    given.collaboration("noord", "Wens", shop, status=Status.WISHED, life_stage_ids=("ouderdom",))
    given.collaboration("noord", "Los", given.actor("noord", "X"))

    page = editor.get(PATH)

    check_page(page)
    found = heard(page.text)
    assert "Werk, ouder worden: wit" in found
    assert "Onderwijs, kindertijd, sterkste samenwerking: ? nog niet gemeten 1 loopt" in found
    assert any(
        each.startswith("Werk, adolescentie, sterkste") and "1 koud" in each for each in found
    )
    assert any(each.startswith("Onderwijs, adolescentie, sterkste") for each in found)
    assert "Van één samenwerking is geen domein of levensfase bekend" in page.text
    assert "Er is 1 witte vlek." in page.text


def test_a_white_spot_names_who_can_help_and_begins_the_form(
    editor: FlaskClient, given: Given
) -> None:
    shop = given.actor("noord", "Winkel", domain_ids=("werk",), life_stage_ids=("ouderdom",))
    friend = given.actor("noord", "Bond", domain_ids=("eenzaamheid",))
    given.position("noord", shop, "Eigenaar")
    given.collaboration("noord", "Samen", shop, friend, life_stage_ids=("kindertijd",))
    post(editor, CELL, stance="ambition")

    for path in (PATH, CELL):
        page = editor.get(path)
        check_page(page)
        assert "Werkt in werk en bereikt ouder worden. Werkt al samen met Bond." in page.text
        assert "Hier is een ambitie en er loopt nog niets." in page.text
    assert "Eigenaar" in page.text
    [form] = set(re.findall(r'href="([^"]+samenwerkingen/nieuw[^"]+partner=[^"]+)"', page.text))
    begun = editor.get(form.replace("&amp;", "&")).text
    assert re.search(r'<input checked[^>]*value="wished"', begun)
    assert re.search(r'<input checked[^>]*value="ouderdom"', begun)
    assert re.search(rf'<input checked[^>]*value="{shop}"', begun)
    [action] = set(re.findall(rf'href="([^"]+acties/nieuw[^"]+{shop}[^"]*)"', page.text))
    assert (
        "Verken wie kan beginnen: Werk, ouder worden"
        in editor.get(action.replace("&amp;", "&")).text
    )


def test_a_mark_can_be_undone(editor: FlaskClient) -> None:
    answer = post(editor, CELL, stance="not_here")
    assert (answer.status_code, answer.location) == (303, CELL)
    page = editor.get(CELL)
    assert "Hoort hier niet." in page.text
    assert f'action="{CELL}?stance="' in page.text

    post(editor, f"{CELL}?stance=")

    assert "Nog niets over gezegd." in editor.get(CELL).text
    [history] = re.findall(r'href="([^"]+/geschiedenis/[^"]+)"', editor.get(CELL).text)
    told = editor.get(history)
    check_page(told)
    assert "Werk, Ouder worden" in told.text
    assert "hoort hier niet" in told.text.lower()


def test_filters_narrow_the_table(editor: FlaskClient, given: Given) -> None:
    east = given.place("noord", "Oost")
    programme = given.programme("noord", "Plan", pillar_ids=("educatie",))
    shop = given.actor("noord", "Winkel", domain_ids=("werk",))
    more: dict[str, Any] = {"life_stage_ids": ("ouderdom",), "started_on": TODAY}
    given.collaboration("noord", "Een", shop, neighbourhood_ids=(east,), **more)
    given.collaboration("noord", "Twee", shop, prevention_type_ids=("selectief",), **more)
    given.collaboration("noord", "Drie", shop, programme_ids=(programme,), **more)

    def shown(query: str) -> list[str]:
        html = editor.get(f"{PATH}?{query}", headers={"HX-Request": "true"}).text
        return re.findall(r"<small>(\d) l", html)

    assert shown("") == ["3"]
    assert shown(f"wijk={east}") == ["1"]
    assert shown("preventie=selectief") == ["1"]
    assert shown("pijler=educatie") == ["1"]
    assert shown(f"wijk={east}&preventie=selectief") == []
    assert shown("wijk=onzin") == ["3"]


def test_links_that_texts_ask_for_are_checked_with_their_source(
    editor: FlaskClient, given: Given
) -> None:
    club = given.actor("noord", "Club", domain_ids=("sport-bewegen",))
    ggz = given.actor("noord", "Ggz", domain_ids=("zorg-gezondheid",))
    given.collaboration("noord", "Samen fit", club, ggz, started_on=TODAY)

    text = editor.get(PATH).text

    rows = re.findall(r'<tr>\s*<th scope="row">([^<]+)</th>(.*?)</tr>', text, re.DOTALL)
    states = {
        name: next(word for word in ("is er", "koelt af", "ontbreekt") if word in rest)
        for name, rest in rows
    }
    assert len(states) == 12
    assert [name for name, state in states.items() if state == "is er"] == [
        "Sport en bewegen en zorg en gezondheid"
    ]
    assert "regel 139" in text


def test_a_filled_cell_tells_what_is_known_of_its_programmes(
    editor: FlaskClient, given: Given
) -> None:
    programme = given.programme(
        "noord", "Plan", evidence="goed onderbouwd", evidence_source="RIVM"
    )
    shop = given.actor("noord", "Winkel", domain_ids=("werk",))
    given.collaboration(
        "noord", "Een", shop, life_stage_ids=("ouderdom",), programme_ids=(programme,)
    )

    for path in (PATH, CELL):
        page = editor.get(path)
        check_page(page)
        assert "Goed onderbouwd. Bron: RIVM" in page.text


def test_a_reader_looks_and_a_cell_that_is_not_there_is_not_found(
    web: Flask, editor: FlaskClient, given: Given
) -> None:
    given.user("rob", "noord", Role.READER)
    given.actor("noord", "Winkel", domain_ids=("werk",))
    post(editor, CELL, stance="ambition")
    reader = client_of(web, "rob")

    for path in (PATH, CELL):
        page = reader.get(path)
        check_page(page)
        assert "Winkel" in page.text
        assert "Maak gewenste samenwerking" not in page.text
    assert reader.get(f"{PATH}/werk/onzin").status_code == 404
    assert post(editor, f"{PATH}/onzin/ouderdom", stance="ambition").status_code == 404


def test_pages_ask_as_much_for_a_small_as_for_a_large_network(
    graph: Graph, editor: FlaskClient, given: Given
) -> None:
    post(editor, CELL, stance="ambition")
    few = [questions(graph, editor, path) for path in (PATH, CELL)]
    assert few[0] <= 6, "the member, the places, the marks, and the ground in three"
    for n in range(12):
        shop = given.actor("noord", f"Winkel {n}", domain_ids=("werk",))
        given.position("noord", shop, "Eigenaar")
        given.collaboration("noord", f"Samen {n}", shop, life_stage_ids=("kindertijd",))

    assert [questions(graph, editor, path) for path in (PATH, CELL)] == few
