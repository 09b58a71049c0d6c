"""Pages that belong to no network."""

from flask import Blueprint, render_template

from webapp.access import public

bp = Blueprint("pages", __name__)


@bp.get("/hulp")
@public
def help() -> str:
    """Explain in short what one can do here."""
    return render_template("pages/help.html")
