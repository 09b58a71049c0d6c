"""How many questions a page asks the graph."""

from flask.testing import FlaskClient

from graph.database import Graph
from graph.queries import Query


def questions(graph: Graph, client: FlaskClient, path: str) -> int:
    """Return how many queries the page runs once what is kept for a while is there."""
    client.get(path)
    asked: list[Query] = []
    before, graph.on_query = graph.on_query, asked.append
    try:
        assert client.get(path).status_code == 200
    finally:
        graph.on_query = before
    return len(asked)
