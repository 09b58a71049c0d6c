"""Words with a typing error in them, found among the words that there are."""

from collections.abc import Collection, Iterable, Mapping

from rapidfuzz import fuzz, process

from graph.domain.folding import fold

# One swapped, missing or extra letter in a word of four letters or more.
_RESEMBLES = 75.0
_NEAREST = 50


def resembling(question: str, names: Mapping[str, str]) -> list[str]:
    """Return the keys of ``names`` (key to folded text) that hold each word, or one close to it.

    A whole text hardly resembles a single word, so words are compared with words: "kajiut" finds
    "jongerenhuis de kajuit".
    """
    vocabulary = {word for text in names.values() for word in text.split()}
    close = [close_words(word, vocabulary) for word in fold(question).split()]
    return [
        key
        for key, text in names.items()
        if close and all(not options.isdisjoint(text.split()) for options in close)
    ]


def close_words(word: str, vocabulary: Collection[str]) -> set[str]:
    """Return the words of ``vocabulary`` that may be ``word`` with a typing error, the nearest."""
    found = process.extract(
        word, vocabulary, scorer=fuzz.ratio, score_cutoff=_RESEMBLES, limit=_NEAREST
    )
    return {match for match, _score, _key in found}


def nearest(question: str, texts: Iterable[str], *, at_least: float = _RESEMBLES) -> str | None:
    """Return the text that resembles ``question`` most, or None when none comes near.

    ``at_least`` is 0-100, where 100 is the same text.
    """
    found = process.extractOne(question, list(texts), scorer=fuzz.ratio, score_cutoff=at_least)
    return found[0] if found else None
