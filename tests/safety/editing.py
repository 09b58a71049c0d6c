"""R1 and R2, people who edit and make the same: ``python -m tests.safety.editing``.

R1: sixteen editors save five partners fifty times each, all at once; each reads the version from
the page and sends the form back. What was accepted must be the sum of the versions.
R2: a form is sent ten times at once, thirty forms in all; each makes one thing with one line in
the log. Threads with a client each ask the app in this process, on the graph of the test run.
"""

import re
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from flask import Flask
from flask.testing import FlaskClient

from graph.database import Graph
from graph.domain.words import Role
from graph.repositories import actors, changes
from tasks.broker import connect_broker
from tests.broker import broker
from tests.engines import engine, prepared
from tests.given import NOW, Given
from tests.safety.result import Result
from tests.webapp.browse import client_of, csrf_token
from webapp import create_app
from webapp.settings import WebSettings

EDITORS, SAVES, RECORDS, FORMS, TIMES = 16, 50, 5, 30, 10
PATH = "/netwerken/noord/partners"
T = TypeVar("T")
_VERSION = re.compile(r'name="version"[^>]*value="(\d+)"')


def main() -> int:
    """Run both in full."""
    results = check()
    print(*results, sep="\n")
    return 0 if all(each.passed for each in results) else 1


def check() -> list[Result]:
    """Run both on an engine and a broker of their own."""
    with (
        tempfile.TemporaryDirectory(prefix="lokaal-safety-") as folder,
        engine() as settings,
        broker() as redis_url,
    ):
        graph = prepared(settings)
        web = WebSettings(
            secret_key="for tests only " * 3, base_url="http://localhost", data_dir=Path(folder)
        )
        app = create_app(web, graph=graph, broker=connect_broker(redis_url), clock=lambda: NOW)
        given = Given(graph)
        given.network("noord")
        found = [edit_at_once(app, given), make_at_once(app, given)]
        graph.close()
    return found


def edit_at_once(
    app: Flask, given: Given, *, editors: int = EDITORS, saves: int = SAVES
) -> Result:
    """R1: count what was accepted, refused and broken."""
    ids = [given.actor("noord", f"Partner {number}") for number in range(RECORDS)]
    users = [given.user(f"editor-{number}", "noord", Role.EDITOR) for number in range(editors)]

    def work(user_id: str) -> Counter[int]:
        client = client_of(app, user_id)
        token = csrf_token(client)
        return Counter(
            _save(client, token, ids[turn % RECORDS], f"{user_id} {turn}") for turn in range(saves)
        )

    statuses = _together(work, users)
    versions = sum(
        actors.get(given.graph, network_id="noord", actor_id=id).version - 1 for id in ids
    )
    accepted, stale = statuses[303], statuses[409]
    return Result(
        name=f"R1, {editors} editors x {saves} saves on {RECORDS} partners ({_name(given.graph)})",
        wanted="accepted = sum of versions, others 409",
        measured=f"{accepted} accepted, versions {versions}, {stale} x 409, "
        f"{statuses.total() - accepted - stale} others",
        passed=accepted == versions > 0 and accepted + stale == editors * saves,
    )


def make_at_once(app: Flask, given: Given, *, forms: int = FORMS) -> Result:
    """R2: count what was made, and the lines that tell of it."""
    user, before = given.user("maker", "noord", Role.EDITOR), _added(given.graph)
    clients = [client_of(app, user) for _ in range(TIMES)]
    statuses: Counter[int] = Counter()
    places: set[str] = set()
    names = [f"Nieuwe partner {number:03} {chr(97 + number % 26) * 9}" for number in range(forms)]
    for name in names:
        # Ten browsers of one session would do the same: the token is that of the first.
        token = csrf_token(clients[0])
        fields = {"csrf_token": token, "version": "1", "name": name, "kind": "other", "toch": "ja"}
        clients = [_same_session(app, clients[0]) for _ in range(TIMES)]

        def send(client: FlaskClient, fields: dict[str, str] = fields) -> Counter[int]:
            answer = client.post(f"{PATH}/nieuw", data=fields)
            places.add(answer.headers.get("Location", ""))
            return Counter([answer.status_code])

        statuses += _together(send, clients)
    made = [each for each in actors.names(given.graph, network_id="noord") if each.name in names]
    lines = _added(given.graph) - before
    return Result(
        name=f"R2, {forms} forms sent {TIMES} times at once ({_name(given.graph)})",
        wanted=f"{forms} made, {forms} lines in the log, all answers 303",
        measured=f"{len(made)} made, {lines} lines, {dict(statuses)}",
        passed=len(made) == lines == len(places) == forms and set(statuses) == {303},
    )


def _added(graph: Graph) -> int:
    chosen = changes.LogFilter(kind="Actor", verb="added")
    return changes.find(graph, network_id="noord", chosen=chosen).total


def _same_session(app: Flask, first: FlaskClient) -> FlaskClient:
    client = app.test_client()
    cookie = first.get_cookie("lokale-energie")
    assert cookie
    client.set_cookie(cookie.key, cookie.value)
    return client


def _save(client: FlaskClient, token: str, actor_id: str, text: str) -> int:
    page = client.get(f"{PATH}/{actor_id}/bewerken").text
    found = _VERSION.search(page)
    assert found
    fields = {"csrf_token": token, "version": found[1], "name": f"Partner {actor_id}"}
    fields |= {"kind": "other", "description": text}
    return client.post(f"{PATH}/{actor_id}/bewerken", data=fields).status_code


def _together(work: Callable[[T], Counter[int]], each: list[T]) -> Counter[int]:
    with ThreadPoolExecutor(len(each)) as pool:
        return sum(pool.map(work, each), Counter[int]())


def _name(graph: Graph) -> str:
    return graph.engine()


if __name__ == "__main__":
    sys.exit(main())
