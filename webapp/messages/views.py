"""Pages about mail: what came to me, what I want, and the stop link."""

from io import BytesIO

from flask import (
    Blueprint,
    Response,
    abort,
    redirect,
    render_template,
    request,
    send_file,
    url_for,
)
from werkzeug.wrappers import Response as AnyResponse

from graph.domain.words import MessageKind
from graph.repositories import messages, preferences
from tasks import stops
from tasks.mail import kept
from tasks.mail.envelope import file_name
from tasks.stops import Stop
from webapp.access import public, signed_in
from webapp.auth.session import signed_in_user
from webapp.clock import now
from webapp.context import current_graph, current_settings
from webapp.i18n import _
from webapp.messages.outline import outline
from webapp.security import without_token
from webapp.toasts import toast

bp = Blueprint("messages", __name__)


@bp.get("/berichten")
@signed_in
def index() -> str:
    """List my mails, and what I want to be mailed."""
    graph, user_id = current_graph(), signed_in_user().id
    return render_template(
        "messages/index.html",
        lines=messages.list_for_user(graph, user_id=user_id),
        wishes=preferences.get(graph, user_id=user_id),
    )


@bp.post("/berichten/voorkeuren")
@signed_in
def set_preference() -> AnyResponse:
    """Switch one of my mails on or off."""
    wanted = request.form.get("wanted") == "ja"
    stop = Stop(
        kind=MessageKind.DIGEST if request.form.get("network_id") else MessageKind.REMINDERS,
        user_id=signed_in_user().id,
        network_id=request.form.get("network_id") or None,
    )
    toast(_switched(_switch(stop, wanted=wanted), wanted=wanted))
    return redirect(url_for("messages.index"), 303)


@bp.get("/berichten/<message_id>")
@signed_in
def show(message_id: str) -> str:
    """Show one of my mails."""
    line = _mine(message_id)
    mail = kept.read(current_settings().mail_dir, key=line.message.key)
    return render_template(
        "messages/show.html",
        line=line,
        mail=mail,
        parts=outline(mail.text) if mail else [],
    )


@bp.get("/berichten/<message_id>/netwerk.png")
@signed_in
def picture(message_id: str) -> Response:
    """Give the picture in one of my mails."""
    mail = kept.read(current_settings().mail_dir, key=_mine(message_id).message.key)
    if mail is None or mail.png is None:
        abort(404)
    return Response(mail.png, mimetype="image/png")


@bp.get("/berichten/<message_id>/bericht.eml")
@signed_in
def download(message_id: str) -> Response:
    """Give one of my mails as a file, for a mail program to open."""
    name = file_name(_mine(message_id).message.key)
    path = current_settings().mail_dir / name
    if not path.is_file():
        abort(404)
    return send_file(
        BytesIO(path.read_bytes()),
        mimetype="message/rfc822",
        as_attachment=True,
        download_name=name,
    )


@bp.get("/mail/stop/<token>")
@public
def ask_stop(token: str) -> str:
    """Ask whether to stop: programs open links by themselves, so opening one changes nothing."""
    return render_template(
        "messages/stop.html", token=token, name=_name(_stop(token)), state="ask"
    )


@bp.post("/mail/stop/<token>")
@without_token
@public
def stop(token: str) -> str:
    """Stop a mail with one click, also for a mail program that knows no session (RFC 8058)."""
    name = _switch(_stop(token), wanted=False)
    return render_template("messages/stop.html", token=token, name=name, state="stopped")


@bp.post("/mail/stop/<token>/ongedaan")
@public
def undo_stop(token: str) -> str:
    """Take back a stop."""
    name = _switch(_stop(token), wanted=True)
    return render_template("messages/stop.html", token=token, name=name, state="resumed")


def _mine(message_id: str) -> messages.MessageLine:
    user_id = signed_in_user().id
    return messages.get_for_user(current_graph(), user_id=user_id, message_id=message_id)


def _stop(token: str) -> Stop:
    found = stops.read(token, secret_key=current_settings().secret_key)
    if found is None:
        abort(404)
    return found


def _switch(stop: Stop, *, wanted: bool) -> str:
    """Switch a mail and return what it is called. Raises NotFoundError."""
    graph = current_graph()
    if stop.network_id is None:
        preferences.set_reminders(graph, user_id=stop.user_id, wanted=wanted, now=now())
    else:
        preferences.set_digest(
            graph, user_id=stop.user_id, network_id=stop.network_id, wanted=wanted
        )
    return _name(stop)


def _name(stop: Stop) -> str:
    wishes = preferences.get(current_graph(), user_id=stop.user_id)
    networks = {each.network_id: each.name for each in wishes.networks} if wishes else {}
    if stop.network_id is None:
        return _("je herinneringen")
    if stop.network_id not in networks:
        abort(404)
    return _("de weekmail van %(network)s", network=networks[stop.network_id])


def _switched(name: str, *, wanted: bool) -> str:
    if wanted:
        return _("Je krijgt %(name)s weer.", name=name)
    return _("Je krijgt %(name)s niet meer.", name=name)
