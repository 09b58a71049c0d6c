"""How a network stands, once a month: its shape, what changed in a month, and what is at risk."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from graph.domain.dashboard import Overview
from graph.domain.digests import Block, ColdTie, Figure, block
from graph.domain.map import NetworkMap
from graph.domain.reminders import Reminder, ReminderKind
from graph.domain.snapshots import SnapshotMeasures

LOOKS_BACK = timedelta(days=28)

# One partner that hangs by another is how a network begins, not a risk.
_CARRIES = 2


class Trend(StrEnum):
    """Where a network is going; unknown without an earlier snapshot."""

    UP = "up"
    DOWN = "down"
    SAME = "same"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrier:
    """A partner through whom alone ``only_through`` others are in the network."""

    id: str
    name: str
    only_through: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryFacts:
    """All that the rules look at. ``shape`` is the newest snapshot, ``before`` a month earlier."""

    overview: Overview
    map: NetworkMap
    cold: Sequence[ColdTie]
    endings: Sequence[Reminder]
    shape: SnapshotMeasures | None
    before: SnapshotMeasures | None
    before_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What one mail tells; ``parts`` are the groups of partners that are not connected."""

    overview: Overview
    lively: Figure
    cold: Figure
    unconnected: Figure
    active: Figure
    parts: int | None
    mean_distance: float | None
    compared_on: date | None
    trend: Trend
    cooling: Block[ColdTie]
    carriers: Block[Carrier]
    money: Block[Reminder]


def compile_summary(facts: SummaryFacts) -> Summary:
    """Choose from the facts what the mail tells."""
    shape, before = facts.shape, facts.before
    lively = Figure(now=facts.overview.lively, before=before.lively if before else None)
    cold = Figure(now=len(facts.cold), before=before.cold if before else None)
    return Summary(
        overview=facts.overview,
        lively=lively,
        cold=cold,
        unconnected=Figure(
            now=facts.overview.unconnected, before=before.isolates if before else None
        ),
        active=Figure(now=facts.overview.active, before=before.active if before else None),
        parts=shape.components - shape.isolates if shape else None,
        mean_distance=shape.mean_distance if shape else None,
        compared_on=facts.before_on,
        trend=_trend(lively, cold),
        cooling=block(facts.cold),
        carriers=block(carriers(facts.map)),
        money=block(each for each in facts.endings if each.kind is ReminderKind.FUNDING),
    )


def carriers(network_map: NetworkMap) -> list[Carrier]:
    """The partners through whom alone at least two others are in, most of them first."""
    neighbours: defaultdict[str, set[str]] = defaultdict(set)
    for tie in network_map.ties:
        for id in tie.partner_ids:
            neighbours[id].update(other for other in tie.partner_ids if other != id)
    actors = {actor.id: actor for actor in network_map.actors}
    hanging = [actor for id, actor in actors.items() if len(neighbours[id]) == 1]
    through = Counter(next(iter(neighbours[actor.id])) for actor in hanging)
    found = [
        Carrier(
            id=id,
            name=actors[id].name,
            only_through=tuple(each.name for each in hanging if neighbours[each.id] == {id}),
        )
        for id, count in through.items()
        if count >= _CARRIES and id in actors
    ]
    return sorted(found, key=lambda each: (-len(each.only_through), each.name.casefold()))


def _trend(lively: Figure, cold: Figure) -> Trend:
    if lively.before is None or cold.before is None:
        return Trend.UNKNOWN
    gained = (lively.now - lively.before) - (cold.now - cold.before)
    if gained == 0:
        return Trend.SAME
    return Trend.UP if gained > 0 else Trend.DOWN
