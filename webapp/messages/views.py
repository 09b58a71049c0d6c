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
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response as AnyResponse

from graph.domain.messages import trial
from graph.domain.preferences import Preferences, Wishes
from graph.domain.words import MessageKind, MessageReason, Role
from graph.repositories import bounces, messages, preferences
from tasks import stops
from tasks.mail import kept
from tasks.mail.envelope import file_name
from tasks.mail.rendering import render
from tasks.messages import send_message
from tasks.posting import Desk, Draft, draft_digest
from tasks.stops import Stop
from webapp.access import public, signed_in
from webapp.auth.session import signed_in_user
from webapp.clock import now, today
from webapp.context import current_graph, current_settings
from webapp.i18n import _
from webapp.messages.forms import WishesForm
from webapp.messages.outline import outline
from webapp.security import without_token
from webapp.toasts import toast

bp = Blueprint("messages", __name__)

_ALL = "alle"


@bp.get("/berichten")
@signed_in
def index() -> str:
    """List my mails, and what I want to be mailed."""
    graph, user_id = current_graph(), signed_in_user().id
    mine = preferences.get(graph, user_id=user_id)
    return render_template(
        "messages/index.html",
        lines=messages.list_for_user(graph, user_id=user_id),
        wishes=mine,
        paused=mine is not None and mine.wishes.is_paused(today()),
    )


@bp.post("/berichten/aan-of-uit")
@signed_in
def switch() -> AnyResponse:
    """Switch one of my mails about one network on or off."""
    wanted = request.form.get("wanted") == "ja"
    kind = request.form.get("kind")
    if kind not in {MessageKind.DIGEST, MessageKind.HEALTH}:
        abort(400)
    stop = Stop(
        kind=MessageKind(kind),
        user_id=signed_in_user().id,
        network_id=request.form.get("network_id", ""),
    )
    toast(_switched(_switch(stop, wanted=wanted), wanted=wanted))
    return redirect(url_for("messages.index"), 303)


@bp.get("/berichten/voorkeuren")
@signed_in
def show_wishes() -> str:
    """Ask how and when I want my mails."""
    return render_template("messages/wishes.html", form=WishesForm.of(_my_wishes()))


@bp.post("/berichten/voorkeuren")
@signed_in
def set_wishes() -> ResponseReturnValue:
    """Keep how and when I want my mails."""
    _my_wishes()
    form = WishesForm()
    if not form.validate():
        return render_template("messages/wishes.html", form=form), 422
    preferences.set_wishes(
        current_graph(), user_id=signed_in_user().id, wishes=form.wishes(), now=now()
    )
    toast(_("Je voorkeuren voor mail zijn bewaard."))
    return redirect(url_for("messages.index"), 303)


@bp.get("/berichten/voorbeeld")
@signed_in
def preview() -> str:
    """Show the digest as it would be now, of one of my networks or of all."""
    wishes, network_id = _asked_preview()
    draft = _draft(wishes, network_id)
    why_not = draft if isinstance(draft, MessageReason) else None
    shown = _draft(wishes, network_id, anyway=True) if isinstance(draft, MessageReason) else draft
    if isinstance(shown, MessageReason):
        abort(404)
    content = render(shown.letter, mail=shown.folder)
    return render_template(
        "messages/preview.html",
        subject=content.subject,
        parts=outline(content.text),
        has_picture=content.png is not None,
        wishes=wishes,
        network_id=network_id,
        why_not=why_not,
    )


@bp.get("/berichten/voorbeeld/netwerk.png")
@signed_in
def preview_picture() -> Response:
    """Give the picture in the digest as it would be now."""
    draft = _draft(*_asked_preview(), anyway=True)
    if isinstance(draft, MessageReason) or draft.letter.picture is None:
        abort(404)
    return Response(draft.letter.picture.png, mimetype="image/png")


@bp.post("/berichten/test")
@signed_in
def send_test() -> AnyResponse:
    """Mail me the digest as it is now; it counts as nothing. One a minute is plenty."""
    wishes, network_id = _asked_preview()
    moment = now()
    new = trial(wishes.user_id, network_id, id=f"{moment:%Y%m%dT%H%M}", now=moment)
    current_graph().transact(lambda tx: messages.create(tx, new=[new], now=moment))
    send_message.enqueue(new.key)
    toast(_("De testmail is onderweg naar %(email)s.", email=wishes.email))
    return redirect(url_for("messages.index"), 303)


@bp.post("/berichten/hervat")
@signed_in
def resume() -> AnyResponse:
    """Mail me again: my address is right."""
    bounces.resume(current_graph(), user_id=signed_in_user().id, now=now())
    toast(_("We sturen je weer mail."))
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


def _asked_preview() -> tuple[Preferences, str | None]:
    """Return who asks, and of which network: the one named, else what I get now."""
    mine = preferences.get(current_graph(), user_id=signed_in_user().id)
    if mine is None:
        abort(404)
    closest = max(mine.networks, key=lambda each: list(Role).index(each.role))
    usual = _ALL if mine.wishes.combined else closest.network_id
    network_id = request.values.get("netwerk", usual)
    if network_id == _ALL:
        return mine, None
    if mine.network(network_id) is None:
        abort(404)
    return mine, network_id


def _draft(
    wishes: Preferences, network_id: str | None, *, anyway: bool = False
) -> Draft | MessageReason:
    settings = current_settings()
    desk = Desk(graph=current_graph(), base_url=settings.base_url, secret_key=settings.secret_key)
    return draft_digest(desk, wishes, network_id=network_id, now=now(), anyway=anyway)


def _my_wishes() -> Wishes:
    """Return my wishes; who is in no network has nothing to wish for."""
    mine = preferences.get(current_graph(), user_id=signed_in_user().id)
    if mine is None:
        abort(404)
    return mine.wishes


def _switch(stop: Stop, *, wanted: bool) -> str:
    """Switch a mail and return what it is called. Raises NotFoundError."""
    graph, user_id = current_graph(), stop.user_id
    match stop:
        case Stop(kind=MessageKind.HEALTH, network_id=str(network_id)):
            preferences.set_summary(graph, user_id=user_id, network_id=network_id, wanted=wanted)
        case Stop(network_id=str(network_id)):
            preferences.set_digest(graph, user_id=user_id, network_id=network_id, wanted=wanted)
        case _:
            preferences.switch(graph, user_id=user_id, kind=stop.kind, wanted=wanted, now=now())
    return _name(stop)


def _name(stop: Stop) -> str:
    wishes = preferences.get(current_graph(), user_id=stop.user_id)
    if wishes is None:
        abort(404)
    if stop.network_id is None:
        is_digest = stop.kind is MessageKind.DIGEST
        return _("de weekmail") if is_digest else _("je herinneringen")
    if (network := wishes.network(stop.network_id)) is None:
        abort(404)
    if stop.kind is MessageKind.HEALTH:
        return _("het maandbericht van %(network)s", network=network.name)
    return _("de weekmail van %(network)s", network=network.name)


def _switched(name: str, *, wanted: bool) -> str:
    if wanted:
        return _("Je krijgt %(name)s weer.", name=name)
    return _("Je krijgt %(name)s niet meer.", name=name)
