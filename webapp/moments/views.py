"""Pages about contact moments."""

from collections.abc import Iterable
from typing import TypeVar

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from graph.domain.moments import Moment, MomentFields, NewRating, NextStep
from graph.domain.references import Reference
from graph.domain.words import Role
from graph.errors import StaleError
from graph.repositories import moments
from webapp.access import needs, own_path
from webapp.clock import now, today
from webapp.context import author, current_graph, current_network, wants_fragment
from webapp.dialogs import PREFIX, in_dialog, leave
from webapp.form_ids import form_id
from webapp.i18n import _
from webapp.moments.forms import MomentForm, NewMomentForm, values_of
from webapp.moments.timeline import read_timeline, subject_of
from webapp.paging import Paging, page_number
from webapp.subjects import page_of, read_subjects
from webapp.toasts import toast

bp = Blueprint("moments", __name__, url_prefix="/netwerken/<slug>/contactmomenten")

# The part of the form that a typed name changes, on the page and in the dialog.
_ABOUT = "over"
_PAGE_SIZE = 50

Answer = str | Response | tuple[str, int]
AnyForm = TypeVar("AnyForm", bound=MomentForm)


@bp.get("")
@needs(Role.READER)
def index(slug: str) -> str:
    """List the contact moments of the network or of one thing in it, or those in the archive."""
    chosen, number = read_timeline(request.args), page_number()
    found = moments.find(
        current_graph(),
        network_id=current_network().id,
        chosen=chosen,
        skip=(number - 1) * _PAGE_SIZE,
        limit=_PAGE_SIZE,
    )
    return render_template(
        "moments/index.html",
        items=found.items,
        paging=Paging(total=found.total, number=number, size=_PAGE_SIZE),
        subject=subject_of(chosen),
        chosen=chosen,
    )


@bp.get("/nieuw")
@needs(Role.EDITOR)
def new(slug: str) -> str:
    """Ask what happened; the partner or collaboration that one comes from is ticked."""
    asked = {
        "actor_ids": request.args.getlist("partner"),
        "collaboration_ids": request.args.getlist("samenwerking"),
        "on": today(),
    }
    form = _offer(NewMomentForm(data=asked))
    return _page(form)


@bp.post("/nieuw")
@needs(Role.EDITOR)
def create(slug: str) -> Answer:
    """Keep a contact moment with the puls and the next step that came out of it."""
    form = _offer(NewMomentForm())
    if "meer" in request.form:
        return _page(form)
    if not form.validate():
        return _page(form), 422
    moment_id, rating, step = form_id(), form.rating(), form.step()
    _log(moment_id, form.fields(), rating, step)
    undo = url_for(
        ".archive",
        slug=slug,
        moment_id=moment_id,
        version=1,
        puls=rating.id if rating else None,
        stap=step.id if step else None,
    )
    toast(_("Contactmoment bewaard."), undo=undo)
    return leave(_next_page(form))


@bp.get("/<moment_id>/bewerken")
@needs(Role.EDITOR)
def edit(slug: str, moment_id: str) -> str:
    """Ask what was different."""
    moment = _moment(moment_id)
    form = _offer(MomentForm(data=values_of(moment)), (*moment.about, *moment.positions))
    return _page(form, moment)


@bp.post("/<moment_id>/bewerken")
@needs(Role.EDITOR)
def update(slug: str, moment_id: str) -> Answer:
    """Save what was different, or show both versions when somebody else saved first."""
    moment = _moment(moment_id)
    form = _offer(MomentForm(), (*moment.about, *moment.positions))
    if "meer" in request.form:
        return _page(form, moment)
    if not form.validate():
        return _page(form, moment), 422
    try:
        _save(form, moment_id)
    except StaleError:
        return _both_versions(form, moment_id), 409
    toast(_("Bewaard."))
    return redirect(_next_page(form), 303)


@bp.post("/<moment_id>/archiveren")
@needs(Role.EDITOR)
def archive(slug: str, moment_id: str) -> Response:
    """Take a contact moment out of timelines and counts; nothing is lost."""
    return _set_archived(slug, moment_id, archived=True)


@bp.post("/<moment_id>/terugzetten")
@needs(Role.EDITOR)
def restore(slug: str, moment_id: str) -> Response:
    """Bring an archived contact moment back."""
    return _set_archived(slug, moment_id, archived=False)


def _log(
    moment_id: str, fields: MomentFields, rating: NewRating | None, step: NextStep | None
) -> None:
    moments.log(
        current_graph(),
        network_id=current_network().id,
        moment_id=moment_id,
        fields=fields,
        rating=rating,
        step=step,
        by=author(),
        now=now(),
    )


def _save(form: MomentForm, moment_id: str) -> None:
    moments.update(
        current_graph(),
        network_id=current_network().id,
        moment_id=moment_id,
        version=form.version.data or 0,
        fields=form.fields(),
        by=author(),
        now=now(),
    )


def _set_archived(slug: str, moment_id: str, *, archived: bool) -> Response:
    moment = _moment(moment_id)
    rating_id, step_id = request.args.get("puls"), request.args.get("stap")
    moments.set_archived(
        current_graph(),
        network_id=current_network().id,
        moment_id=moment_id,
        version=request.values.get("version", moment.version, type=int),
        archived=archived,
        by=author(),
        now=now(),
        rating_id=rating_id,
        step_id=step_id,
    )
    if archived:
        undo = url_for(".restore", slug=slug, moment_id=moment_id, puls=rating_id, stap=step_id)
        toast(_("Het contactmoment staat nu in het archief."), undo=undo)
    else:
        toast(_("Het contactmoment is terug."))
    fields = moment.fields
    return redirect(page_of(fields.actor_ids, fields.collaboration_ids), 303)


def _both_versions(form: MomentForm, moment_id: str) -> str:
    moment = _moment(moment_id)
    known = (*moment.about, *moment.positions)
    _offer(form, known)
    saved = _offer(MomentForm(formdata=None, data=values_of(moment)), known)
    return _page(form, moment, differences=form.compare(saved, version=moment.version))


def _template() -> str:
    """Return the form, or only the part that a typed name changes."""
    target = request.headers.get("HX-Target", "")
    if wants_fragment() and target.endswith(_ABOUT):
        return "moments/_about.html"
    return "moments/form.html"


def _page(form: MomentForm, moment: Moment | None = None, **more: object) -> str:
    """Show the form, or what htmx asks of it."""
    if in_dialog():
        form.within(PREFIX)
    return render_template(
        _template(), form=form, moment=moment, here=request.path, back=_back(form), **more
    )


def _offer(form: AnyForm, known: Iterable[Reference] = ()) -> AnyForm:
    """Say what the form can choose from, with what is near that."""
    known = tuple(known)
    subjects = read_subjects(known)
    form.offer(subjects, known).tick_typed()
    near = moments.list_around(
        current_graph(), network_id=current_network().id, ids=form.about_ids
    )
    form.offer(subjects, dict.fromkeys([*known, *near]))
    return form


def _back(form: MomentForm) -> str:
    """Return where one came from: an address of ours, or the page that the form began with."""
    if asked := own_path(request.values.get("terug")):
        return asked
    return _page_about(form) if request.method == "GET" and form.about_ids else ""


def _next_page(form: MomentForm) -> str:
    return _back(form) or _page_about(form)


def _page_about(form: MomentForm) -> str:
    return page_of(form.actor_ids.data or (), form.collaboration_ids.data or ())


def _moment(moment_id: str) -> Moment:
    return moments.get(current_graph(), network_id=current_network().id, moment_id=moment_id)
