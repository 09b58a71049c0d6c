"""Tell reminders in Dutch: one mail a day with what became due and what cooled off."""

from collections.abc import Iterable

from flask_babel import gettext as _  # pyright: ignore[reportUnknownVariableType]
from flask_babel import ngettext  # pyright: ignore[reportUnknownVariableType]

from graph.domain.preferences import Preferences
from graph.domain.reminders import NetworkReminders, Reminders
from tasks.digest.telling import actions_section, cooling_section
from tasks.links import Links
from tasks.mail.letter import Letter, Section


def tell(
    reminders: Reminders, *, preferences: Preferences, links: Links, stop_href: str
) -> Letter:
    """Return the letter that tells reminders to their reader."""
    fact = _(" en ").join(_facts(reminders))
    return Letter(
        about=_("Herinnering"),
        fact=fact,
        preheader=_("Je hoort dit één keer. De weekmail noemt wat nog te laat is."),
        finding=fact[:1].upper() + fact[1:],
        lead="",
        sections=tuple(
            section for each in reminders.networks for section in _sections(each, links)
        ),
        why=_(
            "Je krijgt deze mail omdat je bent aangemeld bij %(networks)s.",
            networks=_(" en ").join(each.name for each in preferences.networks),
        ),
        stop_label=_("zet herinneringen uit"),
        stop_href=stop_href,
        preferences_href=links.messages(),
    )


def _facts(reminders: Reminders) -> Iterable[str]:
    if due := reminders.actions:
        yield ngettext("%(num)s actie staat open", "%(num)s acties staan open", due)
    if cold := reminders.cooling:
        yield ngettext("%(num)s band koelt af", "%(num)s banden koelen af", cold)


def _sections(network: NetworkReminders, links: Links) -> Iterable[Section]:
    if network.actions.total:
        yield actions_section(
            _("Jouw acties in %(network)s", network=network.name),
            network.actions,
            slug=network.slug,
            links=links,
        )
    if network.cooling.total:
        yield cooling_section(
            _("Koelt af in %(network)s", network=network.name),
            network.cooling,
            slug=network.slug,
            links=links,
        )
