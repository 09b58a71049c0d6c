"""Bulk edits: one choice for many things, with what it would do to each before it is done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Protocol

from graph.domain.changes import difference
from graph.domain.collaborations import (
    Life,
    StatusChange,
    StatusProblem,
    StatusRefusedError,
)
from graph.domain.words import ActorKind, Layer, Status

MOST = 5000
"""More things than this are not changed at once."""


class Standstill(StrEnum):
    """Why a bulk edit leaves a thing as it is."""

    SAME = "same"
    ARCHIVED = "archived"
    CHANGED = "changed"
    CLOSED = "closed"
    TOO_EARLY = "too_early"
    IN_FUTURE = "in_future"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A thing as a bulk edit saw it. ``fields`` are those that it may change, ready for JSON."""

    id: str
    name: str
    version: int
    updated_at: datetime
    archived: bool
    fields: Mapping[str, Any]
    life: Life | None = None


class Edit(Protocol):
    """What somebody chose to change of many things."""

    @property
    def moves_archive(self) -> bool:
        """Return whether it archives or restores, so that it may touch what is archived."""
        ...

    def apply(self, seen: Seen, now: datetime, today: date) -> dict[str, Any]:
        """Return the fields that it sets, as they will be. Raises StatusRefusedError."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Additions:
    """Words to add to and take from a list, such as neighbourhoods."""

    add: str | None = None
    remove: str | None = None

    def apply(self, words: Sequence[str]) -> list[str]:
        """Return the list after it; the first word of it stays the first."""
        kept = [word for word in words if word != self.remove]
        return [*kept, self.add] if self.add and self.add not in kept else kept


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorEdit:
    """One choice for many partners; what is None or empty stays as it is.

    ``archived`` is True to archive and False to restore.
    """

    kind: ActorKind | None = None
    municipality: str = ""
    verified_on: date | None = None
    primary_domain: str | None = None
    domains: Additions = field(default_factory=Additions)
    neighbourhoods: Additions = field(default_factory=Additions)
    life_stages: Additions = field(default_factory=Additions)
    archived: bool | None = None

    @property
    def moves_archive(self) -> bool:
        """Return whether it archives or restores."""
        return self.archived is not None

    def apply(self, seen: Seen, now: datetime, today: date) -> dict[str, Any]:  # noqa: ARG002 -- as every Edit
        """Return the fields that it sets, as they will be."""
        was = seen.fields
        chosen = {
            "kind": self.kind.value if self.kind else None,
            "municipality": self.municipality or None,
            "verified_on": self.verified_on.isoformat() if self.verified_on else None,
        }
        return (
            {name: value for name, value in chosen.items() if value is not None}
            | {
                "domain_ids": self._domains(was["domain_ids"]),
                "neighbourhood_ids": self.neighbourhoods.apply(was["neighbourhood_ids"]),
                "life_stage_ids": self.life_stages.apply(was["life_stage_ids"]),
            }
            | _archive(self.archived, seen, now)
        )

    def _domains(self, domain_ids: Sequence[str]) -> list[str]:
        found = self.domains.apply(domain_ids)
        if self.primary_domain is None:
            return found
        return [self.primary_domain, *(id for id in found if id != self.primary_domain)]


@dataclass(frozen=True, slots=True, kw_only=True)
class CollaborationEdit:
    """One choice for many collaborations; what is None stays as it is.

    ``on`` is the day from which ``status`` holds; ``operation_id`` names the change of status.
    """

    status: Status | None = None
    on: date | None = None
    layer: Layer | None = None
    rhythm_days: int | None = None
    funded_until: date | None = None
    neighbourhoods: Additions = field(default_factory=Additions)
    life_stages: Additions = field(default_factory=Additions)
    archived: bool | None = None
    operation_id: str = ""

    @property
    def moves_archive(self) -> bool:
        """Return whether it archives or restores."""
        return self.archived is not None

    def apply(self, seen: Seen, now: datetime, today: date) -> dict[str, Any]:
        """Return the fields that it sets, as they will be. Raises StatusRefusedError."""
        was = seen.fields
        chosen = {
            "layer": self.layer.value if self.layer else None,
            "rhythm_days": self.rhythm_days,
            "funded_until": self.funded_until.isoformat() if self.funded_until else None,
        }
        return (
            {name: value for name, value in chosen.items() if value is not None}
            | {
                "neighbourhood_ids": self.neighbourhoods.apply(was["neighbourhood_ids"]),
                "life_stage_ids": self.life_stages.apply(was["life_stage_ids"]),
            }
            | self._status(seen, today)
            | _archive(self.archived, seen, now)
        )

    def _status(self, seen: Seen, today: date) -> dict[str, Any]:
        """Return where the life of a collaboration stands after it."""
        if self.status is None or seen.life is None or seen.life.status is self.status:
            return {}
        change = StatusChange(
            # The same when it is saved again, so that doing it twice is doing it once.
            id=f"{self.operation_id}:{seen.id}",
            status=self.status,
            on=self.on or today,
        )
        return life_fields(seen.life.after(change, today=today))


def life_fields(life: Life) -> dict[str, Any]:
    """Return a life as the fields of a record."""
    return {
        "status": life.status.value,
        "started_on": life.started_on.isoformat() if life.started_on else None,
        "ended_on": life.ended_on.isoformat() if life.ended_on else None,
        "history": [
            {
                "id": each.id,
                "status": each.status.value,
                "on": each.on.isoformat() if each.on else None,
            }
            for each in life.history
        ],
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What a bulk edit would do to one thing; ``left`` says why nothing."""

    seen: Seen
    before: Mapping[str, Any] = field(default_factory=dict[str, Any])
    after: Mapping[str, Any] = field(default_factory=dict[str, Any])
    left: Standstill | None = None


def propose(
    edit: Edit, seen: Seen, *, now: datetime, today: date, since: datetime | None = None
) -> Proposal:
    """Return what an edit would do to a thing that was looked at ``since``."""
    if since and seen.updated_at > since:
        return Proposal(seen=seen, left=Standstill.CHANGED)
    if seen.archived and not edit.moves_archive:
        return Proposal(seen=seen, left=Standstill.ARCHIVED)
    try:
        before, after = difference(seen.fields, edit.apply(seen, now, today))
    except StatusRefusedError as refused:
        return Proposal(seen=seen, left=_REFUSALS[refused.problem])
    return Proposal(seen=seen, before=before, after=after, left=None if after else Standstill.SAME)


_REFUSALS = {
    StatusProblem.SAME: Standstill.SAME,
    StatusProblem.CLOSED: Standstill.CLOSED,
    StatusProblem.TOO_EARLY: Standstill.TOO_EARLY,
    StatusProblem.IN_FUTURE: Standstill.IN_FUTURE,
}


def _archive(archived: bool | None, seen: Seen, now: datetime) -> dict[str, Any]:
    if archived is None or archived == seen.archived:
        return {}
    return {"archived_at": now.isoformat() if archived else None}
