"""The page that shows how a network developed."""

from flask import Blueprint, render_template

from graph.domain.history import FELT
from graph.domain.words import Role
from webapp.access import needs
from webapp.history.chart import HEIGHT, MARGIN, WIDTH
from webapp.history.page import read_page
from webapp.history.telling import day_in_words

bp = Blueprint("history", __name__, url_prefix="/netwerken/<slug>/ontwikkeling")


@bp.get("")
@needs(Role.READER)
def show(slug: str) -> str:
    """Show the lines of the past year, and what differs between two days."""
    return render_template(
        "history/show.html",
        page=read_page(),
        felt=FELT,
        frame=(WIDTH, HEIGHT, MARGIN),
        day_in_words=day_in_words,
    )
