"""All that the history page tells, read in four queries whatever the size of the network."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from flask import request

from graph.domain.history import Comparison, MovedPartners, compare
from graph.domain.snapshots import Snapshot
from graph.repositories import history, snapshots
from webapp.clock import today
from webapp.context import current_graph, current_network
from webapp.history.chart import Line, line
from webapp.history.telling import (
    Figure,
    collaboration_figures,
    comparison_line,
    day_in_words,
    line_sentence,
    register_figures,
)

_A_YEAR_AND_A_WEEK = 53
_QUARTER = timedelta(weeks=13)
# A line through fewer weeks says more about those weeks than about the network.
_FEW = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryPage:
    """What the page shows. ``kept`` are the snapshots of the past year, oldest first."""

    kept: list[Snapshot]
    figures: list[Figure]
    collaboration: list[Line]
    register: list[Line]
    before: Snapshot | None
    after: Snapshot | None
    comparison: Comparison | None
    moved: MovedPartners
    finding: str

    @property
    def late(self) -> int:
        """How many of them were computed after their day."""
        return sum(each.late for each in self.kept)

    @property
    def weeks(self) -> list[tuple[str, str]]:
        """What can be compared, the newest first: the week, and its day in words."""
        return [(each.week, day_in_words(each.on)) for each in reversed(self.kept)]

    @property
    def is_thin(self) -> bool:
        """Return whether there are too few weeks to see a trend in."""
        return len(self.kept) < _FEW


def read_page() -> HistoryPage:
    """Read the lines of the past year, and the two days that are compared."""
    graph, network_id = current_graph(), current_network().id
    kept = snapshots.list_newest(
        graph, network_id=network_id, until=today(), limit=_A_YEAR_AND_A_WEEK
    )[::-1]
    before, after = _chosen(kept)
    found, moved = None, MovedPartners()
    if before and after:
        found = compare(before, after, history.names(graph, network_id=network_id))
        moved = history.moved_partners(
            graph, network_id=network_id, since=before.on, until=after.on
        )
    collaboration, register = collaboration_figures(), register_figures()
    return HistoryPage(
        kept=kept,
        figures=[*collaboration, *register],
        collaboration=_lines(collaboration, kept),
        register=_lines(register, kept),
        before=before,
        after=after,
        comparison=found,
        moved=moved,
        finding=comparison_line(found, before.on) if found and before else "",
    )


def _chosen(kept: Sequence[Snapshot]) -> tuple[Snapshot | None, Snapshot | None]:
    """Return the snapshots of the weeks asked for, else the newest and one of a quarter before."""
    if len(kept) < 2:  # noqa: PLR2004 -- one day differs from nothing
        return None, None
    by_week = {each.week: each for each in kept}
    after = by_week.get(request.args.get("tot", ""), kept[-1])
    earlier = [each for each in kept if each.on <= after.on - _QUARTER] or [kept[0]]
    before = by_week.get(request.args.get("van", ""), earlier[-1])
    if before.on > after.on:
        before, after = after, before
    return (None, None) if before is after else (before, after)


def _lines(figures: Iterable[Figure], kept: Sequence[Snapshot]) -> list[Line]:
    return [found for figure in figures if (found := _line(figure, kept))]


def _line(figure: Figure, kept: Sequence[Snapshot]) -> Line | None:
    known = [
        (each.on, value) for each in kept if (value := figure.value(each.measures)) is not None
    ]
    if not known:
        return None
    days, values = [on for on, _value in known], [value for _on, value in known]
    return line(
        key=figure.key,
        name=figure.name,
        sentence=line_sentence(values, days[0]),
        days=days,
        values=values,
    )
