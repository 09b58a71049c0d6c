"""The jobs that remove a network for good, in batches."""

import structlog

from graph.errors import NotFoundError
from graph.repositories import networks
from tasks.worker import BULK, job, open_graph

log = structlog.stdlib.get_logger(__name__)


@job(queue=BULK)
def remove(network_id: str) -> None:
    """Remove a network of which an admin asked that, with all that stands in it.

    Twice is safe: what is gone is gone, and whoever comes last finds no network.
    """
    try:
        networks.remove(open_graph(), network_id=network_id)
    except NotFoundError:
        log.info("network_gone", network_id=network_id)
    else:
        log.info("network_removed", network_id=network_id)


@job()
def sweep() -> None:
    """Hand removals that still have to be done to a worker. Twice is safe, as ``remove`` is."""
    for network_id in networks.list_removing(open_graph()):
        remove.enqueue(network_id)
