"""The weekly digest: what is worth a mail, and in which order; facts in, blocks out.

At most five blocks of five rows. Names of contact persons and free text never come in: an action
is its kind, what it is about and its day.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Generic, TypeVar

from graph.domain.changes import Change
from graph.domain.cold_ties import ColdTie, cold_ties
from graph.domain.dashboard import Finding, Overview
from graph.domain.energy import (
    FIRM_FLOOR,
    EnergyFacts,
    measure,
    points,
)
from graph.domain.followups import FollowUp, Term
from graph.domain.map import MapCollaboration, NetworkMap
from graph.domain.occasions import Occasion, coming_up
from graph.domain.snapshots import Reading, Snapshot
from graph.domain.vocabulary import Terms, YearMoment
from graph.domain.words import FollowUpKind, MessageReason, Status

ROWS = 5

# Less than this many points is the fading of a week, and no news.
_WORTH_TELLING = 5

# An undone import removes what it added.
_COMES_AND_GOES = frozenset({"archived", "removed", "restored"})

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block(Generic[T]):
    """The first five of a list, and those that did not fit."""

    items: tuple[T, ...] = ()
    rest: tuple[T, ...] = ()

    @property
    def total(self) -> int:
        """How many there are, shown or not."""
        return len(self.items) + len(self.rest)

    @property
    def all(self) -> tuple[T, ...]:
        """Shown or not."""
        return self.items + self.rest


def block(items: Iterable[T]) -> Block[T]:
    """Return the block of a list, in its order."""
    listed = tuple(items)
    return Block(items=listed[:ROWS], rest=listed[ROWS:])


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Something to do. ``about`` names partners and collaborations."""

    kind: FollowUpKind
    about: tuple[str, ...]
    due_on: date
    is_late: bool

    @classmethod
    def of(cls, followup: FollowUp, today: date) -> "Action":
        """Return what a mail may say of a follow-up: not its text."""
        return cls(
            kind=followup.kind,
            about=tuple(reference.name for reference in followup.about),
            due_on=followup.due_on,
            is_late=followup.term(today) is Term.LATE,
        )


