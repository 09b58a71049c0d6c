"""A contact moment: a talk, visit, call, mail or meeting that really happened.

It counts for the collaborations that it is *about*, and for no other: who was in the room does
not matter. So a plenary counts for none, unless somebody ticks which ones it was about.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any

from graph.domain.references import Reference, of_kind
from graph.domain.words import Between, Channel, Evidence

RATING_VALUES = range(1, 6)
NOTE_LENGTH = 280


class MomentProblem(StrEnum):
    """Why a contact moment cannot be kept as it is."""

    ABOUT_NOTHING = "about_nothing"
    IN_FUTURE = "in_future"
    FROM_NOBODY = "from_nobody"
    NOTE_TOO_LONG = "note_too_long"
    RATING_OF_WHICH = "rating_of_which"
    RATING_OUT_OF_RANGE = "rating_out_of_range"
    STEP_BEFORE_MOMENT = "step_before_moment"
    BETWEEN_ONE = "between_one"


@dataclass(frozen=True, slots=True, kw_only=True)
class MomentFields:
    """What people fill in. ``at`` is Dutch time; ``heard_from`` only goes with what was heard."""

    on: date
    at: time | None = None
    channel: Channel = Channel.TALK
    note: str = ""
    evidence: Evidence = Evidence.SEEN
    heard_from: str = ""
    between: Between = Between.US
    plenary: bool = False
    actor_ids: tuple[str, ...] = ()
    collaboration_ids: tuple[str, ...] = ()
    position_ids: tuple[str, ...] = ()

    def properties(self) -> dict[str, Any]:
        """Return what is stored on the node itself."""
        return {
            "on": self.on,
            "at": self.at.isoformat("minutes") if self.at else None,
            "channel": self.channel,
            "note": self.note,
            "evidence": self.evidence,
            "heard_from": self.heard_from if self.evidence is Evidence.HEARD else "",
            "between": self.between,
            "plenary": self.plenary,
        }

    def as_mapping(self) -> dict[str, Any]:
        """Return all fields by name, with lists for tuples."""
        return self.properties() | {
            "actor_ids": list(self.actor_ids),
            "collaboration_ids": list(self.collaboration_ids),
            "position_ids": list(self.position_ids),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRating:
    """A puls heard during the moment: 1-5, given by a partner, or by who logs it (None)."""

    id: str
    value: int
    by_actor_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """What was agreed during the moment, owned by who logs it."""

    id: str
    what: str
    due_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One contact moment as a timeline and its own page show it."""

    id: str
    version: int
    on: date
    at: time | None
    channel: Channel
    note: str
    evidence: Evidence
    heard_from: str
    between: Between
    plenary: bool
    logged_by: str
    created_at: datetime
    updated_at: datetime
    archived_at: datetime | None
    about: tuple[Reference, ...] = field(default=())
    positions: tuple[Reference, ...] = field(default=())

    @property
    def fields(self) -> MomentFields:
        """What people filled in."""
        return MomentFields(
            on=self.on,
            at=self.at,
            channel=self.channel,
            note=self.note,
            evidence=self.evidence,
            heard_from=self.heard_from,
            between=self.between,
            plenary=self.plenary,
            actor_ids=of_kind(self.about, "Actor"),
            collaboration_ids=of_kind(self.about, "Collaboration"),
            position_ids=of_kind(self.positions, "Position"),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class MomentPage:
    """Part of a timeline: ``items`` of the ``total`` there are."""

    items: tuple[Moment, ...]
    total: int


def problems(
    fields: MomentFields,
    *,
    today: date,
    rating: NewRating | None = None,
    step: NextStep | None = None,
) -> list[MomentProblem]:
    """Return why this cannot be kept; an empty list when it can."""
    of_one = len(fields.collaboration_ids) == 1
    found = {
        MomentProblem.ABOUT_NOTHING: not fields.actor_ids and not fields.collaboration_ids,
        MomentProblem.IN_FUTURE: fields.on > today,
        MomentProblem.BETWEEN_ONE: fields.between is Between.PARTNERS
        and len(fields.actor_ids) == 1
        and not fields.collaboration_ids,
        MomentProblem.FROM_NOBODY: fields.evidence is Evidence.HEARD and not fields.heard_from,
        MomentProblem.NOTE_TOO_LONG: len(fields.note) > NOTE_LENGTH,
        MomentProblem.RATING_OF_WHICH: rating is not None and not of_one,
        MomentProblem.RATING_OUT_OF_RANGE: rating is not None
        and rating.value not in RATING_VALUES,
        MomentProblem.STEP_BEFORE_MOMENT: step is not None and step.due_on < fields.on,
    }
    return [problem for problem, holds in found.items() if holds]
