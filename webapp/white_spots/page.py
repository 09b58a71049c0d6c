"""What the pages about white spots show, read in at most five queries whatever the size."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import request

from graph.database import Runner
from graph.domain.actors import Neighbour
from graph.domain.domain_links import CheckedLink, check_links
from graph.domain.energy import CROSS_DOMAIN
from graph.domain.folding import sort_name
from graph.domain.landscape import Landscape, Partner, ProgrammeInUse, Together
from graph.domain.vocabulary import Vocabulary
from graph.domain.white_spots import (
    Candidate,
    Cell,
    CellKey,
    Choosing,
    Narrowing,
    WhiteSpot,
    cells,
)
from graph.domain.white_spots import white_spots as find
from graph.domain.words import Stance
from graph.repositories import landscape, vocabulary, white_spots
from webapp.clock import today
from webapp.context import current_graph, current_network
from webapp.terms import current_domain_links, current_terms

Choices = list[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the address narrows the table to, and what it could be narrowed to."""

    narrowing: Narrowing
    prevention_types: Choices
    pillars: Choices
    places: Choices

    @property
    def query(self) -> dict[str, str | None]:
        """Return the part of an address that keeps this."""
        return {
            "preventie": self.narrowing.prevention_type,
            "pijler": self.narrowing.pillar,
            "wijk": self.narrowing.neighbourhood,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """A programme that is used, and in which cells of the table."""

    programme: ProgrammeInUse
    where: tuple[CellKey, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The table with what stands around it.

    ``active`` counts what happens in the whole network; ``without_cell`` what is left out for
    want of a domain or a life stage. ``uses`` has the programmes that are used in the table.
    """

    asked: Asked
    domains: Choices
    life_stages: Choices
    cells: Mapping[CellKey, Cell]
    spots: tuple[WhiteSpot, ...]
    links: list[CheckedLink]
    uses: list[Use]
    active: int
    without_cell: int

    def cell(self, domain_id: str, life_stage_id: str) -> Cell:
        """Return one cell; an empty one when nothing is known there."""
        return self.cells.get((domain_id, life_stage_id)) or Cell(
            domain_id=domain_id, life_stage_id=life_stage_id
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class OneCell:
    """One cell: what happens there, what is used, and who could begin, with functions to ask."""

    asked: Asked
    cell: Cell
    candidates: tuple[Candidate, ...]
    positions: Mapping[str, tuple[Neighbour, ...]]
    uses: list[Use]
    partners: Mapping[str, Partner]

    def names_in(self, each: Together) -> list[str]:
        """Return who takes part in a collaboration, by name."""
        return sorted((self.partners[id].name for id in each.partner_ids), key=sort_name)


def read_table() -> Table:
    """Read the table of the network of this request."""
    asked = read_asked()
    terms = current_terms()
    ground, marks = _read()
    active = [each for each in ground.collaborations if each.is_active]
    counted = [each for each in active if asked.narrowing.passes(each)]
    known = cells(ground, marks, asked.narrowing)
    return Table(
        asked=asked,
        domains=[each for each in terms.choices(Vocabulary.DOMAIN) if each[0] != CROSS_DOMAIN],
        life_stages=terms.choices(Vocabulary.LIFE_STAGE),
        cells=known,
        spots=_in_order(find(ground, marks, asked.narrowing)),
        links=check_links(ground, current_domain_links()),
        uses=_uses(ground, known),
        active=len(active),
        without_cell=sum(not (each.domain_ids and each.life_stage_ids) for each in counted),
    )


def read_cell(domain_id: str, life_stage_id: str) -> OneCell:
    """Read one cell of the network of this request."""
    asked = read_asked()
    ground, marks = _read()
    key = domain_id, life_stage_id
    cell = cells(ground, marks, asked.narrowing).get(key) or Cell(
        domain_id=domain_id, life_stage_id=life_stage_id
    )
    candidates = Choosing.among(ground, asked.narrowing).candidates(cell)
    return OneCell(
        asked=asked,
        cell=cell,
        candidates=candidates,
        positions=white_spots.positions(
            current_graph(),
            network_id=current_network().id,
            actor_ids=[each.partner.id for each in candidates],
        ),
        uses=[Use(programme=ground.programmes[id]) for id in sorted(cell.programme_ids)],
        partners=ground.partners,
    )


def read_asked() -> Asked:
    """Read from the address what the table is narrowed to; what is unknown narrows nothing."""
    terms = current_terms()
    places = vocabulary.neighbourhoods(current_graph(), network_id=current_network().id)
    types, pillars = terms.choices(Vocabulary.PREVENTION_TYPE), terms.choices(Vocabulary.PILLAR)
    around = [(place.id, place.name) for place in places]
    return Asked(
        narrowing=Narrowing(
            prevention_type=_known("preventie", types),
            pillar=_known("pijler", pillars),
            neighbourhood=_known("wijk", around),
        ),
        prevention_types=types,
        pillars=pillars,
        places=around,
    )


def _known(name: str, choices: Choices) -> str | None:
    asked = request.args.get(name, "")
    return asked if asked in dict(choices) else None


def _read() -> tuple[Landscape, dict[CellKey, Stance]]:
    network_id, day = current_network().id, today()

    def work(tx: Runner) -> tuple[Landscape, dict[CellKey, Stance]]:
        ground = landscape.read(tx, network_id=network_id, today=day)
        return ground, white_spots.marks(tx, network_id=network_id)

    return current_graph().read_all(work)


def _in_order(spots: tuple[WhiteSpot, ...]) -> tuple[WhiteSpot, ...]:
    """Return the empty ones before the cold ones, each as they stand in the table."""
    places = {term.id: place for place, term in enumerate(current_terms().all)}
    return tuple(
        sorted(
            spots, key=lambda each: (each.cell.is_cold, *(places.get(id, 0) for id in each.key))
        )
    )


def _uses(ground: Landscape, known: Mapping[CellKey, Cell]) -> list[Use]:
    where = {
        id: tuple(key for key, cell in known.items() if id in cell.programme_ids)
        for id in ground.programmes
    }
    return [Use(programme=ground.programmes[id], where=keys) for id, keys in where.items() if keys]
