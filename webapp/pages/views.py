"""Pages that belong to no network."""

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from webapp.access import public

bp = Blueprint("pages", __name__)


@bp.get("/hulp")
@public
def help() -> str:
    """Explain in short what one can do here."""
    return render_template("pages/help.html")


@bp.get("/favicon.ico")
@public
def favicon() -> Response:
    """Send browsers on that ask for an icon beside a file, which names none."""
    return redirect(url_for("static", filename="img/mark.svg"), 301)
