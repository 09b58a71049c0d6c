"""The drawing of a network, kept until somebody changes something in it."""

from collections import OrderedDict
from datetime import datetime, timedelta
from typing import cast

from flask import current_app

from graph.repositories.map import count_changes
from webapp.clock import now
from webapp.context import current_graph, current_network
from webapp.map.drawing import draw
from webapp.map.reading import current_map

_MOST = 8
# A change that was made just before the hour may be saved just after it.
_STILL_SAVING = timedelta(minutes=5)

_State = tuple[str, datetime, int]
_Drawn = tuple[str, datetime, int, bool]


def current_drawing(*, parts_together: bool) -> str:
    """Return the drawing of this network as JSON, with parts apart or drawn as their whole.

    Each change of people is logged, so the number of changes of this hour tells whether the
    drawing is still true. What no person changes, the energy that fades, shows within the hour.
    """
    kept = cast(
        "OrderedDict[_Drawn, str]",
        current_app.extensions.setdefault("map_drawings", OrderedDict()),
    )
    state = (*_state(), parts_together)
    drawing = kept.get(state)
    if drawing is None:
        drawn = draw(current_map(parts_together=parts_together))
        drawing = kept[state] = current_app.json.dumps(drawn)
        while len(kept) > _MOST:
            kept.popitem(last=False)
    return drawing


def _state() -> _State:
    network_id, hour = current_network().id, now().replace(minute=0, second=0, microsecond=0)
    changes = count_changes(current_graph(), network_id=network_id, since=hour - _STILL_SAVING)
    return network_id, hour, changes
