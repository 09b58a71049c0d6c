"""What a report counts, read in one statement whatever the size of the network."""

from graph.database import Row, Runner
from graph.domain.reports import Contribution
from graph.domain.words import Involvement, Status
from graph.queries import load_query

_LIST_CONTRIBUTIONS = load_query("reports/list_contributions")


def contributions(graph: Runner, *, network_id: str) -> list[Contribution]:
    """Return what runs or is wished with the goals that it contributes to, the strongest first."""
    return [_contribution(row) for row in graph.read(_LIST_CONTRIBUTIONS, network_id=network_id)]


def _contribution(row: Row) -> Contribution:
    return Contribution(
        id=row["id"],
        name=row["name"],
        status=Status(row["status"]),
        energy=row["energy"],
        involvement=Involvement(row["involvement"]) if row["involvement"] else None,
        goal_ids=frozenset(row["goal_ids"]),
    )
