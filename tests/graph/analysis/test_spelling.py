"""Typing errors in one word of a longer name."""

import pytest

from graph.analysis.spelling import resembling

pytestmark = pytest.mark.once

NAMES = {
    "kajuit": "jongerenhuis de kajuit",
    "linde": "inloophuis de linde | buurthuis",
    "plons": "zwemclub de plons",
}


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("kajiut", ["kajuit"]),
        ("Kajuut", ["kajuit"]),
        ("plns", ["plons"]),
        ("de lindde", ["linde"]),
        ("inloop huis", []),
        ("kajuit plons", []),
        ("", []),
    ],
)
def test_each_word_must_resemble_a_word_of_the_name(question: str, found: list[str]) -> None:
    assert resembling(question, NAMES) == found
