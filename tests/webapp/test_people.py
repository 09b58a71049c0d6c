"""Contact persons and positions on screen: found, handed over, and never all lost."""

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.domain.people import Period
from graph.domain.words import Role
from graph.repositories import people, positions
from tasks.dates import day
from tests.given import ANA, NOW, TODAY, Given
from tests.webapp.browse import check_page, client_of, post
from tests.webapp.counting import questions

PEOPLE = "/netwerken/noord/contactpersonen"
POSITIONS = "/netwerken/noord/functies"


@pytest.fixture
def editor(web: Flask, given: Given) -> FlaskClient:
    """A browser of Ana, who may edit."""
    given.network("noord")
    given.user("ana", "noord", Role.EDITOR)
    return client_of(web, "ana")


@pytest.fixture
def kajuit(editor: FlaskClient, given: Given) -> str:
    """A partner."""
    return given.actor("noord", "De Kajuit")


@pytest.fixture
def coordinator(given: Given, kajuit: str) -> str:
    """A position at that partner, with a functional address."""
    return given.position("noord", kajuit, "Coördinator", email="info@kajuit.nl")


def hold(given: Given, position_id: str, name: str, **fields: str) -> str:
    """Let a new person hold a position that nobody changed yet."""
    person_id = given.person("noord", name, **fields)
    positions.start_holding(
        given.graph, network_id="noord", position_id=position_id, version=1, person_id=person_id,
        since=TODAY - timedelta(400), takes_over=False, by=ANA, now=NOW,
    )  # fmt: skip
    return person_id


def test_an_empty_list_says_how_to_begin(editor: FlaskClient) -> None:
    page = editor.get(PEOPLE)
    check_page(page)
    assert "Voeg een functie toe op de pagina van een partner." in page.text


def test_the_list_forgives_and_shows_function_partner_and_how_to_reach(
    editor: FlaskClient, given: Given, coordinator: str
) -> None:
    hold(given, coordinator, "Noor Voorbeeld", phone="06 12345678")
    given.person("noord", "Willem Ander")

    found, none = editor.get(f"{PEOPLE}?q=kajiut"), editor.get(f"{PEOPLE}?q=qqqqq")
    part = editor.get(PEOPLE, headers={"HX-Request": "true"})

    check_page(found)
    check_page(none)
    assert "Noor Voorbeeld" in found.text
    assert "Willem Ander" not in found.text
    assert 'href="tel:0612345678"' in found.text
    assert "Niemand past bij deze vraag." in none.text
    assert "Willem Ander" in part.text
    assert "<html" not in part.text


def test_a_new_function_and_then_who_does_it(
    editor: FlaskClient, given: Given, kajuit: str
) -> None:
    check_page(editor.get(f"{POSITIONS}/nieuw?partner={kajuit}"))

    answer = post(editor, f"{POSITIONS}/nieuw?partner={kajuit}", name=" Wijk  agent ", version="1")

    assert answer.status_code == 303
    start = editor.get(answer.location)
    check_page(start)
    assert "Wie doet dit?" in start.text
    [position] = positions.list_for_actor(given.graph, network_id="noord", actor_id=kajuit)
    assert (position.fields.name, position.is_vacant(TODAY)) == ("Wijk agent", True)
    begun = post(
        editor, answer.location, name="Sam Nieuw", since="2026-11-01", email="sam@kajuit.nl",
        version="1",
    )  # fmt: skip
    assert begun.status_code == 303
    page = editor.get(begun.location)
    check_page(page)
    assert "Sam Nieuw" in page.text
    assert 'href="mailto:sam@kajuit.nl"' in page.text


def test_a_handover_to_somebody_who_is_known(
    editor: FlaskClient, given: Given, coordinator: str
) -> None:
    hold(given, coordinator, "Noor Voorbeeld")
    sam = given.person("noord", "Sam Vos")
    path = f"{POSITIONS}/{coordinator}/beginnen"
    form = editor.get(path)
    check_page(form)
    assert "checked" in form.text
    assert "Nu: Noor Voorbeeld." in form.text

    answer = post(
        editor, path, name="sam vos", since=TODAY.isoformat(), takes_over="y", version="2"
    )

    assert answer.status_code == 303
    position = positions.get(given.graph, network_id="noord", position_id=coordinator)
    assert [one.person_id for one in position.held_by(TODAY)] == [sam]
    assert [one.name for one in position.held_before(TODAY)] == ["Noor Voorbeeld"]
    check_page(editor.get(f"{PEOPLE}/{sam}"))
    page = editor.get(answer.location)
    check_page(page)
    assert "Noor Voorbeeld" in page.text


