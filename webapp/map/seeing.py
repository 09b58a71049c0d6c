"""What a reader sees of a network: the same for the picture, the list, the files and the print."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from types import MappingProxyType

from graph.analysis import marks
from graph.analysis.bundles import REST, Bundle, Bundling, bundles
from graph.analysis.marks import Mark, Marked, is_wished
from graph.domain.folding import sort_name
from graph.domain.map import (
    MapActor,
    MapCollaboration,
    MapFacets,
    MapFilter,
    NetworkMap,
    wholes,
)
from graph.domain.map_paths import PathFunction, Step, around, shortest_path
from graph.repositories import map as maps
from webapp.clock import today
from webapp.context import current_graph, current_network
from webapp.i18n import _
from webapp.map.choice import BUNDLINGS, Choice
from webapp.map.kept import Keeper
from webapp.map.reading import grouped, kept_map
from webapp.terms import current_terms

MOST_LOOSE = 500
"""A network of more partners opens in circles by domain, so that it stays readable."""

NOBODY: Mapping[str, str] = MappingProxyType({"rond": "", "van": "", "naar": ""})
"""What stands in the fields for a partner when the address names none."""


@dataclass(frozen=True, kw_only=True)
class Seen:
    """A network under a choice.

    ``everything`` is the network of the day ``on``, None for now; ``passes`` has the facets filled
    in. ``problems`` say what of the choice could not be done. What costs time is found when asked.
    """

    choice: Choice
    on: date | None
    everything: NetworkMap
    passes: MapFilter
    problems: tuple[str, ...]
    around: MapActor | None
    start: MapActor | None
    end: MapActor | None

    @property
    def day(self) -> date:
        """The day of which the network is shown."""
        return self.on or today()

    @cached_property
    def actors(self) -> Mapping[str, MapActor]:
        """Every partner by its id."""
        return {actor.id: actor for actor in self.everything.actors}

    @cached_property
    def collaborations(self) -> Mapping[str, MapCollaboration]:
        """Every collaboration by its id."""
        return {each.id: each for each in self.everything.collaborations}

    @property
    def asked_names(self) -> Mapping[str, str]:
        """The names of the partners in the address, by the field that they belong in."""
        asked = {
            "rond": (self.around, self.choice.around),
            "van": (self.start, self.choice.start),
            "naar": (self.end, self.choice.end),
        }
        return {field: actor.name if actor else typed for field, (actor, typed) in asked.items()}

    @cached_property
    def near(self) -> NetworkMap:
        """The part of the network around the partner that was asked for; else all of it."""
        if not self.around or not self.choice.depth:
            return self.everything
        ids = around(self.everything, self.around.id, depth=self.choice.depth)
        return self.everything.among(ids)

    @cached_property
    def shown(self) -> NetworkMap:
        """What passes: the lines of the list, and what is bright in the picture."""
        return self.passes.of(self.near)

    @cached_property
    def path(self) -> tuple[Step, ...]:
        """The way between the two partners that were asked for; empty without one."""
        if not self.start or not self.end:
            return ()
        return shortest_path(self.everything, self.start.id, self.end.id)

    @cached_property
    def functions(self) -> list[PathFunction]:
        """The positions of the partners on the way, those that carry it first."""
        if not self.path:
            return []
        steps = [step.collaboration_id for step in self.path if step.collaboration_id]
        found = maps.functions(
            current_graph(),
            network_id=current_network().id,
            actor_ids={step.actor_id for step in self.path},
            collaboration_ids=steps,
        )
        return sorted(found, key=lambda each: (not each.carries, sort_name(each.name)))

    @cached_property
    def marked(self) -> Marked:
        """What stands out in the part of the network that is shown."""
        return marks.find(self.near, self.choice.marks)

    @cached_property
    def lit(self) -> frozenset[str] | None:
        """The ids of what stays bright beside the way and the marks; None is all that passes."""
        if not self.path and not self.choice.marks:
            return None
        steps = {id for step in self.path for id in (step.actor_id, step.collaboration_id) if id}
        return self.marked.actor_ids.union(steps, (tie.id for tie in self.marked.ties))

    @cached_property
    def named(self) -> NetworkMap:
        """The network with its groups, found when a picture or a colour needs them."""
        return grouped(self.everything)

    @cached_property
    def by(self) -> Bundling | None:
        """By what partners are put in circles: as chosen, or by domain in a large network."""
        chosen = self.choice.bundling
        if chosen or self.choice.as_list or self.near is not self.everything:
            return BUNDLINGS.get(chosen)
        is_large = len(self.everything.actors) > MOST_LOOSE
        return Bundling.DOMAIN if is_large else None

    @cached_property
    def bundles(self) -> tuple[Bundle, ...]:
        """All circles, each with those of its partners that are shown; largest first."""
        if self.by is None:
            return ()
        ground = self.named if self.by is Bundling.COMMUNITY else self.everything
        shown = {actor.id for actor in self.shown.actors}
        return tuple(
            replace(each, member_ids=members)
            for each in bundles(ground, self.by)
            if (members := tuple(id for id in each.member_ids if id in shown))
        )

    @cached_property
    def bundle_names(self) -> Mapping[str, str]:
        """What each circle is called."""
        names: dict[str, str] = {REST: _rest(self.by)}
        if self.by is Bundling.DOMAIN:
            names |= current_terms().labels
        for actor in self.everything.actors:
            names |= dict(zip(actor.neighbourhood_ids, actor.neighbourhoods, strict=True))
        return {each.id: names.get(each.id, each.id) for each in self.bundles}

    @cached_property
    def closed(self) -> tuple[Bundle, ...]:
        """The circles in the picture: not opened, without those who must be seen by themselves."""
        seen = {step.actor_id for step in self.path} | self.marked.holding
        seen |= {self.choice.actor_id, self.around.id if self.around else ""}
        return tuple(
            replace(each, member_ids=tuple(id for id in each.member_ids if id not in seen))
            for each in self.bundles
            if each.id not in self.choice.opened and not seen.issuperset(each.member_ids)
        )

    @cached_property
    def drawn(self) -> NetworkMap:
        """What is in the picture, bright or dim; who is in a closed circle is not."""
        wished = Mark.WISHED in self.choice.marks
        on_path = {step.collaboration_id for step in self.path}
        ground = self.shown if self.by else self.near
        hidden = {id for each in self.closed for id in each.member_ids}
        return replace(
            ground,
            actors=tuple(actor for actor in ground.actors if actor.id not in hidden),
            collaborations=tuple(
                each
                for each in self.near.collaborations
                if self.passes.draws(each) or each.id in on_path or (wished and is_wished(each))
            ),
        )

    @cached_property
    def bright(self) -> frozenset[str]:
        """The ids of all partners and collaborations that are not dim."""
        passing = {each.id for each in (*self.shown.actors, *self.shown.collaborations)}
        return frozenset(passing) if self.lit is None else self.lit


def see(choice: Choice, keeper: Keeper) -> Seen:
    """Read the network of this request under a choice."""
    on, day_problem = _day(choice)
    everything = kept_map(keeper, on=on, parts_together=choice.together)
    wanted = (choice.around, choice.start, choice.end)
    centre, start, end = (_find(everything, each) for each in wanted)
    unknown = [
        _("We kennen geen partner die %(name)s heet. Kies een naam uit de lijst.", name=each)
        for each, found in zip(wanted, (centre, start, end), strict=True)
        if each and not found
    ]
    return Seen(
        choice=choice,
        on=on,
        everything=everything,
        passes=_with_facets(choice),
        problems=tuple(filter(None, (day_problem, *unknown))),
        around=centre,
        start=start,
        end=end,
    )


def shown_ids(choice: Choice) -> tuple[set[str], set[str]]:
    """Return the ids of the partners and the collaborations that pass, for a file of them.

    Where parts are drawn as their whole, the parts of a whole that passes are in its file.
    """
    keeper = Keeper()
    seen = see(choice, keeper)
    actors = {actor.id for actor in seen.shown.actors}
    if choice.together:
        apart = kept_map(keeper, on=seen.on, parts_together=False)
        actors = {id for id, whole in wholes(apart.actors).items() if whole in actors}
    return actors, {each.id for each in seen.shown.collaborations}


def _day(choice: Choice) -> tuple[date | None, str]:
    """Return the day to show, None for now, and why it is not the one that was asked."""
    if choice.day.on and choice.day.on > today():
        return None, _("Deze dag moet nog komen. Je ziet het netwerk van nu.")
    return None if choice.day.on == today() else choice.day.on, choice.day.problem


def _with_facets(choice: Choice) -> MapFilter:
    if choice.facets == MapFacets():
        return choice.passes
    passing = maps.find_passing(
        current_graph(), network_id=current_network().id, facets=choice.facets
    )
    return replace(choice.passes, passing=passing)


def _find(network_map: NetworkMap, wanted: str) -> MapActor | None:
    """Return the partner of this id, or else the first of this name."""
    if not wanted:
        return None
    name = sort_name(wanted)
    named = (actor for actor in network_map.actors if sort_name(actor.name) == name)
    by_id = (actor for actor in network_map.actors if actor.id == wanted)
    return next(by_id, None) or next(named, None)


def _rest(by: Bundling | None) -> str:
    match by:
        case Bundling.DOMAIN:
            return _("Domein niet bekend")
        case Bundling.NEIGHBOURHOOD:
            return _("Wijk niet bekend")
        case _:
            return _("Buiten een groep")
