"""Which partners of this network may be one, and what somebody is about to add resembles."""

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from flask import current_app

from graph.analysis.duplicates import Known, Match, Record
from graph.domain.actors import ActorFields
from graph.repositories import duplicates
from webapp.context import current_graph, current_network

_MOST = 8
_SHOWN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """The partners of a network as read, and filed."""

    records: list[Record]
    known: Known

    def by_id(self) -> dict[str, Record]:
        """Return the partners by id."""
        return {record.id: record for record in self.records}


Pair = tuple[Match, Record, Record]


def likely_pairs() -> tuple[list[Match], dict[str, Record]]:
    """Return the pairs that may be one partner, likeliest first, and the partners by id.

    Pairs of which people said that they differ are left out.
    """
    kept = _kept()
    differing = duplicates.differing(current_graph(), network_id=current_network().id)
    found = kept.known.pairs(limit=len(kept.known.found))
    left = [match for match in found if frozenset((match.a, match.b)) not in differing]
    return left, kept.by_id()


def side_by_side(found: Sequence[Match], by_id: Mapping[str, Record]) -> list[Pair]:
    """Return pairs with what is known of both; the one with most to lose goes first, and stays."""
    ids = [id for match in found for id in (match.a, match.b)]
    ties = duplicates.ties(current_graph(), network_id=current_network().id, actor_ids=ids)
    pairs = ((each, sorted((each.a, each.b), key=lambda one: -ties.get(one, 0))) for each in found)
    return [(match, by_id[one], by_id[other]) for match, (one, other) in pairs]


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
    kept = _kept()
    by_id = kept.by_id()
    return [(by_id[match.b], match) for match in kept.known.like(record, limit=_SHOWN)]


def _kept() -> Kept:
    """Return the partners as filed in this process, renewed by what was changed since."""
    all_kept = cast(
        "OrderedDict[str, Kept]",
        current_app.extensions.setdefault("known_partners", OrderedDict()),
    )
    network_id = current_network().id
    records = duplicates.records(current_graph(), network_id=network_id)
    before = all_kept.pop(network_id, None)
    if before is None or before.records != records:
        known = Known(records, earlier=before.known if before else None)
    else:
        known = before.known
    all_kept[network_id] = Kept(records=records, known=known)
    while len(all_kept) > _MOST:
        all_kept.popitem(last=False)
    return all_kept[network_id]
