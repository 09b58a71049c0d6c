"""Two records of one partner made into one: which ties it has then, and what an undo needs."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from typing import Any

from graph.domain.actors import ActorFields
from graph.domain.folding import fold
from graph.domain.operations import UndoProblem, UndoRefusedError
from graph.domain.references import Reference

# What people choose in the form; all other ties move by themselves.
_CHOSEN = {"WORKS_IN", "LOCATED_IN", "REACHES"}


# What may be united where both partners have something.
_LISTS = ("aliases", "domain_ids", "neighbourhood_ids", "life_stage_ids")


class Pick(StrEnum):
    """Whose value a field has after a merge."""

    KEPT = "kept"
    MERGED = "merged"
    BOTH = "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A tie of a partner to something else. Days in ``properties`` are ISO texts."""

    type: str
    outward: bool
    other_kind: str
    other_id: str
    properties: Mapping[str, Any] = field(default_factory=dict[str, Any])
    other_name: str = ""
    other_version: int | None = None

    @property
    def is_chosen(self) -> bool:
        """Whether this is what the form asks, and not something that moves."""
        return self.type in _CHOSEN or (self.type == "PART_OF" and self.outward)

    @property
    def key(self) -> str:
        """What makes it one with another: where it goes, and all that it says but its source."""
        said = sorted((name, str(value)) for name, value in self.properties.items())
        facts = [pair for pair in said if pair[0] != "source" and pair[1] not in {"", "None"}]
        return f"{self.type} {self.outward} {self.other_id} {facts}"


class MergeRefusedError(ValueError):
    """These two cannot be made one: they are the same record, or the one to keep is archived."""


class ChangedSinceError(UndoRefusedError):
    """A merge cannot be undone by itself: ``changed`` was edited, added or taken away since."""

    def __init__(self, changed: tuple[Reference, ...]) -> None:
        super().__init__(UndoProblem.EDITED)
        self.changed = changed


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """What a merge did, kept on its operation, so that an undo can put back what was.

    ``before`` holds the properties of the kept partner that were written over, ``ties`` what it
    has since, ``versions`` those of all that moved, right after the merge.
    """

    kept_id: str
    kept_name: str
    merged_id: str
    merged_name: str
    before: Mapping[str, Any]
    kept_ties: tuple[Tie, ...]
    merged_ties: tuple[Tie, ...]
    ties: tuple[Tie, ...]
    versions: Mapping[str, int]

    def as_mapping(self) -> dict[str, Any]:
        """Return it as plain values."""
        return asdict(self)

    @classmethod
    def read(cls, detail: Mapping[str, Any]) -> "Merged":
        """Return what ``as_mapping`` gave."""
        ties: dict[str, Any] = {
            name: tuple(Tie(**tie) for tie in detail[name])
            for name in ("kept_ties", "merged_ties", "ties")
        }
        return cls(**(dict(detail) | ties))

    @property
    def moved(self) -> tuple[Tie, ...]:
        """What came along with the partner that is no more."""
        return tuple(
            tie for tie in self.merged_ties if not tie.is_chosen and tie.other_id != self.kept_id
        )

    def came_along(self) -> tuple[Reference, ...]:
        """Return what moved, each thing once."""
        found = {
            tie.other_id: Reference(id=tie.other_id, name=tie.other_name, kind=tie.other_kind)
            for tie in self.moved
        }
        return tuple(found.values())

    def changed_since(self, version: int, ties: Iterable[Tie]) -> tuple[Reference, ...]:
        """Return what is not as the merge left it, given how the kept partner stands now."""
        now = list(ties)
        left, found = Counter(tie.key for tie in self.ties), Counter(tie.key for tie in now)
        named = {tie.key: tie for tie in (*self.ties, *now)}
        differing = [named[key] for key in (left - found) + (found - left)]
        edited = [
            tie
            for tie in now
            if self.versions.get(tie.other_id, tie.other_version) != tie.other_version
        ]
        own = [Reference(id=self.kept_id, name=self.kept_name, kind="Actor")]
        others = {
            tie.other_id: Reference(id=tie.other_id, name=tie.other_name, kind=tie.other_kind)
            for tie in (*differing, *edited)
        }
        return (*(own if version != self.versions[self.kept_id] else ()), *others.values())


