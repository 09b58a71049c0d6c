"""The network as it is drawn: partners, what they do together, and where each stands."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date

from graph.domain.energy import ContactState, is_lively
from graph.domain.folding import sort_name
from graph.domain.words import ActorKind, Form, Layer, Status

SMALLEST_GROUP = 4
"""Fewer partners than this are no group with a name of its own."""

SMALLEST_HUB = 3
"""From this many partners on, a working collaboration is a diamond with spokes, not a line."""

_HALF = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A place on the map, in the units of the canvas."""

    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class MapActor:
    """A partner on the map. ``at`` is None until the layout gave it a place."""

    id: str
    name: str
    kind: ActorKind
    domain_id: str | None = None
    neighbourhood_ids: tuple[str, ...] = ()
    neighbourhoods: tuple[str, ...] = ()
    is_person: bool = False
    energy: float | None = None
    active: int = 0
    lively: int = 0
    partners: int = 0
    last_contact_on: date | None = None
    at: Point | None = None
    parent_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MapCollaboration:
    """What two or more partners do together, wish or plan."""

    id: str
    name: str
    form: Form
    layer: Layer
    status: Status
    partner_ids: tuple[str, ...]
    energy: float | None = None
    contact: ContactState | None = None
    last_contact_on: date | None = None
    at: Point | None = None

    @property
    def is_drawn(self) -> bool:
        """Return whether there are two ends to draw something between."""
        return len(self.partner_ids) > 1

    @property
    def is_hub(self) -> bool:
        """Return whether it is a diamond with spokes; a working collaboration of two is a line."""
        return self.is_drawn and (
            self.form is Form.MEMBERSHIP or len(self.partner_ids) >= SMALLEST_HUB
        )

    @property
    def is_tie(self) -> bool:
        """Return whether it makes its partners connected: active and working, never a list."""
        return self.is_drawn and self.form is Form.WORKING and self.status is Status.ACTIVE

    @property
    def is_cold(self) -> bool:
        """Return whether the contact is past its rhythm."""
        return self.status is Status.ACTIVE and self.contact in {
            ContactState.AMBER,
            ContactState.RED,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Partners that mostly work with each other, under a name that holds for them."""

    name: str
    member_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkMap:
    """All that the map, the list beside it and the night picture show."""

    actors: tuple[MapActor, ...]
    collaborations: tuple[MapCollaboration, ...]
    groups: tuple[Group, ...] = ()

    @property
    def ties(self) -> Iterator[MapCollaboration]:
        """The collaborations that connect partners."""
        return (each for each in self.collaborations if each.is_tie)

    @property
    def isolated(self) -> tuple[MapActor, ...]:
        """The partners that no active working collaboration connects to another."""
        tied = {id for each in self.ties for id in each.partner_ids}
        return tuple(actor for actor in self.actors if actor.id not in tied)

    def among(self, actor_ids: AbstractSet[str]) -> "NetworkMap":
        """Return some partners, and what two or more of them do together."""
        return replace(
            self,
            actors=tuple(actor for actor in self.actors if actor.id in actor_ids),
            collaborations=tuple(
                each
                for each in self.collaborations
                if sum(id in actor_ids for id in each.partner_ids) > 1
            ),
        )

    @property
    def lively(self) -> tuple[MapActor, ...]:
        """The partners where light burns, strongest first."""
        lit = (actor for actor in self.actors if is_lively(actor.energy))
        return tuple(sorted(lit, key=lambda actor: -(actor.energy or 0)))


@dataclass(frozen=True, slots=True, kw_only=True)
class MapFacets:
    """What a reader may ask of collaborations that only the graph knows, by ids."""

    life_stage: str | None = None
    programme: str | None = None
    funder: str | None = None
    prevention_type: str | None = None
    policy_goal: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Passing:
    """What the graph found for facets: collaborations, and partners that pass by themselves."""

    collaboration_ids: frozenset[str]
    actor_ids: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class MapFilter:
    """What a reader chose to see. No domains is all of them; status None is any but over."""

    domains: frozenset[str] = frozenset()
    kind: ActorKind | None = None
    neighbourhood: str | None = None
    layer: Layer | None = None
    status: Status | None = Status.ACTIVE
    forms: frozenset[Form] = frozenset({Form.WORKING})
    passing: Passing | None = None

    def admits(self, actor: MapActor) -> bool:
        """Return whether a partner passes."""
        return (
            (not self.domains or actor.domain_id in self.domains)
            and (self.kind is None or actor.kind is self.kind)
            and (self.neighbourhood is None or self.neighbourhood in actor.neighbourhood_ids)
        )

    def draws(self, each: MapCollaboration) -> bool:
        """Return whether a collaboration is on the map at all, be it in the background."""
        return (self.status is None or each.status is self.status) and each.form in self.forms

    def shows(self, each: MapCollaboration) -> bool:
        """Return whether a collaboration passes, whoever takes part."""
        return (
            self.draws(each)
            and (self.layer is None or each.layer is self.layer)
            and (self.passing is None or each.id in self.passing.collaboration_ids)
        )

    def of(self, network_map: NetworkMap) -> NetworkMap:
        """Return what passes: partners, and collaborations with at least one of them.

        Who asks for some collaborations (by layer or facets) sees the partners in those.
        """
        actors = {actor.id: actor for actor in network_map.actors if self.admits(actor)}
        collaborations = tuple(
            each
            for each in network_map.collaborations
            if self.shows(each) and not actors.keys().isdisjoint(each.partner_ids)
        )
        if self.layer or self.passing:
            asked = {id for each in collaborations for id in each.partner_ids}
            asked |= self.passing.actor_ids if self.passing else set()
            actors = {id: actor for id, actor in actors.items() if id in asked}
        return replace(network_map, actors=tuple(actors.values()), collaborations=collaborations)


def together(network_map: NetworkMap) -> NetworkMap:
    """Return the network with each part drawn as the whole it belongs to, and its ties with it."""
    whole_of = wholes(network_map.actors)
    families: dict[str, list[MapActor]] = {}
    for actor in network_map.actors:
        families.setdefault(whole_of[actor.id], []).append(actor)
    return replace(
        network_map,
        actors=tuple(
            _as_one(actor, families[actor.id])
            for actor in network_map.actors
            if whole_of[actor.id] == actor.id
        ),
        collaborations=tuple(
            replace(
                each,
                partner_ids=tuple(sorted({whole_of.get(id, id) for id in each.partner_ids})),
            )
            for each in network_map.collaborations
        ),
    )


def wholes(actors: Iterable[MapActor]) -> dict[str, str]:
    """Return of each partner the id of the outermost one that it is a part of."""
    parents = {actor.id: actor.parent_id for actor in actors}

    def whole(id: str) -> str:
        seen = {id}
        while (above := parents.get(id)) in parents and above not in seen:
            seen.add(id := above)
        return id

    return {id: whole(id) for id in parents}


def _as_one(whole: MapActor, family: Sequence[MapActor]) -> MapActor:
    """Return a partner that counts its parts along; its energy is the strongest of them."""
    places = {
        id: name
        for each in family
        for id, name in zip(each.neighbourhood_ids, each.neighbourhoods, strict=True)
    }
    contacts = [each.last_contact_on for each in family if each.last_contact_on]
    return replace(
        whole,
        neighbourhood_ids=tuple(places),
        neighbourhoods=tuple(places.values()),
        energy=max((each.energy for each in family if each.energy is not None), default=None),
        active=sum(each.active for each in family),
        lively=sum(each.lively for each in family),
        partners=sum(each.partners for each in family),
        last_contact_on=max(contacts, default=None),
    )


def name_groups(
    communities: Iterable[Sequence[MapActor]], *, domains: Mapping[str, str]
) -> tuple[Group, ...]:
    """Name each community that is big enough, largest first; ``domains`` has labels by id.

    The name is the neighbourhood, else the domain, that at least half of the partners share;
    failing that, or when a larger group took it, the partner with the most partners.
    """
    taken: set[str] = set()
    groups: list[Group] = []
    for members in sorted(communities, key=lambda each: (-len(each), min(m.id for m in each))):
        if len(members) < SMALLEST_GROUP:
            break
        name = next(name for name in _names(members, domains) if name not in taken)
        taken.add(name)
        groups.append(Group(name=name, member_ids=tuple(member.id for member in members)))
    return tuple(groups)


def _names(members: Sequence[MapActor], domains: Mapping[str, str]) -> Iterator[str]:
    yield from _shared(members, [member.neighbourhoods for member in members])
    of_domain = [[label] if (label := domains.get(m.domain_id or "")) else [] for m in members]
    yield from _shared(members, of_domain)
    yield from (m.name for m in sorted(members, key=lambda m: (-m.partners, sort_name(m.name))))
    # Two groups whose partners all carry one name: the id tells them apart.
    yield members[0].id


def _shared(members: Sequence[MapActor], words: Iterable[Sequence[str]]) -> Iterator[str]:
    counts = Counter(word for each in words for word in each)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return (word for word, count in ranked if count >= _HALF * len(members))
