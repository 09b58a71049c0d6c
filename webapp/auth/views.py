"""Sign in and out."""

import structlog
from flask import Blueprint, Response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from graph.domain.users import Credentials, User
from graph.errors import NotFoundError
from graph.repositories import users
from webapp.access import own_path, public, signed_in, signed_in_halfway
from webapp.auth import oidc, passwords, session, typed
from webapp.auth.attempts import attempt
from webapp.auth.entering import after_first_step, come_in
from webapp.auth.forms import CodeForm, SignInForm
from webapp.auth.second_step import accepts
from webapp.clock import now
from webapp.context import current_graph
from webapp.i18n import _
from webapp.security import limiter
from webapp.toasts import toast

bp = Blueprint("auth", __name__)
log = structlog.get_logger()

Answer = tuple[str, int] | AnyResponse


@bp.get("/aanmelden")
@public
def show_sign_in() -> str | AnyResponse:
    """Show the form, unless somebody is signed in already."""
    if session.is_signed_in():
        return redirect(_next() or url_for("networks.home"), 303)
    return _page(SignInForm())


@bp.post("/aanmelden")
@public
@limiter.limit("60 per minute")
def sign_in() -> Answer:
    """Take a known address with its password, and ask the second step of who has one."""
    form = SignInForm()
    if not form.validate():
        return _page(form), 422
    email, password = users.normal_email(form.email.data or ""), form.wachtwoord.data or ""
    known = users.find_by_email(current_graph(), email=email)
    guess = attempt(email, user_id=known.user_id if known else None)
    if not guess.may_go_on():
        form.wachtwoord.errors = [_too_often()]
        return _page(form), 429
    user = _recognise(known, password)
    if user is None:
        guess.failed()
        log.warning("sign_in_refused")
        form.wachtwoord.errors = [_("Dit e-mailadres en wachtwoord horen niet bij elkaar.")]
        return _page(form), 422
    guess.succeeded()
    return after_first_step(user, next=_next())


@bp.get("/aanmelden/code")
@public
def show_code() -> str | AnyResponse:
    """Ask the code of the app."""
    if session.pending() is None:
        return redirect(url_for(".show_sign_in"), 303)
    return render_template("auth/code.html", form=CodeForm())


@bp.post("/aanmelden/code")
@public
@limiter.limit("60 per minute")
def check_code() -> Answer:
    """Sign in with a code that is right and was not used before."""
    user = _pending_user()
    if user is None:
        toast(_("Het duurde te lang. Meld je opnieuw aan."))
        return redirect(url_for(".show_sign_in"), 303)
    form = CodeForm()
    if not form.validate():
        return render_template("auth/code.html", form=form), 422
    guess = attempt(f"code {user.id}", user_id=user.id)
    if not guess.may_go_on():
        form.code.errors = [_too_often()]
        return render_template("auth/code.html", form=form), 429
    if not accepts(user.id, form.code.data or ""):
        guess.failed()
        log.warning("code_refused", user_id=user.id)
        form.code.errors = [_("Deze code klopt niet of is al gebruikt. Wacht op de volgende.")]
        return render_template("auth/code.html", form=form), 422
    guess.succeeded()
    waiting = session.pending()
    return come_in(user, next=waiting.next if waiting else None, trust=bool(form.trust.data))


@bp.get("/aanmelden/verder")
@signed_in
def go_on() -> str | AnyResponse:
    """Give back what was typed when a session ended, to who typed it."""
    waiting = typed.kept()
    if waiting is None or waiting.user_id != session.signed_in_user().id:
        typed.forget()
        return redirect(url_for("networks.home"), 303)
    return render_template("auth/go_on.html", typed=waiting)


@bp.post("/aanmelden/verder/weg")
@signed_in
def drop_typed() -> AnyResponse:
    """Throw away what was typed."""
    typed.forget()
    return redirect(url_for("networks.home"), 303)


@bp.post("/afmelden")
@signed_in_halfway
def sign_out() -> AnyResponse:
    """End the session on the server too, and leave nothing in the browser."""
    log.info("signed_out", user_id=session.signed_in_user().id)
    return _leave()


@bp.post("/afmelden/overal")
@signed_in_halfway
def sign_out_everywhere() -> AnyResponse:
    """End the sessions of this account on every device, and trust none of them any more."""
    user_id = session.signed_in_user().id
    users.end_sessions(current_graph(), user_id=user_id, now=now())
    log.info("signed_out_everywhere", user_id=user_id)
    answer = _leave()
    toast(_("Je bent overal afgemeld."))
    return answer


def _leave() -> AnyResponse:
    session.sign_out()
    response: Response = Response(status=303, headers={"Location": url_for(".show_sign_in")})
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


def _recognise(known: Credentials | None, password: str) -> User | None:
    """Return the user, after equally long for an unknown address as for a wrong password."""
    graph = current_graph()
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


def _pending_user() -> User | None:
    """Return who owes the second step, unless their sessions ended meanwhile."""
    waiting = session.pending()
    if waiting is None:
        return None
    try:
        user = users.get(current_graph(), user_id=waiting.user_id)
    except NotFoundError:
        return None
    return user if user.session_epoch == waiting.epoch else None


def _next() -> str | None:
    return own_path(request.args.get("next"))


def _too_often() -> str:
    return _("Dat waren te veel pogingen. Wacht een kwartier, of kies een nieuw wachtwoord.")


def _page(form: SignInForm) -> str:
    return render_template(
        "auth/sign_in.html",
        form=form,
        next=_next(),
        has_typed=typed.kept() is not None,
        provider=oidc.provider_name(),
    )
