"""Where lokale energie sits: domain by neighbourhood, each cell its strongest collaboration."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.domain.actors import Neighbour
from graph.domain.energy import ContactState, EnergySummary, summarise
from graph.domain.words import Layer, Status

EVERYWHERE = ""
"""The one place of a network without neighbourhoods."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatCollaboration:
    """A collaboration with what decides in which cells it counts.

    ``domain_ids`` are the primary domains of its partners. ``neighbourhood_ids`` are where it
    happens; without any, where its partners are located. ``energy`` is 0-100 or None.
    """

    id: str
    name: str
    layer: Layer
    status: Status
    energy: float | None = None
    alive: float | None = None
    firm: float | None = None
    known: int = 0
    contact: ContactState | None = None
    partners: tuple[Neighbour, ...] = ()
    domain_ids: frozenset[str] = frozenset()
    neighbourhood_ids: frozenset[str] = frozenset()

    @property
    def is_active(self) -> bool:
        """Return whether it has energy to show; a wished or planned one is an ambition."""
        return self.status is Status.ACTIVE

    @property
    def is_cold(self) -> bool:
        """Return whether the contact is past its rhythm."""
        return self.contact in {ContactState.AMBER, ContactState.RED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What happens in one domain in one neighbourhood. ``open`` names an ambition alone there."""

    summary: EnergySummary
    is_open: bool


EMPTY = Cell(summary=summarise({}), is_open=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heat:
    """The cells in which something happens or is wished, and each neighbourhood as a whole.

    ``without_place`` counts active collaborations that no neighbourhood is known of.
    """

    cells: Mapping[tuple[str, str], Cell]
    neighbourhoods: Mapping[str, EnergySummary]
    without_place: int

    def cell(self, domain_id: str, neighbourhood_id: str) -> Cell:
        """Return one cell; an empty one when nothing happens there."""
        return self.cells.get((domain_id, neighbourhood_id), EMPTY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What the heat table comes down to, as ids of neighbourhoods and a count of cells."""

    brightest: tuple[str, ...]
    dark: tuple[str, ...]
    open_cells: int


def everywhere(collaborations: Sequence[HeatCollaboration]) -> list[HeatCollaboration]:
    """Return collaborations as they count in a network that has no neighbourhoods: all in one."""
    return [replace(each, neighbourhood_ids=frozenset({EVERYWHERE})) for each in collaborations]


def heat(collaborations: Sequence[HeatCollaboration]) -> Heat:
    """Put collaborations, strongest first, in their cells."""
    by_cell: defaultdict[tuple[str, str], list[HeatCollaboration]] = defaultdict(list)
    by_place: defaultdict[str, list[HeatCollaboration]] = defaultdict(list)
    for each in collaborations:
        for place in each.neighbourhood_ids:
            by_place[place].append(each)
            for domain in each.domain_ids:
                by_cell[domain, place].append(each)
    return Heat(
        cells={key: _cell(inside) for key, inside in by_cell.items()},
        neighbourhoods={place: _summary(inside) for place, inside in by_place.items()},
        without_place=sum(c.is_active and not c.neighbourhood_ids for c in collaborations),
    )


def find(table: Heat, neighbourhood_ids: Sequence[str], domain_ids: Sequence[str]) -> Finding:
    """Return where most is lively, where something happens but nothing is lively, what is open."""
    known = {
        id: table.neighbourhoods[id] for id in neighbourhood_ids if id in table.neighbourhoods
    }
    lit = [id for id, summary in known.items() if summary.lively]
    brightest = sorted(lit, key=lambda each: (-known[each].lively, -(known[each].strongest or 0)))
    cells = (table.cell(domain, place) for domain in domain_ids for place in neighbourhood_ids)
    return Finding(
        brightest=tuple(brightest[:2]),
        dark=tuple(id for id, summary in known.items() if summary.active and not summary.lively),
        open_cells=sum(cell.is_open for cell in cells),
    )


def _cell(inside: Sequence[HeatCollaboration]) -> Cell:
    summary = _summary(inside)
    return Cell(summary=summary, is_open=not summary.active)


def _summary(inside: Iterable[HeatCollaboration]) -> EnergySummary:
    return summarise({each.id: each.energy for each in inside if each.is_active})
