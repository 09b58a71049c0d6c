"""The network map on screen: the data that is drawn, and the list that says the same."""

from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from neo4j import Driver

from graph.database import Graph
from graph.domain.words import Form, Layer, Role, Status
from graph.settings import GraphSettings
from tests.bulk import fill
from tests.given import NOW, TODAY, Given
from tests.webapp.browse import check_page, client_of
from tests.webapp.counting import questions

PATH = "/netwerken/noord/kaart"
LIST = PATH + "?weergave=lijst"
FRAGMENT = {"HX-Request": "true"}


@pytest.fixture
def reader(web: Flask, given: Given) -> FlaskClient:
    given.vocabulary()
    given.network("noord")
    given.user("rob", "noord", Role.READER)
    return client_of(web, "rob")


def data(client: FlaskClient, query: str = "") -> dict[str, Any]:
    response = client.get(PATH + "/gegevens" + query)
    assert response.status_code == 200
    found: dict[str, Any] = response.json or {}
    return found


def test_the_data_has_a_node_for_each_partner_and_a_diamond_for_three(
    reader: FlaskClient, given: Given
) -> None:
    one, two, three = (given.actor("noord", name) for name in ("Een", "Twee", "Drie"))
    school = given.actor("noord", "School", domain_ids=("onderwijs",))
    hub = given.collaboration("noord", "Met drie", one, two, three, started_on=TODAY)
    line = given.collaboration("noord", "Met twee", one, school, started_on=TODAY)

    found = data(reader)

    assert set(found) == {"nodes", "edges", "options"}
    kinds = {node["id"]: node["kind"] for node in found["nodes"]}
    assert kinds == {
        one: "actor",
        two: "actor",
        three: "actor",
        school: "actor",
        hub: "collaboration",
    }
    ends = {(edge["from"], edge["to"]) for edge in found["edges"]}
    assert {pair for pair in ends if hub in pair} == {(hub, one), (hub, two), (hub, three)}
    [tie] = [edge for edge in found["edges"] if edge.get("id") == line]
    assert {tie["from"], tie["to"]} == {one, school}
    [node] = [node for node in found["nodes"] if node["id"] == school]
    assert (node["label"], node["shape"], node["group"]) == ("School", "square", "onderwijs")
    assert node["lively"]
    assert isinstance(node["x"], float)
    assert found["options"]["physics"] == {"enabled": False}


def test_a_change_is_drawn_at_once(reader: FlaskClient, given: Given) -> None:
    one = given.actor("noord", "Een")
    assert [node["id"] for node in data(reader)["nodes"]] == [one]
    two = given.actor("noord", "Twee")
    assert [node["id"] for node in data(reader)["nodes"]] == [one, two]


def test_a_network_never_gets_the_drawing_of_another(
    web: Flask, reader: FlaskClient, given: Given
) -> None:
    given.actor("noord", "Hier")
    given.network("zuid")
    given.user("zoe", "zuid", Role.READER)
    there = given.actor("zuid", "Daar")
    data(reader)
    found: dict[str, Any] = client_of(web, "zoe").get("/netwerken/zuid/kaart/gegevens").json or {}
    assert [node["id"] for node in found["nodes"]] == [there]


def test_what_is_not_active_or_a_membership_is_drawn_when_asked(
    reader: FlaskClient, given: Given
) -> None:
    pair = given.actor("noord", "Een"), given.actor("noord", "Twee")
    wished = given.collaboration("noord", "Wens", *pair, status=Status.WISHED)
    table = given.collaboration(
        "noord", "Tafel", *pair, form=Form.MEMBERSHIP, layer=Layer.VISION, started_on=TODAY
    )
    running = given.collaboration("noord", "Loopt", *pair, started_on=TODAY)

    def drawn(query: str) -> set[str]:
        found = data(reader, query)
        return {thing["id"] for thing in (*found["nodes"], *found["edges"]) if "id" in thing}

    ids = {wished, table, running}
    assert drawn("") & ids == {running}
    assert drawn("?status=wished") & ids == {wished}
    assert drawn("?markeer=gewenst") & ids == {wished, running}
    assert drawn("?vorm=alle") & ids == {table, running}
    assert drawn("?vorm=membership") & ids == {table}
    assert drawn("?lidmaatschappen=ja&status=alle") & ids == ids


