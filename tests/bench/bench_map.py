"""How fast the network map is there: ``python -m tests.bench.bench_map``.

Time in Chromium from asking for a page, with nothing kept from before, to its first whole picture
of the same network: our page, from a server that has drawn this network before; a bare vis-network
page that gets the same data as a file; and the page that pyvis writes by itself, which is ready
once its physics has come to rest. A network of more than 500 partners opens in circles, so there
ours is also asked to draw every partner. Pages take turns, so that what else the machine does
weighs on all. Prints medians.
"""

import json
import logging
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Generator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, cast
from urllib.request import urlopen

import structlog
from flask import Flask
from neo4j import GraphDatabase
from playwright.sync_api import Browser, sync_playwright
from pyvis.network import Network  # pyright: ignore[reportMissingTypeStubs]

from graph.database import Graph
from graph.domain.calendar import local_day
from graph.domain.words import Role
from graph.settings import GraphSettings
from tasks.broker import connect_broker
from tests.broker import broker
from tests.browser.conftest import FLAGS
from tests.bulk import fill
from tests.engines import embedded_engine, free_port, prepared
from tests.given import Given
from tests.run import CHROMIUM
from tests.webapp.browse import client_of
from webapp import create_app
from webapp.assets import STATIC
from webapp.settings import WebSettings

SIZES = ((500, 1_500), (2_000, 8_000), (5_000, 20_000))
ROUNDS = 7
PYVIS_UP_TO = 2_000  # once: it takes minutes, and the target is far away
PYVIS_SECONDS = 1_800
MARK = "map-drawn"
LOOSE = "groepeer=niet"

_BARE = """<!doctype html><meta charset="utf-8"><title>bare</title>
<style>#map { width: 1000px; height: 576px }</style><div id="map"></div>
<script src="vis-data.min.js"></script><script src="vis-network.min.js"></script><script>
fetch("data.json").then((answer) => answer.json()).then(({ nodes, edges, options }) => {
  delete options.page;
  new vis.Network(document.getElementById("map"), { nodes, edges }, options)
    .once("afterDrawing", () => performance.mark("map-drawn"));
});
</script>"""
_REST = """const drawn = drawGraph();
drawn.once("stabilizationIterationsDone", () =>
  drawn.once("afterDrawing", () => performance.mark("map-drawn")));"""
_ELSEWHERE = re.compile(r"<(link|script)\s[^>]*https://[^>]*>(</script>)?")
_DRAWN = f"performance.getEntriesByName('{MARK}').length > 0"
_WHEN = f"performance.getEntriesByName('{MARK}')[0].startTime"


