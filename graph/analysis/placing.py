"""A place on the map for everything that is drawn; what has one stays there."""

from dataclasses import replace

from graph.analysis import layout
from graph.analysis.network import project
from graph.domain.map import NetworkMap, Point


def with_places(network_map: NetworkMap) -> NetworkMap:
    """Return the map with a place for each partner and each diamond.

    Only active working collaborations pull partners together. Partners without one stand in
    their own corner, wherever they stood before.
    """
    placed = layout.place(
        project(
            (tie.partner_ids for tie in network_map.ties),
            actors=(actor.id for actor in network_map.actors),
        ),
        hubs={each.id: each.partner_ids for each in network_map.collaborations if each.is_hub},
        settled=_settled(network_map),
    )
    everything = {**placed.actors, **placed.hubs, **placed.unconnected}
    at = {id: Point(x=point.x, y=point.y) for id, point in everything.items()}
    return replace(
        network_map,
        actors=tuple(replace(each, at=at.get(each.id)) for each in network_map.actors),
        collaborations=tuple(
            replace(each, at=at.get(each.id)) for each in network_map.collaborations
        ),
    )


def _settled(network_map: NetworkMap) -> dict[str, layout.Point]:
    things = (*network_map.actors, *network_map.collaborations)
    return {each.id: layout.Point(each.at.x, each.at.y) for each in things if each.at}
