"""Where lokale energie sits, on screen."""

import re
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.domain.words import Layer, Role, Status
from tests.given import TODAY, Given
from tests.webapp.browse import check_page, client_of

PATH = "/netwerken/noord/energie"
FRAGMENT = {"HX-Request": "true"}


@pytest.fixture
def editor(web: Flask, given: Given) -> FlaskClient:
    given.vocabulary()
    given.network("noord")
    given.user("ana", "noord", Role.EDITOR)
    return client_of(web, "ana")


def cells(html: str) -> dict[str, str]:
    """Return the address behind each cell that is a link, by what a screen reader says."""
    found = re.findall(r'<a class="cell [^"]*" href="([^"]+)"([^>]*)>(.*?)</a>', html)
    return {_heard(tag, inside): url.replace("&amp;", "&") for url, tag, inside in found}


def _heard(tag: str, inside: str) -> str:
    if label := re.search(r'aria-label="([^"]+)"', tag):
        return label[1]
    return " ".join(re.sub(r"<[^>]+>", " ", inside).split())


def test_an_empty_network_says_how_to_begin(editor: FlaskClient) -> None:
    page = editor.get(PATH)
    check_page(page)
    assert "Voeg een samenwerking toe" in page.text


def test_a_cell_leads_to_the_collaborations_behind_it(editor: FlaskClient, given: Given) -> None:
    east, west = given.place("noord", "Oost"), given.place("noord", "West")
    school = given.actor("noord", "School", domain_ids=("onderwijs",), neighbourhood_ids=(east,))
    shop = given.actor("noord", "Winkel", domain_ids=("werk",), neighbourhood_ids=(west,))
    given.collaboration("noord", "Stages", school, shop, started_on=TODAY)
    given.collaboration("noord", "Elders", shop, school, neighbourhood_ids=(west,))

    page = editor.get(PATH)

    check_page(page)
    found = cells(page.text)
    [label] = [each for each in found if each.startswith("Onderwijs, Oost")]
    assert label.endswith("1 van 1 levendig")
    behind = editor.get(found[label])
    assert "Stages" in behind.text
    assert "Elders" not in behind.text


def test_unmeasured_and_open_cells_say_so(editor: FlaskClient, given: Given) -> None:
    east = given.place("noord", "Oost")
    school = given.actor("noord", "School", domain_ids=("onderwijs",), neighbourhood_ids=(east,))
    shop = given.actor("noord", "Winkel", domain_ids=("werk",), neighbourhood_ids=(east,))
    given.collaboration("noord", "Onbekend", school)
    given.collaboration("noord", "Wens", shop, status=Status.WISHED)

    page = editor.get(PATH)

    check_page(page)
    assert set(cells(page.text)) == {
        "Onderwijs, Oost: nog niet gemeten",
        "open: Werk, Oost, een ambitie, nog geen samenwerking",
    }
    assert "Er is één witte vlek: een ambitie zonder samenwerking." in page.text


def test_the_finding_names_where_it_is_lively_and_where_not(
    editor: FlaskClient, given: Given
) -> None:
    for name, started in (("Oost", TODAY), ("West", TODAY - timedelta(days=400))):
        place = given.place("noord", name)
        pair = given.actor("noord", f"A {name}"), given.actor("noord", f"B {name}")
        given.collaboration(
            "noord", f"In {name}", *pair, neighbourhood_ids=(place,), started_on=started
        )

    text = editor.get(PATH).text

    assert "De meeste energie zit in Oost. In West is nog niets levendig." in text


def test_a_network_without_neighbourhoods_has_one_column(
    editor: FlaskClient, given: Given
) -> None:
    school = given.actor("noord", "School", domain_ids=("onderwijs",))
    club = given.actor("noord", "Club", domain_ids=("sport-bewegen",))
    given.collaboration("noord", "Samen", school, club, started_on=TODAY)

    page = editor.get(PATH)

    check_page(page)
    assert any(label.startswith("Onderwijs, Hele netwerk") for label in cells(page.text))


def test_the_list_explains_each_score_and_offers_the_best_step(
    editor: FlaskClient, given: Given
) -> None:
    pair = given.actor("noord", "Een"), given.actor("noord", "Twee")
    cold = given.collaboration("noord", "Stil", *pair, started_on=TODAY - timedelta(days=60))
    given.collaboration("noord", "Onbekend", *pair)

    page = editor.get(PATH)

    check_page(page)
    assert "contact 37, puls onbekend" in page.text
    assert f"about_id={cold}" in page.text
    assert "Van één samenwerking weten we niet hoe het gaat." in page.text
    assert "Zo lees je een energieblok" in page.text


def test_a_reader_sees_the_step_without_a_button(web: Flask, given: Given) -> None:
    given.network("noord")
    given.user("rob", "noord", Role.READER)
    pair = given.actor("noord", "Een"), given.actor("noord", "Twee")
    given.collaboration("noord", "Stil", *pair, started_on=TODAY - timedelta(days=60))

    page = client_of(web, "rob").get(PATH)

    check_page(page)
    assert "Spreek elkaar" in page.text
    assert "Zet bij mijn acties" not in page.text
    assert "/acties/nieuw" not in page.text


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", {"Nieuw", "Stil", "Beleid"}),
        ("?laag=policy", {"Beleid"}),
        ("?koud=ja", {"Stil"}),
        ("?laag=practice&koud=ja", {"Stil"}),
        ("?laag=onzin", {"Nieuw", "Stil", "Beleid"}),
        ("?dun=ja", {"Nieuw", "Stil", "Beleid"}),
    ],
)
def test_the_list_narrows(editor: FlaskClient, given: Given, query: str, names: set[str]) -> None:
    pair = given.actor("noord", "Een"), given.actor("noord", "Twee")
    given.collaboration("noord", "Nieuw", *pair, started_on=TODAY)
    given.collaboration("noord", "Stil", *pair, started_on=TODAY - timedelta(days=60))
    given.collaboration("noord", "Beleid", *pair, layer=Layer.POLICY, started_on=TODAY)

    text = editor.get(PATH + query, headers=FRAGMENT).text

    assert {name for name in ("Nieuw", "Stil", "Beleid") if f">{name}</a>" in text} == names
