"""Every page of the site in a real browser: accessible, silent, self-contained, fit for a phone.

The pages come from the url map, so a new page is looked at the moment it exists.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, LiteralString, cast

import pytest
from flask import Flask
from neo4j import Driver
from playwright.sync_api import Browser, Page, Response
from werkzeug.routing import Rule as Route

from graph.settings import GraphSettings
from tests.browser.conftest import Site
from webapp.access import rule_of

pytestmark = pytest.mark.browser

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")
WIDTHS = pytest.mark.parametrize("width", [1400, 360], ids=["desk", "phone"])

# What shows no page of its own: files, answers for machines, and what only sends people on.
NO_PAGES = {"static", "health.show", "health.live", "networks.home"}

# How to fill the places in an address: one real thing of the demo for each.
SOMETHING: dict[str, LiteralString] = {
    "actor_id": "MATCH (n:Actor {network_id: $network}) RETURN n.id AS id ORDER BY id LIMIT 1",
    "collaboration_id": "MATCH (n:Collaboration {network_id: $network, status: 'active'})"
    " RETURN n.id AS id ORDER BY id LIMIT 1",
    "position_id": "MATCH (n:Position {network_id: $network}) RETURN n.id AS id LIMIT 1",
    "person_id": "MATCH (n:Person {network_id: $network}) RETURN n.id AS id LIMIT 1",
    "moment_id": "MATCH (n:ContactMoment {network_id: $network}) RETURN n.id AS id LIMIT 1",
    "followup_id": "MATCH (n:FollowUp {network_id: $network}) RETURN n.id AS id LIMIT 1",
    "programme_id": "MATCH (:Collaboration {network_id: $network})-[:USES]->(n:Programme)"
    " RETURN n.id AS id ORDER BY id LIMIT 1",
}

# Pages that ask for more than their address: a value of the query by the place that it comes from.
QUERIES = {"positions.new": {"partner": "actor_id"}}

_RUN_AXE = """async () => {
  const found = await axe.run(document, { resultTypes: ["violations"] });
  return found.violations.flatMap(
    (rule) => rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 200)}`));
}"""
_WIDTH = "document.documentElement.scrollWidth"


@WIDTHS
@pytest.mark.parametrize("user", ["regisseur", "beheerder"])
def test_every_page_is_sound(
    site: Site, chromium: Browser, things: dict[str, str], user: str, width: int
) -> None:
    found: dict[str, list[str]] = {}
    with chromium.new_context(viewport={"width": width, "height": 800}) as context:
        page = context.new_page()
        site.sign_in(page, user)
        for address in _addresses(site.app, things, admin=user == "beheerder"):
            if problems := _look(page, site, address):
                found[address] = problems
    assert found == {}


@WIDTHS
@pytest.mark.parametrize(
    ("address", "status"), [("/aanmelden", 200), ("/hulp", 200), ("/bestaat-niet", 404)]
)
def test_pages_for_everybody_are_sound(
    site: Site, chromium: Browser, address: str, status: int, width: int
) -> None:
    with chromium.new_context(viewport={"width": width, "height": 800}) as context:
        assert _look(context.new_page(), site, address, status=status) == []


def test_the_menu_of_a_phone_opens_without_javascript(site: Site, chromium: Browser) -> None:
    with chromium.new_context(
        viewport={"width": 360, "height": 800}, java_script_enabled=False
    ) as context:
        page = context.new_page()
        site.sign_in(page, "regisseur")
        page.goto(f"{site.url}/netwerken")
        page.locator("details.all > summary").click()
        page.get_by_role("link", name="Hulp").click()
        assert page.url == f"{site.url}/hulp"
        page.locator("details.all > summary").click()
        page.get_by_role("button", name="Afmelden").click()
        assert page.url == f"{site.url}/aanmelden"


@pytest.fixture(scope="module")
def things(demo: object, driver: Driver, engine_settings: GraphSettings) -> dict[str, str]:
    """One id of each kind of thing in the demo network, by its place in an address."""

    def first(query: LiteralString, **values: Any) -> str:
        [row] = driver.execute_query(
            query, parameters_=values, database_=engine_settings.database
        ).records
        return cast("str", row["id"])

    network = first("MATCH (n:Network {slug: 'voorbeeldstad'}) RETURN n.id AS id")
    found = {place: first(query, network=network) for place, query in SOMETHING.items()}
    return found | {"slug": "voorbeeldstad"}


def _look(page: Page, site: Site, address: str, *, status: int = 200) -> list[str]:
    """Return what is wrong with one page, in words."""
    problems: list[str] = []

    def note_console(message: Any) -> None:
        if message.type in {"error", "warning"} and str(status) not in message.text:
            problems.append(f"console: {message.text}")

    def note_request(request: Any) -> None:
        if not request.url.startswith((site.url, "data:", "blob:")):
            problems.append(f"request: {request.url}")

    def note_error(error: Exception) -> None:
        problems.append(f"script: {error}")

    page.on("console", note_console)
    page.on("request", note_request)
    page.on("pageerror", note_error)
    response = page.goto(site.url + address, wait_until="load")
    problems += _judge(page, response, status)
    page.remove_listener("console", note_console)
    page.remove_listener("request", note_request)
    page.remove_listener("pageerror", note_error)
    return problems


def _judge(page: Page, response: Response | None, status: int) -> Iterator[str]:
    if response is None or response.status != status:
        yield f"status: {response and response.status}"
        return
    if "<html" not in response.text():
        return  # a piece of a page, or data; its own tests look at those
    width = page.viewport_size["width"] if page.viewport_size else 0
    if (needed := cast("int", page.evaluate(_WIDTH))) > width:
        yield f"needs {needed} px"
    page.evaluate(AXE)
    yield from cast("list[str]", page.evaluate(_RUN_AXE))


def _addresses(app: Flask, things: dict[str, str], *, admin: bool) -> Iterator[str]:
    for route in app.url_map.iter_rules():
        rule = rule_of(app.view_functions[route.endpoint])
        if "GET" not in (route.methods or ()) or route.endpoint in NO_PAGES or not rule:
            continue
        if rule.signed_in and rule.admin is admin:
            yield _filled(app, route, things)


def _filled(app: Flask, route: Route, things: dict[str, str]) -> str:
    places = cast("set[str]", route.arguments)  # pyright: ignore[reportUnknownMemberType]
    values: dict[str, Any] = {place: things[place] for place in places}
    values |= {name: things[place] for name, place in QUERIES.get(route.endpoint, {}).items()}
    with app.test_request_context():
        return app.url_for(route.endpoint, **values)
