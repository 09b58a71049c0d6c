"""What looks after the whole installation."""

from datetime import timedelta

from flask import Blueprint, redirect, render_template, url_for
from redis.exceptions import RedisError
from werkzeug.wrappers import Response

from graph.repositories import messages, networks, users
from tasks.broker import waiting
from tasks.messages import send_message
from tasks.worker import QUEUES
from webapp.access import admin_only
from webapp.clock import now
from webapp.context import current_broker, current_graph
from webapp.i18n import _
from webapp.toasts import toast

bp = Blueprint("admin", __name__, url_prefix="/beheer")

_RECENT = timedelta(days=30)


@bp.get("")
@admin_only
def show() -> str:
    """List the accounts and networks."""
    graph = current_graph()
    return render_template(
        "admin/show.html",
        networks=networks.list_all(graph),
        accounts=users.list_accounts(graph),
    )


@bp.post("/netwerken/<network_id>/verwijderen")
@admin_only
def remove_network(network_id: str) -> Response:
    """Remove a fictitious network with all that stands in it."""
    networks.remove(current_graph(), network_id=network_id)
    toast(_("Het netwerk is verwijderd."))
    return redirect(url_for("admin.show"), 303)


@bp.get("/mail")
@admin_only
def show_mail() -> str:
    """Show what waits, what left this month, and what went wrong; never what a mail says."""
    graph = current_graph()
    return render_template(
        "admin/mail.html",
        troubled=messages.list_troubled(graph, now=now()),
        standings=messages.standings(graph, since=now() - _RECENT),
        queues=_queues(),
    )


@bp.post("/mail/<message_id>/opnieuw")
@admin_only
def retry_mail(message_id: str) -> Response:
    """Let a mail that ended badly leave again."""
    key = messages.retry(current_graph(), message_id=message_id, now=now())
    send_message.enqueue(key)
    toast(_("De mail wordt opnieuw verstuurd."))
    return redirect(url_for("admin.show_mail"), 303)


def _queues() -> list[tuple[str, int | None]]:
    """Return how many jobs wait in each queue; None when the broker is away."""
    broker = current_broker()
    try:
        return [(queue, waiting(broker, queue)) for queue in QUEUES]
    except RedisError:
        return [(queue, None) for queue in QUEUES]
