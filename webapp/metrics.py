"""Figures for Prometheus on a port of their own; never a name, an address or what people typed.

Requests are counted in this process; one process serves the website, with threads. What workers
do and how the ledger and the queues stand is read when somebody asks.
"""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import structlog
from flask import Flask, Response, g, request
from prometheus_client import CollectorRegistry, Counter, Histogram, start_http_server
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector
from redis import Redis
from redis.exceptions import RedisError

from graph.database import Graph
from graph.errors import GraphError
from graph.repositories import messages
from tasks import backups
from tasks.broker import waiting
from tasks.figures import job_runs, job_seconds
from tasks.worker import QUEUES, task_settings

_SECONDS = (0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 0.8, 1.5, 3.0, 6.0)
_MONTH = timedelta(days=30)

log = structlog.get_logger()


class Requests:
    """Counts each request under its route: the address would tell what is looked at."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self._count = Counter(
            "lokale_energie_requests",
            "Requests by route, method and status.",
            ["endpoint", "method", "status"],
            registry=registry,
        )
        self._seconds = Histogram(
            "lokale_energie_request_seconds",
            "How long a request took.",
            ["endpoint"],
            buckets=_SECONDS,
            registry=registry,
        )

    def count(self, response: Response) -> Response:
        """Count the request that is being answered, which ``webapp.logs`` timed from its start."""
        endpoint = request.endpoint or "none"
        self._count.labels(endpoint, request.method, str(response.status_code)).inc()
        self._seconds.labels(endpoint).observe(time.perf_counter() - g.started)
        return response


class Standings(Collector):
    """How jobs, queues, ledger and backups stand, read at each scrape."""

    def __init__(self, graph: Graph, broker: Redis) -> None:
        self._graph = graph
        self._broker = broker

    def describe(self) -> list[Metric]:
        """Nothing beforehand: what is counted is known when it is read."""
        return []

    def collect(self) -> Iterator[Metric]:
        """Yield what can be reached; what is away is left out, which a monitor notices."""
        try:
            yield from self._from_broker()
        except RedisError:
            log.warning("figures_without_broker")
        try:
            yield self._ledger()
        except GraphError:
            log.warning("figures_without_graph")
        yield self._backup()

    def _from_broker(self) -> Iterator[Metric]:
        runs = CounterMetricFamily(
            "lokale_energie_jobs", "Jobs by name and outcome.", labels=["job", "outcome"]
        )
        for (name, outcome), count in job_runs(self._broker).items():
            runs.add_metric([name, outcome], count)
        seconds = CounterMetricFamily(
            "lokale_energie_job_seconds", "How long jobs worked in all.", labels=["job"]
        )
        for name, total in job_seconds(self._broker).items():
            seconds.add_metric([name], total)
        queues = GaugeMetricFamily(
            "lokale_energie_queue_length", "Jobs that wait.", labels=["queue"]
        )
        for queue in QUEUES:
            queues.add_metric([queue], waiting(self._broker, queue))
        yield from (runs, seconds, queues)

    def _ledger(self) -> Metric:
        ledger = GaugeMetricFamily(
            "lokale_energie_mails", "Mails of thirty days.", labels=["kind", "state"]
        )
        counts: dict[tuple[str, str], int] = {}
        for each in messages.standings(self._graph, since=datetime.now(UTC) - _MONTH):
            key = (each.kind.value, each.state.value)
            counts[key] = counts.get(key, 0) + each.messages
        for labels, count in counts.items():
            ledger.add_metric(list(labels), count)
        return ledger

    def _backup(self) -> Metric:
        newest = backups.newest(task_settings().backup_dir)
        age = GaugeMetricFamily("lokale_energie_backup_time", "When the newest backup was made.")
        age.add_metric([], newest.timestamp() if newest else 0)
        return age


def init_app(app: Flask, *, graph: Graph, broker: Redis) -> CollectorRegistry:
    """Measure each request of ``app``; returns where the figures are."""
    registry = CollectorRegistry()
    requests = Requests(registry)
    app.after_request(requests.count)
    registry.register(Standings(graph, broker))
    return registry


def serve(registry: CollectorRegistry, *, host: str, port: int) -> None:
    """Show the figures on ``host:port`` for as long as this process lives."""
    try:
        start_http_server(port, addr=host, registry=registry)
    except OSError:
        # The website goes before the monitoring, which will notice by itself.
        log.error("figures_not_served", host=host, port=port)  # noqa: TRY400
