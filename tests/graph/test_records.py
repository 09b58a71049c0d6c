"""Bulk work: what it makes, what it leaves, and that taking it back is the opposite."""

from collections.abc import Callable
from typing import Any

import pytest

from graph.database import Graph
from graph.domain.records import Deed, Kept, LeftReason, Outcome, Record, RecordKind, removable
from graph.domain.words import Role
from graph.identity import new_id
from graph.repositories import (
    actors,
    changes,
    collaborations,
    energy,
    introductions,
    moments,
    positions,
    records,
)
from tests.given import ANA, NOW, TODAY, Given

Rows = Callable[..., list[dict[str, Any]]]


@pytest.fixture
def here(given: Given) -> str:
    given.vocabulary()
    network_id = given.network("noord")
    given.user("ana", network_id, Role.EDITOR)
    return network_id


def test_it_makes_what_a_person_makes_by_hand(graph: Graph, given: Given, here: str) -> None:
    place = given.place(here, "Noord")
    school = given.actor(here, "School", domain_ids=("onderwijs",))
    made = [
        _new(
            RecordKind.ACTOR,
            name="De Kajuit",
            aliases=["Kajuit"],
            domain_ids=["sport-bewegen", "onderwijs"],
            neighbourhood_ids=[place],
            parent_id=school,
        ),
        _new(RecordKind.PERSON, name="Sam", email="sam@school.example"),
    ]
    [kajuit, sam] = made
    position = _new(
        RecordKind.POSITION,
        name="Docent",
        actor_id=school,
        holders=[{"person_id": sam.id, "since": "2025-09-01", "until": None}],
    )
    together = _new(
        RecordKind.COLLABORATION,
        name="Samen",
        actor_ids=sorted([school, kajuit.id]),
        started_on="2026-09-01",
        history=[{"id": new_id(), "status": "active", "on": "2026-09-01"}],
        funders=[{"actor_id": school, "until": "2027-12-31"}],
    )
    talk = _new(
        RecordKind.MOMENT,
        on=TODAY.isoformat(),
        note="Koffie",
        collaboration_ids=[together.id],
        position_ids=[position.id],
    )

    outcomes = _write(graph, here, [*made, position, together, talk])

    assert [each.deed for each in outcomes] == [Deed.ADDED] * 5
    actor = actors.get(graph, network_id=here, actor_id=kajuit.id)
    assert actor.fields.domain_ids == ("sport-bewegen", "onderwijs")
    assert (actor.fields.neighbourhood_ids, actor.fields.parent_id) == ((place,), school)
    assert actor.standing.active == 1
    [holder] = positions.get(graph, network_id=here, position_id=position.id).holders
    assert (holder.name, str(holder.period.since)) == ("Sam", "2025-09-01")
    one = collaborations.get(graph, network_id=here, collaboration_id=together.id)
    assert {each.name for each in one.participants} == {"School", "De Kajuit"}
    assert [str(each.on) for each in one.life.history] == ["2026-09-01"]
    [moment] = moments.list_for_collaboration(graph, network_id=here, collaboration_id=together.id)
    assert (moment.note, moment.logged_by) == ("Koffie", "Ana")
    found = collaborations.find(
        graph, network_id=here, chosen=collaborations.CollaborationFilter(), today=TODAY
    )
    assert found.items[0].energy is not None
    log = changes.list_recent(graph, network_id=here, since=NOW)
    assert {each.kind for each in log if each.operation_id == "import"} == set(RecordKind)


def test_nothing_becomes_a_part_of_its_own_parts(graph: Graph, given: Given, here: str) -> None:
    whole = given.actor(here, "GGZ")
    part = given.actor(here, "GGZ Jeugd", parent_id=whole)
    team = given.actor(here, "Team Noord", parent_id=part)
    club = given.actor(here, "Club")

    outcomes = _write(
        graph,
        here,
        [
            _edit(RecordKind.ACTOR, whole, 1, parent_id=team),
            _edit(RecordKind.ACTOR, club, 1, parent_id=team),
        ],
    )

    assert [(each.deed, each.reason) for each in outcomes] == [
        (Deed.LEFT, LeftReason.CIRCLE),
        (Deed.EDITED, None),
    ]
    assert actors.get(graph, network_id=here, actor_id=whole).fields.parent_id is None


