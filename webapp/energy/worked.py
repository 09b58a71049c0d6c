"""The formula of energy with the numbers of one collaboration filled in, step by step."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.domain.energy import (
    FIRM_FLOOR,
    PULSE_HALF_LIFE_DAYS,
    PULSE_WEIGHT,
    ContactPart,
    Energy,
    PulsePart,
    points,
)
from tasks.dates import number
from webapp.i18n import _, ngettext

_TIMES, _MINUS, _A_HALF = (
    "\N{MULTIPLICATION SIGN}",
    "\N{MINUS SIGN}",
    "\N{VULGAR FRACTION ONE HALF}",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkedStep:
    """One line of the sum: what it is, how it is made, and what comes out."""

    name: str
    meaning: str
    sum: str
    outcome: str


def worked(energy: Energy) -> list[WorkedStep]:
    """Return how a measured score is made, in the order in which one would do it by hand."""
    assert energy.alive is not None  # noqa: S101 -- only a measured one can be worked out
    assert energy.firm is not None  # noqa: S101
    assert energy.score is not None  # noqa: S101
    concrete, breadth = energy.concrete, energy.breadth
    alive, firm = _short(energy.alive), _short(energy.firm)
    return [
        *_contact(energy.contact),
        *_pulse(energy.pulse),
        WorkedStep(
            name=_("Hoe levend"),
            meaning=_("Het gewogen gemiddelde van contact en puls."),
            sum=_alive(energy.contact, energy.pulse),
            outcome=alive,
        ),
        WorkedStep(
            name=_("Concreet"),
            meaning=_("Wat klopt van: uitvoering, 2 tot 6 partners, een stap en een resultaat."),
            sum=_("%(num)s van 4", num=round(4 * concrete.value)),
            outcome=_short(concrete.value),
        ),
        WorkedStep(
            name=_("Breedte"),
            meaning=_("Eén domein is 0, twee is 0,6 en drie of meer is 1."),
            sum=ngettext("%(num)s domein", "%(num)s domeinen", len(breadth.domains)),
            outcome=_short(breadth.value),
        ),
        WorkedStep(
            name=_("Hoe stevig"),
            meaning=_("Concreet weegt iets zwaarder dan breedte."),
            sum=f"{number(concrete.weight, 1)} {_TIMES} {_short(concrete.value)}"
            f" + {number(breadth.weight, 1)} {_TIMES} {_short(breadth.value)}",
            outcome=firm,
        ),
        WorkedStep(
            name=_("Lokale energie"),
            meaning=_("Wat leeft, getemperd door hoe stevig het staat."),
            sum=f"100 {_TIMES} {alive} {_TIMES} "
            f"({number(FIRM_FLOOR, 1)} + {number(1 - FIRM_FLOOR, 1)} {_TIMES} {firm})",
            outcome=str(points(energy.score)),
        ),
    ]


def _contact(part: ContactPart) -> Iterator[WorkedStep]:
    if part.value is not None and part.days is not None:
        yield WorkedStep(
            name=_("Contact"),
            meaning=_("Vandaag is 1. Na elk ritme zonder contact blijft de helft over."),
            sum=_half(part.days, part.rhythm_days),
            outcome=_short(part.value),
        )


def _pulse(part: PulsePart) -> Iterator[WorkedStep]:
    if part.value is None or part.days is None or part.mean is None:
        return
    yield WorkedStep(
        name=_("Puls"),
        meaning=_("Het gemiddelde cijfer van 1 tot 5, als deel van 1."),
        sum=f"({number(part.mean, 1)} {_MINUS} 1) / 4",
        outcome=_short(part.value),
    )
    yield WorkedStep(
        name=_("Gewicht van de puls"),
        meaning=_("Even zwaar als contact op de dag zelf, elke 90 dagen half zo zwaar."),
        sum=f"{number(PULSE_WEIGHT, 1)} {_TIMES} {_half(part.days, PULSE_HALF_LIFE_DAYS)}",
        outcome=_short(part.weight),
    )


def _alive(contact: ContactPart, pulse: PulsePart) -> str:
    if pulse.value is None:
        return _("alleen contact is bekend")
    if contact.value is None:
        return f"{_short(pulse.value)} {_TIMES} {_short(pulse.weight)} / {number(PULSE_WEIGHT, 1)}"
    weights = number(contact.weight, 1), _short(pulse.weight)
    values = _short(contact.value), _short(pulse.value)
    products = [
        f"{value} {_TIMES} {weight}" for value, weight in zip(values, weights, strict=True)
    ]
    return f"({' + '.join(products)}) / ({' + '.join(weights)})"


def _half(days: int, half_life: int) -> str:
    return f"{_A_HALF}^({days} / {half_life})"


def _short(value: float) -> str:
    return number(value, 2)
