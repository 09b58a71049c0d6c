"""The log of changes as lines that people read."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from graph.domain.changes import Change
from graph.domain.references import Reference
from graph.domain.retention import Kept
from tasks import wording
from tasks.dates import day
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
    change: Change


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun:
    """A kind of thing: its word, and the page of one."""

    icon: str
    word: str
    endpoint: str
    argument: str


def lines(changes: list[Change], slug: str) -> list[Line]:
    """Return changes in words, in their order."""
    return [_line(change, slug) for change in changes]


def _line(change: Change, slug: str) -> Line:
    return line_of(change, url_of(nouns()[change.kind], slug, change.subject_id))


def line_of(change: Change, url: str | None, *, word: str = "") -> Line:
    """Return a change in words, with where its subject can be seen, which ``word`` may name."""
    noun = nouns()[change.kind]
    return Line(
        icon=noun.icon,
        what=_("%(noun)s %(verb)s:", noun=word or noun.word, verb=_verb(change)),
        name=_name(change),
        url=url,
        at=change.at,
        by=change.by_name,
        change=change,
    )


def _name(change: Change) -> str:
    """Return the name of the subject; that of a term is the kind of record that it is about."""
    if change.kind == "RetentionTerm" and change.subject_name in set(Kept):
        return wording.word(Kept(change.subject_name))
    return change.subject_name


def url_of(noun: Noun, slug: str, id: str) -> str | None:
    """Return the address of the page of a thing; None when this installation has none."""
    return link_if(noun.endpoint, slug=slug, **{noun.argument: id})


def links_to(things: Iterable[Reference], slug: str) -> list[tuple[str, str | None]]:
    """Return things of the graph as a line and the address of its page, None without a page."""
    known = nouns()
    return [
        (f"{noun.word} {_day_or_name(each.name)}", url_of(noun, slug, each.id))
        if (noun := known.get(each.kind))
        else (each.name or _("iets anders"), None)
        for each in things
    ]


def _day_or_name(name: str) -> str:
    """Return a name; what has none, such as a contact moment, is known by its day."""
    try:
        return day(date.fromisoformat(name))
    except ValueError:
        return name


def _verb(change: Change) -> str:
    if change.kind == "Operation" and change.verb == "added":
        return _("uitgevoerd")
    if change.kind == "Visit" and change.verb == "added":
        return _("begonnen")
    return verbs().get(change.verb, _("gewijzigd"))


def verbs() -> dict[str, str]:
    """Return the words of what may happen to a thing, by verb."""
    return {
        "added": _("toegevoegd"),
        "edited": _("gewijzigd"),
        "archived": _("naar het archief"),
        "restored": _("teruggezet"),
        "ended": _("beëindigd"),
        "done": _("klaar"),
        "reopened": _("weer open"),
        "taken": _("bezet"),
        "handed_over": _("overgedragen"),
        "left": _("verlaten"),
        "merged": _("samengevoegd"),
        "undone": _("ongedaan gemaakt"),
        "removed": _("weggehaald"),
        "erased": _("gewist"),
        "expired": _("opgeruimd"),
        "told_apart": _("onderscheiden"),
        "not_told_apart": _("niet meer onderscheiden"),
        "invited": _("verstuurd"),
        "accepted": _("aangenomen"),
        "withdrawn": _("ingetrokken"),
        "disabled": _("gesloten"),
        "enabled": _("weer geopend"),
        "made_admin": _("beheerder gemaakt"),
        "unmade_admin": _("geen beheerder meer"),
        "second_factor_removed": _("zonder tweede stap"),
    }


def nouns() -> dict[str, Noun]:
    """Return the kinds of things that a log tells of, by label."""
    return {
        "Actor": Noun(
            icon="partners", word=_("Partner"), endpoint="actors.show", argument="actor_id"
        ),
        "Collaboration": Noun(
            icon="collab",
            word=_("Samenwerking"),
            endpoint="collaborations.show",
            argument="collaboration_id",
        ),
        "Programme": Noun(
            icon="table",
            word=_("Programma"),
            endpoint="programmes.show",
            argument="programme_id",
        ),
        "ContactMoment": Noun(
            icon="moment", word=_("Contactmoment"), endpoint="moments.show", argument="moment_id"
        ),
        "FollowUp": Noun(
            icon="tasks", word=_("Actie"), endpoint="followups.edit", argument="followup_id"
        ),
        "Person": Noun(
            icon="user", word=_("Contactpersoon"), endpoint="people.show", argument="person_id"
        ),
        "Position": Noun(
            icon="people",
            word=_("Functie"),
            endpoint="positions.show",
            argument="position_id",
        ),
        "Ambition": Noun(icon="pin", word=_("Vak"), endpoint="white_spots.index", argument="vak"),
        "Introduction": Noun(
            icon="link",
            word=_("Kennismaking"),
            endpoint="introductions.index",
            argument="kennismaking",
        ),
        "User": Noun(icon="user", word=_("Lid"), endpoint="members.index", argument="lid"),
        "Invitation": Noun(
            icon="mail", word=_("Uitnodiging"), endpoint="members.index", argument="uitnodiging"
        ),
        "Visit": Noun(
            icon="info", word=_("Meekijken"), endpoint="members.index", argument="bezoek"
        ),
        "Network": Noun(
            icon="pin", word=_("Netwerk"), endpoint="networks.show_settings", argument="netwerk"
        ),
        "RetentionTerm": Noun(
            icon="history",
            word=_("Bewaartermijn"),
            endpoint="retention.index",
            argument="soort",
        ),
        "Operation": Noun(
            icon="switch",
            word=_("Bewerking"),
            endpoint="operations.show",
            argument="operation_id",
        ),
    }
