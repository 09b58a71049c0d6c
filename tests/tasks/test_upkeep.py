"""The jobs that keep what is stored true: for every network, also when one is in trouble."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest

from graph.database import Graph
from graph.repositories import snapshots
from tasks import upkeep
from tests.given import NOW, TODAY, Given
from tests.jobs import run_at_once

Rows = Callable[..., list[dict[str, object]]]


@pytest.fixture(autouse=True)
def _on_the_test_graph(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(upkeep, "open_graph", lambda: graph)
    monkeypatch.setattr(upkeep, "_now", lambda: NOW + timedelta(days=42))
    with run_at_once():
        yield


def test_energy_fades_at_night(given: Given, rows: Rows) -> None:
    given.network("noord")
    a, b = given.actor("noord", "a"), given.actor("noord", "b")
    given.collaboration("noord", "samen", a, b, started_on=TODAY)

    upkeep.refresh_energies()

    [row] = rows("MATCH (n:Collaboration) RETURN n.alive AS alive")
    assert row["alive"] == pytest.approx(0.5), "one rhythm later"


def test_new_partners_get_a_place_on_the_map_that_stays(given: Given, rows: Rows) -> None:
    given.network("noord")
    a, b = given.actor("noord", "a"), given.actor("noord", "b")
    given.collaboration("noord", "samen", a, b, started_on=TODAY)
    places = "MATCH (n:Actor) RETURN n.id AS id, n.x AS x, n.y AS y ORDER BY id"

    upkeep.place_networks()
    first = rows(places)
    upkeep.place_networks()

    assert [isinstance(row["x"], float) for row in first] == [True, True]
    assert rows(places) == first


def test_every_network_gets_its_snapshot_once(graph: Graph, given: Given) -> None:
    given.network("noord")
    given.network("zuid")

    upkeep.take_snapshots()
    upkeep.take_snapshots()

    until = TODAY + timedelta(days=42)
    for network_id in ("noord", "zuid"):
        [kept] = snapshots.list_newest(graph, network_id=network_id, until=until)
        assert (kept.on, kept.late) == (until, False)


def test_missed_weeks_are_made_up_for_in_every_network(graph: Graph, given: Given) -> None:
    given.network("noord")
    given.actor("noord", "a")

    upkeep.backfill_snapshots()
    upkeep.backfill_snapshots()

    kept = snapshots.list_newest(graph, network_id="noord", until=TODAY + timedelta(days=42))
    assert len(kept) == 6, "a Monday a week since the partner was recorded"
    assert all(each.late for each in kept)


def test_a_network_in_trouble_keeps_nobody_from_their_turn(
    graph: Graph, given: Given, rows: Rows
) -> None:
    given.network("a-in-trouble")
    given.network("noord")
    rows(
        "CREATE (:Collaboration {id: 'bad', network_id: 'a-in-trouble', status: 'active', "
        "layer: 'nonsense', started_on: $on, created_at: $at})",
        at=NOW,
        on=TODAY,
    )

    upkeep.take_snapshots()

    until = TODAY + timedelta(days=42)
    assert snapshots.list_newest(graph, network_id="a-in-trouble", until=until) == []
    assert len(snapshots.list_newest(graph, network_id="noord", until=until)) == 1
