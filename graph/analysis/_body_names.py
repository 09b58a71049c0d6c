"""The parts of the name of a body: what tells it apart, what kind it is, which branch.

"Stichting Buurthuis De Kajuit, locatie Noord" is a legal form that says nothing, a kind
(buurthuis), a word that tells it apart (kajuit) and a branch (noord).
"""

import re
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property

from graph.analysis._body_words import HINTS, KINDS, LEGAL, MARKERS, SIDES, SMALL, WIDER
from graph.domain.folding import fold

# An abbreviation has three to six letters: of two, there are too many.
SHORTEST, LONGEST = 3, 6


class Part(Enum):
    """What a word in a name is for."""

    WORD = auto()
    KIND = auto()
    HINT = auto()  # a kind so common that its absence says nothing: "s.v.", "v.v."
    BRANCH = auto()
    NOISE = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A folded word. ``kind`` is the kind of body that it names, None for other words."""

    text: str
    part: Part
    kind: str | None = None


@dataclass(frozen=True)
class Name:
    """A name in tokens, with what comparing asks of it again and again."""

    tokens: tuple[Token, ...]

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words that tell this body from others."""
        return self._of(Part.WORD)

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The kinds of body that the name speaks of."""
        return frozenset(token.kind for token in self.tokens if token.kind)

    @cached_property
    def spoken_kinds(self) -> frozenset[str]:
        """The kinds without the mere hints; where there are no words, a hint is all there is."""
        return frozenset(
            token.kind for token in self.tokens if token.part is Part.KIND and token.kind
        )

    @cached_property
    def branch(self) -> str:
        """Which of several places of one body: "noordoost", "2"; empty for none."""
        return "".join(self._of(Part.BRANCH))

    @cached_property
    def joined(self) -> str:
        """All that is said, as one word: "sport service" and "sportservice" are the same."""
        return "".join(token.text for token in self.tokens if token.part in _SAID)

    @cached_property
    def shorts(self) -> frozenset[str]:
        """The words that may be an abbreviation."""
        return frozenset(
            token.text
            for token in self.tokens
            if token.part in {Part.WORD, Part.HINT} and SHORTEST <= len(token.text) <= LONGEST
        )

    @cached_property
    def abbreviations(self) -> dict[str, tuple[Token, ...]]:
        """The abbreviations that people may make of this name, with the tokens they stand for."""
        return {
            "".join(token.text[0] for token in run): run
            for tokens in self._readings()
            for length in range(SHORTEST, LONGEST + 1)
            for run in (
                tokens[start : start + length] for start in range(len(tokens) - length + 1)
            )
        }

    def _readings(self) -> list[tuple[Token, ...]]:
        """The tokens as an abbreviation may read them: "centrum voor jeugd" is cvj or cj."""
        large = tuple(token for token in self.tokens if token.text not in SMALL)
        said = tuple(token for token in self.tokens if token.part is not Part.NOISE)
        return list(dict.fromkeys([self.tokens, large, said]))

    def _of(self, part: Part) -> tuple[str, ...]:
        return tuple(token.text for token in self.tokens if token.part is part)


_SAID = {Part.WORD, Part.KIND, Part.BRANCH}

_DOTTED = re.compile(r"\b(?:[^\W\d_]\.\s?){2,}")
_ASIDE = re.compile(r"^(?P<name>.+?)\s*\((?P<aside>[^()]+)\)\s*$")


def names_in(text: str) -> list[Name]:
    """Return what ``text`` calls a body: "Trimbos-instituut (Trimbos)" calls it by two names."""
    match _ASIDE.match(text):
        case None:
            found = [text]
        case aside:
            found = [aside["name"], aside["aside"]] if _is_short(aside["aside"]) else [text]
    names = [Name(_tokens(each)) for each in found]
    return [name for name in names if name.joined]


def agree(one: str, other: str) -> bool:
    """Return whether two kinds of body may be one: the same, or one wider than the other."""
    return other in _lineage(one) or one in _lineage(other)


def _lineage(kind: str) -> list[str]:
    found = [kind]
    while found[-1] in WIDER:
        found.append(WIDER[found[-1]])
    return found


def _is_short(aside: str) -> bool:
    return " " not in aside.strip() and aside.strip().casefold() not in SIDES


def _tokens(text: str) -> tuple[Token, ...]:
    together = _DOTTED.sub(lambda dotted: re.sub(r"[.\s]", "", dotted[0]) + " ", text)
    folded = fold(together.replace("&", " en ")).split()
    found: list[Token] = []
    in_branch = False
    for place, word in enumerate(folded):
        in_branch = in_branch or (word in MARKERS and place > 0)
        last = place > 0 and place == len(folded) - 1
        found.append(_token(word, in_branch=in_branch, last=last))
    return tuple(found)


def _token(word: str, *, in_branch: bool, last: bool) -> Token:
    kind = KINDS.get(word)
    if word in LEGAL or word in SMALL or word in MARKERS:
        return Token(word, Part.NOISE)
    if in_branch or word in SIDES or word.isdigit() or (last and word == "centrum"):
        return Token(word, Part.BRANCH)
    if word in HINTS:
        return Token(word, Part.HINT, HINTS[word])
    return Token(word, Part.KIND, kind) if kind else Token(word, Part.WORD)
