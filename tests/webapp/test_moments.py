"""Logging contact: quick, whole or not at all, and nothing that was typed is lost."""

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.domain.words import Channel, Evidence, Role
from graph.repositories import followups, moments
from tests.given import TODAY, Given
from tests.webapp.browse import check_page, client_of, post
from tests.webapp.counting import questions

PATH = "/netwerken/noord/contactmomenten"
FILLED = {"on": TODAY.isoformat(), "channel": "call", "evidence": "seen", "version": "1"}


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
def friday(kajuit: str, given: Given) -> str:
    """What that partner works on."""
    return given.collaboration("noord", "Vrijdagavond open", kajuit, given.actor("noord", "SV"))


def test_the_form_starts_with_where_one_came_from(
    editor: FlaskClient, given: Given, kajuit: str, friday: str
) -> None:
    given.position("noord", kajuit, "Coördinator")

    page = editor.get(f"{PATH}/nieuw?partner={kajuit}")

    check_page(page)
    assert (
        f'checked id="actor_ids-0" name="actor_ids" type="checkbox" value="{kajuit}"' in page.text
    )
    assert "Vrijdagavond open" in page.text
    assert f'value="{friday}"' in page.text
    assert "Coördinator, De Kajuit" in page.text
    assert f'value="{TODAY}"' in page.text


def test_a_few_fields_are_enough_and_one_comes_back_to_the_partner(
    editor: FlaskClient, given: Given, kajuit: str
) -> None:
    answer = post(editor, f"{PATH}/nieuw", **FILLED, actor_ids=kajuit)

    assert answer.status_code == 303
    assert answer.location == f"/netwerken/noord/partners/{kajuit}"
    [moment] = moments.list_for_actor(given.graph, network_id="noord", actor_id=kajuit)
    assert (moment.on, moment.channel, moment.evidence, moment.logged_by) == (
        TODAY, Channel.CALL, Evidence.SEEN, "Ana",
    )  # fmt: skip


def test_names_may_be_typed_and_all_comes_with_it(
    editor: FlaskClient, given: Given, kajuit: str, friday: str
) -> None:
    answer = post(
        editor,
        f"{PATH}/nieuw",
        **FILLED | {"evidence": "heard"},
        partner="de kajuit",
        collaboration="VRIJDAGAVOND open",
        heard_from="de muziekschool",
        note="Veertig bezoekers,\r\n volle zaal",
        value="5",
        rated_by="De Kajuit",
        step_what="Zondag proberen",
        step_on="04-12-2026",
        terug="/netwerken/noord/acties",
    )

    assert (answer.status_code, answer.location) == (303, "/netwerken/noord/acties")
    [moment] = moments.list_for_collaboration(
        given.graph, network_id="noord", collaboration_id=friday
    )
    assert moment.note == "Veertig bezoekers, volle zaal"
    assert (moment.fields.actor_ids, moment.heard_from) == ((kajuit,), "de muziekschool")
    [step] = followups.list_for(given.graph, network_id="noord", about_id=friday)
    assert (step.what, step.due_on.isoformat()) == ("Zondag proberen", "2026-12-04")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({}, "Kies een partner of een samenwerking waar het over ging."),
        ({"partner": "De Kajiut"}, "Partner De Kajiut is niet bekend. Bedoel je De Kajuit?"),
        ({"partner": "Xyz"}, "Kies een naam uit de lijst, of voeg die eerst toe."),
        ({"on": "2026-11-31"}, "Deze dag bestaat niet. Schrijf de dag als 30-11-2026."),
        ({"on": ""}, "Vul in op welke dag het was."),
        ({"on": "2027-01-01", "partner": "De Kajuit"}, "Deze dag komt nog."),
        ({"at": "25:99"}, "Schrijf de tijd als 15:30, of laat dit leeg."),
        ({"evidence": "heard", "partner": "De Kajuit"}, "Vul in van wie je het hoorde."),
        ({"value": "4", "partner": "De Kajuit"}, "Een puls gaat over één samenwerking."),
        ({"step_what": "Bel terug"}, "Vul ook in voor wanneer deze stap is."),
        ({"step_on": "2026-12-04"}, "Vul ook in wat de volgende stap is."),
        ({"note": "x" * 300, "partner": "De Kajuit"}, "Maak de notitie korter"),
    ],
)
def test_what_is_wrong_is_told_and_what_was_typed_stays(
    editor: FlaskClient, kajuit: str, typed: dict[str, str], told: str
) -> None:
    page = post(editor, f"{PATH}/nieuw", **{"note": "Volle zaal", **FILLED, **typed})

    check_page(page)
    assert page.status_code == 422
    assert "Fout:" in page.text
    assert page.text.count(told) == 2, "in the summary and at the field"
    assert typed.get("note", "Volle zaal") in page.text


