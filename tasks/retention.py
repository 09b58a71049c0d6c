"""The job that carries out the terms of each network ("bewaartermijnen"), after a warning."""

import time
from datetime import UTC, datetime, timedelta

import structlog

from graph.database import Graph
from graph.domain.calendar import local_day
from graph.repositories import networks, retention
from tasks import access_log
from tasks.worker import BULK, job, open_graph, task_settings

# A job has a quarter of an hour; what is left then goes the next night.
_LONGEST = timedelta(minutes=10)

log = structlog.stdlib.get_logger(__name__)


@job(queue=BULK)
def remove_due() -> None:
    """Remove what was announced long enough in every network, and old lines about who looked.

    Twice is safe: what goes follows from the records, and what is gone is not found again.
    """
    graph, end = open_graph(), time.monotonic() + _LONGEST.total_seconds()
    access_log.forget(task_settings().data_dir, today=local_day(_now()))
    for network in networks.list_all(graph):
        try:
            _remove(graph, network.id, end)
        except Exception:
            # Whatever is wrong with one network, the others must have their turn.
            log.exception("retention_failed", network_id=network.id)


def _remove(graph: Graph, network_id: str, end: float) -> None:
    now = _now()
    for term in retention.list_terms(graph, network_id=network_id):
        while time.monotonic() < end and (
            removed := retention.remove_some(
                graph, network_id=network_id, term=term, today=local_day(now), now=now
            )
        ):
            log.info("records_removed", network_id=network_id, kind=term.kind, removed=removed)


def _now() -> datetime:
    return datetime.now(UTC)
