"""GraphML, as far as it says who is tied to whom and how strongly."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from graph.analysis.files import Edge, Fault, NetworkFile, NetworkFileError, join, parse_weight


def read_graphml(data: bytes, *, weighted: bool = False) -> NetworkFile:
    """Read the bytes of a GraphML file; raises NetworkFileError with the row that is wrong.

    A document type is refused, since entities can make a small file fill the memory.
    """
    root = _parse(data)
    graphs = list(root.all("graph"))
    if not graphs:
        raise NetworkFileError(Fault.NO_GRAPH, row=root.row)
    for hyperedge in root.all("hyperedge"):
        raise NetworkFileError(Fault.HYPEREDGE, row=hyperedge.row)
    actors = {_named(node, "id") for node in root.all("node")}
    return join(
        _edges(root, actors),
        actors=actors,
        weighted=weighted,
        directed=any(graph.attributes.get("edgedefault") == "directed" for graph in graphs)
        or any(edge.attributes.get("directed") == "true" for edge in root.all("edge")),
    )


@dataclass(slots=True, kw_only=True)
class _Element:
    """An element of XML with the line that it starts on."""

    tag: str
    attributes: dict[str, str]
    row: int
    text: str = ""
    children: list["_Element"] = field(default_factory=list["_Element"])

    def all(self, tag: str) -> Iterator["_Element"]:
        """Every element below this one with ``tag``, in the order of the file."""
        waiting = self.children[::-1]
        while waiting:
            element = waiting.pop()
            if element.tag == tag:
                yield element
            waiting.extend(element.children[::-1])

    def first(self, tag: str, key: str | None = None) -> str | None:
        """Return the text of the first child with ``tag``, and with ``key`` if given."""
        for child in self.children:
            if child.tag == tag and (key is None or child.attributes.get("key") == key):
                return child.text.strip()
        return None


def _parse(data: bytes) -> _Element:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    document = _Element(tag="", attributes={}, row=1)
    path = [document]

    def start(tag: str, attributes: dict[str, str]) -> None:
        # A tag comes as "namespace name"; only the name counts.
        element = _Element(
            tag=tag.rpartition(" ")[2], attributes=attributes, row=parser.CurrentLineNumber
        )
        path[-1].children.append(element)
        path.append(element)

    def end(_: str) -> None:
        path.pop()

    def text(characters: str) -> None:
        path[-1].text += characters

    def refuse(*_: object) -> None:
        raise NetworkFileError(Fault.DOCTYPE, row=parser.CurrentLineNumber)

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = text, refuse
    try:
        parser.Parse(data, True)  # noqa: FBT003
    except expat.ExpatError as error:
        raise NetworkFileError(Fault.XML, row=error.lineno) from error
    return document


def _edges(root: _Element, actors: set[str]) -> Iterator[Edge]:
    keys = [key for key in root.all("key") if key.attributes.get("attr.name") == "weight"]
    key = next((key for key in keys if key.attributes.get("for") in {"edge", "all", None}), None)
    default = key and key.first("default")
    for edge in root.all("edge"):
        weight = edge.first("data", key.attributes.get("id")) if key else None
        weight = default if weight is None else weight
        yield Edge(
            source=_known(edge, "source", actors),
            target=_known(edge, "target", actors),
            weight=None if weight is None else parse_weight(weight, edge.row),
            row=edge.row,
        )


def _named(element: _Element, attribute: str) -> str:
    if name := element.attributes.get(attribute, "").strip():
        return name
    raise NetworkFileError(Fault.NO_ACTOR, row=element.row)


def _known(edge: _Element, attribute: str, actors: set[str]) -> str:
    if (name := _named(edge, attribute)) in actors:
        return name
    raise NetworkFileError(Fault.UNKNOWN_ACTOR, row=edge.row, value=name)
