"""Partners on screen: find, add, edit with somebody else, archive and restore."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.domain.words import Role
from tests.given import Given
from tests.webapp.browse import check_page, client_of, post

PATH = "/netwerken/noord/partners"


@pytest.fixture
def editor(web: Flask, given: Given) -> FlaskClient:
    given.network("noord")
    given.user("ana", "noord", Role.EDITOR)
    return client_of(web, "ana")


def test_an_empty_network_says_how_to_begin(editor: FlaskClient) -> None:
    page = editor.get(PATH)
    check_page(page)
    assert "Voeg de eerste partner toe" in page.text


def test_a_reader_sees_partners_but_no_buttons(web: Flask, given: Given) -> None:
    given.network("noord")
    given.user("rob", "noord", Role.READER)
    actor_id = given.actor("noord", "De Kajuit")
    reader = client_of(web, "rob")

    page = reader.get(f"{PATH}/{actor_id}")

    check_page(page)
    assert "De Kajuit" in page.text
    assert "Bewerk" not in page.text
    assert reader.get(f"{PATH}/{actor_id}/bewerken").status_code == 403


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=kajiut", ["De Kajuit"]),
        ("soort=school", ["Het Kompas"]),
        ("q=niemand+zo", []),
        ("soort=onzin&sortering=onzin&pagina=-3", ["De Kajuit", "Het Kompas"]),
        ("pagina=99999999999999999999", []),
    ],
)
def test_filters_stand_in_the_address(
    editor: FlaskClient, given: Given, query: str, found: list[str]
) -> None:
    given.actor("noord", "De Kajuit")
    given.actor("noord", "Het Kompas", kind="school")

    page = editor.get(f"{PATH}?{query}")

    check_page(page)
    assert [name for name in ("De Kajuit", "Het Kompas") if name in page.text] == found


def test_htmx_gets_the_list_alone(editor: FlaskClient, given: Given) -> None:
    given.actor("noord", "De Kajuit")
    text = editor.get(PATH, headers={"HX-Request": "true"}).text
    assert "De Kajuit" in text
    assert "<html" not in text


def test_a_partner_is_added(editor: FlaskClient) -> None:
    check_page(editor.get(f"{PATH}/nieuw"))

    answer = post(editor, f"{PATH}/nieuw", name="Café 't Hoekje", kind="drop_in", version="1")

    page = editor.get(answer.location)
    assert answer.status_code == 303
    check_page(page)
    assert "Café &#39;t Hoekje staat nu bij de partners." in page.text


def test_a_wrong_form_keeps_what_was_typed(editor: FlaskClient) -> None:
    answer = post(
        editor, f"{PATH}/nieuw", name="", kind="", version="1", email="geen adres",
        website="javascript://alert", postcode="12", parent_name="Bestaat niet",
        description="Les in rust",
    )  # fmt: skip

    assert answer.status_code == 422
    check_page(answer)
    assert "<title>Fout:" in answer.text
    for words in (
        "Vul de naam van de partner in.",
        "Kies wat voor partner dit is.",
        "Schrijf het mailadres als info@naam.nl.",
        "Schrijf de website als https://www.naam.nl.",
        "Schrijf de postcode als 1234 AB.",
        "Er is geen partner met de naam Bestaat niet.",
        "Les in rust",
        "geen adres",
    ):
        assert words in answer.text


def test_two_editors_both_see_both_versions(web: Flask, editor: FlaskClient, given: Given) -> None:
    given.user("ben", "noord", Role.EDITOR)
    other = client_of(web, "ben")
    actor_id = given.actor("noord", "Kajuit")
    path = f"{PATH}/{actor_id}/bewerken"
    mine = {"name": "De Kajuit", "kind": "other", "version": "1", "phone": "06 1"}
    theirs = {"name": "Jongerenhuis", "kind": "other", "version": "1"}

    assert post(other, path, **theirs).status_code == 303
    answer = post(editor, path, **mine)

    assert answer.status_code == 409
    check_page(answer)
    assert "Iemand anders wijzigde dit ook" in answer.text
    assert "De Kajuit" in answer.text
    assert "Jongerenhuis" in answer.text

    chosen = mine | {"version": "2", "keep-name": "saved", "saved-name": "Jongerenhuis"}
    final = editor.get(post(editor, path, **chosen).location)
    assert "Jongerenhuis" in final.text
    assert "06 1" in final.text


def test_archive_and_restore(editor: FlaskClient, given: Given) -> None:
    actor_id = given.actor("noord", "De Kajuit")

    post(editor, f"{PATH}/{actor_id}/archiveren")

    page = editor.get(PATH)
    check_page(page)
    assert "De Kajuit staat nu in het archief." in page.text
    assert f"{actor_id}/terugzetten" in page.text
    archived = editor.get(f"{PATH}/{actor_id}")
    check_page(archived)
    assert "telt niet mee" in archived.text
    post(editor, f"{PATH}/{actor_id}/terugzetten")
    assert actor_id in editor.get(PATH).text


def test_a_partner_of_another_network_does_not_exist(editor: FlaskClient, given: Given) -> None:
    given.network("zuid")
    elsewhere = given.actor("zuid", "Trimbos")
    for path in (
        f"{PATH}/{elsewhere}",
        f"{PATH}/{elsewhere}/bewerken",
        "/netwerken/zuid/partners",
    ):
        assert editor.get(path).status_code == 404
    assert post(editor, f"{PATH}/{elsewhere}/archiveren").status_code == 404


def test_parts_are_a_tree_that_grows_from_the_page_of_the_whole(
    editor: FlaskClient, given: Given
) -> None:
    whole = given.actor("noord", "Stichting")
    team = given.actor("noord", "Team Oost", parent_id=whole)
    given.actor("noord", "Locatie Kade", parent_id=team)

    page = editor.get(f"{PATH}/{whole}")
    check_page(page)
    assert "Locatie Kade" in page.text.partition('class="tree"')[2]
    form = editor.get(f"{PATH}/nieuw?geheel={whole}")
    check_page(form)
    assert 'value="Stichting"' in form.text

    together = editor.get(f"{PATH}?onderdelen=samen")
    check_page(together)
    assert "1 partner<" in together.text
    assert "met 2 onderdelen" in together.text


def test_a_part_cannot_become_the_whole_of_its_whole(editor: FlaskClient, given: Given) -> None:
    whole = given.actor("noord", "Stichting")
    given.actor("noord", "Team Oost", parent_id=whole)
    typed = {"name": "Stichting", "kind": "other", "version": "1", "parent_name": "Team Oost"}

    page = post(editor, f"{PATH}/{whole}/bewerken", **typed)

    check_page(page)
    assert page.status_code == 422
    assert page.text.count("Team Oost is zelf een onderdeel van deze partner.") == 2
