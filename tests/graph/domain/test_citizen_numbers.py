"""A citizen service number is told from all other digits that people write."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.domain.citizen_numbers import holds_bsn

pytestmark = pytest.mark.once

WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
DIGITS = st.lists(st.integers(0, 9), min_size=9, max_size=9)
WORDS = st.text(alphabet="abc xyz,;:!?\n", max_size=20)


def _passes(digits: list[int]) -> bool:
    total = sum(digit * weight for digit, weight in zip(digits, WEIGHTS, strict=True))
    return any(digits) and total % 11 == 0


@given(digits=DIGITS, before=WORDS, after=WORDS)
def test_nine_digits_are_judged_by_their_proof_wherever_they_stand(
    digits: list[int], before: str, after: str
) -> None:
    text = "".join(map(str, digits))
    assert holds_bsn(f"{before} {text} {after}") is _passes(digits)


@given(digits=DIGITS.filter(_passes), mark=st.sampled_from([" ", ".", "-", "\u00a0"]))
def test_groups_are_seen(digits: list[int], mark: str) -> None:
    text = "".join(map(str, digits))
    assert holds_bsn(f"nr {text[:4]}{mark}{text[4:6]}{mark}{text[6:]}.")
    assert holds_bsn(f"nr {text[:3]}{mark}{text[3:6]}{mark}{text[6:]}.")


@given(digits=DIGITS.filter(_passes), more=st.integers(0, 9))
def test_a_part_of_a_longer_number_is_not_one(digits: list[int], more: int) -> None:
    text = "".join(map(str, digits))
    assert not holds_bsn(f"zaak {text}{more}")
    assert not holds_bsn(f"zaak {more}{text}")


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Vraag naar 111222333.", True),
        ("bsn 1112.22.333", True),
        ("111222334", False),
        ("000000000", False),
        ("bel 0611122233", False),
        ("bel 06 11122233 of 06-111 222 33", False),
        ("+31111222333", False),
        ("+31 111222333", False),
        ("+31 (0)111222333", False),
        ("zaak 1112223334", False),
        ("KVK 11122233", False),
        ("op 23-11-2026 om 15:30", False),
    ],
)
def test_other_numbers_pass(text: str, *, is_one: bool) -> None:
    assert holds_bsn(text) is is_one
