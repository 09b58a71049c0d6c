"""The pages that show where lokale energie sits and how it is computed."""

from datetime import timedelta

from flask import Blueprint, render_template

from graph.domain.words import Layer, Role
from tasks.wording import choices
from webapp.access import needs
from webapp.auth.session import signed_in_user
from webapp.clock import today
from webapp.context import wants_fragment
from webapp.energy.page import read_examples, read_page
from webapp.energy.worked import worked
from webapp.terms import current_terms

bp = Blueprint("energy", __name__, url_prefix="/netwerken/<slug>/energie")

_STEP_WITHIN = timedelta(days=7)


@bp.get("")
@needs(Role.READER)
def show(slug: str) -> str:
    """Show the heat table, the collaborations by energy with their best step, and an example."""
    return render_template(
        "energy/_list.html" if wants_fragment() else "energy/show.html",
        page=read_page(),
        labels=current_terms().labels,
        layers=choices(Layer),
        owner_id=signed_in_user().id,
        step_due=today() + _STEP_WITHIN,
    )


@bp.get("/uitleg")
@needs(Role.READER)
def explain(slug: str) -> str:
    """Explain the formula with the numbers of one collaboration of this network."""
    measured, example = read_examples()
    return render_template(
        "energy/explain.html",
        options=[(each.id, each.name) for each in measured],
        example=example,
        steps=worked(example.energy) if example else [],
        labels=current_terms().labels,
    )
