"""Changing many things at once: without JavaScript, looked at first, undone with one button."""

import html
import re
from datetime import date

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from graph.domain.words import ActorKind, Role, Status
from graph.repositories import actors, changes, collaborations, operations
from tests.given import ANA, NOW, Given
from tests.webapp.browse import check_page, client_of, post
from tests.webapp.counting import questions

PARTNERS = "/netwerken/noord/partners"
TOGETHER = f"{PARTNERS}/wijzig-samen"


@pytest.fixture
def editor(web: Flask, given: Given) -> FlaskClient:
    given.network("noord")
    given.user("ana", "noord", Role.EDITOR)
    return client_of(web, "ana")


def hidden(page: TestResponse) -> dict[str, str]:
    """The hidden fields of the form that does it."""
    form = page.text.partition("/uitvoeren")[2].partition("</form>")[0]
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', form)
    return {name: html.unescape(value) for name, value in found if name != "csrf_token"}


def kinds(given: Given, *ids: str) -> list[ActorKind]:
    return [actors.get(given.graph, network_id="noord", actor_id=id).fields.kind for id in ids]


def test_what_is_ticked_is_changed_and_put_back(editor: FlaskClient, given: Given) -> None:
    kajuit, anker, not_ticked = (
        given.actor("noord", name) for name in ("De Kajuit", "Het Anker", "Blijft")
    )
    listed = editor.get(PARTNERS)
    check_page(listed)
    assert f'form="samen" name="id" value="{kajuit}"' in listed.text
    query = f"?kies=ja&id={kajuit}&id={anker}&id=onzin"
    asked = editor.get(TOGETHER + query)
    check_page(asked)
    assert "Wijzig 3 partners samen" in asked.text

    shown = post(editor, TOGETHER + query, kind="drop_in", verified="y")
    check_page(shown)
    assert "Dit verandert er bij 2 partners" in shown.text
    assert "inloopplek" in shown.text
    assert kinds(given, kajuit) == [ActorKind.OTHER]

    again = post(editor, f"{TOGETHER}{query}", **hidden(shown), terug="ja")
    check_page(again)
    assert '<option selected value="drop_in">' in again.text

    done = post(editor, f"{TOGETHER}/uitvoeren{query}", **hidden(shown))
    assert done.status_code == 303
    assert kinds(given, kajuit, anker, not_ticked) == ["drop_in", "drop_in", "other"]
    told = editor.get(done.headers["Location"])
    check_page(told)
    for words in (
        "2 partners gewijzigd.", "Partners samen gewijzigd: soort, vandaag nagekeken",
        "De Kajuit", "inloopplek", "tot en met wo 23 december 2026",
    ):  # fmt: skip
        assert words in told.text

    back = post(editor, f"{done.headers['Location']}/ongedaan")
    assert kinds(given, kajuit, anker) == ["other", "other"]
    page = editor.get(back.headers["Location"])
    check_page(page)
    assert "2 dingen staan weer zoals ze waren." in page.text
    post(editor, f"{done.headers['Location']}/ongedaan")
    assert "Dit is al ongedaan gemaakt." in editor.get(back.headers["Location"]).text


def test_a_whole_filter_is_changed_but_for_what_somebody_saved(
    editor: FlaskClient, given: Given
) -> None:
    ids = [given.actor("noord", f"School {n}", kind=ActorKind.SCHOOL) for n in range(30)]
    given.actor("noord", "De Kajuit")
    query = "?soort=school"
    assert f"{TOGETHER}{query}" in editor.get(PARTNERS + query).text.replace("&amp;", "&")

    shown = post(editor, TOGETHER + query, municipality="Veenstad")
    check_page(shown)
    assert "Dit zijn de eerste 25 van 30 partners." in shown.text
    sure = hidden(shown) | {"seen_at": "2026-11-23T09:29:00+00:00"}
    stale = post(editor, f"{TOGETHER}/uitvoeren{query}", **sure)
    assert stale.headers["Location"] == PARTNERS
    assert "30 wijzigde iemand intussen" in editor.get(PARTNERS).text
    assert operations.list_recent(given.graph, network_id="noord") == []

    done = post(editor, f"{TOGETHER}/uitvoeren{query}", **hidden(shown))
    assert "30 partners gewijzigd" in editor.get(done.headers["Location"]).text
    saved = actors.get(given.graph, network_id="noord", actor_id=ids[7])
    assert saved.fields.municipality == "Veenstad"
    assert len(editor.get("/netwerken/noord/").text.split("Bewerking uitgevoerd:")) == 2


