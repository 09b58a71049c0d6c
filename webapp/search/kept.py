"""The names of a network, kept in this process until somebody changes something in it."""

import threading
import time
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import cast

from flask import current_app
from redis.exceptions import RedisError

from graph.domain.search import FoundKind
from graph.repositories import search
from graph.repositories.search import KindNames
from tasks.versions import versions
from webapp.context import current_broker, current_graph, current_network

_MOST = 20
# For what was written while the broker was away, so that nobody could tell.
_OLDEST_SECONDS = 600.0

# The nouns in which a write may change a name of this kind, or a name beside it. A noun that is
# not here, such as an import or a merge, may change all of them.
_WRITTEN_IN: Mapping[FoundKind, frozenset[str]] = MappingProxyType(
    {
        FoundKind.ACTOR: frozenset({"actors"}),
        FoundKind.COLLABORATION: frozenset({"collaborations"}),
        FoundKind.PERSON: frozenset({"people", "positions", "actors"}),
        FoundKind.POSITION: frozenset({"positions", "actors"}),
        FoundKind.PROGRAMME: frozenset({"programmes"}),
        FoundKind.FOLLOW_UP: frozenset({"followups", "actors", "collaborations"}),
        FoundKind.MOMENT: frozenset({"moments", "actors", "collaborations"}),
    }
)
_KNOWN_NOUNS = frozenset[str]().union(*_WRITTEN_IN.values())

_renewing = threading.Lock()
_Version = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    names: KindNames
    version: _Version
    since: float


def current_names() -> Mapping[FoundKind, KindNames]:
    """Return the names of this network by kind; reads again only the kinds that changed."""
    network_id = current_network().id
    newest = _versions(network_id)
    kept = _shelf().get(network_id, {})
    if _outdated(kept, newest):
        with _renewing:  # who types fast asks several times: one reads, the others wait for it
            kept = _renewed(network_id, newest)
    return {kind: kept[kind].names for kind in FoundKind}


def _shelf() -> "OrderedDict[str, dict[FoundKind, _Kept]]":
    return cast(
        "OrderedDict[str, dict[FoundKind, _Kept]]",
        current_app.extensions.setdefault("names", OrderedDict()),
    )


def _renewed(network_id: str, newest: Mapping[FoundKind, _Version]) -> dict[FoundKind, _Kept]:
    shelf, now = _shelf(), time.monotonic()
    kept = shelf.get(network_id, {})
    fresh = search.read(
        current_graph(), network_id=network_id, kinds=_outdated(kept, newest)
    ).items()
    shelf[network_id] = kept | {
        kind: _Kept(names=names, version=newest[kind], since=now) for kind, names in fresh
    }
    shelf.move_to_end(network_id)
    while len(shelf) > _MOST:
        shelf.popitem(last=False)
    return shelf[network_id]


def _outdated(
    kept: Mapping[FoundKind, _Kept], newest: Mapping[FoundKind, _Version]
) -> list[FoundKind]:
    oldest = time.monotonic() - _OLDEST_SECONDS
    return [
        kind
        for kind in FoundKind
        if kind not in kept or kept[kind].version != newest[kind] or kept[kind].since < oldest
    ]


def _versions(network_id: str) -> dict[FoundKind, _Version]:
    """Return for each kind what was written last in the nouns that it depends on."""
    try:
        written = versions(current_broker(), network_id)
    except RedisError:
        written = {}
    return {
        kind: frozenset(
            (noun, token)
            for noun, token in written.items()
            if noun in nouns or noun not in _KNOWN_NOUNS
        )
        for kind, nouns in _WRITTEN_IN.items()
    }
