"""A follow-up: something to do, due on a day.

Owned by a user it is an "actie", owned by an actor an "afspraak"; the open one is the next step
of the collaboration that it is about.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from graph.domain.references import Reference, of_kind
from graph.domain.repeats import Repeat
from graph.domain.words import FollowUpKind

WHAT_LENGTH = 200
_DAYS_IN_WEEK = 7


class Term(StrEnum):
    """When a follow-up asks for attention, in the order of the page."""

    LATE = "late"
    THIS_WEEK = "this_week"
    LATER = "later"
    DONE = "done"


class FollowUpProblem(StrEnum):
    """Why a follow-up cannot be kept as it is."""

    NOTHING_TO_DO = "nothing_to_do"
    TOO_LONG = "too_long"
    ABOUT_NOTHING = "about_nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpFields:
    """What people fill in. Exactly one of ``user_id`` and ``owner_actor_id`` is the owner.

    ``repeat`` is a rule of ``graph.domain.repeats``, empty for what happens once.
    """

    what: str
    due_on: date
    kind: FollowUpKind = FollowUpKind.OTHER
    repeat: str = ""
    user_id: str | None = None
    owner_actor_id: str | None = None
    actor_ids: tuple[str, ...] = ()
    collaboration_ids: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if (self.user_id is None) == (self.owner_actor_id is None):
            raise ValueError("a follow-up has one owner: a user or an actor")

    def properties(self) -> dict[str, Any]:
        """Return what is stored on the node itself."""
        return {
            "what": self.what,
            "due_on": self.due_on,
            "kind": self.kind,
            "repeat": self.repeat,
        }

    def as_mapping(self) -> dict[str, Any]:
        """Return all fields by name, with lists for tuples."""
        return self.properties() | {
            "user_id": self.user_id,
            "owner_actor_id": self.owner_actor_id,
            "actor_ids": list(self.actor_ids),
            "collaboration_ids": list(self.collaboration_ids),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """One follow-up as a list and its own page show it.

    ``first_due_on`` is the day it was due before it was put off, None when it was not.
    """

    id: str
    version: int
    what: str
    kind: FollowUpKind
    due_on: date
    first_due_on: date | None = None
    repeat: str = ""
    done_on: date | None
    owner: Reference
    about: tuple[Reference, ...]
    created_at: datetime
    updated_at: datetime
    archived_at: datetime | None

    @property
    def is_agreement(self) -> bool:
        """Return whether a partner owns it ("afspraak") rather than one of us ("actie")."""
        return self.owner.kind == "Actor"

    @property
    def fields(self) -> FollowUpFields:
        """What people filled in."""
        return FollowUpFields(
            what=self.what,
            due_on=self.due_on,
            kind=self.kind,
            repeat=self.repeat,
            user_id=None if self.is_agreement else self.owner.id,
            owner_actor_id=self.owner.id if self.is_agreement else None,
            actor_ids=of_kind(self.about, "Actor"),
            collaboration_ids=of_kind(self.about, "Collaboration"),
        )

    @property
    def repeats(self) -> Repeat | None:
        """Return how it comes back when it is done."""
        return Repeat.of(self.repeat)

    def term(self, today: date) -> Term:
        """Return when it asks for attention, seen from ``today``."""
        if self.done_on is not None:
            return Term.DONE
        return term_of(self.due_on, today)

    def days_late(self, today: date) -> int:
        """Return how many days it is past its day; 0 when it is not, or is done."""
        return (today - self.due_on).days if self.term(today) is Term.LATE else 0


def end_of_week(day: date) -> date:
    """Return the Sunday of the week of ``day``."""
    return day + timedelta(days=_DAYS_IN_WEEK - day.isoweekday())


def term_of(due_on: date, today: date) -> Term:
    """Return when something open asks for attention: the day itself is not late."""
    if due_on < today:
        return Term.LATE
    return Term.THIS_WEEK if due_on <= end_of_week(today) else Term.LATER


def by_term(followups: Iterable[FollowUp], today: date) -> dict[Term, list[FollowUp]]:
    """Return the follow-ups under the term each falls in, in the order of ``Term``; no empties."""
    groups: dict[Term, list[FollowUp]] = {term: [] for term in Term}
    for followup in followups:
        groups[followup.term(today)].append(followup)
    return {term: group for term, group in groups.items() if group}


def problems(fields: FollowUpFields) -> list[FollowUpProblem]:
    """Return why this cannot be kept; an empty list when it can."""
    found = {
        FollowUpProblem.NOTHING_TO_DO: not fields.what,
        FollowUpProblem.TOO_LONG: len(fields.what) > WHAT_LENGTH,
        FollowUpProblem.ABOUT_NOTHING: not fields.actor_ids and not fields.collaboration_ids,
    }
    return [problem for problem, holds in found.items() if holds]
