"""Ties that cool: past their rhythm, first those of which most would be lost."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from graph.domain.calendar import local_day
from graph.domain.energy import ContactState, EnergyFacts, contact_state, measure
from graph.domain.folding import sort_name
from graph.domain.map import MapActor, MapCollaboration, NetworkMap
from graph.domain.words import Layer

_FIRST_LOOKS_BACK = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class ColdTie:
    """A working collaboration past its rhythm, with the names of its partners.

    ``only_tie_of`` are those partners that have no other working collaboration.
    """

    id: str
    name: str
    layer: Layer
    partners: tuple[str, ...]
    days: int
    rhythm_days: int
    state: ContactState
    is_new: bool
    only_tie_of: tuple[str, ...]

    @property
    def weight(self) -> tuple[int, int, int, str]:
        """What would be lost, most first when sorted: partners left alone, partners, silence."""
        return -len(self.only_tie_of), -len(self.partners), -self.days, sort_name(self.name)


def cold_ties(
    network_map: NetworkMap,
    facts: Mapping[str, EnergyFacts],
    *,
    since: datetime | None,
    today: date,
) -> list[ColdTie]:
    """The ties past their rhythm; first those of which most would be lost.

    What would be lost: partners without another tie, then partners; then the longest silence.
    ``facts`` are those of the cold ties by id. ``since`` is when the reader last heard of them;
    None looks back a week.
    """
    actors = {actor.id: actor for actor in network_map.actors}
    ties_of = Counter(id for tie in network_map.ties for id in tie.partner_ids)
    seen_on = local_day(since) if since else today - _FIRST_LOOKS_BACK
    found = [
        _cold_tie(tie, facts[tie.id], actors, ties_of, seen_on=seen_on, today=today)
        for tie in network_map.ties
        if tie.is_cold and tie.id in facts
    ]
    return sorted(found, key=lambda tie: tie.weight)


def _cold_tie(
    tie: MapCollaboration,
    facts: EnergyFacts,
    actors: Mapping[str, MapActor],
    ties_of: Mapping[str, int],
    *,
    seen_on: date,
    today: date,
) -> ColdTie:
    contact = measure(facts, today).contact
    days = contact.days or 0
    state_then = contact_state(today - timedelta(days=days), facts.rhythm_days, seen_on)
    state_now = contact.state or ContactState.FRESH
    partners = [actors[id] for id in tie.partner_ids if id in actors]
    return ColdTie(
        id=tie.id,
        name=tie.name,
        layer=tie.layer,
        partners=_by_name(partners),
        days=days,
        rhythm_days=facts.rhythm_days,
        state=state_now,
        is_new=state_now is not state_then,
        only_tie_of=_by_name([each for each in partners if ties_of[each.id] == 1]),
    )


def _by_name(actors: list[MapActor]) -> tuple[str, ...]:
    return tuple(sorted((actor.name for actor in actors), key=sort_name))
