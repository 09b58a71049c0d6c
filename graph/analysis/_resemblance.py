"""How much two names of bodies resemble each other, and what speaks against their being one."""

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA, Indel, Levenshtein

from graph.analysis._body_names import Name, Part, agree

# What a kind or a branch counts for beside a word: one that a name leaves out says little.
_WEIGHT = {Part.KIND: 0.4, Part.BRANCH: 0.4}
_SAME_WORD = 0.8
_LONG = 12
_FOUR, _NINE = 4, 9
_SLIPS = 2

# What an abbreviation is worth beside the words in full.
_UNFOLDED = 0.88

# fmt: off
_SOUNDS = [
    (re.compile(pattern), heard)
    for pattern, heard in (
        ("ph", "f"), ("ck", "k"), ("th", "t"), ("qu", "kw"), ("x", "ks"), ("y", "i"),
        ("sch", "sg"), ("ch", "g"), ("c(?=[eiy])", "s"), ("c", "k"), ("z", "s"), ("v", "f"),
        ("ei|ij", "y"), ("au", "ou"), ("dt$|d$", "t"), (r"(.)\1+", r"\1"),
    )
]
# fmt: on


@dataclass(frozen=True, slots=True)
class Resemblance:
    """``score`` 0-1; ``apart`` says that the names tell two bodies or branches from each other."""

    score: float
    apart: bool = False
    shortened: bool = False


def resemblance(one: Name, other: Name) -> Resemblance:
    """Compare two names: word by word, forgiving spelling, and unfolding abbreviations."""
    if one.joined == other.joined:
        return Resemblance(1.0)
    one, other, unfolded = _without_shortened(one, other)
    matched, left, right = _match(one.words, other.words)
    is_one_body = bool(matched or unfolded) or not (left or right)
    apart = _are_kinds_apart(one, other) or (is_one_body and one.branch != other.branch)
    if left and right and not apart and _almost_joined(one, other):
        return Resemblance(0.93)
    matched += unfolded * _UNFOLDED
    if not matched and (left or right):
        return Resemblance(0.0, apart=apart)
    shared = matched + _WEIGHT[Part.KIND] * _agreeing_kinds(one, other)
    if one.branch == other.branch:
        shared += _weight_of_branch(one)
    total = (_weight(one) + _weight(other)) / 2 + unfolded
    return Resemblance(
        score=shared / total if total else 0.0,
        apart=apart or bool(matched and left and right),
        shortened=bool(unfolded),
    )


@lru_cache(maxsize=100_000)
def sound(word: str) -> str:
    """Return how a Dutch word sounds, roughly: "Kompas" and "Compass" are the same."""
    for pattern, heard in _SOUNDS:
        word = pattern.sub(heard, word)
    return word


def _weight(name: Name) -> float:
    kinds = _WEIGHT[Part.KIND] * len(name.spoken_kinds)
    return len(name.words) + kinds + _weight_of_branch(name)


def _weight_of_branch(name: Name) -> float:
    return _WEIGHT[Part.BRANCH] if name.branch else 0.0


def _agreeing_kinds(one: Name, other: Name) -> int:
    return sum(
        any(agree(kind, candidate) for candidate in other.spoken_kinds)
        for kind in one.spoken_kinds
    )


def _are_kinds_apart(one: Name, other: Name) -> bool:
    """Return whether these are bodies of two kinds, or one is a part with a kind of its own."""
    strange_here = _strangers(one.kinds, other.kinds)
    strange_there = _strangers(other.kinds, one.kinds)
    if len(strange_here) < len(one.kinds):
        return bool(strange_here or strange_there)
    return bool(strange_here and strange_there)


def _strangers(kinds: frozenset[str], others: frozenset[str]) -> list[str]:
    return [kind for kind in kinds if not any(agree(kind, other) for other in others)]


def _almost_joined(one: Name, other: Name) -> bool:
    """Return whether a long name differs by one slip of the keys, spaces aside."""
    shortest = min(len(one.joined), len(other.joined))
    return (
        shortest >= _LONG
        and OSA.distance(one.joined, other.joined, score_cutoff=1) <= 1
        and not _is_replaced(one.joined, other.joined)
    )


def _match(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[float, list[str], list[str]]:
    """Return how much of the words is in both, and what is left of each."""
    left, right = list(one), list(other)
    matched = 0.0
    for word in one:
        if word in right:
            left.remove(word)
            right.remove(word)
            matched += 1
    for word in list(left):
        quality, nearest = max(
            ((_likeness(word, candidate), candidate) for candidate in right), default=(0.0, "")
        )
        if quality >= _SAME_WORD:
            left.remove(word)
            right.remove(nearest)
            matched += quality
    return matched, left, right


def _likeness(one: str, other: str) -> float:
    """Return 0-1: how likely one word is the other with a slip of the keys.

    By mistake letters are swapped, doubled or left out; where one letter stands for another it
    is more often another word ("noorderlicht", "noorderzicht").
    """
    shortest = min(len(one), len(other))
    if shortest < _FOUR:
        return 0.0
    if sound(one) == sound(other):
        return 0.95
    if OSA.distance(one, other, score_cutoff=1) <= 1:
        return 0.9 if shortest > _FOUR and not _is_replaced(one, other) else 0.7
    return (
        0.85
        if shortest >= _NINE and Indel.distance(one, other, score_cutoff=_SLIPS) <= _SLIPS
        else 0.0
    )


def _is_replaced(one: str, other: str) -> bool:
    return len(one) == len(other) and Levenshtein.distance(one, other) == 1


def _without_shortened(one: Name, other: Name) -> tuple[Name, Name, int]:
    """Take out what stands in one name as an abbreviation of the other; tell how much that was."""
    unfolded = 0
    if one.shorts.isdisjoint(other.abbreviations) and other.shorts.isdisjoint(one.abbreviations):
        return one, other, unfolded
    for swapped in (False, True):
        short, full = (other, one) if swapped else (one, other)
        for token in short.tokens:
            if token.text not in short.shorts or token.text in full.words:
                continue
            if run := full.abbreviations.get(token.text):
                short = Name(tuple(each for each in short.tokens if each is not token))
                full = Name(tuple(each for each in full.tokens if each not in run))
                unfolded += 1
        one, other = (full, short) if swapped else (short, full)
    return one, other, unfolded
