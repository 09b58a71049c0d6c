"""How fast ``lokale-energie analyse`` measures: ``python -m tests.bench.bench_measures``.

Prints a markdown table: medians, and how they compare with networkx and with bare igraph calls.
"""

import csv
import json
from collections.abc import Callable
from importlib import import_module
from io import StringIO
from statistics import median
from time import process_time
from typing import Any

import igraph

from graph.analysis.edge_list import read_edge_list
from graph.analysis.measures import measure
from webapp.cli.analyse import to_json

ACTORS, TIES = 2_000, 8_000
ROUNDS = 7

# Neither library has types: all that they say is Any here.
nx: Any = import_module("networkx")
ig: Any = igraph


def whole(data: bytes) -> str:
    """All that the command does between reading the file and printing."""
    found = read_edge_list(data)
    return to_json(measure(found.network), found)


def bare_igraph(actors: int, edges: list[tuple[int, int]]) -> list[Any]:
    """The same measures as plain calls, without reading, naming or writing anything."""
    graph = ig.Graph(n=actors, edges=edges)
    return [
        graph.density(),
        graph.connected_components(),
        graph.degree(),
        graph.betweenness(directed=False),
        graph.closeness(normalized=True),
        graph.constraint(),
        graph.transitivity_undirected(),
        graph.transitivity_local_undirected(mode="zero"),
        graph.coreness(),
        graph.articulation_points(),
        graph.bridges(),
    ]


def with_networkx(data: bytes) -> str:
    """The same file to the same JSON, computed by networkx."""
    rows = csv.DictReader(StringIO(data.decode()))
    graph = nx.Graph([(row["source"], row["target"]) for row in rows])
    degrees = dict(graph.degree)
    betweenness = nx.betweenness_centrality(graph, normalized=False)
    columns = {
        "degree": degrees,
        "betweenness": betweenness,
        "closeness": nx.closeness_centrality(graph, wf_improved=False),
        "constraint": nx.constraint(graph),
        "effective_size": nx.effective_size(graph),
        "core": nx.core_number(graph),
    }
    cut_vertices = set(nx.articulation_points(graph))
    n = len(graph)
    most, broker = max(degrees.values()), max(betweenness.values())
    return json.dumps(
        {
            "n": n,
            "m": graph.number_of_edges(),
            "density": nx.density(graph),
            "components": nx.number_connected_components(graph),
            "isolates": nx.number_of_isolates(graph),
            "degree_centralization": (most * n - sum(degrees.values())) / ((n - 1) * (n - 2)),
            "betweenness_centralization": (broker * n - sum(betweenness.values()))
            / ((n - 1) ** 2 * (n - 2) / 2),
            "transitivity": nx.transitivity(graph),
            "nodes": {
                node: {name: column[node] for name, column in columns.items()}
                | {"cut_vertex": node in cut_vertices}
                for node in graph
            },
        }
    )


def seconds(*works: Callable[[], object], rounds: int) -> list[float]:
    """Return the median processor time of each; they take turns, so that all have like weather."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(rounds):
        for work, spent in zip(works, times, strict=True):
            start = process_time()
            work()
            spent.append(process_time() - start)
    return [median(spent) for spent in times]


def main() -> None:
    """Measure and print."""
    edges = [(int(one), int(other)) for one, other in nx.gnm_random_graph(ACTORS, TIES, 1).edges]
    data = ("source,target\n" + "".join(f"{one},{other}\n" for one, other in edges)).encode()
    ours, bare = seconds(lambda: whole(data), lambda: bare_igraph(ACTORS, edges), rounds=ROUNDS)
    [theirs] = seconds(lambda: with_networkx(data), rounds=1)
    print(f"## Measures, {ACTORS:,} actors and {TIES:,} ties\n")
    print("| what | median (s) | against `analyse` |")
    print("|---|---|---|")
    print(f"| `analyse`, from file to JSON | {ours:.3f} | 1 |")
    print(f"| bare igraph calls | {bare:.3f} | `analyse` takes {ours / bare:.2f} times as long |")
    print(
        f"| networkx, from file to JSON (once) | {theirs:.1f} | {theirs / ours:.0f} times slower |"
    )


if __name__ == "__main__":
    main()
