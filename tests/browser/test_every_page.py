"""Every page of the site in a real browser: accessible, silent, self-contained, fit for a phone.

The pages come from the url map, so a new page is looked at the moment it exists.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, LiteralString, cast
from urllib.parse import urlsplit

import pytest
from flask import Flask
from neo4j import Driver
from playwright.sync_api import Browser, Page, Response
from pyotp.totp import TOTP
from werkzeug.routing import Rule as Route

from graph.database import Graph
from graph.domain.bulk import ActorEdit
from graph.domain.changes import Author
from graph.domain.imports import ImportKind
from graph.domain.invitations import InvitationFields
from graph.domain.programmes import ProgrammeFields
from graph.domain.records import RecordKind
from graph.domain.saved_views import SavedViewFields, ViewPage
from graph.domain.tokens import NewToken
from graph.domain.words import MessageKind, Role, TokenKind
from graph.repositories import (
    actors,
    bulk,
    imports,
    programmes,
    saved_views,
    second_factors,
    users,
)
from graph.settings import GraphSettings
from tasks import answers
from tasks.answers import Act, Answer
from tasks.importing import acts
from tasks.importing.files import read_file
from tasks.imports import run
from tasks.inviting import invite
from tasks.stops import Stop, sign
from tasks.tokens import ask, secret_of
from tests.browser.conftest import PASSWORD, Site
from webapp.access import rule_of
from webapp.auth import totp
from webapp.settings import WebSettings

pytestmark = pytest.mark.browser

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")
WIDTHS = pytest.mark.parametrize("width", [1400, 360], ids=["desk", "phone"])

# What shows no page of its own: files, answers for machines, and what only sends people on.
# Signed in, the sign-in page sends people on as well; the steps of signing in have tests below.
NO_PAGES = {
    "account.calendar",
    "auth.show_sign_in",
    "auth.show_code",
    "auth.go_on",
    "organisation.go",
    "organisation.come_back",
    "second_factor.show_codes",
    "pages.security",
    "duplicates.like",
    "exports.download",
    "imports.example",
    "imports.progress",
    "imports.wrong",
    "static",
    "health.show",
    "health.live",
    "networks.home",
    "pages.favicon",
    "privacy.download_mine",
    "privacy.download_person",
    "map.data",
    "map.panel",
    "messages.picture",
    "messages.preview_picture",
    "messages.download",
    "reports.download",
}

# Who goes through the steps of signing in: this ends their sessions and nobody else's.
READER = "lezer"

# How to fill the places in an address: real things of the demo that belong together.
SOMETHING: tuple[LiteralString, ...] = (
    """MATCH (actor:Actor {network_id: $network})-[:TAKES_PART_IN]->(one:Collaboration)
       MATCH (one {status: 'active'})<-[:OF]-(result:Result)
       RETURN actor.id AS actor_id, one.id AS collaboration_id, result.id AS result_id
       ORDER BY actor_id, collaboration_id, result_id LIMIT 1""",
    """MATCH (other:Actor {network_id: $network})
       RETURN other.id AS other_id ORDER BY other_id DESC LIMIT 1""",
    """MATCH (person:Person {network_id: $network})-[:HOLDS]->(position:Position)
       RETURN person.id AS person_id, position.id AS position_id ORDER BY person_id LIMIT 1""",
    """MATCH (moment:ContactMoment {network_id: $network})
       RETURN moment.id AS moment_id ORDER BY moment_id LIMIT 1""",
    """MATCH (action:FollowUp {network_id: $network})
       RETURN action.id AS followup_id ORDER BY followup_id LIMIT 1""",
    """MATCH (message:Message {network_id: $network})-[:TO]->(:User {id: 'user-regisseur'})
       RETURN message.id AS message_id LIMIT 1""",
)

# Pages that ask for more than their address: a value of the query by the place that it comes from.
QUERIES = {"positions.new": {"partner": "actor_id"}}

RUN_AXE = """async () => {
  const found = await axe.run(document, { resultTypes: ["violations"] });
  return found.violations.flatMap(
    (rule) => rule.nodes.slice(0, 2).map((node) => `${rule.id}: ${node.html.slice(0, 200)}`));
}"""
_WIDTH = "document.documentElement.scrollWidth"


@WIDTHS
@pytest.mark.parametrize("user", ["regisseur", "beheerder"])
def test_every_page_is_sound(
    site: Site, chromium: Browser, things: dict[str, str], user: str, width: int
) -> None:
    found: list[str] = []
    with chromium.new_context(viewport={"width": width, "height": 800}) as context:
        page = context.new_page()
        site.sign_in(page, user)
        for address in _addresses(site.app, things, admin=user == "beheerder"):
            found += [f"{address}: {problem}" for problem in _look(page, site, address)]
    assert not found, "\n".join(found)


@WIDTHS
@pytest.mark.parametrize(
    ("address", "status"),
    [("/aanmelden", 200), ("/hulp", 200), ("/privacy", 200), ("/bestaat-niet", 404)],
)
def test_pages_for_everybody_are_sound(
    site: Site, chromium: Browser, address: str, status: int, width: int
) -> None:
    with chromium.new_context(viewport={"width": width, "height": 800}) as context:
        assert _look(context.new_page(), site, address, status=status) == []


@WIDTHS
def test_signing_in_with_a_second_step_is_sound(
    site: Site, chromium: Browser, demo: Graph, width: int
) -> None:
    secret = _give_second_factor(site.app, demo)
    found: list[str] = []
    with chromium.new_context(viewport={"width": width, "height": 800}) as context:
        page = context.new_page()
        site.sign_in(page, READER, until="/aanmelden/code")
        found += _look(page, site, "/aanmelden/code")
        page.get_by_label("Code").fill(TOTP(secret).now())
        page.get_by_role("button", name="Aanmelden").click()
        page.wait_for_url(lambda url: "/aanmelden" not in url)
        found += _look(page, site, "/account/tweede-stap")
        page.get_by_label("Je wachtwoord").fill(PASSWORD)
        found += _look_after(page, site, "Maak nieuwe herstelcodes", "/account/tweede-stap/codes")
    second_factors.remove(demo, user_id=f"user-{READER}", now=datetime.now(UTC))
    assert found == []


@WIDTHS
def test_going_on_after_a_session_ended_is_sound(
    site: Site, chromium: Browser, demo: Graph, width: int
) -> None:
    with chromium.new_context(viewport={"width": width, "height": 800}) as context:
        page = context.new_page()
        site.sign_in(page, READER)
        page.goto(f"{site.url}/account/mailadres")
        users.end_sessions(demo, user_id=f"user-{READER}", now=datetime.now(UTC))
        page.get_by_label("Nieuw mailadres").fill("nieuw@example.org")
        found = _look_after(page, site, "Stuur de link", "/aanmelden")
        page.get_by_label("E-mailadres").fill(f"{READER}@voorbeeldstad.example")
        page.get_by_label("Wachtwoord").fill(PASSWORD)
        found += _look_after(page, site, "Aanmelden", "/aanmelden/verder")
    assert found == []


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
def things(
    site: Site, demo: Graph, driver: Driver, engine_settings: GraphSettings
) -> dict[str, str]:
    """Something of each kind in the demo network, by its place in an address."""

    def first(query: LiteralString, **values: str) -> dict[str, str]:
        [row] = driver.execute_query(
            query, parameters_=values, database_=engine_settings.database
        ).records
        return row.data()

    network = first("MATCH (n:Network {slug: 'voorbeeldstad'}) RETURN n.id AS id")["id"]
    programmes.add(
        demo,
        network_id=network,
        programme_id="own",
        fields=ProgrammeFields(name="Een eigen programma"),
        by=Author(id="user-regisseur", name="Rik Regisseur"),
        now=datetime.now(UTC),
    )
    [first_actor, *_] = actors.names(demo, network_id=network)
    bulk.apply(
        demo,
        network_id=network,
        kind=RecordKind.ACTOR,
        ids=[first_actor.id],
        edit=ActorEdit(municipality="Voorbeeldstad-Noord"),
        since=datetime.now(UTC),
        operation_id="bulk",
        title="Partners samen gewijzigd: plaats",
        by=Author(id="user-regisseur", name="Rik Regisseur"),
        now=datetime.now(UTC),
    )
    saved_views.add(
        demo,
        network_id=network,
        view_id="view",
        user_id="user-regisseur",
        fields=SavedViewFields(name="Scholen", page=ViewPage.ACTORS, query="soort=school"),
        now=datetime.now(UTC),
    )
    checked = _check_an_import(demo, network)
    stop = Stop(kind=MessageKind.DIGEST, user_id="user-regisseur", network_id=network)
    found = {"slug": "voorbeeldstad", "domain_id": "digitaal", "life_stage_id": "ouderdom"}
    found |= {"programme_id": "own", "operation_id": "bulk", "kept": "moments"}
    found |= {"subject_id": first_actor.id, "import_id": checked, "view_id": "view"}
    settings: WebSettings = site.app.extensions["web_settings"]
    found["token"] = sign(stop, secret_key=settings.secret_key)
    found |= _invite(demo, network, settings.secret_key)
    for place, kind in (("secret", TokenKind.RESET), ("address_token", TokenKind.ADDRESS)):
        found[place] = _link(demo, kind, settings.secret_key)
    for query in SOMETHING:
        found |= first(query, network=network)
    action = Answer(
        user_id="user-regisseur", network_id=network, about=f"action-{found['followup_id']}"
    )
    for place, act in (("later_token", Act.SNOOZE), ("contact_token", Act.CONTACT)):
        found[place] = answers.sign(action, act, secret_key=settings.secret_key)
    return found


def _invite(graph: Graph, network_id: str, secret_key: str) -> dict[str, str]:
    """Invite somebody new, and name a member and the network."""
    key = invite(
        graph,
        network_id=network_id,
        fields=InvitationFields(email="nieuw@example.org", name="Nina Nieuw", role=Role.READER),
        secret_key=secret_key,
        by=Author(id="user-regisseur", name="Rik Regisseur"),
        now=datetime.now(UTC),
    )
    assert key
    token = secret_of(key.removeprefix("token:"), secret_key=secret_key)
    return {"invite_token": token, "network_id": network_id, "user_id": "user-regisseur"}


def _link(graph: Graph, kind: TokenKind, secret_key: str) -> str:
    """Make the link of a mail to the reader, and return its secret."""
    new = NewToken(id=f"walk-{kind}", kind=kind, user_id=f"user-{READER}", email="x@example.org")
    now = datetime.now(UTC)
    graph.transact(lambda tx: ask(tx, new=new, secret_key=secret_key, now=now))
    return secret_of(new.id, secret_key=secret_key)


def _give_second_factor(app: Flask, graph: Graph) -> str:
    """Give the reader a second step, and return the secret that the app on a phone knows."""
    secret = totp.new_secret()
    with app.app_context():
        stored = totp.encrypt(secret)
    second_factors.set_up(
        graph,
        user_id=f"user-{READER}",
        secret=stored,
        step=0,
        recovery_hashes=["used by nobody"],
        now=datetime.now(UTC),
    )
    return secret


def _check_an_import(graph: Graph, network_id: str) -> str:
    """Upload rows that are new, there already or wrong, and have them checked."""
    now, by = datetime.now(UTC), Author(id="user-regisseur", name="Rik Regisseur")
    known = actors.names(graph, network_id=network_id)[0].name
    text = f"Naam;Postcode\nIets nieuws;1234 AB\n{known};9999 ZZ\nFout;postcode\n"
    [sheet] = read_file("partners.csv", text.encode())
    import_id = acts.upload(
        graph,
        network_id=network_id,
        kind=ImportKind.PARTNERS,
        filename="partners.csv",
        sheet=sheet,
        by=by,
        now=now,
    )
    mapping = {"name": 0, "postcode": 1}
    imports.choose_columns(
        graph, network_id=network_id, import_id=import_id, mapping=mapping, by=by, now=now
    )
    run(graph, network_id=network_id, import_id=import_id, clock=lambda: now)
    return import_id


def _look(page: Page, site: Site, address: str, *, status: int = 200) -> list[str]:
    """Return what is wrong with one page, in words."""
    return _watch(page, site, lambda: page.goto(site.url + address, wait_until="load"), status)


def _look_after(page: Page, site: Site, button: str, path: str) -> list[str]:
    """Return what is wrong with the page that a button leads to, in words."""

    def press() -> Response:
        with page.expect_navigation(wait_until="load") as shown:
            page.get_by_role("button", name=button).click()
        return shown.value

    problems = _watch(page, site, press, 200)
    assert urlsplit(page.url).path == path
    return problems


def _watch(page: Page, site: Site, go: Callable[[], Response | None], status: int) -> list[str]:
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
    problems += _judge(page, go(), status)
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
    yield from cast("list[str]", page.evaluate(RUN_AXE))


def _addresses(app: Flask, things: dict[str, str], *, admin: bool) -> Iterator[str]:
    for route in app.url_map.iter_rules():
        rule = rule_of(app.view_functions[route.endpoint])
        if "GET" not in (route.methods or ()) or route.endpoint in NO_PAGES or not rule:
            continue
        if rule.admin is admin:
            yield _filled(app, route, things)


def _filled(app: Flask, route: Route, things: dict[str, str]) -> str:
    places = cast("set[str]", route.arguments)  # pyright: ignore[reportUnknownMemberType]
    values: dict[str, Any] = {place: things[place] for place in places}
    values |= {name: things[place] for name, place in QUERIES.get(route.endpoint, {}).items()}
    with app.test_request_context():
        return app.url_for(route.endpoint, **values)
