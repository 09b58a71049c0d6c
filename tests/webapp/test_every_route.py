"""Each route against each kind of visitor, made from the url map itself.

The views are replaced by one that only says "in", so what is tested is the door and not the room:
a new route is covered the moment it exists.
"""

from collections.abc import Callable, Iterator
from typing import Any, cast

import pytest
from flask import Flask
from flask.typing import RouteCallable
from werkzeug.routing import Rule as Route

from graph.domain.changes import Author
from graph.domain.words import Role
from graph.repositories import accounts, networks, visits
from tests.given import ANA, NOW, Given
from tests.webapp.browse import client_of, csrf_token
from webapp.access import PUBLIC, Rule, rule_of

VISITORS = ["nobody", "closed", "stranger", "reader", "editor", "regisseur", "admin", "looker-on"]
IN = 204
OTHERS = ["DELETE", "PATCH", "PUT", "TRACE"]

# What anybody may do without signing in; a new public route is a decision, made here.
PUBLIC_ENDPOINTS = {
    "account.calendar",
    "auth.show_sign_in",
    "auth.sign_in",
    "auth.show_code",
    "auth.check_code",
    "organisation.go",
    "organisation.come_back",
    "passwords.forgotten",
    "passwords.ask_link",
    "passwords.look_in_mail",
    "passwords.choose",
    "passwords.set_chosen",
    "addresses.show",
    "addresses.confirm",
    "pages.security",
    "health.live",
    "invitations.accept",
    "invitations.show",
    "health.show",
    "messages.ask_stop",
    "reminders.ask_later",
    "reminders.later",
    "reminders.ask_contact",
    "reminders.contact",
    "messages.stop",
    "messages.undo_stop",
    "pages.favicon",
    "pages.help",
    "privacy.show",
    "static",
}

# What changes something without the role of editor in a network.
OWN_AFFAIRS = {
    "account.set_shortcuts",
    "account.renew_calendar",
    "account.revoke_calendar",
    "auth.sign_in",
    "auth.check_code",
    "auth.drop_typed",
    "auth.sign_out",
    "invitations.accept",
    "members.leave",
    "auth.sign_out_everywhere",
    "passwords.ask_link",
    "passwords.set_chosen",
    "passwords.set_changed",
    "addresses.ask_link",
    "addresses.confirm",
    "second_factor.confirm",
    "second_factor.renew",
    "second_factor.renew_codes",
    "second_factor.switch_off",
    "messages.switch",
    "messages.set_wishes",
    "messages.send_test",
    "messages.resume",
    "messages.stop",
    "reminders.later",
    "reminders.contact",
    "messages.undo_stop",
    "saved_views.archive",
    "saved_views.create",
    "saved_views.restore",
    "saved_views.update",
}

# A mail program stops a mail for its reader (RFC 8058): no session, but a signed link.
WITHOUT_TOKEN = {"messages.stop"}


@pytest.fixture
def doors(web: Flask, given: Given) -> Flask:
    """Put a visitor of each kind before doors with nothing behind them.

    The stranger is regisseur of another network; the looker-on is an admin who told why.
    """
    given.network("noord")
    given.network("zuid")
    given.user("closed", "noord", Role.REGISSEUR, is_admin=True)
    given.user("stranger", "zuid", Role.REGISSEUR)
    given.user("admin", is_admin=True)
    given.user("looker-on", is_admin=True)
    by = Author(id="looker-on", name="Lot")
    visits.start(
        given.graph, network_id="noord", visit_id="v", reason="Een import", by=by, now=NOW
    )
    for role in Role:
        given.user(role.value, "noord", role)
    web.config["WTF_CSRF_ENABLED"] = False  # tokens have a test of their own
    for endpoint, view in web.view_functions.items():
        web.view_functions[endpoint] = _empty_room(view)
    return web


@pytest.mark.parametrize("visitor", VISITORS)
def test_each_door_opens_for_whom_it_should(doors: Flask, given: Given, visitor: str) -> None:
    client = client_of(doors, None if visitor == "nobody" else visitor)
    if visitor == "closed":
        accounts.set_disabled(given.graph, user_id=visitor, disabled=True, by=ANA, now=NOW)

    found = {
        f"{method} {route.endpoint}": client.open(
            _address(doors, route), method=method
        ).status_code
        for route, method in _ways_in(doors)
    }

    assert found == {
        f"{method} {route.endpoint}": _expected(doors, route, visitor, method)
        for route, method in _ways_in(doors)
    }


