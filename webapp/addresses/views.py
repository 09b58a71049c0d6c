"""Choose another mail address: ask for it, and prove it by a link that was mailed there."""

import structlog
from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from graph.database import Transaction
from graph.domain.words import TokenKind
from graph.errors import AlreadyExistsError, NotFoundError, UnavailableError
from graph.identity import new_id
from graph.repositories import tokens, users
from tasks.access import mail_address
from webapp.access import public, signed_in
from webapp.addresses.forms import ChangeAddressForm
from webapp.auth import session
from webapp.auth.own_password import refusal
from webapp.clock import now
from webapp.context import current_graph
from webapp.i18n import _
from webapp.security import limiter
from webapp.toasts import toast

bp = Blueprint("addresses", __name__)
log = structlog.get_logger()

Answer = str | tuple[str, int] | Response


def _typed_email() -> str:
    return users.normal_email(request.form.get("email", ""))


@bp.get("/account/mailadres")
@signed_in
def change() -> str:
    """Ask the new address and the password."""
    return _page(ChangeAddressForm())


@bp.post("/account/mailadres")
@signed_in
@limiter.limit("3 per hour", key_func=_typed_email)
@limiter.limit("20 per hour")
def ask_link() -> Answer:
    """Have a link mailed to the new address unless it is taken; this page never knows."""
    form, user = ChangeAddressForm(), session.signed_in_user()
    if not form.validate():
        return _page(form), 422
    if status := refusal(form.wachtwoord):
        return _page(form), status
    if not mail_address.enqueue(new_id(), user.id, _typed_email()):
        raise UnavailableError("the broker takes no jobs")
    toast(_("Kijk in de mail van je nieuwe adres. Is het nog vrij, dan staat daar een link."))
    return redirect(url_for("account.show"), 303)


@bp.get("/mailadres/<address_token>")
@public
@limiter.limit("30 per minute")
def show(address_token: str) -> Answer:
    """Show which address the link is for, and ask whether it is right."""
    found = tokens.find(current_graph(), secret=address_token, kind=TokenKind.ADDRESS, now=now())
    if found is None:
        return _ended()
    return render_template("addresses/confirm.html", secret=address_token, token=found)


@bp.post("/mailadres/<address_token>")
@public
@limiter.limit("30 per minute")
def confirm(address_token: str) -> Answer:
    """Use the link and change the address; then one signs in with it."""
    try:
        user_id = current_graph().transact(lambda tx: _use_link(tx, address_token))
    except (NotFoundError, AlreadyExistsError):
        return _ended()
    session.sign_out()
    log.info("address_changed", user_id=user_id)
    toast(_("Je nieuwe mailadres werkt. Meld je ermee aan."))
    return redirect(url_for("auth.show_sign_in"), 303)


def _use_link(tx: Transaction, secret: str) -> str:
    """Change the address. Who reads the mail at the old one can no longer choose a password."""
    at = now()
    token = tokens.consume(tx, secret=secret, kind=TokenKind.ADDRESS, now=at)
    tokens.withdraw(tx, user_id=token.user_id, kind=TokenKind.RESET, now=at)
    users.set_email(tx, user_id=token.user_id, email=token.email, now=at)
    return token.user_id


def _page(form: ChangeAddressForm) -> str:
    return render_template(
        "addresses/change.html", form=form, email=session.signed_in_user().email
    )


def _ended() -> Answer:
    return render_template("addresses/ended.html"), 404
