"""Names and words in a cell, and the things in the network that they stand for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
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
    def of(
        cls,
        *things: tuple[str, str],
        past: Iterable[tuple[str, str]] = (),
        also: Iterable[tuple[str, str]] = (),
    ) -> Self:
        """Return the names of ``(id, name)``, with other words for them in ``also``.

        A name stands for something of the ``past`` only when nothing else has it.
        """
        gone = tuple(past)
        ids = _by_name(gone) | _by_name(also) | _by_name(things)
        return cls(labels=dict((*gone, *things)), ids=ids)

    def plus(self, things: Iterable[tuple[str, str]]) -> Self:
        """Return these names with those of ``(id, name)`` among them."""
        more = tuple(things)
        added = {
            name: tuple(dict.fromkeys((*self.ids.get(name, ()), *ids)))
            for name, ids in _by_name(more).items()
        }
        return replace(self, labels={**self.labels, **dict(more)}, ids={**self.ids, **added})

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


def _by_name(things: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Return the ids that have each name, folded."""
    found: dict[str, dict[str, None]] = {}
    for id, name in things:
        found.setdefault(fold(name), {})[id] = None
    return {name: tuple(ids) for name, ids in found.items()}
