"""Pages about my own account, and the calendar that my calendar program reads."""

import hashlib
import secrets

from flask import Blueprint, Response, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response as AnyResponse

from graph.repositories import calendars, second_factors, users
from tasks.calendar_feed import feed
from tasks.links import Links
from webapp.access import public, signed_in
from webapp.auth.session import signed_in_user
from webapp.clock import now
from webapp.context import current_graph, current_settings
from webapp.i18n import _
from webapp.toasts import toast

bp = Blueprint("account", __name__)

# Where the fresh address waits to be shown once: afterwards only its hash is known.
_FRESH = "fresh_calendar"


@bp.get("/account")
@signed_in
def show() -> str:
    """Show my account; a calendar address that was just made is shown this once."""
    fresh = session.pop(_FRESH, None)
    base = current_settings().base_url
    return render_template(
        "account/show.html",
        user=signed_in_user(),
        factor=second_factors.get(current_graph(), user_id=signed_in_user().id),
        since=calendars.open_since(current_graph(), user_id=signed_in_user().id),
        address=base + url_for(".calendar", token=fresh) if fresh else "",
    )


@bp.post("/account/agenda")
@signed_in
def renew_calendar() -> AnyResponse:
    """Make an address for my calendar; an older one stops working."""
    token = secrets.token_urlsafe(32)
    _set_key(_hashed(token))
    session[_FRESH] = token
    toast(_("Je agenda-adres is klaar. Kopieer het nu: het staat hier één keer."))
    return redirect(url_for(".show"), 303)


@bp.post("/account/agenda/intrekken")
@signed_in
def revoke_calendar() -> AnyResponse:
    """Let no address open my calendar any more."""
    _set_key(None)
    toast(_("Het agenda-adres werkt niet meer."))
    return redirect(url_for(".show"), 303)


@bp.post("/account/sneltoetsen")
@signed_in
def set_shortcuts() -> AnyResponse:
    """Switch the keys that lead to the search field on or off."""
    wanted = request.form.get("wanted") == "ja"
    user_id = signed_in_user().id
    users.set_shortcuts(current_graph(), user_id=user_id, wanted=wanted, now=now())
    toast(_("Sneltoetsen staan aan.") if wanted else _("Sneltoetsen staan uit."))
    return redirect(url_for(".show"), 303)


@bp.get("/agenda/<token>.ics")
@public
def calendar(token: str) -> Response:
    """Give the actions of whoever made this address; nobody signs in, so it tells little."""
    actions = calendars.list_actions(current_graph(), key=_hashed(token))
    text = feed(actions, links=Links(current_settings().base_url))
    return Response(text, content_type="text/calendar; charset=utf-8")


def _set_key(key: str | None) -> None:
    calendars.set_key(current_graph(), user_id=signed_in_user().id, key=key, now=now())


def _hashed(token: str) -> str:
    """Return what the graph keeps: who reads the graph cannot open the calendar."""
    return hashlib.sha256(token.encode()).hexdigest()
