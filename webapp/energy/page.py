"""All that the energy page tells, read in a few queries whatever the size of the network."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import request

from graph.domain.energy import Energy, measure
from graph.domain.heat import HeatCollaboration
from graph.repositories import energy
from graph.repositories import heat as heats
from webapp.clock import today
from webapp.context import current_graph, current_network
from webapp.energy.filters import FALLING, ListFilter, read_filter
from webapp.energy.table import HeatTable, read_table
from webapp.energy.trend import Trend, read_trend
from webapp.paging import Paging, page_number

_PAGE_SIZE = 25
_MOST_UNMEASURED = 25
# The example is the collaboration nearest to this: filled enough to read, with room for a step.
_TELLING_SCORE = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A collaboration of this network that shows how to read an energy block."""

    collaboration: HeatCollaboration
    energy: Energy


@dataclass(frozen=True, slots=True, kw_only=True)
class EnergyPage:
    """What the page shows. ``energies`` has by id what each line of this part comes from."""

    table: HeatTable
    chosen: ListFilter
    trend: Trend
    active: int
    lines: list[HeatCollaboration]
    paging: Paging
    unmeasured: list[HeatCollaboration]
    unmeasured_count: int
    energies: dict[str, Energy]
    example: Example | None


def read_page() -> EnergyPage:
    """Read where the energy of this network sits."""
    found, trend, chosen = _collaborations(), read_trend(), read_filter(request.args)
    active = [each for each in found if each.is_active]
    listed = [each for each in active if chosen.passes(each)]
    measured = [each for each in listed if each.energy is not None]
    if chosen.order == FALLING:
        measured = trend.falling_first(measured)
    unmeasured = [each for each in listed if each.energy is None]
    paging = Paging(total=len(measured), number=page_number(), size=_PAGE_SIZE)
    lines = measured[max(paging.first - 1, 0) : paging.last]
    example = telling(active)
    energies = _energies([*lines, *unmeasured[:_MOST_UNMEASURED], *filter(None, [example])])
    return EnergyPage(
        table=read_table(found),
        chosen=chosen,
        trend=trend,
        active=len(active),
        lines=lines,
        paging=paging,
        unmeasured=unmeasured[:_MOST_UNMEASURED],
        unmeasured_count=len(unmeasured),
        energies=energies,
        example=Example(collaboration=example, energy=energies[example.id]) if example else None,
    )


def read_examples() -> tuple[list[HeatCollaboration], Example | None]:
    """Read what can be worked out, and the one that is asked for or else tells most."""
    measured = [each for each in _collaborations() if each.is_active and each.energy is not None]
    asked = request.args.get("samenwerking")
    chosen = next((each for each in measured if each.id == asked), None) or telling(measured)
    if chosen is None:
        return measured, None
    return measured, Example(collaboration=chosen, energy=_energies([chosen])[chosen.id])


def telling(active: Sequence[HeatCollaboration]) -> HeatCollaboration | None:
    """Return the collaboration that best shows how a score is made; None without any score."""
    measured = [(abs(each.energy - _TELLING_SCORE), each) for each in active if each.energy]
    return min(measured, key=lambda pair: pair[0])[1] if measured else None


def _collaborations() -> list[HeatCollaboration]:
    return heats.read(current_graph(), network_id=current_network().id, today=today())


def _energies(shown: Sequence[HeatCollaboration]) -> dict[str, Energy]:
    """Compute what is on screen: lists read the stored score, but a cause has to be of today."""
    facts = energy.facts(
        current_graph(),
        network_id=current_network().id,
        collaboration_ids=sorted({each.id for each in shown}),
        today=today(),
    )
    return {id: measure(known, today()) for id, known in facts.items()}
