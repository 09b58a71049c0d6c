"""Snapshots in the graph: one per network and ISO week, never rewritten."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from graph.analysis.measures import measure as measure_network
from graph.analysis.network import project
from graph.database import Graph, Row
from graph.domain.calendar import end_of_day, iso_week, local_day
from graph.domain.energy import (
    ENERGY_VERSION,
    ContactState,
    Energy,
    is_lively,
    measure,
)
from graph.domain.snapshots import Reading, Snapshot, SnapshotMeasures
from graph.domain.words import Form, Status
from graph.identity import new_id
from graph.queries import load_query
from graph.repositories.energy import facts_of

_LIST_ACTORS = load_query("snapshots/list_actors")
_LIST_COLLABORATIONS = load_query("snapshots/list_collaborations")
_CREATE = load_query("snapshots/create")
_LIST_NEWEST = load_query("snapshots/list_newest")

_COLD = {ContactState.AMBER, ContactState.RED}


def take(graph: Graph, *, network_id: str, on: date, now: datetime) -> bool:
    """Keep the snapshot of the week of ``on``; False, with nothing changed, when there is one.

    What counts is what was true on ``on`` and recorded by the end of that day, so a snapshot
    that is taken later says what was known then; it is marked as late.
    """
    known: Row = {"network_id": network_id, "recorded_before": end_of_day(on)}
    actors, rows = graph.read_all(
        lambda tx: (
            tx.read(_LIST_ACTORS, **known),
            tx.read(_LIST_COLLABORATIONS, **known, on=on),
        )
    )
    active: list[Row] = [row | {"status": Status.ACTIVE} for row in rows if _was_active(row)]
    energies: dict[str, Energy] = {row["id"]: measure(facts_of(row), on) for row in active}
    [row] = graph.write(
        _CREATE,
        id=new_id(),
        key=f"{network_id}:{iso_week(on)}",
        network_id=network_id,
        week=iso_week(on),
        on=on,
        computed_at=now,
        late=local_day(now) > on,
        energy_version=ENERGY_VERSION,
        measures=json.dumps(asdict(_measures([row["id"] for row in actors], active, energies))),
        energies=json.dumps({id: asdict(Reading.of(each)) for id, each in energies.items()}),
    )
    return bool(row["created"])


def list_newest(graph: Graph, *, network_id: str, until: date, limit: int = 52) -> list[Snapshot]:
    """The snapshots of a network up to a day, newest first."""
    rows = graph.read(_LIST_NEWEST, network_id=network_id, until=until, limit=limit)
    return [_snapshot(row) for row in rows]


def _was_active(row: Row) -> bool:
    """Tell from the newest change known then; what has no dated changes never had another."""
    known: list[Row] = [change for change in row["statuses"] if change["counts"]]
    if row["statuses"] and not known:
        return False
    newest = max(known, key=_when, default=row)
    return newest["status"] == Status.ACTIVE


def _when(change: Row) -> tuple[date, datetime]:
    # A text may name a status without a day: then any dated one came after it.
    return change["on"] or date.min, change["created_at"]


def _measures(
    actor_ids: list[str], active: list[Row], energies: Mapping[str, Energy]
) -> SnapshotMeasures:
    working = [
        {each["id"] for each in row["taking_part"]}
        for row in active
        if row["form"] == Form.WORKING
    ]
    shape = measure_network(project(working, actor_ids))
    scores = [energy.score for energy in energies.values()]
    return SnapshotMeasures(
        n=shape.n,
        m=shape.m,
        density=shape.density,
        components=shape.components,
        isolates=shape.isolates,
        degree_centralization=shape.degree_centralization,
        betweenness_centralization=shape.betweenness_centralization,
        transitivity=shape.transitivity,
        mean_distance=shape.mean_distance,
        active=len(active),
        measured=sum(score is not None for score in scores),
        lively=sum(map(is_lively, scores)),
        cold=sum(
            row["form"] == Form.WORKING and energies[row["id"]].contact.state in _COLD
            for row in active
        ),
    )


def _snapshot(row: Row) -> Snapshot:
    energies: dict[str, dict[str, Any]] = json.loads(row["energies"])
    read: Row = row | {
        "measures": SnapshotMeasures(**json.loads(row["measures"])),
        "energies": {id: Reading(**reading) for id, reading in energies.items()},
    }
    return Snapshot(**read)