def test_collaborations_end_together_and_one_that_ended_stays(
    editor: FlaskClient, given: Given
) -> None:
    runs = given.collaboration("noord", "Loopt", started_on=date(2026, 11, 22))
    given.collaboration("noord", "Over", status=Status.ENDED)
    together = "/netwerken/noord/samenwerkingen/wijzig-samen"
    check_page(editor.get(together))

    shown = post(editor, together, status="ended", on="2026-11-20")
    check_page(shown)
    assert "1 kreeg na die dag al een andere status." in shown.text
    shown = post(editor, together, status="ended")
    assert "1 is al zo." in shown.text
    done = post(editor, f"{together}/uitvoeren", **hidden(shown))

    assert done.status_code == 303
    saved = collaborations.get(given.graph, network_id="noord", collaboration_id=runs)
    assert saved.life.status is Status.ENDED
    [newest, _added] = changes.list_for(given.graph, network_id="noord", subject_id=runs)
    assert newest.verb == "ended"


@pytest.mark.parametrize(
    ("query", "typed", "words"),
    [
        ("", {}, "Kies eerst wat er verandert."),
        ("", {"kind": "onzin"}, "Geen geldige keuze"),
        ("?kies=ja", {"kind": "school"}, "Vink in de lijst eerst aan"),
        ("?soort=ggd", {"kind": "school"}, "Geen enkele past bij dit filter"),
    ],
)
def test_without_a_choice_nothing_is_done(
    editor: FlaskClient, given: Given, query: str, typed: dict[str, str], words: str
) -> None:
    kajuit = given.actor("noord", "De Kajuit")

    answer = post(editor, TOGETHER + query, **typed)
    check_page(answer)
    assert words in answer.text or (answer.status_code == 422 and "onzin" in typed.values())
    assert post(editor, f"{TOGETHER}/uitvoeren{query}", **typed).status_code == 422
    assert kinds(given, kajuit) == ["other"]


def test_the_archive_is_emptied_together(editor: FlaskClient, given: Given) -> None:
    kajuit = given.actor("noord", "De Kajuit")
    actors.set_archived(
        given.graph, network_id="noord", actor_id=kajuit, version=1, archived=True, by=ANA, now=NOW
    )
    query = "?archief=ja"
    assert "Terug uit het archief" in editor.get(TOGETHER + query).text

    shown = post(editor, TOGETHER + query, archive="y")
    post(editor, f"{TOGETHER}/uitvoeren{query}", **hidden(shown))

    back = actors.get(given.graph, network_id="noord", actor_id=kajuit)
    assert back.archived_at is None


def test_a_reader_sees_no_boxes(web: Flask, editor: FlaskClient, given: Given) -> None:
    given.actor("noord", "De Kajuit")
    given.user("lezer", "noord", Role.READER)

    page = client_of(web, "lezer").get(PARTNERS)

    check_page(page)
    assert "Kies De Kajuit" not in page.text
    assert "Kies De Kajuit" in editor.get(PARTNERS).text


def test_a_preview_asks_the_same_for_many(editor: FlaskClient, given: Given) -> None:
    given.actor("noord", "De Kajuit")
    before = questions(given.graph, editor, TOGETHER)
    for number in range(9):
        given.actor("noord", f"Partner {number}")

    assert questions(given.graph, editor, TOGETHER) == before
