"""Pages about introductions."""

from datetime import datetime
from typing import TypedDict

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from graph.database import Graph
from graph.domain.changes import Author
from graph.domain.collaborations import CollaborationFields
from graph.domain.introductions import pair_of
from graph.domain.landscape import Pair
from graph.domain.words import Role
from graph.repositories import introductions
from tasks import suggesting
from webapp.access import needs
from webapp.clock import now, today
from webapp.context import author, current_graph, current_network
from webapp.form_ids import form_id
from webapp.i18n import _
from webapp.introductions.page import message_of, read_page
from webapp.terms import current_terms
from webapp.toasts import toast

bp = Blueprint("introductions", __name__, url_prefix="/netwerken/<slug>/kennismaken")


class _ChangeOf(TypedDict):
    graph: Graph
    network_id: str
    pair: Pair
    by: Author
    now: datetime


@bp.get("")
@needs(Role.READER)
def index(slug: str) -> str:
    """Show who should meet whom and why, and what came of earlier introductions."""
    return render_template(
        "introductions/index.html",
        page=read_page(),
        labels=current_terms().labels,
        suggesting=suggesting,
        message_of=message_of,
    )


@bp.post("/wens")
@needs(Role.EDITOR)
def accept(slug: str) -> Response:
    """Make the wished collaboration of two partners."""
    pair, labels = _pair(), current_terms().labels
    found = introductions.get(
        current_graph(), network_id=current_network().id, pair=pair, today=today()
    )
    introductions.accept(
        **_change(pair),
        between_id=found.between.id,
        collaboration_id=form_id(),
        fields=CollaborationFields(
            name=_("%(one)s en %(other)s", one=found.one.name, other=found.other.name),
            goal=suggesting.goal_text(found, labels),
            life_stage_ids=tuple(sorted({stage for _domain, stage in found.fills})),
            neighbourhood_ids=tuple(sorted(place.id for place in found.shared_places)),
        ),
    )
    toast(_("Staat nu bij de gewenste samenwerkingen."), undo=_undo(slug, pair))
    return redirect(url_for(".index", slug=slug), 303)


@bp.post("/niet-zinvol")
@needs(Role.EDITOR)
def dismiss(slug: str) -> Response:
    """Remember that an introduction makes no sense."""
    pair = _pair()
    introductions.dismiss(**_change(pair), between_id=request.values.get("between", ""))
    toast(_("We stellen deze kennismaking niet meer voor."), undo=_undo(slug, pair))
    return redirect(url_for(".index", slug=slug), 303)


@bp.post("/terug")
@needs(Role.EDITOR)
def take_back(slug: str) -> Response:
    """Suggest an introduction again."""
    introductions.take_back(**_change(_pair()))
    toast(_("Deze kennismaking staat er weer bij."))
    return redirect(url_for(".index", slug=slug), 303)


def _pair() -> Pair:
    asked = request.values.get("one", ""), request.values.get("other", "")
    if not all(asked) or asked[0] == asked[1]:
        abort(400)
    return pair_of(*asked)


def _change(pair: Pair) -> _ChangeOf:
    return {
        "graph": current_graph(),
        "network_id": current_network().id,
        "pair": pair,
        "by": author(),
        "now": now(),
    }


def _undo(slug: str, pair: Pair) -> str:
    return url_for(".take_back", slug=slug, one=pair[0], other=pair[1])