def test_a_partner_of_one_person_has_no_score(reader: FlaskClient, given: Given) -> None:
    coach = given.actor("noord", "Coach", is_person=True)
    club = given.actor("noord", "Club")
    given.collaboration("noord", "Samen", coach, club, started_on=TODAY)

    scores = {node["id"]: node["energy"] is not None for node in data(reader)["nodes"]}

    assert scores == {coach: False, club: True}


def test_who_works_with_nobody_stands_apart(reader: FlaskClient, given: Given) -> None:
    alone = given.actor("noord", "Alleen")

    found = data(reader)

    [node] = found["nodes"]
    assert (node["id"], node["color"]["background"]) == (alone, "#ffffff")
    assert [tint["name"] for tint in found["options"]["page"]["tints"]] == ["Nog niet verbonden"]


def test_an_empty_network_has_a_map_and_a_list(reader: FlaskClient) -> None:
    check_page(reader.get(PATH))
    assert data(reader)["nodes"] == []
    page = reader.get(LIST)
    check_page(page)
    assert "Dit netwerk heeft nog geen partners." in page.text


def test_the_map_sends_who_has_no_script_to_the_list_with_the_same_filters(
    reader: FlaskClient,
) -> None:
    page = reader.get(PATH + "?laag=practice")
    check_page(page)
    assert "weergave=lijst" in page.text.partition("http-equiv")[2].partition("</noscript>")[0]
    assert "laag=practice" in page.text.partition("http-equiv")[2].partition("</noscript>")[0]


def test_the_list_remembers_how_the_map_looked(reader: FlaskClient) -> None:
    page = reader.get(LIST + "&kleur=energie&grootte=partners")

    check_page(page)
    assert '<input type="hidden" name="kleur" value="energie">' in page.text
    assert '<input type="hidden" name="grootte" value="partners">' in page.text


def test_the_tabs_follow_a_filter_that_htmx_changed(reader: FlaskClient) -> None:
    page = reader.get(LIST + "&laag=practice&kleur=energie")
    part = reader.get(LIST + "&laag=practice&kleur=energie", headers={"HX-Request": "true"})

    to_map = f'href="{PATH}?laag=practice&amp;kleur=energie"'
    assert to_map in page.text
    assert to_map in part.text
    assert part.text.count('id="weergave"') == part.text.count("hx-swap-oob") == 1
    assert "hx-swap-oob" not in page.text


def test_the_list_passes_the_same_filters(reader: FlaskClient, given: Given) -> None:
    school = given.actor("noord", "Het Kompas", domain_ids=("onderwijs",))
    club = given.actor("noord", "SV Noord", domain_ids=("sport-bewegen",))
    other = given.actor("noord", "De Linde")
    given.collaboration("noord", "Na schooltijd", school, club, started_on=TODAY)
    given.collaboration("noord", "Sportcafé", club, other, started_on=TODAY)

    page = reader.get(LIST + "&domein=onderwijs")

    check_page(page)
    assert "Het Kompas" in page.text
    assert "Na schooltijd" in page.text
    assert "SV Noord" not in page.text
    assert "Sportcafé" not in page.text
    assert "1 van 3 partners, 1 samenwerkingen" in page.text


def test_the_list_says_in_words_what_lines_say(reader: FlaskClient, given: Given) -> None:
    pair = given.actor("noord", "Een"), given.actor("noord", "Twee")
    given.collaboration("noord", "Lang stil", *pair, started_on=TODAY.replace(month=1))
    given.collaboration("noord", "Later samen", *pair, status=Status.WISHED)

    active = reader.get(LIST).text
    everything = reader.get(LIST + "&status=alle").text

    assert "(koelt af)" in active
    assert "Later samen" not in active
    assert "(gewenst)" in everything


@pytest.mark.parametrize(
    ("sort", "names"),
    [("naam", ["Aap", "Noot"]), ("energie", ["Noot", "Aap"]), ("onzin", ["Noot", "Aap"])],
)
def test_the_list_sorts(reader: FlaskClient, given: Given, sort: str, names: list[str]) -> None:
    given.actor("noord", "Aap")
    noot = given.actor("noord", "Noot")
    given.collaboration("noord", "Samen", noot, given.actor("noord", "Wim"), started_on=TODAY)

    text = reader.get(f"{LIST}&sortering={sort}").text

    assert sorted(names, key=lambda name: text.index(f">{name}</a>")) == names


