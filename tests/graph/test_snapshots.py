"""Snapshots: one a week, of what was known on their day, and never rewritten."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from graph.database import Graph
from graph.domain.calendar import iso_week
from graph.domain.energy import measure
from graph.domain.snapshots import missing_days
from graph.domain.words import Form, Status
from graph.repositories import energy, snapshots
from tests.given import NOW, TODAY, Given

Rows = Callable[..., list[dict[str, object]]]

_STORED = "MATCH (n:Snapshot) RETURN n.measures AS measures, n.energies AS energies"
_VERSION_1 = (
    '{"n": 4, "m": 1, "density": 0.1, "components": 3, "isolates": 2, "active": 1, '
    '"degree_centralization": 0.0, "betweenness_centralization": 0.0, "transitivity": 0.0, '
    '"mean_distance": 1.0, "measured": 1, "lively": 1, "cold": 0}'
)

WEEK_AGO = NOW - timedelta(days=7, minutes=1)


def test_a_snapshot_keeps_measures_and_energies(graph: Graph, given: Given) -> None:
    given.network("noord")
    a, b, c, _alone = (given.actor("noord", name) for name in "abcd")
    tie = given.collaboration("noord", "samen", a, b, started_on=TODAY)
    given.collaboration("noord", "lijst", a, b, c, form=Form.MEMBERSHIP, started_on=TODAY)
    given.collaboration("noord", "wens", b, c, status=Status.WISHED)

    assert snapshots.take(graph, network_id="noord", on=TODAY, now=NOW) is True

    [kept] = snapshots.list_newest(graph, network_id="noord", until=TODAY)
    measures = kept.measures
    assert (kept.week, kept.on, kept.late) == (iso_week(TODAY), TODAY, False)
    assert (measures.n, measures.m, measures.isolates) == (4, 1, 2)
    assert (measures.active, measures.measured, measures.cold) == (2, 2, 0)
    stored = graph_score(graph, tie)
    assert kept.energies[tie].energy == round(stored, 4)


def test_the_first_of_a_week_stays(graph: Graph, given: Given) -> None:
    given.network("noord")
    snapshots.take(graph, network_id="noord", on=TODAY, now=NOW)
    given.actor("noord", "Later")

    again = snapshots.take(
        graph, network_id="noord", on=TODAY + timedelta(days=1), now=NOW + timedelta(days=1)
    )

    [kept] = snapshots.list_newest(graph, network_id="noord", until=TODAY + timedelta(days=1))
    assert again is False
    assert kept.measures.n == 0


def test_a_late_one_says_what_was_known_then(graph: Graph, given: Given) -> None:
    given.network("noord")
    a, b = given.actor("noord", "a"), given.actor("noord", "b")
    given.collaboration("noord", "samen", a, b, started_on=TODAY - timedelta(days=30))
    yesterday = TODAY - timedelta(days=1)

    snapshots.take(graph, network_id="noord", on=yesterday - timedelta(days=7), now=NOW)
    snapshots.take(graph, network_id="noord", on=TODAY, now=NOW + timedelta(days=8))

    later, earlier = snapshots.list_newest(graph, network_id="noord", until=TODAY)
    assert (earlier.late, earlier.measures.n, earlier.measures.active) == (True, 0, 0)
    assert (later.late, later.measures.n, later.measures.active) == (True, 2, 1)


def test_what_was_recorded_later_does_not_count(graph: Graph, given: Given, rows: Rows) -> None:
    given.network("noord")
    a, b = given.actor("noord", "a"), given.actor("noord", "b")
    tie = given.collaboration("noord", "samen", a, b, started_on=TODAY - timedelta(days=84))
    given.moment("noord", on=TODAY - timedelta(days=7), collaboration_ids=(tie,))
    rows(
        "MATCH (n) WHERE n:Actor OR n:Collaboration OR n:StatusChange SET n.created_at = $at",
        at=WEEK_AGO,
    )

    for weeks in (1, 0):
        on = TODAY - timedelta(weeks=weeks)
        snapshots.take(graph, network_id="noord", on=on, now=NOW)

    now, then = snapshots.list_newest(graph, network_id="noord", until=TODAY)
    assert then.energies[tie].contact == 0.2806, "77 days after the start, at a rhythm of 42"
    assert now.energies[tie].contact == 0.8909, "7 days after the moment that is known by now"


def test_an_unchanged_network_gives_the_same_bytes(graph: Graph, given: Given, rows: Rows) -> None:
    given.network("noord")
    made = [given.actor("noord", name) for name in "abcde"]
    for number in range(4):
        given.collaboration("noord", f"samen {number}", *made[number:], started_on=TODAY)

    snapshots.take(graph, network_id="noord", on=TODAY, now=NOW)
    [first] = rows(_STORED)
    rows("MATCH (n:Snapshot) DETACH DELETE n")
    snapshots.take(graph, network_id="noord", on=TODAY, now=NOW + timedelta(days=30))

    assert rows(_STORED) == [first]


def test_missed_weeks_are_made_up_for_newest_first_and_marked(
    graph: Graph, given: Given, rows: Rows
) -> None:
    given.network("noord")
    a, b = given.actor("noord", "a"), given.actor("noord", "b")
    given.collaboration("noord", "samen", a, b, started_on=TODAY - timedelta(days=60))
    given.moment("noord", on=TODAY - timedelta(days=8), actor_ids=(a,))
    rows("MATCH (n) SET n.created_at = $at", at=NOW - timedelta(days=30))
    snapshots.take(graph, network_id="noord", on=TODAY, now=NOW)

    made = [snapshots.backfill(graph, network_id="noord", now=NOW, most=3) for _ in range(3)]

    kept = snapshots.list_newest(graph, network_id="noord", until=TODAY)
    mondays = [each.on for each in kept if each.late]
    assert made == [3, 1, 0]
    assert mondays == [TODAY - timedelta(weeks=number) for number in (1, 2, 3, 4)]
    assert sum(each.measures.moments or 0 for each in kept) == 1, "in the week that it was"
    assert {each.measures.recorded for each in kept} == {1}


def test_a_snapshot_of_an_older_version_stays_readable(
    graph: Graph, given: Given, rows: Rows
) -> None:
    given.network("noord")
    snapshots.take(graph, network_id="noord", on=TODAY, now=NOW)
    rows("MATCH (n:Snapshot) SET n.content_version = null, n.measures = $old", old=_VERSION_1)

    [kept] = snapshots.list_newest(graph, network_id="noord", until=TODAY)

    assert (kept.content_version, kept.measures.n, kept.measures.recorded) == (1, 4, None)


@pytest.mark.once
@pytest.mark.parametrize(
    ("began", "taken", "today", "missing"),
    [
        (None, "", date(2026, 11, 25), []),
        (date(2026, 11, 24), "", date(2026, 11, 25), []),
        (date(2026, 11, 23), "", date(2026, 11, 25), [date(2026, 11, 23)]),
        (date(2026, 11, 10), "", date(2026, 11, 23), [date(2026, 11, 16)]),
        (date(2026, 11, 9), "2026-W47", date(2026, 11, 23), [date(2026, 11, 9)]),
    ],
)
def test_a_missed_week_is_one_since_the_first_data_without_a_snapshot(
    began: date | None, taken: str, today: date, missing: list[date]
) -> None:
    at = began and datetime(began.year, began.month, began.day, 9, tzinfo=UTC)
    assert missing_days(at, {taken}, today) == missing


def graph_score(graph: Graph, collaboration_id: str) -> float:
    """What the pages show for the same collaboration on the same day."""
    facts = energy.facts(
        graph, network_id="noord", collaboration_ids=[collaboration_id], today=TODAY
    )
    return measure(facts[collaboration_id], TODAY).score or 0.0
