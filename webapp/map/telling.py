"""What the map shows, in words: for the list, the picture and the print."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from graph.analysis.marks import Mark
from graph.domain.map import MapActor, MapCollaboration
from graph.domain.map_paths import PathFunction
from tasks import dates, depending
from webapp.i18n import _, ngettext
from webapp.map.seeing import Seen


@dataclass(frozen=True, slots=True, kw_only=True)
class PathStep:
    """One collaboration of a way: between whom, and which positions at either carry it."""

    before: MapActor
    after: MapActor
    collaboration: MapCollaboration
    carrying: tuple[PathFunction, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standout:
    """A partner or collaboration that stands out, and why or between whom."""

    id: str
    name: str
    why: str = ""
    is_actor: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class StandoutList:
    """All that stands out for one reason; it may be nobody."""

    mark: Mark
    title: str
    items: tuple[Standout, ...]


def mark_words() -> dict[Mark, str]:
    """Return what each thing to look for is called."""
    return {
        Mark.BROKERS: _("Houdt bij elkaar"),
        Mark.CUT_POINTS: _("Enige schakel"),
        Mark.ISOLATES: _("Nog niet verbonden"),
        Mark.COLD: _("Koelt af"),
        Mark.WISHED: _("Gewenst of gepland"),
    }


def counted(seen: Seen) -> str:
    """Return how much of the network is shown."""
    return _(
        "%(shown)s van %(all)s partners, %(ties)s samenwerkingen",
        shown=dates.number(len(seen.shown.actors)),
        all=dates.number(len(seen.everything.actors)),
        ties=dates.number(len(seen.shown.collaborations)),
    )


def summary(seen: Seen) -> str:
    """Return the whole picture in a few sentences, for who cannot see it."""
    if not seen.everything.actors:
        if seen.on:
            return _("Op deze dag stond er nog niemand in dit netwerk.")
        return _("Dit netwerk heeft nog geen partners. Zodra er een is, staat die hier.")
    return " ".join(filter(None, _sentences(seen)))


def _sentences(seen: Seen) -> Iterator[str]:
    everything = seen.everything
    if seen.on:
        yield _("Zoals bekend was op %(day)s.", day=dates.day(seen.on))
    yield ngettext("Eén partner.", "%(num)s partners.", len(everything.actors))
    ties = sum(1 for _each in everything.ties)
    yield ngettext("Eén samenwerking loopt nu.", "%(num)s samenwerkingen lopen nu.", ties)
    if seen.bundles:
        yield ngettext(
            "De partners staan in één groep; open die om ze te zien.",
            "De partners staan in %(num)s groepen; open een groep om ze te zien.",
            len(seen.bundles),
        )
    yield _(
        "Een samenwerking van twee is een lijn, van drie of meer een ruitje met een lijn naar"
        " elke partner."
    )
    if alone := len(everything.isolated):
        yield ngettext(
            "Eén partner werkt nog met niemand samen; lidmaatschappen tellen niet mee.",
            "%(num)s partners werken nog met niemand samen; lidmaatschappen tellen niet mee.",
            alone,
        )
    yield from (
        _("%(title)s: %(count)s.", title=each.title, count=len(each.items))
        for each in standouts(seen)
    )
    yield path_line(seen)
    yield _("Alles op de kaart staat ook in de lijst.")


def path_line(seen: Seen) -> str:
    """Return in one sentence how two partners are connected, or that they are not."""
    if not seen.start or not seen.end:
        return ""
    if seen.start.id == seen.end.id:
        return _("Kies twee verschillende partners om te zien hoe ze verbonden zijn.")
    if not seen.path:
        return _(
            "Er is geen keten van samenwerkingen tussen %(start)s en %(end)s.",
            start=seen.start.name,
            end=seen.end.name,
        )
    return ngettext(
        "%(start)s en %(end)s werken direct samen.",
        "De kortste route van %(start)s naar %(end)s gaat over %(num)s samenwerkingen.",
        len(seen.path) - 1,
        start=seen.start.name,
        end=seen.end.name,
    )


def path_steps(seen: Seen) -> list[PathStep]:
    """Return the way between two partners, one collaboration at a time."""
    return [
        PathStep(
            before=seen.actors[before.actor_id],
            after=seen.actors[after.actor_id],
            collaboration=seen.collaborations[after.collaboration_id or ""],
            carrying=tuple(
                each
                for each in seen.functions
                if each.actor_id in {before.actor_id, after.actor_id}
                and after.collaboration_id in each.carries
            ),
        )
        for before, after in pairwise(seen.path)
    ]


def standouts(seen: Seen) -> list[StandoutList]:
    """Return what stands out, a list for each thing that was asked for."""
    return [
        StandoutList(mark=mark, title=words, items=tuple(_items(seen, mark)))
        for mark, words in mark_words().items()
        if mark in seen.choice.marks
    ]


def _items(seen: Seen, mark: Mark) -> Iterator[Standout]:
    marked, names = seen.marked, {actor.id: actor.name for actor in seen.everything.actors}
    match mark:
        case Mark.BROKERS | Mark.CUT_POINTS:
            found = marked.brokers if mark is Mark.BROKERS else marked.cut_points
            for each in found:
                why = depending.broker_line(each, names)
                yield Standout(id=each.actor_id, name=names[each.actor_id], why=why)
        case Mark.ISOLATES:
            yield from (Standout(id=id, name=names[id]) for id in marked.isolates)
        case Mark.COLD | Mark.WISHED:
            for tie in marked.cold if mark is Mark.COLD else marked.wished:
                partners = [names[id] for id in tie.partner_ids if id in names]
                yield Standout(
                    id=tie.id, name=tie.name, why=depending.some(partners), is_actor=False
                )
