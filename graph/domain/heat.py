"""Where lokale energie sits: domain by neighbourhood or life stage, each cell its strongest."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.domain.actors import Neighbour
from graph.domain.energy import ContactState, EnergySummary, summarise
from graph.domain.words import Form, Layer, Status

EVERYWHERE = ""
"""The one place of a network without neighbourhoods."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatCollaboration:
    """A collaboration with what decides in which cells it counts.

    ``domain_ids`` are the primary domains of its partners. ``neighbourhood_ids`` are where it
    happens; without any, where its partners are located. ``life_stage_ids`` are its own; without
    any, those of its programmes, else those that its partners reach. ``energy`` is 0-100 or None.
    """

    id: str
    name: str
    layer: Layer
    status: Status
    form: Form = Form.WORKING
    energy: float | None = None
    alive: float | None = None
    firm: float | None = None
    known: int = 0
    contact: ContactState | None = None
    partners: tuple[Neighbour, ...] = ()
    domain_ids: frozenset[str] = frozenset()
    neighbourhood_ids: frozenset[str] = frozenset()
    life_stage_ids: frozenset[str] = frozenset()

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
    """What happens in one domain in one column. ``open`` names an ambition alone there."""

    summary: EnergySummary
    is_open: bool


EMPTY = Cell(summary=summarise({}), is_open=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heat:
    """The cells in which something happens or is wished, and each column as a whole.

    A column is a neighbourhood or a life stage. ``without_column`` counts active collaborations
    that no column is known of.
    """

    cells: Mapping[tuple[str, str], Cell]
    columns: Mapping[str, EnergySummary]
    without_column: int

    def cell(self, domain_id: str, column_id: str) -> Cell:
        """Return one cell; an empty one when nothing happens there."""
        return self.cells.get((domain_id, column_id), EMPTY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What the heat table comes down to, as ids of neighbourhoods and a count of cells."""

    brightest: tuple[str, ...]
    dark: tuple[str, ...]
    open_cells: int


def everywhere(collaborations: Sequence[HeatCollaboration]) -> list[HeatCollaboration]:
    """Return collaborations as they count in a network that has no neighbourhoods: all in one."""
    return [replace(each, neighbourhood_ids=frozenset({EVERYWHERE})) for each in collaborations]


def places(each: HeatCollaboration) -> frozenset[str]:
    """Return the columns of a collaboration in the table of neighbourhoods."""
    return each.neighbourhood_ids


def life_stages(each: HeatCollaboration) -> frozenset[str]:
    """Return the columns of a collaboration in the table of life stages."""
    return each.life_stage_ids


def heat(
    collaborations: Sequence[HeatCollaboration],
    columns_of: Callable[[HeatCollaboration], frozenset[str]] = places,
) -> Heat:
    """Put collaborations, strongest first, in their cells."""
    by_cell: defaultdict[tuple[str, str], list[HeatCollaboration]] = defaultdict(list)
    by_column: defaultdict[str, list[HeatCollaboration]] = defaultdict(list)
    for each in collaborations:
        for column in columns_of(each):
            by_column[column].append(each)
            for domain in each.domain_ids:
                by_cell[domain, column].append(each)
    return Heat(
        cells={key: _cell(inside) for key, inside in by_cell.items()},
        columns={column: _summary(inside) for column, inside in by_column.items()},
        without_column=sum(each.is_active and not columns_of(each) for each in collaborations),
    )


def find(table: Heat, neighbourhood_ids: Sequence[str], domain_ids: Sequence[str]) -> Finding:
    """Return where most is lively, where something happens but nothing is lively, what is open."""
    known = {id: table.columns[id] for id in neighbourhood_ids if id in table.columns}
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
