"""Reading a network as admin: after telling why, for some hours, in sight of its regisseurs."""

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from graph.identity import new_id
from graph.repositories import networks, visits
from webapp.access import admin_only
from webapp.clock import now
from webapp.context import author, current_graph
from webapp.i18n import _
from webapp.toasts import toast
from webapp.visits.forms import VisitForm

bp = Blueprint("visits", __name__, url_prefix="/beheer/netwerken/<network_id>/meekijken")

Answer = str | Response | tuple[str, int]


@bp.get("")
@admin_only
def new(network_id: str) -> str:
    """Ask why."""
    return _page(network_id, VisitForm())


@bp.post("")
@admin_only
def start(network_id: str) -> Answer:
    """Begin to read, with a line in the log of the network."""
    form = VisitForm()
    if not form.validate():
        return _page(network_id, form), 422
    graph = current_graph()
    visits.start(
        graph,
        network_id=network_id,
        visit_id=new_id(),
        reason=(form.reason.data or "").strip(),
        by=author(),
        now=now(),
    )
    network = networks.get(graph, network_id=network_id)
    return redirect(url_for("dashboard.show", slug=network.slug), 303)


@bp.post("/klaar")
@admin_only
def end(network_id: str) -> Response:
    """Stop reading, sooner than it ends by itself."""
    visits.end(current_graph(), network_id=network_id, by=author(), now=now())
    toast(_("Je kijkt niet meer mee."))
    return redirect(url_for("admin.show_network", network_id=network_id), 303)


def _page(network_id: str, form: VisitForm) -> str:
    network = networks.get(current_graph(), network_id=network_id)
    return render_template("visits/new.html", network=network, form=form)