def main() -> None:
    """Print the table."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    print("| partners / ties | page | ms to the first picture | against ours |")
    print("|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder, broker() as redis_url:
        with embedded_engine(Path(folder)) as engine, sync_playwright() as playwright:
            graph = prepared(engine)
            web = WebSettings(
                secret_key="for the bench " * 3,
                base_url=f"http://127.0.0.1:{free_port()}",
                redis_url=redis_url,
            )
            # To sign in and to write the files; what is timed is served by another process.
            app = create_app(web, graph=graph, broker=connect_broker(redis_url))
            Given(graph).user("ana")
            browser = playwright.chromium.launch(executable_path=_chromium(), args=FLAGS)
            with _served(engine, web):
                for actors, ties in SIZES:
                    slug = f"n{actors}"
                    _fill(graph, engine, slug, actors, ties)
                    with _files(app, slug) as files:
                        ours = f"{web.base_url}{_path(slug)}"
                        size = f"{actors:,} / {ties:,}"
                        _report(size, browser, app, ours, files, pyvis=actors <= PYVIS_UP_TO)
            browser.close()


def _chromium() -> str:
    found = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if found is None:
        sys.exit("Chromium is not here: apt-get install chromium")
    return found


def _report(
    size: str, browser: Browser, app: Flask, ours: str, files: str, *, pyvis: bool
) -> None:
    pages = {
        "ours": ours,
        "ours, every partner": f"{ours}?{LOOSE}",
        "bare vis-network": f"{files}/bare.html",
    }
    times: dict[str, list[float]] = {name: [] for name in pages}
    first = _milliseconds(browser, app, ours, seconds=60)
    for _round in range(ROUNDS):
        for name, address in pages.items():
            times[name].append(_milliseconds(browser, app, address, seconds=60))
    if pyvis:
        page = f"{files}/pyvis.html"
        times["pyvis by itself"] = [_milliseconds(browser, app, page, seconds=PYVIS_SECONDS)]
    medians = {name: statistics.median(found) for name, found in times.items()}
    medians["ours, first visit after a change"] = first
    for name, median in medians.items():
        print(
            f"| {size} | {name} | {median:,.0f} | {median / medians['ours']:.2f} |",
            flush=True,
        )


def _milliseconds(browser: Browser, app: Flask, address: str, *, seconds: float) -> float:
    """Open a page in a browser that kept nothing; return when its picture was whole."""
    with browser.new_context(viewport={"width": 1400, "height": 900}) as context:
        name = cast("str", app.config["SESSION_COOKIE_NAME"])
        cookie = client_of(app, "ana").get_cookie(name)
        assert cookie is not None
        context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": address}])
        page = context.new_page()
        page.goto(address, timeout=seconds * 1000)
        for _tenth in range(int(seconds * 10)):
            if page.evaluate(_DRAWN):
                return cast("float", page.evaluate(_WHEN))
            page.wait_for_timeout(100)
    raise TimeoutError(address)


def _fill(graph: Graph, settings: GraphSettings, slug: str, actors: int, ties: int) -> None:
    given = Given(graph)
    given.member("ana", given.network(slug), Role.REGISSEUR)
    auth = (settings.user, settings.password)
    with GraphDatabase.driver(  # pyright: ignore[reportUnknownMemberType]
        settings.uri, auth=auth, notifications_min_severity="OFF"
    ) as driver:
        fill(
            driver,
            database=settings.database,
            network_id=slug,
            actors=actors,
            ties=ties,
            today=local_day(datetime.now(UTC)),
        )


def _path(slug: str) -> str:
    return f"/netwerken/{slug}/kaart"


@contextmanager
def _served(engine: GraphSettings, web: WebSettings) -> Generator[None]:
    """Serve the site as it is served to people: by gunicorn, in a process of its own."""
    settings = {
        "NEO4J_URI": engine.uri,
        "NEO4J_USER": engine.user,
        "NEO4J_PASSWORD": engine.password,
        "NEO4J_DATABASE": engine.database,
        "REDIS_URL": web.redis_url,
        "SECRET_KEY": web.secret_key,
        "BASE_URL": web.base_url,
    }
    command = [sys.executable, "-m", "gunicorn", "webapp.wsgi:app", "--threads", "4"]
    server = subprocess.Popen(
        [*command, "--bind", web.base_url.removeprefix("http://"), "--log-level", "error"],
        env=os.environ | settings,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(f"{web.base_url}/healthz/live")
        yield
    finally:
        server.terminate()
        server.wait(timeout=30)


def _wait_for(address: str, seconds: int = 30) -> None:
    for _second in range(seconds):
        try:
            with urlopen(address):  # noqa: S310 -- our own server
                return
        except OSError:
            time.sleep(1)
    raise TimeoutError(address)


@contextmanager
def _files(app: Flask, slug: str) -> Generator[str]:
    """Serve the other two pages of this network, as files."""
    data: dict[str, Any] = client_of(app, "ana").get(f"{_path(slug)}/gegevens?{LOOSE}").json or {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for script in ("vis-data.min.js", "vis-network.min.js"):
            (folder / script).write_bytes((STATIC / "vendor" / "vis" / script).read_bytes())
        (folder / "data.json").write_text(json.dumps(data), encoding="utf-8")
        (folder / "bare.html").write_text(_BARE, encoding="utf-8")
        (folder / "pyvis.html").write_text(_pyvis_page(data), encoding="utf-8")
        handler = partial(_Quiet, directory=name)
        with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            yield f"http://127.0.0.1:{server.server_port}"
            server.shutdown()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Keep the table clean."""


def _pyvis_page(data: dict[str, Any]) -> str:
    """Return what pyvis writes for these partners and ties, without what it loads elsewhere."""
    net: Any = Network(directed=True, cdn_resources="in_line")
    for node in data["nodes"]:
        net.add_node(node["id"], label=node["label"])
    for edge in data["edges"]:
        net.add_edge(edge["from"], edge["to"], arrows="")
    page = _ELSEWHERE.sub("", cast("str", net.generate_html()))
    calls = page.count("drawGraph();")
    assert calls == 1, "pyvis writes another page than this bench knows"
    return page.replace("drawGraph();", _REST)


if __name__ == "__main__":
    main()
