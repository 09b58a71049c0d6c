"""What a monthly summary finds in a network."""

from datetime import date, timedelta

import pytest

from graph.domain.dashboard import Overview
from graph.domain.map import MapActor, MapCollaboration, NetworkMap
from graph.domain.reminders import Reminder, ReminderKind
from graph.domain.snapshots import SnapshotMeasures
from graph.domain.summaries import SummaryFacts, Trend, carriers, compile_summary
from graph.domain.words import ActorKind, Form, Layer, Status
from tests.given import TODAY

pytestmark = pytest.mark.once


def test_who_alone_holds_others_in_is_told_with_them() -> None:
    star = _map("AB", "AC", "AD", "DE")

    assert [(each.id, each.only_through) for each in carriers(star)] == [("A", ("B", "C"))]
    assert carriers(_map("AB", "BC", "CA")) == []


@pytest.mark.parametrize(
    ("lively", "cold", "trend"),
    [
        (2, 1, Trend.UP),
        (4, 0, Trend.DOWN),
        (4, 1, Trend.SAME),
        (3, 0, Trend.SAME),
    ],
)
def test_a_network_goes_up_when_more_came_alive_than_cooled(
    lively: int, cold: int, trend: Trend
) -> None:
    """Now three are lively and none is cold."""
    summary = compile_summary(_facts(before=_measures(lively=lively, cold=cold)))

    assert (summary.trend, summary.lively.before, summary.cold.before) == (trend, lively, cold)


def test_without_an_earlier_snapshot_the_trend_is_unknown() -> None:
    summary = compile_summary(_facts(before=None))

    assert (summary.trend, summary.compared_on) == (Trend.UNKNOWN, None)


def test_of_what_ends_only_money_is_a_risk_of_the_network() -> None:
    ends, money = (
        Reminder(kind=kind, id="a", name="A", day=TODAY)
        for kind in (ReminderKind.ENDING, ReminderKind.FUNDING)
    )

    assert compile_summary(_facts(before=None, endings=(ends, money))).money.all == (money,)


def _facts(*, before: SnapshotMeasures | None, endings: tuple[Reminder, ...] = ()) -> SummaryFacts:
    return SummaryFacts(
        overview=Overview(
            actors=5,
            unconnected=1,
            active=4,
            vision=0,
            policy=0,
            practice=4,
            lively=3,
            unmeasured=0,
            little_known=0,
            quiet_places=(),
        ),
        map=_map("AB"),
        cold=(),
        endings=endings,
        shape=None,
        before=before,
        before_on=_a_month_before() if before else None,
    )


def _a_month_before() -> date:
    return TODAY - timedelta(days=28)


def _measures(*, lively: int, cold: int) -> SnapshotMeasures:
    return SnapshotMeasures(
        n=5,
        m=4,
        density=0.4,
        components=2,
        isolates=1,
        degree_centralization=0.0,
        betweenness_centralization=0.0,
        transitivity=0.0,
        mean_distance=1.5,
        active=4,
        measured=4,
        lively=lively,
        cold=cold,
    )


def _map(*pairs: str) -> NetworkMap:
    names = sorted({name for pair in pairs for name in pair})
    return NetworkMap(
        actors=tuple(MapActor(id=name, name=name, kind=ActorKind.OTHER) for name in names),
        collaborations=tuple(
            MapCollaboration(
                id=pair,
                name=pair,
                form=Form.WORKING,
                layer=Layer.PRACTICE,
                status=Status.ACTIVE,
                partner_ids=tuple(pair),
            )
            for pair in pairs
        ),
    )
