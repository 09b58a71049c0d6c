"""The page of ties that cool."""

from flask import Blueprint, render_template

from graph.domain.words import Layer, Role
from tasks import depending
from tasks.wording import choices
from webapp.access import needs
from webapp.cold_ties.page import read_page
from webapp.context import wants_fragment

bp = Blueprint("cold_ties", __name__, url_prefix="/netwerken/<slug>/banden")


@bp.get("")
@needs(Role.READER)
def show(slug: str) -> str:
    """Show the ties past their rhythm, first those of which most would be lost."""
    return render_template(
        "cold_ties/_list.html" if wants_fragment() else "cold_ties/show.html",
        page=read_page(),
        layers=choices(Layer),
        depending=depending,
    )
