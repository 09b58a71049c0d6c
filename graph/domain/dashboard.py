"""What a regisseur sees first: where the energy is, what goes cold, what to do."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from graph.domain.actors import Neighbour
from graph.domain.energy import (
    CROSS_DOMAIN,
    ContactState,
    Energy,
    EnergyFacts,
    is_lively,
    measure,
    points,
)
from graph.domain.folding import sort_name
from graph.domain.words import FollowUpKind, Form


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The figures of a network; all counts, ``quiet_places`` are names."""

    actors: int
    unconnected: int
    active: int
    vision: int
    policy: int
    practice: int
    lively: int
    unmeasured: int
    little_known: int
    quiet_places: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A collaboration that the first page may speak of, with its energy on that day."""

    id: str
    name: str
    form: Form
    partners: tuple[Neighbour, ...]
    places: tuple[str, ...]
    life_stages: tuple[str, ...]
    since: date | None
    facts: EnergyFacts
    energy: Energy


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Where the energy sits: most of the lively collaborations share this place and theme.

    Parts that are not shared by at least two are None.
    """

    lively: int
    place: str | None
    life_stage_id: str | None
    domain_id: str | None
    best: Candidate | None


def candidate(
    *,
    id: str,
    name: str,
    form: Form,
    partners: Sequence[Neighbour],
    places: Sequence[str],
    life_stages: Sequence[str],
    since: date | None,
    facts: EnergyFacts,
    today: date,
) -> Candidate:
    """Return a collaboration with its energy measured on ``today``."""
    return Candidate(
        id=id,
        name=name,
        form=form,
        partners=tuple(partners),
        places=tuple(dict.fromkeys(places)),
        life_stages=tuple(life_stages),
        since=since,
        facts=facts,
        energy=measure(facts, today),
    )


def strongest(candidates: Iterable[Candidate], limit: int = 5) -> list[Candidate]:
    """The collaborations with most energy, strongest first."""
    measured = [each for each in candidates if each.energy.score is not None]
    return sorted(measured, key=lambda each: (-(each.energy.score or 0), sort_name(each.name)))[
        :limit
    ]


def cooling(candidates: Iterable[Candidate], limit: int = 5) -> list[Candidate]:
    """The collaborations past their rhythm, longest silent first."""
    cold = [
        each
        for each in candidates
        if each.energy.contact.state in {ContactState.AMBER, ContactState.RED}
    ]
    return sorted(cold, key=lambda each: (-(each.energy.contact.days or 0), sort_name(each.name)))[
        :limit
    ]


def best_steps(candidates: Iterable[Candidate], limit: int = 3) -> list[Candidate]:
    """The collaborations whose next step gains most; at most two steps of one kind."""
    with_step = [each for each in candidates if each.energy.next_step is not None]
    with_step.sort(key=lambda each: (-_gain(each), each.name))
    chosen: list[Candidate] = []
    kinds: Counter[FollowUpKind] = Counter()
    for each in with_step:
        kind = each.energy.next_step.kind if each.energy.next_step else FollowUpKind.OTHER
        if kinds[kind] < 2:  # noqa: PLR2004
            chosen.append(each)
            kinds[kind] += 1
    return chosen[:limit]


def find(candidates: Iterable[Candidate], lively: int) -> Finding:
    """Return what the lively collaborations among ``candidates`` have in common."""
    alive = [each for each in candidates if is_lively(each.energy.score)]
    best = strongest(alive, 1)
    place = _most_shared(each.places for each in alive)
    there = [each for each in alive if place is None or place in each.places]
    return Finding(
        lively=lively,
        place=place,
        life_stage_id=_most_shared(each.life_stages for each in there),
        domain_id=_most_shared(each.facts.domains - {CROSS_DOMAIN} for each in there),
        best=best[0] if best else None,
    )


def gain(each: Candidate) -> int:
    """Return the whole points of energy that the next step of ``each`` adds."""
    return points(_gain(each))


def _gain(each: Candidate) -> float:
    return each.energy.next_step.gain if each.energy.next_step else 0.0


def _most_shared(groups: Iterable[Iterable[str]]) -> str | None:
    """Return what most groups hold, if at least two do; the first by name of equals."""
    counted = Counter(name for group in groups for name in sorted(set(group)))
    ranked = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return ranked[0][0] if ranked and ranked[0][1] > 1 else None
