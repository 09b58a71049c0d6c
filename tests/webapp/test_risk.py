"""Who and what the network hangs on, on screen, and what if they leave."""

import re
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.database import Graph
from graph.domain.collaborations import Funding
from graph.domain.words import ActorKind, Role
from tests.given import TODAY, Given
from tests.webapp.browse import check_page, client_of
from tests.webapp.counting import questions

PATH = "/netwerken/noord/risico"


@pytest.fixture
def editor(web: Flask, given: Given) -> FlaskClient:
    given.network("noord")
    given.user("ana", "noord", Role.EDITOR)
    return client_of(web, "ana")


def words(html: str) -> str:
    """Return what a reader sees, on one line."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split()).replace(" ,", ",")


def what_if(client: FlaskClient, asked: str) -> str:
    return words(client.get(f"{PATH}?zonder={asked}", headers={"HX-Request": "true"}).text)


def star(given: Given, middle: str, *names: str) -> list[str]:
    """Let one partner work with each of some others, in pairs."""
    others = [given.actor("noord", name) for name in names]
    for other, name in zip(others, names, strict=True):
        given.collaboration("noord", f"Samen met {name}", middle, other)
    return others


def test_an_empty_network_explains_itself(editor: FlaskClient) -> None:
    page = editor.get(PATH)
    check_page(page)
    assert "Er loopt nog geen samenwerking" in page.text
    assert "Er staan minder dan tien partners in." in page.text
    assert "Kies wie of wat er weggaat." in page.text


def test_a_broker_is_named_with_who_falls_off_and_a_step(
    editor: FlaskClient, given: Given
) -> None:
    hub = given.actor("noord", "Spil")
    given.collaboration("noord", "Kring", hub, *(given.actor("noord", f"K{n}") for n in range(4)))
    star(given, hub, "Aad", "Bea", "Cas")

    page = editor.get(PATH)

    check_page(page)
    assert "Zonder deze partner raken 3 partners los van de rest: Aad, Bea en Cas." in words(
        page.text
    )
    [step] = set(re.findall(r'href="([^"]+acties/nieuw[^"]+)"', page.text))
    begun = editor.get(step.replace("&amp;", "&")).text
    assert "Leg een tweede verbinding naast Spil" in begun
    assert f'value="{hub}"' in begun


def test_without_a_partner_both_sides_stand_side_by_side(
    editor: FlaskClient, given: Given
) -> None:
    hub = given.actor("noord", "Spil")
    [aad, bea] = star(given, hub, "Aad", "Bea")
    given.collaboration("noord", "Kring", hub, bea, given.actor("noord", "Cas"))

    page = editor.get(f"{PATH}?zonder=partner:{hub}")

    check_page(page)
    assert page.text.count("<figcaption>") == 2
    told = words(page.text)
    assert "Aad raakt los van de rest." in told
    assert "2 samenwerkingen stoppen: Samen met Aad en Samen met Bea." in told
    assert "Van elke 100 paren partners kunnen er nu 100 elkaar bereiken, daarna 33." in told
    assert f"/partners/{aad}" in page.text
    assert "selected>Spil</option>" in page.text
    assert what_if(editor, f"partner:{hub}") in told


def test_a_position_and_a_funder_take_along_what_hangs_on_them_alone(
    editor: FlaskClient, given: Given
) -> None:
    aad, bea, town = (
        given.actor("noord", "Aad"),
        given.actor("noord", "Bea"),
        given.actor("noord", "Stad", kind=ActorKind.MUNICIPALITY),
    )
    chair = given.position("noord", aad, "Voorzitter")
    given.collaboration(
        "noord",
        "Samen",
        aad,
        bea,
        position_ids=(chair,),
        funders=(Funding(actor_id=town, until=TODAY + timedelta(days=10)),),
    )

    page = editor.get(PATH)
    check_page(page)
    told = words(page.text)
    assert "Voorzitter Aad functie is vrij Draagt als enige: Samen" in told
    assert "Zoek wie deze functie vult: Voorzitter" in editor.get(_first_step(page.text)).text
    assert "Het geld loopt tot en met do 3 dec. Nu betaalt Stad." in told
    for asked in (f"functie:{chair}", f"betaler:{town}", "wij"):
        gone = what_if(editor, asked)
        assert "2 partners raken los van de rest: Aad en Bea." in gone
        assert "Eén samenwerking stopt: Samen." in gone
    assert "Zonder de functie Voorzitter, Aad" in what_if(editor, f"functie:{chair}")
    assert "Het netwerk zonder ons" in what_if(editor, "wij")


def test_a_held_position_is_not_vacant_and_a_heavy_funder_is_named(
    editor: FlaskClient, given: Given
) -> None:
    aad, fund = given.actor("noord", "Aad"), given.actor("noord", "Fonds")
    chair = given.position("noord", aad, "Voorzitter")
    given.hold("noord", chair, given.person("noord", "Jo"))
    for name in ("Een", "Twee", "Drie", "Vier"):
        given.collaboration(
            "noord",
            name,
            aad,
            given.actor("noord", f"Met {name}"),
            position_ids=(chair,),
            funders=(Funding(actor_id=fund),),
        )

    told = words(editor.get(PATH).text)

    assert "functie is vrij" not in told
    assert "Draagt 4 samenwerkingen als enige: Drie, Een, Twee, Vier" in told
    assert "Fonds Betaalt als enige voor 4 samenwerkingen: 100 van elke 100" in told


def test_one_person_is_no_broker_and_what_is_not_there_leaves_nobody(
    editor: FlaskClient, given: Given
) -> None:
    jo = given.actor("noord", "Jo", is_person=True)
    star(given, jo, "Aad", "Bea", "Cas", "Dop")

    assert "Geen partner komt boven deze grens uit." in editor.get(PATH).text
    for asked in (f"partner:{jo}", "partner:", "onzin:x", "functie:x", "betaler:x", "wij"):
        assert "Kies wie of wat er weggaat." in what_if(editor, asked)


def test_a_reader_looks_and_has_no_steps(web: Flask, given: Given) -> None:
    given.network("noord")
    given.user("ana", "noord", Role.READER)
    hub = given.actor("noord", "Spil")
    star(given, hub, "Aad", "Bea", "Cas")
    reader = client_of(web, "ana")

    page = reader.get(f"{PATH}?zonder=partner:{hub}")

    check_page(page)
    assert "Zonder Spil" in page.text
    assert "acties/nieuw" not in page.text


def test_the_page_asks_as_much_for_a_small_as_for_a_large_network(
    graph: Graph, editor: FlaskClient, given: Given
) -> None:
    hub = given.actor("noord", "Spil")
    star(given, hub, "Aad", "Bea")
    few = questions(graph, editor, f"{PATH}?zonder=partner:{hub}")
    star(given, hub, *(f"Nog {number}" for number in range(12)))

    assert questions(graph, editor, f"{PATH}?zonder=partner:{hub}") == few


def _first_step(html: str) -> str:
    found = re.search(r'href="([^"]+acties/nieuw[^"]+)"', html)
    assert found
    return found[1].replace("&amp;", "&")
