"""The page of who and what the network hangs on."""

from flask import Blueprint, render_template

from graph.domain.words import Role
from tasks import depending, measuring
from webapp.access import needs
from webapp.context import wants_fragment
from webapp.risk.page import read_asking, read_page

bp = Blueprint("risk", __name__, url_prefix="/netwerken/<slug>/risico")


@bp.get("")
@needs(Role.READER)
def show(slug: str) -> str:
    """Show who holds the network together, and what falls apart without the one in the address."""
    if wants_fragment():
        return render_template("risk/_what_if.html", asking=read_asking(), depending=depending)
    page = read_page()
    return render_template(
        "risk/show.html", page=page, asking=page.asking, depending=depending, measuring=measuring
    )
