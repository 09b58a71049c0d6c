"""The report for who decides: the numbers of the pages, with the way to each, on two pages."""

import re
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.database import Graph
from graph.domain.words import FollowUpKind, Involvement, Role, Status
from graph.repositories import networks, snapshots
from tests.given import ANA, NOW, TODAY, Given
from tests.webapp.browse import check_page, client_of
from tests.webapp.counting import questions

PATH = "/netwerken/noord/verslag"


@pytest.fixture
def reader(web: Flask, given: Given) -> FlaskClient:
    given.network("noord")
    given.user("rob", "noord", Role.READER)
    return client_of(web, "rob")


def told(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_an_empty_network_has_a_report_that_says_so(reader: FlaskClient) -> None:
    page = reader.get(PATH)

    check_page(page)
    text = told(page.text)
    assert "Er lopen 0 samenwerkingen. Levendig daarvan: 0." in text
    assert "Er staan minder dan tien partners in." in text
    assert "Er zijn nog te weinig metingen om te vergelijken." in text
    assert "Er zijn nu geen witte vlekken." in text
    assert "Er staat nog geen actie of wens open." in text
    assert reader.get(f"{PATH}.pdf").data.startswith(b"%PDF-")


def test_each_number_leads_to_what_was_counted(reader: FlaskClient, given: Given) -> None:
    given.vocabulary()
    a, b, c = (given.actor("noord", name) for name in ("Anker", "Boei", "Club"))
    goals = ("mentaal-gezond-online", "sociale-basis")
    given.collaboration(
        "noord", "Samen", a, b, policy_goal_ids=goals, residents_involved=Involvement.DECIDE
    )
    given.collaboration("noord", "Later", a, c, status=Status.WISHED, policy_goal_ids=goals)

    page = reader.get(PATH)

    check_page(page)
    [basis, online] = [_row(page.text, id) for id in reversed(goals)]
    assert basis == ["3. Versterken van de sociale basis", "1", "0", "1", "Samen"]
    assert online == ["5. Mentaal gezond online", "1", "0", "1", "Samen"]
    assert "Eén partner werkt nog met niemand samen: Club" in told(page.text)
    assert "Samenwerkingen waarin bewoners meebeslissen: 1." in told(page.text)
    for href, names in (
        ("samenwerkingen?doel=sociale-basis&amp;status=active", ["Samen"]),
        ("samenwerkingen?bewoners=decide&amp;status=active", ["Samen"]),
        ("samenwerkingen?status=active", ["Samen"]),
    ):
        assert f'"/netwerken/noord/{href}"' in page.text
        behind = reader.get(f"/netwerken/noord/{href.replace('&amp;', '&')}").text
        assert [name for name in ("Samen", "Later") if f">{name}</a>" in behind] == names


def test_rise_and_fall_are_those_of_the_period_that_is_asked_for(
    reader: FlaskClient, given: Given, graph: Graph
) -> None:
    for weeks in (60, 20):
        snapshots.take(graph, network_id="noord", on=TODAY - timedelta(weeks=weeks), now=NOW)
    given.collaboration("noord", "Samen", given.actor("noord", "A"), given.actor("noord", "B"))
    snapshots.take(graph, network_id="noord", on=TODAY, now=NOW)

    quarter, year = (told(reader.get(f"{PATH}?periode={asked}").text) for asked in ("?", "jaar"))

    # Each looks back to the newest snapshot that lies a whole period before the last one.
    assert "Vergeleken: de metingen van 6 juli 2026 en 23 november 2026." in quarter
    assert "Vergeleken: de metingen van 29 september 2025 en 23 november 2026." in year
    assert "Begonnen: Samen" in quarter


def test_no_person_and_no_free_text_stands_in_it(reader: FlaskClient, given: Given) -> None:
    given.user(ANA.id, "noord")
    jo = given.actor("noord", "Jo de Schilder", is_person=True)
    school = given.actor("noord", "Kompas")
    for about in (jo, school):
        given.followup("noord", "Bel mevrouw Jansen", actor_ids=(about,), kind=FollowUpKind.SPEAK)

    text = told(reader.get(PATH).text)

    assert "2 acties staan open; te laat: 0." in text
    assert "Het eerst aan de beurt: ma 23 nov spreek elkaar: Kompas" in text
    assert "Jansen" not in text
    assert "Jo de Schilder" not in text


def test_the_pdf_is_tagged_dutch_and_reads_no_name_as_markup(
    web: Flask, reader: FlaskClient, given: Given, graph: Graph
) -> None:
    web.extensions["clock"] = lambda: NOW + timedelta(microseconds=1)  # as a real one
    hostile = '#panic("read") #read("/etc/passwd") $x$ *[<a> \\'
    a, b = given.actor("noord", hostile), given.actor("noord", '"}); #panic()')
    given.place("noord", "#panic(1)")
    given.collaboration("noord", hostile * 3, a, b)
    [noord] = [each for each in networks.list_all(graph) if each.slug == "noord"]

    answer = reader.get(f"{PATH}.pdf")

    assert answer.status_code == 200
    assert answer.mimetype == "application/pdf"
    assert f'filename="noord-verslag-{TODAY}.pdf"' in answer.headers["Content-Disposition"]
    assert b"/Lang(nl)" in answer.data
    assert b"/Marked true" in answer.data
    assert b"<pdfuaid:part>1</pdfuaid:part>" in answer.data
    assert f"Verslag van {noord.name}</rdf:li>".encode() in answer.data


def test_it_stays_within_two_pages_whatever_the_size(reader: FlaskClient, given: Given) -> None:
    given.vocabulary()
    long = "Een naam die maar niet ophoudt "
    places = [given.place("noord", f"{long * 2}{number}") for number in range(14)]
    domains = ("sport-bewegen", "onderwijs", "werk", "digitaal", "veiligheid", "jeugdzorg")
    for number in range(16):
        pair = [
            given.actor(
                "noord",
                f"{long * 5}{number}{side}",
                domain_ids=(domains[(number + side) % 6],),
                neighbourhood_ids=(places[number % 14],),
            )
            for side in (0, 1)
        ]
        given.collaboration(
            "noord",
            f"{long * 5}{number}",
            *pair,
            status=(Status.ACTIVE, Status.WISHED)[number % 2],
            life_stage_ids=("ouderdom",),
            policy_goal_ids=("sociale-basis",),
        )
        given.actor("noord", f"{long * 5}alleen {number}")

    assert re.findall(rb"/Count (\d+)", reader.get(f"{PATH}.pdf").data)[0] == b"2"


def test_it_asks_as_much_for_a_small_as_for_a_large_network(
    graph: Graph, reader: FlaskClient, given: Given
) -> None:
    hub = given.actor("noord", "Spil")
    few = questions(graph, reader, PATH)
    for number in range(6):
        given.collaboration("noord", f"{number}", hub, given.actor("noord", f"N{number}"))

    assert questions(graph, reader, PATH) == few


def _row(html: str, goal_id: str) -> list[str]:
    rows = re.findall(r'<tr><th scope="row"><a.*?</tr>', html, re.DOTALL)
    [row] = [each for each in rows if f"doel={goal_id}&" in each]
    return [told(cell) for cell in re.findall(r"<t[hd].*?</t[hd]>", row, re.DOTALL)]
