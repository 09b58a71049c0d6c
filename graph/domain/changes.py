"""A change: who did what to which thing, and what it was before."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

INSTALLATION = "installation"
"""In the place of a network: the log of what admins do outside any network."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Who makes a change; the name is kept, so that the log reads well when the user is gone."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One line of the log. ``before`` and ``after`` hold the fields that differ.

    ``operation_id`` names the operation that it is a part of, ``undoes`` the one that it takes
    back. ``subject_version`` is the version of the subject after the change, where it was kept.
    """

    at: datetime
    verb: str
    kind: str
    subject_id: str
    subject_name: str
    by_id: str
    by_name: str
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    operation_id: str | None = None
    undoes: str | None = None
    subject_version: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangePage:
    """Part of a log: ``items`` of the ``total`` lines there are."""

    items: tuple[Change, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewChange:
    """A line that is about to be written; of the fields only those that differ are kept."""

    verb: str
    kind: str
    subject_id: str
    subject_name: str
    before: Mapping[str, Any] = field(default_factory=dict[str, Any])
    after: Mapping[str, Any] = field(default_factory=dict[str, Any])
    subject_version: int | None = None


def difference(
    before: Mapping[str, Any], after: Mapping[str, Any]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the fields that differ, as they were and as they are."""
    names = [name for name in after if before.get(name) != after[name]]
    return {name: before.get(name) for name in names}, {name: after[name] for name in names}
