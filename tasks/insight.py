"""What the pages of insight show of a network, as plain values: for a command, or another program.

Read by the functions of the pages, so the two cannot tell different things.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from graph.analysis.brokers import Broker, find
from graph.analysis.measures import measure as measure_network
from graph.analysis.network import Network, network_of
from graph.database import Graph
from graph.domain.cold_ties import ColdTie, cold_ties
from graph.domain.energy import Energy, measure
from graph.domain.heat import HeatCollaboration
from graph.domain.introductions import Introduction
from graph.domain.white_spots import Candidate, WhiteSpot
from graph.repositories import energy, heat, introductions, vocabulary, white_spots
from graph.repositories.cold_ties import with_facts
from tasks import explain, suggesting

Insight = dict[str, Any]
Labels = Mapping[str, str]


def read_insight(graph: Graph, *, network_id: str, today: date) -> Insight:
    """Return energy, white spots, introductions, brokers, cold ties, isolates and measures.

    Scores are 0-100, certainties and shares 0-1, and what is a sentence is Dutch.
    """
    labels = vocabulary.terms(graph).labels
    active = [
        each for each in heat.read(graph, network_id=network_id, today=today) if each.is_active
    ]
    energies = _energies(graph, network_id, active, today)
    network_map, cold = with_facts(graph, network_id=network_id, today=today)
    names = {actor.id: actor.name for actor in network_map.actors}
    spots = white_spots.white_spots(graph, network_id=network_id, today=today)
    meet = introductions.introductions(graph, network_id=network_id, today=today)
    measured = [each for each in active if energies[each.id].score is not None]
    unmeasured = [each for each in active if energies[each.id].score is None]
    return {
        "energy": [_energy(each, energies[each.id], labels) for each in measured],
        "unmeasured": [{"id": each.id, "name": each.name} for each in unmeasured],
        "white_spots": [_white_spot(spot, labels) for spot in spots],
        "introductions": [
            _introduction(each, labels) for each in (*meet.ranked, *meet.with_person)
        ],
        "brokers": [_broker(each, names) for each in find(network_map).brokers],
        "cold_ties": [
            _cold_tie(each) for each in cold_ties(network_map, cold, since=None, today=today)
        ],
        "isolates": [{"id": actor.id, "name": actor.name} for actor in network_map.isolated],
        "measures": _measures(network_of(network_map)),
    }


def _energies(
    graph: Graph, network_id: str, active: Sequence[HeatCollaboration], today: date
) -> dict[str, Energy]:
    ids = sorted(each.id for each in active)
    facts = energy.facts(graph, network_id=network_id, collaboration_ids=ids, today=today)
    return {id: measure(known, today) for id, known in facts.items()}


def _energy(each: HeatCollaboration, found: Energy, labels: Labels) -> Insight:
    parts = (found.contact, found.pulse, found.concrete, found.breadth)
    return {
        "id": each.id,
        "name": each.name,
        "score": found.score,
        "certainty": found.certainty,
        "causes": [explain.cause(part, labels) for part in parts],
        "next_step": explain.step_title(found.next_step),
    }


def _white_spot(spot: WhiteSpot, labels: Labels) -> Insight:
    domain, life_stage = spot.key
    return {
        "domain": domain,
        "life_stage": life_stage,
        "name": suggesting.cell_name(spot.key, labels),
        "cause": suggesting.cell_line(spot.cell),
        "candidates": [_candidate(each, spot, labels) for each in spot.candidates],
    }


def _candidate(candidate: Candidate, spot: WhiteSpot, labels: Labels) -> Insight:
    return {
        "id": candidate.partner.id,
        "name": candidate.partner.name,
        "cause": suggesting.candidate_line(candidate, spot.cell, labels),
    }


def _introduction(each: Introduction, labels: Labels) -> Insight:
    partners = {"one": each.one, "other": each.other, "between": each.between}
    return {
        **{role: {"id": who.id, "name": who.name} for role, who in partners.items()},
        "cause": suggesting.reason_line(each, labels),
    }


def _broker(broker: Broker, names: Labels) -> Insight:
    return {
        "id": broker.actor_id,
        "name": names[broker.actor_id],
        "between": broker.between,
        "cut_off": [[{"id": id, "name": names[id]} for id in group] for group in broker.cut_off],
    }


def _cold_tie(tie: ColdTie) -> Insight:
    return {
        "id": tie.id,
        "name": tie.name,
        "partners": list(tie.partners),
        "days": tie.days,
        "rhythm_days": tie.rhythm_days,
        "state": tie.state.value,
        "only_tie_of": list(tie.only_tie_of),
    }


def _measures(network: Network) -> Insight:
    found = asdict(measure_network(network))
    return {name: value for name, value in found.items() if name not in {"actors", "bridges"}}
