"""The whole graph, out and in again: every node and relationship with all that it holds.

Labels and types are names, which no statement takes as a parameter; ``graph.queries.naming`` puts
in only those that our own statements know.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from graph.database import Graph, Row, Runner, Transaction
from graph.domain.backups import Canon, Node, Tie, to_line
from graph.domain.batches import BATCH
from graph.queries import known_labels, known_types, load_query, naming

_COUNT_NODES = load_query("backups/count_nodes")
_READ_NODES = load_query("backups/read_nodes")
_READ_TIES = load_query("backups/read_ties")
_FIND_ANY = load_query("backups/find_any")
_REMOVE_NODES = load_query("backups/remove_nodes")
_WRITE_NODES = load_query("backups/write_nodes")
_WRITE_TIES = load_query("backups/write_ties")
_MARK_RESTORE = load_query("backups/mark_restore")
_GET_RESTORE = load_query("backups/get_restore")
_GET_INSTALLED = load_query("backups/get_installed")

_MOST_SECONDS = 1800.0
"""How long a whole graph may be read; a page or a job takes seconds."""
_BUSY, _DONE = 0, 1
_USER = "User"

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Restore:
    """When a backup was put back; ``done`` is False while it runs, and when it was cut short."""

    at: datetime
    done: bool


def read_whole(graph: Graph, work: Callable[[Iterator[Node | Tie]], T]) -> T:
    """Give ``work`` everything in the graph, in one reading transaction and not all at once.

    ``work`` may run again, from the start. All nodes come before the relationships between them.
    """
    return graph.read_all(lambda tx: work(_everything(tx)), timeout=_MOST_SECONDS)


def count_nodes(graph: Graph) -> int:
    """Return how many nodes there are; another number means that somebody worked meanwhile."""
    return int(graph.read(_COUNT_NODES)[0]["nodes"])


def canon(graph: Graph) -> str:
    """Return the sum of all that the graph holds, the same on each engine."""

    def add_up(items: Iterator[Node | Tie]) -> str:
        sum = Canon()
        for item in items:
            sum.add(to_line(item))
        return sum.digest

    return read_whole(graph, add_up)


def is_known(item: Node | Tie) -> bool:
    """Tell whether this program has the names that a line of a backup uses."""
    if isinstance(item, Node):
        return item.label in known_labels()
    labels = {item.from_label, item.to_label}
    return labels <= known_labels() and item.type in known_types()


def is_empty(graph: Graph) -> bool:
    """Tell whether there is nothing that a restore would replace."""
    return not any(graph.read(naming(_FIND_ANY, label)) for label in _labels())


def remove_all(graph: Graph) -> None:
    """Remove everything but what the schema says of itself; accounts first."""
    for label in reversed(_labels()):
        while graph.write(naming(_REMOVE_NODES, label), limit=BATCH)[0]["removed"]:
            pass


def write_all(graph: Graph, items: Iterable[Node | Tie]) -> None:
    """Write what was kept into an empty graph, in pieces; accounts come last.

    So nobody signs in while it is half there. A piece that is written twice shows in ``canon``.
    """
    waiting: dict[tuple[str, ...], list[Row]] = {}
    for item in items:
        names, row = _stored(item)
        if len(names) > 1:  # all nodes come before the first relationship
            _flush(graph, {each: waiting.pop(each) for each in list(waiting) if len(each) == 1})
        rows = waiting.setdefault(names, [])
        rows.append(row)
        if len(rows) == BATCH:
            _flush(graph, {names: waiting.pop(names)})
    _flush(graph, waiting)


def begin_restore(graph: Graph, *, now: datetime) -> None:
    """Leave a mark that stands until ``end_restore``, however the restore ends."""
    graph.write(_MARK_RESTORE, number=_BUSY, now=now)


def end_restore(graph: Graph, *, now: datetime) -> None:
    """Say that everything is back since now."""
    graph.write(_MARK_RESTORE, number=_DONE, now=now)


def last_restore(tx: Runner) -> Restore | None:
    """Return the last restore of this installation, or None."""
    rows = tx.read(_GET_RESTORE)
    return Restore(at=rows[0]["at"], done=rows[0]["number"] == _DONE) if rows else None


def installed_at(graph: Graph) -> datetime | None:
    """Return since when there are data here; None for an engine that was never prepared."""
    rows = graph.read(_GET_INSTALLED)
    return rows[0]["at"] if rows else None


def _labels() -> list[str]:
    """Return the labels in the order of a backup: those of accounts last."""
    return sorted(known_labels(), key=lambda label: (label == _USER, label))


def _everything(tx: Transaction) -> Iterator[Node | Tie]:
    held: set[tuple[str, str]] = set()
    for label in _labels():
        for row in tx.stream(naming(_READ_NODES, label)):
            held.add((label, row["properties"]["id"]))
            yield Node(label=label, properties=row["properties"])
    for label in _labels():
        for row in tx.stream(naming(_READ_TIES, label)):
            # What was made since the nodes were read is for the next backup, at both ends.
            if {(label, row["from_id"]), (row["to_label"], row["to_id"])} <= held:
                yield Tie(from_label=label, **row)


def _stored(item: Node | Tie) -> tuple[tuple[str, ...], Row]:
    if isinstance(item, Node):
        return (item.label,), {"id": item.properties["id"], "properties": item.properties}
    row = {"from_id": item.from_id, "to_id": item.to_id, "properties": item.properties}
    return (item.from_label, item.type, item.to_label), row


def _flush(graph: Graph, waiting: dict[tuple[str, ...], list[Row]]) -> None:
    for names, rows in waiting.items():
        _write(graph, names, rows)


def _write(graph: Graph, names: tuple[str, ...], rows: Sequence[Row]) -> None:
    statement = _WRITE_NODES if len(names) == 1 else _WRITE_TIES
    graph.write(naming(statement, *names), rows=rows)
