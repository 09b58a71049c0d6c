"""All that the energy page tells, read in a few queries whatever the size of the network."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import request

from graph.domain.energy import CROSS_DOMAIN, Energy, measure
from graph.domain.heat import EVERYWHERE, Heat, HeatCollaboration, everywhere, find, heat
from graph.domain.vocabulary import Vocabulary
from graph.repositories import energy, vocabulary
from graph.repositories import heat as heats
from webapp.clock import today
from webapp.context import current_graph, current_network
from webapp.energy.filters import ListFilter, read_filter
from webapp.energy.finding import finding_line
from webapp.i18n import _
from webapp.paging import Paging, page_number
from webapp.terms import current_terms

_PAGE_SIZE = 25
_MOST_UNMEASURED = 25
# The example is the collaboration nearest to this: filled enough to read, with room for a step.
_TELLING_SCORE = 40
_STADSBREED = "Stadsbreed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A collaboration of this network that shows how to read an energy block."""

    collaboration: HeatCollaboration
    energy: Energy


@dataclass(frozen=True, slots=True, kw_only=True)
class EnergyPage:
    """What the page shows. ``energies`` has by id what each line of this part comes from."""

    finding: str
    domains: list[tuple[str, str]]
    places: list[tuple[str, str]]
    table: Heat
    chosen: ListFilter
    active: int
    lines: list[HeatCollaboration]
    paging: Paging
    unmeasured: list[HeatCollaboration]
    unmeasured_count: int
    energies: dict[str, Energy]
    example: Example | None


def read_page() -> EnergyPage:
    """Read where the energy of this network sits."""
    found = heats.read(current_graph(), network_id=current_network().id, today=today())
    places = _places()
    if not places:
        found, places = everywhere(found), [(EVERYWHERE, _("Hele netwerk"))]
    table = heat(found)
    domains = [
        (id, label)
        for id, label in current_terms().choices(Vocabulary.DOMAIN)
        if id != CROSS_DOMAIN
    ]
    chosen = read_filter(request.args)
    active = [each for each in found if each.is_active]
    listed = [each for each in active if chosen.passes(each)]
    measured = [each for each in listed if each.energy is not None]
    unmeasured = [each for each in listed if each.energy is None]
    paging = Paging(total=len(measured), number=page_number(), size=_PAGE_SIZE)
    lines = measured[max(paging.first - 1, 0) : paging.last]
    example = _telling(active)
    energies = _energies([*lines, *unmeasured[:_MOST_UNMEASURED], *filter(None, [example])])
    return EnergyPage(
        finding=_finding(table, places, domains),
        domains=domains,
        places=places,
        table=table,
        chosen=chosen,
        active=len(active),
        lines=lines,
        paging=paging,
        unmeasured=unmeasured[:_MOST_UNMEASURED],
        unmeasured_count=len(unmeasured),
        energies=energies,
        example=Example(collaboration=example, energy=energies[example.id]) if example else None,
    )


def _places() -> list[tuple[str, str]]:
    found = vocabulary.neighbourhoods(current_graph(), network_id=current_network().id)
    return [(place.id, place.name) for place in found]


def _finding(table: Heat, places: list[tuple[str, str]], domains: list[tuple[str, str]]) -> str:
    # "Stadsbreed" is where something happens that has no neighbourhood, so it is no finding.
    names = {id: name for id, name in places if id != EVERYWHERE and name != _STADSBREED}
    return finding_line(find(table, list(names), [id for id, _label in domains]), names)


def _telling(active: Sequence[HeatCollaboration]) -> HeatCollaboration | None:
    measured = [(abs(each.energy - _TELLING_SCORE), each) for each in active if each.energy]
    return min(measured, key=lambda pair: pair[0])[1] if measured else None


def _energies(shown: Sequence[HeatCollaboration]) -> dict[str, Energy]:
    """Compute what is on screen: lists read the stored score, but a cause has to be of today."""
    facts = energy.facts(
        current_graph(),
        network_id=current_network().id,
        collaboration_ids=sorted({each.id for each in shown}),
        today=today(),
    )
    return {id: measure(known, today()) for id, known in facts.items()}
