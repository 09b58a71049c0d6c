"""A running site with the demo in it, and Chromium to look at it."""

import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask import Flask
from neo4j import Driver
from playwright.sync_api import Browser, Page, sync_playwright
from redis import Redis
from werkzeug.serving import make_server

from graph.database import Graph
from graph.domain.calendar import local_day
from graph.domain.messages import digest
from graph.domain.postal import Due, monday_of
from graph.repositories import networks, users
from graph.settings import GraphSettings
from graph.starter import load_demo
from tasks.broker import connect_broker
from tasks.delivery import Delivery, send
from tasks.mail.transport import into_folder
from tests.engines import free_port
from tests.given import Given
from tests.run import CHROMIUM
from tests.tasks.world import post
from webapp import create_app
from webapp.auth.passwords import hash_password
from webapp.cli.demo import DEMO_USERS
from webapp.settings import WebSettings

PASSWORD = "zes blauwe fietsen"

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass(frozen=True)
class Site:
    """Where the site answers, and the app behind it."""

    url: str
    app: Flask

    def sign_in(self, page: Page, name: str, *, until: str = "") -> None:
        """Sign in as one of the demo users, by the form, or come as far as the path ``until``."""
        page.goto(f"{self.url}/aanmelden")
        page.get_by_label("E-mailadres").fill(f"{name}@voorbeeldstad.example")
        page.get_by_label("Wachtwoord").fill(PASSWORD)
        page.get_by_role("button", name="Aanmelden").click()
        page.wait_for_url(lambda url: url.endswith(until) if until else "/aanmelden" not in url)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The Chromium of this machine."""
    found = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if found is None:
        pytest.skip("Chromium is not here")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def demo(prepared_graph: Graph, driver: Driver, engine_settings: GraphSettings) -> Graph:
    """The demo as a newcomer meets it; made once for all tests of a module."""
    driver.execute_query(
        "MATCH (n) WHERE NOT n:TestDatabase AND NOT n:SchemaVersion DETACH DELETE n",
        database_=engine_settings.database,
    )
    now, kept = datetime.now(UTC), hash_password(PASSWORD)
    for user in DEMO_USERS:
        users.create(
            prepared_graph,
            id=user.id,
            email=user.email,
            name=user.name,
            password_hash=kept,
            is_admin=user.is_admin,
            is_demo=True,
            now=now,
        )
    load_demo(prepared_graph, today=local_day(now), now=now)
    ids = {network.slug: network.id for network in networks.list_all(prepared_graph)}
    for user in DEMO_USERS:
        for slug, role in user.roles.items():
            users.set_membership(
                prepared_graph, user_id=user.id, network_id=ids[slug], role=role, now=now
            )
    return prepared_graph


@pytest.fixture(scope="module")
def mail_dir(demo: Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of kept mails, with the digest of this week for the regisseur."""
    folder, now = tmp_path_factory.mktemp("mail"), datetime.now(UTC)
    [network_id] = [net.id for net in networks.list_all(demo) if net.slug == "voorbeeldstad"]
    week = Due(first_day=monday_of(local_day(now)), day=local_day(now))
    key = Given(demo).mail(digest("user-regisseur", network_id, week), now=now)
    delivery = Delivery(post=post(demo, folder), deliver=into_folder(folder), clock=lambda: now)
    send(replace(delivery, any_hour=True), key)
    return folder


@pytest.fixture(scope="module")
def site(demo: Graph, redis_url: str, mail_dir: Path) -> Iterator[Site]:
    """The site, served to a real browser."""
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    broker: Redis = connect_broker(redis_url)
    settings = WebSettings(
        secret_key="for tests only " * 3, base_url=url, mail_dir=mail_dir, data_dir=mail_dir
    )
    app = create_app(settings, graph=demo, broker=broker)
    server = make_server("127.0.0.1", port, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield Site(url=url, app=app)
    server.shutdown()
    thread.join()
    server.server_close()
    broker.close()
