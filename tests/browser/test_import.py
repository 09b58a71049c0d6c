"""A workbook of the office, from the first upload to the network it stands for, in a browser."""

import threading
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect

from graph.database import Graph
from graph.domain.words import Role
from graph.repositories import actors, collaborations, imports, moments, people
from graph.repositories.moments import MomentFilter
from graph.repositories.people import PersonFilter
from tasks.importing.files import read_file
from tasks.imports import run
from tasks.workbooks import Page as Sheet
from tasks.workbooks import write_workbook
from tests.browser.conftest import Site
from tests.given import Given
from tests.importing import DUPLICATES, messy_workbook
from tests.jobs import enqueue_to

pytestmark = pytest.mark.browser

NETWORK = "westwijk"
START = f"/netwerken/{NETWORK}/importeren"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SOON = 30_000

CORRECT = {
    "onderwis": "Onderwijs",
    "12345": "1234 AB",
    "06-123": "06-12345673",
    "geen mail": "info@schoolwest.nl",
    "#N/A": "",
    "\u2022" * 9: "Vraag naar de conci\u00ebrge",
    "Vraag naar 111222333": "Vraag naar de conci\u00ebrge",
}


@pytest.fixture
def worker(demo: Graph, redis_url: str) -> Iterator[None]:
    """Do what waits, as a worker does."""
    stop = threading.Event()

    def work() -> None:
        while not stop.wait(0.2):
            for network_id, import_id in imports.list_due(demo, now=_now()):
                run(demo, network_id=network_id, import_id=import_id, clock=_now)

    thread = threading.Thread(target=work, daemon=True)
    with enqueue_to(redis_url):
        thread.start()
        yield
        stop.set()
        thread.join()


@pytest.fixture
def page(site: Site, demo: Graph, chromium: Browser, worker: None) -> Iterator[Page]:
    """A regisseur who begins with an empty network."""
    given = Given(demo)
    given.network(NETWORK)
    given.place(NETWORK, "Stadsbreed")
    given.member("user-regisseur", NETWORK, Role.REGISSEUR)
    said: list[str] = []
    with chromium.new_context(viewport={"width": 1400, "height": 900}) as context:
        page = context.new_page()
        page.set_default_timeout(SOON)
        site.sign_in(page, "regisseur")
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        yield page
    assert said == []


def test_a_messy_workbook_becomes_the_network_it_stands_for(
    page: Page, site: Site, demo: Graph
) -> None:
    upload(page, site, "westwijk.xlsx", messy_workbook())
    check(page, "Partners")
    expect(page.get_by_text("burgerservicenummer")).to_be_visible()
    assert names(demo) == []
    bring_in(page)
    everything = names(demo)
    assert len(everything) == 4 + 2 * len(DUPLICATES)

    page.get_by_role("button", name="Maak import ongedaan").click()
    expect(page.get_by_text("dingen zijn weggehaald")).to_be_visible(timeout=SOON)
    assert names(demo) == []

    upload(page, site, "westwijk.xlsx", messy_workbook())
    check(page, "Partners")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download deze rijen").click()
    wrong = download.value.path().read_bytes()
    bring_in(page)
    assert names(demo) == everything

    upload(page, site, "verbeterd.xlsx", corrected(wrong))
    page.get_by_role("button", name="Controleer de rijen").click()
    bring_in(page)
    for kind in ("Functies", "Samenwerkingen", "Contactmomenten"):
        page.goto(site.url + START)
        check(page, kind)
        bring_in(page)
    merge_doubles(page, site)

    assert names(demo) == sorted(
        [
            *("@ease Voorbeeldstad", "Jongerencentrum De Brug", "Koepel Welzijn", "S.V. Noord"),
            *("School Kern", "School Nieuw", "School Oost", "School West", "School Zuid"),
            *(name for name, _variant in DUPLICATES),
        ]
    )
    assert shape(demo) == {
        "people": ["Noor el Amrani", "Piet de Wit"],
        "collaborations": {
            "Muziek in de wijk": ["@ease Voorbeeldstad", "Koepel Welzijn"],
            "Samen sporten": ["Jongerencentrum De Brug", "S.V. Noord"],
        },
        "moments": 2,
    }


def upload(page: Page, site: Site, name: str, content: bytes) -> None:
    page.goto(site.url + START)
    file = FilePayload(name=name, mimeType=XLSX, buffer=content)
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Lees het bestand").click()


def check(page: Page, kind: str) -> None:
    """Open the newest import of a kind and accept the columns that are proposed."""
    row = page.get_by_role("row").filter(has_text=kind).filter(has_text="kolommen").first
    row.get_by_role("link").click()
    page.get_by_role("button", name="Controleer de rijen").click()


def bring_in(page: Page) -> None:
    page.get_by_role("button", name="Voer de goede rijen in").click(timeout=SOON)
    expect(page.get_by_text("Dit is er gebeurd")).to_be_visible(timeout=SOON)


def corrected(wrong: bytes) -> bytes:
    """Return the file of wrong rows as a regisseur gives it back."""
    [sheet] = read_file("fouten.xlsx", wrong)
    name = sheet.headers.index(next(head for head in sheet.headers if "Naam" in head))
    rows: list[tuple[str, ...]] = []
    for row in sheet.rows:
        cells = [CORRECT.get(cell, cell) for cell in row.cells]
        cells[name] = cells[name] or "School Nieuw"
        rows.append(tuple(cells))
    return write_workbook([Sheet(name="Partners", headers=sheet.headers, rows=rows)])


def merge_doubles(page: Page, site: Site) -> None:
    page.goto(f"{site.url}/netwerken/{NETWORK}/dubbelen")
    for left in range(len(DUPLICATES), 0, -1):
        expect(page.get_by_text(f"{left} pa", exact=False).first).to_be_visible()
        page.get_by_role("link", name="Voeg samen").first.click()
        short = page.locator("label:has(input[name='kies-name'])").filter(has_not_text="Stichting")
        short.click()
        page.get_by_role("button", name="Voeg samen").click()
        page.wait_for_url(lambda url: url.endswith("/dubbelen"))


def names(graph: Graph) -> list[str]:
    return sorted(each.name for each in actors.names(graph, network_id=NETWORK))


def shape(graph: Graph) -> dict[str, object]:
    found = people.find(graph, network_id=NETWORK, chosen=PersonFilter()).items
    return {
        "people": sorted(each.fields.name for each in found),
        "collaborations": {
            each.name: sorted(
                partner.name
                for partner in collaborations.get(
                    graph, network_id=NETWORK, collaboration_id=each.id
                ).partners(_now().date())
            )
            for each in collaborations.names(graph, network_id=NETWORK)
        },
        "moments": moments.find(graph, network_id=NETWORK, chosen=MomentFilter()).total,
    }


def _now() -> datetime:
    return datetime.now(UTC)
