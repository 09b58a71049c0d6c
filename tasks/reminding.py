"""Tell reminders in Dutch: what became due, cooled off, ends or should be looked at."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from flask_babel import gettext as _  # pyright: ignore[reportUnknownVariableType]
from flask_babel import ngettext  # pyright: ignore[reportUnknownVariableType]

from graph.domain.digests import Block
from graph.domain.preferences import NetworkPreference, Preferences
from graph.domain.reminders import (
    CONTACT_ENDS,
    NetworkReminders,
    Reminder,
    ReminderKind,
    Reminders,
)
from graph.domain.words import FollowUpKind, Role
from tasks.answers import Act, Answer
from tasks.casing import capital
from tasks.dates import day, short_day
from tasks.digest.telling import listed
from tasks.links import Links
from tasks.mail.letter import Button, Letter, Row, Section, Tone
from tasks.wording import word

_FACTS_IN_SUBJECT = 2
_ENDS = (ReminderKind.ENDING, ReminderKind.FUNDING)
_TO_CHECK = (ReminderKind.UNVERIFIED, ReminderKind.BOUNCING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answering:
    """Makes the links with which a reader answers without signing in."""

    user_id: str
    links: Links
    sign: Callable[[Answer, Act], str]

    def to(self, each: Reminder, network: NetworkPreference) -> tuple[Button, ...]:
        """Return how a reader may answer this reminder."""
        if each.kind is ReminderKind.BOUNCING:
            return ()
        answer = Answer(user_id=self.user_id, network_id=network.network_id, about=each.about)
        may_log = each.kind in CONTACT_ENDS and network.role.may_act_as(Role.EDITOR)
        contact = Button(label=_("Contact gehad"), href=self._link(answer, Act.CONTACT))
        later = Button(label=_("Herinner me later"), href=self._link(answer, Act.SNOOZE))
        return (contact, later) if may_log else (later,)

    def _link(self, answer: Answer, act: Act) -> str:
        return self.links.answer(act, self.sign(answer, act))


def tell(
    reminders: Reminders, *, preferences: Preferences, answering: Answering, stop_href: str
) -> Letter:
    """Return the letter that tells reminders to their reader."""
    facts = list(_facts(reminders))
    fact = _(" en ").join(facts[:_FACTS_IN_SUBJECT])
    return Letter(
        about=_("Herinnering"),
        fact=fact,
        preheader=_("Je hoort dit één keer. Contact gehad? Leg het meteen vast."),
        finding=fact[:1].upper() + fact[1:],
        lead=_("En %(facts)s.", facts=listed(facts[2:], most=9)) if facts[2:] else "",
        sections=tuple(
            section for each in reminders.networks for section in _sections(each, answering)
        ),
        why=_(
            "Je krijgt deze mail omdat je bent aangemeld bij %(networks)s.",
            networks=_(" en ").join(each.name for each in preferences.networks),
        ),
        stop_label=_("zet herinneringen uit"),
        stop_href=stop_href,
        preferences_href=answering.links.messages(),
    )


def _facts(reminders: Reminders) -> Iterable[str]:
    """What there is, most pressing first."""
    if num := reminders.count(ReminderKind.ACTION):
        yield ngettext("%(num)s actie staat open", "%(num)s acties staan open", num)
    if num := reminders.count(ReminderKind.AGREEMENT):
        yield ngettext("%(num)s afspraak staat open", "%(num)s afspraken staan open", num)
    if num := reminders.count(ReminderKind.COLD):
        yield ngettext("%(num)s band koelt af", "%(num)s banden koelen af", num)
    if num := reminders.count(ReminderKind.ENDING):
        yield ngettext("%(num)s samenwerking loopt af", "%(num)s samenwerkingen lopen af", num)
    if num := reminders.count(ReminderKind.FUNDING):
        yield ngettext(
            "bij %(num)s samenwerking stopt geld", "bij %(num)s samenwerkingen stopt geld", num
        )
    if num := reminders.count(ReminderKind.UNVERIFIED):
        yield ngettext(
            "%(num)s partner is een jaar niet nagekeken",
            "%(num)s partners zijn een jaar niet nagekeken",
            num,
        )
    if num := reminders.count(ReminderKind.BOUNCING):
        yield ngettext(
            "mail aan %(num)s collega komt terug", "mail aan %(num)s collega's komt terug", num
        )


def _sections(found: NetworkReminders, answering: Answering) -> Iterable[Section]:
    name, slug, links = found.network.name, found.network.slug, answering.links
    to_actions = Button(label=_("Bekijk je acties"), href=links.actions(slug))
    parts: tuple[tuple[str, Block[Reminder], Callable[[Reminder], Row], Button | None], ...] = (
        (
            _("Jouw acties in %(network)s", network=name),
            found.of(ReminderKind.ACTION),
            _action,
            to_actions,
        ),
        (
            _("Afspraken in %(network)s", network=name),
            found.of(ReminderKind.AGREEMENT),
            _agreement,
            Button(label=_("Bekijk de afspraken"), href=links.agreements(slug)),
        ),
        (_("Koelt af in %(network)s", network=name), found.of(ReminderKind.COLD), _cold, None),
        (_("Loopt af in %(network)s", network=name), found.of(*_ENDS), _ending, None),
        (_("Kijk na in %(network)s", network=name), found.of(*_TO_CHECK), _to_check, None),
    )
    for title, told, row, button in parts:
        if told.total:
            yield Section(
                title=title,
                rows=tuple(
                    replace(
                        row(each),
                        href=_href(each, slug, links),
                        answers=answering.to(each, found.network),
                    )
                    for each in told.items
                ),
                more=_("En nog %(num)s.", num=len(told.rest)) if told.rest else "",
                buttons=(button,) if button else (),
            )


def _href(each: Reminder, slug: str, links: Links) -> str:
    match each.kind:
        case ReminderKind.COLD | ReminderKind.ENDING | ReminderKind.FUNDING:
            return links.collaboration(slug, each.id)
        case ReminderKind.UNVERIFIED:
            return links.actor(slug, each.id)
        case _:
            return ""  # the list with its own button


def ending_row(each: Reminder, slug: str, links: Links) -> Row:
    """A collaboration that ends, or whose money does."""
    return replace(_ending(each), href=_href(each, slug, links))


def _action(each: Reminder) -> Row:
    step = each.step or FollowUpKind.OTHER
    kind = _("actie") if step is FollowUpKind.OTHER else word(step)
    return Row(
        title=capital(kind),
        detail=listed(each.partners),
        mark=short_day(each.on or each.day),
        note=_("te laat") if each.is_late else "",
        tone=Tone.LATE if each.is_late else Tone.PLAIN,
    )


def _agreement(each: Reminder) -> Row:
    about = listed(each.partners)
    return Row(
        title=each.name,
        detail=_("Afspraak over %(about)s.", about=about) if about else "",
        mark=short_day(each.on or each.day),
        note=_("te laat") if each.is_late else "",
        tone=Tone.LATE if each.is_late else Tone.PLAIN,
    )


def _cold(each: Reminder) -> Row:
    return Row(
        title=each.name,
        detail=listed(each.partners),
        mark=ngettext("%(num)s dag", "%(num)s dagen", each.silent or 0),
        note=_("zonder contact"),
        tone=Tone.COLD,
    )


def _ending(each: Reminder) -> Row:
    is_money = each.kind is ReminderKind.FUNDING
    return Row(
        title=each.name,
        detail=listed(each.partners),
        mark=short_day(each.on or each.day),
        note=_("het geld stopt") if is_money else _("de samenwerking stopt"),
    )


def _to_check(each: Reminder) -> Row:
    since = day(each.on or each.day)
    if each.kind is ReminderKind.BOUNCING:
        detail = _(
            "Mail aan deze collega komt terug sinds %(day)s. Vraag naar het goede adres.",
            day=since,
        )
        return Row(title=each.name, detail=detail)
    return Row(
        title=each.name,
        detail=_("Voor het laatst nagekeken op %(day)s.", day=since),
    )
