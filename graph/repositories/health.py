"""What the engine lets a statement do that it should not."""

from graph.database import Graph
from graph.queries import load_query

_LOAD_CSV = load_query("health/load_csv")


def reads_files(graph: Graph) -> bool:
    """Tell whether ``LOAD CSV`` reads a file of the server. Raises UnavailableError."""
    return not graph.refuses(_LOAD_CSV)
