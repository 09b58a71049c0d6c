"""Read a network from a file: an edge list or GraphML, with what was odd about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto
from math import isfinite

from graph.analysis.network import Network, Pair


class Fault(Enum):
    """Why a file cannot be read."""

    EMPTY = auto()
    ENCODING = auto()
    COLUMNS = auto()
    FIELDS = auto()
    QUOTES = auto()
    NO_ACTOR = auto()
    WEIGHT = auto()
    NO_WEIGHT = auto()
    XML = auto()
    DOCTYPE = auto()
    NO_GRAPH = auto()
    HYPEREDGE = auto()
    UNKNOWN_ACTOR = auto()


class NetworkFileError(Exception):
    """A file cannot be read as a network; ``row`` counts lines from 1, ``value`` is at fault."""

    def __init__(self, fault: Fault, *, row: int, value: str = "") -> None:
        super().__init__(f"row {row}: {fault.name} {value}".rstrip())
        self.fault, self.row, self.value = fault, row, value


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """One row of a file as it stands there; ``weight`` is None where the file gives none."""

    source: str
    target: str
    weight: float | None
    row: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkFile:
    """A network and what its file held besides."""

    network: Network
    duplicates: int
    self_loops: int
    directed: bool
    ignored_columns: tuple[str, ...]


def join(
    edges: Iterable[Edge],
    *,
    actors: Iterable[str] = (),
    weighted: bool,
    directed: bool = False,
    ignored_columns: tuple[str, ...] = (),
) -> NetworkFile:
    """Make one network of edges: of duplicates, in either direction, the first one counts.

    A self-loop is no tie, but names its actor. ``weighted`` requires a weight on each edge;
    raises NetworkFileError where it lacks.
    """
    ties: dict[Pair, float] = {}
    named = set(actors)
    duplicates = self_loops = 0
    for edge in edges:
        if weighted and edge.weight is None:
            raise NetworkFileError(Fault.NO_WEIGHT, row=edge.row)
        one, other = edge.source, edge.target
        pair = (one, other) if one < other else (other, one)
        if one == other:
            self_loops += 1
            named.add(one)
        elif pair in ties:
            duplicates += 1
        else:
            ties[pair] = 1.0 if edge.weight is None else edge.weight
    return NetworkFile(
        network=Network.of(ties, named),
        duplicates=duplicates,
        self_loops=self_loops,
        directed=directed,
        ignored_columns=ignored_columns,
    )


def parse_weight(text: str, row: int) -> float:
    """Return a weight above zero; a decimal comma is read as a point."""
    try:
        weight = float(text.replace(",", "."))
    except ValueError:
        weight = 0.0
    if not isfinite(weight) or weight <= 0 or not isfinite(1 / weight):
        raise NetworkFileError(Fault.WEIGHT, row=row, value=text)
    return weight
