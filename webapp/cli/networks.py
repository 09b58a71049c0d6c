"""The network that a command is about."""

from graph.database import Graph
from graph.domain.networks import Network
from graph.repositories import networks
from webapp.cli.refusal import Refusal


def find_network(graph: Graph, slug: str) -> Network:
    """Return the network with this short name. Raises Refusal, with the names there are."""
    found = {network.slug: network for network in networks.list_all(graph)}
    if slug not in found:
        raise Refusal(f"Er is geen netwerk {slug}. Wel: {', '.join(sorted(found)) or 'nog geen'}.")
    return found[slug]
