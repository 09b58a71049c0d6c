"""What became of a network between two days."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta

import pytest

from graph.database import Graph
from graph.domain.history import Changed, compare
from graph.domain.snapshots import CONTENT_VERSION, Reading, Snapshot, SnapshotMeasures
from graph.repositories import history, snapshots
from tests.given import NOW, TODAY, Given

Rows = Callable[..., list[dict[str, object]]]

NAMES = {id: id.upper() for id in ("a", "b", "c", "d", "e")}


def snapshot(energies: Mapping[str, float | None], *, version: int = 1) -> Snapshot:
    reading = Reading(
        energy=None,
        alive=None,
        firm=None,
        contact=None,
        pulse=None,
        concrete=0,
        breadth=0,
        known=0,
    )
    return Snapshot(
        week="2026-W47",
        on=TODAY,
        computed_at=NOW,
        late=False,
        content_version=CONTENT_VERSION,
        energy_version=version,
        measures=SnapshotMeasures(
            n=0,
            m=0,
            density=0,
            components=0,
            isolates=0,
            degree_centralization=0,
            betweenness_centralization=0,
            transitivity=0,
            mean_distance=None,
            active=0,
            measured=0,
            lively=0,
            cold=0,
        ),
        energies={id: replace(reading, energy=score) for id, score in energies.items()},
    )


@pytest.mark.once
def test_what_began_stopped_warmed_and_cooled_is_told() -> None:
    before = snapshot({"a": 55.0, "b": 70.0, "c": 20.0, "d": None})
    after = snapshot({"a": 62.0, "b": 59.0, "c": 30.0, "e": 90.0})

    found = compare(before, after, NAMES)

    assert found.began == (Changed(id="e", name="E"),)
    assert found.stopped == (Changed(id="d", name="D"),)
    assert found.lit == (Changed(id="a", name="A", points=7),)
    assert found.dimmed == (Changed(id="b", name="B", points=-11),)
    assert found.warmed == (Changed(id="c", name="C", points=10),)
    assert found.cooled == (Changed(id="b", name="B", points=-11),)


@pytest.mark.once
def test_who_rose_or_fell_most_comes_first() -> None:
    before = snapshot({"a": 50.0, "b": 50.0, "c": 50.0, "d": 50.0})
    after = snapshot({"a": 30.0, "b": 10.0, "c": 70.0, "d": 90.0})

    found = compare(before, after, NAMES)

    assert [each.id for each in found.warmed] == ["d", "c"]
    assert [each.id for each in found.cooled] == ["b", "a"]


@pytest.mark.once
def test_another_formula_is_not_compared() -> None:
    found = compare(snapshot({"a": 10.0}, version=0), snapshot({"a": 90.0, "b": 5.0}), NAMES)

    assert (found.comparable, found.lit, found.warmed) == (False, (), ())
    assert [each.id for each in found.began] == ["b"]


def test_partners_come_and_go_between_two_days(graph: Graph, given: Given, rows: Rows) -> None:
    given.network("noord")
    made = {name: given.actor("noord", name) for name in ("Oud", "Nieuw", "Weg", "Even")}
    given.network("zuid")
    given.actor("zuid", "Elders")
    long_ago, lately = NOW - timedelta(days=60), NOW - timedelta(days=10)
    rows("MATCH (n:Actor) WHERE n.name IN ['Oud', 'Weg'] SET n.created_at = $at", at=long_ago)
    rows("MATCH (n:Actor) WHERE n.name IN ['Nieuw', 'Even'] SET n.created_at = $at", at=lately)
    rows("MATCH (n:Actor) WHERE n.name IN ['Weg', 'Even'] SET n.archived_at = $at", at=lately)

    found = history.moved_partners(
        graph, network_id="noord", since=TODAY - timedelta(days=30), until=TODAY
    )

    assert [each.id for each in found.came] == [made["Nieuw"]]
    assert [each.id for each in found.went] == [made["Weg"]]


def test_two_snapshots_differ_in_what_happened_between(
    graph: Graph, given: Given, rows: Rows
) -> None:
    given.network("noord")
    a, b = given.actor("noord", "a"), given.actor("noord", "b")
    tie = given.collaboration("noord", "Samen", a, b, started_on=TODAY - timedelta(days=100))
    rows("MATCH (n) SET n.created_at = $at", at=NOW - timedelta(days=70))
    given.moment("noord", on=TODAY, collaboration_ids=(tie,))
    for weeks in (8, 0):
        snapshots.take(graph, network_id="noord", on=TODAY - timedelta(weeks=weeks), now=NOW)

    after, before = snapshots.list_newest(graph, network_id="noord", until=TODAY)
    found = compare(before, after, history.names(graph, network_id="noord"))

    assert [each.name for each in found.warmed] == ["Samen"]
    assert (found.began, found.stopped) == ((), ())
