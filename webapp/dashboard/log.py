"""The log of changes as lines that people read."""

from dataclasses import dataclass
from datetime import datetime

from graph.domain.changes import Change
from webapp.i18n import _
from webapp.navigation import link_if


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One change: what happened to what, with where to see it."""

    icon: str
    what: str
    name: str
    url: str | None
    at: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Noun:
    icon: str
    word: str
    endpoint: str
    argument: str


def lines(changes: list[Change], slug: str) -> list[Line]:
    """Return changes in words, in their order."""
    return [_line(change, slug) for change in changes]


def _line(change: Change, slug: str) -> Line:
    noun = _nouns().get(change.kind)
    return Line(
        icon=noun.icon if noun else "edit",
        what=_("%(noun)s %(verb)s:", noun=noun.word if noun else change.kind, verb=_verb(change)),
        name=change.subject_name,
        url=link_if(noun.endpoint, slug=slug, **{noun.argument: change.subject_id})
        if noun
        else None,
        at=change.at,
        by=change.by_name,
    )


def _verb(change: Change) -> str:
    return {
        "added": _("toegevoegd"),
        "edited": _("gewijzigd"),
        "archived": _("naar het archief"),
        "restored": _("teruggezet"),
        "ended": _("beëindigd"),
        "done": _("klaar"),
        "reopened": _("weer open"),
    }.get(change.verb, _("gewijzigd"))


def _nouns() -> dict[str, _Noun]:
    return {
        "Actor": _Noun(
            icon="partners", word=_("Partner"), endpoint="actors.show", argument="actor_id"
        ),
        "Collaboration": _Noun(
            icon="collab",
            word=_("Samenwerking"),
            endpoint="collaborations.show",
            argument="collaboration_id",
        ),
        "Programme": _Noun(
            icon="table",
            word=_("Programma"),
            endpoint="programmes.show",
            argument="programme_id",
        ),
        "ContactMoment": _Noun(
            icon="moment", word=_("Contactmoment"), endpoint="moments.show", argument="moment_id"
        ),
        "FollowUp": _Noun(
            icon="tasks", word=_("Actie"), endpoint="followups.edit", argument="followup_id"
        ),
        "Person": _Noun(
            icon="user", word=_("Contactpersoon"), endpoint="people.show", argument="person_id"
        ),
        "Position": _Noun(
            icon="people",
            word=_("Functie"),
            endpoint="positions.show",
            argument="position_id",
        ),
    }
