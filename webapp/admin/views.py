"""What looks after the whole installation."""

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from graph.repositories import networks, users
from webapp.access import admin_only
from webapp.context import current_graph
from webapp.i18n import _
from webapp.toasts import toast

bp = Blueprint("admin", __name__, url_prefix="/beheer")


@bp.get("")
@admin_only
def show() -> str:
    """List the accounts and networks."""
    graph = current_graph()
    return render_template(
        "admin/show.html",
        networks=networks.list_all(graph),
        accounts=users.list_accounts(graph),
    )


@bp.post("/netwerken/<network_id>/verwijderen")
@admin_only
def remove_network(network_id: str) -> Response:
    """Remove a fictitious network with all that stands in it."""
    networks.remove(current_graph(), network_id=network_id)
    toast(_("Het netwerk is verwijderd."))
    return redirect(url_for("admin.show"), 303)
