"""Choose another password: with a link that was mailed, or with the password of now."""

import structlog
from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from graph.database import Transaction
from graph.domain.words import TokenKind
from graph.errors import NotFoundError, UnavailableError
from graph.identity import new_id
from graph.repositories import tokens, users
from tasks.access import mail_reset
from webapp.access import public, signed_in
from webapp.auth import device, passwords, session
from webapp.auth.own_password import refusal
from webapp.clock import now
from webapp.context import current_graph
from webapp.i18n import _
from webapp.passwords.forms import ChangePasswordForm, ForgottenForm, NewPasswordForm
from webapp.security import limiter
from webapp.toasts import toast

bp = Blueprint("passwords", __name__)
log = structlog.get_logger()

Answer = str | tuple[str, int] | Response


def _typed_email() -> str:
    return users.normal_email(request.form.get("email", ""))


@bp.get("/wachtwoord-vergeten")
@public
def forgotten() -> str:
    """Ask to which address a link may go."""
    return render_template("passwords/forgotten.html", form=ForgottenForm())


@bp.post("/wachtwoord-vergeten")
@public
@limiter.limit("3 per hour", key_func=_typed_email)
@limiter.limit("20 per hour")
def ask_link() -> Answer:
    """Have a link mailed if there is such an account; this page never knows."""
    form = ForgottenForm()
    if not form.validate():
        return render_template("passwords/forgotten.html", form=form), 422
    if not mail_reset.enqueue(new_id(), _typed_email()):
        raise UnavailableError("the broker takes no jobs")
    return redirect(url_for(".look_in_mail"), 303)


@bp.get("/wachtwoord-vergeten/verstuurd")
@public
def look_in_mail() -> str:
    """Say where the link went, whether or not there is such an account."""
    return render_template("passwords/sent.html")


@bp.get("/wachtwoord/<secret>")
@public
@limiter.limit("30 per minute")
def choose(secret: str) -> Answer:
    """Ask the new password of who holds a link that works."""
    found = tokens.find(current_graph(), secret=secret, kind=TokenKind.RESET, now=now())
    if found is None:
        return render_template("passwords/ended.html"), 404
    form = NewPasswordForm()
    return render_template("passwords/choose.html", form=form, secret=secret, email=found.email)


@bp.post("/wachtwoord/<secret>")
@public
@limiter.limit("30 per minute")
def set_chosen(secret: str) -> Answer:
    """Use the link, set the password and end all sessions; then one signs in as always."""
    found = tokens.find(current_graph(), secret=secret, kind=TokenKind.RESET, now=now())
    if found is None:
        return render_template("passwords/ended.html"), 404
    form = NewPasswordForm()
    if not form.validate():
        page = render_template(
            "passwords/choose.html", form=form, secret=secret, email=found.email
        )
        return page, 422
    try:
        _use_link(secret, passwords.hash_password(form.wachtwoord.data or ""))
    except NotFoundError:
        return render_template("passwords/ended.html"), 404
    session.sign_out()
    toast(_("Je nieuwe wachtwoord werkt. Meld je aan."))
    return redirect(url_for("auth.show_sign_in"), 303)


@bp.get("/account/wachtwoord")
@signed_in
def change() -> str:
    """Ask the password of now and a new one."""
    return render_template("passwords/change.html", form=ChangePasswordForm())


@bp.post("/account/wachtwoord")
@signed_in
def set_changed() -> Answer:
    """Set another password: every session ends, but this one goes on as a new one."""
    form, user = ChangePasswordForm(), session.signed_in_user()
    if not form.validate():
        return render_template("passwords/change.html", form=form), 422
    if status := refusal(form.wachtwoord_nu):
        return render_template("passwords/change.html", form=form), status
    chosen = passwords.hash_password(form.wachtwoord.data or "")
    users.set_password(current_graph(), user_id=user.id, password_hash=chosen, now=now())
    stay_signed_in()
    log.info("password_changed", user_id=user.id)
    toast(_("Je wachtwoord is gewijzigd. Op andere apparaten ben je afgemeld."))
    return redirect(url_for("account.show"), 303)


def stay_signed_in() -> None:
    """Go on in a fresh session here, after the sessions of this account ended."""
    user = users.get(current_graph(), user_id=session.signed_in_user().id)
    session.sign_in(user)
    device.remember(user, trust=False)


def _use_link(secret: str, password_hash: str) -> None:
    at = now()

    def use(tx: Transaction) -> str:
        token = tokens.consume(tx, secret=secret, kind=TokenKind.RESET, now=at)
        users.set_password(tx, user_id=token.user_id, password_hash=password_hash, now=at)
        return token.user_id

    log.info("password_reset", user_id=current_graph().transact(use))
