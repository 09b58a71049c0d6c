"""Where lokale energie sits, on screen."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.database import Graph
from graph.domain.energy import measure, points
from graph.domain.followups import FollowUp
from graph.domain.words import FollowUpKind, Form, Layer, Role, Status
from graph.repositories import energy, followups, snapshots
from tests.given import NOW, TODAY, Given
from tests.webapp.browse import check_page, client_of, post
from tests.webapp.counting import questions

PATH = "/netwerken/noord/energie"
FRAGMENT = {"HX-Request": "true"}

Rows = Callable[..., list[dict[str, object]]]


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
    assert "In één vak is er een ambitie en nog geen samenwerking." in page.text


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


def test_life_stages_have_a_table_of_their_own(editor: FlaskClient, given: Given) -> None:
    school = given.actor(
        "noord", "School", domain_ids=("onderwijs",), life_stage_ids=("kindertijd", "ouderdom")
    )
    club = given.actor("noord", "Club")
    given.collaboration("noord", "Eigen", school, club, life_stage_ids=("kindertijd",))
    given.collaboration("noord", "Lijst", school, club, form=Form.MEMBERSHIP, started_on=TODAY)

    page = editor.get(f"{PATH}?tabel=levensfase")

    check_page(page)
    found = cells(page.text)
    assert {url.partition("witte-vlekken")[2] for url in found.values()} == {
        "/onderwijs/kindertijd"
    }
    assert next(iter(found)).endswith("nog niet gemeten"), "a membership fills no cell"


def test_rise_and_fall_are_against_what_was_measured_then(
    editor: FlaskClient, graph: Graph, given: Given, rows: Rows
) -> None:
    pair = given.actor("noord", "Een"), given.actor("noord", "Twee")
    tie = given.collaboration("noord", "Samen", *pair, started_on=TODAY - timedelta(days=60))
    given.moment("noord", on=TODAY, collaboration_ids=(tie,))
    given.collaboration("noord", "Zakt", *pair, started_on=TODAY - timedelta(days=28))
    rows("MATCH (n) SET n.created_at = $at", at=NOW - timedelta(days=90))
    _measure_four_weeks_ago(graph)

    page = editor.get(PATH)
    falling = editor.get(f"{PATH}?sortering=daling", headers=FRAGMENT).text

    check_page(page)
    facts = energy.facts(graph, network_id="noord", collaboration_ids=[tie], today=TODAY)
    now = points(measure(facts[tie], TODAY).score or 0)
    [then] = snapshots.list_newest(graph, network_id="noord", until=TODAY)
    before = points(then.energies[tie].energy or 0)
    assert f"hoger dan vier weken geleden: </span>+{now - before}</span>" in page.text
    assert "achteraf berekend" in page.text
    assert "Er is nog geen meting van elk van die weken." in page.text, "a quarter ago"
    assert falling.index(">Zakt</a>") < falling.index(">Samen</a>")


def test_scores_of_another_formula_are_not_compared(
    editor: FlaskClient, graph: Graph, given: Given, rows: Rows
) -> None:
    pair = given.actor("noord", "Een"), given.actor("noord", "Twee")
    given.collaboration("noord", "Samen", *pair, started_on=TODAY - timedelta(days=60))
    rows("MATCH (n) SET n.created_at = $at", at=NOW - timedelta(days=90))
    _measure_four_weeks_ago(graph)
    rows("MATCH (n:Snapshot) SET n.energy_version = 0")

    assert "dan vier weken geleden" not in editor.get(PATH).text


def test_the_best_step_is_one_click_from_being_an_action(
    editor: FlaskClient, graph: Graph, given: Given
) -> None:
    pair = given.actor("noord", "Een"), given.actor("noord", "Twee")
    cold = given.collaboration("noord", "Stil", *pair, started_on=TODAY - timedelta(days=60))
    [(where, form)] = re.findall(r'action="([^"]+/nieuw)">(.*?)</form>', _list(editor), re.DOTALL)
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', form))

    answer = post(editor, where, **fields)

    assert (answer.status_code, answer.location) == (303, PATH)
    [kept] = _open(graph)
    assert (kept.what, kept.fields.kind) == ("Spreek elkaar: Stil", FollowUpKind.SPEAK)
    assert (kept.fields.user_id, kept.fields.collaboration_ids) == ("ana", (cold,))
    assert kept.due_on == TODAY + timedelta(days=7)


def test_the_formula_is_worked_out_with_numbers_of_this_network(
    editor: FlaskClient, given: Given
) -> None:
    school = given.actor("noord", "School", domain_ids=("onderwijs",))
    club = given.actor("noord", "Club", domain_ids=("sport-bewegen",))
    tie = given.collaboration("noord", "Samen", school, club, started_on=TODAY)
    given.moment("noord", on=TODAY - timedelta(days=21), collaboration_ids=(tie,))
    given.collaboration("noord", "Ander", school, started_on=TODAY - timedelta(days=42))

    page = editor.get(f"{PATH}/uitleg?samenwerking={tie}")

    check_page(page)
    told = " ".join(re.sub(r"<[^>]+>", " ", page.text).split())
    assert "½^(0 / 42) = 1,00" in told
    assert "alleen contact is bekend = 1,00" in told
    times = "\N{MULTIPLICATION SIGN}"
    assert f"0,6 {times} 0,50 + 0,4 {times} 0,60 = 0,54" in told
    assert f"100 {times} 1,00 {times} (0,6 + 0,4 {times} 0,54) = 82" in told
    assert "½^(42 / 42)" in editor.get(f"{PATH}/uitleg?samenwerking=onbekend").text


def test_without_a_score_there_is_only_the_rule(editor: FlaskClient) -> None:
    page = editor.get(f"{PATH}/uitleg")
    check_page(page)
    assert "Er is nog geen samenwerking met een score." in page.text


def test_the_page_reads_as_often_whatever_the_size(
    editor: FlaskClient, graph: Graph, given: Given
) -> None:
    pair = given.actor("noord", "Een"), given.actor("noord", "Twee")
    given.collaboration("noord", "Samen", *pair, started_on=TODAY)
    few = questions(graph, editor, PATH)
    for number in range(5):
        given.collaboration("noord", f"Nog {number}", *pair, started_on=TODAY)

    assert questions(graph, editor, PATH) == few


def _measure_four_weeks_ago(graph: Graph) -> None:
    on = TODAY - timedelta(days=28)
    assert snapshots.take(graph, network_id="noord", on=on, now=NOW)


def _list(client: FlaskClient) -> str:
    return client.get(PATH, headers=FRAGMENT).text


def _open(graph: Graph) -> list[FollowUp]:
    return followups.list_open(graph, network_id="noord")
