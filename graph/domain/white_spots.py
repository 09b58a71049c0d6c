"""White spots: where the network wants something and nothing happens, and who could begin.

A cell is a domain at a life stage. Which collaborations fill it is settled in ``landscape``.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from heapq import nsmallest

from graph.domain.energy import CROSS_DOMAIN, EnergySummary, summarise
from graph.domain.landscape import Landscape, Partner, Together, working_ties
from graph.domain.words import Stance

CellKey = tuple[str, str]
"""The id of a domain and of a life stage."""

MOST_CANDIDATES = 5
_FROM_DOMAIN = 3
"""So many of the candidates bring the domain, so that there is room for who reaches the people."""
_MOST_KNOWN_BY = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowing:
    """What the table is narrowed to, as ids; marks are of the network and stay."""

    prevention_type: str | None = None
    pillar: str | None = None
    neighbourhood: str | None = None

    def passes(self, each: Together) -> bool:
        """Return whether a collaboration counts."""
        return (
            self.prevention_type in {None, *each.prevention_type_ids}
            and self.pillar in {None, *each.pillar_ids}
            and self.neighbourhood in {None, *each.neighbourhood_ids}
        )


WIDE = Narrowing()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What happens in a domain at a life stage, what is wished there, and what editors say.

    ``active`` has the strongest first; ``wished`` are the wished and planned ones.
    """

    domain_id: str
    life_stage_id: str
    active: tuple[Together, ...] = ()
    wished: tuple[Together, ...] = ()
    stance: Stance | None = None

    @property
    def key(self) -> CellKey:
        """Return where it is in the table."""
        return self.domain_id, self.life_stage_id

    @property
    def summary(self) -> EnergySummary:
        """Return the strongest collaboration and the counts."""
        return summarise({each.id: each.energy for each in self.active})

    @property
    def is_cold(self) -> bool:
        """Return whether something happens and all of it is past its rhythm."""
        return bool(self.active) and all(each.is_cold for each in self.active)

    @property
    def has_ambition(self) -> bool:
        """Return whether the network wants something here: marked so, or wished by partners."""
        if self.stance is Stance.NOT_HERE:
            return False
        return self.stance is Stance.AMBITION or bool(self.wished)

    @property
    def is_white_spot(self) -> bool:
        """Return whether there is an ambition and nothing that is alive."""
        return self.has_ambition and (not self.active or self.is_cold)

    @property
    def programme_ids(self) -> frozenset[str]:
        """Return the programmes that are used here."""
        return frozenset(id for each in self.active for id in each.programme_ids)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A partner that could help to fill a white spot, with the facts that say why.

    ``known_by`` are partners that it works with now; those that bring what it lacks go first.
    """

    partner: Partner
    brings_domain: bool
    reaches: bool
    wishes: bool
    is_near: bool
    known_by: tuple[Partner, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhiteSpot:
    """An ambition that nothing, or nothing warm, answers to, and who could."""

    cell: Cell
    candidates: tuple[Candidate, ...]

    @property
    def key(self) -> CellKey:
        """Return where it is in the table."""
        return self.cell.key


def cells(
    landscape: Landscape, marks: Mapping[CellKey, Stance], narrowing: Narrowing = WIDE
) -> dict[CellKey, Cell]:
    """Return the cells of which anything is known; all others are empty."""
    active: defaultdict[CellKey, list[Together]] = defaultdict(list)
    wished: defaultdict[CellKey, list[Together]] = defaultdict(list)
    for each in landscape.collaborations:
        if (each.is_active or each.is_ambition) and narrowing.passes(each):
            for key in cell_keys(each):
                (active if each.is_active else wished)[key].append(each)
    return {
        key: Cell(
            domain_id=key[0],
            life_stage_id=key[1],
            active=tuple(active[key]),
            wished=tuple(wished[key]),
            stance=marks.get(key),
        )
        for key in sorted({*active, *wished, *marks})
    }


def cell_keys(each: Together) -> list[CellKey]:
    """Return the cells in which a collaboration counts; one of all domains counts in none."""
    return [
        (domain, stage)
        for domain in sorted(each.domain_ids - {CROSS_DOMAIN})
        for stage in sorted(each.life_stage_ids)
    ]


def white_spots(
    landscape: Landscape, marks: Mapping[CellKey, Stance], narrowing: Narrowing = WIDE
) -> tuple[WhiteSpot, ...]:
    """Return all white spots with who could fill them: the empty ones first, then the cold."""
    found = [cell for cell in cells(landscape, marks, narrowing).values() if cell.is_white_spot]
    if not found:
        return ()
    choosing = Choosing.among(landscape, narrowing)
    return tuple(
        WhiteSpot(cell=cell, candidates=choosing.candidates(cell))
        for cell in sorted(found, key=lambda each: (each.is_cold, each.key))
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Choosing:
    """Who can be asked at all, looked up by what they bring.

    A partner that is one person is never ranked, so it is not among them.
    """

    partners: Mapping[str, Partner]
    ties: Mapping[str, frozenset[str]]
    of_domain: Mapping[str, frozenset[str]]
    of_life_stage: Mapping[str, frozenset[str]]
    near: str | None

    @classmethod
    def among(cls, landscape: Landscape, narrowing: Narrowing = WIDE) -> "Choosing":
        """Sort the partners of a network by what they bring."""
        partners = {id: each for id, each in landscape.partners.items() if not each.is_person}
        of_domain: defaultdict[str, set[str]] = defaultdict(set)
        of_life_stage: defaultdict[str, set[str]] = defaultdict(set)
        for id, partner in partners.items():
            for domain in partner.domain_ids:
                of_domain[domain].add(id)
            for stage in partner.life_stage_ids:
                of_life_stage[stage].add(id)
        return cls(
            partners=partners,
            ties=working_ties(landscape.collaborations),
            of_domain={key: frozenset(ids) for key, ids in of_domain.items()},
            of_life_stage={key: frozenset(ids) for key, ids in of_life_stage.items()},
            near=narrowing.neighbourhood,
        )

    def candidates(self, cell: Cell) -> tuple[Candidate, ...]:
        """Return the five who fit best: some bring the domain, some reach the people."""
        busy = {id for each in cell.active for id in each.partner_ids}
        domain, reach = self._halves(cell)
        bringing = self._best(cell, domain - busy)
        reaching = self._best(cell, reach - domain - busy)
        room = MOST_CANDIDATES - min(len(reaching), MOST_CANDIDATES - _FROM_DOMAIN)
        chosen = [*bringing[:room], *reaching][:MOST_CANDIDATES]
        return tuple(self._candidate(cell, partner) for partner in chosen)

    def _halves(self, cell: Cell) -> tuple[frozenset[str], frozenset[str]]:
        """Return who works in the domain of a cell, and who reaches its life stage."""
        domain = self.of_domain.get(cell.domain_id, frozenset())
        return domain, self.of_life_stage.get(cell.life_stage_id, frozenset())

    def _best(self, cell: Cell, ids: Iterable[str]) -> list[Partner]:
        domain, reach = self._halves(cell)
        wishing = {id for each in cell.wished for id in each.partner_ids}

        def fit(partner: Partner) -> tuple[bool | str, ...]:
            """Return what orders partners: never how many ties they have."""
            lacks = domain if partner.id in reach else reach
            return (
                not (partner.id in domain and partner.id in reach),
                partner.id not in wishing,
                not self._is_near(partner),
                self.ties.get(partner.id, frozenset()).isdisjoint(lacks),
                partner.domain_id != cell.domain_id,
                partner.name,
                partner.id,
            )

        return nsmallest(MOST_CANDIDATES, (self.partners[id] for id in ids), key=fit)

    def _candidate(self, cell: Cell, partner: Partner) -> Candidate:
        domain, reach = self._halves(cell)
        return Candidate(
            partner=partner,
            brings_domain=partner.id in domain,
            reaches=partner.id in reach,
            wishes=any(partner.id in each.partner_ids for each in cell.wished),
            is_near=self._is_near(partner),
            known_by=self._known_by(partner, domain=domain, reach=reach),
        )

    def _is_near(self, partner: Partner) -> bool:
        return any(place.id == self.near for place in partner.places)

    def _known_by(
        self, partner: Partner, *, domain: frozenset[str], reach: frozenset[str]
    ) -> tuple[Partner, ...]:
        """Return who works with a partner now; those that bring what it lacks go first."""
        adds = {id for half in (domain, reach) if partner.id not in half for id in half}
        known = (self.partners[id] for id in self.ties.get(partner.id, ()) if id in self.partners)
        return tuple(
            nsmallest(_MOST_KNOWN_BY, known, key=lambda each: (each.id not in adds, each.name))
        )
