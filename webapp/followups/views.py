"""Pages about actions and agreements."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from graph.domain.followups import FollowUp, by_term
from graph.domain.references import Reference
from graph.domain.words import FollowUpKind, Role
from graph.errors import StaleError
from graph.repositories import followups, networks
from tasks.dates import short_day
from tasks.wording import word
from webapp.access import needs, own_path
from webapp.asked import asked_day
from webapp.auth.session import signed_in_user
from webapp.clock import now, today
from webapp.context import author, current_graph, current_network, wants_fragment
from webapp.dialogs import PREFIX, in_dialog, leave
from webapp.followups.forms import FollowUpForm, PutOffForm, asked_kind, values_of
from webapp.form_ids import form_id
from webapp.i18n import _
from webapp.subjects import read_subjects
from webapp.toasts import toast

bp = Blueprint("followups", __name__, url_prefix="/netwerken/<slug>/acties")

_WITHIN = timedelta(days=7)
# Whose actions to list; any other word is the id of a colleague.
_MINE, _ALL, _PARTNERS = "mij", "allen", "partners"
_LISTS = {
    "open": followups.list_open,
    "klaar": followups.list_done,
    "archief": followups.list_archived,
}

Answer = str | Response | tuple[str, int]


@bp.get("")
@needs(Role.READER)
def index(slug: str) -> str:
    """List what has to be done: by whom, and whether it is open, done or archived."""
    whose = request.args.get("van", _MINE)
    shown = request.args.get("toon", "open")
    found = _LISTS.get(shown, followups.list_open)(
        current_graph(), network_id=current_network().id, **_owned(whose)
    )
    return render_template(
        "followups/_list.html" if wants_fragment() else "followups/index.html",
        items=found,
        groups=by_term(found, today()),
        whose=whose,
        owners=_owners(),
        shown=shown,
    )


@bp.get("/nieuw")
@needs(Role.EDITOR)
def add(slug: str) -> str:
    """Ask what has to be done; the address may say about what, which step and for when."""
    form = _offer(FollowUpForm(data=_asked()))
    if not form.what.data:
        form.what.data = _proposed(form)
    return _page(form)


@bp.post("/nieuw")
@needs(Role.EDITOR)
def create(slug: str) -> Answer:
    """Keep a new action or agreement."""
    form = _offer(FollowUpForm())
    if "meer" in request.form:
        return _page(form)
    if not form.validate():
        return _page(form), 422
    followup_id, fields = form_id(), form.fields()
    followups.add(
        current_graph(),
        network_id=current_network().id,
        followup_id=followup_id,
        fields=fields,
        by=author(),
        now=now(),
    )
    undo = url_for(".archive", slug=slug, followup_id=followup_id, version=1)
    toast(_("Staat bij de acties: %(what)s", what=fields.what), undo=undo)
    return redirect(_back() or url_for(".index", slug=slug), 303)


@bp.get("/<followup_id>/bewerken")
@needs(Role.EDITOR)
def edit(slug: str, followup_id: str) -> str:
    """Ask what changed."""
    followup = _followup(followup_id)
    return _page(_offer(FollowUpForm(data=values_of(followup)), followup), followup)


@bp.post("/<followup_id>/bewerken")
@needs(Role.EDITOR)
def update(slug: str, followup_id: str) -> Answer:
    """Save what changed, or show both versions when somebody else saved first."""
    followup = _followup(followup_id)
    form = _offer(FollowUpForm(), followup)
    if "meer" in request.form:
        return _page(form, followup)
    if not form.validate():
        return _page(form, followup), 422
    try:
        _save(form, followup_id)
    except StaleError:
        return _both_versions(form, followup_id), 409
    toast(_("Bewaard."))
    return redirect(_back() or url_for(".index", slug=slug), 303)


@bp.post("/<followup_id>/klaar")
@needs(Role.EDITOR)
def finish(slug: str, followup_id: str) -> Response:
    """Say that it was done today."""
    version = _set_done(followup_id, today())
    undo = url_for(".reopen", slug=slug, followup_id=followup_id, version=version)
    toast(_("Klaar."), undo=undo)
    return redirect(_back() or url_for(".index", slug=slug), 303)


@bp.post("/<followup_id>/niet-klaar")
@needs(Role.EDITOR)
def reopen(slug: str, followup_id: str) -> Response:
    """Take back that it was done."""
    _set_done(followup_id, None)
    toast(_("Staat weer open."))
    return redirect(_back() or url_for(".index", slug=slug), 303)


@bp.get("/<followup_id>/uitstellen")
@needs(Role.EDITOR)
def ask_delay(slug: str, followup_id: str) -> str:
    """Ask until when to put it off."""
    followup = _followup(followup_id)
    return _delay_page(PutOffForm(data={"version": followup.version}), followup)


@bp.post("/<followup_id>/uitstellen")
@needs(Role.EDITOR)
def put_off(slug: str, followup_id: str) -> Answer:
    """Give it another day; the page goes on telling which day it was."""
    followup, form = _followup(followup_id), PutOffForm()
    if not form.validate():
        return _delay_page(form, followup), 422
    try:
        _put_off(followup, form.version.data or 0, form.due_on(followup, today=today()))
    except StaleError:
        return _delay_page(form, _followup(followup_id), stale=True), 409
    undo = url_for(
        ".put_back",
        slug=slug,
        followup_id=followup_id,
        version=followup.version + 1,
        dag=followup.due_on,
    )
    toast(_("Uitgesteld."), undo=undo)
    return leave(_back() or url_for(".index", slug=slug))


@bp.post("/<followup_id>/terug-op-de-dag")
@needs(Role.EDITOR)
def put_back(slug: str, followup_id: str) -> Response:
    """Take putting off back."""
    followup = _followup(followup_id)
    day = asked_day(request.args.get("dag")) or followup.first_due_on or followup.due_on
    _put_off(followup, _version(followup_id), day)
    toast(_("Staat weer op %(day)s.", day=short_day(day)))
    return redirect(_back() or url_for(".index", slug=slug), 303)


@bp.post("/<followup_id>/archiveren")
@needs(Role.EDITOR)
def archive(slug: str, followup_id: str) -> Response:
    """Take it out of the lists; nothing is lost."""
    return _set_archived(slug, followup_id, archived=True)


@bp.post("/<followup_id>/terugzetten")
@needs(Role.EDITOR)
def restore(slug: str, followup_id: str) -> Response:
    """Bring an archived action or agreement back."""
    return _set_archived(slug, followup_id, archived=False)


def _save(form: FollowUpForm, followup_id: str) -> None:
    followups.update(
        current_graph(),
        network_id=current_network().id,
        followup_id=followup_id,
        version=form.version.data or 0,
        fields=form.fields(),
        by=author(),
        now=now(),
    )


def _set_done(followup_id: str, done_on: date | None) -> int:
    """Save it for the version that one saw, and return the version that it has now."""
    seen = _version(followup_id)
    followups.set_done(
        current_graph(),
        network_id=current_network().id,
        followup_id=followup_id,
        version=seen,
        done_on=done_on,
        next_id=form_id("next"),
        by=author(),
        now=now(),
    )
    return seen + 1


def _put_off(followup: FollowUp, version: int, due_on: date) -> None:
    followups.put_off(
        current_graph(),
        network_id=current_network().id,
        followup_id=followup.id,
        version=version,
        due_on=due_on,
        by=author(),
        now=now(),
    )


def _set_archived(slug: str, followup_id: str, *, archived: bool) -> Response:
    seen = _version(followup_id)
    followups.set_archived(
        current_graph(),
        network_id=current_network().id,
        followup_id=followup_id,
        version=seen,
        archived=archived,
        by=author(),
        now=now(),
    )
    undo = url_for(".restore", slug=slug, followup_id=followup_id, version=seen + 1)
    if archived:
        toast(_("Staat nu in het archief."), undo=undo)
        return redirect(_back() or url_for(".index", slug=slug), 303)
    toast(_("Staat er weer bij."))
    # Not the list: what came back may be done, or of somebody else, and not be on it.
    return redirect(_back() or url_for(".edit", slug=slug, followup_id=followup_id), 303)


def _both_versions(form: FollowUpForm, followup_id: str) -> str:
    followup = _followup(followup_id)
    _offer(form, followup)
    saved = _offer(FollowUpForm(formdata=None, data=values_of(followup)), followup)
    return _page(form, followup, differences=form.compare(saved, version=followup.version))


def _page(form: FollowUpForm, followup: FollowUp | None = None, **more: object) -> str:
    """Show the form, or with htmx only the part that a typed name changes."""
    part = "meer" in request.form and wants_fragment()
    template = "followups/_about.html" if part else "followups/form.html"
    back = _back() or url_for(".index", slug=current_network().slug)
    return render_template(
        template, form=form, followup=followup, here=request.path, back=back, **more
    )


def _delay_page(form: PutOffForm, followup: FollowUp, *, stale: bool = False) -> str:
    """Ask until when; after a stale edit the form stands on what is saved now."""
    if stale:
        form.version.data, form.version.raw_data = followup.version, None
    if in_dialog():
        form.within(PREFIX)
    return render_template(
        "followups/put_off.html",
        form=form,
        followup=followup,
        stale=stale,
        back=_back() or url_for(".index", slug=current_network().slug),
    )


def _owned(whose: str) -> dict[str, Any]:
    """Return what narrows a list to an owner."""
    if whose == _ALL:
        return {}
    if whose == _PARTNERS:
        return {"agreements": True}
    return {"owner_id": signed_in_user().id if whose == _MINE else whose}


def _owners() -> list[tuple[str, str]]:
    """Return whose actions one may ask for."""
    members = networks.list_members(current_graph(), network_id=current_network().id)
    me = signed_in_user().id
    return [
        (_MINE, _("van mij")),
        (_ALL, _("van het hele netwerk")),
        (_PARTNERS, _("afspraken van partners")),
        *((each.user_id, each.name) for each in members if each.user_id != me),
    ]


def _offer(form: FollowUpForm, followup: FollowUp | None = None) -> FollowUpForm:
    """Say what the form can choose from."""
    known: Iterable[Reference] = (*followup.about, followup.owner) if followup else ()
    members = networks.list_members(current_graph(), network_id=current_network().id)
    form.offer_owners(members, followup)
    form.offer(read_subjects(known), followup.about if followup else ()).tick_typed()
    return form


def _asked() -> dict[str, object]:
    """Read from the address what the form begins with."""
    asked = request.args
    about = {"Actor": "actor_ids", "Collaboration": "collaboration_ids"}
    kind = asked.get("about_kind", "")
    return {
        "what": asked.get("what", ""),
        "kind": asked_kind(asked.get("kind")).value,
        "user_id": signed_in_user().id,
        "due_on": asked_day(asked.get("due")) or today() + _WITHIN,
        **({about[kind]: asked.getlist("about_id")} if kind in about else {}),
    }


def _proposed(form: FollowUpForm) -> str:
    """Return the words for a step that the energy of something asks for."""
    kind = asked_kind(form.kind.data)
    if kind is FollowUpKind.OTHER or not form.about_names:
        return ""
    return _("%(step)s: %(name)s", step=word(kind).capitalize(), name=form.about_names[0])


def _back() -> str | None:
    return own_path(request.values.get("terug"))


def _version(followup_id: str) -> int:
    """Return the version that one saw; the one of now when the form did not say."""
    seen = request.values.get("version", type=int)
    return seen if seen is not None else _followup(followup_id).version


def _followup(followup_id: str) -> FollowUp:
    return followups.get(current_graph(), network_id=current_network().id, followup_id=followup_id)
