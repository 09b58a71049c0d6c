"""Every member of the closed lists has a word of its own list."""

import inspect
from enum import StrEnum

import pytest

from graph.domain import words
from graph.domain.words import ActorKind, FollowUpKind
from tasks.wording import choices, word

LISTS = [
    each
    for _name, each in inspect.getmembers(words, inspect.isclass)
    if issubclass(each, StrEnum) and each is not StrEnum
]


@pytest.mark.once
@pytest.mark.parametrize("closed_list", LISTS)
def test_every_member_has_a_word(closed_list: type[StrEnum]) -> None:
    shown = [text for _value, text in choices(closed_list)]
    assert all(shown)
    assert len(set(shown)) == len(shown)


@pytest.mark.once
def test_one_value_in_two_lists_has_two_words() -> None:
    assert (word(ActorKind.OTHER), word(FollowUpKind.OTHER)) == ("anders", "iets anders")
