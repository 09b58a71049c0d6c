"""Names and words in a cell, and the things in the network that they stand for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Self

from graph.analysis.spelling import nearest
from graph.domain.folding import fold


@dataclass(frozen=True, slots=True)
class Names:
    """Things by the names that people may write for them.

    ``labels`` is the name by id. Where two things have one name, the id itself stands for either.
    """

    labels: Mapping[str, str] = field(default_factory=dict[str, str])
    ids: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])

    @classmethod
    def of(cls, *things: tuple[str, str], also: Iterable[tuple[str, str]] = ()) -> Self:
        """Return the names of ``(id, name)``; ``also`` holds other words for them."""
        ids: dict[str, tuple[str, ...]] = {}
        for id, name in things:
            key = fold(name)
            ids[key] = (*(each for each in ids.get(key, ()) if each != id), id)
        for id, word in also:
            ids.setdefault(fold(word), (id,))
        return cls(labels=dict(things), ids=ids)

    def find(self, text: str) -> tuple[str, ...]:
        """Return the ids that ``text`` may stand for: none, one, or more than one."""
        return (text,) if text in self.labels else self.ids.get(fold(text), ())

    def write(self, id: str) -> str:
        """Return the text from which ``find`` finds this id alone: its name when it can."""
        name = self.labels[id]
        return name if self.find(name) == (id,) else id

    def nearest(self, text: str) -> str:
        """Return the name that resembles ``text`` most; empty when none does."""
        key = nearest(fold(text), self.ids)
        return self.labels[self.ids[key][0]] if key else ""
