"""A name in a cell and the thing it stands for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.importing.lists import join, split
from tasks.importing.names import Names

pytestmark = pytest.mark.once

NAMES = Names.of(
    *(("a", "Café 't Hoekje"), ("b", "Dubbel"), ("c", "dubbel!")),
    past=[("d", "Dubbel"), ("e", "Oud huis")],
    also=[("a", "hoekhuis")],
)


def test_a_name_is_found_without_accents_and_an_id_by_itself() -> None:
    assert [NAMES.find(text) for text in ("cafe t hoekje", "Hoekhuis", "a", "niets")] == [
        *(("a",), ("a",), ("a",), ())
    ]


def test_what_is_archived_stands_behind_what_is_not() -> None:
    assert (NAMES.find("Dubbel"), NAMES.find("Oud huis")) == (("b", "c"), ("e",))


@pytest.mark.parametrize("id", ["a", "b", "c", "d", "e"])
def test_what_is_written_is_found_again(id: str) -> None:
    assert NAMES.find(NAMES.write(id)) == (id,)


def test_the_nearest_name_is_told_as_it_is_written() -> None:
    assert (NAMES.nearest("cafe hoekje"), NAMES.nearest("xyz")) == ("Café 't Hoekje", "")


@given(st.lists(st.text(st.characters(exclude_categories=["Cc", "Cs", "Z"]), min_size=1)))
def test_names_in_one_cell_come_apart_as_they_went_in(names: list[str]) -> None:
    assert split(join(names)) == names


def test_lines_and_semicolons_stand_between_names() -> None:
    assert split('De Brug; "Werk; en meer"\n Noord;;') == ["De Brug", "Werk; en meer", "Noord"]
