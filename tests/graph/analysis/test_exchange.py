"""What we write, other programs read: networkx all three formats, igraph GraphML."""

import io
import json
from pathlib import Path
from typing import Any, cast

import igraph
import networkx as nx
import pytest

from graph.analysis.exchange import GraphFormat, Line, Node, write

pytestmark = pytest.mark.once

LABEL = 'Café "De Brug" & <Co>\nachterom 🌻\x01'
READABLE = 'Café "De Brug" & <Co>\nachterom 🌻'
NODES = [
    Node(id="a", label=LABEL, attributes={"kind": "actor", "energie": 61.5, "partners": 2}),
    Node(id="b", label="", attributes={"kind": "collaboration", "energie": None, "laag": ""}),
    Node(id="c", label="alleen", attributes={"kind": "actor", "persoon": True}),
]
LINES = [
    Line(source="a", target="b", attributes={"rol": "trekker", "tot": None}),
    Line(source="a", target="b", attributes={"rol": "lid"}),
]


def read(data: bytes, format: GraphFormat) -> Any:
    networks = cast("Any", nx)
    match format:
        case GraphFormat.GRAPHML:
            return networks.read_graphml(io.BytesIO(data), force_multigraph=True)
        case GraphFormat.GEXF:
            return networks.read_gexf(io.BytesIO(data))
        case GraphFormat.JSON:
            return networks.node_link_graph(json.loads(data))


@pytest.mark.parametrize("format", GraphFormat)
def test_networkx_reads_back_all_but_what_is_empty(format: GraphFormat) -> None:
    found = read(write(NODES, LINES, format), format)

    assert dict(found.nodes(data=True)) == {
        "a": {"label": READABLE, "kind": "actor", "energie": 61.5, "partners": 2},
        "b": {"label": "", "kind": "collaboration"},
        "c": {"label": "alleen", "kind": "actor", "persoon": True},
    }
    assert sorted(line["rol"] for _a, _b, line in found.edges(data=True)) == ["lid", "trekker"]
    assert not found.is_directed()


def test_igraph_reads_the_same(tmp_path: Path) -> None:
    path = tmp_path / "net.graphml"
    path.write_bytes(write(NODES, LINES, GraphFormat.GRAPHML))

    found = cast("Any", igraph).Graph.Read_GraphML(str(path))

    assert found.vs["id"] == ["a", "b", "c"]
    assert found.vs[0]["label"] == READABLE
    assert found.vs[0]["energie"] == 61.5
    assert found.es["rol"] == ["trekker", "lid"]


@pytest.mark.parametrize("format", GraphFormat)
def test_an_empty_network_is_a_file_too(format: GraphFormat) -> None:
    assert len(read(write([], [], format), format)) == 0
