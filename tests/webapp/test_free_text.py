"""Free text: a hint everywhere, no citizen service number, and a second look at health."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.domain.words import Role
from tests.given import TODAY, Given
from tests.webapp.browse import check_page, client_of, post

Rows = Callable[..., list[dict[str, object]]]

BSN = "111222333"
HINT = "Geen gegevens over bewoners."
MOMENT = "/netwerken/noord/contactmomenten/nieuw"


@pytest.fixture
def editor(web: Flask, given: Given) -> FlaskClient:
    given.network("noord")
    given.user("ana", "noord", Role.EDITOR)
    return client_of(web, "ana")


def _moment(actor_id: str, note: str, **more: str) -> dict[str, str]:
    fields = {"version": "1", "actor_ids": actor_id, "on": TODAY.isoformat(), "note": note}
    return fields | {"between": "us", "channel": "talk", "evidence": "seen"} | more


@pytest.mark.parametrize(
    ("path", "times"),
    [
        ("contactmomenten/nieuw", 3),
        ("acties/nieuw", 1),
        ("partners/nieuw", 1),
        ("samenwerkingen/nieuw", 1),
        ("programmas/nieuw", 2),
    ],
)
def test_every_free_text_says_what_not_to_write(
    editor: FlaskClient, path: str, times: int
) -> None:
    page = editor.get(f"/netwerken/noord/{path}")
    check_page(page)
    assert page.text.count(HINT) == times


def test_a_citizen_service_number_is_refused_with_what_to_do(
    editor: FlaskClient, given: Given, rows: Rows
) -> None:
    brug = given.actor("noord", "De Brug")

    for path, fields in (
        (MOMENT, _moment(brug, f"Vraag naar {BSN}")),
        ("/netwerken/noord/contactpersonen/nieuw", {"version": "1", "name": f"Noor {BSN}"}),
        ("/netwerken/noord/partners/nieuw", {"name": "De Plons", "description": BSN}),
    ):
        answer = post(editor, path, **fields)
        check_page(answer)
        assert answer.status_code == 422, path
        assert "burgerservicenummer" in answer.text
        assert BSN in answer.text, "what was typed is not lost"
    assert rows("MATCH (n:ContactMoment) RETURN n.id") == []
    assert rows("MATCH (n:Person) RETURN n.id") == []


def test_a_phone_number_is_no_citizen_service_number(editor: FlaskClient) -> None:
    answer = post(
        editor,
        "/netwerken/noord/contactpersonen/nieuw",
        name="Noor",
        phone="111 222 333",
        version="1",
    )
    assert answer.status_code == 303


def test_health_asks_for_a_second_look_and_lets_go_on(
    editor: FlaskClient, given: Given, rows: Rows
) -> None:
    brug = given.actor("noord", "De Brug")
    note = "Lezing over diagnose en medicatie"

    asked = post(editor, MOMENT, **_moment(brug, note))

    check_page(asked)
    assert asked.status_code == 422
    assert "diagnose, medicatie" in asked.text
    assert 'name="gezondheid"' in asked.text
    assert rows("MATCH (n:ContactMoment) RETURN n.id") == []
    sure = post(editor, MOMENT, **_moment(brug, note, gezondheid="ja"))
    assert sure.status_code == 303
    assert rows("MATCH (n:ContactMoment) RETURN n.note AS note") == [{"note": note}]


def test_a_tick_for_health_lets_no_citizen_service_number_in(
    editor: FlaskClient, given: Given
) -> None:
    brug = given.actor("noord", "De Brug")
    answer = post(editor, MOMENT, **_moment(brug, f"diagnose {BSN}", gezondheid="ja"))
    assert answer.status_code == 422
