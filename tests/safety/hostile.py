"""S1: hostile input at every route, as every kind of visitor: ``python -m tests.safety.hostile``.

The fields come from the pages themselves: a walk as regisseur and as admin collects each form with
what a browser would send, and each address. Besides, the app notes what names its views ask for,
so that a parameter which no page shows is tried too. Then each request is an address of the walk
in which one to three values are replaced. ``python -m tests.safety.hostile COUNT SEED`` repeats.

An answer must not be a 5xx, must not hold what was sent as code, must not lead elsewhere, and must
not take more than two seconds. A slow one is asked twice more and its quickest time counts, for
others use this machine too.
"""

import logging
import random
import re
import sys
import tempfile
import time
import traceback
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, ClassVar, cast
from urllib.parse import urlencode, urlsplit

import structlog
from flask import Flask, Request, request
from werkzeug.datastructures import ImmutableMultiDict
from werkzeug.exceptions import HTTPException
from werkzeug.routing import Rule as Route
from werkzeug.test import TestResponse

from graph.database import Graph
from graph.domain.saved_views import SavedViewFields, ViewPage
from graph.domain.words import Role
from graph.errors import NotFoundError
from graph.repositories import saved_views
from tasks.broker import connect_broker
from tests.broker import broker
from tests.engines import engine, prepared
from tests.given import NOW, Given
from tests.jobs import enqueue_to
from tests.safety.payloads import ELSEWHERE, HEADER, MARK, SUM_MADE, some_file, some_text
from tests.safety.result import Result
from tests.webapp.browse import client_of
from webapp import create_app
from webapp.settings import WebSettings

FULL, SEED, ROUND, SLOW = 10_000, 20261123, 500, 2.0
VISITORS = [None, "reader", "editor", "regisseur", "admin"]
LOOKING = ["regisseur", "admin"]

_ALIVE = re.compile(
    rf"<{MARK}|[\"']\s*on{MARK}\s*=\s*[\"']|{SUM_MADE}|root:x:0:0"
    rf"|(?:href|src|action)\s*=\s*[\"']?\s*(?:javascript|data:text)",
    re.IGNORECASE,
)
_PAGES = {"text/html", "image/svg+xml", "application/xhtml+xml"}

Fields = list[tuple[str, str]]


@dataclass(frozen=True)
class Door:
    """A way into the app that a page showed, with what a browser would send along."""

    method: str
    path: str
    fields: tuple[tuple[str, str], ...] = ()


@dataclass
class Found:
    """What went wrong, each with what was sent; and how long the slowest answer took."""

    asked: int = 0
    errors: list[str] = field(default_factory=list[str])
    alive: list[str] = field(default_factory=list[str])
    slow: list[str] = field(default_factory=list[str])
    slowest: float = 0.0
    endpoints: set[str] = field(default_factory=set[str])

    def result(self, engine_name: str) -> Result:
        """Say it in figures."""
        return Result(
            name=f"S1, {self.asked} hostile requests on {engine_name}",
            wanted=f"0 x 5xx, 0 alive in an answer, 0 over {SLOW:.0f} s",
            measured=f"{len(self.errors)} x 5xx, {len(self.alive)} alive, {len(self.slow)} over "
            f"{SLOW:.0f} s (slowest {self.slowest:.2f} s), {len(self.endpoints)} routes",
            passed=not (self.errors or self.alive or self.slow),
        )


class _Noted(ImmutableMultiDict[str, str]):
    """What was sent, which notes under each route the names that its view asks for."""

    names: ClassVar[defaultdict[str, set[str]]] = defaultdict(set)

    def __contains__(self, key: object) -> bool:
        _note(key)
        return super().__contains__(key)

    def __getitem__(self, key: str) -> str:
        _note(key)
        return super().__getitem__(key)

    def getlist(self, key: str, *args: Any, **kwargs: Any) -> list[Any]:  # pyright: ignore[reportIncompatibleMethodOverride]
        _note(key)
        return super().getlist(key, *args, **kwargs)

    def get(self, key: str, *args: Any, **kwargs: Any) -> Any:  # pyright: ignore[reportIncompatibleMethodOverride]
        _note(key)
        return super().get(key, *args, **kwargs)


def _note(key: object) -> None:
    if isinstance(key, str) and request.endpoint:
        _Noted.names[request.endpoint].add(key)


class _NotingRequest(Request):
    parameter_storage_class = _Noted