class Cause(StrEnum):
    """Which part of a score made it rise or fall most."""

    CONTACT = "contact"
    PULSE = "pulse"
    CONCRETE = "concrete"
    BREADTH = "breadth"


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A collaboration whose energy rose or fell; ``days`` since its last contact or start."""

    id: str
    name: str
    partners: tuple[str, ...]
    now: int
    change: int
    cause: Cause
    days: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What others changed: names of things, and how many contact moments they logged."""

    new_partners: tuple[str, ...] = ()
    new_collaborations: tuple[str, ...] = ()
    ended_collaborations: tuple[str, ...] = ()
    moments: int = 0

    def __bool__(self) -> bool:
        return bool(
            self.new_partners
            or self.new_collaborations
            or self.ended_collaborations
            or self.moments
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A count, and what it was in the snapshot before; None when there is none."""

    now: int
    before: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestFacts:
    """All that the rules look at, as known on ``today``.

    ``actions`` are the open follow-ups of the reader. ``changes`` are those of others since
    ``since``, when the last digest was sent. ``facts`` are those of active collaborations that
    are cold or moved; see ``interesting``.
    """

    today: date
    since: datetime | None
    actions: Sequence[FollowUp]
    changes: Sequence[Change]
    map: NetworkMap
    overview: Overview
    finding: Finding
    facts: Mapping[str, EnergyFacts]
    before: Snapshot | None
    year_moments: Sequence[YearMoment]
    terms: Terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """What one mail tells; ``compared_on`` is the day of the snapshot it compares with."""

    finding: Finding
    overview: Overview
    actions: Block[Action]
    later: int
    cooling: Block[ColdTie]
    moves: Block[Move]
    news: News
    occasions: Block[Occasion]
    lively: Figure
    cold: Figure
    unconnected: Figure
    compared_on: date | None

    @property
    def late(self) -> int:
        """How many actions are past their day."""
        return sum(action.is_late for action in self.actions.all)

    @property
    def newly_cold(self) -> int:
        """How many ties became cold, or colder, since the digest before."""
        return sum(tie.is_new for tie in self.cooling.all)

    @property
    def urgency(self) -> tuple[int, int, int, int]:
        """What puts one network before another in a mail of many, the most pressing highest."""
        return self.late, self.newly_cold, self.actions.total, self.moves.total

    @property
    def reason_to_skip(self) -> MessageReason | None:
        """Why this is not worth a mail; None when it is."""
        something = (
            self.actions.total
            or self.later
            or self.news
            or self.newly_cold
            or self.occasions.total
        )
        return None if something else MessageReason.NOTHING_NEW


def compile_digest(facts: DigestFacts) -> Digest:
    """Choose from the facts what the mail tells."""
    due = [each for each in facts.actions if each.term(facts.today) is not Term.LATER]
    cooling = cold_ties(facts.map, facts.facts, since=facts.since, today=facts.today)
    before = facts.before.measures if facts.before else None
    return Digest(
        finding=facts.finding,
        overview=facts.overview,
        actions=block(Action.of(each, facts.today) for each in due),
        later=len(facts.actions) - len(due),
        cooling=block(cooling),
        moves=block(_moves(facts)),
        news=_news(facts.changes, running=_running(facts.map)),
        occasions=block(coming_up(facts.year_moments, facts.today)),
        lively=Figure(now=facts.overview.lively, before=before.lively if before else None),
        cold=Figure(now=len(cooling), before=before.cold if before else None),
        unconnected=Figure(
            now=facts.overview.unconnected, before=before.isolates if before else None
        ),
        compared_on=facts.before.on if facts.before else None,
    )


def interesting(network_map: NetworkMap, before: Snapshot | None) -> list[str]:
    """The ids of the collaborations whose facts the rules look at: cold ones and moved ones."""
    cold = [tie.id for tie in network_map.ties if tie.is_cold]
    moved = [each.id for each, _ in _moved(network_map, before)]
    return list(dict.fromkeys(cold + moved))


def _moved(
    network_map: NetworkMap, before: Snapshot | None
) -> list[tuple[MapCollaboration, Reading]]:
    """Active collaborations whose score moved enough, most first, each with what it was."""
    if before is None:
        return []
    moved = [
        (each, reading)
        for each in network_map.collaborations
        if each.status is Status.ACTIVE
        and (reading := before.energies.get(each.id))
        and abs(_change(each.energy, reading.energy)) >= _WORTH_TELLING
    ]
    moved.sort(key=lambda pair: (-abs(_change(pair[0].energy, pair[1].energy)), pair[0].name))
    return moved[: 2 * ROWS]


def _change(now: float | None, before: float | None) -> int:
    return 0 if now is None or before is None else points(now) - points(before)


def _moves(facts: DigestFacts) -> list[Move]:
    names = {actor.id: actor.name for actor in facts.map.actors}
    found: list[Move] = []
    for each, before in _moved(facts.map, facts.before):
        if each.id not in facts.facts:
            continue
        energy = measure(facts.facts[each.id], facts.today)
        change = _change(energy.score, before.energy)
        if abs(change) >= _WORTH_TELLING:
            found.append(
                Move(
                    id=each.id,
                    name=each.name,
                    partners=_names(each, names),
                    now=points(energy.score or 0),
                    change=change,
                    cause=cause_of(before, Reading.of(energy)),
                    days=energy.contact.days,
                )
            )
    return found


def cause_of(before: Reading, now: Reading) -> Cause:
    """Return the part that did most to move a score from ``before`` to ``now``."""
    alive, was_alive = now.alive or 0, before.alive or 0
    firm, was_firm = now.firm or 0, before.firm or 0
    up = 1 if (now.energy or 0) >= (before.energy or 0) else -1
    by_life = up * (alive - was_alive) * (FIRM_FLOOR + (1 - FIRM_FLOOR) * firm)
    by_firmness = up * was_alive * (1 - FIRM_FLOOR) * (firm - was_firm)
    if by_life >= by_firmness:
        contact = up * ((now.contact or 0) - (before.contact or 0))
        pulse = up * ((now.pulse or 0) - (before.pulse or 0))
        return Cause.PULSE if pulse > contact else Cause.CONTACT
    broader = up * (now.breadth - before.breadth) > up * (now.concrete - before.concrete)
    return Cause.BREADTH if broader else Cause.CONCRETE


def _running(network_map: NetworkMap) -> frozenset[str]:
    """Return the collaborations that go on: the log leaves out what the reader took back."""
    return frozenset(
        each.id for each in network_map.collaborations if each.status is not Status.ENDED
    )


def _news(changes: Sequence[Change], *, running: frozenset[str]) -> News:
    """Sum up the log, newest first; what is gone by now, or goes on after all, is no news."""
    last = {
        each.subject_id: each.verb for each in reversed(changes) if each.verb in _COMES_AND_GOES
    }
    gone = {id for id, verb in last.items() if verb != "restored"}
    told: dict[tuple[str, str], dict[str, str]] = {}
    for change in changes:
        taken_back = change.verb == "ended" and change.subject_id in running
        if change.subject_id not in gone and not taken_back:
            named = told.setdefault((change.kind, change.verb), {})
            named[change.subject_id] = change.subject_name

    def names(kind: str, verb: str) -> tuple[str, ...]:
        return tuple(told.get((kind, verb), {}).values())

    return News(
        new_partners=names("Actor", "added"),
        new_collaborations=names("Collaboration", "added"),
        ended_collaborations=names("Collaboration", "ended"),
        moments=len(names("ContactMoment", "added")),
    )


def _names(tie: MapCollaboration, names: Mapping[str, str]) -> tuple[str, ...]:
    known = (names[id] for id in tie.partner_ids if id in names)
    return tuple(sorted(known, key=str.casefold))
