"""The page on which one of us hands over what is open."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from graph.domain.handovers import Handover
from graph.domain.networks import Member
from graph.domain.words import Role
from graph.errors import NotFoundError
from graph.identity import new_id
from graph.repositories import handovers, networks
from webapp.access import needs
from webapp.auth.session import signed_in_user
from webapp.clock import now, today
from webapp.context import author, current_graph, current_network
from webapp.handovers.forms import HandoverForm
from webapp.i18n import _, ngettext
from webapp.toasts import toast

bp = Blueprint("handovers", __name__, url_prefix="/netwerken/<slug>/overdracht")

Answer = str | Response | tuple[str, int]


@bp.get("")
@needs(Role.REGISSEUR)
def show(slug: str) -> str:
    """Show all that is open with one of us, and ask who takes it over."""
    members, user_id = _members(), request.args.get("van", signed_in_user().id)
    found = _read(user_id)
    form = HandoverForm(data={"tie_ids": _unplanned(found)}).offer(members, user_id, found)
    return _page(form, members, user_id, found)


@bp.post("")
@needs(Role.REGISSEUR)
def pass_on(slug: str) -> Answer:
    """Give what is open to the successor, in one step that can be undone."""
    members, user_id = _members(), request.form.get("van", "")
    found = _read(user_id)
    form = HandoverForm().offer(members, user_id, found)
    if not form.validate():
        return _page(form, members, user_id, found), 422
    operation_id, successor = new_id(), form.successor
    count = handovers.pass_on(
        current_graph(),
        network_id=current_network().id,
        user_id=user_id,
        successor_id=successor.user_id,
        action_ids=[each.id for each in found.actions],
        talks={id: new_id() for id in form.tie_ids.data or ()},
        talk=_("Maak kennis en spreek elkaar weer"),
        operation_id=operation_id,
        title=_title(_name(members, user_id, found), successor.name),
        by=author(),
        now=now(),
    )
    undo = url_for("operations.undo", slug=slug, operation_id=operation_id)
    toast(_told(count, successor.name), undo=undo)
    return redirect(url_for("operations.show", slug=slug, operation_id=operation_id), 303)


def _page(form: HandoverForm, members: list[Member], user_id: str, found: Handover) -> str:
    return render_template(
        "handovers/show.html",
        form=form,
        members=[(each.user_id, each.name) for each in members],
        user_id=user_id,
        name=_name(members, user_id, found),
        found=found,
    )


def _name(members: list[Member], user_id: str, found: Handover) -> str:
    """Return whose handover it is: a member, or who left with actions still open."""
    known = {each.owner.id: each.owner.name for each in found.actions}
    known |= {each.user_id: each.name for each in members}
    if user_id not in known:
        raise NotFoundError(f"user {user_id} in this network")
    return known[user_id]


def _told(count: int, name: str) -> str:
    return ngettext(
        "%(num)s actie is nu van %(name)s.",
        "%(num)s acties zijn nu van %(name)s.",
        count,
        name=name,
    )


def _title(name: str, successor: str) -> str:
    return _("Overdracht van %(name)s aan %(successor)s", name=name, successor=successor)


def _unplanned(found: Handover) -> list[str]:
    return [each.id for each in found.cold if not each.is_planned]


def _read(user_id: str) -> Handover:
    return handovers.get(
        current_graph(), network_id=current_network().id, user_id=user_id, today=today()
    )


def _members() -> list[Member]:
    return networks.list_members(current_graph(), network_id=current_network().id)
