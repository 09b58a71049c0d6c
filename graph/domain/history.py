"""What became of a network between two of its snapshots."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.domain.energy import is_lively
from graph.domain.snapshots import Snapshot, change_between

FELT = 10
"""From how many points a rise or fall is told: less comes and goes with the days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Something with a page of its own."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A collaboration, and how many points its energy rose; None where that is unknown."""

    id: str
    name: str
    points: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedPartners:
    """The partners that came into the register and that left it."""

    came: tuple[Named, ...] = ()
    went: tuple[Named, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What differs between two snapshots.

    ``began`` and ``stopped`` are the collaborations that are active in one of them only.
    ``lit`` became "levendig" and ``dimmed`` no longer is; ``warmed`` and ``cooled`` rose or fell
    by at least ``FELT`` points. A formula of another version makes ``comparable`` false, and then
    those four are empty.
    """

    comparable: bool
    began: tuple[Changed, ...]
    stopped: tuple[Changed, ...]
    lit: tuple[Changed, ...]
    dimmed: tuple[Changed, ...]
    warmed: tuple[Changed, ...]
    cooled: tuple[Changed, ...]


def compare(before: Snapshot, after: Snapshot, names: Mapping[str, str]) -> Comparison:
    """Return what differs; ``names`` are those of collaborations by id, in the order to tell."""
    comparable = before.energy_version == after.energy_version
    running, ran = after.energies.keys(), before.energies.keys()
    both = [
        Changed(id=id, name=name, points=change_between(before, after, id))
        for id, name in names.items()
        if comparable and id in running and id in ran
    ]
    rose = sorted(both, key=lambda each: -(each.points or 0))
    return Comparison(
        comparable=comparable,
        began=_named(running - ran, names),
        stopped=_named(ran - running, names),
        lit=_in(both, _lively(after) - _lively(before)),
        dimmed=_in(both, _lively(before) - _lively(after)),
        warmed=tuple(each for each in rose if (each.points or 0) >= FELT),
        cooled=tuple(each for each in reversed(rose) if (each.points or 0) <= -FELT),
    )


def _lively(snapshot: Snapshot) -> set[str]:
    return {id for id, reading in snapshot.energies.items() if is_lively(reading.energy)}


def _in(changed: Sequence[Changed], ids: set[str]) -> tuple[Changed, ...]:
    return tuple(each for each in changed if each.id in ids)


def _named(ids: set[str], names: Mapping[str, str]) -> tuple[Changed, ...]:
    return tuple(Changed(id=id, name=name) for id, name in names.items() if id in ids)
