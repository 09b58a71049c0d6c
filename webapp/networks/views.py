"""My networks, and the settings of one."""

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from graph.domain.words import Role
from graph.repositories import networks
from webapp.access import needs, signed_in
from webapp.auth.session import signed_in_user
from webapp.context import current_graph, current_network
from webapp.i18n import _
from webapp.navigation import link_if
from webapp.toasts import toast

bp = Blueprint("networks", __name__)


@bp.get("/")
@signed_in
def home() -> Response:
    """Go to my only network, or let me choose."""
    mine = signed_in_user().memberships
    dashboard = link_if("dashboard.show", slug=mine[0].slug) if len(mine) == 1 else None
    return redirect(dashboard or url_for("networks.index"), 303)


@bp.get("/netwerken")
@signed_in
def index() -> str:
    """List the networks that I may enter."""
    mine = networks.list_for_user(current_graph(), user_id=signed_in_user().id)
    return render_template("networks/index.html", networks=mine)


@bp.get("/netwerken/<slug>/instellingen")
@needs(Role.REGISSEUR)
def show_settings(slug: str) -> str:
    """Lead to what a regisseur looks after."""
    return render_template("networks/settings.html", network=current_network())


@bp.post("/netwerken/<slug>/verwijderen")
@needs(Role.REGISSEUR)
def remove(slug: str) -> Response:
    """Remove a fictitious network with all that stands in it."""
    network = current_network()
    networks.remove(current_graph(), network_id=network.id)
    toast(_("%(network)s is verwijderd.", network=network.name))
    return redirect(url_for("networks.index"), 303)
