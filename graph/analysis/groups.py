"""Who mostly works with whom: the groups that the map tints and the night picture names."""

from collections.abc import Mapping
from dataclasses import replace

from graph.analysis.measures import communities
from graph.analysis.network import project
from graph.domain.map import NetworkMap, name_groups


def with_groups(network_map: NetworkMap, *, domains: Mapping[str, str]) -> NetworkMap:
    """Return the map with its groups; ``domains`` gives the label of each domain by its id."""
    actors = {actor.id: actor for actor in network_map.actors}
    # Unweighted: else a pair with a collaboration of its own outweighs a table of four.
    found = communities(project(tie.partner_ids for tie in network_map.ties))
    members = ([actors[id] for id in group] for group in found.groups)
    return replace(network_map, groups=name_groups(members, domains=domains))
