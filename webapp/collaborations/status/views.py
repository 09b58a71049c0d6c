"""Pages about where a collaboration stands."""

from flask import Blueprint, render_template, url_for
from werkzeug.wrappers import Response

from graph.domain.collaborations import Collaboration, StatusProblem, StatusRefusedError
from graph.domain.words import Role, Status
from graph.errors import StaleError
from graph.repositories import collaboration_life
from tasks.wording import word
from webapp.access import needs
from webapp.clock import today
from webapp.collaborations.forms import StatusForm
from webapp.collaborations.shared import Answer, change_of, read_one, to_page
from webapp.i18n import _
from webapp.toasts import toast

bp = Blueprint("status", __name__, url_prefix="/<collaboration_id>/status")


@bp.get("")
@needs(Role.EDITOR)
def edit(slug: str, collaboration_id: str) -> str:
    """Ask where a collaboration stands now."""
    one = read_one(collaboration_id)
    return _page(StatusForm(data={"version": one.version, "on": today()}), one)


@bp.post("")
@needs(Role.EDITOR)
def update(slug: str, collaboration_id: str) -> Answer:
    """Write down where a collaboration stands since a day."""
    one, form = read_one(collaboration_id), StatusForm()
    form.offer(one.life.status)
    if not form.validate():
        return _page(form, one), 422
    try:
        collaboration_life.set_status(
            **change_of(collaboration_id),
            version=form.version.data or 0,
            status=form.chosen,
            on=form.on.data or today(),
        )
    except StatusRefusedError as refused:
        form.on.errors = [_refusal(refused.problem)]
        return _page(form, one), 422
    except StaleError:
        return _page(form.at(one.version), one, changed_meanwhile=True), 409
    toast(
        _("%(name)s is nu %(status)s.", name=one.fields.name, status=word(form.chosen)),
        undo=url_for(".undo", slug=slug, collaboration_id=collaboration_id),
    )
    return to_page(slug, collaboration_id)


@bp.post("/ongedaan")
@needs(Role.EDITOR)
def undo(slug: str, collaboration_id: str) -> Response:
    """Take back the newest change of status."""
    one = read_one(collaboration_id)
    collaboration_life.undo_status(**change_of(collaboration_id), version=one.version)
    toast(_("%(name)s staat weer zoals het was.", name=one.fields.name))
    return to_page(slug, collaboration_id)


def _page(form: StatusForm, one: Collaboration, *, changed_meanwhile: bool = False) -> str:
    return render_template(
        "collaborations/status.html",
        form=form.offer(one.life.status),
        collaboration=one,
        closed=one.life.status is Status.ENDED,
        changed_meanwhile=changed_meanwhile,
    )


def _refusal(problem: StatusProblem) -> str:
    """Return what to do when the life of a collaboration does not allow a change."""
    words = {
        StatusProblem.SAME: _("Zo staat het er al voor. Kies iets anders."),
        StatusProblem.CLOSED: _("Deze samenwerking is beëindigd. Begin een nieuwe."),
        StatusProblem.TOO_EARLY: _("Deze dag ligt voor de vorige wijziging. Kies een latere dag."),
        StatusProblem.IN_FUTURE: _("Deze dag ligt in de toekomst. Kies vandaag of eerder."),
    }
    return words[problem]
