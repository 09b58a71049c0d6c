"""Build a small world: every default is boring, so a test names only what matters."""

from dataclasses import dataclass

from graph.database import Graph


@dataclass
class Given:
    """Puts things in the graph through the repositories, as the product does."""

    graph: Graph
