"""Tell in Dutch how a network stands: sentences, a trend, and what is at risk."""

from collections.abc import Iterable

from flask_babel import gettext as _  # pyright: ignore[reportUnknownVariableType]
from flask_babel import ngettext  # pyright: ignore[reportUnknownVariableType]

from graph.domain.digests import Figure as Count
from graph.domain.summaries import Summary, Trend
from graph.repositories.digests import Recipient
from tasks.dates import number, short_day
from tasks.digest.telling import cooling_section, counted, listed, rest
from tasks.links import Links
from tasks.mail.letter import Button, Letter, Row, Section
from tasks.reminding import ending_row


def tell(
    summary: Summary, *, recipient: Recipient, month: str, links: Links, stop_href: str
) -> Letter:
    """Return the letter that tells a regisseur how the network stands."""
    title = _title(summary, recipient.network_name)
    return Letter(
        about=_("%(network)s, %(month)s", network=recipient.network_name, month=month),
        fact=title,
        preheader=_lead(summary),
        finding=title,
        lead=_lead(summary),
        sections=tuple(_sections(summary, recipient.slug, links)),
        figures=tuple(
            counted(
                lively=summary.lively,
                cold=summary.cold,
                unconnected=summary.unconnected,
                since=summary.compared_on,
            )
        ),
        why=_(
            "Je krijgt dit maandbericht omdat je regisseur bent van %(network)s.",
            network=recipient.network_name,
        ),
        stop_label=_("stop het maandbericht"),
        stop_href=stop_href,
        preferences_href=links.messages(),
    )


def _title(summary: Summary, name: str) -> str:
    return {
        Trend.UP: _("%(name)s is levendiger dan een maand geleden", name=name),
        Trend.DOWN: _("%(name)s vraagt aandacht", name=name),
        Trend.SAME: _("%(name)s is zo levendig als een maand geleden", name=name),
        Trend.UNKNOWN: _("Zo staat %(name)s ervoor", name=name),
    }[summary.trend]


def _lead(summary: Summary) -> str:
    risks = [
        ngettext("%(num)s band koelt af", "%(num)s banden koelen af", summary.cold.now)
        if summary.cold.now
        else "",
        ngettext(
            "%(num)s partner houdt anderen alleen binnen",
            "%(num)s partners houden anderen alleen binnen",
            summary.carriers.total,
        )
        if summary.carriers.total
        else "",
        ngettext(
            "bij %(num)s samenwerking stopt geld",
            "bij %(num)s samenwerkingen stopt geld",
            summary.money.total,
        )
        if summary.money.total
        else "",
    ]
    told = [risk for risk in risks if risk]
    if not told:
        return _("We zien nu geen risico's.")
    return _("Let op: %(risks)s.", risks=listed(told, most=len(told)))


def _sections(summary: Summary, slug: str, links: Links) -> Iterable[Section]:
    yield Section(
        title=_("Hoe het netwerk in elkaar zit"),
        text=" ".join(_sentences(summary)),
        buttons=(
            Button(label=_("Bekijk de maten"), href=links.measures(slug)),
            Button(label=_("Bekijk de ontwikkeling"), href=links.history(slug)),
            Button(label=_("Bekijk de risico's"), href=links.risk(slug)),
        ),
    )
    if summary.cooling.total:
        yield cooling_section(_("Koelt af"), summary.cooling, slug=slug, links=links)
    if summary.carriers.total:
        yield Section(
            title=_("Gedragen door één"),
            rows=tuple(
                Row(
                    title=each.name,
                    detail=_(
                        "Alleen via deze partner doen mee: %(partners)s.",
                        partners=listed(each.only_through),
                    ),
                    mark=str(len(each.only_through)),
                    href=links.actor(slug, each.id),
                )
                for each in summary.carriers.items
            ),
            more=rest([each.name for each in summary.carriers.rest]),
        )
    if summary.money.total:
        yield Section(
            title=_("Geld dat stopt"),
            rows=tuple(ending_row(each, slug, links) for each in summary.money.items),
            more=rest([each.name for each in summary.money.rest]),
        )


def _sentences(summary: Summary) -> Iterable[str]:
    """Return the shape of the network in at most five sentences."""
    overview = summary.overview
    yield ngettext(
        "Van de %(all)s partners werkt er %(num)s met een ander samen.",
        "Van de %(all)s partners werken er %(num)s met een ander samen.",
        overview.actors - overview.unconnected,
        all=overview.actors,
    )
    running = ngettext(
        "Er loopt %(num)s samenwerking", "Er lopen %(num)s samenwerkingen", overview.active
    )
    yield running + _before(summary.active, summary) + "."
    if overview.unmeasured:
        yield ngettext(
            "Van %(num)s samenwerking weten we nog niet hoe levendig die is.",
            "Van %(num)s samenwerkingen weten we nog niet hoe levendig die zijn.",
            overview.unmeasured,
        )
    if summary.parts:
        yield ngettext(
            "Wie samenwerkt, is met alle anderen verbonden: er is één geheel.",
            "Wie samenwerkt, zit in een van %(num)s losse groepen.",
            summary.parts,
        )
    if summary.mean_distance:
        yield _(
            "Tussen twee partners zitten gemiddeld %(steps)s stappen.",
            steps=number(summary.mean_distance, 1),
        )


def _before(count: Count, summary: Summary) -> str:
    if count.before is None or summary.compared_on is None:
        return ""
    if count.before == count.now:
        return _(", evenveel als op %(day)s", day=short_day(summary.compared_on))
    return _(
        ", op %(day)s waren dat er %(num)s", day=short_day(summary.compared_on), num=count.before
    )
