"""The log on screen: before and after in words, for one thing and for a network."""

from dataclasses import fields
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.domain.actors import ActorFields
from graph.domain.collaborations import CollaborationFields
from graph.domain.followups import FollowUpFields
from graph.domain.moments import MomentFields
from graph.domain.people import PersonFields, PositionFields
from graph.domain.programmes import ProgrammeFields
from graph.domain.words import ActorKind, Layer, Role, Scale
from graph.repositories import actors, collaborations
from tests.given import BEN, NOW, Given
from tests.webapp.browse import check_page, client_of
from tests.webapp.counting import questions
from webapp.changes.fields import labels

LOG = "/netwerken/noord/logboek"


@pytest.fixture
def regisseur(web: Flask, given: Given) -> FlaskClient:
    given.network("noord")
    given.user("ana", "noord", Role.REGISSEUR)
    return client_of(web, "ana")


@pytest.fixture
def edited(regisseur: FlaskClient, given: Given) -> str:
    """A partner in which every kind of field was changed."""
    given.vocabulary()
    parent = given.actor("noord", "Welzijn Noord")
    actor_id = given.actor("noord", "Kajuit", email="info@kajuit.nl")
    actors.update(
        given.graph, network_id="noord", actor_id=actor_id, version=1,
        fields=ActorFields(
            name="De Kajuit", kind=ActorKind.DROP_IN, scale=Scale.LOCAL, is_person=True,
            domain_ids=("onderwijs", "werk"), parent_id=parent,
            neighbourhood_ids=(given.place("noord", "Molenhoek"),),
        ),
        by=BEN, now=NOW + timedelta(minutes=1),
    )  # fmt: skip
    return actor_id


def test_the_history_of_a_thing_is_in_words(regisseur: FlaskClient, edited: str) -> None:
    page = regisseur.get(f"/netwerken/noord/geschiedenis/{edited}")

    text = " ".join("".join(check_page(page).itertext()).split())
    for words in (
        "Naam: Kajuit werd→ De Kajuit",
        "Soort: anders werd→ inloopplek",
        "Bereik: leeg werd→ lokaal",
        "Eén persoon: nee werd→ ja",
        "Onderdeel van: leeg werd→ Welzijn Noord",
        "Wijk of buurt: leeg werd→ Molenhoek",
        "Mailadres: info@kajuit.nl werd→ leeg",
        "Partner gewijzigd: De Kajuit",
        "ma 23 november 2026, 10.31 uur, Ben",
        "Partner toegevoegd: Kajuit Naam: Kajuit Soort: anders Mailadres: info@kajuit.nl",
    ):
        assert words in text
    assert "Domeinen: leeg werd→ Onderwijs, Werk" in text


def test_days_and_who_takes_part_are_in_words(regisseur: FlaskClient, given: Given) -> None:
    one = given.collaboration("noord", "Open avond")
    collaborations.update(
        given.graph, network_id="noord", collaboration_id=one, version=1,
        fields=CollaborationFields(
            name="Open avond", layer=Layer.POLICY, funded_until=NOW.date() + timedelta(days=8),
        ),
        by=BEN, now=NOW,
    )  # fmt: skip

    page = regisseur.get(f"/netwerken/noord/geschiedenis/{one}")

    text = " ".join("".join(check_page(page).itertext()).split())
    assert "Laag: uitvoering werd→ beleid" in text
    assert "Betaald tot en met: leeg werd→ di 1 december 2026" in text


def test_the_log_of_a_network_is_narrowed_by_its_address(
    regisseur: FlaskClient, edited: str
) -> None:
    page = regisseur.get(LOG)
    check_page(page)
    assert "3 regels" in page.text
    assert f"/netwerken/noord/partners/{edited}" in page.text

    for query, count in (
        ("wie=ben", "1 regel"), ("soort=Actor&wat=added", "2 regels"),
        ("soort=Person", "0 regels"),
        ("van=2026-11-23&tot=2026-11-23", "3 regels"), ("tot=2026-11-22", "0 regels"),
        ("wie=&soort=onzin&wat=x&van=x", "3 regels"),
    ):  # fmt: skip
        found = regisseur.get(f"{LOG}?{query}")
        check_page(found)
        assert count in found.text, query


def test_nobody_sees_a_log_that_is_not_theirs(web: Flask, given: Given, edited: str) -> None:
    given.user("lezer", "noord", Role.READER)
    given.user("redacteur", "noord", Role.EDITOR)
    given.network("zuid")
    given.user("zuid", "zuid", Role.REGISSEUR)
    history = f"geschiedenis/{edited}"

    for user, address, status in (
        ("lezer", f"/netwerken/noord/{history}", 403), ("redacteur", LOG, 403),
        ("redacteur", f"/netwerken/noord/{history}", 200),
        ("zuid", f"/netwerken/zuid/{history}", 404),
    ):  # fmt: skip
        assert client_of(web, user).get(address).status_code == status


def test_the_log_asks_the_same_however_long_it_is(
    regisseur: FlaskClient, given: Given, edited: str
) -> None:
    before = questions(given.graph, regisseur, LOG)
    for number in range(12):
        given.actor("noord", f"Partner {number}", parent_id=edited)

    assert questions(given.graph, regisseur, LOG) == before


@pytest.mark.once
def test_every_field_that_people_fill_in_has_a_name_in_the_log(web: Flask) -> None:
    known = (
        ActorFields, CollaborationFields, FollowUpFields, MomentFields, PersonFields,
        PositionFields, ProgrammeFields,
    )  # fmt: skip
    with web.test_request_context():
        unnamed = {each.name for kind in known for each in fields(kind)} - set(labels())
    assert unnamed == set()
