# pyright: reportUnknownMemberType=false, reportMissingTypeStubs=false
"""Build the drawing of the map with pyvis, as data. The only import of pyvis, which has no types.

``draw`` gives what vis-network in ``static/map.js`` draws as it is. Each node has ``kind`` (actor,
collaboration or group); what most have in common stands in ``options``, to keep the data lean.
``options.page`` is for our own script.
"""

import json
from collections.abc import Iterator
from typing import Any, cast

from pyvis.network import Network

from webapp.look import DOMAIN_LOOKS, OTHER_DOMAIN
from webapp.map.scene import Dot, DotKind, Line, Scene, Stroke, Tint
from webapp.map.seeing import Seen
from webapp.map.telling import counted, summary
from webapp.map.tones import COLD, INK, LINE, SHEET

Thing = dict[str, Any]
Built = tuple[list[Thing], list[Thing], str, str, str, str]

# Above this, lines are left out while the picture moves, and nothing lights up under the mouse.
_LARGE = 600
_DIM, _DIM_LINE = 0.12, 0.06
_HUBS = {LINE: "samenwerking", COLD: "koud"}
_PLAIN = Stroke()


def draw(seen: Seen, scene: Scene) -> Thing:
    """Return ``{nodes, edges, options}``."""
    net = Network(directed=True)  # undirected ones are searched for doubles at each line
    net.node_ids = _Ids()
    for dot in scene.dots:
        net.add_node(dot.id, **_node(dot))
    for line in scene.lines:
        net.add_edge(line.start, line.end, arrows="", **_edge(line))
    nodes, edges, *_rest, options = cast("Built", net.get_network_data())
    return {
        "nodes": nodes,
        "edges": [_without_arrow(edge) for edge in edges],
        "options": _options(json.loads(options), seen, scene),
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


def _node(dot: Dot) -> Thing:
    node: Thing = {
        "label": dot.name,
        "kind": dot.kind.value,
        "shape": dot.shape,
        "size": dot.size,
        "x": round(dot.at.x, 1),
        "y": round(dot.at.y, 1),
    }
    return node | dict(_particular(dot))


def _particular(dot: Dot) -> Iterator[tuple[str, object]]:
    """Yield what a node has of its own."""
    if dot.kind is not DotKind.COLLABORATION:
        yield "partners", dot.weight
    if dot.kind is DotKind.ACTOR:
        yield "energy", dot.energy
    for name in ("lively", "told", "dim"):
        if getattr(dot, name):
            yield name, True
    if dot.dim:
        yield "opacity", _DIM
    if dot.domain is not None:
        yield "group", dot.domain
    elif dot.kind is DotKind.COLLABORATION:
        yield "group", _HUBS[dot.fill]
    else:
        # Without a group: vis lets the colours of a group go before those of its node.
        yield "color", _colour(dot.fill, dot.border)
        yield "borderWidth", dot.width


def _edge(line: Line) -> Thing:
    edge: Thing = {"id": line.id, "name": line.name} if line.id else {}
    stroke = line.stroke
    if stroke == _PLAIN:
        return edge
    colour: Thing = {"color": stroke.colour, "highlight": stroke.colour, "hover": INK}
    edge |= {
        "width": stroke.width,
        "color": colour | {"opacity": _DIM_LINE if stroke.dim else 1, "inherit": False},
    }
    return edge | {"dashes": list(stroke.dashes)} if stroke.dashes else edge


def _without_arrow(edge: Thing) -> Thing:
    # pyvis asks to be told that a line has no arrow; vis draws none unless told.
    del edge["arrows"]
    return edge


def _options(options: Thing, seen: Seen, scene: Scene) -> Thing:
    del options["configure"]
    large = len(scene.dots) > _LARGE
    return options | {
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False, "randomSeed": 7},
        "nodes": {"borderWidth": 2, "borderWidthSelected": 3},
        "edges": {
            "smooth": False,
            "width": _PLAIN.width,
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
        "page": {
            "tints": list(map(_tint, scene.tints)),
            "summary": summary(seen),
            "counted": counted(seen),
            "problems": list(seen.problems),
            "key": [
                {"colour": key.colour, "text": key.text} for key in scene.key if seen.choice.colour
            ],
            "groups": [
                {
                    "id": each.id,
                    "name": seen.bundle_names[each.id],
                    "count": len(each.member_ids),
                    "open": each.id in seen.choice.opened,
                }
                for each in seen.bundles
            ],
            "centre": seen.around.id if seen.around else None,
        },
    }


def _groups() -> Thing:
    looks = DOMAIN_LOOKS | {"": OTHER_DOMAIN}
    groups: Thing = {
        id: {"shape": look.shape, "color": _colour(look.colour, SHEET)}
        for id, look in looks.items()
    }
    diamond: Thing = {"shape": "diamond", "borderWidth": 1.5}
    return groups | {
        name: diamond | {"color": _colour(colour, SHEET)} for colour, name in _HUBS.items()
    }


def _colour(background: str, border: str) -> Thing:
    lit = {"background": background, "border": INK}
    return {"background": background, "border": border, "highlight": lit, "hover": lit}


def _tint(tint: Tint) -> Thing:
    corners = [[round(at.x), round(at.y)] for at in tint.corners]
    shape: Thing = {"name": tint.name, "corners": corners}
    return shape | {"loose": True} if tint.is_loose else shape
