"""The jobs that mail: make what is due, sweep up what waits, send one."""

from datetime import UTC, datetime

import structlog

from graph.database import Graph
from graph.domain.preferences import hear_at_once, plan
from graph.errors import NotFoundError
from graph.repositories import messages, preferences, reminders
from tasks.broker import connect_broker, waiting
from tasks.delivery import Delivery, send
from tasks.mail.transport import Deliver, by_smtp, into_folder
from tasks.posting import Post
from tasks.settings import TaskSettings
from tasks.worker import BULK, MAIL, job, open_graph, task_settings

log = structlog.stdlib.get_logger(__name__)

_WORK_ENOUGH = 500
"""More jobs than this in the queue, and the next sweep hands out what is due."""


@job()
def sweep() -> None:
    """Hand each mail that is due, or whose sender was cut off, to a worker.

    Twice is safe: a mail that is handed out twice is claimed once.
    """
    with connect_broker(task_settings().redis_url) as broker:
        if waiting(broker, MAIL) > _WORK_ENOUGH:
            return
    for key in messages.list_due(open_graph(), now=_now()):
        if not send_message.enqueue(key):
            return


@job()
def send_message(key: str) -> None:
    """Send one mail. Twice is safe: the ledger lets one sender at a time have it, and once."""
    try:
        send(current_delivery(), key)
    except NotFoundError:
        # Its user or its network was removed while it waited; then there is nobody to tell.
        log.info("mail_gone", key=key)


@job(queue=BULK)
def create_messages() -> None:
    """Write in the ledger what is due: digests, summaries, reminders; late is better than never.

    Twice is safe: each has one key. What leaves at 08:30 stands there from eight o'clock on.
    """
    graph, now = open_graph(), _now()
    subscribers = preferences.list_subscribers(graph)
    made = messages.create_missing(graph, new=plan(subscribers, now), now=now)
    for user_id in hear_at_once(subscribers, now):
        made += _create_single(graph, user_id, now)
    if made:
        log.info("mails_planned", made=made)


def _create_single(graph: Graph, user_id: str, now: datetime) -> int:
    try:
        wishes = preferences.get(graph, user_id=user_id)
        if wishes is None:
            return 0
        new = reminders.plan_single(graph, wishes=wishes, now=now)
        return messages.create_missing(graph, new=new, now=now)
    except Exception as error:  # noqa: BLE001 -- whatever is wrong, the others get theirs
        log.error("reminders_broken", user_id=user_id, error=type(error).__name__)  # noqa: TRY400
        return 0


def current_delivery() -> Delivery:
    """Return how mail leaves this process."""
    settings = task_settings()
    return Delivery(
        post=Post(graph=open_graph(), settings=settings),
        deliver=transport(settings),
        clock=_now,
        any_hour=settings.any_hour,
    )


def transport(settings: TaskSettings) -> Deliver:
    """Return the mail server when there is one, else the folder that holds the mails."""
    return by_smtp(settings.smtp) if settings.smtp else into_folder(settings.mail_dir)


def _now() -> datetime:
    return datetime.now(UTC)
