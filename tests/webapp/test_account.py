"""My account: a calendar address that only I know, that tells little, and that I can take back."""

from collections.abc import Callable
from datetime import date

import pytest
from flask import Flask
from flask.testing import FlaskClient
from icalendar import Calendar

from graph.domain.words import FollowUpKind, Role
from graph.identity import new_id
from graph.repositories import followups
from tests.given import ANA, NOW, TODAY, Given
from tests.webapp.browse import check_page, client_of, post

Rows = Callable[..., list[dict[str, object]]]


@pytest.fixture
def ana(web: Flask, given: Given) -> FlaskClient:
    """A browser of Ana."""
    given.network("noord")
    given.user("ana", "noord", Role.READER)
    return client_of(web, "ana")


def new_address(browser: FlaskClient) -> str:
    """Make an address and read it from the page, once."""
    assert post(browser, "/account/agenda").status_code == 303
    page = browser.get("/account")
    check_page(page)
    return page.text.partition('id="adres" value="http://localhost')[2].partition('"')[0]


def events(browser: FlaskClient, address: str) -> list[dict[str, object]]:
    answer = browser.get(address)
    assert answer.status_code == 200
    assert answer.content_type == "text/calendar; charset=utf-8"
    return [
        {name.lower(): event.decoded(name) for name in ("SUMMARY", "DTSTART", "SEQUENCE")}
        for event in Calendar.from_ical(answer.data).events
    ]


def test_a_calendar_program_reads_my_open_actions_and_nothing_private(
    web: Flask, ana: FlaskClient, given: Given
) -> None:
    kajuit = given.actor("noord", "De Kajuit, inloop")
    given.user("ben", "noord")
    given.followup("noord", "Geheim", kind=FollowUpKind.SPEAK, actor_ids=(kajuit,))
    given.followup("noord", "Ook geheim", due_on=date(2026, 12, 4), actor_ids=(kajuit,))
    given.followup("noord", "Van Ben", user_id="ben", actor_ids=(kajuit,))
    done = given.followup("noord", "Klaar", actor_ids=(kajuit,))
    followups.set_done(
        given.graph, network_id="noord", followup_id=done, version=1, done_on=TODAY,
        next_id=new_id(), by=ANA, now=NOW,
    )  # fmt: skip
    address = new_address(ana)

    nobody = client_of(web)
    assert events(nobody, address) == [
        {"summary": "Spreek elkaar: De Kajuit, inloop", "dtstart": TODAY, "sequence": 1},
        {"summary": "Actie: De Kajuit, inloop", "dtstart": date(2026, 12, 4), "sequence": 1},
    ]
    assert b"eheim" not in nobody.get(address).data


def test_the_address_is_shown_once_and_kept_as_a_hash(ana: FlaskClient, rows: Rows) -> None:
    address = new_address(ana)
    token = address.removeprefix("/agenda/").removesuffix(".ics")

    again = ana.get("/account")
    check_page(again)
    assert token not in again.text
    assert "Je hebt een agenda-adres sinds" in again.text
    [kept] = rows("MATCH (user:User {id: 'ana'}) RETURN user.calendar_key AS key")
    assert len(token) > 40
    assert token not in str(kept["key"])


def test_a_new_address_ends_the_old_one_and_it_can_be_taken_back(
    web: Flask, ana: FlaskClient
) -> None:
    nobody = client_of(web)
    first = new_address(ana)
    second = new_address(ana)
    assert (nobody.get(first).status_code, nobody.get(second).status_code) == (404, 200)

    post(ana, "/account/agenda/intrekken")

    assert nobody.get(second).status_code == 404
    assert "Maak een agenda-adres" in ana.get("/account").text
    assert nobody.get("/agenda/x.ics").status_code == 404


def test_who_left_a_network_or_lost_the_account_reads_nothing_of_it(
    web: Flask, ana: FlaskClient, given: Given, rows: Rows
) -> None:
    kajuit = given.actor("noord", "De Kajuit")
    given.followup("noord", actor_ids=(kajuit,))
    address, nobody = new_address(ana), client_of(web)

    rows("MATCH (:User {id: 'ana'})-[member:MEMBER_OF]->() DELETE member RETURN 1 AS gone")
    assert events(nobody, address) == []
    rows("MATCH (user:User {id: 'ana'}) SET user.disabled_at = 1 RETURN 1 AS closed")
    assert nobody.get(address).status_code == 404
