"""The network as it was known at the end of a day, everything in the place that it has now."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from graph.analysis.placing import with_places
from graph.database import Graph, Row
from graph.domain.calendar import end_of_day
from graph.domain.energy import is_lively, measure
from graph.domain.map import MapActor, MapCollaboration, NetworkMap
from graph.domain.words import Form, Layer, Status
from graph.queries import load_query
from graph.repositories.energy import facts_of
from graph.repositories.map import actor_of, by_name, point
from graph.repositories.snapshots import known_on, status_on

_LIST_ACTORS = load_query("map/list_actors_on")
_LIST_DRAWN = load_query("map/list_drawn")


def read(graph: Graph, *, network_id: str, on: date) -> NetworkMap:
    """Return what was true on a day and recorded by then; its energies are those of that day.

    Nothing is saved: what has no place gets one for this picture only.
    """
    actors, rows, drawn = graph.read_all(
        lambda tx: (
            tx.read(_LIST_ACTORS, network_id=network_id, on=on, recorded_before=end_of_day(on)),
            known_on(tx, network_id=network_id, on=on),
            tx.read(_LIST_DRAWN, network_id=network_id),
        )
    )
    looks = {row["id"]: row for row in drawn}
    known = sorted((row | looks[row["id"]] for row in rows), key=by_name)
    collaborations = [
        _collaboration(row, status, on)
        for row in known
        if (status := status_on(row)) not in {None, Status.ENDED}
    ]
    contacts = {row["id"]: row["contacts"] for row in actors}
    standing = _standings(collaborations)
    return with_places(
        NetworkMap(
            actors=tuple(
                _as_it_stood(
                    actor_of(row | _NOTHING_STORED), standing[row["id"]], contacts[row["id"]]
                )
                for row in sorted(actors, key=by_name)
            ),
            collaborations=tuple(collaborations),
        )
    )


_NOTHING_STORED: Row = {
    "energy": None,
    "active": 0,
    "lively": 0,
    "partners": 0,
    "last_contact_on": None,
}


def _collaboration(row: Row, status: Status | None, on: date) -> MapCollaboration:
    energy = measure(facts_of(row | {"status": status}), on)
    return MapCollaboration(
        id=row["id"],
        name=row["name"],
        form=Form(row["form"]),
        layer=Layer(row["layer"]),
        status=Status(status),
        partner_ids=tuple(sorted({part["id"] for part in row["taking_part"]})),
        energy=energy.score,
        contact=energy.contact.state,
        last_contact_on=max(row["contacts"], default=None),
        at=point(row),
    )


def _standings(
    collaborations: Iterable[MapCollaboration],
) -> defaultdict[str, list[MapCollaboration]]:
    """Return of each partner what was active."""
    found: defaultdict[str, list[MapCollaboration]] = defaultdict(list)
    for each in collaborations:
        if each.status is Status.ACTIVE:
            for id in each.partner_ids:
                found[id].append(each)
    return found


def _as_it_stood(
    actor: MapActor, active: list[MapCollaboration], contacts: list[date]
) -> MapActor:
    """Return a partner with what its active collaborations came to, as ``energy`` stores it."""
    scores = [each.energy for each in active if each.energy is not None]
    working = [each for each in active if each.form is Form.WORKING]
    others = {id for each in working for id in each.partner_ids} - {actor.id}
    last = [each.last_contact_on for each in active if each.last_contact_on]
    return replace(
        actor,
        energy=None if actor.is_person else max(scores, default=None),
        active=len(active),
        lively=sum(map(is_lively, scores)),
        partners=len(others),
        last_contact_on=max([*contacts, *last], default=None),
    )