def test_a_successor_shows_before_the_first_day(
    editor: FlaskClient, given: Given, kajuit: str, coordinator: str
) -> None:
    hold(given, coordinator, "Noor Voorbeeld")
    sam = given.person("noord", "Sam Vos")

    answer = post(
        editor,
        f"{POSITIONS}/{coordinator}/beginnen",
        name="Sam Vos",
        since=(TODAY + timedelta(1)).isoformat(),
        takes_over="y",
        version="2",
    )

    assert answer.status_code == 303
    first_day = "vanaf " + day(TODAY + timedelta(1))
    for path in (answer.location, f"/netwerken/noord/partners/{kajuit}", f"{PEOPLE}/{sam}"):
        page = editor.get(path)
        check_page(page)
        assert "Sam Vos" in page.text
        assert first_day in page.text


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"name": ""}, "Vul in wie begint."),
        ({"name": "Noor Voorbeeld"}, "Deze contactpersoon heeft de functie dan al."),
        ({"takes_over": "y", "since": "2020-01-01"}, "De vorige begon pas op die dag of later."),
        ({"name": "Jan Jansen"}, "Er staan er 2 met de naam Jan Jansen."),
        ({"email": "geen adres"}, "Schrijf het mailadres als info@naam.nl."),
        ({"phone": "bel maar"}, "Schrijf het telefoonnummer met alleen cijfers."),
    ],
)
def test_a_handover_that_cannot_be_is_told(
    editor: FlaskClient, given: Given, coordinator: str, typed: dict[str, str], told: str
) -> None:
    hold(given, coordinator, "Noor Voorbeeld")
    for _ in range(2):
        given.person("noord", "Jan Jansen")
    filled = {"name": "Sam Nieuw", "since": TODAY.isoformat(), "version": "2"}

    page = post(editor, f"{POSITIONS}/{coordinator}/beginnen", **filled | typed)

    check_page(page)
    assert page.status_code == 422
    assert page.text.count(told) == 2, "in the summary and at the field"


def test_who_stops_and_a_stale_stop(editor: FlaskClient, given: Given, coordinator: str) -> None:
    noor = hold(given, coordinator, "Noor Voorbeeld")
    path = f"{POSITIONS}/{coordinator}/stoppen/{noor}"
    check_page(editor.get(path))

    early = post(editor, path, until="2020-01-01", version="2")
    stale = post(editor, path, until=TODAY.isoformat(), version="1")

    check_page(early)
    check_page(stale)
    assert (early.status_code, stale.status_code) == (422, 409)
    assert "De laatste dag ligt voor de eerste." in early.text
    assert "Iemand anders wijzigde deze functie." in stale.text
    assert 'name="version" type="hidden" value="2"' in stale.text
    yesterday = TODAY - timedelta(1)
    assert post(editor, path, until=yesterday.isoformat(), version="2").status_code == 303
    page = editor.get(f"{POSITIONS}/{coordinator}")
    check_page(page)
    assert "functie is vrij" in page.text
    person = people.get(given.graph, network_id="noord", person_id=noor)
    assert person.held(TODAY)[0].period == Period(since=TODAY - timedelta(400), until=yesterday)


def test_the_last_way_to_reach_a_partner_asks_to_be_sure(
    editor: FlaskClient, given: Given, kajuit: str, coordinator: str
) -> None:
    path = f"{POSITIONS}/{coordinator}/archiveren"

    asked = post(editor, path, version="1")

    check_page(asked)
    assert "Dit is de laatste manier om De Kajuit te bereiken." in asked.text
    assert not positions.get(given.graph, network_id="noord", position_id=coordinator).archived_at
    answer = post(editor, path, version="1", zeker="ja")
    assert answer.location == f"/netwerken/noord/partners/{kajuit}"
    check_page(editor.get(f"{POSITIONS}/{coordinator}"))
    assert post(editor, f"{POSITIONS}/{coordinator}/terugzetten").status_code == 303
    given.position("noord", kajuit, "Bestuurslid", phone="06 1")
    assert post(editor, path, version="3").status_code == 303


def test_a_person_is_added_archived_and_brought_back(editor: FlaskClient, given: Given) -> None:
    check_page(editor.get(f"{PEOPLE}/nieuw"))
    wrong = post(editor, f"{PEOPLE}/nieuw", name="", phone="06 12345678", version="1")
    check_page(wrong)
    assert (wrong.status_code, "06 12345678" in wrong.text) == (422, True)

    answer = post(editor, f"{PEOPLE}/nieuw", name="Noor Voorbeeld", version="1")
    page = editor.get(answer.location)
    check_page(page)
    assert "Deze contactpersoon heeft nu geen functie." in page.text
    assert post(editor, f"{answer.location}/archiveren", version="1").location == PEOPLE
    assert "Noor Voorbeeld" in editor.get(f"{PEOPLE}?archief=ja").text
    check_page(editor.get(answer.location))
    assert post(editor, f"{answer.location}/terugzetten").status_code == 303
    [person] = people.names(given.graph, network_id="noord")
    assert person.name == "Noor Voorbeeld"


@pytest.mark.parametrize("what", ["person", "position"])
def test_a_stale_edit_shows_both_versions(
    editor: FlaskClient, given: Given, coordinator: str, what: str
) -> None:
    path = (
        f"{PEOPLE}/{given.person('noord', 'Noor')}/bewerken"
        if what == "person"
        else f"{POSITIONS}/{coordinator}/bewerken"
    )
    check_page(editor.get(path))
    assert post(editor, path, name="Van de ander", version="1").status_code == 303

    page = post(editor, path, name="Van mij", version="1")

    check_page(page)
    assert page.status_code == 409
    assert "Van de ander" in page.text
    assert "Van mij" in page.text
    assert post(editor, path, name="Van mij", version="2").status_code == 303


