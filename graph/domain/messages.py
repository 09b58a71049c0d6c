"""A message: one mail to one user, from the moment it is due until we know what became of it.

The ledger makes sending happen once in effect: a unique key, one holder of the token at a time.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum, auto
from zoneinfo import ZoneInfo

from graph.domain.calendar import TIMEZONE, local_moment
from graph.domain.words import MessageKind, MessageReason, MessageState

# The time limit of a job that sends, and half a minute: a slow sender never overlaps the next.
LEASE = timedelta(seconds=90)

# Four hours in all, and then the mail has failed.
_BACK_OFF = tuple(timedelta(minutes=minutes) for minutes in (1, 2, 4, 8, 15, 30, 60, 60, 60))

_OPENS, _CLOSES = time(8, 30), time(18)
_SATURDAY = 5


class Turn(Enum):
    """What a sender that holds the lock on a message must do."""

    SEND = auto()
    GIVE_UP = auto()
    LEAVE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One line of the ledger. ``attempts`` counts claims, ``interruptions`` senders that died.

    ``network_id`` is None for reminders, which tell of all networks of a user. ``period_start``
    is the Monday of a digest, or the day of reminders.
    """

    id: str
    key: str
    kind: MessageKind
    state: MessageState
    reason: MessageReason | None
    user_id: str
    network_id: str | None
    period_start: date
    not_before: datetime
    lease_until: datetime | None
    attempts: int
    interruptions: int
    subject: str
    sent_at: datetime | None

    def turn(self, now: datetime) -> Turn:
        """Return what to do with it now: after one interruption it is sent again, then never."""
        match self.state:
            case MessageState.WAITING if self.not_before <= now:
                return Turn.SEND
            case MessageState.SENDING if self.lease_until is None or self.lease_until < now:
                return Turn.GIVE_UP if self.interruptions else Turn.SEND
            case _:
                return Turn.LEAVE


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """The right to send one message until ``lease_until``; only the holder of ``token`` marks."""

    message: Message
    token: str
    lease_until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a claimed message; ``not_before`` is when a waiting one is due again."""

    state: MessageState
    reason: MessageReason | None = None
    subject: str = ""
    not_before: datetime | None = None


def sent(subject: str) -> Outcome:
    """The mail server took it, or it lies in its folder."""
    return Outcome(state=MessageState.SENT, subject=subject)


def skipped(reason: MessageReason) -> Outcome:
    """It is better not sent."""
    return Outcome(state=MessageState.SKIPPED, reason=reason)


def failed(reason: MessageReason) -> Outcome:
    """It cannot be sent, and somebody should look."""
    return Outcome(state=MessageState.FAILED, reason=reason)


def put_off(message: Message, now: datetime) -> Outcome:
    """The mail server was busy or away: wait longer each time, for four hours in all.

    ``message`` is as it was before this attempt.
    """
    if message.attempts >= len(_BACK_OFF):
        return failed(MessageReason.UNREACHABLE)
    return Outcome(state=MessageState.WAITING, not_before=now + _BACK_OFF[message.attempts])


def digest_key(user_id: str, network_id: str, monday: date) -> str:
    """Return the key that one user has one digest of a network a week."""
    return f"digest:{user_id}:{network_id}:{monday}"


def reminders_key(user_id: str, day: date) -> str:
    """Return the key that one user has one mail with reminders a day."""
    return f"reminders:{user_id}:{day}"


def monday_of(day: date) -> date:
    """Return the first day of the week of ``day``."""
    return day - timedelta(days=day.weekday())


def opening(day: date) -> datetime:
    """Return the moment from which the mails of ``day`` may leave: 08:30 in the Netherlands."""
    return local_moment(day, _OPENS)


def mail_day(now: datetime) -> date | None:
    """Return the day if mail may leave now: on working days from 08:30 to 18:00."""
    local = now.astimezone(ZoneInfo(TIMEZONE))
    open_now = local.weekday() < _SATURDAY and _OPENS <= local.time() < _CLOSES
    return local.date() if open_now else None
