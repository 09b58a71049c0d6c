"""Pages that belong to no network."""

from datetime import timedelta

from flask import Blueprint, Response, abort, redirect, render_template, url_for
from werkzeug.wrappers import Response as AnyResponse

from webapp.access import public
from webapp.clock import now
from webapp.context import current_settings

bp = Blueprint("pages", __name__)

# RFC 9116 asks for less than a year; each answer looks ahead anew.
_HOLDS = timedelta(days=180)


@bp.get("/hulp")
@public
def help() -> str:
    """Explain in short what one can do here."""
    return render_template("pages/help.html")


@bp.get("/favicon.ico")
@public
def favicon() -> AnyResponse:
    """Send browsers on that ask for an icon beside a file, which names none."""
    return redirect(url_for("static", filename="img/mark.svg"), 301)


@bp.get("/.well-known/security.txt")
@public
def security() -> Response:
    """Say to whom a weakness can be told (RFC 9116); not there without ``SECURITY_CONTACT``."""
    settings = current_settings()
    if not settings.security_contact:
        abort(404)
    lines = (
        f"Contact: {settings.security_contact}",
        f"Expires: {now() + _HOLDS:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: nl, en",
        f"Canonical: {settings.base_url}{url_for('.security')}",
    )
    return Response("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
