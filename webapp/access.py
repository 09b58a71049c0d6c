"""Who may open what: every view declares one rule, and one guard keeps them all.

A view without a rule is refused, so forgetting one can never open a door.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ParamSpec, TypeVar
from urllib.parse import urlsplit

import structlog
from flask import Flask, Response, abort, current_app, g, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from graph.domain.networks import MemberNetwork
from graph.domain.users import User
from graph.domain.words import Role
from graph.errors import NotFoundError, UnavailableError
from graph.repositories import visits
from webapp.auth import typed
from webapp.auth.session import is_signed_in, must_set_up, signed_in_user
from webapp.auth.store import session_is_lost
from webapp.clock import now
from webapp.context import current_graph, current_network, wants_fragment

P = ParamSpec("P")
R = TypeVar("R")
View = Callable[P, R]

log = structlog.get_logger()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What a view asks of who opens it. ``role`` is one in the network of the address.

    ``halfway`` opens it also for who has yet to set up a second factor.
    """

    signed_in: bool = True
    halfway: bool = False
    admin: bool = False
    role: Role | None = None


PUBLIC = Rule(signed_in=False)

_RULE = "access_rule"
_TO_LOOK = {"GET", "HEAD"}


def public(view: View[P, R]) -> View[P, R]:
    """Let everybody in."""
    return _declare(view, PUBLIC)


def signed_in(view: View[P, R]) -> View[P, R]:
    """Let in who is signed in."""
    return _declare(view, Rule())


def signed_in_halfway(view: View[P, R]) -> View[P, R]:
    """Let in who is signed in, also before they set up the second factor that they must have."""
    return _declare(view, Rule(halfway=True))


def admin_only(view: View[P, R]) -> View[P, R]:
    """Let in who looks after this installation."""
    return _declare(view, Rule(admin=True))


def needs(role: Role) -> Callable[[View[P, R]], View[P, R]]:
    """Let in members of the network named by ``<slug>`` with at least this role."""

    def declare(view: View[P, R]) -> View[P, R]:
        return _declare(view, Rule(role=role))

    return declare


def rule_of(view: Callable[..., object]) -> Rule | None:
    """Return the rule that a view declares, or None."""
    return getattr(view, _RULE, None)


def init_app(app: Flask) -> None:
    """Put the guard before every view."""
    public(app.view_functions["static"])
    app.before_request(_guard)


def own_path(target: str | None) -> str | None:
    r"""Return ``target`` if it is a path of our own, else None (``//evil``, ``/\evil``, …)."""
    if not target or not target.startswith("/") or target.startswith("//"):
        return None
    if "\\" in target or any(ord(letter) <= ord(" ") for letter in target):
        return None
    parts = urlsplit(target)
    return None if parts.scheme or parts.netloc else target


def _guard() -> AnyResponse | None:
    if request.endpoint is None:
        return None  # no such address: the error page says so
    rule = rule_of(current_app.view_functions[request.endpoint])
    if rule is None:
        log.error("no_access_rule", endpoint=request.endpoint)
        abort(403)
    if not rule.signed_in:
        return None
    if session_is_lost():
        raise UnavailableError("the broker does not answer, so nobody can be recognised")
    if not is_signed_in():
        return _to_sign_in()
    if must_set_up() and not rule.halfway:
        return _send(url_for("second_factor.show"))
    _check_rights(rule)
    typed.arrived()
    return None


def _check_rights(rule: Rule) -> None:
    user = signed_in_user()
    if rule.admin and not user.is_admin:
        _refuse()
    if rule.role:
        slug = (request.view_args or {})["slug"]
        if (network := user.network(slug) or _visited(user, slug)) is None:
            raise NotFoundError(f"network {slug} for user {user.id}")
        g.network = network
        if not current_network().role.may_act_as(rule.role):
            _refuse()


def _visited(user: User, slug: str) -> MemberNetwork | None:
    """Return the network that an admin may read for now, having told why; only to look."""
    if not user.is_admin:
        return None
    g.visit = visits.find(current_graph(), user_id=user.id, slug=slug, now=now())
    if g.visit and request.method not in _TO_LOOK:
        _refuse()
    return g.visit.network if g.visit else None


def _refuse() -> None:
    log.warning("access_refused", endpoint=request.endpoint, user_id=signed_in_user().id)
    abort(403)


def _to_sign_in() -> AnyResponse:
    """Ask to sign in first, and come back to the page, or to what was typed on it."""
    if typed.keep():
        return _send(url_for("auth.show_sign_in", next=url_for("auth.go_on")))
    if wants_fragment():
        page = urlsplit(request.headers.get("HX-Current-URL", ""))
        back = own_path(page._replace(scheme="", netloc="").geturl())
    else:
        back = request.full_path.rstrip("?") if request.method == "GET" else None
    return _send(url_for("auth.show_sign_in", next=back))


def _send(target: str) -> AnyResponse:
    """Go elsewhere first: htmx would put that page into a corner of this one."""
    if wants_fragment():
        return Response(status=401, headers={"HX-Redirect": target})
    return redirect(target, 303)


def _declare(view: View[P, R], rule: Rule) -> View[P, R]:
    setattr(view, _RULE, rule)
    return view
