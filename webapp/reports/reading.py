"""All that a report is told from: what the pages of insight read, in a few queries."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from graph.analysis.brokers import Broker, find
from graph.database import Graph
from graph.domain.followups import FollowUp
from graph.domain.heat import HeatCollaboration
from graph.domain.history import Comparison, compare
from graph.domain.introductions import Decided
from graph.domain.map import MapActor, NetworkMap
from graph.domain.reports import Contribution, Standing, ends, involvement, standings
from graph.domain.risk import Burden, Dependence, Payment, burdens, ending, payments
from graph.domain.snapshots import Snapshot
from graph.domain.thin import Thin, reasons
from graph.domain.vocabulary import Term, Terms, Vocabulary
from graph.domain.white_spots import WhiteSpot
from graph.domain.words import Involvement, Verdict
from graph.repositories import (
    followups,
    heat,
    history,
    introductions,
    measures,
    reports,
    risk,
    snapshots,
    white_spots,
)
from graph.repositories import map as maps
from webapp.reports.choice import Choice


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Two snapshots and what differs between them."""

    before: Snapshot
    after: Snapshot
    found: Comparison


@dataclass(frozen=True, slots=True, kw_only=True)
class Risks:
    """What hangs on one, worst first."""

    brokers: tuple[Broker, ...]
    burdens: list[Burden]
    heavy: list[Payment]
    ending: list[Dependence]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What is known on ``today``; ``change`` is None with fewer than two snapshots."""

    today: date
    thin: tuple[Thin, ...]
    network_map: NetworkMap
    collaborations: list[HeatCollaboration]
    contributions: list[Contribution]
    goals: list[tuple[Term, Standing]]
    lines: list[tuple[Term, Standing]]
    involvement: Counter[Involvement | None]
    change: Change | None
    spots: tuple[WhiteSpot, ...]
    risks: Risks
    accepted: list[Decided]
    actions: list[FollowUp]

    @property
    def actors(self) -> Mapping[str, MapActor]:
        """The partners by id."""
        return {actor.id: actor for actor in self.network_map.actors}


def read_ground(
    graph: Graph, *, network_id: str, choice: Choice, terms: Terms, today: date
) -> Ground:
    """Read what a report of ``choice`` tells."""
    network_map = maps.read(graph, network_id=network_id, today=today)
    basis = measures.basis(graph, network_id=network_id, network_map=network_map, today=today)
    contributing = reports.contributions(graph, network_id=network_id)
    goals = [
        each for each in terms.of(Vocabulary.POLICY_GOAL) if each.framework == choice.framework
    ]
    decided = introductions.list_decided(graph, network_id=network_id)
    return Ground(
        today=today,
        thin=reasons(basis, today),
        network_map=network_map,
        collaborations=heat.read(graph, network_id=network_id, today=today),
        contributions=contributing,
        goals=_standing(goals, contributing),
        lines=_standing(terms.of(Vocabulary.ACTION_LINE), contributing),
        involvement=involvement(contributing),
        change=_change(graph, network_id, choice, today),
        spots=white_spots.white_spots(graph, network_id=network_id, today=today),
        risks=_risks(graph, network_id, network_map, today),
        accepted=[
            each for each in decided if each.verdict is Verdict.ACCEPTED and not each.archived
        ],
        actions=followups.list_open(graph, network_id=network_id, agreements=False),
    )


def _standing(terms: list[Term], found: list[Contribution]) -> list[tuple[Term, Standing]]:
    return list(zip(terms, standings(found, [term.id for term in terms]), strict=True))


def _change(graph: Graph, network_id: str, choice: Choice, today: date) -> Change | None:
    most = choice.period.length.days // 7 + 1
    kept = snapshots.list_newest(graph, network_id=network_id, until=today, limit=most)
    if (found := ends(kept, choice.period.length)) is None:
        return None
    before, after = found
    names = history.names(graph, network_id=network_id)
    return Change(before=before, after=after, found=compare(before, after, names))


def _risks(graph: Graph, network_id: str, network_map: NetworkMap, today: date) -> Risks:
    known = risk.read(graph, network_id=network_id, today=today)
    return Risks(
        brokers=find(network_map).brokers,
        burdens=burdens(known),
        heavy=[each for each in payments(known) if each.is_heavy],
        ending=ending(known, today),
    )
