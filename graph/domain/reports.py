"""What a report to a board counts: what contributes to which goal, and how residents take part."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from graph.domain.energy import is_lively
from graph.domain.snapshots import Snapshot
from graph.domain.words import Involvement, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """A collaboration that runs or is wished; ``goal_ids`` are policy goals and lines of action.

    ``energy`` is 0-100 or None.
    """

    id: str
    name: str
    status: Status
    energy: float | None = None
    involvement: Involvement | None = None
    goal_ids: frozenset[str] = frozenset()

    @property
    def is_active(self) -> bool:
        """Return whether it happens now; what is wished or planned is an ambition."""
        return self.status is Status.ACTIVE


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What contributes to one goal: what runs, the strongest first, and what is wished."""

    goal_id: str
    active: tuple[Contribution, ...]
    ambitions: tuple[Contribution, ...]

    @property
    def lively(self) -> int:
        """How many of those that run are "levendig"."""
        return sum(is_lively(each.energy) for each in self.active)


def standings(contributions: Sequence[Contribution], goal_ids: Iterable[str]) -> list[Standing]:
    """Return how each goal stands, in the order asked; one that nothing contributes to as well."""
    return [
        Standing(
            goal_id=goal_id,
            active=tuple(c for c in contributions if c.is_active and goal_id in c.goal_ids),
            ambitions=tuple(c for c in contributions if not c.is_active and goal_id in c.goal_ids),
        )
        for goal_id in goal_ids
    ]


def involvement(contributions: Iterable[Contribution]) -> Counter[Involvement | None]:
    """Count how residents take part in what runs; None counts where nobody wrote it down."""
    return Counter(each.involvement for each in contributions if each.is_active)


def ends(kept: Sequence[Snapshot], period: timedelta) -> tuple[Snapshot, Snapshot] | None:
    """Return the snapshots at both ends of a period; ``kept`` has the newest first.

    The older one is of the last day that lies a whole period back, else the oldest there is. None
    when there are no two.
    """
    if len(kept) < 2:  # noqa: PLR2004 -- one day differs from nothing
        return None
    after, *older = kept
    limit: date = after.on - period
    return next((each for each in older if each.on <= limit), older[-1]), after
