"""A message: one mail to one user, from the moment it is due until we know what became of it.

The ledger makes sending happen once in effect: a unique key, one holder of the token at a time.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum, auto

from graph.domain.calendar import local_day
from graph.domain.postal import Due, leaves_at, next_opening
from graph.domain.tokens import NewToken
from graph.domain.words import MessageKind, MessageReason, MessageState

# The time limit of a job that sends, and half a minute: a slow sender never overlaps the next.
# Counted again from the moment that the mail is handed over.
LEASE = timedelta(seconds=90)

ACCESS = frozenset({MessageKind.RESET, MessageKind.INVITE, MessageKind.ADDRESS})
"""Mail that carries a token: somebody asked for it, so no hour, pause or bounce holds it back."""

OVERDUE_AFTER = timedelta(minutes=10)
"""A mail that should have left so long ago means that something does not work."""

# Four hours in all, and then the mail has failed.
_BACK_OFF = tuple(timedelta(minutes=minutes) for minutes in (1, 2, 4, 8, 15, 30, 60, 60, 60))

_HAND_OVERS = 2
"""A mail that was cut off while the server took it is handed over once more."""


_ATTEMPTS = 25
"""A mail of which so many senders died is itself what kills them."""


class Turn(Enum):
    """What a sender that holds the lock on a message must do."""

    SEND = auto()
    GIVE_UP = auto()
    LEAVE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class NewMessage:
    """A mail that is to leave: what makes it the one it is, and when."""

    key: str
    kind: MessageKind
    user_id: str
    network_id: str | None = None
    about_id: str | None = None
    period_start: date
    not_before: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One line of the ledger.

    ``attempts`` counts claims, ``interruptions`` hand-overs to the mail server of which nobody
    knows the end. ``network_id`` is None for mail that tells of all networks of a user.
    ``period_start`` is the first day of what a digest tells, or the day of reminders;
    ``about_id`` is what one reminder is about.
    """

    id: str
    key: str
    kind: MessageKind
    state: MessageState
    reason: MessageReason | None
    user_id: str
    network_id: str | None
    about_id: str | None
    period_start: date
    not_before: datetime
    lease_until: datetime | None
    attempts: int
    interruptions: int
    subject: str
    sent_at: datetime | None

    def turn(self, now: datetime) -> Turn:
        """Return what to do with it now.

        A sender that died before it handed the mail over is followed by the next; after two
        interrupted hand-overs, or a mail of which each sender dies, nobody sends it again.
        """
        match self.state:
            case MessageState.WAITING if self.not_before <= now:
                return Turn.SEND
            case MessageState.SENDING if self.lease_until is None or self.lease_until < now:
                return Turn.GIVE_UP if self._is_hopeless else Turn.SEND
            case _:
                return Turn.LEAVE

    @property
    def _is_hopeless(self) -> bool:
        return self.interruptions >= _HAND_OVERS or self.attempts >= _ATTEMPTS


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


def given_up(message: Message) -> Outcome:
    """Nobody sends it again: it may have arrived, or no sender came so far as to hand it over."""
    if message.interruptions:
        return Outcome(state=MessageState.UNCERTAIN, reason=MessageReason.INTERRUPTED)
    return failed(MessageReason.BROKEN)


def closed(now: datetime) -> Outcome:
    """No mail leaves at this hour: it waits for the next working day."""
    return Outcome(state=MessageState.WAITING, not_before=next_opening(now))


def put_off(message: Message, now: datetime) -> Outcome:
    """The mail server was busy or away: wait longer each time, for four hours in all.

    ``message`` is as it was before this attempt.
    """
    if message.attempts >= len(_BACK_OFF):
        return failed(MessageReason.UNREACHABLE)
    return Outcome(state=MessageState.WAITING, not_before=now + _BACK_OFF[message.attempts])


def digest(user_id: str, network_id: str | None, due: Due) -> NewMessage:
    """Return the digest of a period, of one network or of all: one to a user in each."""
    return NewMessage(
        key=f"digest:{user_id}:{network_id or 'all'}:{due.first_day}",
        kind=MessageKind.DIGEST,
        user_id=user_id,
        network_id=network_id,
        period_start=due.first_day,
        not_before=leaves_at(due.day, user_id),
    )


def summary(user_id: str, network_id: str, due: Due) -> NewMessage:
    """Return how a network stands, once a month to each regisseur who wants to know."""
    return NewMessage(
        key=f"health:{user_id}:{network_id}:{due.first_day}",
        kind=MessageKind.HEALTH,
        user_id=user_id,
        network_id=network_id,
        period_start=due.first_day,
        not_before=leaves_at(due.day, user_id),
    )


def reminders(user_id: str, day: date) -> NewMessage:
    """Return what to remind a user of on a day, in one mail."""
    return NewMessage(
        key=f"reminders:{user_id}:{day}",
        kind=MessageKind.REMINDERS,
        user_id=user_id,
        period_start=day,
        not_before=leaves_at(day, user_id),
    )


def reminder(user_id: str, network_id: str, about_id: str, day: date) -> NewMessage:
    """Return one reminder on its own; ``day`` is when what it is about asked for attention."""
    return NewMessage(
        key=f"reminder:{user_id}:{about_id}:{day}",
        kind=MessageKind.REMINDER,
        user_id=user_id,
        network_id=network_id,
        about_id=about_id,
        period_start=day,
        not_before=leaves_at(day, user_id),
    )


def access(token: NewToken, now: datetime) -> NewMessage:
    """Return the mail with the link of a token; it holds no text, so the link is made later."""
    return NewMessage(
        key=f"token:{token.id}",
        kind=MessageKind(token.kind),
        user_id=token.user_id,
        network_id=token.network_id,
        about_id=token.id,
        period_start=local_day(now),
        not_before=now,
    )


def trial(user_id: str, network_id: str | None, *, id: str, now: datetime) -> NewMessage:
    """Return the digest as it would be now, which counts as nothing."""
    return NewMessage(
        key=f"test:{user_id}:{network_id or 'all'}:{id}",
        kind=MessageKind.TEST,
        user_id=user_id,
        network_id=network_id,
        period_start=local_day(now),
        not_before=now,
    )