def test_what_is_taken_back_leaves_no_decision_behind(
    graph: Graph, given: Given, here: str, rows: Rows
) -> None:
    school = given.actor(here, "School")
    made = [_new(RecordKind.ACTOR, name=name) for name in ("Club", "Koor")]
    outcomes = _write(graph, here, made)
    for one, other in ((school, made[0].id), (made[0].id, made[1].id)):
        introductions.dismiss(
            graph, network_id=here, pair=(one, other), between_id=school, by=ANA, now=NOW
        )

    _take_back(graph, here, outcomes)

    assert rows("MATCH (each:Introduction) RETURN each.id AS id") == []
    assert [each.name for each in actors.names(graph, network_id=here)] == ["School"]


def test_what_somebody_changed_meanwhile_is_left(graph: Graph, given: Given, here: str) -> None:
    school = given.actor(here, "School")
    club = given.actor(here, "Club")

    outcomes = _write(
        graph,
        here,
        [
            _edit(RecordKind.ACTOR, school, 3, name="Andere school"),
            _edit(RecordKind.ACTOR, club, 1, phone="020 000 0000"),
            _edit(RecordKind.ACTOR, new_id(), 1, name="Weg"),
            _new(RecordKind.ACTOR, name="Kind", parent_id=new_id()),
        ],
    )

    assert [(each.deed, each.reason) for each in outcomes] == [
        (Deed.LEFT, LeftReason.CHANGED),
        (Deed.EDITED, None),
        (Deed.LEFT, LeftReason.GONE),
        (Deed.LEFT, LeftReason.RELATED_GONE),
    ]
    assert actors.get(graph, network_id=here, actor_id=school).fields.name == "School"
    changed = actors.get(graph, network_id=here, actor_id=club)
    assert (changed.version, changed.fields.phone) == (2, "020 000 0000")


def test_the_same_again_changes_nothing(graph: Graph, given: Given, here: str) -> None:
    school = given.actor(here, "School", phone="020 000 0000")

    [outcome] = _write(graph, here, [_edit(RecordKind.ACTOR, school, 1, phone="020 000 0000")])

    assert (outcome.deed, outcome.version) == (Deed.UNCHANGED, None)
    assert actors.get(graph, network_id=here, actor_id=school).version == 1


def test_a_thing_of_another_network_is_not_there(graph: Graph, given: Given, here: str) -> None:
    foreign = given.actor(given.network("zuid"), "Vreemd")

    outcomes = _write(
        graph,
        here,
        [
            _edit(RecordKind.ACTOR, foreign, 1, name="Gekaapt"),
            _new(RecordKind.POSITION, name="Docent", actor_id=foreign),
        ],
    )

    assert [each.reason for each in outcomes] == [LeftReason.GONE, LeftReason.RELATED_GONE]


def test_taking_back_leaves_no_trace_but_the_log(
    graph: Graph, given: Given, here: str, rows: Rows
) -> None:
    school = given.actor(here, "School", domain_ids=("onderwijs",))
    club = given.actor(here, "Club", domain_ids=("sport-bewegen",))
    together = given.collaboration(here, "Samen", school)
    energy.refresh_all(graph, network_id=here, today=TODAY)
    before = _dump(rows)
    made = _new(RecordKind.ACTOR, name="Nieuw", domain_ids=["onderwijs"])
    talk = _new(RecordKind.MOMENT, on=TODAY.isoformat(), actor_ids=[club], collaboration_ids=[])
    person = _new(RecordKind.PERSON, name="Sam")
    post = _new(
        RecordKind.POSITION,
        name="Docent",
        actor_id=school,
        holders=[{"person_id": person.id, "since": None, "until": None}],
    )
    history = rows("MATCH (s:StatusChange) RETURN s.id AS id, s.status AS status, s.on AS on")
    ended = [{"id": row["id"], "status": row["status"], "on": str(row["on"])} for row in history]
    outcomes = _write(
        graph,
        here,
        [
            made,
            talk,
            person,
            post,
            _edit(RecordKind.ACTOR, school, 1, domain_ids=["sport-bewegen"], name="Scholen"),
            _edit(
                RecordKind.COLLABORATION,
                together,
                1,
                actor_ids=sorted([school, club, made.id]),
                status="ended",
                ended_on=TODAY.isoformat(),
                history=[*ended, {"id": new_id(), "status": "ended", "on": TODAY.isoformat()}],
            ),
        ],
    )
    assert _dump(rows) != before

    undone = _take_back(graph, here, outcomes)

    assert sorted(each.deed for each in undone) == sorted([Deed.REMOVED] * 4 + [Deed.EDITED] * 2)
    assert _dump(rows) ^ before == set()


