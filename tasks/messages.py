"""The jobs that mail: make what is due, sweep up what waits, send one."""

from collections.abc import Callable
from datetime import UTC, datetime

import structlog

from graph.domain.messages import mail_day, monday_of, opening
from graph.errors import NotFoundError
from graph.repositories import messages
from tasks.delivery import Delivery, send
from tasks.mail.transport import Deliver, by_smtp, into_folder
from tasks.posting import Post
from tasks.settings import TaskSettings
from tasks.worker import BULK, job, open_graph, task_settings

log = structlog.stdlib.get_logger(__name__)


@job()
def sweep() -> None:
    """Hand each mail that is due, or whose sender was cut off, to a worker.

    Twice is safe: a mail that is handed out twice is claimed once.
    """
    for key in messages.list_due(open_graph(), now=_now()):
        send_message.enqueue(key)


@job()
def send_message(key: str) -> None:
    """Send one mail. Twice is safe: the ledger lets one sender at a time have it, and once."""
    try:
        send(current_delivery(), key)
    except NotFoundError:
        # Its user or its network was removed while it waited; then there is nobody to tell.
        log.info("mail_gone", key=key)


@job(queue=BULK)
def create_digests() -> None:
    """Write this week's digests in the ledger, from Monday 08:30 on; late is better than never.

    Twice is safe: a member has one key a week. Who joined since waits for the next Monday.
    """
    graph, now = open_graph(), _now()
    if (today := mail_day(now)) is None:
        return
    monday = monday_of(today)
    for user_id, network_id in messages.digest_recipients(
        graph, monday=monday, member_at=opening(monday)
    ):
        _each(
            lambda user_id=user_id, network_id=network_id: graph.transact(
                lambda tx: messages.create_digest(
                    tx,
                    user_id=user_id,
                    network_id=network_id,
                    monday=monday,
                    not_before=now,
                    now=now,
                )
            ),
            user_id=user_id,
        )


@job(queue=BULK)
def create_reminders() -> None:
    """Write today's reminders in the ledger, on working days from 08:30 on.

    Twice is safe: a user has one key a day.
    """
    graph, now = open_graph(), _now()
    if (today := mail_day(now)) is None:
        return
    for user_id in messages.reminder_recipients(graph, day=today, member_at=opening(today)):
        _each(
            lambda user_id=user_id: graph.transact(
                lambda tx: messages.create_reminders(
                    tx, user_id=user_id, day=today, not_before=now, now=now
                )
            ),
            user_id=user_id,
        )


def current_delivery() -> Delivery:
    """Return how mail leaves this process."""
    settings = task_settings()
    return Delivery(
        post=Post(graph=open_graph(), settings=settings),
        deliver=transport(settings),
        clock=_now,
    )


def transport(settings: TaskSettings) -> Deliver:
    """Return the mail server when there is one, else the folder that holds the mails."""
    return by_smtp(settings.smtp) if settings.smtp else into_folder(settings.mail_dir)


def _each(make: Callable[[], object], *, user_id: str) -> None:
    try:
        make()
    except NotFoundError:
        # Removed between the list and the ledger: the others still get theirs.
        log.info("mail_recipient_gone", user_id=user_id)


def _now() -> datetime:
    return datetime.now(UTC)
