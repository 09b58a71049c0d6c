"""Headers, files, errors, and what happens when a part is away."""

import hashlib
import re
import time
from pathlib import Path

import pytest
from flask import Flask
from redis import Redis

from graph.database import Graph
from graph.errors import StaleError
from graph.settings import GraphSettings
from tasks import heartbeat
from tasks.broker import connect_broker
from tests.engines import free_port
from tests.given import NOW, Given
from tests.webapp.browse import check_page, client_of, post
from webapp import assets, create_app
from webapp.access import public
from webapp.settings import WebSettings

SETTINGS = WebSettings(secret_key="for tests only " * 3, base_url="http://localhost")


@pytest.fixture
def nowhere() -> str:
    return f"127.0.0.1:{free_port()}"


@pytest.mark.parametrize("path", ["/aanmelden", "/bestaat-niet", "/netwerken", "/healthz/live"])
def test_every_answer_carries_the_headers(web: Flask, path: str) -> None:
    headers = client_of(web).get(path).headers

    assert headers["Content-Security-Policy"] == (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        "font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; "
        "frame-ancestors 'none'; base-uri 'none'"
    )
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "SAMEORIGIN"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cache-Control"] == "no-store"
    assert len(headers["X-Request-ID"]) == 32


def test_a_request_id_of_the_proxy_is_kept_when_it_is_safe(web: Flask) -> None:
    client = client_of(web)
    kept = client.get("/healthz/live", headers={"X-Request-ID": "abc-12345"})
    replaced = client.get("/healthz/live", headers={"X-Request-ID": "<script>"})
    assert kept.headers["X-Request-ID"] == "abc-12345"
    assert re.fullmatch("[0-9a-f]{32}", replaced.headers["X-Request-ID"])


def test_another_host_is_refused(web: Flask) -> None:
    answer = web.test_client().get("/aanmelden", base_url="http://evil.example")
    assert answer.status_code == 400
    assert "evil" not in answer.text


def test_files_may_be_kept_for_ever(web: Flask) -> None:
    client = client_of(web)
    page = client.get("/aanmelden").text
    [sheet] = re.findall(r'href="(/static/[0-9a-f]{12}/app.css)"', page)

    with client.get(sheet) as answer:
        assert answer.headers["Cache-Control"] == "max-age=315360000, public, immutable"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert client.get(sheet.replace("app.css", "app.csss")).status_code == 404


@pytest.mark.once
def test_every_address_in_a_style_sheet_is_a_file() -> None:
    for sheet in assets.STATIC.glob("*.css"):
        for target in re.findall(r'url\("([^"]+)"\)', sheet.read_text(encoding="utf-8")):
            assert (assets.STATIC / target).is_file(), f"{sheet.name}: {target}"


@pytest.mark.once
@pytest.mark.parametrize(
    "folder", [assets.STATIC / "vendor", Path("tests/browser/vendor")], ids=["site", "tests"]
)
def test_vendored_files_are_the_ones_we_chose(folder: Path) -> None:
    lines = (folder / "VERSIONS").read_text(encoding="utf-8").splitlines()
    listed = {parts[0]: parts[5] for line in lines if len(parts := line.split(" | ")) == 6}
    del listed["# file"]

    found = {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*.*")
        if path.suffix in {".css", ".js", ".svg", ".ttf", ".woff2"}
    }
    assert found == listed


def test_what_is_not_there_says_so(web: Flask) -> None:
    answer = client_of(web).get("/bestaat-niet")
    check_page(answer)
    assert answer.status_code == 404
    assert "Deze pagina is er niet" in answer.text


def test_a_form_that_expired_says_what_to_do(web: Flask) -> None:
    answer = client_of(web).post("/aanmelden")
    check_page(answer)
    assert answer.status_code == 400
    assert "Dit formulier is verlopen" in answer.text


def test_a_form_that_is_too_large_is_refused(web: Flask) -> None:
    answer = post(client_of(web), "/aanmelden", email="x" * 1_100_000)
    check_page(answer)
    assert answer.status_code == 413


def test_a_bug_shows_nothing_of_itself(web: Flask, capsys: pytest.CaptureFixture[str]) -> None:
    @public
    def broken() -> str:
        raise ValueError("jan@example.org typed this")

    web.add_url_rule("/stuk", "broken", broken)
    web.testing = False

    answer = client_of(web).get("/stuk")

    check_page(answer)
    assert answer.status_code == 500
    assert "jan@example.org" not in answer.text
    log = capsys.readouterr().out
    assert "ValueError" in log
    assert "jan@example.org" not in log


