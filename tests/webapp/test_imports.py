"""From a file of the office to the register through the pages, without JavaScript."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from graph.database import Graph
from graph.domain.words import Role
from graph.repositories import actors, collaborations, imports, moments, people
from graph.repositories.people import PersonFilter
from tasks.importing.files import MOST_BYTES, read_file
from tasks.imports import run
from tests.given import NOW, Given
from tests.jobs import enqueue_to
from tests.webapp.browse import check_page, client_of, post

IMPORTS = "/netwerken/noord/importeren"
PARTNERS = "Naam;Telefoon;Soort\nSchool;020 123 4567;school\nClub;;sportvereniging\n"


@dataclass
class Office:
    """An editor with a browser, and a worker that does what waits when told to."""

    client: FlaskClient
    graph: Graph

    def upload(self, text: str, name: str = "lijst.csv", kind: str = "partners") -> TestResponse:
        """Send a file."""
        return post(self.client, IMPORTS, file=(io.BytesIO(text.encode()), name), kind=kind)

    def begin(self, text: str, kind: str = "partners") -> str:
        """Send a file, accept the columns and let the worker check; return the page of it."""
        page = self.upload(text, kind=kind).headers["Location"]
        columns = self.client.get(page, follow_redirects=True)
        check_page(columns)
        post(self.client, f"{page}/kolommen", **self.form(columns.text))
        check_page(self.client.get(page))
        self.work()
        return page

    def work(self) -> None:
        """Let the worker do what waits."""
        for network_id, import_id in imports.list_due(self.graph, now=NOW):
            run(self.graph, network_id=network_id, import_id=import_id, clock=lambda: NOW)

    def bring_in(self, page: str) -> TestResponse:
        """Press the button, let the worker work and look."""
        post(self.client, f"{page}/invoeren")
        check_page(self.client.get(page))
        self.work()
        return self.client.get(page)

    def form(self, html: str) -> dict[str, str]:
        """Return what the selects of a page are set to."""
        found: dict[str, str] = {}
        for name, options in re.findall(
            r'<select[^>]*name="([^"]+)"[^>]*>(.*?)</select>', html, re.DOTALL
        ):
            chosen = re.search(r'value="([^"]*)" selected', options)
            found[name] = chosen[1] if chosen else ""
        return found


@pytest.fixture
def office(web: Flask, given: Given, graph: Graph, redis_url: str) -> Iterator[Office]:
    given.vocabulary()
    given.network("noord")
    given.user("ana", "noord", Role.EDITOR)
    with enqueue_to(redis_url):
        yield Office(client=client_of(web, "ana"), graph=graph)


def test_partners_go_in_and_come_out_again(office: Office, graph: Graph) -> None:
    check_page(office.client.get(IMPORTS))
    page = office.begin(PARTNERS)
    checked = office.client.get(page)
    check_page(checked)
    assert "Er is nog niets ingevoerd." in checked.text
    assert _names(graph) == []

    done = office.bring_in(page)

    check_page(done)
    assert "2</b><span>rijen zijn nieuw ingevoerd" in done.text
    assert _names(graph) == ["Club", "School"]
    check_page(office.client.get(IMPORTS))
    post(office.client, f"{page}/ongedaan")
    check_page(office.client.get(page))
    office.work()
    undone = office.client.get(page)
    check_page(undone)
    assert "2</b><span>dingen zijn weggehaald" in undone.text
    assert _names(graph) == []


def test_all_sheets_of_a_network_go_in_one_after_the_other(office: Office, graph: Graph) -> None:
    office.bring_in(office.begin(PARTNERS))
    office.bring_in(
        office.begin("Partner;Functie;Contactpersoon\nSchool;Docent;Sam de Vries\n", "people")
    )
    office.bring_in(office.begin("Naam;Partners\nSamen sporten;School, Club\n", "collaborations"))
    office.bring_in(
        office.begin(
            "Datum;Over samenwerkingen;Notitie\n3-11-2026;Samen sporten;Zaal\n", "moments"
        )
    )

    [sam] = people.find(graph, network_id="noord", chosen=PersonFilter()).items
    assert sam.positions[0].position.name == "Docent"
    [one] = collaborations.names(graph, network_id="noord")
    [moment] = moments.list_for_collaboration(graph, network_id="noord", collaboration_id=one.id)
    assert (moment.note, moment.logged_by) == ("Zaal", "Ana")


def test_wrong_rows_come_back_to_be_corrected(office: Office, graph: Graph) -> None:
    page = office.begin("Naam;Soort\nSchool;school\nClub;sportverenigin\n")
    checked = office.client.get(page)
    check_page(checked)
    assert "Rij 3" in checked.text
    assert "Bedoel je sportvereniging?" in checked.text
    office.bring_in(page)

    [sheet] = read_file("fout.xlsx", office.client.get(f"{page}/fouten.xlsx").data)

    assert sheet.headers == ("Naam", "Soort", "Wat klopt er niet")
    assert [row.cells[:2] for row in sheet.rows] == [("Club", "sportverenigin")]
    assert _names(graph) == ["School"]


def test_what_is_there_already_is_compared_field_by_field(
    office: Office, given: Given, graph: Graph
) -> None:
    kajuit = given.actor("noord", "Jongerenhuis De Kajuit", phone="020 111 1111")
    page = office.begin("Naam;Telefoon;Postcode\nJongerenhuis Kajuit;020 222 2222;1234 AB\n")
    check_page(office.client.get(page))
    pairs = office.client.get(f"{page}/dubbelen")
    check_page(pairs)
    assert "Lijkt op Jongerenhuis De Kajuit." in pairs.text

    answer = post(office.client, f"{page}/dubbelen", **{"keuze-2": "update", "neem-2": "postcode"})
    assert answer.headers["Location"] == page
    check_page(office.bring_in(page))

    fields = actors.get(graph, network_id="noord", actor_id=kajuit).fields
    assert (fields.name, fields.phone, fields.postcode) == (
        "Jongerenhuis De Kajuit",
        "020 111 1111",
        "1234 AB",
    )


def test_one_answer_can_hold_for_all_the_rest(office: Office, given: Given, graph: Graph) -> None:
    given.actor("noord", "Jongerenhuis De Kajuit")
    page = office.begin("Naam\nJongerenhuis Kajuit\n")
    post(office.client, f"{page}/dubbelen/rest", rest="new")
    office.bring_in(page)
    assert _names(graph) == ["Jongerenhuis De Kajuit", "Jongerenhuis Kajuit"]


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"kolom-0": "", "kolom-1": "phone"}, "Kies de kolom voor Naam"),
        ({"kolom-0": "name", "kolom-1": "name"}, "Naam komt nu uit meer kolommen"),
    ],
)
def test_columns_that_cannot_be_are_refused(
    office: Office, fields: dict[str, str], told: str
) -> None:
    page = office.upload("Naam;Tel\nSchool;020 123 4567\n").headers["Location"]
    answer = post(office.client, f"{page}/kolommen", **fields)
    assert answer.status_code == 422
    check_page(answer)
    assert told in answer.text


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("lijst.csv", b"", "Dit bestand is leeg"),
        ("brief.pdf", b"%PDF-1.7 iets", "Dit is geen rekenblad"),
        ("lijst.xlsm", b"PK\x03\x04 iets", "macro"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_the_form(
    office: Office, name: str, content: bytes, told: str
) -> None:
    answer = post(office.client, IMPORTS, file=(io.BytesIO(content), name), kind="partners")
    assert answer.status_code == 422
    check_page(answer)
    assert told in answer.text


def test_a_file_that_is_too_large_is_refused_with_the_form(office: Office) -> None:
    answer = _send(office.client, IMPORTS, MOST_BYTES + 1024 * 1024)
    assert answer.status_code == 413
    check_page(answer)
    assert "groter dan 10 MB" in answer.text


def test_without_a_file_the_form_says_so(office: Office) -> None:
    answer = post(office.client, IMPORTS, kind="")
    assert answer.status_code == 422
    assert "Kies een bestand." in answer.text


def test_elsewhere_the_small_limit_holds(office: Office) -> None:
    answer = _send(office.client, "/netwerken/noord/partners/nieuw", 2 * 1024 * 1024)
    assert answer.status_code == 413


def test_an_import_of_another_network_is_not_there(
    office: Office, given: Given, web: Flask
) -> None:
    page = office.begin(PARTNERS)
    given.network("zuid")
    given.user("bo", "zuid", Role.REGISSEUR)
    there = page.replace("noord", "zuid")
    client = client_of(web, "bo")
    for path in (there, f"{there}/kolommen", f"{there}/dubbelen", f"{there}/voortgang"):
        assert client.get(path).status_code == 404
    for path in (f"{there}/invoeren", f"{there}/stoppen", f"{there}/ongedaan"):
        assert post(client, path).status_code == 404


def test_two_people_at_one_import_do_not_do_it_twice(
    office: Office, given: Given, web: Flask, graph: Graph
) -> None:
    given.user("bo", "noord", Role.EDITOR)
    page = office.begin(PARTNERS)
    post(office.client, f"{page}/invoeren")
    other = post(client_of(web, "bo"), f"{page}/invoeren")
    assert other.headers["Location"] == page
    office.work()
    post(client_of(web, "bo"), f"{page}/stoppen")
    assert _names(graph) == ["Club", "School"]


def test_the_page_follows_the_job(office: Office) -> None:
    page = office.upload(PARTNERS).headers["Location"]
    post(office.client, f"{page}/kolommen", **{"kolom-0": "name"})
    headers = {"HX-Request": "true"}
    assert "<progress" in office.client.get(f"{page}/voortgang", headers=headers).text
    office.work()
    answer = office.client.get(f"{page}/voortgang", headers=headers)
    assert (answer.status_code, answer.headers["HX-Redirect"]) == (204, page)


def test_an_example_can_be_brought_in_as_it_is(office: Office) -> None:
    answer = office.client.get(f"{IMPORTS}/voorbeeld/partners.xlsx")
    [sheet] = read_file("partners.xlsx", answer.data)
    assert sheet.headers[0] == "Naam"
    assert office.client.get(f"{IMPORTS}/voorbeeld/iets.xlsx").status_code == 404


def test_partners_lead_to_the_import(office: Office) -> None:
    assert IMPORTS in office.client.get("/netwerken/noord/partners").text


def _names(graph: Graph) -> list[str]:
    found: list[Any] = actors.names(graph, network_id="noord")
    return [each.name for each in found]


def _send(client: FlaskClient, path: str, size: int) -> TestResponse:
    """Send a body of so many bytes as a form with a file."""
    boundary = b"--grens\r\nContent-Disposition: form-data; name=file; filename=x.csv\r\n\r\n"
    body = boundary.ljust(size, b"x")
    return client.post(path, data=body, content_type="multipart/form-data; boundary=grens")
