"""Tell a network to who decides, in plain Dutch: short, with the page behind each number.

No line names a person, and there is no mark for the network as a whole.
"""

from collections.abc import Iterator, Mapping

from graph.domain.energy import is_lively
from graph.domain.reports import Standing
from graph.domain.vocabulary import Term
from graph.domain.words import Status
from tasks import measuring
from tasks.dates import number
from webapp.history.telling import comparison_line, day_in_words
from webapp.i18n import _, ngettext
from webapp.reports import outlook
from webapp.reports.choice import Choice
from webapp.reports.document import GoalLine, GoalTable, Line, Picture, Report, Section
from webapp.reports.linking import Linking, more_words
from webapp.reports.reading import Change, Ground

_MOST_EXAMPLES = 2


def tell(
    ground: Ground,
    *,
    name: str,
    choice: Choice,
    picture: Picture,
    labels: Mapping[str, str],
    to: Linking,
) -> Report:
    """Return the report of a network by its name; ``labels`` are the words of terms by id."""
    return Report(
        title=_("Verslag van %(name)s", name=name),
        subtitle=_subtitle(ground),
        cautions=tuple(measuring.thin_line(reason) for reason in ground.thin),
        summary=Section(
            key="kort",
            title=_("In het kort"),
            lines=tuple(_headlines(ground, to)),
            more=to.page(_("Alle getallen over het netwerk"), "measures.show"),
        ),
        picture=picture,
        changes=_changes(ground.change, to),
        goals_title=_("Wat draagt bij aan de doelen?"),
        goals=tuple(_goals(ground, choice, to)),
        rest=(
            outlook.spots(ground, labels, to),
            outlook.risks(ground, to),
            outlook.residents(ground, to),
            outlook.plans(ground, to),
        ),
        method=_method(),
    )


def _subtitle(ground: Ground) -> str:
    day = day_in_words(ground.today)
    if ground.change is None:
        return _("Stand op %(day)s.", day=day)
    return _(
        "Stand op %(day)s. Vergeleken: de metingen van %(before)s en %(after)s.",
        day=day,
        before=day_in_words(ground.change.before.on),
        after=day_in_words(ground.change.after.on),
    )


def _headlines(ground: Ground, to: Linking) -> Iterator[Line]:
    active = [each for each in ground.contributions if each.is_active]
    yield Line(
        text=ngettext(
            "Er loopt één samenwerking. Levendig daarvan: %(lively)s.",
            "Er lopen %(num)s samenwerkingen. Levendig daarvan: %(lively)s.",
            len(active),
            lively=number(sum(is_lively(each.energy) for each in active)),
        ),
        links=(to.filtered(_("bekijk de lijst"), status=Status.ACTIVE.value),),
    )
    if cold := sum(tie.is_cold for tie in ground.network_map.ties):
        yield Line(
            text=ngettext(
                "Eén samenwerking koelt af: er is langer geen contact dan normaal.",
                "%(num)s samenwerkingen koelen af: er is langer geen contact dan normaal.",
                cold,
            ),
            links=(to.page(_("bekijk wat afkoelt"), "cold_ties.show"),),
        )
    if alone := [each for each in ground.network_map.isolated if not each.is_person]:
        yield Line(
            text=ngettext(
                "Eén partner werkt nog met niemand samen:",
                "%(num)s partners werken nog met niemand samen:",
                len(alone),
            ),
            links=to.partners(alone),
        )
    if ground.spots:
        yield Line(
            text=ngettext(
                "Er is één witte vlek: een ambitie waar niets voor loopt, of waar het afkoelt.",
                "Er zijn %(num)s witte vlekken: ambities waar niets voor loopt, of waar het"
                " afkoelt.",
                len(ground.spots),
            ),
            links=(to.page(_("bekijk de witte vlekken"), "white_spots.index"),),
        )


def _changes(change: Change | None, to: Linking) -> Section:
    title, more = _("Wat veranderde er?"), _("Hoe het netwerk zich ontwikkelt")
    if change is None:
        line = Line(text=_("Er zijn nog te weinig metingen om te vergelijken."))
        return Section(
            key="verandering", title=title, lines=(line,), more=to.page(more, "history.show")
        )
    page = to.page(more, "history.show", van=change.before.week, tot=change.after.week)
    told = (
        (_("Begonnen:"), change.found.began),
        (_("Gestopt of gepauzeerd:"), change.found.stopped),
        (_("Levendig geworden:"), change.found.lit),
        (_("Niet meer levendig:"), change.found.dimmed),
        (_("Het meest opgewarmd:"), change.found.warmed),
        (_("Het meest afgekoeld:"), change.found.cooled),
    )
    return Section(
        key="verandering",
        title=title,
        lines=(
            Line(text=comparison_line(change.found, change.before.on)),
            *(
                Line(text=label, links=to.collaborations(found, page))
                for label, found in told
                if found
            ),
        ),
        more=page,
    )


def _goals(ground: Ground, choice: Choice, to: Linking) -> Iterator[GoalTable]:
    heads = (_("Lopend"), _("Levendig"), _("Wens of plan"), _("Voorbeelden"))
    framework = _("Beleidsdoelen: %(framework)s", framework=choice.framework)
    for caption, found in (
        (framework, ground.goals),
        (_("Actielijnen van de landelijke aanpak"), ground.lines),
    ):
        if found:
            lines = tuple(_goal_line(term, standing, to) for term, standing in found)
            yield GoalTable(heads=(caption, *heads), lines=lines)


def _goal_line(term: Term, standing: Standing, to: Linking) -> GoalLine:
    return GoalLine(
        goal=to.filtered(term.label, doel=term.id, status=Status.ACTIVE.value),
        active=len(standing.active),
        lively=standing.lively,
        ambitions=len(standing.ambitions),
        examples=to.collaborations(standing.active[:_MOST_EXAMPLES]),
        rest=more_words(len(standing.active) - _MOST_EXAMPLES),
    )


def _method() -> str:
    return _(
        "Zo rekenen we: de energie van een samenwerking loopt van 0 tot 100 en komt van contact,"
        " puls, concrete stappen en breedte. Levendig is 60 of meer. Een band is een lopende"
        " samenwerking; een lidmaatschap is er geen. Dit verslag geeft het netwerk geen"
        " rapportcijfer: meer of dichter is niet vanzelf beter. Het noemt geen personen."
    )
