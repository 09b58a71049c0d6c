"""Send what the ledger holds: claim, write, deliver, mark; each mail once in effect."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage

import structlog

from graph.domain.messages import ACCESS, Claim, Outcome, closed, failed, put_off, sent, skipped
from graph.domain.postal import mail_day
from graph.domain.words import MessageKind, MessageReason
from graph.errors import UnavailableError
from graph.repositories import backups, messages
from tasks.mail.transport import BusyError, CutOffError, Deliver, RefusedError
from tasks.posting import Post, write

log = structlog.stdlib.get_logger(__name__)

_BETWEEN_MARKS = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """Where mail leaves, the clock it goes by, and whether it keeps to the hours of mail."""

    post: Post
    deliver: Deliver
    clock: Callable[[], datetime]
    any_hour: bool = False


def send(delivery: Delivery, key: str) -> Outcome | None:
    """Send the mail with this key; None when it is not ours to send, or nobody knows.

    Safe to run twice at once: only one gets the claim. When the connection broke while the
    server was taking the mail it stays claimed, so that its lease ends and it is sent once more.
    """
    graph, now = delivery.post.graph, delivery.clock()
    claim = graph.transact(lambda tx: messages.claim(tx, key=key, now=now))
    if claim is None:
        return None
    if _may_have_left(delivery, claim):
        return _settle(delivery, claim, skipped(MessageReason.RESTORED))
    if _may_leave(delivery, claim.message.kind, now):
        return send_claimed(delivery, claim)
    return _settle(delivery, claim, closed(now))


def send_claimed(delivery: Delivery, claim: Claim) -> Outcome | None:
    """Send a mail that is held, and mark what became of it."""
    return _settle(delivery, claim, _attempt(delivery, claim))


def _may_have_left(delivery: Delivery, claim: Claim) -> bool:
    """Tell whether a backup was put back since it was due: then the ledger lost what was sent."""
    restore = backups.last_restore(delivery.post.graph)
    return restore is not None and claim.message.not_before <= restore.at


def _may_leave(delivery: Delivery, kind: MessageKind, now: datetime) -> bool:
    """Tell whether it is no hour of rest; who asks for a mail now may have it at night."""
    asked_for = delivery.any_hour or kind is MessageKind.TEST or kind in ACCESS
    return asked_for or mail_day(now) is not None


def _settle(delivery: Delivery, claim: Claim, outcome: Outcome | None) -> Outcome | None:
    if outcome is None or not _mark(delivery, claim, outcome):
        log.warning("mail_unknown", key=claim.message.key)
        return None
    log.info("mail", key=claim.message.key, state=outcome.state, reason=outcome.reason)
    return outcome


def _attempt(delivery: Delivery, claim: Claim) -> Outcome | None:
    now = delivery.clock()
    try:
        mail = write(delivery.post, claim.message, now=now)
        if isinstance(mail, MessageReason):
            return skipped(mail)
        # Writing took long: by now somebody else may have it.
        if not _begins(delivery, claim):
            return None
    except UnavailableError:
        return put_off(claim.message, now)
    except Exception:
        # Whatever is wrong with this mail, it must not be tried for ever, nor stop another.
        log.exception("mail_broken", key=claim.message.key)
        return failed(MessageReason.BROKEN)
    return _hand_over(delivery, claim, mail)


def _begins(delivery: Delivery, claim: Claim) -> bool:
    now = delivery.clock()
    return delivery.post.graph.transact(lambda tx: messages.hand_over(tx, claim=claim, now=now))


def _hand_over(delivery: Delivery, claim: Claim, mail: EmailMessage) -> Outcome | None:
    try:
        delivery.deliver(mail)
    except RefusedError as error:
        log.warning("mail_refused", key=claim.message.key, answer=str(error))
        return failed(MessageReason.REFUSED)
    except BusyError as error:
        log.warning("mail_put_off", key=claim.message.key, answer=str(error))
        return put_off(claim.message, delivery.clock())
    except CutOffError:
        return None
    return sent(str(mail["Subject"]))


def _mark(delivery: Delivery, claim: Claim, outcome: Outcome) -> bool:
    """Keep trying until the lease ends: a mail that left and is not marked leaves again."""
    while True:
        now = delivery.clock()
        try:
            return delivery.post.graph.transact(
                lambda tx, now=now: messages.mark(tx, claim=claim, outcome=outcome, now=now)
            )
        except UnavailableError:
            if now >= claim.lease_until:
                raise
            time.sleep(_BETWEEN_MARKS)