@pytest.mark.parametrize(
    ("typed", "missing"),
    [({"step_what": "Bel terug"}, "step_on"), ({"step_on": "2026-12-04"}, "step_what")],
)
def test_half_a_step_leads_to_the_half_that_is_missing(
    editor: FlaskClient, kajuit: str, typed: dict[str, str], missing: str
) -> None:
    page = post(editor, f"{PATH}/nieuw", **{**FILLED, "partner": "De Kajuit", **typed})

    check_page(page)
    assert page.status_code == 422
    assert f'<a href="#{missing}">Vul ook in' in page.text


def test_a_typed_name_becomes_a_tick_without_saving(
    editor: FlaskClient, given: Given, kajuit: str, friday: str
) -> None:
    typed = {**FILLED, "partner": "De Kajuit", "note": "Volle zaal", "meer": "ja"}

    page = post(editor, f"{PATH}/nieuw", **typed)
    token = {"csrf_token": page.text.partition('name="csrf_token" value="')[2].partition('"')[0]}
    part = editor.post(f"{PATH}/nieuw", data=typed | token, headers={"HX-Request": "true"})

    check_page(page)
    for answer in (page, part):
        assert answer.status_code == 200
        assert (
            f'checked id="actor_ids-0" name="actor_ids" type="checkbox" value="{kajuit}"'
            in answer.text
        )
        assert f'value="{friday}"' in answer.text
    assert "Volle zaal" in page.text
    assert "<html" not in part.text
    assert moments.list_recent(given.graph, network_id="noord") == []


def test_two_with_one_name_are_never_mixed_up(
    editor: FlaskClient, given: Given, kajuit: str
) -> None:
    given.actor("noord", "De Kajuit")

    page = post(editor, f"{PATH}/nieuw", **FILLED, partner="De Kajuit")

    assert page.status_code == 422
    assert "Er staan er 2 met de naam De Kajuit." in page.text
    assert post(editor, f"{PATH}/nieuw", **FILLED, actor_ids=kajuit).status_code == 303


def test_a_thing_of_another_network_cannot_be_named(
    editor: FlaskClient, given: Given, kajuit: str
) -> None:
    stranger = given.actor(given.network("zuid"), "Vreemd")

    assert post(editor, f"{PATH}/nieuw", **FILLED, actor_ids=stranger).status_code == 422
    assert post(editor, f"{PATH}/nieuw", **FILLED, partner="Vreemd").status_code == 422


def test_one_only_goes_back_to_a_page_of_ours(editor: FlaskClient, kajuit: str) -> None:
    answer = post(
        editor, f"{PATH}/nieuw", **FILLED, actor_ids=kajuit, terug="//evil.example/netwerken"
    )

    assert answer.location == f"/netwerken/noord/partners/{kajuit}"


