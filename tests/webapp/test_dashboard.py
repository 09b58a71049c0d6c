"""The first page of a network: it speaks when there is something to say, and helps when not."""

from flask import Flask

from graph.domain.words import Role
from tests.given import Given
from tests.webapp.browse import check_page, client_of

PATH = "/netwerken/noord/"


def test_an_empty_network_says_how_to_begin(web: Flask, given: Given) -> None:
    given.network("noord")
    given.user("ana", "noord", Role.EDITOR)
    page = client_of(web, "ana").get(PATH)
    check_page(page)
    assert "Begin met de eerste partners" in page.text
    assert "Voeg de eerste partner toe" in page.text


def test_partners_without_collaboration_are_counted(web: Flask, given: Given) -> None:
    given.network("noord")
    given.user("ana", "noord", Role.READER)
    given.actor("noord", "De Kajuit")
    given.actor("noord", "Het Kompas")

    page = client_of(web, "ana").get(PATH)

    check_page(page)
    assert "Er loopt nog geen samenwerking" in page.text
    assert "2 werken nog met niemand samen." in page.text
    assert "Partner toegevoegd:" in page.text
