"""The register of a network as a whole, read in four queries whatever its size."""

from graph.database import Graph, Runner
from graph.domain.register import Liveliness, Register
from graph.queries import load_query
from graph.repositories import actors, moments, positions
from graph.repositories import collaboration_rows as rows

_LIST_COLLABORATIONS = load_query("collaborations/list_all")

# No network comes near; an import refuses files of more than a fifth of it.
_MOST = 100_000


def read(graph: Graph, *, network_id: str) -> Register:
    """Return all that stands in a network, archived partners and collaborations too."""
    return graph.read_all(lambda tx: _read(tx, network_id))


def _read(tx: Runner, network_id: str) -> Register:
    found = tx.read(_LIST_COLLABORATIONS, network_id=network_id, limit=_MOST)
    return Register(
        actors=tuple(actors.list_all(tx, network_id=network_id, limit=_MOST)),
        collaborations=tuple(rows.collaboration(row) for row in found),
        liveliness={
            row["id"]: Liveliness(energy=row["energy"], last_contact_on=row["last_contact_on"])
            for row in found
        },
        positions=tuple(positions.list_all(tx, network_id=network_id, limit=_MOST)),
        moments=tuple(moments.list_recent(tx, network_id=network_id, limit=_MOST)),
    )
