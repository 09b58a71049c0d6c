"""Search that forgives accents and typing errors."""

from collections.abc import Mapping

from rapidfuzz import fuzz, process

from graph.domain.folding import fold

_GOOD_ENOUGH = 78.0


def rank(question: str, names: Mapping[str, str], *, limit: int = 500) -> list[str]:
    """Return the keys of ``names`` (key to folded text) that answer ``question``, best first.

    A text that holds all words of the question goes before one that only resembles it.
    """
    asked = fold(question)
    if not asked:
        return list(names)[:limit]
    words = asked.split()
    exact = [key for key, text in names.items() if all(word in text for word in words)]
    exact.sort(key=lambda key: not names[key].startswith(asked))
    found = dict.fromkeys(exact)
    for _text, _score, key in process.extract(
        asked, names, scorer=fuzz.WRatio, score_cutoff=_GOOD_ENOUGH, limit=limit
    ):
        found.setdefault(key)
    return list(found)[:limit]
