"""The page of measures."""

from flask import Blueprint, render_template

from graph.domain.words import Role
from tasks import measuring
from webapp.access import needs
from webapp.context import wants_fragment
from webapp.measures.page import read_page

bp = Blueprint("measures", __name__, url_prefix="/netwerken/<slug>/maten")


@bp.get("")
@needs(Role.READER)
def show(slug: str) -> str:
    """Show each measure with what it means here, and the place of each partner."""
    return render_template(
        "measures/_partners.html" if wants_fragment() else "measures/show.html",
        page=read_page(),
        measuring=measuring,
    )
