"""Reminders: what asks for attention since the reader last heard of it.

Each thing is told once, on its own day: an action when it is due, a tie when it passes its rhythm
and again when it passes it twice, funding six and three months ahead. Who puts a reminder off
hears of it again on that day. Contact or work done meanwhile ends it: nothing else is stored.
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from graph.domain.calendar import local_day
from graph.domain.digests import Block, block
from graph.domain.energy import ContactState, EnergyFacts, measure
from graph.domain.followups import FollowUp, Term
from graph.domain.map import NetworkMap
from graph.domain.preferences import NetworkPreference
from graph.domain.words import FollowUpKind, Role

_AT_ONCE_LOOKS_BACK = timedelta(days=7)
_ENDING_MONTHS, _FUNDING_MONTHS, _VERIFY_MONTHS = 1, (6, 3), 12


class ReminderKind(StrEnum):
    """What a reminder is about."""

    ACTION = "action"
    AGREEMENT = "agreement"
    COLD = "cold"
    ENDING = "ending"
    FUNDING = "funding"
    UNVERIFIED = "unverified"
    BOUNCING = "bouncing"


IN_DIGEST = frozenset({ReminderKind.ACTION, ReminderKind.COLD})
"""What the digest tells as well: on its day these need no reminder."""

CONTACT_ENDS = frozenset({ReminderKind.ACTION, ReminderKind.AGREEMENT, ReminderKind.COLD})
"""What is over once somebody was spoken to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """One thing that asks for attention, from ``day`` on; no free text, no contact persons.

    ``on`` is the day that it is about: when it is due, ends or was last verified. ``silent`` is
    the number of days without contact.
    """

    kind: ReminderKind
    id: str
    name: str
    partners: tuple[str, ...] = ()
    day: date
    on: date | None = None
    step: FollowUpKind | None = None
    is_late: bool = False
    silent: int | None = None

    @property
    def about(self) -> str:
        """Return what stands in the ledger, and in a link, for this thing."""
        return f"{self.kind}-{self.id}"

    def topic(self, network_id: str) -> str:
        """Return what shares one mail: what is to be looked at comes together, not one by one."""
        is_check = self.kind is ReminderKind.UNVERIFIED
        return f"{self.kind}-{network_id}" if is_check else self.about


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkReminders:
    """What one network reminds somebody of."""

    network: NetworkPreference
    items: tuple[Reminder, ...]

    def of(self, *kinds: ReminderKind) -> Block[Reminder]:
        """Return those of some kinds, the first day first."""
        return block(each for each in self.items if each.kind in kinds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminders:
    """What one mail reminds of, by network; those with nothing to tell are left out."""

    networks: tuple[NetworkReminders, ...]

    def count(self, *kinds: ReminderKind) -> int:
        """Return how many there are of some kinds, in all networks."""
        return sum(each.of(*kinds).total for each in self.networks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """A running collaboration that has an end in sight, or money that has."""

    id: str
    name: str
    partners: tuple[str, ...]
    ended_on: date | None
    funded_until: tuple[date, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """When the reader last heard: by a reminder, or by a digest that told of this network."""

    by_reminder: datetime | None = None
    by_digest: datetime | None = None

    def of(self, kind: ReminderKind) -> date:
        """Return the day up to which a thing of this kind was told; the first mail tells all."""
        moments = [self.by_reminder, self.by_digest if kind in IN_DIGEST else None]
        heard = max(filter(None, moments), default=None)
        return local_day(heard) if heard else date.min


def hears_of_network(preference: NetworkPreference) -> bool:
    """Whether all that happens is up to this member: the regisseur holds the network together."""
    return preference.role is Role.REGISSEUR


def choose(
    found: Iterable[Reminder],
    *,
    heard: Heard,
    snoozed: Mapping[str, date],
    today: date,
    digest_tells: bool,
) -> tuple[Reminder, ...]:
    """Return what is new for a bundle of ``today``, the first day first.

    ``digest_tells`` is whether a digest of today tells the rest.
    """
    news = (
        each
        for each in _put_off(found, snoozed)
        if heard.of(each.kind) < each.day <= today
        and not (digest_tells and each.kind in IN_DIGEST)
    )
    return tuple(sorted(news, key=_by_day))


def choose_single(
    found: Iterable[Reminder], *, snoozed: Mapping[str, date], today: date
) -> list[Reminder]:
    """Return what a reader who wants a mail for each thing should have heard this week."""
    since = today - _AT_ONCE_LOOKS_BACK
    return sorted(
        (each for each in _put_off(found, snoozed) if since < each.day <= today), key=_by_day
    )


def of_followups(
    followups: Iterable[FollowUp], contacts: Mapping[str, date], today: date
) -> Iterator[Reminder]:
    """Remind of what is due; not to speak somebody who was spoken since that was agreed."""
    for each in followups:
        spoken = max((contacts.get(one.id, date.min) for one in each.about), default=date.min)
        if each.kind is FollowUpKind.SPEAK and spoken >= local_day(each.created_at):
            continue
        yield Reminder(
            kind=ReminderKind.AGREEMENT if each.is_agreement else ReminderKind.ACTION,
            id=each.id,
            name=each.owner.name if each.is_agreement else "",
            partners=tuple(reference.name for reference in each.about),
            day=each.due_on,
            on=each.due_on,
            step=each.kind,
            is_late=each.term(today) is Term.LATE,
        )


def of_ties(
    network_map: NetworkMap, facts: Mapping[str, EnergyFacts], today: date
) -> Iterator[Reminder]:
    """Remind of ties that are past their rhythm, since the day that they passed it."""
    names = {actor.id: actor.name for actor in network_map.actors}
    for tie in network_map.ties:
        if not tie.is_cold or tie.id not in facts:
            continue
        contact = measure(facts[tie.id], today).contact
        days = contact.days or 0
        rhythms = 2 if contact.state is ContactState.RED else 1
        passed = timedelta(days=days - rhythms * contact.rhythm_days - 1)
        partners = (names[id] for id in tie.partner_ids if id in names)
        yield Reminder(
            kind=ReminderKind.COLD,
            id=tie.id,
            name=tie.name,
            partners=tuple(sorted(partners, key=str.casefold)),
            day=today - passed,
            silent=days,
        )


def of_endings(endings: Iterable[Ending], today: date) -> Iterator[Reminder]:
    """Remind a month before a collaboration ends, six and three months before its money does."""
    for each in endings:
        if each.ended_on and each.ended_on >= today:
            yield _before(each, ReminderKind.ENDING, each.ended_on, _ENDING_MONTHS)
        for until in sorted({day for day in each.funded_until if day >= today}):
            ahead = [
                _before(each, ReminderKind.FUNDING, until, months) for months in _FUNDING_MONTHS
            ]
            yield max((one for one in ahead if one.day <= today), key=_by_day, default=ahead[0])


def of_unverified(verified: Iterable[tuple[str, str, date]]) -> Iterator[Reminder]:
    """Remind of partners (id, name, last verified on) that nobody looked at for a year."""
    for id, name, on in verified:
        yield Reminder(
            kind=ReminderKind.UNVERIFIED,
            id=id,
            name=name,
            day=months_before(on, -_VERIFY_MONTHS),
            on=on,
        )


def of_bouncing(members: Iterable[tuple[str, str, datetime]]) -> Iterator[Reminder]:
    """Remind of colleagues (id, name, since when) whose mail comes back."""
    for id, name, since in members:
        day = local_day(since)
        yield Reminder(kind=ReminderKind.BOUNCING, id=id, name=name, day=day, on=day)


def months_before(day: date, months: int) -> date:
    """Return the day so many months earlier, or the last one of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def subject_ids(followups: Sequence[FollowUp]) -> list[str]:
    """Return the partners and collaborations that follow-ups are about, each once."""
    return list(dict.fromkeys(one.id for each in followups for one in each.about))


def _before(each: Ending, kind: ReminderKind, until: date, months: int) -> Reminder:
    return Reminder(
        kind=kind,
        id=each.id,
        name=each.name,
        partners=each.partners,
        day=months_before(until, months),
        on=until,
    )


def _put_off(found: Iterable[Reminder], snoozed: Mapping[str, date]) -> Iterator[Reminder]:
    for each in found:
        yield replace(each, day=max(each.day, snoozed.get(each.about, each.day)))


def _by_day(each: Reminder) -> tuple[date, str]:
    return each.day, each.name.casefold()
