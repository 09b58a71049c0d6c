"""Walk through the site as somebody, and hold every page to the same standard."""

import re
from collections.abc import Iterator
from typing import Any, cast
from xml.etree.ElementTree import Element

import html5lib
from flask import Flask, session
from flask.testing import FlaskClient
from html5lib.constants import E as PARSE_ERRORS
from werkzeug.test import TestResponse

from graph.repositories import users
from webapp.auth import session as signing
from webapp.context import current_graph

_XHTML = "{http://www.w3.org/1999/xhtml}"
_FIELDS = {"input", "select", "textarea"}
_UNLABELLED = {"hidden", "submit", "button"}
_TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
_LOOSE_ENDS = re.compile(r"lorem|todo|fixme|undefined|\bNone\b|\{\{|\{%|%\(\w+\)s", re.IGNORECASE)


def client_of(web: Flask, user_id: str | None = None) -> FlaskClient:
    """Return a browser in which this user is signed in; nobody without a user."""
    client = web.test_client()
    if user_id:
        with client.session_transaction() as stored:
            with web.test_request_context():
                signing.sign_in(users.get(current_graph(), user_id=user_id))
                stored.update(session)
    return client


def csrf_token(client: FlaskClient) -> str:
    """Return the token that the forms in this browser carry."""
    for path in ("/hulp", "/aanmelden"):
        if found := _TOKEN.search(client.get(path).text):
            return found[1]
    raise AssertionError("no page shows a form")


def post(client: FlaskClient, path: str, **fields: Any) -> TestResponse:
    """Send a form as the browser does, with its token."""
    return client.post(path, data={"csrf_token": csrf_token(client), **fields})


def check_page(response: TestResponse) -> Element:
    """Fail unless the response is a sound page; return it, to look further."""
    html = response.text
    page = _parse(html)
    assert page.get("lang") == "nl"
    assert len(_all(page, "h1")) == 1, "a page has one h1"
    assert _text(_all(page, "title")[0]).partition(" \u2013 ")[0].strip()
    ids = [found for element in page.iter() if (found := element.get("id"))]
    assert sorted(ids) == sorted(set(ids)), "an id stands once"
    _check_labels(page)
    _check_forms(page)
    _check_policy(page, response)
    assert _LOOSE_ENDS.findall(_text(_all(page, "body")[0])) == []
    return page


def _parse(html: str) -> Element:
    parser = html5lib.HTMLParser(namespaceHTMLElements=True)
    page = cast("Element", parser.parse(html))  # pyright: ignore[reportUnknownMemberType]
    lines = html.splitlines()
    errors = cast("list[tuple[tuple[int, int], str, dict[str, object]]]", parser.errors)
    problems = [
        f"{PARSE_ERRORS[code] % details}: {lines[line - 1].strip()[:120]}"
        for (line, _column), code, details in errors
    ]
    assert problems == []
    return page


def _check_labels(page: Element) -> None:
    labelled = {label.get("for") for label in _all(page, "label")}
    wrapped = {id(field) for label in _all(page, "label") for field in _fields(label)}
    for field in _fields(page):
        named = field.get("id") in labelled or id(field) in wrapped or field.get("aria-label")
        assert named, f"no label for {field.attrib}"


def _check_forms(page: Element) -> None:
    for form in _all(page, "form"):
        if form.get("method", "get").lower() == "post":
            names = [field.get("name") for field in _fields(form, hidden=True)]
            assert names.count("csrf_token") == 1, f"one token in {form.attrib}"


def _check_policy(page: Element, response: TestResponse) -> None:
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert not _all(page, "style")
    for element in page.iter():
        for name, value in element.attrib.items():
            assert name != "style", f"inline style: {value}"
            assert not name.startswith(("on", "hx-on")), f"inline handler: {value}"
            assert not (name in {"src", "srcset"} and "//" in value), f"from elsewhere: {value}"
    for script in _all(page, "script"):
        assert script.get("src") or script.get("type") == "application/json"


def _fields(page: Element, *, hidden: bool = False) -> Iterator[Element]:
    for element in page.iter():
        kind = element.get("type", "")
        if element.tag.removeprefix(_XHTML) in _FIELDS and (hidden or kind not in _UNLABELLED):
            yield element


def _all(page: Element, tag: str) -> list[Element]:
    return list(page.iter(_XHTML + tag))


def _text(element: Element) -> str:
    return "".join(element.itertext())
