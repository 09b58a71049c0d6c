"""What resembles a partner that somebody is about to add."""

from collections import OrderedDict
from typing import cast

from flask import current_app

from graph.analysis.duplicates import Known, Match, Record
from graph.domain.actors import ActorFields
from graph.repositories import duplicates
from webapp.context import current_graph, current_network

_MOST = 8
_SHOWN = 3

_Kept = tuple[list[Record], Known]


def record_of(fields: ActorFields) -> Record:
    """Return what is known of a partner that is not there yet."""
    return Record(
        id="",
        name=fields.name,
        aliases=fields.aliases,
        postcode=fields.postcode,
        phone=fields.phone,
        email=fields.email,
        website=fields.website,
        kvk=fields.kvk,
    )


def resembling(record: Record) -> list[tuple[Record, Match]]:
    """Return the partners of this network that may be the one that is typed, likeliest first."""
    records, known = _known()
    by_id = {each.id: each for each in records}
    return [(by_id[match.b], match) for match in known.like(record, limit=_SHOWN)]


def _known() -> _Kept:
    """Return the partners as filed; filing again takes longer than seeing that none changed."""
    kept = cast(
        "OrderedDict[str, _Kept]",
        current_app.extensions.setdefault("known_partners", OrderedDict()),
    )
    network_id = current_network().id
    records = duplicates.records(current_graph(), network_id=network_id)
    if network_id not in kept or kept[network_id][0] != records:
        kept[network_id] = (records, Known(records))
        while len(kept) > _MOST:
            kept.popitem(last=False)
    return kept[network_id]
