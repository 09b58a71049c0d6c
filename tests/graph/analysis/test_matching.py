"""What is typed finds names: as they begin, in parts, and with an error when nothing else fits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.analysis.matching import NameIndex, rank
from graph.domain.folding import fold

pytestmark = pytest.mark.once

NAMES = {
    "kajuit": "jongerenhuis de kajuit | kajuit",
    "avond": "kajuitavond",
    "kade": "de kade",
    "school": "basisschool de linde",
    "linde": "linde zorg",
}


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("linde", ["linde", "school"]),
        ("Kajuit", ["avond", "kajuit"]),
        ("kaj", ["avond", "kajuit"]),
        ("school", ["school"]),
        ("linde basis", ["school"]),
        ("kajiut", ["kajuit", "avond"]),
        ("kajiutav", ["avond"]),
        ("l", ["linde", "school"]),
        ("zz", []),
        ("", list(NAMES)),
        ("!?", list(NAMES)),
    ],
)
def test_the_best_answer_goes_first(question: str, found: list[str]) -> None:
    assert rank(question, NAMES) == found


def test_no_more_than_asked() -> None:
    index = NameIndex({str(number): "partner" for number in range(50)})
    assert index.find("part", limit=5) == ["0", "1", "2", "3", "4"]


words = st.text(alphabet="abcdé ", max_size=12)


@given(st.dictionaries(st.integers().map(str), words.map(fold), max_size=8), words)
def test_what_holds_each_word_is_found_and_before_what_resembles_it(
    texts: dict[str, str], question: str
) -> None:
    asked = fold(question).split()
    holding = {
        key
        for key, text in texts.items()
        if all(
            any(word.startswith(each) or (len(each) > 2 and each in word) for word in text.split())
            for each in asked
        )
    }
    found = rank(question, texts)
    assert set(found) == holding if holding else set(found) <= set(texts)
