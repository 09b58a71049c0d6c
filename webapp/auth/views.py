"""Sign in and out."""

import structlog
from flask import Blueprint, Response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from graph.domain.users import User
from graph.repositories import users
from webapp.access import own_path, public, signed_in
from webapp.auth import passwords, session
from webapp.auth.forms import SignInForm
from webapp.clock import now
from webapp.context import current_graph
from webapp.i18n import _
from webapp.security import limiter, typed_address

bp = Blueprint("auth", __name__)
log = structlog.get_logger()


@bp.get("/aanmelden")
@public
def show_sign_in() -> str | AnyResponse:
    """Show the form, unless somebody is signed in already."""
    if session.is_signed_in():
        return redirect(url_for("networks.home"), 303)
    return _page(SignInForm())


@bp.post("/aanmelden")
@public
@limiter.limit(
    "5 per minute; 30 per hour",
    key_func=typed_address,
    deduct_when=lambda response: response.status_code != 303,  # noqa: PLR2004 -- only failures
)
@limiter.limit("60 per minute")
def sign_in() -> tuple[str, int] | AnyResponse:
    """Start a session for a known address with its password, and go on to where they were."""
    form = SignInForm()
    if not form.validate():
        return _page(form), 422
    user = _recognise(form.email.data or "", form.wachtwoord.data or "")
    if user is None:
        log.warning("sign_in_refused")
        form.wachtwoord.errors = [_("Dit e-mailadres en wachtwoord horen niet bij elkaar.")]
        return _page(form), 422
    session.sign_in(user)
    log.info("signed_in", user_id=user.id)
    return redirect(own_path(request.args.get("next")) or url_for("networks.home"), 303)


@bp.post("/afmelden")
@signed_in
def sign_out() -> AnyResponse:
    """End the session on the server too, and leave nothing in the browser."""
    log.info("signed_out", user_id=session.signed_in_user().id)
    session.sign_out()
    response: Response = Response(status=303, headers={"Location": url_for("auth.show_sign_in")})
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


def _recognise(email: str, password: str) -> User | None:
    """Return the user, after equally long for an unknown address as for a wrong password."""
    graph = current_graph()
    known = users.find_by_email(graph, email=email)
    if not passwords.verify(password, known.password_hash if known else None) or known is None:
        return None
    if passwords.is_outdated(known.password_hash):
        users.replace_hash(
            graph,
            user_id=known.user_id,
            old_hash=known.password_hash,
            new_hash=passwords.hash_password(password),
            now=now(),
        )
    return users.get(graph, user_id=known.user_id)


def _page(form: SignInForm) -> str:
    return render_template("auth/sign_in.html", form=form, next=own_path(request.args.get("next")))
