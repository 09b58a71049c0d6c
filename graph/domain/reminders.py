"""Reminders: what became due, and which ties became cold, since the reader last heard of it.

Each thing is told once: an action on its day, a tie when it passes its rhythm and again when it
passes it twice. The digest of Monday retells what is still late.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from graph.domain.calendar import local_day
from graph.domain.digests import Action, Block, ColdTie, block
from graph.domain.followups import FollowUp
from graph.domain.preferences import NetworkPreference, Preferences, ReminderWish
from graph.domain.words import MessageReason, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkReminders:
    """What one network reminds somebody of."""

    slug: str
    name: str
    actions: Block[Action]
    cooling: Block[ColdTie]

    @property
    def total(self) -> int:
        """How many things there are to tell."""
        return self.actions.total + self.cooling.total


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminders:
    """What one mail reminds of, by network; those with nothing to tell are left out."""

    networks: tuple[NetworkReminders, ...]

    @property
    def actions(self) -> int:
        """How many actions are due."""
        return sum(each.actions.total for each in self.networks)

    @property
    def cooling(self) -> int:
        """How many ties cooled off."""
        return sum(each.cooling.total for each in self.networks)


def networks_to_tell(preferences: Preferences, day: date) -> list[NetworkPreference]:
    """The networks that a mail of ``day`` tells of: on its day the digest does so itself."""
    due = preferences.wishes.digest_due(day)
    has_digest = due is not None and due.day == day
    return [each for each in preferences.networks if not (has_digest and each.digest)]


def reason_to_skip(
    preferences: Preferences, told: Sequence[NetworkPreference]
) -> MessageReason | None:
    """Why there is nothing to look for; None when there may be."""
    if preferences.wishes.reminders is ReminderWish.OFF:
        return MessageReason.SWITCHED_OFF
    return None if told else MessageReason.IN_DIGEST


def hears_of_ties(preference: NetworkPreference) -> bool:
    """Whether cold ties are up to this member: the regisseur holds the network together."""
    return preference.role is Role.REGISSEUR


def remind(
    preference: NetworkPreference,
    *,
    followups: Iterable[FollowUp],
    ties: Iterable[ColdTie],
    since: datetime | None,
    today: date,
) -> NetworkReminders:
    """Choose what is new: due after ``since`` and by ``today``; newly cold. None tells all due."""
    heard_on = local_day(since) if since else date.min
    return NetworkReminders(
        slug=preference.slug,
        name=preference.name,
        actions=block(
            Action.of(each, today) for each in followups if heard_on < each.due_on <= today
        ),
        cooling=block(tie for tie in ties if tie.is_new),
    )