def test_taking_back_leaves_what_others_built_on(graph: Graph, given: Given, here: str) -> None:
    used, edited, free = (_new(RecordKind.ACTOR, name=name) for name in ("Een", "Twee", "Drie"))
    school = given.actor(here, "School")
    outcomes = _write(
        graph, here, [used, edited, free, _edit(RecordKind.ACTOR, school, 1, name="Scholen")]
    )
    given.moment(here, actor_ids=(used.id,))
    for actor_id in (edited.id, school):
        _write(
            graph,
            here,
            [_edit(RecordKind.ACTOR, actor_id, _version(graph, here, actor_id), phone="1")],
        )

    undone = _take_back(graph, here, outcomes)

    assert {each.id: (each.deed, each.reason) for each in undone} == {
        used.id: (Deed.LEFT, LeftReason.IN_USE),
        edited.id: (Deed.LEFT, LeftReason.CHANGED),
        free.id: (Deed.REMOVED, None),
        school: (Deed.LEFT, LeftReason.CHANGED),
    }


@pytest.mark.once
def test_what_leans_on_something_that_stays_stays() -> None:
    def kept(id: str, *used_by: str) -> Kept:
        return Kept(id=id, version=1, archived=False, fields={}, used_by=frozenset(used_by))

    assert removable([kept("parent", "child"), kept("child")]) == {"parent", "child"}
    assert removable([kept("top", "parent"), kept("parent", "child"), kept("child", "x")]) == set()


def _new(kind: RecordKind, **fields: Any) -> Record:
    return Record(kind=kind, id=new_id(), fields=fields)


def _edit(kind: RecordKind, id: str, version: int, **fields: Any) -> Record:
    return Record(kind=kind, id=id, version=version, fields=fields)


def _version(graph: Graph, network_id: str, actor_id: str) -> int:
    return actors.get(graph, network_id=network_id, actor_id=actor_id).version


def _write(graph: Graph, network_id: str, asked: list[Record]) -> list[Outcome]:
    return graph.transact(
        lambda tx: records.write(
            tx, network_id=network_id, records=asked, operation_id="import", by=ANA, now=NOW
        )
    )


def _take_back(graph: Graph, network_id: str, outcomes: list[Outcome]) -> list[Outcome]:
    return graph.transact(
        lambda tx: records.take_back(
            tx, network_id=network_id, outcomes=outcomes, operation_id="import", by=ANA, now=NOW
        )
    )


def _dump(rows: Rows) -> set[str]:
    """Return the network in lines, but for the log and what tells that something was edited."""
    nodes = rows(
        "MATCH (n) WHERE n.network_id IS NOT NULL AND NOT n:Change "
        "RETURN head(labels(n)) AS label, properties(n) AS properties"
    )
    ties = rows(
        "MATCH (a)-[r]->(b) WHERE a.network_id IS NOT NULL "
        "RETURN a.id AS one, type(r) AS type, properties(r) AS properties, b.id AS other"
    )
    return {_line(row) for row in [*nodes, *ties]}


def _line(row: dict[str, Any]) -> str:
    told = {"version", "updated_at", "energy_on"}
    kept = sorted((k, str(v)) for k, v in row.pop("properties").items() if k not in told)
    return f"{row} {kept}"
