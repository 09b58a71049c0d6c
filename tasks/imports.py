"""The jobs of imports: do the work that one asks for, find work that was left, forget old rows."""

from datetime import UTC, datetime

import structlog

from graph.database import Graph, Runner
from graph.domain.importing import Import
from graph.errors import NotFoundError
from graph.repositories import import_work, imports
from graph.repositories.import_work import LostClaimError
from tasks.importing import acts
from tasks.importing.running import Clock, Work
from tasks.worker import BULK, job, open_graph

log = structlog.stdlib.get_logger(__name__)


@job(queue=BULK)
def work(network_id: str, import_id: str) -> None:
    """Check an import, bring it in or take it back: whatever it waits for.

    Twice is safe: one worker at a time has it, and a part that is done is done once. What a
    killed worker left goes on after its lease, and what keeps breaking is taken back.
    """
    run(open_graph(), network_id=network_id, import_id=import_id, clock=_now)


@job()
def sweep() -> None:
    """Hand each import with work that nobody does to a worker. Twice is safe, as ``work`` is."""
    for network_id, import_id in imports.list_due(open_graph(), now=_now()):
        work.enqueue(network_id, import_id)


@job(queue=BULK)
def forget() -> None:
    """Forget uploaded rows that nobody needs any more. Twice is safe: then there are none."""
    while import_work.forget_old(open_graph(), now=_now()):
        pass


def run(graph: Graph, *, network_id: str, import_id: str, clock: Clock) -> None:
    """Do what an import waits for, unless another worker has it."""

    def on_take_back(tx: Runner, job: Import) -> None:
        acts.take_back(tx, network_id=network_id, job=job, by=job.by, now=clock())

    try:
        claimed = import_work.claim(
            graph,
            network_id=network_id,
            import_id=import_id,
            now=clock(),
            on_take_back=on_take_back,
        )
        if claimed:
            Work(graph=graph, network_id=network_id, job=claimed, clock=clock).do()
    except NotFoundError:
        log.info("import_gone", import_id=import_id)  # with its network
    except LostClaimError:
        log.info("import_claim_lost", import_id=import_id)


def _now() -> datetime:
    return datetime.now(UTC)
