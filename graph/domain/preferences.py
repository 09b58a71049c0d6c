"""Which mails a user wants, and which of them are due."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from graph.domain import messages
from graph.domain.messages import NewMessage
from graph.domain.postal import Due, Frequency, digest_due, leaves_at, mail_day, summary_due
from graph.domain.words import MessageReason, Role

WEEKDAYS = 5
"""Mail leaves on working days only: a user chooses 0 (Monday) to 4."""


class ReminderWish(StrEnum):
    """How somebody wants to be reminded: one mail a day, one for each thing, or never."""

    DAILY = "daily"
    AT_ONCE = "at_once"
    OFF = "off"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What a user may choose; ``combined`` is one digest of all networks."""

    digest: Frequency = Frequency.WEEKLY
    weekday: int = 0
    combined: bool = False
    paused_until: date | None = None
    reminders: ReminderWish = ReminderWish.DAILY

    @property
    def wants_digest(self) -> bool:
        """Return whether any digest may come."""
        return self.digest is not Frequency.OFF

    def digest_due(self, today: date) -> Due | None:
        """Return the newest digest that is due by ``today``."""
        return digest_due(self.digest, self.weekday, today, paused_until=self.paused_until)

    def is_paused(self, today: date) -> bool:
        """Return whether no mail may come on ``today``."""
        return self.paused_until is not None and today < self.paused_until


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkPreference:
    """Whether a member wants the digest and, as a regisseur, the monthly summary of a network."""

    network_id: str
    slug: str
    name: str
    role: Role
    digest: bool
    summary: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """What a user, who may enter at least one network, wants to be mailed.

    ``bounced_at`` is set while mail to this address comes back.
    """

    user_id: str
    name: str
    email: str
    wishes: Wishes
    bounced_at: datetime | None
    networks: tuple[NetworkPreference, ...]

    def network(self, network_id: str) -> NetworkPreference | None:
        """Return the network as the user has it; None for who is no member."""
        return next((each for each in self.networks if each.network_id == network_id), None)

    def reason_to_wait(self, today: date) -> MessageReason | None:
        """Return why nothing at all may leave for this user; None when it may."""
        if self.bounced_at:
            return MessageReason.BOUNCING
        return MessageReason.PAUSED if self.wishes.is_paused(today) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscriber:
    """A member of a network with what they want; ``since`` when both hold."""

    user_id: str
    network_id: str
    digest: bool
    summary: bool
    wishes: Wishes
    since: datetime


def plan(subscribers: Iterable[Subscriber], now: datetime) -> list[NewMessage]:
    """Return the mails that must stand in the ledger by ``now``; none while no mail may leave.

    Who became a member or changed their wishes after a mail was due waits for the next one.
    """
    today = mail_day(now)
    if today is None:
        return []
    planned = {
        message.key: replace(message, not_before=max(leaves_at(today, each.user_id), now))
        for each in subscribers
        for message in _due(each, today)
        if message.not_before >= each.since
    }
    return list(planned.values())


def hear_at_once(subscribers: Iterable[Subscriber], now: datetime) -> list[str]:
    """Return the users who want a mail for each thing, and may have one now."""
    today = mail_day(now)
    if today is None:
        return []
    wanted = (
        each.user_id
        for each in subscribers
        if each.wishes.reminders is ReminderWish.AT_ONCE and not each.wishes.is_paused(today)
    )
    return list(dict.fromkeys(wanted))


def _due(each: Subscriber, today: date) -> Iterator[NewMessage]:
    wishes = each.wishes
    if each.digest and (due := wishes.digest_due(today)):
        yield messages.digest(each.user_id, None if wishes.combined else each.network_id, due)
    if each.summary and (due := summary_due(today, paused_until=wishes.paused_until)):
        yield messages.summary(each.user_id, each.network_id, due)
    if wishes.reminders is ReminderWish.DAILY and not wishes.is_paused(today):
        yield messages.reminders(each.user_id, today)
