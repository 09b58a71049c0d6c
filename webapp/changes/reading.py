"""Lines of the log with what they changed, as every page that shows a log needs them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from graph.domain.calendar import local_day
from graph.domain.changes import Change
from graph.repositories import changes
from webapp.changes.fields import Difference, Fields, Names, differences, ids_in
from webapp.changes.lines import Line, lines
from webapp.context import current_graph, current_network


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line with its details."""

    line: Line
    differences: list[Difference]


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """What was changed on one day."""

    on: date
    entries: list[Entry]


def read_entries(found: Iterable[Change]) -> list[Entry]:
    """Return changes as people read them; the names in them cost one query."""
    told = list(found)
    network = current_network()
    names = read_names(fields for each in told for fields in (each.before, each.after))
    return [
        Entry(line=line, differences=_differences(line.change, names))
        for line in lines(told, network.slug)
    ]


def read_names(fields: Iterable[Fields]) -> Names:
    """Return the names of all that fields speak of, in one query."""
    return changes.names(current_graph(), network_id=current_network().id, ids=ids_in(fields))


def by_day(entries: Iterable[Entry]) -> list[Day]:
    """Return entries, newest first, under the days on which they were made."""
    days = groupby(entries, key=lambda entry: local_day(entry.line.at))
    return [Day(on=on, entries=list(group)) for on, group in days]


def _differences(change: Change, names: Names) -> list[Difference]:
    return differences(change.kind, change.before, change.after, names)
