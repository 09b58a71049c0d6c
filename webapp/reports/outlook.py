"""The second half of a report: what is missing, what it hangs on, who takes part, what is next."""

from collections.abc import Iterator, Mapping

from graph.domain.risk import Payment
from graph.domain.white_spots import WhiteSpot
from graph.domain.words import FollowUpKind, Involvement, Status
from tasks import depending, suggesting
from tasks.dates import number, short_day
from tasks.listing import listed
from tasks.wording import word
from webapp.i18n import _, ngettext
from webapp.reports.document import Line, Link, Section
from webapp.reports.linking import Linking, short
from webapp.reports.reading import Ground

_MOST_SPOTS = 4
_MOST_HELPERS = 2
_MOST_RISKS = 2
_MOST_ACTIONS = 4


def spots(ground: Ground, labels: Mapping[str, str], to: Linking) -> Section:
    """Return the white spots, each with who could help."""
    found = ground.spots
    told = [_spot_line(spot, labels, to) for spot in found[:_MOST_SPOTS]]
    if not found:
        told = [Line(text=_("Er zijn nu geen witte vlekken."))]
    if len(found) > _MOST_SPOTS:
        told.append(Line(text=_("En %(num)s meer.", num=len(found) - _MOST_SPOTS)))
    return Section(
        key="ontbreekt",
        title=_("Wat ontbreekt nog?"),
        lines=tuple(told),
        more=to.page(_("Alle witte vlekken"), "white_spots.index"),
    )


def risks(ground: Ground, to: Linking) -> Section:
    """Return what hangs on one partner, one funder, one position or one date."""
    told = [*_broker_lines(ground, to), *_payment_lines(ground, to)]
    told += [*_burden_lines(ground, to), *_ending_lines(ground, to)]
    return Section(
        key="risico",
        title=_("Waar hangt het aan?"),
        lines=tuple(told)
        or (Line(text=_("We zien niets dat aan één partner, functie of betaler hangt.")),),
        more=to.page(_("Alle risico's"), "risk.show"),
    )


def residents(ground: Ground, to: Linking) -> Section:
    """Return in how many of what runs residents take part, and how."""
    told = [
        Line(
            text=f"{words} {number(ground.involvement[kind])}.",
            links=(
                to.filtered(_("bekijk de lijst"), bewoners=kind.value, status=Status.ACTIVE.value),
            ),
        )
        for kind, words in (
            (Involvement.DECIDE, _("Samenwerkingen waarin bewoners meebeslissen:")),
            (Involvement.CONSULTED, _("Waarin bewoners om hun mening zijn gevraagd:")),
            (Involvement.NONE, _("Waarin bewoners niet meedoen:")),
        )
    ]
    if unknown := ground.involvement[None]:
        told.append(Line(text=_("Nog niet vastgelegd: %(num)s.", num=number(unknown))))
    return Section(
        key="bewoners",
        title=_("Hoe doen bewoners mee?"),
        lines=tuple(told),
        more=to.filtered(_("Alle lopende samenwerkingen"), status=Status.ACTIVE.value),
    )


def plans(ground: Ground, to: Linking) -> Section:
    """Return what is planned and wished, what introductions led to, and what is done first."""
    return Section(
        key="plannen",
        title=_("Wat gaan we doen?"),
        lines=(*_plan_lines(ground, to), *_action_lines(ground, to))
        or (Line(text=_("Er staat nog geen actie of wens open.")),),
        more=to.page(_("Alle acties"), "followups.index", van="allen"),
    )


def _spot_line(spot: WhiteSpot, labels: Mapping[str, str], to: Linking) -> Line:
    domain_id, life_stage_id = spot.key
    line = suggesting.cell_line(spot.cell)
    if names := [short(each.partner.name) for each in spot.candidates[:_MOST_HELPERS]]:
        line = f"{line} {_('Kan helpen: %(names)s.', names=listed(names))}"
    cell = to.page(
        suggesting.cell_name(spot.key, labels),
        "white_spots.show",
        domain_id=domain_id,
        life_stage_id=life_stage_id,
    )
    return Line(text=line, about=cell)


