# pyright: reportUnknownMemberType=false, reportMissingTypeStubs=false
"""Build the drawing of the map with pyvis, as data. The only import of pyvis, which has no types.

``draw`` gives what vis-network in ``static/map.js`` draws as it is: the view of a fresh page.
Each node has ``kind`` (actor or collaboration). ``options.page`` is for our own script.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any, cast

from pyvis.network import Network

from graph.domain.energy import is_lively, points
from graph.domain.map import MapActor, MapCollaboration, NetworkMap, Point
from graph.domain.words import Status
from webapp.i18n import _, ngettext
from webapp.look import DOMAIN_LOOKS, OTHER_DOMAIN, domain_look
from webapp.map.outline import outline

Thing = dict[str, Any]
Built = tuple[list[Thing], list[Thing], str, str, str, str]

INK, SOFT, SHEET, LINE, COLD = "#17282c", "#4c5f65", "#ffffff", "#788a8d", "#2a5c9a"
_COLLABORATION, _COLD = "samenwerking", "koud"
_HUB_SIZE = 12.5
_SMALLEST, _ALONE_SIZE = 13, 15
# Above this, lines are left out while the picture moves, and nothing lights up under the mouse.
_LARGE = 600


def draw(network_map: NetworkMap) -> Thing:
    """Return ``{nodes, edges, options}``; what has no place yet is left out."""
    net = Network(directed=True)  # undirected ones are searched for doubles at each line
    net.node_ids = _Ids()
    alone = {actor.id for actor in network_map.isolated}
    for actor in network_map.actors:
        if actor.at:
            net.add_node(actor.id, **_actor(actor, actor.at, alone=actor.id in alone))
    for each in network_map.collaborations:
        for start, end, line in _collaboration(net, each):
            net.add_edge(start, end, arrows="", **line)
    nodes, edges, *_rest, options = cast("Built", net.get_network_data())
    return {
        "nodes": nodes,
        "edges": [_plain(edge) for edge in edges],
        "options": _options(json.loads(options), network_map),
    }


class _Ids(list[str]):
    """The ids of the nodes: pyvis looks both ends of each line up in its list, one by one."""

    def __init__(self) -> None:
        super().__init__()
        self._known: set[object] = set()

    def append(self, id: str) -> None:
        super().append(id)
        self._known.add(id)

    def __contains__(self, id: object) -> bool:
        return id in self._known


def _actor(actor: MapActor, at: Point, *, alone: bool) -> Thing:
    look = domain_look(actor.domain_id)
    node: Thing = {
        "label": actor.name,
        "shape": look.shape,
        "size": _ALONE_SIZE if alone else round(_SMALLEST + (actor.energy or 0) * 0.14, 1),
        "x": round(at.x, 1),
        "y": round(at.y, 1),
        "kind": "actor",
        "domain": _group(actor.domain_id),
        "places": actor.neighbourhood_ids,
        "energy": None if actor.energy is None else points(actor.energy),
        "lively": is_lively(actor.energy),
        "partners": actor.partners,
    }
    if alone:
        # Without a group: vis lets the colours of a group go before those of its node.
        return node | {"alone": True, "borderWidth": 3, "color": _colour(SHEET, look.colour)}
    return node | {"group": _group(actor.domain_id)}


def _group(domain_id: str | None) -> str:
    return domain_id if domain_id in DOMAIN_LOOKS else ""


def _collaboration(net: Network, each: MapCollaboration) -> Iterator[tuple[str, str, Thing]]:
    """Put a diamond for three or more; yield the lines of any collaboration."""
    ends = [id for id in each.partner_ids if id in net.node_ids]
    if each.is_hub and each.at:
        net.add_node(each.id, **_hub(each, each.at))
        yield from ((each.id, end, _stroke(each)) for end in ends)
    elif not each.is_hub and len(ends) > 1:
        yield ends[0], ends[1], _stroke(each) | _facts(each) | {"id": each.id, "name": each.name}


def _hub(each: MapCollaboration, at: Point) -> Thing:
    return _facts(each) | {
        "label": each.name,
        "shape": "diamond",
        "group": _COLD if each.is_cold else _COLLABORATION,
        "size": _HUB_SIZE,
        "x": round(at.x, 1),
        "y": round(at.y, 1),
        "kind": "collaboration",
    }


def _facts(each: MapCollaboration) -> Thing:
    facts: Thing = {"layer": each.layer, "status": each.status, "form": each.form}
    return facts if each.is_tie else facts | {"hidden": True}


def _stroke(each: MapCollaboration) -> Thing:
    if each.is_cold:
        return {"color": COLD, "dashes": [14, 8], "width": 3}
    match each.status:
        case Status.WISHED | Status.PLANNED:
            return {"color": SOFT, "dashes": [3, 9], "width": 3}
        case _:
            return {}


def _plain(edge: Thing) -> Thing:
    # pyvis asks to be told that a line has no arrow; vis draws none unless told.
    del edge["arrows"]
    return edge


def _options(options: Thing, network_map: NetworkMap) -> Thing:
    del options["configure"]
    large = len(network_map.actors) > _LARGE
    return options | {
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False, "randomSeed": 7},
        "nodes": {"borderWidth": 2, "borderWidthSelected": 3},
        "edges": {
            "smooth": False,
            "width": 1.8,
            "selectionWidth": 0,
            "hoverWidth": 0,
            "color": {"color": LINE, "highlight": LINE, "hover": INK, "inherit": False},
        },
        "groups": _groups(),
        "interaction": {
            "dragNodes": False,
            "hideEdgesOnDrag": large,
            "hideEdgesOnZoom": large,
            "hover": not large,
            "selectConnectedEdges": False,
        },
        "page": {"tints": list(_tints(network_map)), "summary": _summary(network_map)},
    }


def _groups() -> Thing:
    looks = DOMAIN_LOOKS | {"": OTHER_DOMAIN}
    groups: Thing = {
        id: {"shape": look.shape, "color": _colour(look.colour, SHEET)}
        for id, look in looks.items()
    }
    diamond: Thing = {"shape": "diamond", "borderWidth": 1.5}
    groups[_COLLABORATION] = diamond | {"color": _colour(LINE, SHEET)}
    groups[_COLD] = diamond | {"color": _colour(COLD, SHEET)}
    return groups


def _colour(background: str, border: str) -> Thing:
    lit = {"background": background, "border": INK}
    return {"background": background, "border": border, "highlight": lit, "hover": lit}


def _tints(network_map: NetworkMap) -> Iterator[Thing]:
    at = {actor.id: actor.at for actor in network_map.actors if actor.at}
    for group in network_map.groups:
        yield _tint(group.name, (at[id] for id in group.member_ids if id in at))
    if alone := [actor.at for actor in network_map.isolated if actor.at]:
        yield _tint(_("Nog niet verbonden"), alone) | {"loose": True}


def _tint(name: str, points_of: Iterable[Point]) -> Thing:
    corners = outline(list(points_of))
    return {"name": name, "corners": [[round(at.x), round(at.y)] for at in corners]}


def _summary(network_map: NetworkMap) -> str:
    if not network_map.actors:
        return _("Dit netwerk heeft nog geen partners. Zodra er een is, staat die hier.")
    ties, alone = sum(1 for _each in network_map.ties), len(network_map.isolated)
    sentences = [
        ngettext("Eén partner.", "%(num)s partners.", len(network_map.actors)),
        ngettext("Eén samenwerking loopt nu.", "%(num)s samenwerkingen lopen nu.", ties),
        _(
            "Een samenwerking van twee is een lijn, van drie of meer een ruitje met een lijn naar"
            " elke partner."
        ),
        ngettext(
            "Eén partner werkt nog met niemand samen; lidmaatschappen tellen niet mee.",
            "%(num)s partners werken nog met niemand samen; lidmaatschappen tellen niet mee.",
            alone,
        )
        if alone
        else "",
        _("Alles op de kaart staat ook in de lijst."),
    ]
    return " ".join(filter(None, sentences))
