"""The network of this page as it is drawn: with places, and with groups that have a name."""

from datetime import date

from graph.analysis.groups import with_groups
from graph.domain.map import NetworkMap, together
from graph.repositories import layout, past_map
from webapp.clock import today
from webapp.context import current_graph, current_network
from webapp.map.kept import Keeper
from webapp.terms import current_terms


def current_map() -> NetworkMap:
    """Read the network in two queries; what is new gets a place that it keeps."""
    return grouped(_placed(None))


def kept_map(keeper: Keeper, *, on: date | None, parts_together: bool) -> NetworkMap:
    """Return the network of today or as it was known on a day, without groups.

    With ``parts_together`` parts are drawn as the whole that they belong to.
    """

    def read() -> NetworkMap:
        placed = _placed(on)
        return together(placed) if parts_together else placed

    return keeper.keep("maps", (on, parts_together), read)


def grouped(network_map: NetworkMap) -> NetworkMap:
    """Return the map with its groups, under the names of this network."""
    return with_groups(network_map, domains=current_terms().labels)


def _placed(on: date | None) -> NetworkMap:
    graph, network_id = current_graph(), current_network().id
    if on is not None:
        return past_map.read(graph, network_id=network_id, on=on)
    return layout.read(graph, network_id=network_id, today=today())
