"""Write rows in batches that each fit in one transaction."""

from collections.abc import Iterable, Mapping

from graph.database import Graph
from graph.domain.batches import batches
from graph.queries import Query

_BATCH_SECONDS = 60


def write_rows(
    graph: Graph, query: Query, rows: Iterable[Mapping[str, object]], **params: object
) -> None:
    """Run ``query`` over all rows. It merges, so a batch that runs again changes nothing."""
    for batch in batches(list(rows)):
        graph.transact(
            lambda tx, batch=batch: tx.write(query, rows=batch, **params), timeout=_BATCH_SECONDS
        )
