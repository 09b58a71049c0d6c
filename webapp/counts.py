"""The counts beside the menu, kept for a minute: no page waits until thousands are counted."""

from contextlib import suppress

from flask import Flask, Response, request
from redis.exceptions import RedisError

from graph.domain.networks import NetworkSize
from graph.repositories import networks
from webapp.context import current_broker, current_graph, network_or_none

_KEPT_SECONDS = 60


def init_app(app: Flask) -> None:
    """Count again after each change that somebody makes in a network."""
    app.after_request(_forget)


def network_size(network_id: str) -> NetworkSize:
    """Return how much stands in a network; at most a minute old when a job changed it."""
    broker, key = current_broker(), _key(network_id)
    try:
        kept = broker.get(key)
        if isinstance(kept, bytes):
            partners, collaborations = kept.split()
            return NetworkSize(partners=int(partners), active_collaborations=int(collaborations))
        counted = networks.size(current_graph(), network_id=network_id)
        broker.set(key, f"{counted.partners} {counted.active_collaborations}", ex=_KEPT_SECONDS)
    except RedisError:
        return networks.size(current_graph(), network_id=network_id)
    return counted


def forget(network_id: str) -> None:
    """Count again at the next page: somebody or a job changed how much stands in a network."""
    with suppress(RedisError):  # then it is a minute old at most
        current_broker().delete(_key(network_id))


def _forget(response: Response) -> Response:
    network = network_or_none()
    if network and request.method == "POST":
        forget(network.id)
    return response


def _key(network_id: str) -> str:
    return f"counts:{network_id}"