def test_the_toast_takes_a_moment_back_and_the_archive_brings_it_again(
    editor: FlaskClient, given: Given, kajuit: str
) -> None:
    post(editor, f"{PATH}/nieuw", **FILLED, actor_ids=kajuit, terug=PATH)
    page = editor.get(PATH)
    check_page(page)
    assert "Contactmoment bewaard." in page.text
    undo = page.text.partition('class="toast"')[2].partition('action="')[2].partition('"')[0]

    assert post(editor, undo.replace("&amp;", "&")).status_code == 303
    assert moments.list_recent(given.graph, network_id="noord") == []

    archive = editor.get(f"{PATH}?archief=ja")
    check_page(archive)
    [moment] = moments.list_recent(given.graph, network_id="noord", archived=True)
    assert "De Kajuit" in archive.text
    assert post(editor, f"{PATH}/{moment.id}/terugzetten").status_code == 303
    assert len(moments.list_recent(given.graph, network_id="noord")) == 1


def test_a_stale_edit_shows_both_versions_and_the_choice_is_kept(
    editor: FlaskClient, given: Given, kajuit: str, friday: str
) -> None:
    moment_id = given.moment("noord", actor_ids=(kajuit,), note="Zoals het was")
    path = f"{PATH}/{moment_id}/bewerken"
    check_page(editor.get(path))
    mine = {**FILLED, "actor_ids": kajuit, "channel": "talk"}
    assert post(editor, path, **mine, note="Van de ander").status_code == 303

    page = post(editor, path, **mine, note="Van mij", collaboration_ids=friday)

    check_page(page)
    assert page.status_code == 409
    assert "Van de ander" in page.text
    assert "Van mij" in page.text
    assert 'name="version" type="hidden" value="2"' in page.text
    answer = post(
        editor,
        path,
        **mine | {"version": "2"},
        note="Van mij",
        collaboration_ids=friday,
        **{"keep-note": "saved", "saved-note": "Van de ander"},
    )
    assert answer.status_code == 303
    saved = moments.get(given.graph, network_id="noord", moment_id=moment_id)
    assert (saved.note, saved.fields.collaboration_ids) == ("Van de ander", (friday,))


def test_an_edit_keeps_what_it_is_about_though_that_was_archived(
    editor: FlaskClient, given: Given, kajuit: str
) -> None:
    moment_id = given.moment("noord", actor_ids=(kajuit,), on=TODAY - timedelta(days=3))
    post(editor, f"/netwerken/noord/partners/{kajuit}/archiveren")

    answer = post(
        editor, f"{PATH}/{moment_id}/bewerken", **FILLED, actor_ids=kajuit, note="Nagekeken"
    )

    assert answer.status_code == 303
    assert moments.get(given.graph, network_id="noord", moment_id=moment_id).note == "Nagekeken"


def test_a_reader_reads_and_no_more(web: Flask, given: Given, kajuit: str) -> None:
    given.user("rob", "noord", Role.READER)
    moment_id = given.moment("noord", actor_ids=(kajuit,), note="Volle zaal")
    reader = client_of(web, "rob")

    page = reader.get(PATH)

    check_page(page)
    assert "Volle zaal" in page.text
    assert "Bewerk" not in page.text
    assert reader.get(f"{PATH}/nieuw").status_code == 403
    assert post(reader, f"{PATH}/nieuw", **FILLED, actor_ids=kajuit).status_code == 403
    assert post(reader, f"{PATH}/{moment_id}/archiveren").status_code == 403


def test_the_form_and_the_list_ask_as_much_of_a_large_network(
    editor: FlaskClient, given: Given, kajuit: str, friday: str
) -> None:
    def asked() -> tuple[int, int]:
        return (
            questions(given.graph, editor, f"{PATH}/nieuw?partner={kajuit}"),
            questions(given.graph, editor, PATH),
        )

    small = asked()
    for number in range(40):
        actor_id = given.actor("noord", f"Partner {number}")
        given.moment("noord", actor_ids=(actor_id,), collaboration_ids=(friday,))

    assert asked() == small
    assert max(small) <= 6
