"""What the page of cold ties shows, read in five queries whatever the size."""

from dataclasses import dataclass

from flask import request
from werkzeug.datastructures import MultiDict

from graph.domain.cold_ties import ColdTie
from graph.domain.energy import ContactState
from graph.domain.heat import HeatCollaboration
from graph.domain.words import Layer
from graph.repositories import cold_ties, vocabulary
from graph.repositories import heat as heats
from webapp.clock import today
from webapp.context import current_graph, current_network
from webapp.paging import Paging, page_number

_PAGE_SIZE = 25
_STATES = (ContactState.AMBER, ContactState.RED)


@dataclass(frozen=True, slots=True, kw_only=True)
class ColdFilter:
    """What the list is narrowed to; no states and no layers are all of them."""

    states: frozenset[ContactState] = frozenset()
    layers: frozenset[Layer] = frozenset()
    neighbourhood: str | None = None

    def passes(self, tie: ColdTie, place_ids: frozenset[str]) -> bool:
        """Return whether a tie stays in the list; ``place_ids`` are where it happens."""
        return (
            (not self.states or tie.state in self.states)
            and (not self.layers or tie.layer in self.layers)
            and (self.neighbourhood is None or self.neighbourhood in place_ids)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ColdPage:
    """The ties of this part of the list, of the ``total`` that cool."""

    chosen: ColdFilter
    ties: list[ColdTie]
    paging: Paging
    total: int
    red: int
    places: list[tuple[str, str]]


def read_page() -> ColdPage:
    """Read which ties of the network of this request cool."""
    network_id, day = current_network().id, today()
    ties = cold_ties.read(current_graph(), network_id=network_id, today=day)
    where = _where(heats.read(current_graph(), network_id=network_id, today=day))
    chosen = read_filter(request.args)
    listed = [tie for tie in ties if chosen.passes(tie, where.get(tie.id, frozenset()))]
    paging = Paging(total=len(listed), number=page_number(), size=_PAGE_SIZE)
    places = vocabulary.neighbourhoods(current_graph(), network_id=network_id)
    return ColdPage(
        chosen=chosen,
        ties=listed[max(paging.first - 1, 0) : paging.last],
        paging=paging,
        total=len(ties),
        red=sum(tie.state is ContactState.RED for tie in ties),
        places=[(place.id, place.name) for place in places],
    )


def read_filter(asked: MultiDict[str, str]) -> ColdFilter:
    """Read the filters in an address; what is unknown there filters nothing."""
    return ColdFilter(
        states=frozenset(state for state in _STATES if state in asked.getlist("stand")),
        layers=frozenset(Layer(word) for word in asked.getlist("laag") if word in set(Layer)),
        neighbourhood=asked.get("wijk") or None,
    )


def _where(known: list[HeatCollaboration]) -> dict[str, frozenset[str]]:
    return {each.id: each.neighbourhood_ids for each in known}
