"""White spots in the graph: what editors say of the cells, and who could be asked."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime

from graph.database import Graph, Runner
from graph.domain.actors import Neighbour
from graph.domain.changes import Author
from graph.domain.white_spots import WIDE, CellKey, Narrowing, WhiteSpot
from graph.domain.white_spots import white_spots as find
from graph.domain.words import Stance
from graph.errors import NotFoundError
from graph.identity import new_id
from graph.queries import load_query
from graph.repositories import changes, landscape

_LIST_MARKS = load_query("white_spots/list_marks")
_MARK = load_query("white_spots/mark")
_LIST_POSITIONS = load_query("white_spots/list_positions")

KIND = "Ambition"


def white_spots(
    graph: Graph, *, network_id: str, today: date, narrowing: Narrowing = WIDE
) -> tuple[WhiteSpot, ...]:
    """Return all white spots of a network, each with at most five who could fill it."""

    def work(tx: Runner) -> tuple[WhiteSpot, ...]:
        ground = landscape.read(tx, network_id=network_id, today=today)
        return find(ground, marks(tx, network_id=network_id), narrowing)

    return graph.read_all(work)


def marks(graph: Runner, *, network_id: str) -> dict[CellKey, Stance]:
    """What editors said of cells."""
    rows = graph.read(_LIST_MARKS, network_id=network_id)
    return {(row["domain_id"], row["life_stage_id"]): Stance(row["stance"]) for row in rows}


def mark(
    graph: Graph,
    *,
    network_id: str,
    domain_id: str,
    life_stage_id: str,
    stance: Stance | None,
    by: Author,
    now: datetime,
) -> Stance | None:
    """Say what the network thinks of a cell, or take that back; return what it was before.

    The last one to say it counts. Raises NotFoundError for an unknown domain or life stage.
    """
    id = f"{network_id}:{domain_id}:{life_stage_id}"

    def work(tx: Runner) -> Stance | None:
        rows = tx.write(
            _MARK,
            network_id=network_id,
            id=id,
            domain_id=domain_id,
            life_stage_id=life_stage_id,
            stance=stance,
            now=now,
            token=new_id(),
        )
        if not rows:
            raise NotFoundError(f"domain {domain_id} at life stage {life_stage_id}")
        [row] = rows
        changes.record(
            tx,
            network_id=network_id,
            verb="edited",
            kind=KIND,
            subject_id=id,
            subject_name=f"{row['domain']}, {row['life_stage']}",
            by=by,
            now=now,
            before={"stance": row["before"]},
            after={"stance": stance},
        )
        return Stance(row["before"]) if row["before"] else None

    return graph.transact(work)


def positions(
    graph: Runner, *, network_id: str, actor_ids: Sequence[str]
) -> dict[str, tuple[Neighbour, ...]]:
    """The functions at some partners, by the id of the partner; never who holds them."""
    found: defaultdict[str, list[Neighbour]] = defaultdict(list)
    for row in graph.read(_LIST_POSITIONS, network_id=network_id, ids=list(actor_ids)):
        found[row["actor_id"]].append(Neighbour(id=row["id"], name=row["name"]))
    return {id: tuple(each) for id, each in found.items()}