def test_a_reader_reads_and_no_more(
    web: Flask, given: Given, kajuit: str, coordinator: str
) -> None:
    noor = hold(given, coordinator, "Noor Voorbeeld")
    given.user("rob", "noord", Role.READER)
    reader = client_of(web, "rob")

    for path in (PEOPLE, f"{PEOPLE}/{noor}", f"{POSITIONS}/{coordinator}"):
        page = reader.get(path)
        check_page(page)
        assert "Noor Voorbeeld" in page.text
        assert "Bewerk" not in page.text
    assert reader.get(f"{POSITIONS}/nieuw?partner={kajuit}").status_code == 403
    assert post(reader, f"{PEOPLE}/{noor}/archiveren").status_code == 403


def test_nothing_of_another_network_opens(editor: FlaskClient, given: Given) -> None:
    south = given.network("zuid")
    there = given.actor(south, "Vreemd")

    assert editor.get(f"{POSITIONS}/nieuw?partner={there}").status_code == 404
    assert post(editor, f"{POSITIONS}/nieuw?partner={there}", name="Spion").status_code == 404
    assert editor.get(f"{PEOPLE}/{given.person(south, 'Vreemd')}").status_code == 404


def test_the_list_asks_as_much_of_a_large_network(
    editor: FlaskClient, given: Given, coordinator: str
) -> None:
    hold(given, coordinator, "Noor Voorbeeld")
    small = questions(given.graph, editor, f"{PEOPLE}?q=noor")
    for number in range(60):
        given.person("noord", f"Persoon {number}")

    assert questions(given.graph, editor, f"{PEOPLE}?q=persoon") == small
    assert small <= 6


def test_archiving_who_is_the_last_way_to_a_partner_asks_to_be_sure(
    editor: FlaskClient, given: Given, kajuit: str
) -> None:
    bare = given.position("noord", kajuit, "Vrijwilliger")
    noor = hold(given, bare, "Noor Voorbeeld", phone="06 12345678")

    asked = post(editor, f"{PEOPLE}/{noor}/archiveren", version="1")

    check_page(asked)
    assert asked.status_code == 200
    assert "geen mailadres of telefoonnummer meer van:" in asked.text
    assert "De Kajuit</a>" in asked.text
    assert people.get(given.graph, network_id="noord", person_id=noor).archived_at is None
    sure = post(editor, f"{PEOPLE}/{noor}/archiveren", version="1", zeker="ja")
    assert sure.status_code == 303
    assert people.get(given.graph, network_id="noord", person_id=noor).archived_at


@pytest.mark.parametrize("other_way", ["own", "functional", "second"])
def test_archiving_somebody_does_not_ask_when_another_way_stays(
    editor: FlaskClient, given: Given, other_way: str
) -> None:
    phone = "06 12345678"
    actor_id = given.actor("noord", "De Plons", phone=phone if other_way == "own" else "")
    email = "plons@example.org" if other_way == "functional" else ""
    noor = hold(given, given.position("noord", actor_id, "Een", email=email), "Noor", phone=phone)
    if other_way == "second":
        hold(given, given.position("noord", actor_id, "Twee"), "Samir", phone=phone)

    assert post(editor, f"{PEOPLE}/{noor}/archiveren", version="1").status_code == 303


def test_a_mistake_of_today_is_put_right_and_can_be_undone(
    editor: FlaskClient, given: Given, coordinator: str
) -> None:
    noor = hold(given, coordinator, "Noor Voorbeeld")
    samir = given.person("noord", "Samir")
    form = {"name": "Samir", "since": TODAY.isoformat(), "takes_over": "y", "version": "2"}
    assert post(editor, f"{POSITIONS}/{coordinator}/beginnen", **form).status_code == 303
    asked = editor.get(f"{POSITIONS}/{coordinator}/stoppen/{samir}")
    check_page(asked)
    assert "Noor Voorbeeld heeft de functie dan weer." in asked.text

    def held_by() -> list[str]:
        position = positions.get(given.graph, network_id="noord", position_id=coordinator)
        return [each.person_id for each in position.held_by(TODAY)]

    assert held_by() == [samir]
    path = f"{POSITIONS}/{coordinator}/vergissing/{samir}"
    assert post(editor, path, version="3").status_code == 303
    assert held_by() == [noor]
    assert people.get(given.graph, network_id="noord", person_id=samir).positions == ()

    page = editor.get(f"{POSITIONS}/{coordinator}").text
    undo = page.partition('class="toast"')[2].partition('action="')[2].partition('"')[0]
    assert post(editor, undo.replace("&amp;", "&")).status_code == 303
    assert held_by() == [samir]
    assert post(editor, f"{POSITIONS}/{coordinator}/vergissing/{noor}").status_code == 404
