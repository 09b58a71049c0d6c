"""Pages about white spots."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from graph.domain.vocabulary import Vocabulary
from graph.domain.words import Role, Stance
from graph.errors import NotFoundError
from graph.repositories import white_spots
from tasks import suggesting
from webapp.access import needs
from webapp.clock import now
from webapp.context import author, current_graph, current_network, wants_fragment
from webapp.i18n import _
from webapp.terms import current_terms
from webapp.toasts import toast
from webapp.white_spots.page import read_cell, read_table

bp = Blueprint("white_spots", __name__, url_prefix="/netwerken/<slug>/witte-vlekken")


@bp.get("")
@needs(Role.READER)
def index(slug: str) -> str:
    """Show the table of domain by life stage, the white spots and the links that texts want."""
    return render_template(
        "white_spots/_results.html" if wants_fragment() else "white_spots/index.html",
        page=read_table(),
        labels=current_terms().labels,
        suggesting=suggesting,
    )


@bp.get("/<domain_id>/<life_stage_id>")
@needs(Role.READER)
def show(slug: str, domain_id: str, life_stage_id: str) -> str:
    """Show one cell: what happens there, and who could begin."""
    _check(domain_id, life_stage_id)
    return render_template(
        "white_spots/show.html",
        page=read_cell(domain_id, life_stage_id),
        labels=current_terms().labels,
        suggesting=suggesting,
    )


@bp.post("/<domain_id>/<life_stage_id>")
@needs(Role.EDITOR)
def mark(slug: str, domain_id: str, life_stage_id: str) -> Response:
    """Say that a cell is an ambition or does not belong here, or take that back."""
    said = request.values.get("stance", "")
    stance = Stance(said) if said in set(Stance) else None
    before = white_spots.mark(
        current_graph(),
        network_id=current_network().id,
        domain_id=domain_id,
        life_stage_id=life_stage_id,
        stance=stance,
        by=author(),
        now=now(),
    )
    here = url_for(".show", slug=slug, domain_id=domain_id, life_stage_id=life_stage_id)
    # One address shows and marks a cell; taking back is marking it as it was.
    toast(_told(stance), undo=f"{here}?stance={before or ''}")
    return redirect(here, 303)


def _told(stance: Stance | None) -> str:
    match stance:
        case Stance.AMBITION:
            return _("Dit is nu een ambitie van dit netwerk.")
        case Stance.NOT_HERE:
            return _("Dit hoort hier niet, staat er nu.")
        case None:
            return _("Het oordeel over dit vak is weg.")


def _check(domain_id: str, life_stage_id: str) -> None:
    """Raise NotFoundError for a cell that is not in the table."""
    terms = current_terms()
    if domain_id not in dict(terms.choices(Vocabulary.DOMAIN)) or life_stage_id not in dict(
        terms.choices(Vocabulary.LIFE_STAGE)
    ):
        raise NotFoundError(f"cell {domain_id}, {life_stage_id}")
