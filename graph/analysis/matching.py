"""Search that forgives accents and typing errors."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import takewhile

from graph.analysis.spelling import close_words
from graph.domain.folding import fold

# From this many letters on, a word is also looked for inside others.
_TELLING = 3


class NameIndex:
    """Names to be searched many times: made once, then asked in time that hardly grows with it.

    The cost is in the words that differ, not in the names that hold them.
    """

    def __init__(self, texts: Mapping[str, str]) -> None:
        """Index ``texts``, from key to folded text; their order is the order of the answers."""
        self._keys = list(texts)
        self._texts = list(texts.values())
        places: defaultdict[str, list[int]] = defaultdict(list)
        for place, text in enumerate(self._texts):
            for word in set(text.split()):
                places[word].append(place)
        self._places = dict(places)
        self._words = sorted(places)
        self._cut: dict[int, dict[str, list[str]]] = {}

    def find(self, question: str, *, limit: int) -> list[str]:
        """Return the keys of what answers ``question``, best first; no question finds all.

        A text that begins with the question goes first, then one in which each word of it begins
        a word, then one that holds each word somewhere. Where there is none, words close to those
        that were typed are looked for.
        """
        asked = fold(question)
        if not asked:
            return self._keys[:limit]
        found = self._best(asked, limit, self._beginning, self._holding)
        found = found or self._best(asked, limit, self._resembling)
        return [self._keys[place] for place in found[:limit]]

    def _best(self, asked: str, limit: int, *ways: Callable[[str], Iterable[str]]) -> list[int]:
        """Return where the answers stand, found in one way after another until there is enough."""
        found: dict[int, None] = {}
        for near in ways:
            answers = sorted(self._all_of(asked.split(), near))
            found |= dict.fromkeys(at for at in answers if self._texts[at].startswith(asked))
            found |= dict.fromkeys(answers)
            if len(found) >= limit:
                break
        return list(found)

    def _all_of(self, words: list[str], near: Callable[[str], Iterable[str]]) -> set[int]:
        """Return where each of ``words`` stands, or one near to it."""
        found: set[int] | None = None
        for word in words:
            places = set[int]().union(*(self._places[each] for each in near(word)))
            found = places if found is None else found & places
            if not found:
                break
        return found or set()

    def _beginning(self, word: str) -> Iterator[str]:
        first = bisect_left(self._words, word)
        following = (self._words[at] for at in range(first, len(self._words)))
        return takewhile(lambda each: each.startswith(word), following)

    def _holding(self, word: str) -> Iterable[str]:
        if len(word) < _TELLING:
            return self._beginning(word)
        return (each for each in self._words if word in each)

    def _resembling(self, word: str) -> Iterator[str]:
        """Words close to this one, and longer ones that begin with something close to it."""
        yield from close_words(word, self._words)
        if len(word) > _TELLING:
            beginnings = self._beginnings(len(word))
            for beginning in close_words(word, list(beginnings)):
                yield from beginnings[beginning]

    def _beginnings(self, length: int) -> dict[str, list[str]]:
        if length not in self._cut:
            cut: defaultdict[str, list[str]] = defaultdict(list)
            for word in self._words:
                cut[word[:length]].append(word)
            self._cut[length] = cut
        return self._cut[length]


def rank(question: str, names: Mapping[str, str], *, limit: int = 500) -> list[str]:
    """Return the keys of ``names`` (key to folded text) that answer ``question``, best first."""
    return NameIndex(names).find(question, limit=limit)
