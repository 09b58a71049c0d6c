"""The network of this page as it is drawn: with places, and with groups that have a name."""

from graph.analysis.groups import with_groups
from graph.domain.map import NetworkMap, together
from graph.repositories import layout
from webapp.clock import today
from webapp.context import current_graph, current_network
from webapp.terms import current_terms


def current_map(*, parts_together: bool = False) -> NetworkMap:
    """Read the network in two queries; what is new gets a place that it keeps.

    With ``parts_together`` parts are drawn as the whole that they belong to.
    """
    placed = layout.read(current_graph(), network_id=current_network().id, today=today())
    shown = together(placed) if parts_together else placed
    return with_groups(shown, domains=current_terms().labels)
