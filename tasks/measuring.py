"""Say in plain Dutch what the measures of a network come to, for pages, reports and commands.

No measure is a mark: none of these sentences calls more, or less, better.
"""

from dataclasses import dataclass

from flask_babel import gettext as _  # pyright: ignore[reportUnknownVariableType]
from flask_babel import ngettext  # pyright: ignore[reportUnknownVariableType]

from graph.analysis.measures import Communities, Measures
from graph.domain.thin import Thin
from tasks.dates import number


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One measure: its name, its value, what that means here, and how it is computed."""

    key: str
    label: str
    value: str
    sentence: str
    definition: str


def lines(measures: Measures, groups: Communities) -> list[Line]:
    """Return every measure of the network as a whole, size first."""
    return [
        *_size(measures),
        *_closeness(measures),
        *_spread(measures),
        *_clusters(measures, groups),
    ]


def thin_line(reason: Thin) -> str:
    """Return why to be careful with the measures."""
    return {
        Thin.FEW_PARTNERS: _(
            "Er staan minder dan tien partners in. Eén partner meer verandert veel."
        ),
        Thin.FEW_COLLABORATIONS: _("Er lopen minder dan vijf samenwerkingen."),
        Thin.MANY_UNMEASURED: _("Van een derde of meer van de samenwerkingen is niets gemeten."),
        Thin.FEW_MOMENTS: _("In de laatste 90 dagen is weinig contact vastgelegd."),
        Thin.YOUNG: _("Dit register is jonger dan een kwartaal. Wat ontbreekt kan nog komen."),
    }[reason]


def _size(found: Measures) -> list[Line]:
    return [
        Line(
            key="partners",
            label=_("Partners"),
            value=number(found.n),
            sentence=ngettext(
                "Er staat één partner in dit netwerk.",
                "Er staan %(num)s partners in dit netwerk.",
                found.n,
            ),
            definition=_(
                "Alle partners die niet in het archief staan, ook wie nog met niemand werkt."
            ),
        ),
        Line(
            key="ties",
            label=_("Banden"),
            value=number(found.m),
            sentence=ngettext(
                "Eén paar partners doet samen iets.",
                "%(num)s paren partners doen samen iets.",
                found.m,
            ),
            definition=_(
                "Een paar heeft een band als het samen in een lopende samenwerking zit. Een"
                " samenwerking van vier geeft zes banden. Lidmaatschappen tellen niet mee."
            ),
        ),
        Line(
            key="isolates",
            label=_("Nog niet verbonden"),
            value=number(found.isolates),
            sentence=ngettext(
                "Eén partner werkt nog met niemand samen.",
                "%(num)s partners werken nog met niemand samen.",
                found.isolates,
            )
            if found.isolates
            else _("Elke partner werkt met iemand samen."),
            definition=_("Partners zonder één band. Ze tellen wel mee als partner."),
        ),
        Line(
            key="components",
            label=_("Losse delen"),
            value=number(found.components - found.isolates),
            sentence=_parts_line(found.components - found.isolates),
            definition=_(
                "Een deel is een groep waarin iedereen elkaar kan bereiken, zo nodig via anderen."
                " Wie met niemand werkt is geen deel."
            ),
        ),
    ]


def _parts_line(parts: int) -> str:
    if not parts:
        return _("Er zijn nog geen banden, dus ook geen delen.")
    return ngettext(
        "Wie samenwerkt, kan elke ander die samenwerkt bereiken.",
        "Wie samenwerkt, zit in een van %(num)s delen zonder band ertussen.",
        parts,
    )


def _closeness(found: Measures) -> list[Line]:
    distance = found.mean_distance
    return [
        Line(
            key="density",
            label=_("Dichtheid"),
            value=_percentage(found.density),
            sentence=_(
                "Van elke 100 paren die er kunnen zijn, werken er %(share)s samen. Meer is niet"
                " vanzelf beter: elke band kost tijd.",
                share=number(100 * found.density),
            ),
            definition=_("Het aantal banden, gedeeld door het aantal paren dat er kan zijn."),
        ),
        Line(
            key="mean_distance",
            label=_("Gemiddelde afstand"),
            value=_("geen") if distance is None else number(distance, 1),
            sentence=_("Er is nog geen weg tussen partners.")
            if distance is None
            else _(
                "Wie elkaar kan bereiken, doet dat in gemiddeld %(steps)s stappen.",
                steps=number(distance, 1),
            ),
            definition=_(
                "Een stap is één band. Alleen paren die elkaar kunnen bereiken tellen mee."
            ),
        ),
        Line(
            key="transitivity",
            label=_("Driehoeken"),
            value=_percentage(found.transitivity),
            sentence=_(
                "Van elke 100 keer dat twee partners met dezelfde derde werken, werken ze"
                " %(share)s keer ook met elkaar.",
                share=number(100 * found.transitivity),
            ),
            definition=_(
                "Gesloten drietallen, gedeeld door drietallen met twee banden (transitiviteit)."
                " Een samenwerking van drie is er vanzelf een."
            ),
        ),
    ]


def _spread(found: Measures) -> list[Line]:
    return [
        Line(
            key="degree_centralization",
            label=_("Verdeling van banden"),
            value=_percentage(found.degree_centralization),
            sentence=_(
                "Op een schaal van 0 (elke partner heeft er evenveel) tot 100 (één partner heeft"
                " ze allemaal) staat dit netwerk op %(share)s.",
                share=number(100 * found.degree_centralization),
            ),
            definition=_("Centralisatie van het aantal banden, volgens Freeman. Een ster is 100."),
        ),
        Line(
            key="betweenness_centralization",
            label=_("Verdeling van het midden"),
            value=_percentage(found.betweenness_centralization),
            sentence=_(
                "Op een schaal van 0 (niemand zit vaker tussen anderen in) tot 100 (alle wegen"
                " gaan via één partner) staat dit netwerk op %(share)s.",
                share=number(100 * found.betweenness_centralization),
            ),
            definition=_(
                "Centralisatie van het aantal kortste wegen waar een partner op zit, volgens"
                " Freeman. Een ster is 100."
            ),
        ),
    ]


def _clusters(found: Measures, communities: Communities) -> list[Line]:
    groups = sum(len(group) > 1 for group in communities.groups)
    core = max((actor.core for actor in found.actors.values()), default=0)
    inner = sum(actor.core == core for actor in found.actors.values()) if core else 0
    cuts = sum(actor.cut_vertex for actor in found.actors.values())
    return [
        Line(
            key="communities",
            label=_("Groepen"),
            value=number(groups),
            sentence=ngettext(
                "Er is één groep van partners die vooral met elkaar werken.",
                "Er zijn %(num)s groepen van partners die vooral met elkaar werken.",
                groups,
            ),
            definition=_(
                "Gezocht met de methode van Leiden, steeds vanaf hetzelfde begin. De modulariteit"
                " is %(modularity)s: hoe dichter bij 1, hoe scherper de groepen.",
                modularity=number(communities.modularity, 2),
            ),
        ),
        Line(
            key="core",
            label=_("Kern"),
            value=number(core),
            sentence=ngettext(
                "In de binnenste kern zitten %(inner)s partners; elk werkt met ten minste één"
                " ander daarin.",
                "In de binnenste kern zitten %(inner)s partners; elk werkt met ten minste %(num)s"
                " anderen daarin.",
                core,
                inner=number(inner),
            )
            if core
            else _("Er is nog geen kern."),
            definition=_(
                "De hoogste k waarvoor er een k-kern is. Eén grote samenwerking is er al een."
            ),
        ),
        Line(
            key="cut_points",
            label=_("Enige schakels"),
            value=number(cuts),
            sentence=ngettext(
                "Zonder één bepaalde partner valt een deel uiteen.",
                "Er zijn %(num)s partners zonder wie een deel uiteenvalt.",
                cuts,
            )
            if cuts
            else _("Er is geen partner zonder wie een deel uiteenvalt."),
            definition=_("Partners waar de enige weg tussen anderen door loopt (snijpunten)."),
        ),
        Line(
            key="bridges",
            label=_("Enige bruggen"),
            value=number(len(found.bridges)),
            sentence=ngettext(
                "Eén band is de enige weg tussen twee kanten van het netwerk.",
                "%(num)s banden zijn de enige weg tussen twee kanten van het netwerk.",
                len(found.bridges),
            )
            if found.bridges
            else _("Er is geen band die als enige twee kanten verbindt."),
            definition=_("Banden zonder welke een deel uiteenvalt (bruggen)."),
        ),
    ]


def _percentage(share: float) -> str:
    return _("%(share)s %%", share=number(100 * share))
