"""The controlled words of the field: domains, life stages, policy goals and their like."""

from dataclasses import dataclass
from enum import StrEnum


class Vocabulary(StrEnum):
    """A list of terms; the value is the label in the graph."""

    DOMAIN = "Domain"
    LIFE_STAGE = "LifeStage"
    SETTING = "Setting"
    PREVENTION_TYPE = "PreventionType"
    PILLAR = "Pillar"
    ACTION_LINE = "ActionLine"
    LAW = "Law"
    POLICY_GOAL = "PolicyGoal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One word of a list, in its order, with what it means; ``framework`` is of a policy goal."""

    id: str
    vocabulary: Vocabulary
    label: str
    explanation: str
    position: int
    framework: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """All terms that a network may use."""

    all: tuple[Term, ...]

    def of(self, vocabulary: Vocabulary) -> list[Term]:
        """Return the terms of one list, in their order."""
        return [term for term in self.all if term.vocabulary is vocabulary]

    def choices(self, vocabulary: Vocabulary) -> list[tuple[str, str]]:
        """Return id and label of the terms of one list: the options of a select."""
        return [(term.id, term.label) for term in self.of(vocabulary)]

    @property
    def labels(self) -> dict[str, str]:
        """Return the label of each term by its id."""
        return {term.id: term.label for term in self.all}

    def label(self, term_id: str) -> str:
        """Return the words for an id; the id itself when the term is gone."""
        return next((term.label for term in self.all if term.id == term_id), term_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbourhood:
    """A part of the municipality of a network, or "Stadsbreed"."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class YearMoment:
    """A week or day that returns each year; ``period`` is in words, such as "3e week november"."""

    name: str
    period: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DomainLink:
    """Two domains that a policy text wants to work together, why, and where that stands."""

    domain_id: str
    other_id: str
    why: str
    source: tuple[str, ...]
