"""The night picture of a network, drawn again only after something changed in it."""

from collections import OrderedDict
from datetime import date, datetime
from typing import cast

from flask import current_app

from graph.domain.networks import Network
from tasks.night import Night, night_picture
from webapp.clock import today
from webapp.map.reading import current_map

_Key = tuple[str, date, datetime | None]
_KEPT = 50


def current_picture(network: Network, *, newest: datetime | None) -> Night:
    """Return the picture of a network whose newest recent change was made at ``newest``.

    Reading all partners takes long in a large network, and each change of people is logged, so
    the day and the newest change tell whether the picture is still true.
    """
    kept = cast(
        "OrderedDict[_Key, Night]",
        current_app.extensions.setdefault("night_pictures", OrderedDict()),
    )
    key = (network.id, today(), newest)
    if key not in kept:
        kept[key] = night_picture(current_map(), name=network.name)
        while len(kept) > _KEPT:
            kept.popitem(last=False)
    return kept[key]
