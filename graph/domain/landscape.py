"""Who is there, what they do together and where that counts: the ground of all insight.

Only working collaborations are in it: a membership never fills a cell and never makes a tie.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations

from graph.domain.energy import ContactState
from graph.domain.words import Status

Pair = tuple[str, str]
"""Two ids, the smaller one first."""

CITYWIDE = "Stadsbreed"
"""The neighbourhood of what has none; to share it is not to be near."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A neighbourhood of the network."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """A partner with what decides where it could help. ``domain_id`` is its primary domain."""

    id: str
    name: str
    is_person: bool = False
    parent_id: str | None = None
    domain_id: str | None = None
    domain_ids: frozenset[str] = frozenset()
    life_stage_ids: frozenset[str] = frozenset()
    places: tuple[Place, ...] = ()

    @property
    def near(self) -> frozenset[str]:
        """The ids of its neighbourhoods; the city as a whole is none."""
        return frozenset(place.id for place in self.places if place.name != CITYWIDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeInUse:
    """A programme that is used here, with what is known of its effect and where that stands."""

    id: str
    name: str
    evidence: str = ""
    evidence_source: str = ""
    evidence_on: date | None = None
    life_stage_ids: frozenset[str] = frozenset()
    prevention_type_ids: frozenset[str] = frozenset()
    pillar_ids: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """A working collaboration with the facets under which it counts; see ``settle``."""

    id: str
    name: str
    status: Status
    energy: float | None = None
    alive: float | None = None
    firm: float | None = None
    contact: ContactState | None = None
    partner_ids: frozenset[str] = frozenset()
    domain_ids: frozenset[str] = frozenset()
    life_stage_ids: frozenset[str] = frozenset()
    prevention_type_ids: frozenset[str] = frozenset()
    pillar_ids: frozenset[str] = frozenset()
    neighbourhood_ids: frozenset[str] = frozenset()
    programme_ids: frozenset[str] = frozenset()

    @property
    def is_active(self) -> bool:
        """Return whether it happens now."""
        return self.status is Status.ACTIVE

    @property
    def is_ambition(self) -> bool:
        """Return whether somebody wants it that has not begun."""
        return self.status in {Status.WISHED, Status.PLANNED}

    @property
    def is_cold(self) -> bool:
        """Return whether the contact is past its rhythm."""
        return self.contact in {ContactState.AMBER, ContactState.RED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Landscape:
    """All partners by id, all working collaborations (strongest first), the programmes used."""

    partners: Mapping[str, Partner]
    collaborations: tuple[Together, ...]
    programmes: Mapping[str, ProgrammeInUse]


def working_ties(collaborations: Iterable[Together]) -> dict[str, frozenset[str]]:
    """Return with whom each partner does something now; who has no such tie is absent."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for each in collaborations:
        if each.is_active:
            for id in each.partner_ids:
                found[id] |= each.partner_ids
    return {id: frozenset(others - {id}) for id, others in found.items() if len(others) > 1}


def acquainted(collaborations: Iterable[Together]) -> frozenset[Pair]:
    """Return the pairs that do, did or mean to do something together."""
    return frozenset(
        pair for each in collaborations for pair in combinations(sorted(each.partner_ids), 2)
    )


def settle(
    together: Together,
    *,
    partners: Collection[Partner],
    programmes: Collection[ProgrammeInUse],
) -> Together:
    """Return a collaboration with the facets that it does not state itself filled in.

    - domains: the primary domains of its partners;
    - life stages: its own; without any, those of its programmes, else those its partners reach;
    - prevention types: its own; without any, those of its programmes;
    - pillars: those of its programmes;
    - neighbourhoods: where it happens; without any, where its partners are located.
    """
    return replace(
        together,
        domain_ids=frozenset(each.domain_id for each in partners if each.domain_id),
        life_stage_ids=together.life_stage_ids
        or _all(each.life_stage_ids for each in programmes)
        or _all(each.life_stage_ids for each in partners),
        prevention_type_ids=together.prevention_type_ids
        or _all(each.prevention_type_ids for each in programmes),
        pillar_ids=_all(each.pillar_ids for each in programmes),
        neighbourhood_ids=together.neighbourhood_ids
        or frozenset(place.id for each in partners for place in each.places),
    )


def _all(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset[str]().union(*sets)