def _broker_lines(ground: Ground, to: Linking) -> Iterator[Line]:
    names = {id: short(actor.name) for id, actor in ground.actors.items()}
    for broker in ground.risks.brokers[:_MOST_RISKS]:
        who = ground.actors[broker.actor_id]
        yield Line(text=depending.broker_line(broker, names), about=to.partner(who))


def _payment_lines(ground: Ground, to: Linking) -> Iterator[Line]:
    def may_be_named(payment: Payment) -> bool:
        payer = ground.actors.get(payment.actor_id)
        return payer is not None and not payer.is_person

    for payment in filter(may_be_named, ground.risks.heavy[:_MOST_RISKS]):
        who = ground.actors[payment.actor_id]
        yield Line(text=depending.payment_line(payment), about=to.partner(who))


def _burden_lines(ground: Ground, to: Linking) -> Iterator[Line]:
    if not (carried := sum(len(each.carried) for each in ground.risks.burdens)):
        return
    text = ngettext(
        "Eén samenwerking wordt door precies één functie gedragen.",
        "%(num)s samenwerkingen worden elk door precies één functie gedragen.",
        carried,
    )
    if vacant := sum(each.carrier.is_vacant for each in ground.risks.burdens):
        free = ngettext(
            "Eén van die functies is nu vrij.",
            "%(num)s van die functies zijn nu vrij.",
            vacant,
        )
        text = f"{text} {free}"
    yield Line(
        text=text, links=(to.page(_("bekijk de functies"), "risk.show", _anchor="functies"),)
    )


def _ending_lines(ground: Ground, to: Linking) -> Iterator[Line]:
    if count := len(ground.risks.ending):
        yield Line(
            text=ngettext(
                "Van één samenwerking is het geld op, of binnen een half jaar op.",
                "Van %(num)s samenwerkingen is het geld op, of binnen een half jaar op.",
                count,
            ),
            links=(to.filtered(_("bekijk de lijst"), **{"loopt-af": "ja"}),),
        )


def _plan_lines(ground: Ground, to: Linking) -> Iterator[Line]:
    for status, label in (
        (Status.PLANNED, _("Gepland:")),
        (Status.WISHED, _("Gewenst:")),
    ):
        if chosen := [each for each in ground.contributions if each.status is status]:
            more = to.filtered("", status=status.value)
            yield Line(text=label, links=to.collaborations(chosen, more))
    if made := [each.collaboration for each in ground.accepted if each.collaboration]:
        page = to.page("", "introductions.index")
        yield Line(text=_("Begonnen met een kennismaking:"), links=to.collaborations(made, page))


def _action_lines(ground: Ground, to: Linking) -> Iterator[Line]:
    if not ground.actions:
        return
    late = sum(each.due_on < ground.today for each in ground.actions)
    yield Line(
        text=ngettext(
            "Eén actie staat open; te laat: %(late)s.",
            "%(num)s acties staan open; te laat: %(late)s.",
            len(ground.actions),
            late=number(late),
        )
    )
    if first := tuple(_first_actions(ground, to)):
        yield Line(text=_("Het eerst aan de beurt:"), links=first)


def _first_actions(ground: Ground, to: Linking) -> list[Link]:
    """Return what is due first: its day, its kind and what it is about; never its own words.

    What people write of an action may name somebody, so that stays on its own page.
    """
    people = {id for id, actor in ground.actors.items() if actor.is_person}
    told: list[Link] = []
    for action in (each for each in ground.actions if each.due_on >= ground.today):
        what = _("actie") if action.kind is FollowUpKind.OTHER else word(action.kind)
        about = [one for one in action.about if one.id not in people]
        for one in about[:1]:
            day, name = short_day(action.due_on), short(one.name)
            told.append(
                to.about(_("%(day)s %(what)s: %(name)s", day=day, what=what, name=name), one)
            )
    return told[:_MOST_ACTIONS]