def test_a_network_in_the_archive_is_open_to_none_of_its_members(
    doors: Flask, given: Given
) -> None:
    networks.set_archived(given.graph, network_id="noord", archived=True, by=ANA, now=NOW)
    client = client_of(doors, "regisseur")
    found = {
        client.open(_address(doors, route), method=method).status_code
        for route, method in _ways_in(doors)
        if "slug" in _places(route)
    }
    assert found == {404}


def test_no_other_method_opens_a_door(doors: Flask, given: Given) -> None:
    """Also for who may do all: a page is read or posted to, and HEAD tells what GET would."""
    client = client_of(doors, given.user("all", "noord", Role.REGISSEUR, is_admin=True))
    for address in {_address(doors, route) for route, _method in _ways_in(doors)}:
        answers = {client.open(address, method=method).status_code for method in OTHERS}
        assert answers == {405}, address
        assert client.head(address).status_code == client.get(address).status_code, address


def test_only_these_routes_are_public(web: Flask) -> None:
    found = {name for name, view in web.view_functions.items() if rule_of(view) == PUBLIC}
    assert found == PUBLIC_ENDPOINTS & set(web.view_functions)


def test_every_route_declares_a_rule(web: Flask) -> None:
    assert [name for name, view in web.view_functions.items() if rule_of(view) is None] == []


def test_a_route_without_a_rule_is_refused(web: Flask) -> None:
    web.add_url_rule("/vergeten", "forgotten", lambda: "open")
    assert client_of(web).get("/vergeten").status_code == 403


def test_a_route_in_a_network_asks_for_a_role_there(web: Flask) -> None:
    for route, _method in _ways_in(web):
        rule = _rule(web, route)
        assert ("slug" in _places(route)) == (rule.role is not None), route.endpoint


def test_a_reader_changes_nothing(web: Flask) -> None:
    for route, method in _ways_in(web):
        if method == "POST" and route.endpoint not in OWN_AFFAIRS:
            rule = _rule(web, route)
            assert rule.admin or (rule.role and rule.role.may_act_as(Role.EDITOR)), route.endpoint


def test_nothing_is_sent_without_the_token_of_this_browser(web: Flask, given: Given) -> None:
    given.network("noord")
    given.user("ana", "noord", Role.REGISSEUR, is_admin=True)
    given.user("ben")
    client, other = client_of(web, "ana"), client_of(web, "ben")
    foreign = csrf_token(other)

    for route, method in _ways_in(web):
        if method == "POST" and route.endpoint not in WITHOUT_TOKEN:
            address = _address(web, route)
            assert client.post(address).status_code == 400, route.endpoint
            stolen = client.post(address, data={"csrf_token": foreign})
            assert stolen.status_code == 400, route.endpoint


def _empty_room(view: Callable[..., object]) -> RouteCallable:
    def room(**_values: object) -> tuple[str, int]:
        return "", IN

    room.__dict__.update(view.__dict__)
    return room


def _expected(app: Flask, route: Route, visitor: str, method: str) -> int:
    """Say what a visitor gets, from the rule alone and not from the guard."""
    rule = _rule(app, route)
    if not rule.signed_in:
        return IN
    if visitor in {"nobody", "closed"}:
        return 303
    if rule.admin:
        return IN if visitor in {"admin", "looker-on"} else 403
    return _expected_in_network(rule.role, visitor, method) if rule.role else IN


def _expected_in_network(needed: Role, visitor: str, method: str) -> int:
    roles = [role.value for role in Role]
    if visitor == "looker-on":
        return IN if method == "GET" and needed is Role.READER else 403
    if visitor not in roles:
        return 404
    return IN if roles.index(visitor) >= roles.index(needed.value) else 403


def _rule(app: Flask, route: Route) -> Rule:
    rule = rule_of(app.view_functions[route.endpoint])
    assert rule is not None, route.endpoint
    return rule


def _ways_in(app: Flask) -> Iterator[tuple[Route, str]]:
    for route in app.url_map.iter_rules():
        for method in sorted((route.methods or set()) & {"GET", "POST"}):
            yield route, method


def _address(app: Flask, route: Route) -> str:
    values: dict[str, Any] = {name: "noord" if name == "slug" else "x" for name in _places(route)}
    with app.test_request_context():
        return app.url_for(route.endpoint, **values)


def _places(route: Route) -> set[str]:
    return cast("set[str]", route.arguments)  # pyright: ignore[reportUnknownMemberType]
