"""Logging contact: quick, whole or not at all, and nothing that was typed is lost."""

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.domain.words import Between, Channel, Evidence, Role
from graph.repositories import collaborations, followups, moments
from tests.given import TODAY, Given
from tests.webapp.browse import check_page, client_of, csrf_token, post
from tests.webapp.counting import questions

PATH = "/netwerken/noord/contactmomenten"
DIALOG = {"HX-Request": "true", "HX-Target": "snel"}
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
    part = editor.post(
        f"{PATH}/nieuw", data=typed | token, headers={"HX-Request": "true", "HX-Target": "over"}
    )

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


def test_taking_a_moment_back_takes_what_came_out_of_it(
    editor: FlaskClient, given: Given, friday: str
) -> None:
    graph = given.graph
    came_out = {"value": "5", "step_what": "Bel terug", "step_on": "2026-12-04"}
    post(editor, f"{PATH}/nieuw", **FILLED, collaboration_ids=friday, **came_out)
    undo = undo_of(editor.get(PATH).text)

    assert post(editor, undo).status_code == 303

    one = collaborations.get(graph, network_id="noord", collaboration_id=friday)
    assert moments.list_recent(graph, network_id="noord") == []
    assert followups.list_open(graph, network_id="noord") == []
    assert one.pulses == ()

    assert post(editor, undo_of(editor.get(PATH).text)).status_code == 303
    one = collaborations.get(graph, network_id="noord", collaboration_id=friday)
    [step] = followups.list_open(graph, network_id="noord")
    assert (step.what, [puls.value for puls in one.pulses]) == ("Bel terug", [5])


def undo_of(page: str) -> str:
    """Return where the toast of a page takes the last act back."""
    address = page.partition('class="toast"')[2].partition('action="')[2].partition('"')[0]
    return address.replace("&amp;", "&")


def test_partners_who_spoke_each_other_are_two_or_share_a_collaboration(
    editor: FlaskClient, given: Given, kajuit: str
) -> None:
    typed = {**FILLED, "between": "partners", "actor_ids": kajuit}
    refused = post(editor, f"{PATH}/nieuw", **typed)
    assert refused.status_code == 422
    assert refused.text.count("Kies ook de andere partner") == 2

    given.actor("noord", "Sportraad")
    assert post(editor, f"{PATH}/nieuw", **typed, partner="Sportraad").status_code == 303
    [moment] = moments.list_recent(given.graph, network_id="noord")
    assert moment.between is Between.PARTNERS
    assert "Partners spraken elkaar." in editor.get(PATH).text


def test_the_dialog_holds_the_same_form_under_ids_of_its_own(
    editor: FlaskClient, given: Given, kajuit: str
) -> None:
    page = editor.get(f"/netwerken/noord/partners/{kajuit}")
    assert f'href="{PATH}/nieuw?partner={kajuit}" hx-get="{PATH}/nieuw?partner={kajuit}"' in (
        page.text
    )

    form = editor.get(f"{PATH}/nieuw?partner={kajuit}", headers=DIALOG)

    assert "<html" not in form.text
    assert f'hx-post="{PATH}/nieuw" hx-target="#snel"' in form.text
    assert 'id="snel-note" name="note"' in form.text
    assert 'for="snel-note"' in form.text
    assert 'id="snel-over"' in form.text


def test_the_dialog_stays_open_on_an_error_and_leads_back_to_the_page_below(
    editor: FlaskClient, given: Given, kajuit: str
) -> None:
    token = {"csrf_token": csrf_token(editor)}
    below = DIALOG | {"HX-Current-URL": "http://localhost/netwerken/noord/kaart?partner=x#paneel"}

    refused = editor.post(f"{PATH}/nieuw", data=FILLED | token | {"note": "Vol"}, headers=below)
    saved = editor.post(
        f"{PATH}/nieuw", data=FILLED | token | {"actor_ids": kajuit}, headers=below
    )

    assert refused.status_code == 422
    assert '<a href="#snel-partner">' in refused.text
    assert "Vol</textarea>" in refused.text
    assert (saved.status_code, saved.headers["HX-Redirect"]) == (
        204, "/netwerken/noord/kaart?partner=x",
    )  # fmt: skip
    assert "Contactmoment bewaard." in editor.get(PATH).text


@pytest.mark.parametrize("what", ["partner", "samenwerking", "functie"])
def test_each_thing_has_a_whole_timeline_in_pages(
    editor: FlaskClient, given: Given, kajuit: str, friday: str, what: str
) -> None:
    position = given.position("noord", kajuit, "Coördinator")
    given.moment("noord", actor_ids=(given.actor("noord", "Elders"),), note="Over iets anders")
    for number in range(51):
        given.moment(
            "noord",
            on=TODAY - timedelta(days=number),
            collaboration_ids=(friday,),
            position_ids=(position,),
            note=f"Gesprek {number}.",
        )
    id = {"partner": kajuit, "samenwerking": friday, "functie": position}[what]

    first = editor.get(f"{PATH}?{what}={id}")
    second = editor.get(f"{PATH}?{what}={id}&pagina=2")

    check_page(first)
    check_page(second)
    assert "51 contactmomenten" in first.text
    assert ("Gesprek 49." in first.text, "Gesprek 50." in first.text) == (True, False)
    assert ("Gesprek 49." in second.text, "Gesprek 50." in second.text) == (False, True)
    assert "Over iets anders" not in first.text + second.text


def test_the_timeline_of_another_network_is_not_there(editor: FlaskClient, given: Given) -> None:
    stranger = given.actor(given.network("zuid"), "Vreemd")
    assert editor.get(f"{PATH}?partner={stranger}").status_code == 404


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
