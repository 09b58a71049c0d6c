"""The figures for the monitoring: what they count, and what they never tell."""

import urllib.request

from flask import Flask
from prometheus_client import CollectorRegistry, generate_latest
from redis import Redis

from graph.database import Graph
from tasks.figures import count_job
from tests.engines import free_port
from tests.given import Given
from webapp import metrics


def test_requests_jobs_queues_and_mail_are_counted_without_a_name(
    web: Flask, graph: Graph, given: Given, test_broker: Redis
) -> None:
    given.network("noord")
    registry = metrics.init_app(web, graph=graph, broker=test_broker)
    web.test_client().get("/inloggen?next=/n/noord/partners?zoek=kanarie")
    web.test_client().get("/n/noord/partners/kanarie")
    count_job(test_broker, "tasks.upkeep.refresh_energies", outcome="done", seconds=1.5)
    test_broker.rpush("mail", "job")

    told = generate_latest(registry).decode()

    assert _value(told, "jobs_total", "refresh_energies", 'outcome="done"') == 1
    assert _value(told, "job_seconds_total", "refresh_energies") == 1.5
    assert _value(told, "queue_length", 'queue="mail"') == 1
    assert _value(told, "backup_time") >= 0
    assert "lokale_energie_request_seconds_bucket" in told
    assert "kanarie" not in told
    assert "noord" not in told


def test_they_are_on_a_port_of_their_own_and_not_on_the_website(web: Flask) -> None:
    port = free_port()
    metrics.serve(CollectorRegistry(), host="127.0.0.1", port=port)

    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=5) as answer:
        assert answer.status == 200
    assert web.test_client().get("/metrics").status_code == 404
    metrics.serve(CollectorRegistry(), host="127.0.0.1", port=port)  # taken: the site goes on


def _value(told: str, *words: str) -> float:
    [line] = [
        line
        for line in told.splitlines()
        if not line.startswith("#")
        and line.startswith("lokale_energie_")
        and all(w in line for w in words)
    ]
    return float(line.rsplit(" ", 1)[1])
