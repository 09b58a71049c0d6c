"""The content of one network, as the starter sets make it and the loader writes it.

Every id is readable and the same on each run, so loading twice finds what is there. Times are
UTC. ``source`` holds ``file:line`` of the policy texts.
"""

from dataclasses import dataclass, field
from datetime import date, datetime

from graph.domain.words import (
    ActorKind,
    Channel,
    Evidence,
    FollowUpKind,
    Form,
    Involvement,
    Layer,
    NetworkKind,
    ProgrammeKind,
    Scale,
    Status,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbourhood:
    """A part of the municipality, or all of it."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """A programme, intervention or campaign; shared unless it carries a network."""

    id: str
    name: str
    created_at: datetime
    network_id: str | None = None
    kind: ProgrammeKind = ProgrammeKind.PROGRAMME
    description: str = ""
    target_group: str = ""
    evidence: str = ""
    evidence_source: str = ""
    evidence_on: date | None = None
    source: tuple[str, ...] = ()
    domain_ids: tuple[str, ...] = ()
    life_stage_ids: tuple[str, ...] = ()
    prevention_type_ids: tuple[str, ...] = ()
    pillar_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A partner. The first of ``domain_ids`` is its primary domain."""

    id: str
    name: str
    kind: ActorKind
    scale: Scale
    created_at: datetime
    domain_ids: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    municipality: str = ""
    description: str = ""
    website: str = ""
    email: str = ""
    phone: str = ""
    postcode: str = ""
    is_person: bool = False
    same_as: str | None = None
    verified_on: date | None = None
    source: tuple[str, ...] = ()
    neighbourhood_ids: tuple[str, ...] = ()
    life_stage_ids: tuple[str, ...] = ()
    part_of_ids: tuple[str, ...] = ()
    twin_programme_ids: tuple[str, ...] = ()
    twin_collaboration_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorGroup:
    """A kind of party that a text names; never counted."""

    id: str
    name: str
    kind: ActorKind
    created_at: datetime
    description: str = ""
    source: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Participation:
    """An actor takes part in a collaboration."""

    id: str
    to_id: str
    role: str = ""
    since: date | None = None
    until: date | None = None
    source: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """A text names a kind of party in a collaboration or a programme."""

    id: str
    to_id: str
    role: str
    status: Status
    source: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A text says something of two things that is no tie."""

    id: str
    to_id: str
    kind: str
    context: str
    source: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusChange:
    """A collaboration came to stand for a status on a day."""

    id: str
    collaboration_id: str
    status: Status
    on: date
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Funding:
    """An actor pays for a collaboration, until a day."""

    id: str
    to_id: str
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Collaboration:
    """What partners do together, or what they are members of."""

    id: str
    name: str
    form: Form
    layer: Layer
    status: Status
    created_at: datetime
    goal: str = ""
    rhythm_days: int = 42
    started_on: date | None = None
    ended_on: date | None = None
    funded_until: date | None = None
    residents_involved: Involvement | None = None
    source: tuple[str, ...] = ()
    programme_ids: tuple[str, ...] = ()
    life_stage_ids: tuple[str, ...] = ()
    prevention_type_ids: tuple[str, ...] = ()
    policy_goal_ids: tuple[str, ...] = ()
    neighbourhood_ids: tuple[str, ...] = ()
    position_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """A function at an actor."""

    id: str
    actor_id: str
    name: str
    created_at: datetime
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A professional who holds functions."""

    id: str
    name: str
    created_at: datetime
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """A person holds a function, or held it until a day."""

    id: str
    to_id: str
    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A contact about actors and collaborations; ``at`` is Dutch time, such as ``15:30``."""

    id: str
    on: date
    at: str | None
    channel: Channel
    note: str
    evidence: Evidence
    heard_from: str
    plenary: bool
    created_at: datetime
    about_ids: tuple[str, ...]
    position_ids: tuple[str, ...]
    user_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """How much energy a rater (an actor or a user) felt in a collaboration on a day, 1-5."""

    id: str
    collaboration_id: str
    value: int
    on: date
    created_at: datetime
    actor_ids: tuple[str, ...] = ()
    user_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What a collaboration reached, on a day."""

    id: str
    collaboration_id: str
    text: str
    on: date
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """Something to do about an actor or a collaboration, owned by an actor or a user."""

    id: str
    about_id: str
    what: str
    kind: FollowUpKind
    due_on: date
    done_on: date | None
    created_at: datetime
    actor_ids: tuple[str, ...] = ()
    user_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One line in the log of a network; ``before`` and ``after`` are JSON."""

    id: str
    at: datetime
    verb: str
    kind: str
    subject_id: str
    subject_name: str
    by_id: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """Everything that stands in one network."""

    network_id: str
    name: str
    kind: NetworkKind
    note: str
    neighbourhoods: list[Neighbourhood] = field(default_factory=list[Neighbourhood])
    programmes: list[Programme] = field(default_factory=list[Programme])
    actors: list[Actor] = field(default_factory=list[Actor])
    groups: list[ActorGroup] = field(default_factory=list[ActorGroup])
    collaborations: list[Collaboration] = field(default_factory=list[Collaboration])
    participations: list[Participation] = field(default_factory=list[Participation])
    funding: list[Funding] = field(default_factory=list[Funding])
    status_changes: list[StatusChange] = field(default_factory=list[StatusChange])
    named_in_collaborations: list[Naming] = field(default_factory=list[Naming])
    named_in_programmes: list[Naming] = field(default_factory=list[Naming])
    mentions: list[Mention] = field(default_factory=list[Mention])
    mentions_of_programmes: list[Mention] = field(default_factory=list[Mention])
    positions: list[Position] = field(default_factory=list[Position])
    people: list[Person] = field(default_factory=list[Person])
    holdings: list[Holding] = field(default_factory=list[Holding])
    moments: list[Moment] = field(default_factory=list[Moment])
    ratings: list[Rating] = field(default_factory=list[Rating])
    results: list[Result] = field(default_factory=list[Result])
    follow_ups: list[FollowUp] = field(default_factory=list[FollowUp])
    changes: list[Change] = field(default_factory=list[Change])
