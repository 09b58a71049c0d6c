"""The map as a place to think: focus, groups, marks, routes, days, and what is taken away."""

import json
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.domain.words import Form, Role, Status
from tests.given import TODAY, Given
from tests.webapp.browse import check_page, client_of
from webapp.map import seeing

PATH = "/netwerken/noord/kaart"
FRAGMENT = {"HX-Request": "true"}
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def reader(web: Flask, given: Given) -> FlaskClient:
    given.vocabulary()
    given.network("noord")
    given.user("rob", "noord", Role.READER)
    return client_of(web, "rob")


@pytest.fixture
def ids(given: Given, reader: FlaskClient) -> dict[str, str]:
    """A chain of four by pairs, one wish at its end, and one who stands alone."""
    domains = {"School": ("onderwijs",), "Club": ("sport-bewegen",), "Bieb": ("kunst-cultuur",)}
    found = {
        name: given.actor("noord", name, domain_ids=domains.get(name, ()))
        for name in ("School", "Club", "Bieb", "Buurthuis", "Alleen")
    }
    worker = given.position("noord", found["Club"], "Sportcoach")
    chain = (("Gym", "School", "Club"), ("Lezen", "Club", "Bieb"), ("Soep", "Bieb", "Buurthuis"))
    for name, one, other in chain:
        found[name] = given.collaboration(
            "noord",
            name,
            found[one],
            found[other],
            started_on=TODAY,
            position_ids=(worker,) if name == "Lezen" else (),
        )
    found["Wens"] = given.collaboration(
        "noord", "Wens", found["Buurthuis"], found["Alleen"], status=Status.WISHED
    )
    return found


def data(client: FlaskClient, query: str = "") -> dict[str, Any]:
    response = client.get(f"{PATH}/gegevens{query}")
    assert response.status_code == 200
    return json.loads(response.text)


def names(found: dict[str, Any], *, bright: bool = False) -> set[str]:
    return {node["label"] for node in found["nodes"] if not (bright and node.get("dim"))}


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("?rond=school&diepte=1", {"School", "Club"}),
        ("?rond=School&diepte=2", {"School", "Club", "Bieb"}),
        ("?rond=School&diepte=3", {"School", "Club", "Bieb", "Buurthuis"}),
        ("?rond=Alleen&diepte=1", {"Alleen"}),
        ("?rond=School&diepte=4", {"School", "Club", "Bieb", "Buurthuis", "Alleen"}),
    ],
)
def test_a_focus_draws_who_is_near(
    reader: FlaskClient, ids: dict[str, str], query: str, shown: set[str]
) -> None:
    assert names(data(reader, query)) == shown
    page = reader.get(f"{PATH}{query}&weergave=lijst")
    check_page(page)
    assert f"{len(shown)} van 5 partners" in page.text


def test_a_name_that_nobody_has_is_told_and_stays_in_its_field(
    reader: FlaskClient, ids: dict[str, str]
) -> None:
    found = data(reader, "?rond=Schol&diepte=1")
    assert found["options"]["page"]["problems"] == [
        "We kennen geen partner die Schol heet. Kies een naam uit de lijst."
    ]
    for query in ("?rond=Schol", "?rond=Schol&weergave=lijst"):
        page = reader.get(PATH + query)
        check_page(page)
        assert 'value="Schol"' in page.text
    assert 'value="School"' in reader.get(f"{PATH}?rond={ids['School']}").text


def test_a_route_is_told_with_who_carries_it(reader: FlaskClient, ids: dict[str, str]) -> None:
    query = "?van=School&naar=Buurthuis"

    found = data(reader, query)
    page = reader.get(f"{PATH}{query}&weergave=lijst")

    assert names(found, bright=True) == {"School", "Club", "Bieb", "Buurthuis"}
    widths = {edge["id"]: edge["width"] for edge in found["edges"]}
    assert {widths[ids[name]] for name in ("Gym", "Lezen", "Soep")} == {6}
    check_page(page)
    for text in (
        "De kortste route van School naar Buurthuis gaat over 3 samenwerkingen.",
        "Gedragen door Sportcoach, Club",
    ):
        assert text in page.text
    assert "Gedragen door" in reader.get(f"{PATH}/tekst{query}").text


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("van=School&naar=Alleen", "Er is geen keten van samenwerkingen tussen School en Alleen."),
        ("van=School&naar=School", "Kies twee verschillende partners"),
        ("van=School&naar=Club", "School en Club werken direct samen."),
    ],
)
def test_a_route_that_is_none_is_said(
    reader: FlaskClient, ids: dict[str, str], query: str, words: str
) -> None:
    assert words in reader.get(f"{PATH}?{query}&weergave=lijst").text
    assert words in data(reader, f"?{query}")["options"]["page"]["summary"]


