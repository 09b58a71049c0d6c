"""Bulk work in pieces that each fit in one transaction."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

BATCH = 500
"""The most rows that one transaction writes."""

T = TypeVar("T")


def batches(items: Sequence[T]) -> Iterator[Sequence[T]]:
    """Return ``items`` in pieces of at most 500, in their order; nothing for no items."""
    for start in range(0, len(items), BATCH):
        yield items[start : start + BATCH]
