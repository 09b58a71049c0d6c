"""Files that hold a network: what is read, what is reported, and which row is wrong."""

from pathlib import Path
from typing import Any

import igraph
import pytest

from graph.analysis.edge_list import read_edge_list
from graph.analysis.files import Fault, NetworkFileError
from graph.analysis.graphml import read_graphml

pytestmark = pytest.mark.once


def graphml(body: str, *, key: str = "", kind: str = "undirected") -> bytes:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
{key}
<graph edgedefault="{kind}">
{body}
</graph>
</graphml>""".encode()


WEIGHT = '<key id="w" for="edge" attr.name="weight" attr.type="double"/>'
NODES = '<node id="a"/><node id="b"/><node id="z"/>'


@pytest.mark.parametrize(
    "data",
    [
        b"source,target,weight\na,b,0.5\nb,c,2\n",
        b"\xef\xbb\xbfSource;Target;Weight\r\na;b;0,5\r\n\r\nb;c;2\r\n",
        b'weight\ttarget\tsource\n0.5\t"b"\ta\n 2 \tc\tb',
        b'"source","target","weight"\n" a ","b","0.5"\n"b","c","2"\n',
    ],
)
def test_an_edge_list_as_spreadsheets_write_it(data: bytes) -> None:
    found = read_edge_list(data, weighted=True)

    assert found.network.ties == {("a", "b"): 0.5, ("b", "c"): 2.0}
    assert (found.duplicates, found.self_loops, found.ignored_columns) == (0, 0, ())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_accents_survive_both_encodings(encoding: str) -> None:
    found = read_edge_list("source,target\nCafé Één,'t Hoekje\n".encode(encoding))

    assert found.network.actors == ("'t Hoekje", "Café Één")


def test_duplicates_count_once_and_a_self_loop_is_no_tie() -> None:
    found = read_edge_list(b"source,target,weight,colour\na,b,3,red\nb,a,1,\na,b,2,\nz,z,1,\n")

    assert found.network.actors == ("a", "b", "z")
    assert found.network.ties == {("a", "b"): 3.0}
    assert (found.duplicates, found.self_loops) == (2, 1)
    assert found.ignored_columns == ("colour",)


def test_a_header_alone_is_an_empty_network() -> None:
    assert read_edge_list(b"source,target").network.actors == ()


def test_a_name_may_hold_the_delimiter_and_a_line_break() -> None:
    found = read_edge_list(b'source,target\n"Huis, tuin","a\nb"\n')

    assert found.network.actors == ("Huis, tuin", "a\nb")


@pytest.mark.parametrize(
    ("data", "fault", "row"),
    [
        (b"", Fault.EMPTY, 1),
        (b"\n  \n", Fault.EMPTY, 1),
        (b"\xff\xfes\x00o\x00", Fault.ENCODING, 1),
        (b"a,b\nb,c\n", Fault.COLUMNS, 1),
        (b"source,target,target\n", Fault.COLUMNS, 1),
        (b"source,target\na,b\nb\n", Fault.FIELDS, 3),
        (b"source,target\na,b,c\n", Fault.FIELDS, 2),
        (b'source,target\na,"b\n', Fault.QUOTES, 2),
        (b'source,target\na,"b"c\n', Fault.QUOTES, 2),
        (b"source,target\na,b\n\n ,c\n", Fault.NO_ACTOR, 4),
        (b"source,target,weight\na,b,1\na,c,-2\n", Fault.WEIGHT, 3),
        (b"source,target,weight\na,b,0\n", Fault.WEIGHT, 2),
        (b"source,target,weight\na,b,nan\n", Fault.WEIGHT, 2),
        (b"source,target,weight\na,b,inf\n", Fault.WEIGHT, 2),
        (b"source,target,weight\na,b,1e-320\n", Fault.WEIGHT, 2),
        (b"source,target,weight\na,b,\n", Fault.WEIGHT, 2),
        (b"source,target,weight\na,b,zwaar\n", Fault.WEIGHT, 2),
    ],
)
def test_a_bad_edge_list_names_the_row(data: bytes, fault: Fault, row: int) -> None:
    with pytest.raises(NetworkFileError) as caught:
        read_edge_list(data)

    assert (caught.value.fault, caught.value.row) == (fault, row)


def test_weights_cannot_be_asked_of_a_list_without_them() -> None:
    with pytest.raises(NetworkFileError) as caught:
        read_edge_list(b"source,target\na,b\n", weighted=True)

    assert (caught.value.fault, caught.value.row) == (Fault.NO_WEIGHT, 2)


def test_graphml_as_igraph_writes_it(tmp_path: Path) -> None:
    graph: Any = igraph.Graph(n=4, edges=[(0, 1), (1, 2)])
    graph.es["weight"] = [0.5, 2]
    graph.write_graphml(str(tmp_path / "net.graphml"))

    found = read_graphml((tmp_path / "net.graphml").read_bytes(), weighted=True)

    assert found.network.actors == ("n0", "n1", "n2", "n3")
    assert found.network.ties == {("n0", "n1"): 0.5, ("n1", "n2"): 2.0}
    assert not found.directed


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ('<edge source="a" target="b"/><edge source="b" target="a"/>', "directed"),
        (
            '<edge source="a" target="b" directed="true"/><edge source="b" target="a"/>',
            "undirected",
        ),
    ],
)
def test_directed_graphml_is_read_as_undirected_and_says_so(body: str, kind: str) -> None:
    found = read_graphml(graphml(NODES + body, kind=kind))

    assert found.network.ties == {("a", "b"): 1.0}
    assert found.network.actors == ("a", "b", "z")
    assert (found.directed, found.duplicates) == (True, 1)


def test_a_default_weight_stands_in_for_a_missing_one() -> None:
    key = WEIGHT.replace("/>", "><default>4</default></key>")
    body = NODES + '<edge source="a" target="b"/><edge source="b" target="z">'
    body += '<data key="other">9</data><data key="w">2</data></edge>'

    found = read_graphml(graphml(body, key=key), weighted=True)

    assert found.network.ties == {("a", "b"): 4.0, ("b", "z"): 2.0}


BOMB = b"""<?xml version="1.0"?>
<!DOCTYPE graphml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
<graphml><graph edgedefault="undirected"><node id="&b;"/></graph></graphml>"""


@pytest.mark.parametrize(
    ("data", "fault", "row"),
    [
        (BOMB, Fault.DOCTYPE, 2),
        (b"", Fault.XML, 1),
        (b"<graphml>\n<graph>\n</graphml>", Fault.XML, 3),
        (b"<graphml/>", Fault.NO_GRAPH, 1),
        (graphml(NODES + "\n<hyperedge/>"), Fault.HYPEREDGE, 6),
        (graphml(NODES + '\n\n<edge source="a" target="q"/>'), Fault.UNKNOWN_ACTOR, 7),
        (graphml(NODES + '\n<edge source="a"/>'), Fault.NO_ACTOR, 6),
        (graphml("\n<node/>"), Fault.NO_ACTOR, 6),
        (
            graphml(
                NODES + '\n<edge source="a" target="b"><data key="w">-1</data></edge>', key=WEIGHT
            ),
            Fault.WEIGHT,
            6,
        ),
    ],
)
def test_bad_graphml_names_the_row(data: bytes, fault: Fault, row: int) -> None:
    with pytest.raises(NetworkFileError) as caught:
        read_graphml(data)

    assert (caught.value.fault, caught.value.row) == (fault, row)
