"""What the measures of a network rest on."""

from datetime import date

from graph.database import Runner
from graph.domain.calendar import local_day
from graph.domain.map import NetworkMap
from graph.domain.thin import LATELY, Basis
from graph.queries import load_query

_GET_BASIS = load_query("measures/get_basis")


def basis(graph: Runner, *, network_id: str, network_map: NetworkMap, today: date) -> Basis:
    """Return how much is known of a network that was read as a map."""
    [row] = graph.read(_GET_BASIS, network_id=network_id, since_on=today - LATELY, today=today)
    ties = list(network_map.ties)
    return Basis(
        partners=len(network_map.actors),
        running=len(ties),
        unmeasured=sum(tie.energy is None for tie in ties),
        moments=row["moments"],
        begun_on=local_day(row["begun_at"]) if row["begun_at"] else None,
    )
