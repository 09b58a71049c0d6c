"""Sign in with the account of the organisation."""

import structlog
from flask import Blueprint, abort, render_template, request
from werkzeug.wrappers import Response

from graph.repositories import users
from webapp.access import own_path, public
from webapp.auth import oidc
from webapp.auth.entering import after_first_step
from webapp.context import current_graph
from webapp.i18n import _
from webapp.security import limiter

bp = Blueprint("organisation", __name__)
log = structlog.get_logger()

Answer = tuple[str, int] | Response


@bp.get("/aanmelden/organisatie")
@public
@limiter.limit("30 per minute")
def go() -> Answer:
    """Go to the sign-in page of the organisation."""
    if not oidc.provider_name():
        abort(404)
    try:
        return oidc.to_provider(next=own_path(request.args.get("next")))
    except oidc.AwayError as error:
        return _away(error)


@bp.get("/aanmelden/organisatie/terug")
@public
@limiter.limit("30 per minute")
def come_back() -> Answer:
    """Sign in whom the provider vouches for, when there is an account with that address."""
    if not oidc.provider_name():
        abort(404)
    try:
        found = oidc.identity()
    except oidc.AwayError as error:
        return _away(error)
    except oidc.RefusedError as error:
        log.warning("oidc_refused", reason=str(error))
        return _problem(_("Aanmelden lukte niet"), _refused(), 403)
    known = users.find_by_email(current_graph(), email=found.email)
    if known is None:
        log.warning("oidc_without_account")
        return _problem(_("Je hebt hier nog geen account"), _no_account(), 403)
    user = users.get(current_graph(), user_id=known.user_id)
    return after_first_step(user, next=found.next, is_strong=found.is_strong)


def _away(error: oidc.AwayError) -> Answer:
    log.error("oidc_away", error=str(error))
    return _problem(
        _("Je organisatie antwoordt niet"),
        _("Aanmelden met %(name)s lukt nu niet.", name=oidc.provider_name())
        + " "
        + _("Probeer het straks opnieuw, of meld je aan met je wachtwoord."),
        503,
    )


def _refused() -> str:
    return _("We kregen geen bevestigd mailadres. Meld je aan met je wachtwoord.")


def _no_account() -> str:
    return _("Vraag de regisseur van je netwerk om je uit te nodigen op dit mailadres.")


def _problem(title: str, advice: str, status: int) -> Answer:
    return render_template("auth/problem.html", title=title, advice=advice), status
