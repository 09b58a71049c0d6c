"""Write the content of one network in the graph, once."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any, Protocol, TypeVar

from graph.database import Graph
from graph.domain.folding import person_sort_name, search_text, sort_name
from graph.queries import Query, load_query
from graph.repositories import networks
from graph.starter.content import Content
from graph.starter.writing import write_rows

CONTENT_VERSION = 1
"""Raised when a new version of the program brings more starter content."""

_GET_VERSION = load_query("starter/get_version")
_SET_VERSION = load_query("starter/set_version")

_PROGRAMMES = load_query("starter/programmes")
_PROGRAMME_DOMAINS = load_query("starter/programme_domains")
_PROGRAMME_LIFE_STAGES = load_query("starter/programme_life_stages")
_PROGRAMME_PREVENTION_TYPES = load_query("starter/programme_prevention_types")
_PROGRAMME_PILLARS = load_query("starter/programme_pillars")
_ACTORS = load_query("starter/actors")
_ACTOR_DOMAINS = load_query("starter/actor_domains")
_ACTOR_NEIGHBOURHOODS = load_query("starter/actor_neighbourhoods")
_ACTOR_LIFE_STAGES = load_query("starter/actor_life_stages")
_ACTOR_PARTS = load_query("starter/actor_parts")
_ACTOR_GROUPS = load_query("starter/actor_groups")
_COLLABORATIONS = load_query("starter/collaborations")
_COLLABORATION_PROGRAMMES = load_query("starter/collaboration_programmes")
_COLLABORATION_LIFE_STAGES = load_query("starter/collaboration_life_stages")
_COLLABORATION_PREVENTION_TYPES = load_query("starter/collaboration_prevention_types")
_COLLABORATION_POLICY_GOALS = load_query("starter/collaboration_policy_goals")
_COLLABORATION_NEIGHBOURHOODS = load_query("starter/collaboration_neighbourhoods")
_COLLABORATION_POSITIONS = load_query("starter/collaboration_positions")
_COLLABORATION_FUNDERS = load_query("starter/collaboration_funders")
_PARTICIPATIONS = load_query("starter/participations")
_STATUS_CHANGES = load_query("starter/status_changes")
_TWIN_PROGRAMMES = load_query("starter/twin_programmes")
_TWIN_COLLABORATIONS = load_query("starter/twin_collaborations")
_GROUP_COLLABORATIONS = load_query("starter/group_collaborations")
_GROUP_PROGRAMMES = load_query("starter/group_programmes")
_MENTIONS = load_query("starter/mentions")
_MENTIONS_OF_PROGRAMMES = load_query("starter/mentions_of_programmes")
_POSITIONS = load_query("starter/positions")
_PEOPLE = load_query("starter/people")
_HOLDINGS = load_query("starter/holdings")
_MOMENTS = load_query("starter/moments")
_MOMENT_SUBJECTS = load_query("starter/moment_subjects")
_MOMENT_POSITIONS = load_query("starter/moment_positions")
_MOMENT_USERS = load_query("starter/moment_users")
_RATINGS = load_query("starter/ratings")
_RATING_ACTORS = load_query("starter/rating_actors")
_RATING_USERS = load_query("starter/rating_users")
_RESULTS = load_query("starter/results")
_FOLLOW_UPS = load_query("starter/follow_ups")
_FOLLOW_UP_ACTORS = load_query("starter/follow_up_actors")
_FOLLOW_UP_USERS = load_query("starter/follow_up_users")
_CHANGES = load_query("starter/changes")


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


_Thing = TypeVar("_Thing", bound=_Identified)
_Row = dict[str, Any]


def is_loaded(graph: Graph, *, network_id: str) -> bool:
    """Return whether a network holds its starter content as a whole."""
    rows = graph.read(_GET_VERSION, network_id=network_id)
    return any(row["version"] == CONTENT_VERSION for row in rows)


def load_content(graph: Graph, content: Content, *, now: datetime) -> None:
    """Write a network, unless it is there as a whole: then what people did since is theirs.

    After an interruption it goes on: each statement leaves what is there as it is.
    """
    if is_loaded(graph, network_id=content.network_id):
        return
    networks.create(
        graph,
        id=content.network_id,
        slug=content.network_id,
        name=content.name,
        kind=content.kind,
        note=content.note,
        now=now,
    )
    for query, rows in _statements(content):
        bounds = {"network_id": content.network_id, "now": now}
        params = {name: bounds[name] for name in query.params - {"rows"}}
        write_rows(graph, query, rows, **params)
    graph.write(_SET_VERSION, network_id=content.network_id, version=CONTENT_VERSION)


def _statements(content: Content) -> Iterator[tuple[Query, Iterable[_Row]]]:
    """Yield what to run, in order: a thing comes before the ties to it."""
    yield networks.COVER, map(_named, content.neighbourhoods)
    yield from _programmes(content)
    yield from _actors(content)
    yield from _people(content)
    yield from _collaborations(content)
    yield from _history(content)


def _programmes(content: Content) -> Iterator[tuple[Query, Iterable[_Row]]]:
    programmes = content.programmes
    yield _PROGRAMMES, map(_named, programmes)
    yield _PROGRAMME_DOMAINS, _ties(programmes, lambda each: each.domain_ids)
    yield _PROGRAMME_LIFE_STAGES, _ties(programmes, lambda each: each.life_stage_ids)
    yield _PROGRAMME_PREVENTION_TYPES, _ties(programmes, lambda each: each.prevention_type_ids)
    yield _PROGRAMME_PILLARS, _ties(programmes, lambda each: each.pillar_ids)


def _actors(content: Content) -> Iterator[tuple[Query, Iterable[_Row]]]:
    actors = content.actors
    yield _ACTORS, [_named(actor, *actor.aliases) for actor in actors]
    yield (
        _ACTOR_DOMAINS,
        [
            {"id": actor.id, "to_id": domain_id, "primary": domain_id == actor.domain_ids[0]}
            for actor in actors
            for domain_id in actor.domain_ids
        ],
    )
    yield _ACTOR_NEIGHBOURHOODS, _ties(actors, lambda each: each.neighbourhood_ids)
    yield _ACTOR_LIFE_STAGES, _ties(actors, lambda each: each.life_stage_ids)
    yield _ACTOR_PARTS, _ties(actors, lambda each: each.part_of_ids)
    yield _TWIN_PROGRAMMES, _ties(actors, lambda each: each.twin_programme_ids)
    yield _ACTOR_GROUPS, map(_named, content.groups)


def _people(content: Content) -> Iterator[tuple[Query, Iterable[_Row]]]:
    yield _POSITIONS, map(asdict, content.positions)
    yield (
        _PEOPLE,
        [
            _named(person) | {"sort_name": person_sort_name(person.name)}
            for person in content.people
        ],
    )
    yield _HOLDINGS, map(asdict, content.holdings)


def _collaborations(content: Content) -> Iterator[tuple[Query, Iterable[_Row]]]:
    every = content.collaborations
    yield _COLLABORATIONS, map(_named, every)
    yield _COLLABORATION_PROGRAMMES, _ties(every, lambda each: each.programme_ids)
    yield _COLLABORATION_LIFE_STAGES, _ties(every, lambda each: each.life_stage_ids)
    yield _COLLABORATION_PREVENTION_TYPES, _ties(every, lambda each: each.prevention_type_ids)
    yield _COLLABORATION_POLICY_GOALS, _ties(every, lambda each: each.policy_goal_ids)
    yield _COLLABORATION_NEIGHBOURHOODS, _ties(every, lambda each: each.neighbourhood_ids)
    yield _COLLABORATION_POSITIONS, _ties(every, lambda each: each.position_ids)
    yield _COLLABORATION_FUNDERS, map(asdict, content.funding)
    yield _PARTICIPATIONS, map(asdict, content.participations)
    yield _STATUS_CHANGES, map(asdict, content.status_changes)
    yield _TWIN_COLLABORATIONS, _ties(content.actors, lambda each: each.twin_collaboration_ids)
    yield _GROUP_COLLABORATIONS, map(asdict, content.named_in_collaborations)
    yield _GROUP_PROGRAMMES, map(asdict, content.named_in_programmes)
    yield _MENTIONS, map(asdict, content.mentions)
    yield _MENTIONS_OF_PROGRAMMES, map(asdict, content.mentions_of_programmes)


def _history(content: Content) -> Iterator[tuple[Query, Iterable[_Row]]]:
    yield _MOMENTS, map(asdict, content.moments)
    yield _MOMENT_SUBJECTS, _ties(content.moments, lambda each: each.about_ids)
    yield _MOMENT_POSITIONS, _ties(content.moments, lambda each: each.position_ids)
    yield _MOMENT_USERS, _ties(content.moments, lambda each: each.user_ids)
    yield _RATINGS, map(asdict, content.ratings)
    yield _RATING_ACTORS, _ties(content.ratings, lambda each: each.actor_ids)
    yield _RATING_USERS, _ties(content.ratings, lambda each: each.user_ids)
    yield _RESULTS, map(asdict, content.results)
    yield _FOLLOW_UPS, map(asdict, content.follow_ups)
    yield _FOLLOW_UP_ACTORS, _ties(content.follow_ups, lambda each: each.actor_ids)
    yield _FOLLOW_UP_USERS, _ties(content.follow_ups, lambda each: each.user_ids)
    yield _CHANGES, map(asdict, content.changes)


class _HasName(Protocol):
    @property
    def name(self) -> str: ...


def _named(thing: _HasName, *aliases: str) -> _Row:
    """Return a row with the keys by which lists sort it and people find it."""
    row: Mapping[str, Any] = asdict(thing)  # pyright: ignore[reportArgumentType]
    return {
        **row,
        "sort_name": sort_name(thing.name),
        "search": search_text(thing.name, *aliases),
    }


def _ties(things: Iterable[_Thing], to_ids: Callable[[_Thing], Sequence[str]]) -> list[_Row]:
    return [{"id": thing.id, "to_id": to_id} for thing in things for to_id in to_ids(thing)]
