"""Reach what ``create_app`` put on the current app, and what belongs to this request."""

from typing import cast

from flask import current_app, g, request
from redis import Redis

from graph.database import Graph
from graph.domain.changes import Author
from graph.domain.networks import MemberNetwork
from graph.domain.visits import OpenVisit
from graph.domain.words import Role
from webapp.auth.session import signed_in_user
from webapp.settings import WebSettings


def current_graph() -> Graph:
    """Return the graph of this process."""
    return cast("Graph", current_app.extensions["graph"])


def current_broker() -> Redis:
    """Return the broker of this process."""
    return cast("Redis", current_app.extensions["broker"])


def current_settings() -> WebSettings:
    """Return the settings of this installation."""
    return cast("WebSettings", current_app.extensions["web_settings"])


def current_network() -> MemberNetwork:
    """Return the network in the address, which the guard in ``webapp.access`` loaded."""
    return cast("MemberNetwork", g.network)


def network_or_none() -> MemberNetwork | None:
    """Return the network in the address, or None on a page outside any network."""
    return cast("MemberNetwork | None", g.get("network"))


def open_visit() -> OpenVisit | None:
    """Return the visit by which an admin reads this network, or None for who is a member."""
    return cast("OpenVisit | None", g.get("visit"))


def may(role: Role) -> bool:
    """Return whether who looks may act as ``role`` in the network of this page."""
    network = network_or_none()
    return network is not None and network.role.may_act_as(role)


def author() -> Author:
    """Return who is signed in, as a change records them."""
    user = signed_in_user()
    return Author(id=user.id, name=user.name)


def wants_fragment() -> bool:
    """Return whether htmx asks for a piece of the page rather than the page."""
    return request.headers.get("HX-Request") == "true" and "HX-Boosted" not in request.headers
