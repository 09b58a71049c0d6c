"""How each kind of operation is undone."""

from datetime import datetime
from typing import Protocol

from graph.database import Graph
from graph.domain.changes import Author
from graph.domain.operations import Undone
from graph.domain.words import OperationKind
from graph.repositories import bulk


class Undo(Protocol):
    """Takes back one operation. Raises UndoRefusedError when that cannot be."""

    def __call__(
        self, graph: Graph, *, network_id: str, operation_id: str, by: Author, now: datetime
    ) -> Undone:
        """Take back what nobody touched since, and tell what is left as it is."""
        ...


UNDO: dict[OperationKind, Undo] = {
    OperationKind.BULK: bulk.undo,
}
