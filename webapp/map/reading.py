"""The network of this page as it is drawn: with places, and with groups that have a name."""

from graph.analysis.groups import with_groups
from graph.domain.map import NetworkMap
from graph.repositories import layout
from webapp.clock import today
from webapp.context import current_graph, current_network
from webapp.terms import current_terms


def current_map() -> NetworkMap:
    """Read the network in two queries; what is new gets a place that it keeps."""
    placed = layout.read(current_graph(), network_id=current_network().id, today=today())
    return with_groups(placed, domains=current_terms().labels)
