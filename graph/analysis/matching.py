"""Search that forgives accents and typing errors."""

from collections.abc import Mapping

from graph.analysis.spelling import resembling
from graph.domain.folding import fold


def rank(question: str, names: Mapping[str, str], *, limit: int = 500) -> list[str]:
    """Return the keys of ``names`` (key to folded text) that answer ``question``, best first.

    A text that begins with the question goes first, then one that holds all its words, then one
    that holds words close to them.
    """
    asked = fold(question)
    if not asked:
        return list(names)[:limit]
    words = asked.split()
    exact = [key for key, text in names.items() if all(word in text for word in words)]
    exact.sort(key=lambda key: not names[key].startswith(asked))
    return list(dict.fromkeys([*exact, *resembling(question, names)]))[:limit]
