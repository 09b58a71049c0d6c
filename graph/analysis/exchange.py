# networkx ships no types.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false
# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false
"""A network as a file for other programs: GraphML, GEXF and node-link JSON.

The only module that touches networkx. What is empty is left out, since a null is no value in any
of the three, and so is what XML cannot hold.
"""

import io
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

import networkx as nx

from graph.domain.cells import printable

Value = str | float | bool | None


class GraphFormat(StrEnum):
    """What Gephi, networkx and igraph read; the value is the ending of the file."""

    GRAPHML = "graphml"
    GEXF = "gexf"
    JSON = "json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A thing in the network; ``label`` is what a drawing shows."""

    id: str
    label: str
    attributes: Mapping[str, Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A tie between two nodes, without a direction; two nodes may have more than one."""

    source: str
    target: str
    attributes: Mapping[str, Value]


def write(nodes: Iterable[Node], lines: Iterable[Line], format: GraphFormat) -> bytes:
    """Return the file as bytes, in UTF-8."""
    drawn = nx.MultiGraph()
    for node in nodes:
        drawn.add_node(node.id, label=printable(node.label), **_known(node.attributes))
    for number, line in enumerate(lines):
        # The key becomes the id of the line in the file, where each must be another.
        drawn.add_edge(line.source, line.target, key=f"e{number}", **_known(line.attributes))
    match format:
        case GraphFormat.GRAPHML:
            return _written(nx.write_graphml_xml, drawn)
        case GraphFormat.GEXF:
            return _written(nx.write_gexf, drawn)
        case GraphFormat.JSON:
            return json.dumps(nx.node_link_data(drawn), ensure_ascii=False).encode()


def _known(attributes: Mapping[str, Value]) -> dict[str, Value]:
    return {
        name: printable(value) if isinstance(value, str) else value
        for name, value in attributes.items()
        if value not in {None, ""}
    }


def _written(write_to, drawn) -> bytes:  # noqa: ANN001 # pyright: ignore[reportUnknownParameterType, reportMissingParameterType]
    file = io.BytesIO()
    write_to(drawn, file)
    return file.getvalue()
