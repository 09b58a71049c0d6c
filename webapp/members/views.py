"""Who may enter a network: roles, invitations, leaving, and which admin looked on."""

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from graph.domain.invitations import invitation_id
from graph.domain.members import Membership
from graph.domain.words import Role
from graph.errors import LastOneError, NotFoundError
from graph.repositories import followups, invitations, members, visits
from tasks.wording import word
from webapp.access import needs
from webapp.auth.session import signed_in_user
from webapp.clock import now
from webapp.context import author, current_graph, current_network
from webapp.i18n import _
from webapp.invitations.forms import InviteForm
from webapp.invitations.sending import send
from webapp.members.forms import RoleForm
from webapp.security import limiter
from webapp.toasts import toast

bp = Blueprint("members", __name__, url_prefix="/netwerken/<slug>")

Answer = str | Response | tuple[str, int]

_MOST = 500


@bp.get("/leden")
@needs(Role.REGISSEUR)
def index(slug: str) -> str:
    """List the members, who is invited, and which admins looked on."""
    graph, network_id = current_graph(), current_network().id
    return render_template(
        "members/index.html",
        members=members.list_all(graph, network_id=network_id),
        invitations=invitations.list_open(graph, network_id=network_id),
        visits=visits.list_recent(graph, network_id=network_id, limit=20),
        now=now(),
    )


@bp.get("/leden/uitnodigen")
@needs(Role.REGISSEUR)
def new(slug: str) -> str:
    """Ask whom to invite."""
    return render_template("members/invite.html", form=InviteForm())


@bp.post("/leden/uitnodigen")
@needs(Role.REGISSEUR)
@limiter.limit("60 per hour")
def invite(slug: str) -> Answer:
    """Mail somebody an invitation, the same whether they have an account or not."""
    form = InviteForm()
    if form.validate():
        fields = form.fields()
        if send(current_network().id, fields):
            toast(_("%(name)s krijgt een uitnodiging per mail.", name=fields.name))
            return redirect(url_for(".index", slug=slug), 303)
        form.email.errors = [_("Dit mailadres is al van een lid van dit netwerk.")]
    return render_template("members/invite.html", form=form), 422


@bp.post("/leden/uitnodigingen/<user_id>/opnieuw")
@needs(Role.REGISSEUR)
@limiter.limit("60 per hour")
def resend(slug: str, user_id: str) -> Response:
    """Mail an invitation again; the older link works no longer."""
    network_id = current_network().id
    id = invitation_id(network_id, user_id)
    found = invitations.get(current_graph(), network_id=network_id, id=id)
    send(network_id, found.fields)
    toast(_("%(name)s krijgt een nieuwe uitnodiging.", name=found.fields.name))
    return redirect(url_for(".index", slug=slug), 303)


@bp.post("/leden/uitnodigingen/<user_id>/intrekken")
@needs(Role.REGISSEUR)
def withdraw(slug: str, user_id: str) -> Response:
    """Let an invitation hold no longer."""
    invitations.withdraw(
        current_graph(),
        network_id=current_network().id,
        user_id=user_id,
        by=author(),
        now=now(),
    )
    toast(_("De uitnodiging is ingetrokken. De link werkt niet meer."))
    return redirect(url_for(".index", slug=slug), 303)


@bp.get("/leden/<user_id>")
@needs(Role.REGISSEUR)
def show(slug: str, user_id: str) -> str:
    """Show one member: their role, what is open with them, and how they go."""
    member = _member(user_id)
    return _page(member, RoleForm(data={"role": member.role.value}))


@bp.post("/leden/<user_id>/rol")
@needs(Role.REGISSEUR)
def set_role(slug: str, user_id: str) -> Answer:
    """Give a member another role; their sessions end, so that it holds at once."""
    member, form = _member(user_id), RoleForm()
    if not form.validate():
        return _page(member, form), 422
    role = Role(form.role.data)
    try:
        members.set_role(
            current_graph(),
            network_id=current_network().id,
            user_id=user_id,
            role=role,
            by=author(),
            now=now(),
        )
    except LastOneError:
        form.role.errors = [_needs_a_regisseur()]
        return _page(member, form), 409
    toast(_("%(name)s is nu %(role)s.", name=member.name, role=word(role)))
    return redirect(url_for(".index", slug=slug), 303)


@bp.post("/leden/<user_id>/weg")
@needs(Role.REGISSEUR)
def remove(slug: str, user_id: str) -> Response:
    """Let somebody be a member no longer; what they own stays, to be handed over."""
    member = _member(user_id)
    try:
        _remove(user_id)
    except LastOneError:
        toast(_needs_a_regisseur())
        return redirect(url_for(".show", slug=slug, user_id=user_id), 303)
    toast(_("%(name)s is geen lid meer.", name=member.name))
    return redirect(url_for(".index", slug=slug), 303)


@bp.get("/verlaten")
@needs(Role.READER)
def ask_leave(slug: str) -> str:
    """Ask whether I want to leave this network."""
    mine = _open_actions(signed_in_user().id)
    return render_template("members/leave.html", open_actions=mine)


@bp.post("/verlaten")
@needs(Role.READER)
def leave(slug: str) -> Response:
    """Be a member no longer."""
    try:
        _remove(signed_in_user().id)
    except LastOneError:
        toast(_needs_a_regisseur())
        return redirect(url_for(".ask_leave", slug=slug), 303)
    toast(_("Je bent geen lid meer van %(network)s.", network=current_network().name))
    return redirect(url_for("networks.index"), 303)


def _remove(user_id: str) -> None:
    members.remove(
        current_graph(),
        network_id=current_network().id,
        user_id=user_id,
        by=author(),
        now=now(),
    )


def _member(user_id: str) -> Membership:
    every = members.list_all(current_graph(), network_id=current_network().id)
    found = next((each for each in every if each.user_id == user_id), None)
    if found is None:
        raise NotFoundError(f"user {user_id} in this network")
    return found


def _open_actions(user_id: str) -> int:
    found = followups.list_open(
        current_graph(), network_id=current_network().id, owner_id=user_id, limit=_MOST
    )
    return len(found)


def _page(member: Membership, form: RoleForm) -> str:
    return render_template(
        "members/show.html",
        member=member,
        form=form,
        open_actions=_open_actions(member.user_id),
        is_me=member.user_id == signed_in_user().id,
    )


def _needs_a_regisseur() -> str:
    return _("Een netwerk houdt een regisseur. Maak eerst iemand anders regisseur.")
