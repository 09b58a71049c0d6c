"""Say in plain Dutch what a network hangs on, for pages, reports and commands.

``names`` gives the name of each partner by its id. No function names a person.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from flask_babel import gettext as _  # pyright: ignore[reportUnknownVariableType]
from flask_babel import ngettext  # pyright: ignore[reportUnknownVariableType]

from graph.analysis.brokers import Broker
from graph.analysis.network import Groups
from graph.analysis.what_if import Effect
from graph.domain.cold_ties import ColdTie
from graph.domain.folding import sort_name
from graph.domain.risk import Burden, Dependence, Payment
from tasks.dates import number, short_day

_MOST_NAMES = 8

Names = Mapping[str, str]


def broker_line(broker: Broker, names: Names) -> str:
    """Return who falls off without a partner, and how often it is in between."""
    return " ".join(filter(None, (_cut_line(broker, names), _between_line(broker))))


def cold_line(tie: ColdTie) -> str:
    """Return "Al 58 dagen geen contact. Normaal is 42."."""
    return ngettext(
        "Al %(num)s dag geen contact. Normaal is %(rhythm)s.",
        "Al %(num)s dagen geen contact. Normaal is %(rhythm)s.",
        tie.days,
        rhythm=tie.rhythm_days,
    )


def loss_line(tie: ColdTie) -> str:
    """Return what would be lost with a tie: who would work with nobody any more."""
    if not tie.only_tie_of:
        return _("Iedereen hierin werkt ook nog ergens anders samen.")
    return ngettext(
        "%(names)s heeft geen andere samenwerking.",
        "%(names)s hebben geen andere samenwerking.",
        len(tie.only_tie_of),
        names=some(tie.only_tie_of),
    )


def burden_line(burden: Burden) -> str:
    """Return what one position carries, and whether somebody holds it."""
    carried = ngettext(
        "Draagt %(names)s als enige.",
        "Draagt %(num)s samenwerkingen als enige: %(names)s.",
        len(burden.carried),
        names=some(each.name for each in burden.carried),
    )
    return f"{_('Deze functie is vrij.')} {carried}" if burden.carrier.is_vacant else carried


def payment_line(payment: Payment) -> str:
    """Return how much of what is paid for one partner alone pays for."""
    return ngettext(
        "Betaalt als enige voor één samenwerking: %(share)s van de 100 waar iemand voor betaalt.",
        "Betaalt als enige voor %(num)s samenwerkingen: %(share)s van elke 100 waar iemand voor"
        " betaalt.",
        len(payment.paid),
        share=number(100 * payment.share),
    )


def ending_line(dependence: Dependence, today: date) -> str:
    """Return when the money ends, and who pays it."""
    on = dependence.ends_on
    if on is None:
        return _("Van het geld is geen einddatum bekend.")
    day = short_day(on)
    ends = (
        _("Het geld hield op %(day)s op.", day=day)
        if on < today
        else _("Het geld loopt tot en met %(day)s.", day=day)
    )
    if not dependence.funders:
        return ends
    payers = some(dict.fromkeys(each.name for each in dependence.funders))
    return f"{ends} {_('Nu betaalt %(payers)s.', payers=payers)}"


def effect_lines(effect: Effect, names: Names, titles: Names) -> list[str]:
    """Return what falls apart; ``titles`` gives the name of each collaboration by its id."""
    return list(
        filter(None, (_fall_line(effect, names), _stop_line(effect, titles), _reach_line(effect)))
    )


def some(names: Iterable[str]) -> str:
    """Return "a, b en c"; of a long list the first eight and how many more there are."""
    every = list(names)
    shown = every if len(every) <= _MOST_NAMES + 1 else every[:_MOST_NAMES]
    if len(shown) < len(every):
        more = _("%(num)s meer", num=len(every) - len(shown))
        return _("%(names)s en %(last)s", names=", ".join(shown), last=more)
    *first, last = shown or [""]
    return _("%(names)s en %(last)s", names=", ".join(first), last=last) if first else last


def _cut_line(broker: Broker, names: Names) -> str:
    if not broker.cut_off:
        return ""
    cut = _by_name(broker.cut_off, names)
    return ngettext(
        "Zonder deze partner raakt %(names)s los van de rest.",
        "Zonder deze partner raken %(num)s partners los van de rest: %(names)s.",
        len(cut),
        names=some(cut),
    )


def _by_name(groups: Groups, names: Names) -> list[str]:
    """Return the names of groups, those that stay together beside each other."""
    return [
        name for group in groups for name in sorted((names[id] for id in group), key=sort_name)
    ]


def _between_line(broker: Broker) -> str:
    if not broker.between:
        return ""
    return _(
        "Van elke 100 kortste wegen tussen twee andere partners gaan er %(share)s via deze.",
        share=number(100 * broker.between),
    )


def _fall_line(effect: Effect, names: Names) -> str:
    cut = _by_name(effect.cut_off, names)
    if not cut:
        return _("Niemand die blijft raakt los van de rest.")
    return ngettext(
        "%(names)s raakt los van de rest.",
        "%(num)s partners raken los van de rest: %(names)s.",
        len(cut),
        names=some(cut),
    )


def _stop_line(effect: Effect, titles: Names) -> str:
    if not effect.stopped:
        return _("Geen samenwerking stopt.")
    return ngettext(
        "Eén samenwerking stopt: %(names)s.",
        "%(num)s samenwerkingen stoppen: %(names)s.",
        len(effect.stopped),
        names=some(titles[id] for id in effect.stopped),
    )


def _reach_line(effect: Effect) -> str:
    return _(
        "Van elke 100 paren partners kunnen er nu %(before)s elkaar bereiken, daarna %(after)s.",
        before=number(100 * effect.before.reachable),
        after=number(100 * effect.after.reachable),
    )
