"""Snapshots in the graph: one per network and ISO week, never rewritten."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from datetime import date, datetime, timedelta
from typing import Any

from graph.analysis.measures import measure as measure_network
from graph.analysis.network import project
from graph.database import Graph, Row, Runner
from graph.domain.calendar import end_of_day, iso_week, local_day
from graph.domain.energy import (
    ENERGY_VERSION,
    ContactState,
    Energy,
    is_lively,
    measure,
)
from graph.domain.snapshots import (
    CONTENT_VERSION,
    Reading,
    Snapshot,
    SnapshotMeasures,
    missing_days,
)
from graph.domain.words import Form, Status
from graph.identity import new_id
from graph.queries import load_query
from graph.repositories.energy import facts_of

_LIST_ACTORS = load_query("snapshots/list_actors")
_LIST_COLLABORATIONS = load_query("snapshots/list_collaborations")
_COUNT_MOMENTS = load_query("snapshots/count_moments")
_CREATE = load_query("snapshots/create")
_LIST_NEWEST = load_query("snapshots/list_newest")
_LIST_OF_WEEKS = load_query("snapshots/list_of_weeks")
_LIST_WEEKS = load_query("snapshots/list_weeks")
_GET_BEGINNING = load_query("snapshots/get_beginning")

_COLD = {ContactState.AMBER, ContactState.RED}
_SIX_DAYS = timedelta(days=6)


def take(graph: Graph, *, network_id: str, on: date, now: datetime) -> bool:
    """Keep the snapshot of the week of ``on``; False, with nothing changed, when there is one.

    What counts is what was true on ``on`` and recorded by the end of that day, so a snapshot
    that is taken later says what was known then; it is marked as late.
    """
    known: Row = {"network_id": network_id, "recorded_before": end_of_day(on)}
    actors, rows, [counted] = graph.read_all(
        lambda tx: (
            tx.read(_LIST_ACTORS, **known),
            known_on(tx, network_id=network_id, on=on),
            tx.read(_COUNT_MOMENTS, **known, since=on - _SIX_DAYS, on=on),
        )
    )
    active: list[Row] = [
        row | {"status": Status.ACTIVE} for row in rows if status_on(row) is Status.ACTIVE
    ]
    energies: dict[str, Energy] = {row["id"]: measure(facts_of(row), on) for row in active}
    shape = _measures([row["id"] for row in actors], active, energies)
    measures = replace(shape, recorded=len(rows), moments=counted["moments"])
    [row] = graph.write(
        _CREATE,
        id=new_id(),
        key=_key(network_id, on),
        network_id=network_id,
        week=iso_week(on),
        on=on,
        computed_at=now,
        late=local_day(now) > on,
        content_version=CONTENT_VERSION,
        energy_version=ENERGY_VERSION,
        measures=json.dumps(asdict(measures)),
        energies=json.dumps({id: asdict(Reading.of(each)) for id, each in energies.items()}),
    )
    return bool(row["created"])


def backfill(graph: Graph, *, network_id: str, now: datetime, most: int) -> int:
    """Take snapshots of past weeks that have none, the newest ``most``; return how many.

    Each says what was known on the Monday of its week, and is marked as late.
    """
    today = local_day(now)
    [row] = graph.read(_GET_BEGINNING, network_id=network_id)
    taken = {row["week"] for row in graph.read(_LIST_WEEKS, network_id=network_id)}
    missing = missing_days(row["began"], taken, today)[:most]
    return sum(take(graph, network_id=network_id, on=day, now=now) for day in missing)


def list_newest(graph: Graph, *, network_id: str, until: date, limit: int = 52) -> list[Snapshot]:
    """The snapshots of a network up to a day, newest first."""
    rows = graph.read(_LIST_NEWEST, network_id=network_id, until=until, limit=limit)
    return [_snapshot(row) for row in rows]


def of_weeks(graph: Graph, *, network_id: str, days: Iterable[date]) -> dict[str, Snapshot]:
    """Return by ISO week the snapshots of the weeks of ``days``; a missing one is absent."""
    keys = sorted({_key(network_id, day) for day in days})
    rows = graph.read(_LIST_OF_WEEKS, network_id=network_id, keys=keys)
    return {row["week"]: _snapshot(row) for row in rows}


def _key(network_id: str, on: date) -> str:
    return f"{network_id}:{iso_week(on)}"


def known_on(tx: Runner, *, network_id: str, on: date) -> list[Row]:
    """Return the collaborations and the facts of their energy, true on a day and recorded by it.

    The status of each is told by ``status_on``.
    """
    return tx.read(
        _LIST_COLLABORATIONS, network_id=network_id, on=on, recorded_before=end_of_day(on)
    )


def status_on(row: Row) -> Status | None:
    """Tell from the newest change known then; what has no dated changes never had another.

    None when all that is known of it came later.
    """
    known: list[Row] = [change for change in row["statuses"] if change["counts"]]
    if row["statuses"] and not known:
        return None
    return Status(max(known, key=_when, default=row)["status"])


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
