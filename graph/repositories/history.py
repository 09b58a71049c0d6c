"""What the history of a network is told with, besides its snapshots."""

from datetime import date

from graph.database import Graph
from graph.domain.calendar import end_of_day
from graph.domain.history import MovedPartners, Named
from graph.queries import load_query

_LIST_NAMES = load_query("history/list_names")
_LIST_MOVED_PARTNERS = load_query("history/list_moved_partners")


def names(graph: Graph, *, network_id: str) -> dict[str, str]:
    """Return the name of each collaboration by id, archived ones too, in the order of lists."""
    rows = graph.read(_LIST_NAMES, network_id=network_id)
    return {row["id"]: row["name"] for row in rows}


def moved_partners(graph: Graph, *, network_id: str, since: date, until: date) -> MovedPartners:
    """Return who came and went after the end of ``since`` and by the end of ``until``."""
    rows = graph.read(
        _LIST_MOVED_PARTNERS,
        network_id=network_id,
        since=end_of_day(since),
        before=end_of_day(until),
    )
    found = [(row["came"], Named(id=row["id"], name=row["name"])) for row in rows]
    return MovedPartners(
        came=tuple(partner for came, partner in found if came),
        went=tuple(partner for came, partner in found if not came),
    )