def test_a_stale_edit_without_a_page_of_its_own_is_explained(web: Flask) -> None:
    @public
    def stale() -> str:
        raise StaleError("somebody was first", version=2)

    web.add_url_rule("/oud", "stale", stale)
    answer = client_of(web).get("/oud")
    check_page(answer)
    assert answer.status_code == 409
    assert "Iemand anders wijzigde dit ook" in answer.text


def test_without_the_graph_a_page_says_so_within_three_seconds(
    test_broker: Redis, nowhere: str, web: Flask, given: Given
) -> None:
    given.user("ana")
    client = client_of(web, "ana")
    away = Graph.connect(
        GraphSettings(uri=f"bolt://{nowhere}", user="", password="", database="neo4j"),
        patience=1.0,
    )
    app = create_app(SETTINGS, graph=away, broker=test_broker, clock=lambda: NOW)
    other, cookie = app.test_client(), client.get_cookie("lokale-energie")
    assert cookie
    other.set_cookie("lokale-energie", cookie.value)

    began = time.monotonic()
    answer = other.get("/netwerken")
    took = time.monotonic() - began
    away.close()

    check_page(answer)
    assert answer.status_code == 503
    assert "We kunnen er even niet bij" in answer.text
    assert took < 3


def test_without_the_broker_public_pages_stay_and_others_say_so(
    graph: Graph, nowhere: str
) -> None:
    broker = connect_broker(f"redis://{nowhere}/0")
    client = create_app(SETTINGS, graph=graph, broker=broker).test_client()
    client.set_cookie("lokale-energie", "some-session")

    began = time.monotonic()
    help_page, sign_in, mine = (client.get(p) for p in ("/hulp", "/aanmelden", "/netwerken"))
    took = time.monotonic() - began
    attempt = client.post("/aanmelden", data={"email": "ana@example.org", "wachtwoord": "x"})

    for answer, status in ((help_page, 200), (sign_in, 200), (mine, 503), (attempt, 503)):
        check_page(answer)
        assert answer.status_code == status
    assert took < 9
    assert client.get_cookie("lokale-energie", "localhost"), "the session may still be there"


def test_a_session_that_cannot_be_saved_does_not_spoil_the_page(
    web: Flask, given: Given, test_broker: Redis
) -> None:
    given.user("ana")
    client = client_of(web, "ana")
    # Full: it still reads, and refuses to write.
    _config_set(test_broker, "maxmemory", "1")
    try:
        answer = client.get("/netwerken")
    finally:
        _config_set(test_broker, "maxmemory", "0")
    check_page(answer)
    assert answer.status_code == 200


def test_health_names_each_part(web: Flask, test_broker: Redis) -> None:
    heartbeat.record(test_broker, heartbeat.BEAT)
    without_worker = client_of(web).get("/healthz")
    heartbeat.record(test_broker, heartbeat.WORKER)
    whole = client_of(web).get("/healthz")

    assert without_worker.status_code == 503
    assert without_worker.json == {
        "graph": "ok",
        "broker": "ok",
        "worker": "down",
        "beat": "ok",
        "mail": "ok",
        "backup": "ok",
    }
    assert whole.status_code == 200
    parts = ("graph", "broker", "worker", "beat", "mail", "backup")
    assert whole.json == dict.fromkeys(parts, "ok")


@pytest.mark.once
@pytest.mark.parametrize("key", ["", "short"])
def test_a_weak_secret_stops_the_start(key: str) -> None:
    with pytest.raises(ValueError, match="SECRET_KEY must have at least 32"):
        WebSettings.from_environment({"SECRET_KEY": key})


@pytest.mark.once
def test_settings_come_from_the_environment() -> None:
    settings = WebSettings.from_environment(
        {
            "SECRET_KEY": "x" * 32,
            "BASE_URL": "https://lokaal.example/",
            "TRUSTED_HOSTS": "intern.example",
            "PROXY_HOPS": "1",
        }
    )
    assert settings.secure
    assert settings.hosts == ["lokaal.example", "localhost", "127.0.0.1", "intern.example"]
    assert settings.proxy_hops == 1


def _config_set(broker: Redis, name: str, value: str) -> None:
    broker.config_set(name, value)  # pyright: ignore[reportUnknownMemberType]
