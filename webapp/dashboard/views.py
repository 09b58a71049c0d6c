"""The first page of a network: where the energy is, what goes cold, what to do, what changed."""

from datetime import timedelta

from flask import Blueprint, render_template

from graph.domain import dashboard as rules
from graph.domain.words import Role
from graph.repositories import changes, dashboard, followups
from tasks.finding import lead, title
from webapp.access import needs
from webapp.changes.lines import lines
from webapp.clock import now, today
from webapp.context import author, current_graph, current_network
from webapp.dashboard.picture import current_picture
from webapp.terms import current_terms

bp = Blueprint("dashboard", __name__, url_prefix="/netwerken/<slug>")

_RECENT_DAYS = 14
_CHANGES = 6
_MOST_COLD = 1000
_ACTIONS = 5


@bp.get("/")
@needs(Role.READER)
def show(slug: str) -> str:
    """Show what a regisseur wants to know on a Monday morning."""
    graph, network = current_graph(), current_network()
    found = dashboard.read(graph, network_id=network.id, today=today())
    finding = rules.find(found.candidates, found.overview.lively)
    since = now() - timedelta(days=_RECENT_DAYS)
    recent = changes.list_recent(
        graph, network_id=network.id, since=since, parts=False, limit=_CHANGES
    )
    cooling = rules.cooling(found.candidates, limit=_MOST_COLD)
    return render_template(
        "dashboard/show.html",
        overview=found.overview,
        title=title(finding, found.overview, current_terms()),
        lead=lead(finding, found.overview, len(cooling)),
        night=current_picture(network, newest=recent[0].at if recent else None),
        steps=rules.best_steps(found.candidates),
        strongest=rules.strongest(found.candidates),
        cooling=cooling[:5],
        actions=followups.list_open_for_user(
            graph, network_id=network.id, user_id=author().id, on=today(), limit=_ACTIONS
        ),
        changes=lines(recent, slug),
    )
