"""Pages about what a collaboration reached."""

from flask import Blueprint, render_template, url_for
from werkzeug.wrappers import Response

from graph.domain.collaborations import Result
from graph.domain.words import Role
from graph.errors import StaleError
from graph.repositories import collaboration_facts
from webapp.access import needs
from webapp.clock import today
from webapp.collaborations.forms import ResultForm, result_of
from webapp.collaborations.shared import Answer, change_of, read_one, to_page
from webapp.context import current_graph, current_network
from webapp.form_ids import form_id
from webapp.i18n import _
from webapp.toasts import toast

bp = Blueprint("results", __name__, url_prefix="/<collaboration_id>/resultaten")


@bp.get("")
@needs(Role.EDITOR)
def new(slug: str, collaboration_id: str) -> str:
    """Ask what was reached."""
    return _page(ResultForm(data={"on": today()}), collaboration_id)


@bp.post("")
@needs(Role.EDITOR)
def add(slug: str, collaboration_id: str) -> Answer:
    """Write down what was reached."""
    form = ResultForm()
    if not form.validate():
        return _page(form, collaboration_id), 422
    result_id = form_id()
    collaboration_facts.add_result(
        **change_of(collaboration_id), result_id=result_id, fields=form.fields()
    )
    toast(
        _("Het resultaat is bewaard."),
        undo=url_for(".remove", slug=slug, collaboration_id=collaboration_id, result_id=result_id),
    )
    return to_page(slug, collaboration_id)


@bp.get("/<result_id>")
@needs(Role.EDITOR)
def edit(slug: str, collaboration_id: str, result_id: str) -> str:
    """Ask what changed about a result."""
    result = _read(collaboration_id, result_id)
    return _page(ResultForm(data=result_of(result)), collaboration_id, result=result)


@bp.post("/<result_id>")
@needs(Role.EDITOR)
def update(slug: str, collaboration_id: str, result_id: str) -> Answer:
    """Save what changed about a result, or show both versions when somebody saved first."""
    result, form = _read(collaboration_id, result_id), ResultForm()
    if not form.validate():
        return _page(form, collaboration_id, result=result), 422
    try:
        collaboration_facts.update_result(
            **change_of(collaboration_id),
            result_id=result_id,
            version=form.version.data or 0,
            fields=form.fields(),
        )
    except StaleError:
        saved = ResultForm(formdata=None, data=result_of(result))
        differences = form.compare(saved, version=result.version)
        return _page(form, collaboration_id, result=result, differences=differences), 409
    toast(_("Bewaard."))
    return to_page(slug, collaboration_id)


@bp.post("/<result_id>/weg")
@needs(Role.EDITOR)
def remove(slug: str, collaboration_id: str, result_id: str) -> Response:
    """Take back a result."""
    _set_archived(collaboration_id, result_id, archived=True)
    back = url_for(".restore", slug=slug, collaboration_id=collaboration_id, result_id=result_id)
    toast(_("Het resultaat telt niet meer mee."), undo=back)
    return to_page(slug, collaboration_id)


@bp.post("/<result_id>/terugzetten")
@needs(Role.EDITOR)
def restore(slug: str, collaboration_id: str, result_id: str) -> Response:
    """Count a result again."""
    _set_archived(collaboration_id, result_id, archived=False)
    toast(_("Het resultaat telt weer mee."))
    return to_page(slug, collaboration_id)


def _page(
    form: ResultForm, collaboration_id: str, *, result: Result | None = None, **more: object
) -> str:
    return render_template(
        "collaborations/result.html",
        form=form,
        collaboration=read_one(collaboration_id),
        result=result,
        **more,
    )


def _read(collaboration_id: str, result_id: str) -> Result:
    return collaboration_facts.get_result(
        current_graph(),
        network_id=current_network().id,
        collaboration_id=collaboration_id,
        result_id=result_id,
    )


def _set_archived(collaboration_id: str, result_id: str, *, archived: bool) -> None:
    collaboration_facts.set_result_archived(
        **change_of(collaboration_id), result_id=result_id, archived=archived
    )
