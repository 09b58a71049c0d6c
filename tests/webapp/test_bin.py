"""The bin: every kind of thing that was archived lately, and the way back."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.domain.collaborations import RatingFields, ResultFields
from graph.domain.words import Role
from graph.identity import new_id
from graph.repositories import collaboration_facts, collaborations
from tests.given import ANA, NOW, TODAY, Given
from tests.webapp.browse import check_page, client_of, post
from tests.webapp.counting import questions

BIN = "/netwerken/noord/prullenbak"
BASE = "/netwerken/noord"

Rows = Callable[..., list[dict[str, object]]]


@pytest.fixture
def editor(web: Flask, given: Given) -> FlaskClient:
    given.network("noord")
    given.user("ana", "noord", Role.EDITOR)
    return client_of(web, "ana")


@pytest.fixture
def archived(editor: FlaskClient, given: Given) -> list[str]:
    """One of each kind, archived on its own page: the addresses that did it."""
    kajuit = given.actor("noord", "De Kajuit")
    stays = given.actor("noord", "Blijft")
    one = given.collaboration("noord", "Open avond", kajuit, stays)
    rating, result = new_id(), new_id()
    key: dict[str, Any] = {"network_id": "noord", "collaboration_id": one, "by": ANA, "now": NOW}
    collaboration_facts.rate(
        given.graph, rating_id=rating, fields=RatingFields(value=4, on=TODAY), **key
    )
    collaboration_facts.add_result(
        given.graph,
        result_id=result,
        fields=ResultFields(text="Veertig jongeren", on=TODAY),
        **key,
    )
    addresses = [
        f"samenwerkingen/{one}/pulsen/{rating}/weg",
        f"samenwerkingen/{one}/resultaten/{result}/weg",
        f"contactmomenten/{given.moment('noord', actor_ids=(stays,))}/archiveren",
        f"acties/{given.followup('noord', 'Bel Mara', actor_ids=(stays,))}/archiveren",
        f"contactpersonen/{given.person('noord', 'Mara Jansen')}/archiveren",
        f"functies/{given.position('noord', stays, 'Coördinator')}/archiveren",
        f"programmas/{given.programme('noord', 'Fietsplan')}/archiveren",
        f"samenwerkingen/{one}/archiveren",
        f"partners/{kajuit}/archiveren",
    ]
    for address in addresses:
        assert post(editor, f"{BASE}/{address}").status_code == 303, address
    return addresses


@pytest.mark.usefixtures("archived")
def test_the_bin_holds_every_kind_and_brings_each_back(editor: FlaskClient, rows: Rows) -> None:
    page = editor.get(BIN)
    check_page(page)
    for words in (
        "De Kajuit", "Open avond", "Mara Jansen", "Coördinator", "Fietsplan", "Bel Mara",
        "ma 23 november 2026", "Puls", "Veertig jongeren", "door Ana", "9 dingen",
    ):  # fmt: skip
        assert words in page.text

    for restore in re.findall(r'action="([^"]+terugzetten)"', page.text):
        answer = post(editor, restore)
        assert editor.get(answer.headers["Location"]).status_code == 200, restore

    assert rows("MATCH (n) WHERE n.archived_at IS NOT NULL RETURN labels(n) AS kind") == []
    assert "ging er niets naar het archief" in editor.get(BIN).text


def test_after_thirty_days_it_is_in_the_archive_only(editor: FlaskClient, given: Given) -> None:
    for name, days in (("Net niet", 30), ("Te lang", 31)):
        one = given.collaboration("noord", name)
        collaborations.set_archived(
            given.graph, network_id="noord", collaboration_id=one, version=1, archived=True,
            by=ANA, now=NOW - timedelta(days=days),
        )  # fmt: skip

    page = editor.get(BIN).text

    assert "Net niet" in page
    assert "Te lang" not in page
    assert f"{BASE}/samenwerkingen?archief=ja" in page


def test_the_bin_asks_the_same_however_full_it_is(
    editor: FlaskClient, given: Given, archived: list[str]
) -> None:
    before = questions(given.graph, editor, BIN)
    assert len(archived) == 9
    for number in range(5):
        actor_id = given.actor("noord", f"Partner {number}")
        post(editor, f"{BASE}/partners/{actor_id}/archiveren")

    assert questions(given.graph, editor, BIN) == before


def test_a_partner_that_was_taken_out_comes_back_as_it_was(
    editor: FlaskClient, given: Given
) -> None:
    kajuit = given.actor("noord", "De Kajuit")
    one = given.collaboration("noord", "Open avond", kajuit)
    address = f"{BASE}/samenwerkingen/{one}/partners/{kajuit}"
    typed = {"version": "1", "role": "trekker", "since": "2026-01-05", "until": ""}
    assert post(editor, address, **typed).status_code == 303
    before = collaborations.get(given.graph, network_id="noord", collaboration_id=one)

    page = editor.get(post(editor, f"{address}/weg").headers["Location"])
    [undo] = re.findall(r'action="([^"]+/terugzetten[^"]*)"', page.text)
    assert post(editor, undo.replace("&amp;", "&")).status_code == 303

    after = collaborations.get(given.graph, network_id="noord", collaboration_id=one)
    assert after.participants == before.participants
    assert post(editor, f"{address}/terugzetten").status_code == 404


def test_the_bin_of_another_network_is_its_own(
    web: Flask, given: Given, archived: list[str]
) -> None:
    assert archived
    given.network("zuid")
    given.user("zoe", "zuid", Role.EDITOR)
    given.user("lezer", "noord", Role.READER)

    assert "De Kajuit" not in client_of(web, "zoe").get("/netwerken/zuid/prullenbak").text
    assert client_of(web, "zoe").get(BIN).status_code == 404
    assert client_of(web, "lezer").get(BIN).status_code == 403