def picks_for(kept: ActorFields, merged: ActorFields) -> dict[str, tuple[Pick, ...]]:
    """Return by field in which the two differ what can be picked, the usual pick first.

    Of lists that is both; else what the kept partner has, unless it has nothing.
    """
    ours, theirs = kept.as_mapping(), merged.as_mapping()
    return {
        name: _options(name, ours[name], theirs[name])
        for name in ours
        if ours[name] != theirs[name]
    }


def choose(kept: ActorFields, merged: ActorFields, picks: Mapping[str, Pick]) -> ActorFields:
    """Return the fields after a merge; where nothing allowed is picked, the usual pick holds."""
    chosen: dict[str, Any] = {}
    for name, options in picks_for(kept, merged).items():
        asked = picks.get(name)
        match asked if asked in options else options[0]:
            case Pick.KEPT:
                chosen[name] = getattr(kept, name)
            case Pick.MERGED:
                chosen[name] = getattr(merged, name)
            case _both:
                chosen[name] = tuple(dict.fromkeys(getattr(kept, name) + getattr(merged, name)))
    return replace(kept, **chosen)


def _options(name: str, ours: object, theirs: object) -> tuple[Pick, ...]:
    if name in _LISTS and ours and theirs:
        return (Pick.BOTH, Pick.KEPT, Pick.MERGED)
    return (Pick.KEPT, Pick.MERGED) if ours or not theirs else (Pick.MERGED, Pick.KEPT)


def with_old_names(fields: ActorFields, *names: str) -> ActorFields:
    """Return the fields with every name that fell away among the aliases."""
    aliases = {fold(name): name for name in (*names, *fields.aliases)}
    aliases.pop(fold(fields.name), None)
    return replace(fields, aliases=tuple(aliases.values()))


def ties_after(
    fields: ActorFields, kept: Iterable[Tie], merged: Iterable[Tie], *, ids: set[str]
) -> tuple[Tie, ...]:
    """Return the ties that the partner has when two are one.

    Those of a period or role of their own stay apart; equal ones become one, with both sources.
    ``ids`` are those of the two, between which nothing stays.
    """
    moving = [tie for tie in (*kept, *merged) if not tie.is_chosen and tie.other_id not in ids]
    parts = {tie.other_id for tie in moving if tie.type == "PART_OF"}
    chosen = [tie for tie in _chosen_ties(fields) if tie.other_id not in ids | parts]
    found: dict[str, Tie] = {}
    for tie in (*chosen, *moving):
        found[tie.key] = _both(found[tie.key], tie) if tie.key in found else tie
    return tuple(found.values())


def _chosen_ties(fields: ActorFields) -> list[Tie]:
    def outward(type: str, kind: str, id: str, **properties: object) -> Tie:
        return Tie(type=type, outward=True, other_kind=kind, other_id=id, properties=properties)

    return [
        *(
            outward("WORKS_IN", "Domain", id, primary=id == fields.primary_domain)
            for id in fields.domain_ids
        ),
        *(outward("LOCATED_IN", "Neighbourhood", id) for id in fields.neighbourhood_ids),
        *(outward("REACHES", "LifeStage", id) for id in fields.life_stage_ids),
        *(outward("PART_OF", "Actor", id) for id in [fields.parent_id] if id),
    ]


def _both(one: Tie, other: Tie) -> Tie:
    """Return one tie that tells the sources of both."""
    sources = dict.fromkeys(
        [*(one.properties.get("source") or ()), *(other.properties.get("source") or ())]
    )
    return replace(one, properties={**one.properties, "source": list(sources)}) if sources else one
