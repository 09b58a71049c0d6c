"""Which partners of this network may be one, and what somebody is about to add resembles."""

from collections import OrderedDict
from dataclasses import dataclass
from typing import cast

from flask import current_app

from graph.analysis.duplicates import Known, Match, Record
from graph.domain.actors import ActorFields
from graph.repositories import duplicates
from graph.repositories.duplicates import Partners
from webapp.context import current_graph, current_network

_MOST = 8
_SHOWN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """The partners of a network as read, and filed."""

    partners: Partners
    known: Known

    def by_id(self) -> dict[str, Record]:
        """Return the partners by id."""
        return {record.id: record for record in self.partners.records}


def likely_pairs() -> list[tuple[Match, Record, Record]]:
    """Return the pairs that may be one partner, likeliest first; of each the most tied first.

    Pairs of which people said that they differ are left out.
    """
    kept = _kept()
    by_id, partners = kept.by_id(), kept.partners
    pairs = (
        (match, sorted((match.a, match.b), key=lambda each: -partners.ties[each]))
        for match in kept.known.pairs(limit=len(kept.known.found))
        if frozenset((match.a, match.b)) not in partners.differing
    )
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
    partners = duplicates.read(current_graph(), network_id=network_id)
    before = all_kept.pop(network_id, None)
    if before is None or before.partners.records != partners.records:
        known = Known(partners.records, earlier=before.known if before else None)
    else:
        known = before.known
    all_kept[network_id] = Kept(partners=partners, known=known)
    while len(all_kept) > _MOST:
        all_kept.popitem(last=False)
    return all_kept[network_id]
