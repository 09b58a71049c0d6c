"""What the first page of a network reads, in few queries whatever the size of the network."""

from dataclasses import dataclass
from datetime import date

from graph.database import Graph, Row
from graph.domain.dashboard import Candidate, Overview, candidate
from graph.domain.energy import LIVELY_SCORE
from graph.domain.folding import sort_name
from graph.domain.words import Form
from graph.queries import load_query
from graph.repositories.energy import facts_of
from graph.repositories.reading import neighbours

_OVERVIEW = load_query("dashboard/overview")
_LIST_COLLABORATIONS = load_query("dashboard/list_collaborations")

_STRONG, _SILENT = 40, 40
_STADSBREED = "Stadsbreed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dashboard:
    """The figures, and the collaborations that the page may speak of."""

    overview: Overview
    candidates: tuple[Candidate, ...]


def read(graph: Graph, *, network_id: str, today: date) -> Dashboard:
    """Read the figures and the strongest and longest silent collaborations of a network."""
    return graph.read_all(
        lambda tx: Dashboard(
            overview=_overview(
                tx.read(_OVERVIEW, network_id=network_id, lively_from=LIVELY_SCORE)
            ),
            candidates=tuple(
                _candidate(row, today)
                for row in tx.read(
                    _LIST_COLLABORATIONS,
                    network_id=network_id,
                    today=today,
                    strong=_STRONG,
                    silent=_SILENT,
                )
            ),
        )
    )


def _overview(rows: list[Row]) -> Overview:
    [row] = rows
    quiet = sorted((name for name in row["quiet_places"] if name != _STADSBREED), key=sort_name)
    fields: Row = row | {"quiet_places": tuple(quiet)}
    return Overview(**fields)


def _candidate(row: Row, today: date) -> Candidate:
    return candidate(
        id=row["id"],
        name=row["name"],
        form=Form(row["form"]),
        partners=neighbours(row["partners"]),
        places=[name for name in row["places"] if name and name != _STADSBREED],
        life_stages=row["life_stages"],
        since=row["since"],
        facts=facts_of(row),
        today=today,
    )
