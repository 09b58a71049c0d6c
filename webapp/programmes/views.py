"""Pages about programmes and interventions."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from graph.domain.programmes import EVIDENCE_LEVELS, Programme
from graph.domain.vocabulary import Vocabulary
from graph.domain.words import ProgrammeKind, Role
from graph.errors import StaleError
from graph.repositories import collaborations, programmes
from graph.repositories.collaborations import CollaborationFilter
from graph.repositories.programmes import ProgrammeFilter
from tasks.wording import choices
from webapp.access import needs
from webapp.clock import now, today
from webapp.context import author, current_graph, current_network, wants_fragment
from webapp.form_ids import form_id
from webapp.i18n import _
from webapp.paging import Paging, page_number
from webapp.programmes.forms import ProgrammeForm, values_of
from webapp.terms import current_terms
from webapp.toasts import toast

bp = Blueprint("programmes", __name__, url_prefix="/netwerken/<slug>/programmas")

_PAGE_SIZE = 50
_SORTS = ("naam", "gebruik")

Answer = str | Response | tuple[str, int]


@bp.get("")
@needs(Role.READER)
def index(slug: str) -> str:
    """List the programmes that answer the question and pass the filters."""
    chosen, number = _chosen(), page_number()
    found = programmes.find(
        current_graph(),
        network_id=current_network().id,
        chosen=chosen,
        skip=(number - 1) * _PAGE_SIZE,
        limit=_PAGE_SIZE,
    )
    return render_template(
        "programmes/_list.html" if wants_fragment() else "programmes/index.html",
        items=found.items,
        paging=Paging(total=found.total, number=number, size=_PAGE_SIZE),
        chosen=chosen,
        domains=current_terms().choices(Vocabulary.DOMAIN),
        kinds=choices(ProgrammeKind),
    )


@bp.get("/<programme_id>")
@needs(Role.READER)
def show(slug: str, programme_id: str) -> str:
    """Show one programme: what it is, what is known of it, and who here uses it."""
    programme = _programme(programme_id)
    uses = collaborations.find(
        current_graph(),
        network_id=current_network().id,
        chosen=CollaborationFilter(programme=programme_id, sort="energie"),
        today=today(),
    )
    return render_template("programmes/show.html", programme=programme, uses=uses)


@bp.get("/nieuw")
@needs(Role.EDITOR)
def new(slug: str) -> str:
    """Ask for a new programme."""
    return _form_page(ProgrammeForm(data={"name": request.args.get("naam", "")}))


@bp.post("/nieuw")
@needs(Role.EDITOR)
def create(slug: str) -> Answer:
    """Make a new programme of the network's own."""
    form = ProgrammeForm().offer(current_terms())
    if not form.validate():
        return _form_page(form), 422
    programme_id, fields = form_id(), form.fields()
    programmes.add(
        current_graph(),
        network_id=current_network().id,
        programme_id=programme_id,
        fields=fields,
        by=author(),
        now=now(),
    )
    toast(_("%(name)s staat nu bij de programma's.", name=fields.name))
    return redirect(url_for(".show", slug=slug, programme_id=programme_id), 303)


@bp.get("/<programme_id>/bewerken")
@needs(Role.EDITOR)
def edit(slug: str, programme_id: str) -> Answer:
    """Ask what changed about a programme; a shared one goes back to its page."""
    programme = _programme(programme_id)
    if not programme.own:
        return redirect(url_for(".show", slug=slug, programme_id=programme_id), 303)
    return _form_page(ProgrammeForm(data=values_of(programme)), programme)


@bp.post("/<programme_id>/bewerken")
@needs(Role.EDITOR)
def update(slug: str, programme_id: str) -> Answer:
    """Save what changed, or show both versions when somebody else saved first."""
    form = ProgrammeForm().offer(current_terms())
    if not form.validate():
        return _form_page(form, _programme(programme_id)), 422
    try:
        programmes.update(
            current_graph(),
            network_id=current_network().id,
            programme_id=programme_id,
            version=form.version.data or 0,
            fields=form.fields(),
            by=author(),
            now=now(),
        )
    except StaleError:
        return _both_versions(form, programme_id), 409
    toast(_("Bewaard."))
    return redirect(url_for(".show", slug=slug, programme_id=programme_id), 303)


@bp.post("/<programme_id>/archiveren")
@needs(Role.EDITOR)
def archive(slug: str, programme_id: str) -> Response:
    """Take a programme out of the lists; nothing is lost."""
    name = _set_archived(programme_id, archived=True)
    back = url_for(".restore", slug=slug, programme_id=programme_id)
    toast(_("%(name)s staat nu in het archief.", name=name), undo=back)
    return redirect(url_for(".index", slug=slug), 303)


@bp.post("/<programme_id>/terugzetten")
@needs(Role.EDITOR)
def restore(slug: str, programme_id: str) -> Response:
    """Bring an archived programme back."""
    toast(_("%(name)s is terug.", name=_set_archived(programme_id, archived=False)))
    return redirect(url_for(".show", slug=slug, programme_id=programme_id), 303)


def _set_archived(programme_id: str, *, archived: bool) -> str:
    programme = _programme(programme_id)
    programmes.set_archived(
        current_graph(),
        network_id=current_network().id,
        programme_id=programme_id,
        version=programme.version,
        archived=archived,
        by=author(),
        now=now(),
    )
    return programme.fields.name


def _both_versions(form: ProgrammeForm, programme_id: str) -> str:
    saved = _programme(programme_id)
    other = ProgrammeForm(formdata=None, data=values_of(saved)).offer(current_terms())
    differences = form.compare(other, version=saved.version)
    return _form_page(form, saved, differences=differences)


def _form_page(form: ProgrammeForm, programme: Programme | None = None, **more: object) -> str:
    return render_template(
        "programmes/form.html",
        form=form.offer(current_terms()),
        programme=programme,
        levels=EVIDENCE_LEVELS,
        **more,
    )


def _programme(programme_id: str) -> Programme:
    return programmes.get(
        current_graph(), network_id=current_network().id, programme_id=programme_id
    )


def _chosen() -> ProgrammeFilter:
    """Read the filters in the address; what is unknown there filters nothing."""
    asked = request.args
    kind, sort = asked.get("soort", ""), asked.get("sortering", "")
    return ProgrammeFilter(
        question=asked.get("q", "").strip()[:200],
        kind=ProgrammeKind(kind) if kind in set(ProgrammeKind) else None,
        domain=asked.get("domein") or None,
        known=asked.get("bewijs") == "ja",
        own=asked.get("eigen") == "ja",
        used=asked.get("gebruikt") == "ja",
        archived=asked.get("archief") == "ja",
        sort=sort if sort in _SORTS else "naam",
    )
