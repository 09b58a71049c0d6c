"""Records: things of the register as bulk work writes them, each with all its fields by name.

The fields are ready for JSON (a day is its ISO text), so a record can be staged, logged and put
back as it was. What one record says of a thing is all that changes; an undo says it the other way.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class RecordKind(StrEnum):
    """What a record is: the label in the graph, in the order in which records are made."""

    ACTOR = "Actor"
    PERSON = "Person"
    POSITION = "Position"
    COLLABORATION = "Collaboration"
    MOMENT = "ContactMoment"


class LeftReason(StrEnum):
    """Why a thing was left as it is."""

    CHANGED = "changed"
    GONE = "gone"
    ARCHIVED = "archived"
    RELATED_GONE = "related_gone"
    CIRCLE = "circle"
    IN_USE = "in_use"


class Deed(StrEnum):
    """What became of a record."""

    ADDED = "added"
    EDITED = "edited"
    REMOVED = "removed"
    UNCHANGED = "unchanged"
    LEFT = "left"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A thing to make, or fields to change of the thing that stands there at ``version``.

    ``rows`` are the rows of a file that it comes from.
    """

    kind: RecordKind
    id: str
    fields: Mapping[str, Any]
    version: int | None = None
    rows: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A thing as it stands, under lock; ``used_by`` are the ids of what leans on it."""

    id: str
    version: int
    archived: bool
    fields: Mapping[str, Any]
    used_by: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one record: enough to tell it, and to take it back.

    ``version`` is that of the thing afterwards; ``before`` holds the fields that changed, as they
    were.
    """

    kind: RecordKind
    id: str
    name: str
    deed: Deed
    version: int | None = None
    before: Mapping[str, Any] = field(default_factory=dict[str, Any])
    rows: tuple[int, ...] = ()
    reason: LeftReason | None = None


def removable(made: Iterable[Kept]) -> set[str]:
    """Return the ids of what can be taken away: nothing else that stays leans on it."""
    leaning = {each.id: each.used_by for each in made}
    free = set(leaning)
    while held := {id for id in free if leaning[id] - free}:
        free -= held
    return free
