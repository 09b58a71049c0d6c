"""Tell the digests of many networks in one letter: a section for each, a row for each block."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _  # pyright: ignore[reportUnknownVariableType]
from flask_babel import ngettext  # pyright: ignore[reportUnknownVariableType]

from graph.domain.digests import Block, ColdTie, Digest, Move, News
from graph.domain.digests import Figure as Count
from graph.domain.suggestions import Suggestion
from graph.domain.vocabulary import Terms
from graph.repositories.digests import Recipient
from tasks import finding
from tasks.digest import advising
from tasks.digest.telling import coming, counted, facts_of, headline, listed
from tasks.links import Links
from tasks.mail.letter import Button, Figure, Letter, Picture, Row, Section, Tone

_SECTIONS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The digest of one of the networks, to its reader."""

    digest: Digest
    recipient: Recipient
    terms: Terms
    suggestion: Suggestion | None


def tell(
    told: Sequence[Told], *, period: str, picture: Picture, links: Links, stop_href: str
) -> Letter:
    """Return one letter about networks that each have something to tell, most pressing first.

    ``picture`` shows the first of them.
    """
    digests = [each.digest for each in told]
    facts = list(
        facts_of(
            late=sum(digest.late for digest in digests),
            due=sum(digest.actions.total for digest in digests),
            cold=sum(digest.newly_cold for digest in digests),
            partners=sum(len(digest.news.new_partners) for digest in digests),
            collaborations=sum(len(digest.news.new_collaborations) for digest in digests),
            lively=sum(digest.lively.now for digest in digests),
        )
    )
    names = [each.recipient.network_name for each in told]
    return Letter(
        about=_("Jouw netwerken, %(period)s", period=period),
        fact=headline(facts),
        preheader=_("Over %(networks)s.", networks=listed(names)),
        finding=ngettext(
            "%(num)s netwerk heeft nieuws", "%(num)s netwerken hebben nieuws", len(told)
        ),
        lead=_lead(names) if names[1:] else "",
        sections=tuple(_section(each, links) for each in told[:_SECTIONS]),
        figures=tuple(_figures(digests)),
        picture=picture,
        coming=coming(digests[0].occasions),
        why=_(
            "Je krijgt deze mail omdat je lid bent van %(networks)s.",
            networks=listed(names, most=len(names)),
        ),
        stop_label=_("meld je af voor de weekmail"),
        stop_href=stop_href,
        preferences_href=links.messages(),
    )


def _lead(names: Sequence[str]) -> str:
    first = _("Het dringendste staat bovenaan. De kaart is van %(network)s.", network=names[0])
    if len(names) <= _SECTIONS:
        return first
    return first + " " + _("Verder: %(networks)s.", networks=listed(names[_SECTIONS:]))


def _section(told: Told, links: Links) -> Section:
    digest, slug = told.digest, told.recipient.slug
    title = finding.title(digest.finding, digest.overview, told.terms)
    return Section(
        title=told.recipient.network_name,
        rows=tuple(_rows(told, links)) or (Row(title=title),),
        buttons=(
            Button(
                label=_("Open %(network)s", network=told.recipient.network_name),
                href=links.network(slug),
            ),
        ),
    )


def _rows(told: Told, links: Links) -> Iterable[Row]:
    digest, slug = told.digest, told.recipient.slug
    if digest.actions.total or digest.later:
        yield _actions(digest, links.actions(slug))
    if digest.cooling.total:
        yield _cooling(digest.cooling, links.cold(slug))
    if digest.moves.total:
        yield _moves(digest.moves)
    if digest.news:
        yield _news(digest.news)
    if told.suggestion:
        yield advising.row(told.suggestion, told.terms.labels, slug=slug, links=links)


def _actions(digest: Digest, href: str) -> Row:
    soon = digest.actions.total - digest.late
    parts = [
        ngettext("%(num)s te laat", "%(num)s te laat", digest.late) if digest.late else "",
        ngettext("%(num)s deze week", "%(num)s deze week", soon) if soon else "",
        ngettext("%(num)s later", "%(num)s later", digest.later) if digest.later else "",
    ]
    return Row(
        title=_("Jouw acties"),
        detail=", ".join(part for part in parts if part),
        mark=str(digest.actions.total + digest.later),
        tone=Tone.LATE if digest.late else Tone.PLAIN,
        href=href,
    )


def _cooling(ties: Block[ColdTie], href: str) -> Row:
    return Row(
        title=_("Koelt af"),
        detail=listed([tie.name for tie in ties.all]),
        mark=str(ties.total),
        tone=Tone.COLD,
        href=href,
    )


def _moves(moves: Block[Move]) -> Row:
    return Row(
        title=_("Warmer en kouder"),
        detail=listed([each.name for each in moves.all]),
        mark=f"{moves.items[0].change:+d}".replace("-", "\N{MINUS SIGN}"),
    )


def _news(news: News) -> Row:
    partners, collaborations = len(news.new_partners), len(news.new_collaborations)
    ended, moments = len(news.ended_collaborations), news.moments
    told = (
        (partners, ngettext("%(num)s partner", "%(num)s partners", partners)),
        (
            collaborations,
            ngettext("%(num)s samenwerking", "%(num)s samenwerkingen", collaborations),
        ),
        (ended, ngettext("%(num)s beëindigd", "%(num)s beëindigd", ended)),
        (moments, ngettext("%(num)s contactmoment", "%(num)s contactmomenten", moments)),
    )
    return Row(
        title=_("Nieuw van anderen"), detail=", ".join(words for count, words in told if count)
    )


def _figures(digests: Sequence[Digest]) -> Iterable[Figure]:
    """Add up the counts of all networks; the trend only when all compare with the same day."""
    days = {each.compared_on for each in digests}
    return counted(
        lively=_total([each.lively for each in digests]),
        cold=_total([each.cold for each in digests]),
        unconnected=_total([each.unconnected for each in digests]),
        since=days.pop() if len(days) == 1 else None,
    )


def _total(counts: Sequence[Count]) -> Count:
    before = [count.before for count in counts if count.before is not None]
    return Count(
        now=sum(count.now for count in counts),
        before=sum(before) if len(before) == len(counts) else None,
    )
