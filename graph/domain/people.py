"""Positions ("functies") at partners, and the people ("contactpersonen") who hold them.

A position outlives whoever holds it: agreements and moments stay with it. Of a person we keep
the name and how to reach them at work, and nothing else.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, Protocol

from graph.domain.folding import person_sort_name, search_text
from graph.domain.references import Reference


class HoldingProblem(StrEnum):
    """Why a person cannot start or stop holding a position on a day."""

    HOLDS_ALREADY = "holds_already"
    DOES_NOT_HOLD = "does_not_hold"
    BEFORE_START = "before_start"


class Reachable(Protocol):
    """What may have a mail address or a phone number."""

    @property
    def email(self) -> str:
        """The mail address, or nothing."""
        ...

    @property
    def phone(self) -> str:
        """The phone number, or nothing."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionFields:
    """What people fill in; ``name`` is the function, ``email`` preferably the functional one."""

    name: str
    email: str = ""
    phone: str = ""

    def as_mapping(self) -> dict[str, Any]:
        """Return all fields by name."""
        return asdict(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFields:
    """What people fill in: work mail and work phone only."""

    name: str
    email: str = ""
    phone: str = ""

    def as_mapping(self) -> dict[str, Any]:
        """Return all fields by name."""
        return asdict(self)

    def properties(self) -> dict[str, Any]:
        """Return what is stored, with the keys to sort and search by."""
        return self.as_mapping() | {
            "sort_name": person_sort_name(self.name),
            "search": search_text(self.name),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Days from ``since`` to ``until``, both included; None is unknown, or not yet ended."""

    since: date | None = None
    until: date | None = None

    def covers(self, day: date) -> bool:
        """Return whether ``day`` falls in it."""
        return (self.since is None or self.since <= day) and not self.is_over(day)

    def is_over(self, day: date) -> bool:
        """Return whether it ended before ``day``."""
        return self.until is not None and self.until < day

    def is_ahead(self, day: date) -> bool:
        """Return whether it starts after ``day``."""
        return self.since is not None and self.since > day


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """A person in a position, with the days that they hold it."""

    person_id: str
    name: str
    email: str
    phone: str
    period: Period
    archived: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """A function at a partner, with who held it, holds it and will hold it."""

    id: str
    version: int
    fields: PositionFields
    actor: Reference
    holders: tuple[Holder, ...]
    created_at: datetime
    updated_at: datetime
    archived_at: datetime | None

    def held_by(self, day: date) -> tuple[Holder, ...]:
        """Return who holds it on ``day``; an archived person holds nothing."""
        return tuple(
            each for each in self.holders if not each.archived and each.period.covers(day)
        )

    def held_before(self, day: date) -> tuple[Holder, ...]:
        """Return who stopped before ``day``, the last one first."""
        gone = [each for each in self.holders if each.period.is_over(day)]
        return tuple(sorted(gone, key=lambda each: each.period.until or day, reverse=True))

    def held_after(self, day: date) -> tuple[Holder, ...]:
        """Return who starts after ``day``, the first one first."""
        coming = [each for each in self.holders if not each.archived and each.period.is_ahead(day)]
        return tuple(sorted(coming, key=lambda each: each.period.since or day))

    def is_vacant(self, day: date) -> bool:
        """Return whether nobody holds it on ``day``."""
        return not self.held_by(day)

    def is_reachable(self, day: date) -> bool:
        """Return whether mail or phone leads to it: its own, or of who holds it."""
        ways = (self.fields, *self.held_by(day))
        return any(each.email or each.phone for each in ways)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldPosition:
    """A position as the page of a person shows it."""

    position: Reference
    actor: Reference
    email: str
    phone: str
    period: Period
    archived: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A professional, with the positions they hold and held."""

    id: str
    version: int
    fields: PersonFields
    positions: tuple[HeldPosition, ...]
    created_at: datetime
    updated_at: datetime
    archived_at: datetime | None

    def holds(self, day: date) -> tuple[HeldPosition, ...]:
        """Return what this person holds on ``day``."""
        return tuple(
            each for each in self.positions if not each.archived and each.period.covers(day)
        )

    def will_hold(self, day: date) -> tuple[HeldPosition, ...]:
        """Return what this person starts with after ``day``, the first one first."""
        coming = [
            each for each in self.positions if not each.archived and each.period.is_ahead(day)
        ]
        return tuple(sorted(coming, key=lambda each: each.period.since or day))

    def held(self, day: date) -> tuple[HeldPosition, ...]:
        """Return what this person held and stopped before ``day``, the last one first."""
        gone = [each for each in self.positions if each.period.is_over(day)]
        return tuple(sorted(gone, key=lambda each: each.period.until or day, reverse=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonPage:
    """Part of a list: ``items`` of the ``total`` that match."""

    items: tuple[Person, ...]
    total: int


def last_day_before(takeover: date) -> date:
    """Return the last day of the old holder when another takes over on ``takeover``."""
    return takeover - timedelta(days=1)


def starting_problem(
    holders: Iterable[Holder], *, person_id: str, since: date, takes_over: bool
) -> HoldingProblem | None:
    """Return why a person cannot start on ``since``, or None when they can.

    ``takes_over`` ends the others on the day before, so each of them must have started by then.
    """
    for holder in holders:
        if holder.period.is_over(since):
            continue
        if holder.person_id == person_id:
            return HoldingProblem.HOLDS_ALREADY
        if takes_over and (holder.period.since or date.min) > last_day_before(since):
            return HoldingProblem.BEFORE_START
    return None


def stopping_problem(
    holders: Iterable[Holder], *, person_id: str, until: date
) -> HoldingProblem | None:
    """Return why a person cannot stop with ``until`` as the last day, or None when they can."""
    theirs = [each for each in holders if each.person_id == person_id and not each.period.until]
    if not theirs:
        return HoldingProblem.DOES_NOT_HOLD
    if any((each.period.since or date.min) > until for each in theirs):
        return HoldingProblem.BEFORE_START
    return None


def made_way(position: Position, person_id: str) -> tuple[Holder, ...]:
    """Return who stopped on the day before this person started: they made way for them."""
    starts = {
        each.period.since
        for each in position.holders
        if each.person_id == person_id and not each.period.until
    }
    days = {last_day_before(start) for start in starts if start}
    return tuple(each for each in position.holders if each.period.until in days)


def leaves_unreachable(
    person_id: str,
    positions: Iterable[Position],
    *,
    ways: Reachable,
    today: date,
) -> bool:
    """Return whether a partner could not be reached any more without one of its people.

    ``ways`` are the mail and phone of the partner itself.
    """
    there = [each for each in positions if not each.archived_at]
    without = [
        replace(each, holders=tuple(one for one in each.holders if one.person_id != person_id))
        for each in there
    ]
    if ways.email or ways.phone or not any(each.is_reachable(today) for each in there):
        return False
    return not any(each.is_reachable(today) for each in without)


def is_last_way(
    position_id: str,
    positions: Iterable[Position],
    *,
    actor_email: str,
    actor_phone: str,
    today: date,
) -> bool:
    """Return whether a partner could not be reached any more without one of its positions."""
    ways = [each for each in positions if not each.archived_at and each.is_reachable(today)]
    only = [each.id for each in ways] == [position_id]
    return only and not actor_email and not actor_phone
