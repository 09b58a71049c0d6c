"""What the map reads and draws, kept until somebody changes something in its network."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from datetime import datetime, timedelta
from typing import Any, TypeVar, cast

from flask import current_app

from graph.repositories.map import count_changes
from webapp.clock import now
from webapp.context import current_graph, current_network

# A map of 5,000 partners takes some ten megabytes, its drawing one or two.
_MOST = 8
# A change that was made just before the hour may be saved just after it.
_STILL_SAVING = timedelta(minutes=5)

_State = tuple[str, datetime, int]
Thing = TypeVar("Thing")


class Keeper:
    """What was kept of the network of this request as it is now.

    Each change of people is logged, so the number of changes of this hour tells whether what is
    kept is still true. What no person changes, the energy that fades, shows within the hour.
    """

    def __init__(self) -> None:
        network_id, hour = current_network().id, now().replace(minute=0, second=0, microsecond=0)
        changes = count_changes(current_graph(), network_id=network_id, since=hour - _STILL_SAVING)
        self._state: _State = (network_id, hour, changes)

    def keep(self, what: str, which: Hashable, make: Callable[[], Thing]) -> Thing:
        """Return what was kept under this name, or make and keep it."""
        shelf = cast(
            "OrderedDict[Hashable, Any]",
            current_app.extensions.setdefault(f"map_{what}", OrderedDict()),
        )
        key = (*self._state, which)
        found = shelf.get(key)
        if found is None:
            found = shelf[key] = make()
            while len(shelf) > _MOST:
                shelf.popitem(last=False)
        return cast("Thing", found)
