"""The names of a network, kept in this process until somebody changes something in it."""

import threading
import time
from collections import OrderedDict
from dataclasses import dataclass
from typing import cast

from flask import current_app
from redis.exceptions import RedisError

from graph.repositories import search
from graph.repositories.search import Names
from tasks.versions import version
from webapp.context import current_broker, current_graph, current_network

_MOST = 20
# For what was written while the broker was away, so that nobody could tell.
_OLDEST_SECONDS = 600.0

_tidying = threading.Lock()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    names: Names
    version: str
    since: float


def current_names() -> Names:
    """Return the names of this network; reads them only after a change, or when they are old."""
    network_id = current_network().id
    newest = _version(network_id)
    shelf = cast(
        "OrderedDict[str, _Kept]", current_app.extensions.setdefault("names", OrderedDict())
    )
    kept = shelf.get(network_id)
    if kept is None or kept.version != newest or time.monotonic() - kept.since > _OLDEST_SECONDS:
        names = search.read(current_graph(), network_id=network_id)
        kept = _Kept(names=names, version=newest, since=time.monotonic())
    with _tidying:
        shelf[network_id] = kept
        shelf.move_to_end(network_id)
        while len(shelf) > _MOST:
            shelf.popitem(last=False)
    return kept.names


def _version(network_id: str) -> str:
    try:
        return version(current_broker(), network_id)
    except RedisError:
        return ""
