"""What a backup holds, one line for each node and relationship, and which backups are kept."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, cast

from graph.domain.calendar import local_day, local_moment

_DAYS_KEPT = 14
_FIRSTS_KEPT = timedelta(days=90)
_NIGHT = time(2)
"""The time from which a day has a backup of its own, in Dutch time."""
_OVERDUE = timedelta(hours=26)
"""A day, the hour that a clock may go back, and an hour to make it in."""

Properties = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A node with all that it holds; its ``id`` is one of the properties."""

    label: str
    properties: Properties


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A relationship between two nodes, with all that it holds."""

    from_label: str
    from_id: str
    type: str
    to_label: str
    to_id: str
    properties: Properties


class LineError(ValueError):
    """A line that is not one of a backup."""


class Canon:
    """The sum of all that a graph holds, the same in whatever order it is read.

    Each line counts for its SHA-256; the sum of these is kept, so memory stays the same.
    """

    def __init__(self) -> None:
        self._sum = 0

    def add(self, line: str) -> None:
        """Count one line."""
        self._sum += int.from_bytes(hashlib.sha256(line.encode()).digest())

    @property
    def digest(self) -> str:
        """The sum as 64 hexadecimal digits."""
        return f"{self._sum % 2**256:064x}"


def to_line(item: Node | Tie) -> str:
    """Return the one line of JSON that says the same on each engine."""
    if isinstance(item, Node):
        body: dict[str, object] = {"label": item.label}
    else:
        body = {
            "from": [item.from_label, item.from_id],
            "type": item.type,
            "to": [item.to_label, item.to_id],
        }
    # An engine may keep a property that was emptied; it means the same as none.
    held = {name: _packed(value) for name, value in item.properties.items() if value is not None}
    return json.dumps(
        body | {"properties": held}, sort_keys=True, ensure_ascii=False, separators=(",", ":")
    )


def from_line(line: str) -> Node | Tie:
    """Read a line back. Raises LineError when it is not one of ours."""
    try:
        body = cast("dict[str, Any]", json.loads(line))
        properties = {name: _unpacked(value) for name, value in body["properties"].items()}
        if "label" in body:
            if not isinstance(properties["id"], str):
                raise LineError("a node without an id")
            return Node(label=str(body["label"]), properties=properties)
        (from_label, from_id), (to_label, to_id) = body["from"], body["to"]
        return Tie(
            from_label=str(from_label),
            from_id=str(from_id),
            type=str(body["type"]),
            to_label=str(to_label),
            to_id=str(to_id),
            properties=properties,
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise LineError("not a line of a backup") from error


def is_due(newest: datetime | None, now: datetime) -> bool:
    """Tell whether a backup should be made now: one each night, made up for when it was missed."""
    if newest is None:
        return True
    today = local_day(now)
    return local_day(newest) < today and now >= local_moment(today, _NIGHT)


def is_overdue(newest: datetime | None, *, installed_at: datetime | None, now: datetime) -> bool:
    """Tell whether there should have been a backup by now."""
    return now - (newest or installed_at or now) > _OVERDUE


def superfluous(made: Iterable[datetime], now: datetime) -> set[datetime]:
    """Return which backups need not be kept.

    Kept are those of the last fourteen days and the first of each month of the last ninety days,
    so that what a person had removed is nowhere after that.
    """
    firsts: dict[tuple[int, int], datetime] = {}
    everything = sorted(made)
    for at in everything:
        day = local_day(at)
        firsts.setdefault((day.year, day.month), at)
    kept = {at for at in firsts.values() if now - at <= _FIRSTS_KEPT}
    kept |= {at for at in everything if now - at <= timedelta(days=_DAYS_KEPT)}
    return set(everything) - kept


def _packed(value: object) -> object:
    match value:
        case datetime():
            return {"datetime": value.astimezone(UTC).isoformat()}
        case date():
            return {"date": value.isoformat()}
        case list():
            return [_packed(item) for item in cast("list[object]", value)]
        case str() | bool() | int() | float():
            return value
        case _:
            raise TypeError(f"no way to keep a {type(value).__name__}")


def _unpacked(value: object) -> object:
    match value:
        case {"datetime": str(text)}:
            return datetime.fromisoformat(text)
        case {"date": str(text)}:
            return date.fromisoformat(text)
        case list():
            return [_unpacked(item) for item in cast("list[object]", value)]
        case str() | bool() | int() | float():
            return value
        case _:
            raise LineError("a value that no property has")
