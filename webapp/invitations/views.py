"""The page behind the link in an invitation."""

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from graph.domain.invitations import Invitation, Opening, invitation_id
from graph.domain.tokens import Token
from graph.domain.words import TokenKind
from graph.errors import NotFoundError
from graph.repositories import accounts, invitations, tokens
from webapp.access import public
from webapp.auth.passwords import hash_password
from webapp.auth.session import is_signed_in, signed_in_user
from webapp.clock import now
from webapp.context import current_graph
from webapp.i18n import _
from webapp.invitations.forms import AcceptForm
from webapp.security import limiter
from webapp.toasts import toast

bp = Blueprint("invitations", __name__)

Answer = str | Response | tuple[str, int]


@bp.get("/uitnodiging/<invite_token>")
@public
def show(invite_token: str) -> Answer:
    """Show who invites to what, and how to take part."""
    found = _find(invite_token)
    if found is None:
        return _gone()
    token, invitation = found
    return _page(invite_token, token, invitation, AcceptForm(name=invitation.fields.name))


@bp.post("/uitnodiging/<invite_token>")
@public
@limiter.limit("20 per minute")
def accept(invite_token: str) -> Answer:
    """Take part: with a first password, or as the account that is signed in."""
    found = _find(invite_token)
    if found is None:
        return _gone()
    token, invitation = found
    form, opening = AcceptForm(), None
    if _is_new(token):
        if not form.validate():
            return _page(invite_token, token, invitation, form), 422
        name = " ".join((form.name.data or "").split())
        opening = Opening(name=name, password_hash=hash_password(form.wachtwoord.data or ""))
    try:
        invitations.accept(
            current_graph(),
            secret=invite_token,
            user_id=signed_in_user().id if is_signed_in() else None,
            opening=opening,
            now=now(),
        )
    except NotFoundError:
        return redirect(url_for(".show", invite_token=invite_token), 303)
    toast(_("Je doet mee.") if opening is None else _("Je account is klaar. Meld je aan."))
    return redirect(url_for("networks.index"), 303)


def _find(secret: str) -> tuple[Token, Invitation] | None:
    graph = current_graph()
    token = tokens.find(graph, secret=secret, kind=TokenKind.INVITE, now=now())
    if token is None:
        return None
    id = invitation_id(token.network_id, token.user_id)
    return token, invitations.get(graph, network_id=token.network_id, id=id)


def _is_new(token: Token) -> bool:
    """Return whether the account has no password yet."""
    return accounts.get(current_graph(), user_id=token.user_id).account.invited


def _page(secret: str, token: Token, invitation: Invitation, form: AcceptForm) -> str:
    return render_template(
        "invitations/show.html",
        secret=secret,
        token=token,
        role=invitation.fields.role,
        form=form,
        is_new=_is_new(token),
        me=signed_in_user() if is_signed_in() else None,
    )


def _gone() -> Answer:
    title = _("Deze uitnodiging werkt niet meer")
    advice = _(
        "Ze is gebruikt, ingetrokken of ouder dan zeven dagen."
        " Vraag wie je uitnodigde om een nieuwe. Deed je al mee? Dan kun je je gewoon aanmelden."
    )
    return render_template("errors/problem.html", title=title, advice=advice), 404
