"""Pages about how much energy people feel in a collaboration."""

from flask import Blueprint, render_template, url_for
from werkzeug.wrappers import Response

from graph.domain.collaborations import Collaboration
from graph.domain.words import Role
from graph.repositories import collaboration_facts
from webapp.access import needs
from webapp.clock import today
from webapp.collaborations.forms import RatingForm
from webapp.collaborations.shared import Answer, change_of, read_one, to_page
from webapp.form_ids import form_id
from webapp.i18n import _
from webapp.toasts import toast

bp = Blueprint("pulses", __name__, url_prefix="/<collaboration_id>/pulsen")


@bp.get("")
@needs(Role.EDITOR)
def new(slug: str, collaboration_id: str) -> str:
    """Ask for a puls, and show the ones there are."""
    return _page(RatingForm(data={"on": today()}), read_one(collaboration_id))


@bp.post("")
@needs(Role.EDITOR)
def add(slug: str, collaboration_id: str) -> Answer:
    """Write down a puls."""
    one, form = read_one(collaboration_id), RatingForm()
    form.offer(one.partners(today()))
    if not form.validate():
        return _page(form, one), 422
    rating_id, fields = form_id(), form.fields()
    collaboration_facts.rate(**change_of(collaboration_id), rating_id=rating_id, fields=fields)
    toast(
        _("Puls %(value)s bewaard bij %(name)s.", value=fields.value, name=one.fields.name),
        undo=url_for(".remove", slug=slug, collaboration_id=collaboration_id, rating_id=rating_id),
    )
    return to_page(slug, collaboration_id)


@bp.post("/<rating_id>/weg")
@needs(Role.EDITOR)
def remove(slug: str, collaboration_id: str, rating_id: str) -> Response:
    """Take back a puls."""
    _set_archived(collaboration_id, rating_id, archived=True)
    back = url_for(".restore", slug=slug, collaboration_id=collaboration_id, rating_id=rating_id)
    toast(_("De puls telt niet meer mee."), undo=back)
    return to_page(slug, collaboration_id)


@bp.post("/<rating_id>/terugzetten")
@needs(Role.EDITOR)
def restore(slug: str, collaboration_id: str, rating_id: str) -> Response:
    """Count a puls again."""
    _set_archived(collaboration_id, rating_id, archived=False)
    toast(_("De puls telt weer mee."))
    return to_page(slug, collaboration_id)


def _page(form: RatingForm, one: Collaboration) -> str:
    return render_template(
        "collaborations/pulses.html", form=form.offer(one.partners(today())), collaboration=one
    )


def _set_archived(collaboration_id: str, rating_id: str, *, archived: bool) -> None:
    collaboration_facts.set_rating_archived(
        **change_of(collaboration_id), rating_id=rating_id, archived=archived
    )
