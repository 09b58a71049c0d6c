"""Which policy framework and which period a report is about, as its address says."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from werkzeug.datastructures import MultiDict

from graph.domain.vocabulary import Terms, Vocabulary
from webapp.i18n import _


class Period(StrEnum):
    """How far a report looks back; the value stands in the address."""

    QUARTER = "kwartaal"
    HALF_YEAR = "halfjaar"
    YEAR = "jaar"

    @property
    def length(self) -> timedelta:
        """Return how long it is, in whole weeks."""
        weeks = {Period.QUARTER: 13, Period.HALF_YEAR: 26, Period.YEAR: 52}
        return timedelta(weeks=weeks[self])


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What was chosen; ``framework`` is "" where no policy goal is known."""

    framework: str
    frameworks: tuple[str, ...]
    period: Period

    @property
    def framework_choices(self) -> list[tuple[str, str]]:
        """Return the frameworks as the options of a select."""
        return [(each, each) for each in self.frameworks]

    @property
    def query(self) -> dict[str, str]:
        """Return the part of an address that keeps this."""
        return {"kader": self.framework, "periode": self.period.value}


def read_choice(asked: MultiDict[str, str], terms: Terms) -> Choice:
    """Read an address; what is unknown there becomes the first framework and a quarter."""
    goals = terms.of(Vocabulary.POLICY_GOAL)
    known = tuple(dict.fromkeys(goal.framework for goal in goals if goal.framework))
    framework, period = asked.get("kader", ""), asked.get("periode", "")
    return Choice(
        framework=framework if framework in known else next(iter(known), ""),
        frameworks=known,
        period=Period(period) if period in set(Period) else Period.QUARTER,
    )


def period_choices() -> list[tuple[str, str]]:
    """Return the periods with their words."""
    return [
        (Period.QUARTER.value, _("een kwartaal")),
        (Period.HALF_YEAR.value, _("een half jaar")),
        (Period.YEAR.value, _("een jaar")),
    ]
