"""Prepare an engine for this program: constraints, indexes and the version of the data."""

from datetime import datetime

from graph.database import Graph
from graph.errors import NewerDataError
from graph.queries import load_query, schema_queries

DATA_VERSION = 1
"""Raised by one with each change that older programs cannot read."""

_GET_VERSION = load_query("versions/get")
_SET_VERSION = load_query("versions/set")


def prepare(graph: Graph, *, now: datetime) -> None:
    """Apply ``cypher/schema``; safe to run on each start, and by two processes at once.

    Raises NewerDataError, with nothing changed, when a newer program wrote the data.
    """
    found = data_version(graph)
    if found is not None and found > DATA_VERSION:
        raise NewerDataError(f"data version {found}, this program knows {DATA_VERSION}")
    for statement in schema_queries(graph.engine()):
        graph.apply_schema(statement)
    graph.write(_SET_VERSION, number=DATA_VERSION, now=now)


def data_version(graph: Graph) -> int | None:
    """Return the recorded version, or None for an engine that was never prepared."""
    match graph.read(_GET_VERSION):
        case [row]:
            return int(row["number"])
        case _:
            return None