class _Forms(HTMLParser):
    """The forms and addresses on a page."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self._path = path
        self._form: tuple[str, str, Fields] | None = None
        self._select: str | None = None
        self.doors: list[Door] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        name = given.get("name", "")
        match tag:
            case "a" if given.get("href", "").startswith("/"):
                self.doors.append(_get(given["href"]))
            case "form":
                method = given.get("method", "get").upper()
                self._form = (method, given.get("action") or self._path, [])
            case "select":
                self._select = name
            case "option" if self._form and self._select and given.get("value"):
                if "selected" in given or all(each != self._select for each, _ in self._form[2]):
                    self._form[2].append((self._select, given["value"]))
            case "input" | "textarea" if self._form and name:
                self._form[2].append((name, given.get("value") or _plain(given.get("type"))))
            case "button" if self._form and name:
                self._form[2].append((name, given.get("value", "")))
            case _:
                pass

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self._select = None
        if tag == "form" and self._form:
            method, action, fields = self._form
            self._form = None
            if action.startswith("/"):
                self.doors.append(Door(method, action, tuple(fields)))


def _plain(kind: str | None) -> str:
    """Return what fits in an empty field, so that one hostile value meets the view behind it."""
    known = {"date": "2026-11-20", "email": "iemand@example.org", "number": "1", "file": ""}
    return known.get(kind or "", "Iets")


def _get(address: str) -> Door:
    parts = urlsplit(address)
    pairs = [pair.partition("=") for pair in parts.query.split("&") if pair]
    return Door("GET", parts.path, tuple((name, value) for name, _, value in pairs))


def main(arguments: list[str]) -> int:
    """Run it in full on the engine of the tests, and say what was found."""
    count, seed = [*map(int, arguments), *[FULL, SEED][len(arguments) :]]
    result = check(count, seed)
    print(result)
    return 0 if result.passed else 1


def check(count: int = FULL, seed: int = SEED) -> Result:
    """Ask that often, on an engine and a broker of its own."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    with (
        tempfile.TemporaryDirectory(prefix="lokaal-safety-") as folder,
        engine() as settings,
        broker() as redis_url,
        enqueue_to(redis_url),
    ):
        graph = prepared(settings)
        app = create_app(
            WebSettings(
                secret_key="for tests only " * 3,
                base_url="http://localhost",
                data_dir=Path(folder),
            ),
            graph=graph,
            broker=connect_broker(redis_url),
            clock=lambda: NOW,
        )
        found = attack(app, count=count, seed=seed, empty=lambda: _empty(graph))
        name = graph.engine()
        graph.close()
    return found.result(name)


def _empty(graph: Graph) -> None:
    driver = graph._driver  # pyright: ignore[reportPrivateUsage]  # noqa: SLF001 -- wipes
    keep = "NOT n:TestDatabase AND NOT n:SchemaVersion"
    driver.execute_query(f"MATCH (n) WHERE {keep} DETACH DELETE n")


def attack(app: Flask, *, count: int, seed: int, empty: Callable[[], None]) -> Found:
    """Ask ``count`` times; each round begins with ``empty`` and a world that is whole."""
    app.testing = True  # a bug is raised, so that its place can be told
    app.config["WTF_CSRF_ENABLED"] = False  # tokens have a test of their own
    app.request_class = _NotingRequest
    chance, found = random.Random(seed), Found()  # noqa: S311 -- repeatable
    doors: dict[str, list[Door]] = {}
    before: dict[str, str] = {}
    while found.asked < count:
        empty()
        app.extensions["broker"].flushdb()
        places = _world(app.extensions["graph"])
        doors = _moved(doors, before, places) if doors else _walk(app, places)
        before = places
        for turn in range(min(ROUND, count - found.asked)):
            if turn % 20 == 0 and not _is_whole(app):
                break
            _ask(app, chance, doors, found)
    return found


def _is_whole(app: Flask) -> bool:
    """Return whether everybody is still there and the network open: a request may end those."""
    try:
        return all(
            client_of(app, visitor).get("/netwerken/noord/partners").status_code == 200
            for visitor in ("reader", "editor", "regisseur")
        )
    except NotFoundError:
        return False


