"""A snapshot ("meting"): the measures and energies of one network as known on one day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from graph.domain.energy import Energy


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
    """The figures of a network: its shape in ties, and counts of its active collaborations."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """One line in the history of a network; ``late`` when it was computed after its day.

    ``energies`` has the readings of the collaborations that were active, by id.
    """

    week: str
    on: date
    computed_at: datetime
    late: bool
    energy_version: int
    measures: SnapshotMeasures
    energies: Mapping[str, Reading]


def _short(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
