"""Pages about partners."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from graph.domain.actors import Actor, CircleError
from graph.domain.search import FoundKind
from graph.domain.vocabulary import Vocabulary
from graph.domain.words import ActorKind, Role
from graph.errors import NotFoundError, StaleError
from graph.repositories import actors, merges, vocabulary
from tasks.wording import choices
from webapp.access import needs
from webapp.actors.filters import read_filter
from webapp.actors.forms import ActorForm, values_of
from webapp.actors.page import read_page
from webapp.clock import now
from webapp.context import author, current_graph, current_network, wants_fragment
from webapp.duplicates.finding import record_of, resembling
from webapp.form_ids import form_id
from webapp.i18n import _
from webapp.paging import Paging, page_number
from webapp.search.kept import current_names
from webapp.terms import current_terms
from webapp.toasts import toast

bp = Blueprint("actors", __name__, url_prefix="/netwerken/<slug>/partners")

_PAGE_SIZE = 50

Answer = str | Response | tuple[str, int]


@bp.get("")
@needs(Role.READER)
def index(slug: str) -> str:
    """List the partners that answer the question and pass the filters."""
    chosen = read_filter(request.args)
    number = page_number()
    found = actors.find(
        current_graph(),
        network_id=current_network().id,
        chosen=chosen,
        skip=(number - 1) * _PAGE_SIZE,
        limit=_PAGE_SIZE,
        known=current_names()[FoundKind.ACTOR].index if chosen.question else None,
    )
    return render_template(
        "actors/_list.html" if wants_fragment() else "actors/index.html",
        items=found.items,
        paging=Paging(total=found.total, number=number, size=_PAGE_SIZE),
        chosen=chosen,
        domains=current_terms().choices(Vocabulary.DOMAIN),
        places=[(place.id, place.name) for place in _places()],
        kinds=choices(ActorKind),
    )


@bp.get("/<actor_id>")
@needs(Role.READER)
def show(slug: str, actor_id: str) -> Answer:
    """Show one partner: who works with whom, on what, how strongly, since when."""
    try:
        page = read_page(actor_id)
    except NotFoundError:
        return _to_successor(slug, actor_id)
    return render_template("actors/show.html", page=page, terms=current_terms())


@bp.get("/nieuw")
@needs(Role.EDITOR)
def new(slug: str) -> str:
    """Ask for a new partner."""
    asked = {"name": request.args.get("naam", "")}
    if whole := request.args.get("geheel"):
        asked["parent_name"] = _actor(whole).fields.name
    form = _form(ActorForm(data=asked))
    return render_template("actors/form.html", form=form, actor=None)


@bp.post("/nieuw")
@needs(Role.EDITOR)
def create(slug: str) -> Answer:
    """Make a new partner."""
    form = _form(ActorForm())
    if not form.validate():
        return render_template("actors/form.html", form=form, actor=None), 422
    actor_id, fields = form_id(), form.fields()
    likely = [pair for pair in resembling(record_of(fields)) if pair[0].id != actor_id]
    if likely and "toch" not in request.form:
        return render_template("actors/form.html", form=form, actor=None, likely=likely), 422
    actors.add(
        current_graph(),
        network_id=current_network().id,
        actor_id=actor_id,
        fields=fields,
        by=author(),
        now=now(),
    )
    toast(_("%(name)s staat nu bij de partners.", name=fields.name))
    return redirect(url_for(".show", slug=slug, actor_id=actor_id), 303)


@bp.get("/<actor_id>/bewerken")
@needs(Role.EDITOR)
def edit(slug: str, actor_id: str) -> str:
    """Ask what changed about a partner."""
    actor = _actor(actor_id)
    form = _form(ActorForm(data=values_of(actor)), actor_id)
    return render_template("actors/form.html", form=form, actor=actor)


@bp.post("/<actor_id>/bewerken")
@needs(Role.EDITOR)
def update(slug: str, actor_id: str) -> Answer:
    """Save what changed, or show both versions when somebody else saved first."""
    form = _form(ActorForm(), actor_id)
    if not form.validate():
        return render_template("actors/form.html", form=form, actor=_actor(actor_id)), 422
    try:
        actors.update(
            current_graph(),
            network_id=current_network().id,
            actor_id=actor_id,
            version=form.version.data or 0,
            fields=form.fields(),
            by=author(),
            now=now(),
        )
    except StaleError:
        return _both_versions(form, actor_id), 409
    except CircleError:
        form.refuse_circle()
        return render_template("actors/form.html", form=form, actor=_actor(actor_id)), 422
    toast(_("Bewaard."))
    return redirect(url_for(".show", slug=slug, actor_id=actor_id), 303)


@bp.post("/<actor_id>/archiveren")
@needs(Role.EDITOR)
def archive(slug: str, actor_id: str) -> Response:
    """Take a partner out of lists and counts; nothing is lost."""
    return _set_archived(slug, actor_id, archived=True)


@bp.post("/<actor_id>/terugzetten")
@needs(Role.EDITOR)
def restore(slug: str, actor_id: str) -> Response:
    """Bring an archived partner back."""
    return _set_archived(slug, actor_id, archived=False)


def _set_archived(slug: str, actor_id: str, *, archived: bool) -> Response:
    actor = _actor(actor_id)
    actors.set_archived(
        current_graph(),
        network_id=current_network().id,
        actor_id=actor_id,
        version=actor.version,
        archived=archived,
        by=author(),
        now=now(),
    )
    if archived:
        toast(
            _("%(name)s staat nu in het archief.", name=actor.fields.name),
            undo=url_for(".restore", slug=slug, actor_id=actor_id),
        )
        return redirect(url_for(".index", slug=slug), 303)
    toast(_("%(name)s is terug.", name=actor.fields.name))
    return redirect(url_for(".show", slug=slug, actor_id=actor_id), 303)


def _to_successor(slug: str, actor_id: str) -> Response:
    """Lead the old address of a merged partner to the one that is left, until that is undone."""
    network_id = current_network().id
    if successor := merges.target(current_graph(), network_id=network_id, actor_id=actor_id):
        return redirect(url_for(".show", slug=slug, actor_id=successor), 302)
    raise NotFoundError(f"actor {actor_id}")


def _both_versions(form: ActorForm, actor_id: str) -> str:
    actor = _actor(actor_id)
    saved = _form(ActorForm(formdata=None, data=values_of(actor)), actor_id)
    differences = form.compare(saved, version=actor.version)
    return render_template("actors/form.html", form=form, actor=actor, differences=differences)


def _form(form: ActorForm, own_id: str | None = None) -> ActorForm:
    names = actors.names(current_graph(), network_id=current_network().id)
    return form.offer(current_terms(), _places(), names, own_id)


def _actor(actor_id: str) -> Actor:
    return actors.get(current_graph(), network_id=current_network().id, actor_id=actor_id)


def _places() -> list[vocabulary.Neighbourhood]:
    return vocabulary.neighbourhoods(current_graph(), network_id=current_network().id)
