"""Actions and agreements on screen: see what is late, finish it, change it with a colleague."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.domain.words import FollowUpKind, Role
from graph.repositories import followups
from tests.given import TODAY, Given
from tests.webapp.browse import check_page, client_of, post
from tests.webapp.counting import questions

Rows = Callable[..., list[dict[str, object]]]

PATH = "/netwerken/noord/acties"
FILLED = {
    "what": "Bel over de zaal",
    "due_on": "2026-12-04",
    "kind": "other",
    "user_id": "ana",
    "version": "1",
}


@pytest.fixture
def editor(web: Flask, given: Given) -> FlaskClient:
    """A browser of Ana, who may edit; Ben is a colleague."""
    given.network("noord")
    given.user("ana", "noord", Role.EDITOR)
    given.user("ben", "noord", Role.EDITOR)
    return client_of(web, "ana")


@pytest.fixture
def kajuit(editor: FlaskClient, given: Given) -> str:
    """A partner."""
    return given.actor("noord", "De Kajuit")


def order(text: str, *words: str) -> list[str]:
    """Return the words that stand in a text, as they follow each other."""
    return sorted((word for word in words if word in text), key=text.index)


def test_without_anything_the_page_says_what_belongs_here(editor: FlaskClient) -> None:
    page = editor.get(PATH)
    check_page(page)
    assert "Jij hebt niets openstaan." in page.text


def test_mine_stand_under_when_they_are_due(
    editor: FlaskClient, given: Given, kajuit: str
) -> None:
    given.followup("noord", "Over een maand", due_on=TODAY + timedelta(30), actor_ids=(kajuit,))
    given.followup("noord", "Lang geleden", due_on=TODAY - timedelta(9), actor_ids=(kajuit,))
    given.followup("noord", "Vandaag nog", actor_ids=(kajuit,))
    given.followup("noord", "Van Ben", user_id="ben", actor_ids=(kajuit,))
    given.followup("noord", "Beloofd", owner_actor_id=kajuit, actor_ids=(kajuit,))

    mine, everything = editor.get(PATH), editor.get(f"{PATH}?van=allen")

    check_page(mine)
    check_page(everything)
    words = ("Te laat", "Lang geleden", "9 dagen te laat", "Deze week", "Vandaag nog", "Later")
    assert order(mine.text, *words) == list(words)
    assert "Van Ben" not in mine.text
    assert "Actie van Ben" in everything.text
    assert "Afspraak met De Kajuit" in everything.text


def test_done_with_one_click_and_undone_with_another(
    editor: FlaskClient, given: Given, kajuit: str
) -> None:
    followup_id = given.followup("noord", "Bel terug", actor_ids=(kajuit,))

    answer = post(editor, f"{PATH}/{followup_id}/klaar", version="1", terug=f"{PATH}?van=allen")
    assert (answer.status_code, answer.location) == (303, f"{PATH}?van=allen")
    page = editor.get(f"{PATH}?toon=klaar")
    check_page(page)
    assert "klaar op ma 23 nov" in page.text
    undo = page.text.partition('class="toast"')[2].partition('action="')[2].partition('"')[0]

    assert post(editor, undo).status_code == 303
    kept = followups.get(given.graph, network_id="noord", followup_id=followup_id)
    assert (kept.done_on, kept.version) == (None, 3)


def test_finishing_what_somebody_else_changed_is_refused(
    editor: FlaskClient, given: Given, kajuit: str
) -> None:
    followup_id = given.followup("noord", actor_ids=(kajuit,))
    post(editor, f"{PATH}/{followup_id}/bewerken", **FILLED, actor_ids=kajuit)

    page = post(editor, f"{PATH}/{followup_id}/klaar", version="1")

    check_page(page)
    assert page.status_code == 409
    assert "Iemand anders wijzigde dit ook" in page.text


def test_the_form_is_filled_by_the_address(editor: FlaskClient, given: Given, kajuit: str) -> None:
    friday = given.collaboration("noord", "Vrijdagavond open", kajuit)

    step = editor.get(
        f"{PATH}/nieuw?kind=speak&about_id={friday}&about_kind=Collaboration&due=2026-12-24"
    )
    plain = editor.get(f"{PATH}/nieuw?what=Bel+terug&kind=onzin&due=onzin&about_kind=onzin")

    check_page(step)
    check_page(plain)
    assert 'value="Spreek elkaar: Vrijdagavond open"' in step.text
    assert 'value="2026-12-24"' in step.text
    assert '<option selected value="speak">' in step.text
    assert f'type="checkbox" value="{friday}"' in step.text
    assert 'value="Bel terug"' in plain.text
    assert f'value="{TODAY + timedelta(7)}"' in plain.text


def test_an_action_of_mine_and_an_agreement_of_a_partner(
    editor: FlaskClient, given: Given, kajuit: str
) -> None:
    given.actor("noord", "Muziekschool")

    assert post(editor, f"{PATH}/nieuw", **FILLED, actor_ids=kajuit).status_code == 303
    agreement = {**FILLED, "what": "Levert een docent", "user_id": "", "kind": "agree_step"}
    answer = post(editor, f"{PATH}/nieuw", **agreement, partner="De Kajuit", owner="muziekschool")

    assert (answer.status_code, answer.location) == (303, PATH)
    found = followups.list_for(given.graph, network_id="noord", about_id=kajuit)
    assert sorted((one.what, one.owner.name, one.due_on, one.kind) for one in found) == [
        ("Bel over de zaal", "Ana", date(2026, 12, 4), FollowUpKind.OTHER),
        ("Levert een docent", "Muziekschool", date(2026, 12, 4), FollowUpKind.AGREE_STEP),
    ]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"what": "   "}, "Vul in wat er moet gebeuren."),
        ({"due_on": ""}, "Vul in voor welke dag."),
        ({"due_on": "31-11-2026"}, "Deze dag bestaat niet. Schrijf de dag als 30-11-2026."),
        ({}, "Kies een partner of een samenwerking waar het over gaat."),
        ({"user_id": ""}, "Vul in welke partner dit doet, of kies een van jullie."),
        ({"user_id": "", "owner": "De Kajiut"}, "Bedoel je De Kajuit?"),
        ({"collaboration": "Iets"}, "Samenwerking Iets is niet bekend."),
    ],
)
def test_what_is_wrong_is_told_and_what_was_typed_stays(
    editor: FlaskClient, kajuit: str, typed: dict[str, str], told: str
) -> None:
    page = post(editor, f"{PATH}/nieuw", **{**FILLED, **typed})

    check_page(page)
    assert page.status_code == 422
    assert page.text.count(told) == 2, "in the summary and at the field"
    assert all(value in page.text for value in typed.values())


def test_a_stale_edit_shows_both_versions(editor: FlaskClient, given: Given, kajuit: str) -> None:
    followup_id = given.followup("noord", actor_ids=(kajuit,))
    path = f"{PATH}/{followup_id}/bewerken"
    check_page(editor.get(path))
    theirs = {**FILLED, "actor_ids": kajuit, "what": "Van de ander", "user_id": "ben"}
    assert post(editor, path, **theirs).status_code == 303

    page = post(editor, path, **theirs | {"what": "Van mij", "user_id": "ana"})

    check_page(page)
    assert page.status_code == 409
    words = ("Wat moet er gebeuren?", "Van mij", "Van de ander", "Wie doet het?", "Ana", "Ben")
    shown = page.text.partition('id="h-conflict"')[2].partition("</section>")[0]
    assert order(shown, *words) == list(words)
    answer = post(editor, path, **theirs | {"what": "Van mij", "version": "2"})
    assert answer.status_code == 303
    saved = followups.get(given.graph, network_id="noord", followup_id=followup_id)
    assert (saved.what, saved.owner.name, saved.version) == ("Van mij", "Ben", 3)


def test_an_owner_who_left_the_network_stays_in_the_form(
    editor: FlaskClient, given: Given, kajuit: str, rows: Rows
) -> None:
    followup_id = given.followup("noord", user_id="ben", actor_ids=(kajuit,))
    rows("MATCH (:User {id: 'ben'})-[member:MEMBER_OF]->() DELETE member")

    page = editor.get(f"{PATH}/{followup_id}/bewerken")

    check_page(page)
    assert '<option selected value="ben">Ben</option>' in page.text


def test_archived_and_back(editor: FlaskClient, given: Given, kajuit: str) -> None:
    followup_id = given.followup("noord", "Bel terug", actor_ids=(kajuit,))

    assert post(editor, f"{PATH}/{followup_id}/archiveren", version="1").status_code == 303
    assert "Bel terug" not in editor.get(PATH).text
    archive = editor.get(f"{PATH}?toon=archief")
    check_page(archive)
    assert "Bel terug" in archive.text
    check_page(editor.get(f"{PATH}/{followup_id}/bewerken"))
    assert post(editor, f"{PATH}/{followup_id}/terugzetten", version="2").status_code == 303
    assert "Bel terug" in editor.get(PATH).text


def test_a_reader_reads_and_no_more(web: Flask, given: Given, kajuit: str) -> None:
    given.user("rob", "noord", Role.READER)
    followup_id = given.followup("noord", "Bel terug", actor_ids=(kajuit,))
    reader = client_of(web, "rob")

    page = reader.get(f"{PATH}?van=allen")

    check_page(page)
    assert "Bel terug" in page.text
    assert "Bewerk" not in page.text
    assert "Klaar</button>" not in page.text
    assert post(reader, f"{PATH}/{followup_id}/klaar", version="1").status_code == 403
    assert reader.get(f"{PATH}/nieuw").status_code == 403


def test_the_list_asks_as_much_of_a_large_network(
    editor: FlaskClient, given: Given, kajuit: str
) -> None:
    small = questions(given.graph, editor, PATH)
    for number in range(40):
        given.followup("noord", f"Actie {number}", actor_ids=(kajuit,))

    assert questions(given.graph, editor, PATH) == small
    assert small <= 6


def test_what_repeats_says_so_and_comes_back_when_it_is_done(
    editor: FlaskClient, given: Given, kajuit: str
) -> None:
    typed = FILLED | {"actor_ids": kajuit, "repeat": "month", "due_on": "2026-12-31"}
    assert post(editor, f"{PATH}/nieuw", **typed).status_code == 303
    [action] = followups.list_open(given.graph, network_id="noord")
    assert action.repeat == "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1"
    page = editor.get(PATH)
    check_page(page)
    assert "elke maand" in page.text

    post(editor, f"{PATH}/{action.id}/klaar", version="1")

    [following] = followups.list_open(given.graph, network_id="noord")
    assert following.due_on == date(2027, 1, 31)


def test_a_rule_that_nobody_changed_keeps_the_day_it_began_on(
    editor: FlaskClient, given: Given, kajuit: str
) -> None:
    rule = "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1"
    id = given.followup("noord", repeat=rule, due_on=date(2027, 2, 28), actor_ids=(kajuit,))
    typed = FILLED | {"actor_ids": kajuit, "due_on": "2027-02-28", "repeat": "month"}

    assert "Bewerk" in editor.get(f"{PATH}/{id}/bewerken").text
    post(editor, f"{PATH}/{id}/bewerken", **typed)
    assert followups.get(given.graph, network_id="noord", followup_id=id).repeat == rule

    post(editor, f"{PATH}/{id}/bewerken", **typed | {"version": "2", "due_on": "2027-02-27"})
    changed = followups.get(given.graph, network_id="noord", followup_id=id)
    assert changed.repeat == "FREQ=MONTHLY"


def test_the_last_turn_is_not_before_the_first(editor: FlaskClient, kajuit: str) -> None:
    typed = {"actor_ids": kajuit, "repeat": "week", "repeat_until": "2026-12-01"}
    page = post(editor, f"{PATH}/nieuw", **FILLED | typed)
    check_page(page)
    assert page.status_code == 422
    assert page.text.count("Deze dag ligt voor de eerste keer.") == 2


@pytest.mark.parametrize(
    ("typed", "due_on"),
    [
        ({"delay": "week"}, "2026-11-30"),
        ({"delay": "fortnight"}, "2026-12-07"),
        ({"delay": "month"}, "2026-12-23"),
        ({"delay": "day", "day": "18-12-2026"}, "2026-12-18"),
    ],
)
def test_putting_off_tells_which_day_it_was_and_can_be_undone(
    editor: FlaskClient, given: Given, kajuit: str, typed: dict[str, str], due_on: str
) -> None:
    late = TODAY - timedelta(20)
    id = given.followup("noord", "Bel terug", due_on=late, actor_ids=(kajuit,))
    check_page(editor.get(f"{PATH}/{id}/uitstellen"))

    answer = post(editor, f"{PATH}/{id}/uitstellen", version="1", **typed)

    assert (answer.status_code, answer.location) == (303, PATH)
    page = editor.get(PATH)
    assert "was di 3 nov" in page.text
    found = followups.get(given.graph, network_id="noord", followup_id=id)
    assert found.due_on == date.fromisoformat(due_on)

    undo = page.text.partition('class="toast"')[2].partition('action="')[2].partition('"')[0]
    assert post(editor, undo.replace("&amp;", "&")).status_code == 303
    found = followups.get(given.graph, network_id="noord", followup_id=id)
    assert (found.due_on, found.first_due_on) == (late, None)


def test_putting_off_to_no_day_or_after_a_colleague_asks_again(
    editor: FlaskClient, given: Given, kajuit: str
) -> None:
    id = given.followup("noord", "Bel terug", actor_ids=(kajuit,))
    path = f"{PATH}/{id}/uitstellen"

    for typed, told in (
        ({"day": ""}, "Kies een dag."),
        ({"day": "31-11-2026"}, "Deze dag bestaat niet."),
    ):
        page = post(editor, path, version="1", delay="day", **typed)
        check_page(page)
        assert (page.status_code, page.text.count(told)) == (422, 2)

    post(editor, path, version="1", delay="week")
    stale = post(editor, path, version="1", delay="week")
    check_page(stale)
    assert stale.status_code == 409
    assert "Iemand anders wijzigde dit net." in stale.text
    assert post(editor, path, version="2", delay="week").status_code == 303


def test_one_looks_at_the_actions_of_a_colleague_or_the_agreements_of_partners(
    editor: FlaskClient, given: Given, kajuit: str
) -> None:
    given.followup("noord", "Van Ana", actor_ids=(kajuit,))
    given.followup("noord", "Van Ben", user_id="ben", actor_ids=(kajuit,))
    given.followup("noord", "Beloofd", owner_actor_id=kajuit, actor_ids=(kajuit,))

    shown = {
        whose: order(editor.get(f"{PATH}?van={whose}").text, "Van Ana", "Van Ben", "Beloofd")
        for whose in ("mij", "ben", "partners")
    }

    assert shown == {"mij": ["Van Ana"], "ben": ["Van Ben"], "partners": ["Beloofd"]}


def test_what_is_wrong_is_told_in_the_order_of_the_page(editor: FlaskClient, kajuit: str) -> None:
    wrong = {"what": "", "due_on": "31-11-2026", "user_id": "", "partner": "Onbekend"}
    page = post(editor, f"{PATH}/nieuw", **FILLED | wrong)

    check_page(page)
    summary = page.text.partition('class="errors"')[2].partition("</ul>")[0]
    assert re.findall(r'href="#([^"]+)"', summary) == ["what", "due_on", "owner", "partner"]


def test_the_history_tells_in_words_how_it_comes_back(
    editor: FlaskClient, given: Given, kajuit: str
) -> None:
    id = given.followup("noord", "Bel", repeat="FREQ=WEEKLY;UNTIL=20270118", actor_ids=(kajuit,))
    page = editor.get(f"/netwerken/noord/geschiedenis/{id}")
    check_page(page)
    assert "elke week tot en met ma 18 januari 2027" in page.text
