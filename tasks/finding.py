"""The finding as a sentence: what the figures say in plain words, on the page and in the mail."""

from flask_babel import gettext as _  # pyright: ignore[reportUnknownVariableType]
from flask_babel import ngettext  # pyright: ignore[reportUnknownVariableType]

from graph.domain.dashboard import Finding, Overview
from graph.domain.vocabulary import Terms
from tasks.casing import inside


def title(finding: Finding, overview: Overview, terms: Terms) -> str:
    """Return where the energy sits, or why that is not known yet."""
    if not overview.actors:
        return _("Begin met de eerste partners")
    if not overview.active:
        return _("Er loopt nog geen samenwerking")
    if not finding.lively:
        return _("Er is nog geen samenwerking levendig")
    return _where(finding, terms)


def _where(finding: Finding, terms: Terms) -> str:
    theme_id = finding.life_stage_id or finding.domain_id
    theme, place = inside(_theme(theme_id, terms)) if theme_id else None, finding.place
    match (theme, place):
        case (str(), str()):
            return _("De energie zit bij %(theme)s in %(place)s", theme=theme, place=place)
        case (str(), None):
            return _("De energie zit bij %(theme)s", theme=theme)
        case (None, str()):
            return _("De energie zit in %(place)s", place=place)
        case _other:
            return _("De energie is verspreid over het netwerk")


def lead(finding: Finding, overview: Overview, cooling: int) -> str:
    """Return what goes with the title: how many, the best one, what is quiet, what cools."""
    parts: list[str] = []
    if finding.best:
        parts.append(
            ngettext(
                "Eén samenwerking is levendig: %(best)s.",
                "%(num)s samenwerkingen zijn levendig, met %(best)s voorop.",
                finding.lively,
                best=finding.best.name,
            )
        )
    if overview.quiet_places:
        parts.append(
            _("In %(place)s is nog niets levendig.", place=_listed(overview.quiet_places))
        )
    if cooling:
        parts.append(ngettext("Eén band koelt af.", "%(num)s banden koelen af.", cooling))
    return " ".join(parts)


def _listed(names: tuple[str, ...], most: int = 2) -> str:
    shown = list(names[:most])
    if len(names) > most:
        return _("%(names)s en nog %(num)s", names=", ".join(shown), num=len(names) - most)
    return _(" en ").join(shown)


def _theme(term_id: str, terms: Terms) -> str:
    """Return a term as people say it: a life stage by who is in it."""
    people = {
        "rondom-geboorte": _("jonge ouders"),
        "kindertijd": _("kinderen"),
        "adolescentie": _("jongeren"),
        "jongvolwassenheid": _("jongvolwassenen"),
        "volwassenheid": _("volwassenen"),
        "ouderdom": _("ouderen"),
    }
    return people.get(term_id) or terms.label(term_id)
