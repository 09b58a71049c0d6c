"""Pages about collaborations."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from graph.domain.collaborations import Collaboration
from graph.domain.references import Reference
from graph.domain.vocabulary import Neighbourhood, Vocabulary
from graph.domain.words import Form, Involvement, Layer, Role, Status
from graph.errors import StaleError
from graph.repositories import actors, collaborations, moments, programmes, vocabulary
from tasks.wording import choices
from webapp.access import needs
from webapp.clock import today
from webapp.collaborations.filters import read_filter
from webapp.collaborations.forms import (
    CollaborationForm,
    NewCollaborationForm,
    Options,
    values_of,
)
from webapp.collaborations.page import read_page
from webapp.collaborations.partners.views import bp as partners
from webapp.collaborations.pulses.views import bp as pulses
from webapp.collaborations.results.views import bp as results
from webapp.collaborations.shared import Answer, change_of, read_one
from webapp.collaborations.status.views import bp as status
from webapp.context import current_graph, current_network, wants_fragment
from webapp.form_ids import form_id
from webapp.i18n import _
from webapp.paging import Paging, page_number
from webapp.terms import current_terms, goal_choices
from webapp.toasts import toast

bp = Blueprint("collaborations", __name__, url_prefix="/netwerken/<slug>/samenwerkingen")
for part in (partners, status, pulses, results):
    bp.register_blueprint(part)

_PAGE_SIZE = 50


@bp.get("")
@needs(Role.READER)
def index(slug: str) -> str:
    """List the collaborations that answer the question and pass the filters."""
    chosen, number = read_filter(request.args), page_number()
    found = collaborations.find(
        current_graph(),
        network_id=current_network().id,
        chosen=chosen,
        today=today(),
        skip=(number - 1) * _PAGE_SIZE,
        limit=_PAGE_SIZE,
    )
    return render_template(
        "collaborations/_list.html" if wants_fragment() else "collaborations/index.html",
        items=found.items,
        paging=Paging(total=found.total, number=number, size=_PAGE_SIZE),
        chosen=chosen,
        domains=current_terms().choices(Vocabulary.DOMAIN),
        places=[(place.id, place.name) for place in _places()],
        layers=choices(Layer),
        statuses=choices(Status),
        forms=choices(Form),
        involvements=choices(Involvement),
        goals=goal_choices(current_terms()),
        active=found.active,
    )


@bp.get("/<collaboration_id>")
@needs(Role.READER)
def show(slug: str, collaboration_id: str) -> str:
    """Show one collaboration: who, why, how alive it is and what would help."""
    page, terms = read_page(collaboration_id), current_terms()
    goals = dict(goal_choices(terms))
    return render_template("collaborations/show.html", page=page, terms=terms, goals=goals)


@bp.get("/nieuw")
@needs(Role.EDITOR)
def new(slug: str) -> str:
    """Ask for a new collaboration, begun with what the address says."""
    known = {
        "name": request.args.get("naam", ""),
        "partner_ids": request.args.getlist("partner"),
        "programme_ids": request.args.getlist("programma"),
        "status": request.args.get("status", Status.ACTIVE.value),
        "life_stage_ids": request.args.getlist("levensfase"),
        "neighbourhood_ids": request.args.getlist("wijk"),
    }
    form = NewCollaborationForm(data=known).offer(_options())
    return _form_page(form)


@bp.post("/nieuw")
@needs(Role.EDITOR)
def create(slug: str) -> Answer:
    """Make a new collaboration."""
    form = NewCollaborationForm().offer(_options())
    if not form.validate():
        return _form_page(form), 422
    collaboration_id, fields = form_id(), form.fields()
    collaborations.add(
        **change_of(collaboration_id),
        fields=fields,
        status=form.standing,
        participants=form.participants(),
    )
    toast(_("%(name)s staat nu bij de samenwerkingen.", name=fields.name))
    return redirect(url_for(".show", slug=slug, collaboration_id=collaboration_id), 303)


@bp.get("/<collaboration_id>/bewerken")
@needs(Role.EDITOR)
def edit(slug: str, collaboration_id: str) -> str:
    """Ask what changed about a collaboration."""
    saved = read_one(collaboration_id)
    form = CollaborationForm(data=values_of(saved)).offer(_options(saved), saved)
    return _form_page(form, saved)


@bp.post("/<collaboration_id>/bewerken")
@needs(Role.EDITOR)
def update(slug: str, collaboration_id: str) -> Answer:
    """Save what changed, or show both versions when somebody else saved first."""
    saved = read_one(collaboration_id)
    form = CollaborationForm().offer(_options(saved), saved)
    if not form.validate():
        return _form_page(form, saved), 422
    try:
        collaborations.update(
            **change_of(collaboration_id),
            version=form.version.data or 0,
            fields=form.fields(),
        )
    except StaleError:
        return _both_versions(form, collaboration_id), 409
    toast(_("Bewaard."))
    return redirect(url_for(".show", slug=slug, collaboration_id=collaboration_id), 303)


@bp.post("/<collaboration_id>/archiveren")
@needs(Role.EDITOR)
def archive(slug: str, collaboration_id: str) -> Response:
    """Take a collaboration out of lists and counts; nothing is lost."""
    name = _set_archived(collaboration_id, archived=True)
    back = url_for(".restore", slug=slug, collaboration_id=collaboration_id)
    toast(_("%(name)s staat nu in het archief.", name=name), undo=back)
    return redirect(url_for(".index", slug=slug), 303)


@bp.post("/<collaboration_id>/terugzetten")
@needs(Role.EDITOR)
def restore(slug: str, collaboration_id: str) -> Response:
    """Bring an archived collaboration back."""
    toast(_("%(name)s is terug.", name=_set_archived(collaboration_id, archived=False)))
    return redirect(url_for(".show", slug=slug, collaboration_id=collaboration_id), 303)


def _set_archived(collaboration_id: str, *, archived: bool) -> str:
    saved = read_one(collaboration_id)
    collaborations.set_archived(
        **change_of(collaboration_id), version=saved.version, archived=archived
    )
    return saved.fields.name


def _both_versions(form: CollaborationForm, collaboration_id: str) -> str:
    saved = read_one(collaboration_id)
    other = CollaborationForm(formdata=None, data=values_of(saved)).offer(form.options, saved)
    differences = form.offer(form.options, saved).compare(other, version=saved.version)
    return render_template(
        "collaborations/form.html", form=form, collaboration=saved, differences=differences
    )


def _form_page(form: CollaborationForm, saved: Collaboration | None = None) -> str:
    return render_template("collaborations/form.html", form=form, collaboration=saved)


def _options(saved: Collaboration | None = None) -> Options:
    graph, network_id = current_graph(), current_network().id
    return Options(
        terms=current_terms(),
        places=_places(),
        actors=actors.names(graph, network_id=network_id),
        programmes=programmes.names(graph, network_id=network_id),
        positions=_positions(saved) if saved else (),
    )


def _positions(saved: Collaboration) -> list[Reference]:
    """Return the positions at who takes part: they may carry the collaboration."""
    near = moments.list_around(
        current_graph(),
        network_id=current_network().id,
        ids=[each.actor_id for each in saved.partners(today())],
    )
    return [each for each in near if each.kind == "Position"]


def _places() -> list[Neighbourhood]:
    return vocabulary.neighbourhoods(current_graph(), network_id=current_network().id)