def test_a_changed_filter_fetches_only_the_list(reader: FlaskClient) -> None:
    response = reader.get(LIST, headers=FRAGMENT)
    assert response.status_code == 200
    assert "<html" not in response.text


@pytest.mark.parametrize(("role", "may_plan"), [(Role.READER, False), (Role.EDITOR, True)])
def test_the_panel_tells_of_a_partner(
    web: Flask, given: Given, role: Role, *, may_plan: bool
) -> None:
    given.network("noord")
    given.user("ana", "noord", role)
    kajuit, club = given.actor("noord", "De Kajuit"), given.actor("noord", "SV Noord")
    given.collaboration("noord", "Vrijdag open", kajuit, club, started_on=TODAY)
    client = client_of(web, "ana")

    panel = client.get(f"{PATH}/paneel?partner={kajuit}", headers=FRAGMENT)

    assert panel.status_code == 200
    for words in ("De Kajuit", "Vrijdag open", "1 partner", "van 4 gegevens bekend"):
        assert words in panel.text
    assert ("Zet bij mijn acties" in panel.text) is may_plan


def test_the_panel_tells_of_a_collaboration(reader: FlaskClient, given: Given) -> None:
    kajuit, club = given.actor("noord", "De Kajuit"), given.actor("noord", "SV Noord")
    one = given.collaboration("noord", "Vrijdag open", kajuit, club, started_on=TODAY)

    panel = reader.get(f"{PATH}/paneel?samenwerking={one}", headers=FRAGMENT)

    assert panel.status_code == 200
    for words in ("Vrijdag open", "De Kajuit", "SV Noord", "Beste stap"):
        assert words in panel.text


def test_the_panel_opened_by_itself_is_the_map(reader: FlaskClient, given: Given) -> None:
    kajuit = given.actor("noord", "De Kajuit")
    response = reader.get(f"{PATH}/paneel?partner={kajuit}")
    assert response.status_code == 303
    assert response.location == f"{PATH}?partner={kajuit}"


def test_a_panel_of_another_network_does_not_exist(reader: FlaskClient, given: Given) -> None:
    given.network("zuid")
    there = given.actor("zuid", "Daar")
    thing = given.collaboration("zuid", "Iets", there)
    for query in (f"partner={there}", f"samenwerking={thing}", ""):
        assert reader.get(f"{PATH}/paneel?{query}", headers=FRAGMENT).status_code == 404


def test_a_larger_network_asks_no_more(
    web: Flask,
    given: Given,
    graph: Graph,
    driver: Driver,
    engine_settings: GraphSettings,
) -> None:
    given.user("ana")
    asked: dict[str, list[int]] = {}
    for slug, actors in (("klein", 5), ("groot", 120)):
        given.network(slug)
        given.member("ana", slug, Role.EDITOR)
        fill(
            driver,
            database=engine_settings.database,
            network_id=slug,
            actors=actors,
            ties=actors * 2,
            today=NOW.date(),
        )
        client = client_of(web, "ana")
        asked[slug] = [
            questions(graph, client, f"/netwerken/{slug}/{part}")
            for part in ("kaart", "kaart?weergave=lijst", "kaart/gegevens", "energie")
        ]
    assert asked["klein"] == asked["groot"]
    assert max(asked["groot"]) <= 6


def test_the_address_chooses_whether_parts_are_drawn_as_their_whole(
    web: Flask, given: Given
) -> None:
    given.network("noord")
    given.user("rob", "noord", Role.READER)
    whole = given.actor("noord", "Stichting")
    given.actor("noord", "Team Oost", parent_id=whole)
    reader = client_of(web, "rob")
    path = "/netwerken/noord/kaart"

    def drawn(query: str) -> list[str]:
        data: Any = reader.get(f"{path}/gegevens{query}").json
        return sorted(str(node["label"]) for node in data["nodes"])

    assert drawn("") == ["Stichting", "Team Oost"]
    assert drawn("?onderdelen=samen") == ["Stichting"]
    for view in ("?onderdelen=samen", "?onderdelen=samen&weergave=lijst"):
        page = reader.get(f"{path}{view}")
        check_page(page)
        assert "Teken onderdelen apart" in page.text
