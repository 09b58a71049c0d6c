"""How the energy of a collaboration differs from four weeks and a quarter ago."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from graph.domain.calendar import iso_week
from graph.domain.heat import HeatCollaboration
from graph.domain.snapshots import Snapshot, change_since
from graph.repositories import snapshots
from webapp.clock import today
from webapp.context import current_graph, current_network

_FOUR_WEEKS = timedelta(weeks=4)
_QUARTER = timedelta(weeks=13)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """The snapshots of four weeks and of a quarter ago, None where that week has none."""

    four_weeks: Snapshot | None
    quarter: Snapshot | None

    @property
    def is_late(self) -> bool:
        """Return whether one of them was computed after its day."""
        return any(then is not None and then.late for then in (self.four_weeks, self.quarter))

    def in_four_weeks(self, each: HeatCollaboration) -> int | None:
        """Return how many points the energy rose; None when either day has no score."""
        return change_since(self.four_weeks, each.id, each.energy)

    def in_quarter(self, each: HeatCollaboration) -> int | None:
        """Return how many points the energy rose; None when either day has no score."""
        return change_since(self.quarter, each.id, each.energy)

    def falling_first(self, found: Sequence[HeatCollaboration]) -> list[HeatCollaboration]:
        """Return collaborations with what fell most in four weeks first, the unknown last."""
        changes = {each.id: self.in_four_weeks(each) for each in found}
        known = [each for each in found if changes[each.id] is not None]
        unknown = [each for each in found if changes[each.id] is None]
        return [*sorted(known, key=lambda each: changes[each.id] or 0), *unknown]


def read_trend() -> Trend:
    """Read what the energies of this network were."""
    then, earlier = today() - _FOUR_WEEKS, today() - _QUARTER
    found = snapshots.of_weeks(
        current_graph(), network_id=current_network().id, days=(then, earlier)
    )
    return Trend(four_weeks=found.get(iso_week(then)), quarter=found.get(iso_week(earlier)))