@pytest.mark.parametrize(
    ("word", "bright"),
    [
        ("schakels", {"Club", "Bieb"}),
        ("los", {"Alleen"}),
        ("gewenst", {"Buurthuis", "Alleen"}),
        ("koel", set[str]()),
    ],
)
def test_what_stands_out_is_bright_and_told(
    reader: FlaskClient, ids: dict[str, str], word: str, bright: set[str]
) -> None:
    found = data(reader, f"?markeer={word}")
    text = reader.get(f"{PATH}?markeer={word}&weergave=lijst").text

    assert names(found, bright=True) == bright
    told = text.partition('id="opvallend-')[2].partition("</section>")[0]
    assert bool(bright) is ("Niets gevonden." not in told)
    assert any(name in told for name in bright) or not bright


def test_groups_stand_for_their_partners_until_opened(
    reader: FlaskClient, given: Given, ids: dict[str, str]
) -> None:
    second = given.actor("noord", "Mavo", domain_ids=("onderwijs",))
    given.collaboration("noord", "Toets", second, ids["Club"], started_on=TODAY)

    closed = data(reader, "?groepeer=domein")
    opened = data(reader, "?groepeer=domein&open=onderwijs")

    assert names(closed) == {
        "Onderwijs (2)",
        "Sport en bewegen (1)",
        "Kunst en cultuur (1)",
        "Domein niet bekend (2)",
    }
    lines = {(edge["from"], edge["to"]): edge["width"] for edge in closed["edges"]}
    assert lines["groep:onderwijs", "groep:sport-bewegen"] == 2.5
    assert {"School", "Mavo"} <= names(opened)
    assert [
        (each["id"], each["open"]) for each in opened["options"]["page"]["groups"] if each["open"]
    ] == [("onderwijs", True)]
    at = {node["id"]: (node["x"], node["y"]) for node in data(reader)["nodes"]}
    moved = {node["id"]: (node["x"], node["y"]) for node in opened["nodes"]}
    assert moved[second] == at[second]
    listed = reader.get(f"{PATH}?groepeer=domein&weergave=lijst")
    check_page(listed)
    assert "Groepen" in listed.text


def test_a_large_network_opens_in_groups_and_its_route_outside_them(
    reader: FlaskClient, ids: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seeing, "MOST_LOOSE", 4)

    assert "Onderwijs (1)" in names(data(reader))
    assert names(data(reader, "?groepeer=niet")) >= {"School", "Alleen"}
    assert names(data(reader, "?rond=School&diepte=1")) == {"School", "Club"}
    assert {"School", "Club"} <= names(data(reader, "?van=School&naar=Club"))
    assert "Buurthuis" in names(data(reader, f"?partner={ids['Buurthuis']}"))


@pytest.mark.parametrize(
    ("colour", "key"),
    [
        ("energie", "nog niet gemeten"),
        ("contact", "nog geen contact"),
        ("groep", "buiten een groep"),
        ("wijk", "wijk niet bekend of een kleinere"),
    ],
)
def test_each_colour_has_a_key(
    reader: FlaskClient, ids: dict[str, str], colour: str, key: str
) -> None:
    found = data(reader, f"?kleur={colour}&grootte=tussen")

    assert key in [line["text"] for line in found["options"]["page"]["key"]]
    sizes = {node["label"]: node["size"] for node in found["nodes"]}
    assert sizes["Club"] > sizes["School"] == 11


