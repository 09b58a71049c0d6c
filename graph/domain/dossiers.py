"""All that is kept of one person, to hand over when they ask for it (article 15 of the GDPR)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.domain.personal_data import REGISTER, Processing

SECRETS: Mapping[str, frozenset[str]] = {
    label: frozenset(names)
    for entry in REGISTER
    if entry.processing is Processing.SIGN_IN
    for label, names in entry.fields.items()
}
"""Hashes and keys: they say nothing to their owner, and much to a thief."""

_WORKINGS = frozenset({"_lock", "token", "lease_until"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A thing in the graph; ``tie`` and ``how`` tell what ties it to the person, if anything."""

    label: str
    fields: Mapping[str, Any]
    tie: str = ""
    how: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """Everything about one person: themselves, what is tied to them, and what names them."""

    name: str
    themselves: Kept
    ties: tuple[Kept, ...]
    mentions: tuple[Kept, ...]


def shown(label: str, properties: Mapping[str, Any]) -> dict[str, Any]:
    """Return the properties of a node that a dossier holds: no secrets, nothing technical."""
    hidden = SECRETS.get(label, frozenset()) | _WORKINGS
    return {name: value for name, value in sorted(properties.items()) if name not in hidden}
