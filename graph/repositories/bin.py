"""What was archived lately, of every kind."""

from datetime import date, timedelta

from graph.database import Graph, Row, Runner
from graph.domain.bin import Archived, first_day
from graph.domain.calendar import end_of_day
from graph.queries import load_query

_LIST_ARCHIVED = load_query("bin/list_archived")
_LIST_ARCHIVERS = load_query("bin/list_archivers")

# Of each kind; a bulk change that archived more is undone as one.
_MOST = 200


def read(graph: Graph, *, network_id: str, today: date) -> list[Archived]:
    """What was archived in the last 30 days, the newest first; at most 200 of a kind."""
    since = end_of_day(first_day(today) - timedelta(days=1))

    def work(tx: Runner) -> list[Archived]:
        rows = tx.read(_LIST_ARCHIVED, network_id=network_id, since=since, limit=_MOST)
        ids = sorted({_logged_as(row) for row in rows})
        log = tx.read(_LIST_ARCHIVERS, network_id=network_id, ids=ids, since=since)
        # A thing and the line about it carry the same moment.
        authors = {(line["subject_id"], line["at"]): line["by_name"] for line in log}
        return [
            Archived(**row, by=authors.get((_logged_as(row), row["archived_at"]), ""))
            for row in sorted(rows, key=lambda row: (row["archived_at"], row["id"]), reverse=True)
        ]

    return graph.read_all(work)


def _logged_as(row: Row) -> str:
    """Return the id under which the log tells it: a puls is a change of its collaboration."""
    return str(row["of_id"] if row["kind"] in {"Rating", "Result"} else row["id"])
