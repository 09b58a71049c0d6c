"""The page that shows where lokale energie sits."""

from flask import Blueprint, render_template

from graph.domain.words import Layer, Role
from tasks.wording import choices
from webapp.access import needs
from webapp.context import wants_fragment
from webapp.energy.page import read_page
from webapp.terms import current_terms

bp = Blueprint("energy", __name__, url_prefix="/netwerken/<slug>/energie")


@bp.get("")
@needs(Role.READER)
def show(slug: str) -> str:
    """Show the heat table, the collaborations by energy with their best step, and an example."""
    return render_template(
        "energy/_list.html" if wants_fragment() else "energy/show.html",
        page=read_page(),
        labels=current_terms().labels,
        layers=choices(Layer),
    )
