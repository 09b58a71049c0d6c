"""Tell a digest in Dutch: the subject with the fact of the week, and a section per block."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from itertools import islice

from flask_babel import gettext as _  # pyright: ignore[reportUnknownVariableType]
from flask_babel import ngettext  # pyright: ignore[reportUnknownVariableType]

from graph.domain.calendar import local_day
from graph.domain.digests import ROWS, Action, Block, Cause, ColdTie, Digest, Move, News
from graph.domain.digests import Figure as Count
from graph.domain.occasions import Occasion
from graph.domain.suggestions import Suggestion
from graph.domain.vocabulary import Terms
from graph.domain.words import FollowUpKind
from graph.repositories.digests import Recipient
from tasks import finding, listing
from tasks.casing import capital
from tasks.dates import day, short_day
from tasks.digest import advising
from tasks.links import Links
from tasks.mail.letter import Button, Figure, Letter, Picture, Row, Section, Tone
from tasks.wording import word

_FACTS_IN_SUBJECT = 2
_NAMES_IN_ROW = 2


def tell(
    digest: Digest,
    *,
    recipient: Recipient,
    terms: Terms,
    period: str,
    since: datetime | None,
    suggestion: Suggestion | None,
    picture: Picture | None,
    links: Links,
    stop_href: str,
) -> Letter:
    """Return the letter that tells a digest to its reader."""
    facts = facts_of(
        late=digest.late,
        due=digest.actions.total,
        cold=digest.newly_cold,
        partners=len(digest.news.new_partners),
        collaborations=len(digest.news.new_collaborations),
        lively=digest.lively.now,
    )
    lead = finding.lead(digest.finding, digest.overview, digest.cooling.total)
    return Letter(
        about=_("%(network)s, %(period)s", network=recipient.network_name, period=period),
        fact=headline(facts),
        preheader=lead,
        finding=finding.title(digest.finding, digest.overview, terms),
        lead=lead,
        sections=tuple(_sections(digest, suggestion, terms, slug=recipient.slug, links=links)),
        figures=tuple(
            counted(
                lively=digest.lively,
                cold=digest.cold,
                unconnected=digest.unconnected,
                since=digest.compared_on,
            )
        ),
        picture=picture,
        coming=coming(digest.occasions),
        why=_why(recipient, since),
        stop_label=_("meld je af voor de weekmail"),
        stop_href=stop_href,
        preferences_href=links.messages(),
    )


def actions_section(
    title: str, actions: Block[Action], *, later: int = 0, slug: str, links: Links
) -> Section:
    """What the reader promised to do: kind, about whom, and the day."""
    more = [_("En nog %(num)s.", num=len(actions.rest))] if actions.rest else []
    if later:
        more.append(ngettext("Later staat er nog %(num)s.", "Later staan er nog %(num)s.", later))
    return Section(
        title=title,
        rows=tuple(_action(each) for each in actions.items),
        more=" ".join(more),
        buttons=(Button(label=_("Bekijk je acties"), href=links.actions(slug)),),
    )


def cooling_section(title: str, ties: Block[ColdTie], *, slug: str, links: Links) -> Section:
    """The ties past their rhythm."""
    return Section(
        title=title,
        rows=tuple(_cold(each, slug, links) for each in ties.items),
        more=rest([tie.name for tie in ties.rest]),
        buttons=(Button(label=_("Bekijk wat afkoelt"), href=links.cold(slug)),),
    )


def coming(occasions: Block[Occasion]) -> str:
    """Say which moments of the year are near: "Komt eraan: Week van de Rust (vanaf 8 dec)."."""
    if not occasions.total:
        return ""
    told = [
        _("%(name)s (vanaf %(day)s)", name=each.name, day=short_day(each.starts_on))
        for each in occasions.all
    ]
    return _("Komt eraan: %(moments)s.", moments=listed(told, most=ROWS))


def listed(names: Sequence[str], most: int = _NAMES_IN_ROW) -> str:
    """Return names as people list them: "A, B en 2 meer"."""
    if len(names) > most:
        return _("%(names)s en %(num)s meer", names=", ".join(names[:most]), num=len(names) - most)
    return listing.listed(names)


def headline(facts: Iterable[str]) -> str:
    """Return the first facts as the subject of a mail."""
    return _(" en ").join(islice(facts, _FACTS_IN_SUBJECT))


def facts_of(
    *, late: int, due: int, cold: int, partners: int, collaborations: int, lively: int
) -> Iterable[str]:
    """What is worth opening the mail for, most pressing first; never nothing."""
    if late:
        yield ngettext("%(num)s actie te laat", "%(num)s acties te laat", late)
    elif due:
        yield ngettext("%(num)s actie deze week", "%(num)s acties deze week", due)
    if cold:
        yield ngettext(
            "%(num)s band koelt sinds kort af", "%(num)s banden koelen sinds kort af", cold
        )
    if partners:
        yield ngettext("%(num)s nieuwe partner", "%(num)s nieuwe partners", partners)
    if collaborations:
        yield ngettext(
            "%(num)s nieuwe samenwerking", "%(num)s nieuwe samenwerkingen", collaborations
        )
    yield ngettext(
        "%(num)s samenwerking is levendig", "%(num)s samenwerkingen zijn levendig", lively
    )


def _sections(
    digest: Digest, suggestion: Suggestion | None, terms: Terms, *, slug: str, links: Links
) -> Iterable[Section]:
    if digest.actions.total or digest.later:
        yield actions_section(
            _("Jouw acties"), digest.actions, later=digest.later, slug=slug, links=links
        )
    if digest.cooling.total:
        yield cooling_section(_("Koelt af"), digest.cooling, slug=slug, links=links)
    if digest.moves.total:
        yield Section(
            title=_("Warmer en kouder"),
            rows=tuple(_move(each, slug, links) for each in digest.moves.items),
            more=rest([move.name for move in digest.moves.rest]),
        )
    if digest.news:
        yield Section(title=_("Nieuw van anderen"), rows=tuple(_news(digest.news)))
    if suggestion:
        yield advising.section(suggestion, terms.labels, slug=slug, links=links)


def _action(action: Action) -> Row:
    kind = _("actie") if action.kind is FollowUpKind.OTHER else word(action.kind)
    return Row(
        title=capital(kind),
        detail=listed(action.about),
        mark=short_day(action.due_on),
        note=_("te laat") if action.is_late else "",
        tone=Tone.LATE if action.is_late else Tone.PLAIN,
    )


def _cold(tie: ColdTie, slug: str, links: Links) -> Row:
    return Row(
        title=tie.name,
        detail=listed(tie.partners),
        mark=ngettext("%(num)s dag", "%(num)s dagen", tie.days),
        note=_("sinds kort") if tie.is_new else "",
        tone=Tone.COLD,
        href=links.collaboration(slug, tie.id),
    )


def _move(move: Move, slug: str, links: Links) -> Row:
    return Row(
        title=move.name,
        detail=_cause(move),
        mark=str(move.now),
        note=f"{move.change:+d}".replace("-", "\N{MINUS SIGN}"),
        href=links.collaboration(slug, move.id),
        bar=move.now,
    )


def _cause(move: Move) -> str:
    if move.change > 0:
        return {
            Cause.CONTACT: _("Er is weer contact geweest."),
            Cause.PULSE: _("De puls is hoger."),
            Cause.CONCRETE: _("Het is concreter: een stap of een resultaat."),
            Cause.BREADTH: _("Er doet een ander domein mee."),
        }[move.cause]
    return {
        Cause.CONTACT: ngettext(
            "Al %(num)s dag geen contact.", "Al %(num)s dagen geen contact.", move.days or 0
        ),
        Cause.PULSE: _("De puls is lager."),
        Cause.CONCRETE: _("Er staat geen stap of resultaat meer."),
        Cause.BREADTH: _("Er doet een domein minder mee."),
    }[move.cause]


def _news(news: News) -> Iterable[Row]:
    most = 5
    if names := news.new_partners:
        label = ngettext("Nieuwe partner", "Nieuwe partners", len(names))
        yield Row(title=label, detail=listed(names, most))
    if names := news.new_collaborations:
        label = ngettext("Nieuwe samenwerking", "Nieuwe samenwerkingen", len(names))
        yield Row(title=label, detail=listed(names, most))
    if names := news.ended_collaborations:
        label = ngettext("Beëindigde samenwerking", "Beëindigde samenwerkingen", len(names))
        yield Row(title=label, detail=listed(names, most))
    if count := news.moments:
        yield Row(
            title=ngettext(
                "%(num)s contactmoment vastgelegd", "%(num)s contactmomenten vastgelegd", count
            )
        )


def counted(
    *, lively: Count, cold: Count, unconnected: Count, since: date | None
) -> Iterable[Figure]:
    """Three counts, each with what it was."""
    counts = (
        (
            lively,
            ngettext("samenwerking is levendig", "samenwerkingen zijn levendig", lively.now),
        ),
        (cold, ngettext("band koelt af", "banden koelen af", cold.now)),
        (
            unconnected,
            ngettext("partner nog niet verbonden", "partners nog niet verbonden", unconnected.now),
        ),
    )
    for count, label in counts:
        yield Figure(value=str(count.now), label=label, trend=_trend(count, since))


def _trend(count: Count, on: date | None) -> str:
    if count.before is None or on is None:
        return ""
    if count.before == count.now:
        return _("gelijk sinds %(day)s", day=short_day(on))
    return _("was %(before)s op %(day)s", before=count.before, day=short_day(on))


def _why(recipient: Recipient, since: datetime | None) -> str:
    member = _(
        "Je krijgt deze mail omdat je %(role)s bent van %(network)s.",
        role=word(recipient.role),
        network=recipient.network_name,
    )
    if since is None:
        return member + " " + _("Het is je eerste weekmail; hij kijkt een week terug.")
    return (
        member
        + " "
        + _("Hij telt vanaf je vorige weekmail, van %(day)s.", day=day(local_day(since)))
    )


def rest(names: Sequence[str]) -> str:
    """Return what did not fit: "En nog 2: A en B."."""
    if not names:
        return ""
    return _("En nog %(num)s: %(names)s.", num=len(names), names=listed(names))
