"""A snapshot ("meting"): the measures and energies of one network as known on one day."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from graph.domain.calendar import iso_week, local_day
from graph.domain.energy import ENERGY_VERSION, Energy, points

# Raise the version when a snapshot holds something new: an older one then lacks it.
CONTENT_VERSION = 2

_WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The energy of one collaboration as it was: the score, and what it was made of (0-1)."""

    energy: float | None
    alive: float | None
    firm: float | None
    contact: float | None
    pulse: float | None
    concrete: float
    breadth: float
    known: int

    @classmethod
    def of(cls, energy: Energy) -> "Reading":
        """Return what a snapshot keeps of an energy: four decimals are plenty."""
        return cls(
            energy=_short(energy.score),
            alive=_short(energy.alive),
            firm=_short(energy.firm),
            contact=_short(energy.contact.value),
            pulse=_short(energy.pulse.value),
            concrete=round(energy.concrete.value, 4),
            breadth=round(energy.breadth.value, 4),
            known=energy.known,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SnapshotMeasures:
    """The figures of a network: its shape in ties, and counts of its active collaborations.

    ``n`` and ``recorded`` are the size of the register: partners, and collaborations whatever
    their status. ``moments`` counts the contact moments of the seven days up to its day. Both
    last are None in snapshots of the first content version.
    """

    n: int
    m: int
    density: float
    components: int
    isolates: int
    degree_centralization: float
    betweenness_centralization: float
    transitivity: float
    mean_distance: float | None
    active: int
    measured: int
    lively: int
    cold: int
    recorded: int | None = None
    moments: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """One line in the history of a network; ``late`` when it was computed after its day.

    ``energies`` has the readings of the collaborations that were active, by id.
    """

    week: str
    on: date
    computed_at: datetime
    late: bool
    content_version: int
    energy_version: int
    measures: SnapshotMeasures
    energies: Mapping[str, Reading]


def missing_days(began: datetime | None, taken: Collection[str], today: date) -> list[date]:
    """Return the Mondays since ``began`` in weeks without a snapshot, newest first.

    ``taken`` are ISO weeks. A Monday that is today still gets a snapshot in the ordinary way.
    """
    if began is None:
        return []
    first, monday = local_day(began), today - timedelta(days=today.weekday())
    count = max((monday - first) // _WEEK + 1, 0)
    days = (monday - number * _WEEK for number in range(count))
    return [day for day in days if day < today and iso_week(day) not in taken]


def change_since(then: Snapshot | None, collaboration_id: str, score: float | None) -> int | None:
    """Return how many printed points a score is above what a snapshot says, None when unknown.

    Scores of another version of the formula say nothing about each other.
    """
    if then is None or then.energy_version != ENERGY_VERSION:
        return None
    return _difference(_energy(then, collaboration_id), score)


def change_between(before: Snapshot, after: Snapshot, collaboration_id: str) -> int | None:
    """Return how many printed points an energy rose, None when either score is unknown.

    The caller sees to it that both were made by one version of the formula.
    """
    return _difference(_energy(before, collaboration_id), _energy(after, collaboration_id))


def _energy(snapshot: Snapshot, collaboration_id: str) -> float | None:
    reading = snapshot.energies.get(collaboration_id)
    return None if reading is None else reading.energy


def _difference(before: float | None, after: float | None) -> int | None:
    return None if before is None or after is None else points(after) - points(before)


def _short(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
