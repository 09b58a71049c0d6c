"""The second step of signing in: set it up, renew it, switch it off."""

from typing import cast

import structlog
from flask import Blueprint, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response

from graph.domain.second_factors import must_have_one
from graph.repositories import second_factors
from webapp.access import signed_in, signed_in_halfway
from webapp.auth import totp
from webapp.auth.own_password import refusal
from webapp.auth.session import must_set_up, signed_in_user
from webapp.clock import now
from webapp.context import current_graph
from webapp.i18n import _
from webapp.passwords.views import stay_signed_in
from webapp.second_factor.forms import ConfirmForm, PasswordForm
from webapp.toasts import toast

bp = Blueprint("second_factor", __name__, url_prefix="/account/tweede-stap")
log = structlog.get_logger()

Answer = str | tuple[str, int] | Response

# The secret that waits for its first code, encrypted; and the fresh codes, to be shown once.
_SECRET = "new_second_factor"  # noqa: S105 -- the name of a place  # nosec B105
_CODES = "new_recovery_codes"


@bp.get("")
@signed_in_halfway
def show() -> Answer:
    """Show how to set it up, or how it stands."""
    factor = second_factors.get(current_graph(), user_id=signed_in_user().id)
    if factor is None or (_SECRET in session and "opnieuw" in request.args):
        return _set_up_page(ConfirmForm())
    return _standing_page(PasswordForm())


@bp.post("")
@signed_in_halfway
def confirm() -> Answer:
    """Keep the secret when the app gives the right code for it, and show recovery codes."""
    user, graph, form = signed_in_user(), current_graph(), ConfirmForm()
    if _SECRET not in session:
        return redirect(url_for(".show"), 303)
    if not form.validate():
        return _set_up_page(form), 422
    stored = str(session[_SECRET])
    step = totp.matching_step(totp.decrypt(stored), form.code.data or "", now())
    if step is None:
        form.code.errors = [_("Deze code klopt niet. Kijk of de klok van je telefoon goed staat.")]
        return _set_up_page(form), 422
    codes = totp.new_recovery_codes()
    second_factors.set_up(
        graph,
        user_id=user.id,
        secret=stored,
        step=step,
        recovery_hashes=[totp.recovery_hash(code) for code in codes],
        now=now(),
    )
    stay_signed_in()
    session[_CODES] = codes
    log.info("second_factor_set_up", user_id=user.id)
    return redirect(url_for(".show_codes"), 303)


@bp.get("/codes")
@signed_in
def show_codes() -> Answer:
    """Show the fresh recovery codes, once."""
    codes = cast("list[str]", session.pop(_CODES, []))
    if not codes:
        return redirect(url_for(".show"), 303)
    return render_template("second_factor/codes.html", codes=codes)


@bp.post("/codes")
@signed_in
def renew_codes() -> Answer:
    """Make other recovery codes, for who gives the password."""
    if refused := _refused():
        return refused
    codes = totp.new_recovery_codes()
    second_factors.set_recovery(
        current_graph(),
        user_id=signed_in_user().id,
        recovery_hashes=[totp.recovery_hash(code) for code in codes],
        now=now(),
    )
    session[_CODES] = codes
    return redirect(url_for(".show_codes"), 303)


@bp.post("/opnieuw")
@signed_in
def renew() -> Answer:
    """Begin with another app; the one of now works until the new one is confirmed."""
    if refused := _refused():
        return refused
    session[_SECRET] = totp.encrypt(totp.new_secret())
    return redirect(url_for(".show", opnieuw=1), 303)


@bp.post("/uit")
@signed_in
def switch_off() -> Answer:
    """Do without a second step, for who gives the password and need not have one."""
    if must_have_one(signed_in_user()):
        toast(_("Met jouw rol hoort de tweede stap erbij. Zet hem op een ander apparaat."))
        return redirect(url_for(".show"), 303)
    if refused := _refused():
        return refused
    second_factors.remove(current_graph(), user_id=signed_in_user().id, now=now())
    stay_signed_in()
    log.info("second_factor_removed", user_id=signed_in_user().id)
    toast(_("De tweede stap staat uit."))
    return redirect(url_for("account.show"), 303)


def _refused() -> tuple[str, int] | Response | None:
    """Ask the password again unless it is right; without a second step, show that."""
    form = PasswordForm()
    if second_factors.get(current_graph(), user_id=signed_in_user().id) is None:
        return redirect(url_for(".show"), 303)
    if not form.validate():
        return _standing_page(form), 422
    status = refusal(form.wachtwoord)
    return (_standing_page(form), status) if status else None


def _set_up_page(form: ConfirmForm) -> str:
    stored = str(session.setdefault(_SECRET, totp.encrypt(totp.new_secret())))
    secret = totp.decrypt(stored)
    return render_template(
        "second_factor/set_up.html",
        form=form,
        must=must_set_up(),
        picture=totp.qr_svg(secret, signed_in_user().email),
        secret=" ".join(secret[at : at + 4] for at in range(0, len(secret), 4)),
    )


def _standing_page(form: PasswordForm) -> str:
    user = signed_in_user()
    return render_template(
        "second_factor/show.html",
        form=form,
        factor=second_factors.get(current_graph(), user_id=user.id),
        may_switch_off=not must_have_one(user),
    )