def _world(graph: Graph) -> dict[str, str]:
    """Put one thing of each kind in the graph, and return what the places in an address mean."""
    given = Given(graph)
    network = given.network("noord")
    given.vocabulary()
    for role in Role:
        given.user(role.value, network, role)
    given.user("ana", network, Role.EDITOR)
    given.user("admin", is_admin=True)
    places = [given.place(network, "Centrum")]
    actor, other = (
        given.actor(network, name, neighbourhood_ids=places)
        for name in ("De Brug", "De Brug Noord")
    )
    tie = given.collaboration(network, "Samen eten", actor, other)
    position = given.position(network, actor, "Beheerder")
    person = given.person(network, "Ans Bakker")
    given.hold(network, position, person)
    saved_views.add(
        graph,
        network_id=network,
        view_id="view",
        user_id="regisseur",
        fields=SavedViewFields(name="Scholen", page=ViewPage.ACTORS, query="soort=school"),
        now=NOW,
    )
    return {
        "slug": network,
        "network_id": network,
        "actor_id": actor,
        "subject_id": actor,
        "other_id": other,
        "collaboration_id": tie,
        "position_id": position,
        "person_id": person,
        "moment_id": given.moment(network, actor_ids=(actor,), collaboration_ids=(tie,)),
        "followup_id": given.followup(network, actor_ids=(actor,)),
        "programme_id": given.programme(network, "Gezond oud"),
        "view_id": "view",
        "user_id": "ana",
        "domain_id": "digitaal",
        "life_stage_id": "ouderdom",
        "kept": "moments",
        "page": "partners",
        "format": "csv",
        "kind": "partners",
        "filename": "site.css",
    }


def _walk(app: Flask, places: dict[str, str]) -> dict[str, list[Door]]:
    """Look at each page and return every way in, by route."""
    doors: defaultdict[str, dict[Door, None]] = defaultdict(dict)
    adapter = app.url_map.bind("localhost")
    for route in app.url_map.iter_rules():
        values = {place: places.get(place, "x") for place in _places(route)}
        path = adapter.build(route.endpoint, values)
        for method in sorted((route.methods or set()) & {"GET", "POST"}):
            doors[f"{method} {route.endpoint}"][Door(method, path)] = None
    for visitor in LOOKING:
        client = client_of(app, visitor)
        for path in sorted({door.path for ways in doors.values() for door in ways}):
            answer = client.get(path)
            text = answer.text if answer.mimetype == "text/html" else ""
            answer.close()
            page = _Forms(path)
            page.feed(text)
            for door in page.doors:
                try:
                    endpoint, _values = adapter.match(urlsplit(door.path).path, door.method)
                except HTTPException:
                    continue
                doors[f"{door.method} {endpoint}"][door] = None
    return {name: list(ways) for name, ways in doors.items()}


def _moved(
    doors: dict[str, list[Door]], before: dict[str, str], after: dict[str, str]
) -> dict[str, list[Door]]:
    """Return the doors of an earlier world with the ids of this one."""
    ids = {before[place]: after[place] for place in before if before[place] != after[place]}
    old = re.compile("|".join(map(re.escape, ids)))

    def moved(text: str) -> str:
        return old.sub(lambda match: ids[match[0]], text)

    return {
        name: [
            replace(
                door,
                path=moved(door.path),
                fields=tuple((key, moved(value)) for key, value in door.fields),
            )
            for door in ways
        ]
        for name, ways in doors.items()
    }


def _places(route: Route) -> set[str]:
    return cast("set[str]", route.arguments)  # pyright: ignore[reportUnknownMemberType]


