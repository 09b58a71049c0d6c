"""How each kind of record is read, filled in and stored: one table for all bulk work."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, cast

from graph.database import Row
from graph.domain.actors import ActorFields
from graph.domain.collaborations import CollaborationFields
from graph.domain.folding import search_text, sort_name
from graph.domain.moments import MomentFields
from graph.domain.people import PersonFields, PositionFields
from graph.domain.records import RecordKind
from graph.domain.words import Status
from graph.queries import Query, load_query

Fields = dict[str, Any]

_DAYS = frozenset(
    {"on", "since", "until", "started_on", "ended_on", "funded_until", "verified_on"}
)
_MOMENTS = frozenset({"archived_at"})
_IN_ORDER = frozenset({"aliases"})

KEYS_OF_NAME = frozenset({"sort_name", "search"})
"""The properties by which lists sort things and people find them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Store:
    """The statements of one kind; ``ties`` has one for each field that is stored as ties.

    ``related`` names the fields that hold ids of other things in the network. ``stored`` are the
    properties of something new of which nothing is said; keys to sort and search are made anew.
    """

    lock: Query
    save: Query
    remove: Query
    ties: Mapping[str, Query]
    related: tuple[str, ...]
    stored: Mapping[str, Any]

    @property
    def usual(self) -> Fields:
        """Return the fields of something new of which nothing is said."""
        own = {name: value for name, value in self.stored.items() if name not in KEYS_OF_NAME}
        return own | {name: None if name.endswith("_id") else [] for name in self.ties}


def read(kind: RecordKind, row: Row) -> Fields:
    """Return the fields in a row of the ``lock`` statement, in one order on every engine."""
    fields: Fields = {}
    usual = STORES[kind].usual
    for name, value in cast("Fields", to_plain(row["fields"])).items():
        plain = usual.get(name) if value is None else value
        if isinstance(plain, list) and name not in _IN_ORDER:
            plain = _in_order(cast("list[Any]", plain))
        fields[name] = plain
    if kind is RecordKind.ACTOR:
        fields["domain_ids"] = [*sorted(row["main_domain_ids"]), *fields["domain_ids"]]
    return fields


def properties(kind: RecordKind, fields: Fields) -> Fields:
    """Return what is stored on the node itself, with the keys to sort and search by."""
    stored = STORES[kind].stored
    own = {name: to_stored(fields[name], name) for name in stored if name in fields}
    if KEYS_OF_NAME.isdisjoint(stored):
        return own
    name, aliases = fields["name"], fields.get("aliases", [])
    return own | {"sort_name": sort_name(name), "search": search_text(name, *aliases)}


def related_ids(kind: RecordKind, fields: Mapping[str, Any]) -> set[str]:
    """Return the ids of the things in the network that these fields speak of."""
    found: set[str] = set()
    for name in STORES[kind].related:
        match fields.get(name):
            case str(id):
                found.add(id)
            case list():
                found |= {_id_in(each) for each in cast("list[Any]", fields[name])}
            case _:
                pass
    return found


def to_plain(value: Any) -> Any:  # noqa: ANN401 -- whatever a node holds
    """Return a value as JSON knows it: a day or a moment as its ISO text."""
    match value:
        case date():
            return value.isoformat()
        case list() | tuple():
            return [to_plain(each) for each in cast("list[Any]", value)]
        case dict():
            return {name: to_plain(each) for name, each in cast("Fields", value).items()}
        case _:
            return value


def to_stored(value: Any, name: str = "") -> Any:  # noqa: ANN401 -- whatever a node holds
    """Return a value as the graph stores it: the opposite of ``to_plain``."""
    match value:
        case str() if name in _DAYS:
            return date.fromisoformat(value)
        case str() if name in _MOMENTS:
            return datetime.fromisoformat(value)
        case list():
            return [to_stored(each) for each in cast("list[Any]", value)]
        case dict():
            return {name: to_stored(each, name) for name, each in cast("Fields", value).items()}
        case _:
            return value


def _in_order(many: list[Any]) -> list[Any]:
    """Return a list in one order; a partner with several roles is in it once."""
    ids = all(isinstance(each, str) for each in many)
    return sorted(set(many)) if ids else sorted(many, key=str)


def _id_in(part: Any) -> str:  # noqa: ANN401 -- an id, or a mapping that names one
    if isinstance(part, str):
        return part
    named = cast("dict[str, str]", part)
    return named.get("actor_id") or named["person_id"]


STORES: Mapping[RecordKind, Store] = {
    RecordKind.ACTOR: Store(
        lock=load_query("records/lock_actors"),
        save=load_query("records/save_actors"),
        remove=load_query("records/remove_actors"),
        ties={
            "domain_ids": load_query("records/set_actor_domains"),
            "neighbourhood_ids": load_query("records/set_actor_neighbourhoods"),
            "life_stage_ids": load_query("records/set_actor_life_stages"),
            "parent_id": load_query("records/set_actor_parents"),
        },
        related=("parent_id",),
        stored=to_plain(ActorFields(name="").properties())
        | {"verified_on": None, "archived_at": None},
    ),
    RecordKind.PERSON: Store(
        lock=load_query("records/lock_people"),
        save=load_query("records/save_people"),
        remove=load_query("records/remove_people"),
        ties={},
        related=(),
        stored=to_plain(PersonFields(name="").properties()),
    ),
    RecordKind.POSITION: Store(
        lock=load_query("records/lock_positions"),
        save=load_query("records/save_positions"),
        remove=load_query("records/remove_positions"),
        ties={
            "actor_id": load_query("records/set_position_actors"),
            "holders": load_query("records/set_holders"),
        },
        related=("actor_id", "holders"),
        stored=PositionFields(name="").as_mapping(),
    ),
    RecordKind.COLLABORATION: Store(
        lock=load_query("records/lock_collaborations"),
        save=load_query("records/save_collaborations"),
        remove=load_query("records/remove_collaborations"),
        ties={
            "life_stage_ids": load_query("records/set_collaboration_life_stages"),
            "prevention_type_ids": load_query("records/set_collaboration_prevention_types"),
            "policy_goal_ids": load_query("records/set_collaboration_policy_goals"),
            "neighbourhood_ids": load_query("records/set_collaboration_neighbourhoods"),
            "programme_ids": load_query("records/set_collaboration_programmes"),
            "funders": load_query("records/set_funders"),
            "actor_ids": load_query("records/set_participants"),
            "history": load_query("records/set_history"),
        },
        related=("funders", "actor_ids"),
        stored=to_plain(CollaborationFields(name="").properties())
        | {"status": Status.ACTIVE.value, "ended_on": None, "archived_at": None},
    ),
    RecordKind.MOMENT: Store(
        lock=load_query("records/lock_moments"),
        save=load_query("records/save_moments"),
        remove=load_query("records/remove_moments"),
        ties={
            "actor_ids": load_query("records/set_moment_actors"),
            "collaboration_ids": load_query("records/set_moment_collaborations"),
            "position_ids": load_query("records/set_moment_positions"),
        },
        related=("actor_ids", "collaboration_ids", "position_ids"),
        stored=to_plain(MomentFields(on=date.min).properties()),
    ),
}
