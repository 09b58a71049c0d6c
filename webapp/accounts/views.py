"""Accounts of this installation: found, invited, closed and opened by its admin."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from graph.domain.accounts import AccountState
from graph.domain.invitations import invitation_id
from graph.domain.words import Role
from graph.errors import LastOneError
from graph.repositories import accounts, invitations, members, networks, second_factors
from tasks.wording import word
from webapp.access import admin_only
from webapp.accounts.forms import InviteAccountForm, PlaceForm
from webapp.clock import now
from webapp.context import author, current_graph
from webapp.i18n import _
from webapp.invitations.sending import send
from webapp.paging import Paging, page_number
from webapp.security import limiter
from webapp.toasts import toast

bp = Blueprint("accounts", __name__, url_prefix="/beheer/accounts")

Answer = str | Response | tuple[str, int]

_PAGE_SIZE = 50


@bp.get("")
@admin_only
def index() -> str:
    """List the accounts that answer the question, in parts."""
    number = page_number()
    question = request.args.get("q", "").strip()[:200]
    asked = request.args.get("stand", "")
    state = AccountState(asked) if asked in set(AccountState) else None
    found = accounts.find(
        current_graph(),
        question=question,
        state=state,
        skip=(number - 1) * _PAGE_SIZE,
        limit=_PAGE_SIZE,
    )
    return render_template(
        "accounts/index.html",
        accounts=found.items,
        paging=Paging(total=found.total, number=number, size=_PAGE_SIZE),
        question=question,
        state=state,
        invitations=invitations.list_open(current_graph(), network_id=None),
        now=now(),
    )


@bp.get("/uitnodigen")
@admin_only
def new() -> str:
    """Ask whom to invite, and to which network."""
    form = InviteAccountForm(data={"network_id": request.args.get("network_id", "")})
    form.offer(networks.list_all(current_graph()))
    return render_template("accounts/invite.html", form=form)


@bp.post("/uitnodigen")
@admin_only
@limiter.limit("200 per hour")
def invite() -> Answer:
    """Mail somebody an invitation to a network, or for an account alone."""
    form = InviteAccountForm().offer(networks.list_all(current_graph()))
    if form.validate():
        fields = form.fields()
        if send(form.network_id.data or None, fields):
            toast(_("%(name)s krijgt een uitnodiging per mail.", name=fields.name))
            return redirect(url_for(".index"), 303)
        form.email.errors = [_("Dit mailadres is al van een lid van dit netwerk.")]
    return render_template("accounts/invite.html", form=form), 422


@bp.post("/uitnodigingen/<user_id>/opnieuw")
@admin_only
@limiter.limit("200 per hour")
def resend(user_id: str) -> Response:
    """Mail the invitation for an account alone again."""
    id = invitation_id(None, user_id)
    found = invitations.get(current_graph(), network_id=None, id=id)
    send(None, found.fields)
    toast(_("%(name)s krijgt een nieuwe uitnodiging.", name=found.fields.name))
    return redirect(url_for(".index"), 303)


@bp.post("/uitnodigingen/<user_id>/intrekken")
@admin_only
def withdraw(user_id: str) -> Response:
    """Let the invitation for an account alone hold no longer."""
    invitations.withdraw(current_graph(), network_id=None, user_id=user_id, by=author(), now=now())
    toast(_("De uitnodiging is ingetrokken. De link werkt niet meer."))
    return redirect(url_for(".index"), 303)


@bp.get("/<user_id>")
@admin_only
def show(user_id: str) -> str:
    """Show one account: its networks, and what the admin can do."""
    return _page(user_id, _place_form(user_id))


@bp.post("/<user_id>/netwerken")
@admin_only
def add_place(user_id: str) -> Answer:
    """Let an account into a network; its regisseurs see that in their log."""
    form = _place_form(user_id)
    if not form.validate():
        return _page(user_id, form), 422
    members.add(
        current_graph(),
        network_id=form.network_id.data,
        user_id=user_id,
        role=Role(form.role.data),
        by=author(),
        now=now(),
    )
    toast(_("Toegevoegd als %(role)s.", role=word(Role(form.role.data))))
    return redirect(url_for(".show", user_id=user_id), 303)


@bp.post("/<user_id>/netwerken/<network_id>/weg")
@admin_only
def remove_place(user_id: str, network_id: str) -> Response:
    """Let an account be a member no longer; a network keeps a regisseur."""
    try:
        members.remove(
            current_graph(), network_id=network_id, user_id=user_id, by=author(), now=now()
        )
    except LastOneError:
        toast(
            _("Dit is de laatste regisseur. Nodig eerst een nieuwe uit, of archiveer het netwerk.")
        )
    else:
        toast(_("Geen lid meer van dit netwerk."))
    return redirect(url_for(".show", user_id=user_id), 303)


@bp.post("/<user_id>/sluiten")
@admin_only
def disable(user_id: str) -> Response:
    """Close an account, and end its sessions at once."""
    return _set_disabled(user_id, disabled=True, told=_("Het account is gesloten."))


@bp.post("/<user_id>/openen")
@admin_only
def enable(user_id: str) -> Response:
    """Open a closed account again."""
    return _set_disabled(user_id, disabled=False, told=_("Het account is weer open."))


@bp.post("/<user_id>/beheerder")
@admin_only
def make_admin(user_id: str) -> Response:
    """Let an account look after this installation too."""
    return _set_admin(user_id, is_admin=True, told=_("Deze persoon is nu beheerder."))


@bp.post("/<user_id>/geen-beheerder")
@admin_only
def unmake_admin(user_id: str) -> Response:
    """Let an account look after this installation no longer."""
    return _set_admin(user_id, is_admin=False, told=_("Deze persoon is geen beheerder meer."))


@bp.post("/<user_id>/tweede-stap-weg")
@admin_only
def remove_second_factor(user_id: str) -> Response:
    """Help somebody who lost the phone with their codes."""
    accounts.remove_second_factor(current_graph(), user_id=user_id, by=author(), now=now())
    toast(_("De tweede stap is weg. Deze persoon stelt bij het aanmelden een nieuwe in."))
    return redirect(url_for(".show", user_id=user_id), 303)


def _set_disabled(user_id: str, *, disabled: bool, told: str) -> Response:
    try:
        accounts.set_disabled(
            current_graph(), user_id=user_id, disabled=disabled, by=author(), now=now()
        )
    except LastOneError:
        told = _needs_an_admin()
    toast(told)
    return redirect(url_for(".show", user_id=user_id), 303)


def _set_admin(user_id: str, *, is_admin: bool, told: str) -> Response:
    try:
        accounts.set_admin(
            current_graph(), user_id=user_id, is_admin=is_admin, by=author(), now=now()
        )
    except LastOneError:
        told = _needs_an_admin()
    toast(told)
    return redirect(url_for(".show", user_id=user_id), 303)


def _place_form(user_id: str) -> PlaceForm:
    graph = current_graph()
    there = {each.network_id for each in accounts.get(graph, user_id=user_id).places}
    return PlaceForm().offer(each for each in networks.list_all(graph) if each.id not in there)


def _page(user_id: str, form: PlaceForm) -> str:
    graph = current_graph()
    details = accounts.get(graph, user_id=user_id)
    return render_template(
        "accounts/show.html",
        details=details,
        account=details.account,
        form=form,
        has_second_factor=second_factors.get(graph, user_id=user_id) is not None,
    )


def _needs_an_admin() -> str:
    return _("Er moet een beheerder blijven. Maak eerst iemand anders beheerder.")