def _ask(app: Flask, chance: random.Random, doors: dict[str, list[Door]], found: Found) -> None:
    name = chance.choice(list(doors))
    ways = doors[name]
    door = chance.choice(ways[1:] if len(ways) > 1 and chance.random() < 0.8 else ways)
    visitor = chance.choice(VISITORS) if chance.random() < 0.4 else chance.choice(LOOKING)
    sent = list(_spoiled(name, door, chance))
    arguments: dict[str, Any] = {"method": door.method, "headers": _headers(chance)}
    path = door.path
    if chance.random() < 0.15:
        segments = path.split("/")
        segments[chance.randrange(1, len(segments))] = some_text(chance)[:2000]
        path = "/".join(segments).replace("?", "%3F").replace("#", "%23") or "/"
        path = _bytes("/" + path.lstrip("/"))
    if door.method == "POST":
        if chance.random() < 0.05:
            arguments["json"] = {key: [value] for key, value in sent}
        else:
            arguments["data"] = _body(sent, chance)
    query = sent if door.method == "GET" else list(_spoiled(name, Door("GET", path), chance))
    arguments["query_string"] = urlencode(
        [(key, value[:3000]) for key, value in query], errors="surrogatepass"
    )
    arguments["environ_overrides"] = {"REMOTE_ADDR": f"192.0.2.{chance.randrange(255)}"}
    line = f"{visitor} {name} {path!r:.120} {sent!r:.600} ?{arguments['query_string']:.200}"
    found.asked += 1
    found.endpoints.add(name)
    try:
        answer, took = _timed(app, visitor, path, arguments)
    except Exception as error:  # noqa: BLE001 -- whatever it is, it is what we look for
        place = traceback.format_exc().splitlines()[-7:]
        _report(found.errors, "\n    ".join([f"{type(error).__name__}: {line}", *place]))
        return
    # Without a worker and a beat the installation is ill, and its health says so.
    if answer.status_code >= 500 and name != "GET health.show":
        _report(found.errors, f"{answer.status_code}: {line}")
    if found.asked % ROUND == 0:
        print(f"{found.asked} asked, {len(found.errors)} x 5xx", flush=True)
    for what in _alive(answer):
        _report(found.alive, f"{what}: {line}")
    if took > SLOW:
        took = min(took, *(_again(app, visitor, path, arguments) for _ in range(2)))
    found.slowest = max(found.slowest, took)
    if took > SLOW:
        _report(found.slow, f"{took:.1f} s: {line}")


def _report(lines: list[str], line: str) -> None:
    lines.append(line)
    print(line, flush=True)


def _timed(
    app: Flask, visitor: str | None, path: str, arguments: dict[str, Any]
) -> tuple[TestResponse, float]:
    try:
        client = client_of(app, visitor)
    except NotFoundError:  # an earlier request removed them
        client = client_of(app)
    began = time.perf_counter()
    answer = client.open(path, **arguments)
    answer.get_data()
    answer.close()
    return answer, time.perf_counter() - began


def _again(app: Flask, visitor: str | None, path: str, arguments: dict[str, Any]) -> float:
    plain = {name: value for name, value in arguments.items() if name != "data"}
    texts = [pair for pair in arguments.get("data", {}).items() if _is_text(pair[1])]
    return _timed(app, visitor, path, plain | {"data": dict(texts)})[1]


def _is_text(values: list[Any]) -> bool:
    return all(isinstance(value, str | bytes) for value in values)


def _spoiled(name: str, door: Door, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Yield the fields of a door, one to three of them replaced, repeated or added."""
    names = [*dict(door.fields), *_Noted.names[name.partition(" ")[2]], some_text(chance)[:40]]
    bad = set(chance.sample(names, min(len(names), chance.randrange(1, 4))))
    for key, value in door.fields:
        if key not in bad:
            yield key, value
    for key in sorted(bad):
        for _turn in range(chance.choice([1, 1, 1, 2, 5])):
            yield key, some_text(chance)


def _body(sent: Fields, chance: random.Random) -> dict[str, list[Any]]:
    body: defaultdict[str, list[Any]] = defaultdict(list)
    for key, value in sent:
        body[_bytes(key)].append(_bytes(value))
    for key in body:
        if "bestand" in key or "file" in key or chance.random() < 0.02:
            body[key] = [some_file(chance)]
    return body


def _bytes(text: str) -> str:
    """Return text that a client can send: of a half character, what its bytes read as."""
    return text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")


def _headers(chance: random.Random) -> dict[str, str]:
    """Return headers, one of them spoiled now and then."""
    if chance.random() > 0.1:
        return {}
    name = chance.choice(
        [
            "Referer",
            "User-Agent",
            "Accept-Language",
            "X-Request-ID",
            "HX-Request",
            "HX-Current-URL",
            "X-Forwarded-For",
            "If-None-Match",
            "If-Modified-Since",
            "Range",
            "Cookie",
            "Accept",
        ]
    )
    text = some_text(chance).encode("latin-1", "replace").decode("latin-1")
    return {name: re.sub(r"[\r\n]", " ", text)[:4000]}


def _alive(answer: TestResponse) -> Iterator[str]:
    """Yield what of the sent code lives in an answer."""
    if answer.mimetype in _PAGES and (hit := _ALIVE.search(answer.text)):
        yield f"alive: {answer.text[max(0, hit.start() - 60) : hit.end() + 40]!r}"
    if HEADER in answer.headers:
        yield "a header of the visitor's"
    if (
        urlsplit(answer.headers.get("Location", "").replace("\\", "/")).hostname or "localhost"
    ) != "localhost":
        yield f"leads to {answer.headers['Location']} ({ELSEWHERE})"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
