"""A programme or intervention: what a collaboration uses, and how well its effect is known."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from graph.domain.actors import Mention, Neighbour
from graph.domain.collaborations import NamedGroup
from graph.domain.folding import search_text, sort_name
from graph.domain.words import ProgrammeKind

EVIDENCE_LEVELS = (
    "goed onderbouwd",
    "eerste aanwijzingen voor effectiviteit",
    "goede aanwijzingen voor effectiviteit",
    "sterke aanwijzingen voor effectiviteit",
)
"""The levels of recognition of the RIVM, weakest first; a text may use other words."""

_LINKED = ("domain_ids", "life_stage_ids", "prevention_type_ids", "pillar_ids")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeFields:
    """What people fill in. ``evidence`` says what is known of the effect; energy leaves it out."""

    name: str
    kind: ProgrammeKind = ProgrammeKind.INTERVENTION
    description: str = ""
    target_group: str = ""
    evidence: str = ""
    evidence_source: str = ""
    evidence_on: date | None = None
    domain_ids: tuple[str, ...] = ()
    life_stage_ids: tuple[str, ...] = ()
    prevention_type_ids: tuple[str, ...] = ()
    pillar_ids: tuple[str, ...] = ()

    def properties(self) -> dict[str, Any]:
        """Return what is stored on the node itself, with the keys to sort and search by."""
        stored = self.as_mapping()
        for name in _LINKED:
            del stored[name]
        return stored | {"sort_name": sort_name(self.name), "search": search_text(self.name)}

    def as_mapping(self) -> dict[str, Any]:
        """Return all fields by name, with lists for tuples."""
        fields: Mapping[str, Any] = asdict(self)
        return {
            name: list(value) if isinstance(value, tuple) else value  # pyright: ignore[reportUnknownArgumentType]
            for name, value in fields.items()
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeSummary:
    """A programme as a line in a list; ``uses`` counts the collaborations of the network."""

    id: str
    name: str
    kind: ProgrammeKind
    domain_ids: tuple[str, ...]
    evidence: str
    evidence_source: str
    evidence_on: date | None
    own: bool
    uses: int
    archived_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammePage:
    """Part of a list: ``items`` of the ``total`` that match."""

    items: tuple[ProgrammeSummary, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """A programme with all that its page shows; a shared one (not ``own``) is read-only."""

    id: str
    version: int
    created_at: datetime
    updated_at: datetime
    archived_at: datetime | None
    own: bool
    fields: ProgrammeFields
    source: tuple[str, ...] = ()
    twins: tuple[Neighbour, ...] = ()
    groups: tuple[NamedGroup, ...] = ()
    mentions: tuple[Mention, ...] = ()
