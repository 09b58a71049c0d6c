"""Say in plain Dutch where a score comes from and what would help, for pages and mails alike.

Each function gives one or more whole sentences or a short label; none needs an app context.
"""

from collections.abc import Mapping
from datetime import date

from babel.dates import format_date
from babel.numbers import format_decimal
from flask_babel import (
    get_locale,
    ngettext,  # pyright: ignore[reportUnknownVariableType]
)
from flask_babel import gettext as _  # pyright: ignore[reportUnknownVariableType]

from graph.domain.energy import (
    ASK_RATING_AFTER_DAYS,
    BreadthPart,
    ConcretePart,
    ContactPart,
    ContactState,
    Energy,
    EnergySummary,
    Level,
    NextStep,
    PulsePart,
    points,
)
from graph.domain.words import Layer
from tasks.casing import capital, inside
from tasks.wording import word

Part = ContactPart | PulsePart | ConcretePart | BreadthPart


def level_word(level: Level) -> str:
    """Return the word for a level: "stil" up to "bruist"."""
    return {
        Level.QUIET: _("stil"),
        Level.WEAK: _("zwak"),
        Level.STARTING: _("op gang"),
        Level.STRONG: _("sterk"),
        Level.SPARKLING: _("bruist"),
    }[level]


def contact_word(state: ContactState) -> str:
    """Return the word for how contact compares with its rhythm."""
    return {
        ContactState.FRESH: _("op ritme"),
        ContactState.AMBER: _("koelt af"),
        ContactState.RED: _("koud"),
    }[state]


def score_line(score: float | None) -> str:
    """Return "95 van 100, bruist", or that nothing is measured yet."""
    if score is None:
        return _("nog niet gemeten")
    level = level_word(Level.of(score))
    return _("%(points)s van 100, %(level)s", points=points(score), level=level)


def known_line(energy: Energy) -> str:
    """Return how many of the four facts are known."""
    return _("%(known)s van 4 gegevens bekend", known=energy.known)


def area_line(energy: Energy) -> str:
    """Return how the energy block reads: its width, its height and the area that is filled."""
    if energy.score is None or energy.alive is None or not energy.score:
        return score_line(energy.score).capitalize() + "."
    return _(
        "%(wide)s procent breed en %(high)s procent hoog, dus %(filled)s procent gevuld.",
        wide=points(100 * energy.alive),
        high=points(energy.score / energy.alive),
        filled=points(energy.score),
    )


def summary_line(summary: EnergySummary) -> str:
    """Return the strongest collaboration and the counts, as on partners, wijken and domains."""
    if not summary.active:
        return _("Geen actieve samenwerking")
    if summary.strongest is None:
        return ngettext(
            "%(num)s actieve samenwerking, nog niet gemeten",
            "%(num)s actieve samenwerkingen, nog niet gemeten",
            summary.active,
        )
    return _(
        "Sterkste samenwerking %(points)s; %(lively)s levendig van %(active)s",
        points=points(summary.strongest),
        lively=summary.lively,
        active=summary.active,
    )


def part_points(part: Part) -> str:
    """Return the value of a part as it is printed: "91 van 100", or "onbekend"."""
    if part.value is None:
        return _("onbekend")
    return _("%(points)s van 100", points=points(100 * part.value))


def cause(part: Part, domain_labels: Mapping[str, str]) -> str:
    """Return why a part has its value; ``domain_labels`` gives the label for each domain id."""
    match part:
        case ContactPart():
            return _contact(part)
        case PulsePart():
            return _pulse(part)
        case ConcretePart():
            return " ".join((_shape(part), _planned(part), _reached(part)))
        case BreadthPart():
            return _breadth(part, domain_labels)


def step_title(step: NextStep | None) -> str:
    """Return the best step as a heading: "Spreek elkaar"."""
    return _("Houd dit ritme vast") if step is None else capital(word(step.kind))


def step_gain(step: NextStep | None) -> str:
    """Return what the step brings: points where they can be promised, else what it is good for."""
    if step is None:
        return _("Er is nu geen stap die meer oplevert.")
    gain = points(step.gain)
    if gain < 1:
        return _("Dan weten we meer.")
    return _("Dat levert %(gain)s energie op.", gain=gain)


def days_ago(days: int) -> str:
    """Return a number of days as people say it."""
    if days < 2:  # noqa: PLR2004
        return _("gisteren") if days else _("vandaag")
    return ngettext("%(num)s dag geleden", "%(num)s dagen geleden", days)


def _contact(part: ContactPart) -> str:
    if part.days is None:
        return _("Er is geen begindatum en nog geen contact vastgelegd.")
    what = (
        _("De start was %(ago)s, daarna is geen contact vastgelegd.", ago=days_ago(part.days))
        if part.is_start
        else _("Het laatste contact was %(ago)s.", ago=days_ago(part.days))
    )
    if part.state is ContactState.FRESH:
        rhythm = ngettext(
            "Het ritme is %(num)s dag.", "Het ritme is %(num)s dagen.", part.rhythm_days
        )
    else:
        rhythm = _("Normaal is %(days)s.", days=part.rhythm_days)
    return f"{what} {rhythm}"


def _pulse(part: PulsePart) -> str:
    if part.days is None or part.mean is None:
        return _("Nog niemand gaf een puls.")
    given = ngettext(
        "%(num)s puls: een %(mean)s, %(ago)s.",
        "%(num)s pulsen, gemiddeld %(mean)s, de nieuwste %(ago)s.",
        part.raters,
        mean=format_decimal(part.mean, format="0.#", locale=_locale()),
        ago=days_ago(part.days),
    )
    if part.days <= ASK_RATING_AFTER_DAYS:
        return given
    return given + " " + _("Een oude puls telt minder mee.")


def _shape(part: ConcretePart) -> str:
    shape = ngettext(
        "%(layer)s met %(num)s partner.",
        "%(layer)s met %(num)s partners.",
        part.partner_count,
        layer=capital(word(part.layer)),
    )
    if part.layer is Layer.PRACTICE and part.few_partners:
        return shape
    return shape + " " + _("Het concreetst is uitvoering met 2 tot 6 partners.")


def _planned(part: ConcretePart) -> str:
    if part.next_step_due is None:
        return _("Er is geen volgende stap.")
    due = _day(part.next_step_due)
    if part.next_step_counts:
        return _("De volgende stap staat op %(due)s.", due=due)
    return _("De volgende stap van %(due)s is meer dan 14 dagen te laat.", due=due)


def _reached(part: ConcretePart) -> str:
    if part.last_result_on is None:
        return _("Er is nog geen resultaat.")
    on = _day(part.last_result_on)
    if part.result_counts:
        return _("Het laatste resultaat is van %(on)s.", on=on)
    return _("Het laatste resultaat is van %(on)s, langer dan een jaar geleden.", on=on)


def _breadth(part: BreadthPart, labels: Mapping[str, str]) -> str:
    names = ", ".join(inside(labels[domain]) for domain in part.domains)
    match len(part.domains):
        case 0:
            return _("Van geen partner is een domein bekend.")
        case 1:
            return _("1 domein: %(names)s. Bij 2 is dit 60, bij 3 is dit 100.", names=names)
        case 2:
            return _("2 domeinen: %(names)s. Bij 3 is dit 100.", names=names)
        case count:
            return _("%(count)s domeinen: %(names)s.", count=count, names=names)


def _day(on: date) -> str:
    return format_date(on, format="d MMMM y", locale=_locale())


def _locale() -> str:
    # Outside an app, as in a mail, there is no locale to ask for; the product speaks Dutch.
    return str(get_locale() or "nl")
