"""An actor ("partner"): an organisation, team or place that can take part in a collaboration."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Any

from graph.domain.folding import search_text, sort_name
from graph.domain.references import Reference
from graph.domain.words import ActorKind, Form, Layer, Scale, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorFields:
    """What people fill in. The first domain is the primary one."""

    name: str
    kind: ActorKind = ActorKind.OTHER
    scale: Scale | None = None
    aliases: tuple[str, ...] = ()
    description: str = ""
    municipality: str = ""
    website: str = ""
    email: str = ""
    phone: str = ""
    postcode: str = ""
    kvk: str = ""
    is_person: bool = False
    domain_ids: tuple[str, ...] = ()
    neighbourhood_ids: tuple[str, ...] = ()
    life_stage_ids: tuple[str, ...] = ()
    parent_id: str | None = None

    @property
    def primary_domain(self) -> str | None:
        """The id of the domain that this actor works in most."""
        return next(iter(self.domain_ids), None)

    def properties(self) -> dict[str, Any]:
        """Return what is stored on the node itself, with the keys to sort and search by."""
        stored = self.as_mapping()
        for name in ("domain_ids", "neighbourhood_ids", "life_stage_ids", "parent_id"):
            del stored[name]
        return stored | {
            "sort_name": sort_name(self.name),
            "search": search_text(self.name, *self.aliases),
        }

    def as_mapping(self) -> dict[str, Any]:
        """Return all fields by name, with lists for tuples."""
        fields: dict[str, Any] = asdict(self)
        for name in ("aliases", "domain_ids", "neighbourhood_ids", "life_stage_ids"):
            fields[name] = list(fields[name])
        return fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What the collaborations of an actor add up to: the strongest one and counts, never a mean.

    ``energy`` is 0-100, or None when nothing is measured.
    """

    energy: float | None = None
    active: int = 0
    lively: int = 0
    unmeasured: int = 0
    partners: int = 0
    last_contact_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Participation:
    """One collaboration of an actor, with the others in it and its energy as stored."""

    id: str
    name: str
    form: Form
    layer: Layer
    status: Status
    role: str
    since: date | None
    until: date | None
    energy: float | None
    alive: float | None
    firm: float | None
    known: int
    rhythm_days: int
    started_on: date | None
    last_contact_on: date | None
    archived: bool
    source: tuple[str, ...]
    partners: tuple["Neighbour", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """Another actor, as named in a list."""

    id: str
    name: str
    domain_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """What a policy text says of two things without it being a tie; ``outward`` from this one."""

    kind: str
    context: str
    source: tuple[str, ...]
    other_id: str
    other_name: str
    other_kind: str
    outward: bool


class CircleError(ValueError):
    """A partner would become a part of itself, by way of its own parts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A location, team or department of a partner, with the parts that it has itself."""

    id: str
    name: str
    standing: Standing
    parts: tuple["Part", ...] = ()

    @property
    def count(self) -> int:
        """Return how many parts there are below it, at any depth."""
        return sum(1 + part.count for part in self.parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorSummary:
    """An actor as a line in a list."""

    id: str
    name: str
    kind: ActorKind
    domain_ids: tuple[str, ...]
    neighbourhoods: tuple[str, ...]
    standing: Standing
    is_person: bool
    archived_at: datetime | None
    parts: tuple[Part, ...] = ()

    def with_parts(self, parts: tuple[Part, ...]) -> "ActorSummary":
        """Return this line with its parts below it, which count along."""
        standings = [self.standing, *(each.standing for each in _all_of(parts))]
        return replace(self, parts=parts, standing=together(standings))

    @property
    def primary_domain(self) -> str | None:
        """The id of the domain that this actor works in most."""
        return next(iter(self.domain_ids), None)


def together(standings: Sequence[Standing]) -> Standing:
    """Return how a partner stands with its parts: the strongest energy, the counts added up."""
    return Standing(
        energy=max((each.energy for each in standings if each.energy is not None), default=None),
        active=sum(each.active for each in standings),
        lively=sum(each.lively for each in standings),
        unmeasured=sum(each.unmeasured for each in standings),
        partners=sum(each.partners for each in standings),
        last_contact_on=max(
            (each.last_contact_on for each in standings if each.last_contact_on), default=None
        ),
    )


def _all_of(parts: Iterable[Part]) -> Iterator[Part]:
    for part in parts:
        yield part
        yield from _all_of(part.parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorPage:
    """Part of a list: ``items`` of the ``total`` that match."""

    items: tuple[ActorSummary, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """An actor with all that its page shows of itself.

    ``twins`` are the programme or collaboration that is the same body under the same name.
    """

    id: str
    version: int
    created_at: datetime
    updated_at: datetime
    archived_at: datetime | None
    verified_on: date | None
    fields: ActorFields
    standing: Standing
    source: tuple[str, ...] = ()
    neighbourhoods: tuple[str, ...] = ()
    parent: Neighbour | None = None
    children: tuple[Neighbour, ...] = ()
    twins: tuple[Reference, ...] = ()
    participations: tuple[Participation, ...] = ()
    mentions: tuple[Mention, ...] = ()