def test_another_day_is_the_network_of_then(reader: FlaskClient, ids: dict[str, str]) -> None:
    assert names(data(reader, "?op-datum=2020-01-01")) == set()
    before = reader.get(f"{PATH}?op-datum=2020-01-01&weergave=lijst")
    check_page(before)
    assert "zoals bekend was op" in before.text
    for typed, told in (
        ("2031-01-01", "Deze dag moet nog komen."),
        ("31-02-2026", "Deze dag bestaat niet."),
    ):
        page = reader.get(f"{PATH}?op-datum={typed}&weergave=lijst")
        check_page(page)
        assert told in page.text
        assert "5 van 5 partners" in page.text


def test_each_filter_is_offered_and_answers(
    reader: FlaskClient, given: Given, ids: dict[str, str]
) -> None:
    programme = given.programme("noord", "Samen sterk")
    given.collaboration(
        "noord", "Kamp", ids["School"], ids["Bieb"], programme_ids=(programme,), started_on=TODAY
    )

    offered = reader.get(f"{PATH}/keuzes", headers=FRAGMENT).text
    found = data(reader, f"?programma={programme}")

    for name in ("status", "vorm", "soort", "levensfase", "programma", "preventie", "op-datum"):
        assert f'name="{name}"' in offered
    assert names(found, bright=True) == {"School", "Bieb"}
    assert "2 van 5 partners" in reader.get(f"{PATH}?programma={programme}&weergave=lijst").text


def test_names_are_offered_to_who_types(reader: FlaskClient, ids: dict[str, str]) -> None:
    assert '<option value="Buurthuis">' in reader.get(f"{PATH}/namen", headers=FRAGMENT).text


@pytest.mark.parametrize("query", ["", "?groepeer=domein", "?van=School&naar=Bieb", "?kleur=wijk"])
def test_the_picture_is_a_file_with_its_key(
    reader: FlaskClient, ids: dict[str, str], query: str
) -> None:
    answer = reader.get(f"{PATH}/beeld.svg{query}")

    assert answer.mimetype == "image/svg+xml"
    picture = fromstring(answer.text)  # noqa: S314 -- our own
    words = [text.text for text in picture.iter(f"{SVG}text")]
    assert {"werkt samen", "koelt af"} <= set(words)
    assert any("School" in str(text) or "Onderwijs" in str(text) for text in words)
    assert not [each for each in picture.iter() if "style" in each.attrib]


def test_the_print_says_what_was_chosen(reader: FlaskClient, ids: dict[str, str]) -> None:
    page = reader.get(f"{PATH}/afdruk?domein=onderwijs&laag=practice&rond=School&diepte=1")

    check_page(page)
    for text in ("Domein: Onderwijs", "Laag: uitvoering", "Rond: School", "1 van 5 partners"):
        assert text in page.text


def test_the_panel_leads_on_with_the_filters_that_were_chosen(
    reader: FlaskClient, ids: dict[str, str]
) -> None:
    here = f"http://localhost{PATH}?laag=practice&partner={ids['Club']}&vreemd=1"
    panel = reader.get(
        f"{PATH}/paneel?partner={ids['Club']}", headers=FRAGMENT | {"HX-Current-URL": here}
    ).text

    assert f'href="{PATH}?laag=practice&amp;rond={ids["Club"]}&amp;diepte=1"' in panel
    assert f'href="{PATH}?laag=practice&amp;van={ids["Club"]}"' in panel
    assert f"/risico?zonder=partner:{ids['Club']}#wat-als" in panel.replace("%3A", ":")


def test_a_file_of_the_map_holds_the_parts_of_a_whole_that_passes(
    reader: FlaskClient, given: Given, ids: dict[str, str]
) -> None:
    part = given.actor("noord", "Dependance", parent_id=ids["School"])
    given.collaboration("noord", "Tafel", part, ids["Bieb"], form=Form.MEMBERSHIP)

    def exported(query: str) -> set[str]:
        found = json.loads(reader.get(f"/netwerken/noord/download/kaart/json?{query}").text)
        return {node["label"] for node in found["nodes"]}

    assert "Dependance" not in exported("domein=onderwijs")
    assert {"School", "Dependance"} <= exported("domein=onderwijs&onderdelen=samen")
    assert exported("rond=School&diepte=1") == {"School", "Club", "Gym"}
