"""The register of a network as a whole, read in four queries whatever its size."""

from graph.database import Graph, Runner
from graph.domain.actors import Actor
from graph.domain.collaborations import Collaboration
from graph.domain.folding import sort_name
from graph.domain.people import Position
from graph.domain.register import Liveliness, Register
from graph.queries import load_query
from graph.repositories import actors, moments, positions
from graph.repositories import collaboration_rows as rows

_LIST_COLLABORATIONS = load_query("collaborations/list_all")

# No network comes near; an import refuses files of more than a fifth of it.
_MOST = 100_000
_SECONDS = 120


def read(graph: Graph, *, network_id: str) -> Register:
    """Return all that stands in a network, archived partners and collaborations too."""
    return graph.read_all(lambda tx: _read(tx, network_id), timeout=_SECONDS)


def _read(tx: Runner, network_id: str) -> Register:
    found = tx.read(_LIST_COLLABORATIONS, network_id=network_id, limit=_MOST)
    partners = actors.list_all(tx, network_id=network_id, limit=_MOST)
    functions = positions.list_all(tx, network_id=network_id, limit=_MOST)
    # Sorted here: in the embedded engine ORDER BY doubles the time of a read of this size.
    return Register(
        actors=tuple(sorted(partners, key=_by_name)),
        collaborations=tuple(sorted(map(rows.collaboration, found), key=_by_name)),
        liveliness={
            row["id"]: Liveliness(energy=row["energy"], last_contact_on=row["last_contact_on"])
            for row in found
        },
        positions=tuple(
            sorted(functions, key=lambda each: (sort_name(each.actor.name), *_by_name(each)))
        ),
        moments=tuple(moments.list_recent(tx, network_id=network_id, limit=_MOST)),
    )


def _by_name(thing: Actor | Collaboration | Position) -> tuple[str, str]:
    return sort_name(thing.fields.name), thing.id
