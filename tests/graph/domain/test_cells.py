"""What a spreadsheet would compute stays text, and comes back as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.domain.cells import guarded, unguarded

pytestmark = pytest.mark.once

SIGNS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("@ease", "'@ease"),
        ("+31 6 12345678", "'+31 6 12345678"),
        ("-", "'-"),
        ("'=1", "''=1"),
        ("'t Hoekje", "'t Hoekje"),
        ("Buurthuis = open", "Buurthuis = open"),
        ("", ""),
    ],
)
def test_only_what_would_compute_gets_a_quote(text: str, cell: str) -> None:
    assert (guarded(text), unguarded(cell)) == (cell, text)


@given(st.text(alphabet=st.one_of(st.sampled_from(SIGNS + "' 1a"), st.characters()), max_size=8))
def test_no_cell_computes_and_each_comes_back(text: str) -> None:
    cell = guarded(text)
    assert not cell.startswith(tuple(SIGNS))
    assert unguarded(cell) == text
