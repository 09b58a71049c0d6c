"""Pages about who takes part in a collaboration."""

from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from graph.domain.collaborations import Collaboration, Participant
from graph.domain.words import Role
from graph.errors import NotFoundError, StaleError
from graph.repositories import actors, collaboration_life
from webapp.access import needs
from webapp.clock import today
from webapp.collaborations.forms import NewParticipantForm, ParticipantForm, participation_of
from webapp.collaborations.shared import Answer, change_of, read_one
from webapp.context import current_graph, current_network
from webapp.i18n import _
from webapp.toasts import toast

bp = Blueprint("partners", __name__, url_prefix="/<collaboration_id>/partners")


@bp.get("")
@needs(Role.EDITOR)
def index(slug: str, collaboration_id: str) -> str:
    """Show who takes part, and ask who joins."""
    one = read_one(collaboration_id)
    form = NewParticipantForm().offer(_names(), one.participants)
    return _index_page(form, one)


@bp.post("")
@needs(Role.EDITOR)
def add(slug: str, collaboration_id: str) -> Answer:
    """Let a partner join."""
    one = read_one(collaboration_id)
    form = NewParticipantForm().offer(_names(), one.participants)
    if not form.validate():
        return _index_page(form, one), 422
    collaboration_life.add_participant(**change_of(collaboration_id), participant=form.fields())
    toast(_("%(name)s doet nu mee.", name=form.name.data))
    return redirect(url_for(".index", slug=slug, collaboration_id=collaboration_id), 303)


@bp.get("/<actor_id>")
@needs(Role.EDITOR)
def edit(slug: str, collaboration_id: str, actor_id: str) -> str:
    """Ask as what a partner takes part, and when."""
    one = read_one(collaboration_id)
    partner = _participant(one, actor_id)
    form = ParticipantForm(data=participation_of(one, partner))
    return _edit_page(form, one, partner)


@bp.post("/<actor_id>")
@needs(Role.EDITOR)
def update(slug: str, collaboration_id: str, actor_id: str) -> Answer:
    """Save as what a partner takes part, or show both versions when somebody saved first."""
    one, form = read_one(collaboration_id), ParticipantForm()
    partner = _participant(one, actor_id)
    if not form.validate():
        return _edit_page(form, one, partner), 422
    try:
        collaboration_life.update_participant(
            **change_of(collaboration_id),
            version=form.version.data or 0,
            was=partner.fields,
            participant=form.fields(actor_id),
        )
    except StaleError:
        saved = ParticipantForm(formdata=None, data=participation_of(one, partner))
        differences = form.compare(saved, version=one.version)
        return _edit_page(form, one, partner, differences=differences), 409
    toast(_("Bewaard."))
    return redirect(url_for(".index", slug=slug, collaboration_id=collaboration_id), 303)


@bp.post("/<actor_id>/weg")
@needs(Role.EDITOR)
def remove(slug: str, collaboration_id: str, actor_id: str) -> Response:
    """Take out a partner that never took part."""
    one = read_one(collaboration_id)
    partner = _participant(one, actor_id)
    collaboration_life.remove_participant(**change_of(collaboration_id), was=partner.fields)
    as_it_was: dict[str, Any] = participation_of(one, partner)
    undo = url_for(
        ".restore", slug=slug, collaboration_id=collaboration_id, actor_id=actor_id, **as_it_was
    )
    toast(_("%(name)s staat er niet meer bij.", name=partner.name), undo=undo)
    return redirect(url_for(".index", slug=slug, collaboration_id=collaboration_id), 303)


@bp.post("/<actor_id>/terugzetten")
@needs(Role.EDITOR)
def restore(slug: str, collaboration_id: str, actor_id: str) -> Response:
    """Let a partner that was taken out take part again, as it did."""
    as_it_was = ParticipantForm(request.args)
    if not as_it_was.validate():
        raise NotFoundError(f"how {actor_id} took part")
    collaboration_life.add_participant(
        **change_of(collaboration_id), participant=as_it_was.fields(actor_id)
    )
    toast(_("Deze partner doet weer mee, zoals het was."))
    return redirect(url_for(".index", slug=slug, collaboration_id=collaboration_id), 303)


def _index_page(form: NewParticipantForm, one: Collaboration) -> str:
    return render_template(
        "collaborations/partners.html",
        form=form,
        collaboration=one,
        partners=one.partners(today()),
        taking_part=one.taking_part(today()),
        former=one.former(today()),
    )


def _edit_page(
    form: ParticipantForm, one: Collaboration, partner: Participant, **more: object
) -> str:
    return render_template(
        "collaborations/partner.html", form=form, collaboration=one, partner=partner, **more
    )


def _participant(one: Collaboration, actor_id: str) -> Participant:
    """Return the role and period in the address, the first without one."""
    turns = one.of_partner(actor_id)
    number = request.args.get("keer", 0, type=int)
    if not 0 <= number < len(turns):
        raise NotFoundError(f"actor {actor_id} in collaboration {one.id}")
    return turns[number]


def _names() -> list[actors.Neighbour]:
    return actors.names(current_graph(), network_id=current_network().id)
