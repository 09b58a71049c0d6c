"""What is found, as people read it: a name that is a link, and a few words beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from flask import url_for

from graph.domain.search import Found, FoundKind
from graph.domain.words import ActorKind, ProgrammeKind, Role, Status
from tasks.dates import day
from tasks.wording import word
from webapp.context import current_network, may
from webapp.i18n import _

_NAMED = 2  # of those that something is about, before "en nog"

_PAGES: Mapping[FoundKind, tuple[str, str]] = MappingProxyType(
    {
        FoundKind.ACTOR: ("actors.show", "actor_id"),
        FoundKind.COLLABORATION: ("collaborations.show", "collaboration_id"),
        FoundKind.PERSON: ("people.show", "person_id"),
        FoundKind.POSITION: ("positions.show", "position_id"),
        FoundKind.PROGRAMME: ("programmes.show", "programme_id"),
        FoundKind.FOLLOW_UP: ("followups.edit", "followup_id"),
        FoundKind.MOMENT: ("moments.edit", "moment_id"),
    }
)
_LISTED: Mapping[FoundKind, str] = MappingProxyType(
    {FoundKind.FOLLOW_UP: "followups.index", FoundKind.MOMENT: "moments.index"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing that was found."""

    url: str
    name: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """What was found of one kind."""

    id: str
    title: str
    lines: list[Line]

    @property
    def count(self) -> int:
        """Return how many there are."""
        return len(self.lines)


def groups(found: Mapping[FoundKind, Sequence[Found]]) -> list[Group]:
    """Return what was found under the names of the kinds; a kind without an answer is not."""
    titles = _titles()
    return [
        Group(id=kind.value, title=titles[kind], lines=[_line(each) for each in things])
        for kind, things in found.items()
        if things
    ]


def _titles() -> dict[FoundKind, str]:
    return {
        FoundKind.ACTOR: _("Partners"),
        FoundKind.COLLABORATION: _("Samenwerkingen"),
        FoundKind.PERSON: _("Contactpersonen"),
        FoundKind.POSITION: _("Functies"),
        FoundKind.PROGRAMME: _("Programma's"),
        FoundKind.FOLLOW_UP: _("Acties en afspraken"),
        FoundKind.MOMENT: _("Contactmomenten"),
    }


def _line(found: Found) -> Line:
    return Line(url=_address(found), name=found.name, about=_about(found))


def _about(found: Found) -> str:
    match found:
        case Found(kind=FoundKind.ACTOR, about=(kind,)):
            return word(ActorKind(kind))
        case Found(kind=FoundKind.COLLABORATION, about=(status,)):
            return word(Status(status))
        case Found(kind=FoundKind.PROGRAMME, about=(kind,)):
            return word(ProgrammeKind(kind))
        case Found(on=on, about=names):
            shown = ", ".join(names[:_NAMED])
            if len(names) > _NAMED:
                shown = _("%(names)s en nog %(num)s", names=shown, num=len(names) - _NAMED)
            return " · ".join(filter(None, (day(on) if on else "", shown)))


def _address(found: Found) -> str:
    slug = current_network().slug
    if found.kind in _LISTED and not may(Role.EDITOR):
        return url_for(_LISTED[found.kind], slug=slug)  # it has no page but the one to edit it
    endpoint, place = _PAGES[found.kind]
    values: dict[str, Any] = {"slug": slug, place: found.id}
    return url_for(endpoint, **values)
