"""Ways through a network: who is around a partner, and how two of them are connected.

Only active working collaborations connect; see ``NetworkMap.ties``.
"""

from collections import defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass

from graph.domain.map import MapCollaboration, NetworkMap


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A partner on a way, and the collaboration that leads to it; None where the way begins."""

    actor_id: str
    collaboration_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PathFunction:
    """A position at a partner, and which collaborations it carries."""

    id: str
    name: str
    actor_id: str
    carries: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Arrival:
    actor_id: str
    depth: int
    before: str | None = None
    by: str | None = None


def around(network_map: NetworkMap, actor_id: str, *, depth: int) -> frozenset[str]:
    """Return a partner and all who are at most ``depth`` collaborations away from it."""
    return frozenset(each.actor_id for each in _walk(network_map, actor_id) if each.depth <= depth)


def shortest_path(network_map: NetworkMap, start: str, end: str) -> tuple[Step, ...]:
    """Return a way of fewest collaborations, by the strongest where there are more.

    Empty when no chain of collaborations connects the two.
    """
    arrivals: dict[str, _Arrival] = {}
    for each in _walk(network_map, start):
        arrivals[each.actor_id] = each
        if each.actor_id == end:
            return tuple(reversed(list(_back(arrivals, each))))
    return ()


def _walk(network_map: NetworkMap, start: str) -> Iterator[_Arrival]:
    """Yield each partner in reach once, nearest first, with how it was reached."""
    ties_of: defaultdict[str, list[MapCollaboration]] = defaultdict(list)
    for tie in sorted(network_map.ties, key=lambda tie: (-(tie.energy or 0), tie.id)):
        for id in tie.partner_ids:
            ties_of[id].append(tie)
    waiting = deque([_Arrival(actor_id=start, depth=0)])
    seen = {start}
    while waiting:
        yield (here := waiting.popleft())
        for tie in ties_of[here.actor_id]:
            for id in tie.partner_ids:
                if id not in seen:
                    seen.add(id)
                    waiting.append(
                        _Arrival(
                            actor_id=id, depth=here.depth + 1, before=here.actor_id, by=tie.id
                        )
                    )


def _back(arrivals: dict[str, _Arrival], last: _Arrival) -> Iterator[Step]:
    at: _Arrival | None = last
    while at:
        yield Step(actor_id=at.actor_id, collaboration_id=at.by)
        at = arrivals.get(at.before or "")
