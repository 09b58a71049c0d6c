"""A collaboration ("samenwerking"): a thing of its own with a life, a layer and partners."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from graph.domain.actors import Mention, Neighbour
from graph.domain.energy import DEFAULT_RHYTHM_DAYS, ContactState, contact_state
from graph.domain.folding import search_text, sort_name
from graph.domain.words import Form, Involvement, Layer, Status

RUNS_OUT_WITHIN = timedelta(days=183)
"""Funding that ends within half a year runs out: time to talk about what comes after."""

MANY_PARTNERS = 8
"""With more partners than this a collaboration is proposed to be a membership."""

_LINKED = (
    "funders",
    "life_stage_ids",
    "prevention_type_ids",
    "policy_goal_ids",
    "neighbourhood_ids",
    "programme_ids",
    "position_ids",
)


def proposed_form(layer: Layer, partner_count: int) -> Form:
    """Return the form that fits: a shared vision or a long list of partners is a membership."""
    if layer is Layer.VISION or partner_count > MANY_PARTNERS:
        return Form.MEMBERSHIP
    return Form.WORKING


class StatusProblem(StrEnum):
    """Why a change of status cannot be."""

    SAME = "same"
    CLOSED = "closed"
    TOO_EARLY = "too_early"
    IN_FUTURE = "in_future"


class StatusRefusedError(ValueError):
    """A change of status breaks a rule of the life of a collaboration."""

    def __init__(self, problem: StatusProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusChange:
    """From which day a collaboration stands where; a text may name a status without a day."""

    id: str
    status: Status
    on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """The life of a collaboration: its changes of status, oldest first, and when it started."""

    history: tuple[StatusChange, ...]
    started_on: date | None = None

    @property
    def status(self) -> Status:
        """Return where it stands now."""
        return self.history[-1].status

    @property
    def ended_on(self) -> date | None:
        """Return the day it ended, None while it goes on."""
        return self.history[-1].on if self.status is Status.ENDED else None

    @property
    def may_undo(self) -> bool:
        """Tell whether there is a change to take back: the first one stays."""
        return len(self.history) > 1

    def after(self, change: StatusChange, *, today: date) -> "Life":
        """Return this life with one change more. Raises StatusRefusedError.

        The first active day is the start when none was known; what is only wished has no start.
        """
        if problem := self._problem(change, today):
            raise StatusRefusedError(problem)
        started_on = self.started_on
        if change.status is Status.WISHED:
            started_on = None
        elif change.status is Status.ACTIVE and started_on is None:
            started_on = change.on
        return Life(history=(*self.history, change), started_on=started_on)

    def undone(self) -> "Life":
        """Return this life without its newest change; a start that came with it goes too."""
        *rest, last = self.history
        came_along = last.status is Status.ACTIVE and last.on == self.started_on
        return replace(
            self,
            history=tuple(rest),
            started_on=None if came_along else self.started_on,
        )

    def _problem(self, change: StatusChange, today: date) -> StatusProblem | None:
        last = self.history[-1]
        if last.status is Status.ENDED:
            return StatusProblem.CLOSED
        if change.status is last.status:
            return StatusProblem.SAME
        if change.on is not None and change.on > today:
            return StatusProblem.IN_FUTURE
        if change.on is not None and last.on is not None and change.on < last.on:
            return StatusProblem.TOO_EARLY
        return None


def first_change(id: str, status: Status, *, started_on: date | None, today: date) -> StatusChange:
    """Return the change that a life begins with: an active one stands since its start."""
    since = started_on if status is Status.ACTIVE and started_on else today
    return StatusChange(id=id, status=status, on=min(since, today))


@dataclass(frozen=True, slots=True, kw_only=True)
class Funding:
    """Who pays for a collaboration, and until which day; None when that is not known."""

    actor_id: str
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Funder(Funding):
    """The same with the name of who pays."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CollaborationFields:
    """What people fill in; partners and status are changed on their own."""

    name: str
    goal: str = ""
    layer: Layer = Layer.PRACTICE
    form: Form = Form.WORKING
    rhythm_days: int = DEFAULT_RHYTHM_DAYS
    started_on: date | None = None
    funded_until: date | None = None
    residents_involved: Involvement | None = None
    funders: tuple[Funding, ...] = ()
    life_stage_ids: tuple[str, ...] = ()
    prevention_type_ids: tuple[str, ...] = ()
    policy_goal_ids: tuple[str, ...] = ()
    neighbourhood_ids: tuple[str, ...] = ()
    programme_ids: tuple[str, ...] = ()
    position_ids: tuple[str, ...] = ()

    def properties(self) -> dict[str, Any]:
        """Return what is stored on the node itself, with the keys to sort and search by."""
        stored = self.as_mapping()
        for name in _LINKED:
            del stored[name]
        return stored | {"sort_name": sort_name(self.name), "search": search_text(self.name)}

    def as_mapping(self) -> dict[str, Any]:
        """Return all fields by name, with lists for tuples."""
        fields: Mapping[str, Any] = asdict(self)
        return {
            name: list(value) if isinstance(value, tuple) else value  # pyright: ignore[reportUnknownArgumentType]
            for name, value in fields.items()
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantFields:
    """That an actor takes part: as what, and from when until when."""

    actor_id: str
    role: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """A partner in a collaboration, now or before."""

    actor_id: str
    name: str
    domain_id: str | None
    role: str
    since: date | None
    until: date | None
    archived: bool
    source: tuple[str, ...]

    def takes_part(self, today: date) -> bool:
        """Tell whether this partner takes part on ``today``; an archived one does not."""
        return not self.archived and (self.until is None or self.until >= today)

    @property
    def fields(self) -> ParticipantFields:
        """Return what people may change of it."""
        return ParticipantFields(
            actor_id=self.actor_id, role=self.role, since=self.since, until=self.until
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingFields:
    """A puls as it is heard: 1-5, from a partner, or from the user when ``actor_id`` is None."""

    value: int
    on: date
    actor_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Puls:
    """A rating in the timeline: the value, the day, and who said it."""

    id: str
    value: int
    on: date
    rater: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultFields:
    """Something visible that was reached, as people write it down."""

    text: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """Something visible that was reached, on a day."""

    id: str
    version: int
    text: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class UsedProgramme:
    """A programme that a collaboration uses, with how well its effect is known."""

    id: str
    name: str
    evidence: str
    evidence_source: str
    evidence_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedGroup:
    """A kind of party ("gemeenten") that a text names in something; it is never counted."""

    id: str
    name: str
    role: str
    status: str
    source: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CollaborationSummary:
    """A collaboration as a line in a list, with its energy as stored."""

    id: str
    name: str
    form: Form
    layer: Layer
    status: Status
    rhythm_days: int
    started_on: date | None
    last_contact_on: date | None
    energy: float | None
    alive: float | None
    firm: float | None
    known: int
    archived_at: datetime | None
    partners: tuple[str, ...]
    runs_out_on: date | None

    def runs_out(self, today: date) -> bool:
        """Return whether what pays for it ends within half a year, or ended."""
        soon = self.runs_out_on is not None and self.runs_out_on <= today + RUNS_OUT_WITHIN
        return soon and self.status is not Status.ENDED

    def contact_state(self, today: date) -> ContactState | None:
        """Return how the days since its last contact, or start, compare with its rhythm."""
        if self.status is not Status.ACTIVE:
            return None
        since = max(filter(None, (self.started_on, self.last_contact_on)), default=None)
        return contact_state(since, self.rhythm_days, today)


@dataclass(frozen=True, slots=True, kw_only=True)
class CollaborationPage:
    """Part of a list: ``items`` of the ``total`` that match, of which ``active`` are active."""

    items: tuple[CollaborationSummary, ...]
    total: int
    active: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Collaboration:
    """A collaboration with all that its page shows of itself."""

    id: str
    version: int
    created_at: datetime
    updated_at: datetime
    archived_at: datetime | None
    fields: CollaborationFields
    life: Life
    source: tuple[str, ...] = ()
    participants: tuple[Participant, ...] = ()
    neighbourhoods: tuple[str, ...] = ()
    programmes: tuple[UsedProgramme, ...] = ()
    funders: tuple[Funder, ...] = ()
    positions: tuple[Neighbour, ...] = ()
    pulses: tuple[Puls, ...] = ()
    results: tuple[Result, ...] = ()
    groups: tuple[NamedGroup, ...] = ()
    mentions: tuple[Mention, ...] = ()

    def taking_part(self, today: date) -> list[Participant]:
        """Return each role and period in which somebody takes part on ``today``."""
        return [each for each in self.participants if each.takes_part(today)]

    def partners(self, today: date) -> list[Participant]:
        """Return who takes part on ``today``, each once, whatever its roles."""
        return list({each.actor_id: each for each in reversed(self.taking_part(today))}.values())[
            ::-1
        ]

    def former(self, today: date) -> list[Participant]:
        """Return each role and period that is over on ``today``."""
        return [each for each in self.participants if not each.takes_part(today)]

    def turn(self, participant: Participant) -> int:
        """Return which of the roles and periods of its partner this one is, from 0."""
        return self.of_partner(participant.actor_id).index(participant)

    def of_partner(self, actor_id: str) -> list[Participant]:
        """Return the roles and periods in which one partner takes or took part."""
        return [each for each in self.participants if each.actor_id == actor_id]
