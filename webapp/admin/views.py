"""What looks after the whole installation."""

from datetime import timedelta

from flask import Blueprint, redirect, render_template, url_for
from redis.exceptions import RedisError
from werkzeug.wrappers import Response

from graph.domain.accounts import AccountState
from graph.domain.changes import INSTALLATION, Change
from graph.errors import AlreadyExistsError
from graph.identity import new_id
from graph.repositories import (
    accounts,
    changes,
    invitations,
    members,
    messages,
    networks,
    visits,
)
from graph.repositories.changes import LogFilter
from tasks.broker import waiting
from tasks.messages import send_message
from tasks.removals import remove as remove_later
from tasks.worker import QUEUES
from webapp.access import admin_only
from webapp.admin.forms import NetworkForm, RemovalForm
from webapp.auth.session import signed_in_user
from webapp.changes.fields import differences
from webapp.changes.lines import line_of
from webapp.changes.reading import Entry, by_day
from webapp.clock import now
from webapp.context import author, current_broker, current_graph
from webapp.i18n import _
from webapp.invitations.sending import send
from webapp.paging import Paging, page_number
from webapp.toasts import toast

bp = Blueprint("admin", __name__, url_prefix="/beheer")

_RECENT = timedelta(days=30)
_PAGE_SIZE = 50

Answer = str | Response | tuple[str, int]


@bp.get("")
@admin_only
def show() -> str:
    """List the networks, and lead to accounts, mail and log."""
    graph = current_graph()
    return render_template(
        "admin/show.html",
        networks=networks.list_all(graph, archived=True),
        accounts=accounts.find(graph, limit=1).total,
        invited=accounts.find(graph, state=AccountState.INVITED, limit=1).total,
    )


@bp.get("/netwerken/nieuw")
@admin_only
def new_network() -> str:
    """Ask for a new network."""
    return render_template("admin/new_network.html", form=NetworkForm())


@bp.post("/netwerken/nieuw")
@admin_only
def create_network() -> Answer:
    """Make a network, and invite its first regisseur."""
    form, network_id = NetworkForm(), new_id()
    if not form.validate():
        return render_template("admin/new_network.html", form=form), 422
    try:
        networks.found_network(
            current_graph(),
            network_id=network_id,
            slug=form.slug.data or "",
            name=" ".join((form.title.data or "").split()),
            places=form.names,
            by=author(),
            now=now(),
        )
    except AlreadyExistsError:
        form.slug.errors = [_("Een ander netwerk heeft deze korte naam al. Kies een andere.")]
        return render_template("admin/new_network.html", form=form), 422
    send(network_id, form.regisseur())
    toast(_("Het netwerk is klaar. De regisseur krijgt een uitnodiging per mail."))
    return redirect(url_for(".show_network", network_id=network_id), 303)


@bp.get("/netwerken/<network_id>")
@admin_only
def show_network(network_id: str) -> str:
    """Show who works in a network and what can be done with it; not what stands in it."""
    return _network_page(network_id, RemovalForm())


@bp.post("/netwerken/<network_id>/archief")
@admin_only
def archive_network(network_id: str) -> Response:
    """Close a network for its members."""
    networks.set_archived(
        current_graph(), network_id=network_id, archived=True, by=author(), now=now()
    )
    undo = url_for(".restore_network", network_id=network_id)
    toast(_("Het netwerk staat in het archief. Niemand komt er nog in."), undo=undo)
    return redirect(url_for(".show_network", network_id=network_id), 303)


@bp.post("/netwerken/<network_id>/terug")
@admin_only
def restore_network(network_id: str) -> Response:
    """Open a network again."""
    networks.set_archived(
        current_graph(), network_id=network_id, archived=False, by=author(), now=now()
    )
    toast(_("Het netwerk is weer open."))
    return redirect(url_for(".show_network", network_id=network_id), 303)


@bp.post("/netwerken/<network_id>/voorgoed-weg")
@admin_only
def remove_for_good(network_id: str) -> Answer:
    """Have a network removed that stood in the archive long enough."""
    form = RemovalForm()
    form.wanted = networks.get(current_graph(), network_id=network_id).name
    if not form.validate():
        return _network_page(network_id, form), 422
    networks.start_removal(current_graph(), network_id=network_id, by=author(), now=now())
    remove_later.enqueue(network_id)
    toast(_("Het netwerk wordt verwijderd. Dat kan een paar minuten duren."))
    return redirect(url_for(".show"), 303)


@bp.post("/netwerken/<network_id>/verwijderen")
@admin_only
def remove_network(network_id: str) -> Response:
    """Remove a fictitious network with all that stands in it."""
    networks.remove(current_graph(), network_id=network_id)
    toast(_("Het netwerk is verwijderd."))
    return redirect(url_for("admin.show"), 303)


@bp.get("/logboek")
@admin_only
def log() -> str:
    """Tell what was done with accounts and networks; a network has a log of its own."""
    number = page_number()
    found = changes.find(
        current_graph(),
        network_id=INSTALLATION,
        chosen=LogFilter(),
        skip=(number - 1) * _PAGE_SIZE,
        limit=_PAGE_SIZE,
    )
    return render_template(
        "admin/log.html",
        days=by_day(map(_entry, found.items)),
        paging=Paging(total=found.total, number=number, size=_PAGE_SIZE),
    )


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


def _network_page(network_id: str, form: RemovalForm) -> str:
    graph, me = current_graph(), signed_in_user()
    network = networks.get(graph, network_id=network_id)
    return render_template(
        "admin/network.html",
        network=network,
        form=form,
        members=members.list_all(graph, network_id=network_id),
        invitations=invitations.list_open(graph, network_id=network_id),
        visit=visits.find(graph, user_id=me.id, slug=network.slug, now=now()),
        is_member=me.network(network.slug) is not None,
        now=now(),
    )


def _entry(change: Change) -> Entry:
    """Return a line of the log of the installation, with a link to what is still there."""
    is_person = change.kind == "User"
    url = url_for("accounts.show", user_id=change.subject_id) if is_person else None
    told = differences(change.kind, change.before, change.after, {})
    line = line_of(change, url, word=_("Account") if is_person else "")
    return Entry(line=line, differences=told)


def _queues() -> list[tuple[str, int | None]]:
    """Return how many jobs wait in each queue; None when the broker is away."""
    broker = current_broker()
    try:
        return [(queue, waiting(broker, queue)) for queue in QUEUES]
    except RedisError:
        return [(queue, None) for queue in QUEUES]
