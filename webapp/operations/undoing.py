"""How each kind of operation is undone."""

from datetime import datetime
from typing import Protocol

from graph.database import Graph
from graph.domain.changes import Author
from graph.domain.operations import Undone
from graph.domain.references import Reference
from graph.domain.words import OperationKind
from graph.repositories import bulk, handovers, merges


class Undo(Protocol):
    """Takes back one operation. Raises UndoRefusedError when that cannot be."""

    def __call__(
        self, graph: Graph, *, network_id: str, operation_id: str, by: Author, now: datetime
    ) -> Undone:
        """Take back what nobody touched since, and tell what is left as it is."""
        ...


UNDO: dict[OperationKind, Undo] = {
    OperationKind.BULK: bulk.undo,
    OperationKind.HANDOVER: handovers.undo,
    OperationKind.MERGE: merges.undo,
}


class ChangedSince(Protocol):
    """Tells what keeps an operation from being undone: what was edited since, by name."""

    def __call__(
        self, graph: Graph, *, network_id: str, operation_id: str
    ) -> tuple[Reference, ...]:
        """Return nothing when it can be undone."""
        ...


CHANGED_SINCE: dict[OperationKind, ChangedSince] = {
    OperationKind.MERGE: merges.changed_since,
}
"""Of what is undone as a whole or not at all; other kinds undo what nobody touched."""
