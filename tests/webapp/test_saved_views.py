"""A page with its filters, kept under a name: for oneself, or for everybody in the network."""

from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.database import Graph
from graph.domain.saved_views import ViewPage
from graph.domain.words import Role
from graph.repositories import saved_views
from tests.given import Given
from tests.webapp.browse import check_page, client_of, post
from webapp.saved_views.pages import PAGES, address, own_query

HERE = "/netwerken/noord/weergaven"
Rows = Callable[..., list[dict[str, object]]]


@pytest.fixture
def client(web: Flask, given: Given) -> FlaskClient:
    """An editor in a network where a colleague only reads."""
    given.network("noord")
    given.network("zuid")
    given.vocabulary()
    given.user("ana", "noord", Role.EDITOR)
    given.user("ben", "noord", Role.EDITOR)
    given.user("lies", "noord", Role.READER)
    given.member("ana", "zuid")
    given.actor("noord", "Club", domain_ids=("sport-bewegen",))
    return client_of(web, "ana")


def keep(client: FlaskClient, name: str = "Sport", **more: str) -> None:
    fields = {"name": name, "page": "partners", "query": "domein=sport-bewegen", "version": "1"}
    assert post(client, HERE, **(fields | more)).status_code == 303


def kept(graph: Graph, user_id: str = "ana", network_id: str = "noord") -> list[str]:
    found = saved_views.list_for_user(graph, network_id=network_id, user_id=user_id)
    return [view.fields.name for view in found]


def id_of(graph: Graph, user_id: str = "ana") -> str:
    [view] = saved_views.list_for_user(graph, network_id="noord", user_id=user_id)
    return view.id


def test_a_view_is_kept_and_leads_back(client: FlaskClient, graph: Graph) -> None:
    keep(client, "  Sport  in de stad ")

    shown = "/netwerken/noord/partners?domein=sport-bewegen"
    here, elsewhere = client.get(shown), client.get("/netwerken/noord/partners")
    check_page(here)
    link = f'<a class="view-link" href="{shown}"'
    assert f'{link} aria-current="true">Sport in de stad</a>' in here.text
    assert f"{link}>Sport in de stad</a>" in elsewhere.text
    assert "Sport in de stad" not in client.get("/netwerken/noord/kaart").text
    check_page(client.get(HERE))
    assert kept(graph, network_id="zuid") == []


def test_one_s_own_views_are_nobody_else_s(web: Flask, client: FlaskClient, graph: Graph) -> None:
    keep(client)
    view, other = id_of(graph), client_of(web, "ben")

    assert kept(graph, "ben") == []
    assert other.get(f"{HERE}/{view}/bewerken").status_code == 404
    assert post(other, f"{HERE}/{view}/weghalen").status_code == 404
    assert post(client, f"/netwerken/zuid/weergaven/{view}/weghalen").status_code == 404


def test_a_shared_view_is_everybody_s_and_editors_change_it(
    web: Flask, client: FlaskClient, graph: Graph
) -> None:
    keep(client, shared="y")
    view, reader = id_of(graph), client_of(web, "lies")

    assert kept(graph, "lies") == ["Sport"]
    assert "Haal weg" not in reader.get(HERE).text
    assert post(reader, f"{HERE}/{view}/weghalen").status_code == 403
    renamed = post(
        client_of(web, "ben"), f"{HERE}/{view}/bewerken", version="1", name="Clubs", shared="y",
        page="partners", query="",
    )  # fmt: skip
    assert renamed.status_code == 303
    assert kept(graph, "lies") == ["Clubs"]


def test_a_reader_keeps_views_but_shares_none(
    web: Flask, client: FlaskClient, graph: Graph
) -> None:
    reader = client_of(web, "lies")
    keep(reader, shared="y")

    assert (kept(graph, "lies"), kept(graph, "ana")) == (["Sport"], [])
    assert "gedeeld" not in reader.get(HERE).text


def test_taking_away_can_be_undone(client: FlaskClient, graph: Graph) -> None:
    keep(client)
    view = id_of(graph)

    post(client, f"{HERE}/{view}/weghalen")
    assert kept(graph) == []
    assert f"{HERE}/{view}/terugzetten" in client.get(HERE).text
    post(client, f"{HERE}/{view}/terugzetten")
    assert kept(graph) == ["Sport"]


def test_two_who_rename_at_once_both_see_both(client: FlaskClient, graph: Graph) -> None:
    keep(client)
    edit = f"{HERE}/{id_of(graph)}/bewerken"
    fields = {"page": "partners", "query": "", "version": "1"}

    assert post(client, edit, name="Een", **fields).status_code == 303
    stale = post(client, edit, name="Twee", **fields)

    assert stale.status_code == 409
    check_page(stale)
    assert "Een" in stale.text
    assert "Twee" in stale.text


def test_without_a_name_nothing_typed_is_lost(client: FlaskClient, graph: Graph) -> None:
    page = post(client, HERE, name=" ", page="kaart", query="laag=policy", version="1")

    assert page.status_code == 422
    check_page(page)
    assert "Geef de weergave een naam." in page.text
    assert 'value="laag=policy"' in page.text
    assert kept(graph) == []


@pytest.mark.parametrize(
    ("query", "clean"),
    [
        ("domein=sport&wijk=&pagina=3", "domein=sport"),
        ("next=//evil.example&q=a%20b", "q=a+b"),
        ("_external=1&_scheme=javascript&soort=school", "soort=school"),
        ("q=" + "x" * 300, "q=" + "x" * 200),
        ("&".join(["q=a"] * 100), ""),
        ("q=%0d%0aSet-Cookie:x", "q=%0D%0ASet-Cookie%3Ax"),
    ],
)
def test_only_the_filters_of_the_page_are_kept(web: Flask, query: str, clean: str) -> None:
    assert own_query(ViewPage.ACTORS, query) == clean
    with web.test_request_context():
        path, _, asked = address(ViewPage.ACTORS, "noord", clean).partition("?")
    assert (path, asked) == ("/netwerken/noord/partners", clean)


@pytest.mark.parametrize("page", ViewPage)
def test_each_filter_of_a_page_can_be_kept(
    web: Flask, client: FlaskClient, page: ViewPage
) -> None:
    with web.test_request_context():
        html = client.get(address(page, "noord", "")).text
    filters = _FilterNames()
    filters.feed(html)
    assert filters.names <= PAGES[page].names


class _FilterNames(HTMLParser):
    """The names in the forms of a page that ask by GET, but that of the search field."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()
        self._counts = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        own = dict(attrs)
        if tag == "form":
            self._counts = own.get("method") != "post" and own.get("role") != "search"
        elif self._counts and tag in {"input", "select"} and (name := own.get("name")):
            self.names.add(name)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._counts = False
