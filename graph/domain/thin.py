"""When there is too little in a register to read much into its measures."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

LATELY = timedelta(days=90)
"""How far back contact moments tell how well a register is kept."""

_FEW_PARTNERS = 10
_FEW_COLLABORATIONS = 5
_YOUNG = timedelta(days=91)


class Thin(StrEnum):
    """A reason to be careful."""

    FEW_PARTNERS = "few_partners"
    FEW_COLLABORATIONS = "few_collaborations"
    MANY_UNMEASURED = "many_unmeasured"
    FEW_MOMENTS = "few_moments"
    YOUNG = "young"


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What measures rest on.

    ``running`` and ``unmeasured`` count active working collaborations, ``moments`` the contact
    moments of the last 90 days; ``begun_on`` is the day of the first partner.
    """

    partners: int
    running: int
    unmeasured: int
    moments: int
    begun_on: date | None


def reasons(basis: Basis, today: date) -> tuple[Thin, ...]:
    """Return why to be careful, in a fixed order.

    Fewer than ten partners; fewer than five collaborations; of a third or more nothing is
    measured; less than one contact moment for two collaborations; younger than a quarter.
    """
    holds = {
        Thin.FEW_PARTNERS: basis.partners < _FEW_PARTNERS,
        Thin.FEW_COLLABORATIONS: basis.running < _FEW_COLLABORATIONS,
        Thin.MANY_UNMEASURED: basis.unmeasured > 0 and basis.unmeasured * 3 >= basis.running,
        Thin.FEW_MOMENTS: basis.moments * 2 < basis.running,
        Thin.YOUNG: basis.begun_on is not None and today - basis.begun_on < _YOUNG,
    }
    return tuple(reason for reason, true in holds.items() if true)
