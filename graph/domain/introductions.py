"""Introductions: two partners who do not work together yet and both work with a third.

Open triangles over active working collaborations. Those that fill a white spot go first; how many
ties somebody has never counts.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import nsmallest
from itertools import combinations

from graph.domain.actors import Neighbour
from graph.domain.energy import CROSS_DOMAIN
from graph.domain.landscape import Landscape, Pair, Partner, Place, Together, acquainted
from graph.domain.landscape import working_ties as ties_of
from graph.domain.white_spots import CellKey
from graph.domain.words import Status, Verdict

MOST = 50
"""More introductions than this nobody makes in a year."""
MOST_TRIPLES = 250_000
"""Up to so many pairs around a third all are weighed; past it the busiest are weighed in part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduction:
    """Two partners, the one in between with what it does with each, and why they should meet.

    ``fills`` are the white spots that they could fill together; ``shared_places`` leave out the
    city as a whole.
    """

    one: Partner
    other: Partner
    between: Partner
    with_one: Together
    with_other: Together
    fills: tuple[CellKey, ...]
    crosses: bool
    shared_places: tuple[Place, ...]
    shared_life_stages: tuple[str, ...]

    @property
    def pair(self) -> Pair:
        """Return who it is about, whatever the order."""
        return pair_of(self.one.id, self.other.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Introductions:
    """The best first; those with a partner that is one person apart, by name and not by rank.

    ``total`` counts the pairs that were weighed; ``complete`` tells whether those are all.
    """

    ranked: tuple[Introduction, ...]
    with_person: tuple[Introduction, ...]
    total: int
    complete: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """An introduction on which somebody decided, and what came of it.

    ``collaboration`` is what an accepted one led to; it stands at ``status`` since ``since``.
    """

    id: str
    verdict: Verdict
    on: date
    partners: tuple[Neighbour, Neighbour]
    between: Neighbour | None
    collaboration: Neighbour | None = None
    status: Status | None = None
    since: date | None = None
    archived: bool = False

    @property
    def pair(self) -> Pair:
        """Return who it is about, whatever the order."""
        one, other = self.partners
        return pair_of(one.id, other.id)


def pair_of(one_id: str, other_id: str) -> Pair:
    """Return two ids, the smaller one first."""
    return (one_id, other_id) if one_id < other_id else (other_id, one_id)


def introductions(
    landscape: Landscape,
    spots: Collection[CellKey],
    decided: Collection[Pair] = (),
    *,
    most: int = MOST,
) -> Introductions:
    """Return who could meet whom; ``decided`` pairs were dismissed or accepted before."""
    partners = landscape.partners
    ties = _known_ties(landscape)
    around, complete = _around(ties, partners, _helping(partners, spots))
    skipped = acquainted(landscape.collaborations).union(decided)
    between = _open_pairs(around, partners, skipped)
    weigh = _Weighing.of(partners, spots)
    ranked = [pair for pair in between if not _has_person(pair, partners)]
    aside = [pair for pair in between if _has_person(pair, partners)]
    shared = _shared_work(landscape)

    def told(pairs: Sequence[Pair]) -> tuple[Introduction, ...]:
        return tuple(
            _introduction(pair, between[pair], landscape, spots, shared) for pair in pairs
        )

    return Introductions(
        ranked=told(nsmallest(most, ranked, key=weigh.rank)),
        with_person=told(nsmallest(most, aside, key=weigh.names)),
        total=len(between),
        complete=complete,
    )


def introduction_of(
    landscape: Landscape, spots: Collection[CellKey], pair: Pair
) -> Introduction | None:
    """Return the introduction of two partners; None when nobody could introduce them."""
    ties = _known_ties(landscape)
    both = set(ties.get(pair[0], ())) & set(ties.get(pair[1], ()))
    middles = sorted(id for id in both if not landscape.partners[id].is_person)
    if not middles:
        return None
    return _introduction(pair, middles, landscape, spots, _shared_work(landscape))


def _known_ties(landscape: Landscape) -> dict[str, list[str]]:
    found = ties_of(landscape.collaborations)
    return {id: sorted(others & landscape.partners.keys()) for id, others in found.items()}


def _around(
    ties: Mapping[str, Sequence[str]], partners: Mapping[str, Partner], helping: Collection[str]
) -> tuple[Mapping[str, Sequence[str]], bool]:
    """Return who may introduce whom to each other, and whether nobody was left out.

    One person is not asked to. Where there would be too many pairs, the busiest are looked at in
    part: as many of their ties as keep the whole within ``MOST_TRIPLES``, those ``helping`` first.
    """
    around = {
        id: others for id, others in ties.items() if id in partners and not partners[id].is_person
    }
    most = max(map(len, around.values()), default=0)
    while most > 2 and sum(_pairs(min(len(others), most)) for others in around.values()) > (  # noqa: PLR2004
        MOST_TRIPLES
    ):
        most = most * 3 // 4
    complete = all(len(others) <= most for others in around.values())
    if complete:
        return around, True
    return {
        id: sorted(sorted(others, key=lambda other: other not in helping)[:most])
        for id, others in around.items()
    }, False


def _helping(partners: Mapping[str, Partner], spots: Collection[CellKey]) -> set[str]:
    """Return who brings the domain of a white spot or reaches the people there."""
    domains, stages = {domain for domain, _ in spots}, {stage for _, stage in spots}
    return {
        id
        for id, each in partners.items()
        if each.domain_id in domains or not stages.isdisjoint(each.life_stage_ids)
    }


def _pairs(n: int) -> int:
    return n * (n - 1) // 2


def _open_pairs(
    around: Mapping[str, Sequence[str]],
    partners: Mapping[str, Partner],
    skipped: Collection[Pair],
) -> dict[Pair, list[str]]:
    """Return the pairs that a third could introduce to each other, with all who could."""
    house = {id: each.parent_id or id for id, each in partners.items()}
    found: defaultdict[Pair, list[str]] = defaultdict(list)
    for middle in sorted(around):
        for pair in combinations(around[middle], 2):
            if pair not in skipped and house[pair[0]] != house[pair[1]]:
                found[pair].append(middle)
    return found


def _has_person(pair: Pair, partners: Mapping[str, Partner]) -> bool:
    return partners[pair[0]].is_person or partners[pair[1]].is_person


@dataclass(frozen=True, slots=True, kw_only=True)
class _Weighing:
    """What makes one introduction come before another, kept as sets of bits to be quick."""

    partners: Mapping[str, Partner]
    wanted: Mapping[str, int]
    reached: Mapping[str, int]

    @classmethod
    def of(cls, partners: Mapping[str, Partner], spots: Collection[CellKey]) -> "_Weighing":
        bit = {
            stage: 1 << place for place, stage in enumerate(sorted({stage for _, stage in spots}))
        }
        wanted: defaultdict[str, int] = defaultdict(int)
        for domain, stage in spots:
            wanted[domain] |= bit[stage]
        reached = {
            id: sum(bit.get(stage, 0) for stage in each.life_stage_ids)
            for id, each in partners.items()
        }
        return cls(partners=partners, wanted=wanted, reached=reached)

    def rank(self, pair: Pair) -> tuple[int | str, ...]:
        one, other = (self.partners[id] for id in pair)
        reached = self.reached[one.id] | self.reached[other.id]
        domains = {one.domain_id, other.domain_id}
        return (
            -sum((self.wanted.get(each or "", 0) & reached).bit_count() for each in domains),
            not _crosses(one, other),
            one.near.isdisjoint(other.near),
            -len(one.life_stage_ids & other.life_stage_ids),
            *self.names(pair),
        )

    def names(self, pair: Pair) -> tuple[str, ...]:
        return self.partners[pair[0]].name, self.partners[pair[1]].name, *pair


def _crosses(one: Partner, other: Partner) -> bool:
    """Return whether two partners bring two domains together; one of all domains does not."""
    domains = {one.domain_id, other.domain_id}
    return len(domains) > 1 and domains.isdisjoint({None, CROSS_DOMAIN})


def _shared_work(landscape: Landscape) -> dict[Pair, Together]:
    """Return the strongest active collaboration of each pair that has one."""
    strongest: dict[Pair, Together] = {}
    for each in landscape.collaborations:
        if each.is_active:
            for pair in combinations(sorted(each.partner_ids), 2):
                strongest.setdefault(pair, each)
    return strongest


def _introduction(
    pair: Pair,
    middles: Sequence[str],
    landscape: Landscape,
    spots: Collection[CellKey],
    shared: Mapping[Pair, Together],
) -> Introduction:
    one, other = (landscape.partners[id] for id in pair)

    def weakest_link(middle: str) -> float:
        return min(shared[pair_of(id, middle)].energy or 0.0 for id in pair)

    # Who works well with both is heard by both.
    between = max(middles, key=weakest_link)
    reached = one.life_stage_ids | other.life_stage_ids
    return Introduction(
        one=one,
        other=other,
        between=landscape.partners[between],
        with_one=shared[pair_of(one.id, between)],
        with_other=shared[pair_of(other.id, between)],
        fills=tuple(
            key
            for key in sorted(spots)
            if key[0] in {one.domain_id, other.domain_id} and key[1] in reached
        ),
        crosses=_crosses(one, other),
        shared_places=tuple(each for each in one.places if each.id in one.near & other.near),
        shared_life_stages=tuple(sorted(one.life_stage_ids & other.life_stage_ids)),
    )
