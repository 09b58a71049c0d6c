"""Lokale energie: how alive an active collaboration is, tempered by how firm it stands.

The formula in plain words and the cases that hold it in place are in ``docs/energy.md``.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import IntEnum, StrEnum
from math import floor, fsum

from graph.domain.words import FollowUpKind, Layer, Status

# Raise the version when a constant or the formula changes: each snapshot keeps the one it used.
ENERGY_VERSION = 1

DEFAULT_RHYTHM_DAYS = 42
CROSS_DOMAIN = "domeinoverstijgend"
LIVELY_FROM = 60
# "Levendig" follows the printed number: 59.5 is printed as 60.
LIVELY_SCORE = LIVELY_FROM - 0.5

CONTACT_WEIGHT = 0.5
PULSE_WEIGHT = 0.5
PULSE_HALF_LIFE_DAYS = 90
CONCRETE_WEIGHT = 0.6
BREADTH_WEIGHT = 0.4
# A collaboration without any firmness keeps this share of what its aliveness is worth.
FIRM_FLOOR = 0.6
FEW_PARTNERS = range(2, 7)
NEXT_STEP_GRACE_DAYS = 14
RESULT_LASTS_DAYS = 365
BREADTH_OF_DOMAINS = (0.0, 0.0, 0.6, 1.0)

ASK_RATING_AFTER_DAYS = 90
NAME_RESULT_AFTER_DAYS = 182


class Level(IntEnum):
    """The five steps of energy, by the number that is printed."""

    QUIET = 0
    WEAK = 1
    STARTING = 2
    STRONG = 3
    SPARKLING = 4

    @classmethod
    def of(cls, score: float) -> "Level":
        """Return the level of a score of 0-100."""
        return cls(min(points(score) // 20, cls.SPARKLING))


class ContactState(StrEnum):
    """Whether the last contact is within the rhythm, past it, or past it twice."""

    FRESH = "fresh"
    AMBER = "amber"
    RED = "red"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """The newest puls of one rater: 1-5, and the day it was heard."""

    value: int
    on: date

    def __post_init__(self) -> None:
        if not 1 <= self.value <= 5:  # noqa: PLR2004
            raise ValueError(f"a rating is 1 to 5, not {self.value}")


@dataclass(frozen=True, slots=True, kw_only=True)
class EnergyFacts:
    """What the score looks at, as known on one day.

    ``domains`` are the ids of the distinct primary domains among the partners; ``measure`` leaves
    the cross-domain one out, so callers need not. ``ratings`` has the newest rating per rater.
    ``next_step_due`` is the earliest due day of an open follow-up. Evidence is no fact of energy.
    """

    status: Status
    layer: Layer
    partner_count: int
    domains: frozenset[str] = frozenset()
    rhythm_days: int = DEFAULT_RHYTHM_DAYS
    started_on: date | None = None
    last_contact_on: date | None = None
    ratings: tuple[Rating, ...] = ()
    next_step_due: date | None = None
    last_result_on: date | None = None

    def __post_init__(self) -> None:
        if self.rhythm_days < 1:
            raise ValueError(f"a rhythm is at least one day, not {self.rhythm_days}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactPart:
    """How fresh the contact is: 1 today, a half after one rhythm; None when no day is known."""

    value: float | None
    weight: float
    days: int | None
    rhythm_days: int
    is_start: bool
    state: ContactState | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PulsePart:
    """What partners say, 0-1; its weight halves each 90 days. ``mean`` is on the scale of 1-5."""

    value: float | None
    weight: float
    days: int | None
    mean: float | None
    raters: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcretePart:
    """The share that holds of: practice layer, 2-6 partners, a next step, a recent result."""

    value: float
    weight: float
    layer: Layer
    partner_count: int
    few_partners: bool
    next_step_due: date | None
    next_step_counts: bool
    last_result_on: date | None
    result_counts: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BreadthPart:
    """How many domains take part: one 0, two 0.6, three or more 1."""

    value: float
    weight: float
    domains: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """The step that helps most, and the points of energy that it adds today."""

    kind: FollowUpKind
    gain: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Energy:
    """The score of one collaboration with everything that explains it.

    ``score`` is 0-100, ``alive`` and ``firm`` are 0-1; all three are None when nothing is measured
    yet or the collaboration is not active. ``known`` counts the facts known of contact, rating,
    next step and result. ``next_step`` is None when this rhythm is worth keeping.
    """

    score: float | None
    alive: float | None
    firm: float | None
    contact: ContactPart
    pulse: PulsePart
    concrete: ConcretePart
    breadth: BreadthPart
    known: int
    next_step: NextStep | None

    @property
    def certainty(self) -> float:
        """The share of the four facts that is known."""
        return self.known / 4

    @property
    def level(self) -> Level | None:
        """The level of the score, None without one."""
        return None if self.score is None else Level.of(self.score)


@dataclass(frozen=True, slots=True, kw_only=True)
class EnergySummary:
    """Active collaborations of an actor, neighbourhood or domain: the strongest and the counts."""

    strongest_id: str | None
    strongest: float | None
    lively: int
    measured: int
    active: int

    @property
    def unmeasured(self) -> int:
        """How many active collaborations have no score yet."""
        return self.active - self.measured


def points(score: float) -> int:
    """Return the number that is printed for a score: whole, a half goes up."""
    return floor(score + 0.5)


def is_lively(score: float | None) -> bool:
    """Tell whether a sentence may call this score "levendig"; it follows the printed number."""
    return score is not None and points(score) >= LIVELY_FROM


def contact_state(since: date | None, rhythm_days: int, today: date) -> ContactState | None:
    """Return how the days since the last contact (or start) compare with the rhythm."""
    if since is None:
        return None
    days = _days(since, today)
    if days > 2 * rhythm_days:
        return ContactState.RED
    return ContactState.AMBER if days > rhythm_days else ContactState.FRESH


def measure(facts: EnergyFacts, today: date) -> Energy:
    """Return the energy of one collaboration on ``today``, explained and with its best step."""
    contact, pulse = _contact(facts, today), _pulse(facts, today)
    concrete, breadth = _concrete(facts, today), _breadth(facts)
    active = facts.status is Status.ACTIVE
    alive = _alive(contact, pulse) if active else None
    firm = None if alive is None else _firm(concrete, breadth)
    known = (contact.value, pulse.value, facts.next_step_due, facts.last_result_on)
    return Energy(
        score=None if alive is None or firm is None else _score(alive, firm),
        alive=alive,
        firm=firm,
        contact=contact,
        pulse=pulse,
        concrete=concrete,
        breadth=breadth,
        known=sum(fact is not None for fact in known),
        next_step=_next_step(facts, today) if active else None,
    )


def summarise(scores: Mapping[str, float | None]) -> EnergySummary:
    """Sum up the scores of active collaborations by id; None is "nog niet gemeten".

    Of two equally strong ones the first counts, so order the mapping as the screen does.
    """
    measured = {id: score for id, score in scores.items() if score is not None}
    strongest_id = max(measured, key=measured.__getitem__, default=None)
    return EnergySummary(
        strongest_id=strongest_id,
        strongest=None if strongest_id is None else measured[strongest_id],
        lively=sum(map(is_lively, measured.values())),
        measured=len(measured),
        active=len(scores),
    )


def _days(since: date, today: date) -> int:
    return max((today - since).days, 0)


def _contact(facts: EnergyFacts, today: date) -> ContactPart:
    since = max(filter(None, (facts.started_on, facts.last_contact_on)), default=None)
    days = None if since is None else _days(since, today)
    return ContactPart(
        value=None if days is None else 2 ** (-days / facts.rhythm_days),
        weight=CONTACT_WEIGHT,
        days=days,
        rhythm_days=facts.rhythm_days,
        is_start=since is not None and since != facts.last_contact_on,
        state=contact_state(since, facts.rhythm_days, today),
    )


def _pulse(facts: EnergyFacts, today: date) -> PulsePart:
    if not facts.ratings:
        return PulsePart(value=None, weight=0.0, days=None, mean=None, raters=0)
    days = min(_days(rating.on, today) for rating in facts.ratings)
    mean = sum(rating.value for rating in facts.ratings) / len(facts.ratings)
    return PulsePart(
        value=(mean - 1) / 4,
        weight=PULSE_WEIGHT * 2 ** (-days / PULSE_HALF_LIFE_DAYS),
        days=days,
        mean=mean,
        raters=len(facts.ratings),
    )


def _concrete(facts: EnergyFacts, today: date) -> ConcretePart:
    due, result = facts.next_step_due, facts.last_result_on
    few_partners = facts.partner_count in FEW_PARTNERS
    next_step_counts = due is not None and _days(due, today) <= NEXT_STEP_GRACE_DAYS
    result_counts = result is not None and _days(result, today) <= RESULT_LASTS_DAYS
    holds = (facts.layer is Layer.PRACTICE, few_partners, next_step_counts, result_counts)
    return ConcretePart(
        value=sum(holds) / len(holds),
        weight=CONCRETE_WEIGHT,
        layer=facts.layer,
        partner_count=facts.partner_count,
        few_partners=few_partners,
        next_step_due=due,
        next_step_counts=next_step_counts,
        last_result_on=result,
        result_counts=result_counts,
    )


def _breadth(facts: EnergyFacts) -> BreadthPart:
    domains = tuple(sorted(facts.domains - {CROSS_DOMAIN}))
    value = BREADTH_OF_DOMAINS[min(len(domains), len(BREADTH_OF_DOMAINS) - 1)]
    return BreadthPart(value=value, weight=BREADTH_WEIGHT, domains=domains)


def _alive(contact: ContactPart, pulse: PulsePart) -> float | None:
    if contact.value is None and pulse.value is not None:
        # The weight that an ageing puls loses goes to contact. Where no contact is known it goes
        # to silence: a five of two years ago, alone, must not count as alive for ever.
        return pulse.value * pulse.weight / PULSE_WEIGHT
    known = [(part.value, part.weight) for part in (contact, pulse) if part.value is not None]
    weight = fsum(weight for _, weight in known)
    return fsum(value * weight for value, weight in known) / weight if weight else None


def _firm(concrete: ConcretePart, breadth: BreadthPart) -> float:
    return concrete.weight * concrete.value + breadth.weight * breadth.value


def _score(alive: float, firm: float) -> float:
    return 100 * alive * (FIRM_FLOOR + (1 - FIRM_FLOOR) * firm)


def _speak(facts: EnergyFacts, today: date) -> EnergyFacts | None:
    # Where no day of contact is known, nobody can say that the rhythm is kept.
    past = _contact(facts, today).state is not ContactState.FRESH
    return replace(facts, last_contact_on=today) if past else None


def _ask_rating(facts: EnergyFacts, today: date) -> EnergyFacts | None:
    # What a rating will say is unknown, so it promises certainty and no points.
    days = _pulse(facts, today).days
    return facts if days is None or days > ASK_RATING_AFTER_DAYS else None


def _agree_step(facts: EnergyFacts, today: date) -> EnergyFacts | None:
    return replace(facts, next_step_due=today) if facts.next_step_due is None else None


def _name_result(facts: EnergyFacts, today: date) -> EnergyFacts | None:
    half_a_year_ago = today - timedelta(days=NAME_RESULT_AFTER_DAYS)
    old_enough = facts.started_on is not None and facts.started_on < half_a_year_ago
    lacking = old_enough and not _concrete(facts, today).result_counts
    return replace(facts, last_result_on=today) if lacking else None


def _invite_domain(facts: EnergyFacts, today: date) -> EnergyFacts | None:  # noqa: ARG001
    domains = facts.domains - {CROSS_DOMAIN}
    room = facts.partner_count < FEW_PARTNERS[-1]
    if facts.layer is not Layer.PRACTICE or len(domains) != 1 or not room:
        return None
    return replace(
        facts, partner_count=facts.partner_count + 1, domains=domains | {"another domain"}
    )


# Each step returns the facts as they would be once it is done, or None when it does not apply.
# Of equal gains the first counts; to speak stands first, since it always applies when red.
_STEPS: dict[FollowUpKind, Callable[[EnergyFacts, date], EnergyFacts | None]] = {
    FollowUpKind.SPEAK: _speak,
    FollowUpKind.ASK_RATING: _ask_rating,
    FollowUpKind.AGREE_STEP: _agree_step,
    FollowUpKind.NAME_RESULT: _name_result,
    FollowUpKind.INVITE_DOMAIN: _invite_domain,
}


def _next_step(facts: EnergyFacts, today: date) -> NextStep | None:
    now = _score_of(facts, today)
    steps = [
        NextStep(kind=kind, gain=_score_of(after, today) - now)
        for kind, taken in _STEPS.items()
        if (after := taken(facts, today)) is not None
    ]
    if _contact(facts, today).state is ContactState.RED:
        return steps[0]
    return max(steps, key=lambda step: step.gain, default=None)


def _score_of(facts: EnergyFacts, today: date) -> float:
    alive = _alive(_contact(facts, today), _pulse(facts, today)) or 0.0
    return _score(alive, _firm(_concrete(facts, today), _breadth(facts)))
