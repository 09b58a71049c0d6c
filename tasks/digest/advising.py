"""Tell the one suggestion of a digest: who could meet, or where somebody could begin."""

from flask_babel import gettext as _  # pyright: ignore[reportUnknownVariableType]

from graph.domain.introductions import Introduction
from graph.domain.suggestions import Suggestion
from graph.domain.white_spots import WhiteSpot
from tasks.links import Links
from tasks.listing import listed
from tasks.mail.letter import Button, Row, Section
from tasks.suggesting import Labels, candidate_line, cell_line, cell_name, reason_line


def section(suggestion: Suggestion, labels: Labels, *, slug: str, links: Links) -> Section:
    """Return the section that says what to try, and why."""
    if isinstance(suggestion, Introduction):
        return Section(
            title=_("Een idee: laat ze kennismaken"),
            rows=(Row(title=_who(suggestion), detail=_why_meet(suggestion, labels)),),
            buttons=(Button(label=_("Bekijk de kennismakingen"), href=links.introductions(slug)),),
        )
    return Section(
        title=_("Een idee: vul deze witte vlek"),
        rows=(Row(title=cell_name(suggestion.key, labels), detail=_begin(suggestion, labels)),),
        buttons=(
            Button(label=_("Bekijk de witte vlek"), href=links.white_spot(slug, suggestion.key)),
        ),
    )


def row(suggestion: Suggestion, labels: Labels, *, slug: str, links: Links) -> Row:
    """Return the same in one row."""
    if isinstance(suggestion, Introduction):
        return Row(
            title=_("Laat kennismaken"),
            detail=_who(suggestion),
            href=links.introductions(slug),
        )
    return Row(
        title=_("Witte vlek"),
        detail=cell_name(suggestion.key, labels),
        href=links.white_spot(slug, suggestion.key),
    )


def _who(introduction: Introduction) -> str:
    return listed((introduction.one.name, introduction.other.name))


def _why_meet(introduction: Introduction, labels: Labels) -> str:
    known = _("%(partner)s werkt met allebei samen.", partner=introduction.between.name)
    return f"{reason_line(introduction, labels)} {known}"


def _begin(spot: WhiteSpot, labels: Labels) -> str:
    first = spot.candidates[0]
    begin = _("Begin bij %(partner)s.", partner=first.partner.name)
    return f"{cell_line(spot.cell)} {begin} {candidate_line(first, spot.cell, labels)}"
