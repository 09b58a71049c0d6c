"""Pages about contact persons."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from graph.domain.people import Person, leaves_unreachable
from graph.domain.references import Reference
from graph.domain.words import Role
from graph.errors import StaleError
from graph.repositories import actors, people, positions
from graph.repositories.people import PersonFilter
from tasks.access_log import Looked
from webapp.access import needs
from webapp.clock import now, today
from webapp.context import author, current_graph, current_network, wants_fragment
from webapp.form_ids import form_id
from webapp.i18n import _
from webapp.paging import Paging, page_number
from webapp.people.forms import PersonForm, values_of
from webapp.privacy.looked import note_look
from webapp.toasts import toast

bp = Blueprint("people", __name__, url_prefix="/netwerken/<slug>/contactpersonen")

_PAGE_SIZE = 50

Answer = str | Response | tuple[str, int]


@bp.get("")
@needs(Role.READER)
def index(slug: str) -> str:
    """List the people whose name, function or partner answers the question."""
    chosen = PersonFilter(
        question=request.args.get("q", "").strip()[:200],
        archived=request.args.get("archief") == "ja",
    )
    number = page_number()
    found = people.find(
        current_graph(),
        network_id=current_network().id,
        chosen=chosen,
        skip=(number - 1) * _PAGE_SIZE,
        limit=_PAGE_SIZE,
    )
    return render_template(
        "people/_list.html" if wants_fragment() else "people/index.html",
        items=found.items,
        paging=Paging(total=found.total, number=number, size=_PAGE_SIZE),
        chosen=chosen,
    )


@bp.get("/<person_id>")
@needs(Role.READER)
def show(slug: str, person_id: str) -> str:
    """Show one person: what they do where, and how to reach them."""
    person = _person(person_id)
    note_look(Looked.PERSON, person_id)
    return render_template("people/show.html", person=person)


@bp.get("/nieuw")
@needs(Role.EDITOR)
def new(slug: str) -> str:
    """Ask for a new contact person."""
    return render_template("people/form.html", form=PersonForm(), person=None)


@bp.post("/nieuw")
@needs(Role.EDITOR)
def create(slug: str) -> Answer:
    """Make a new contact person."""
    form = PersonForm()
    if not form.validate():
        return render_template("people/form.html", form=form, person=None), 422
    person_id, fields = form_id(), form.fields()
    people.add(
        current_graph(),
        network_id=current_network().id,
        person_id=person_id,
        fields=fields,
        by=author(),
        now=now(),
    )
    toast(_("%(name)s staat nu bij de contactpersonen.", name=fields.name))
    return redirect(url_for(".show", slug=slug, person_id=person_id), 303)


@bp.get("/<person_id>/bewerken")
@needs(Role.EDITOR)
def edit(slug: str, person_id: str) -> str:
    """Ask what changed about a person."""
    person = _person(person_id)
    return render_template(
        "people/form.html", form=PersonForm(data=values_of(person)), person=person
    )


@bp.post("/<person_id>/bewerken")
@needs(Role.EDITOR)
def update(slug: str, person_id: str) -> Answer:
    """Save what changed, or show both versions when somebody else saved first."""
    form = PersonForm()
    if not form.validate():
        return render_template("people/form.html", form=form, person=_person(person_id)), 422
    try:
        people.update(
            current_graph(),
            network_id=current_network().id,
            person_id=person_id,
            version=form.version.data or 0,
            fields=form.fields(),
            by=author(),
            now=now(),
        )
    except StaleError:
        return _both_versions(form, person_id), 409
    toast(_("Bewaard."))
    return redirect(url_for(".show", slug=slug, person_id=person_id), 303)


@bp.post("/<person_id>/archiveren")
@needs(Role.EDITOR)
def archive(slug: str, person_id: str) -> Answer:
    """Take a person out of the lists; ask first when nobody else leads to a partner."""
    if "zeker" not in request.form and (lost := _unreachable_without(person_id)):
        person = _person(person_id)
        return render_template("people/last_way.html", person=person, lost=lost)
    return _set_archived(slug, person_id, archived=True)


@bp.post("/<person_id>/terugzetten")
@needs(Role.EDITOR)
def restore(slug: str, person_id: str) -> Response:
    """Bring an archived person back."""
    return _set_archived(slug, person_id, archived=False)


def _set_archived(slug: str, person_id: str, *, archived: bool) -> Response:
    person = _person(person_id)
    people.set_archived(
        current_graph(),
        network_id=current_network().id,
        person_id=person_id,
        version=request.values.get("version", person.version, type=int),
        archived=archived,
        by=author(),
        now=now(),
    )
    if archived:
        undo = url_for(".restore", slug=slug, person_id=person_id)
        toast(_("%(name)s staat nu in het archief.", name=person.fields.name), undo=undo)
        return redirect(url_for(".index", slug=slug), 303)
    toast(_("%(name)s is terug.", name=person.fields.name))
    return redirect(url_for(".show", slug=slug, person_id=person_id), 303)


def _unreachable_without(person_id: str) -> list[Reference]:
    """Return the partners that mail and phone do not lead to any more without this person."""
    graph, network_id = current_graph(), current_network().id
    held = _person(person_id).holds(today())
    return [
        partner
        for partner in dict.fromkeys(each.actor for each in held)
        if leaves_unreachable(
            person_id,
            positions.list_for_actor(graph, network_id=network_id, actor_id=partner.id),
            ways=actors.get(graph, network_id=network_id, actor_id=partner.id).fields,
            today=today(),
        )
    ]


def _both_versions(form: PersonForm, person_id: str) -> str:
    person = _person(person_id)
    saved = PersonForm(formdata=None, data=values_of(person))
    differences = form.compare(saved, version=person.version)
    return render_template("people/form.html", form=form, person=person, differences=differences)


def _person(person_id: str) -> Person:
    return people.get(current_graph(), network_id=current_network().id, person_id=person_id)
