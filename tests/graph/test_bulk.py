"""Bulk edits: what is shown is what is done, nothing of others is lost, and one undo."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from neo4j import Driver

from graph.database import Graph
from graph.domain.bulk import ActorEdit, Additions, CollaborationEdit, Edit, Standstill
from graph.domain.operations import Undone, UndoProblem, UndoRefusedError
from graph.domain.records import RecordKind
from graph.domain.words import ActorKind, Layer, Status
from graph.errors import NotFoundError
from graph.repositories import actors, bulk, changes, collaborations, operations
from graph.repositories.bulk import Done
from graph.settings import GraphSettings
from tests.bulk import fill
from tests.given import ANA, BEN, NOW, TODAY, Given

LATER = NOW + timedelta(hours=1)


def apply(
    graph: Graph, kind: RecordKind, ids: Sequence[str], edit: Edit, *, since: datetime = NOW
) -> Done:
    return bulk.apply(
        graph, network_id="noord", kind=kind, ids=ids, edit=edit, since=since,
        operation_id="op", title="Proef", by=BEN, now=LATER,
    )  # fmt: skip


def undo(graph: Graph, *, now: datetime = LATER + timedelta(hours=1)) -> Undone:
    return bulk.undo(graph, network_id="noord", operation_id="op", by=ANA, now=now)


def state(graph: Graph, actor_ids: Sequence[str]) -> list[tuple[Any, ...]]:
    """All of some partners but version, log and the time of saving."""
    found = [actors.get(graph, network_id="noord", actor_id=id) for id in actor_ids]
    return [
        (each.fields, each.standing, each.verified_on, each.archived_at, each.participations)
        for each in found
    ]


@pytest.fixture
def partners(graph: Graph, given: Given) -> list[str]:
    """A school with all there is to change, a club of another domain, and what they do."""
    given.network()
    given.vocabulary()
    place = given.place("noord", "Molenhoek")
    school = given.actor(
        "noord", "De School", kind=ActorKind.SCHOOL, municipality="Aa", domain_ids=("onderwijs",),
        neighbourhood_ids=(place,), life_stage_ids=("jeugd",),
    )  # fmt: skip
    club = given.actor("noord", "De Club", domain_ids=("werk",))
    given.collaboration("noord", "Samen sporten", school, club, started_on=TODAY)
    return [school, club]


def test_partners_are_changed_as_shown_and_put_back(graph: Graph, partners: list[str]) -> None:
    school, club = partners
    before = state(graph, partners)
    edit = ActorEdit(
        kind=ActorKind.SPORTS_CLUB,
        municipality="Veenstad",
        verified_on=TODAY,
        primary_domain="sport-bewegen",
        domains=Additions(add="werk"),
        neighbourhoods=Additions(remove="noord-molenhoek"),
    )
    shown = bulk.look(
        graph, network_id="noord", kind=RecordKind.ACTOR, ids=partners, edit=edit, now=NOW
    )

    done = apply(graph, RecordKind.ACTOR, partners, edit)

    assert done == Done(changed=2, left=())
    assert {each.seen.id: each.after for each in shown} == {
        school: {
            "kind": "sports_club", "municipality": "Veenstad", "verified_on": "2026-11-23",
            "domain_ids": ["sport-bewegen", "onderwijs", "werk"], "neighbourhood_ids": [],
        },
        club: {
            "kind": "sports_club", "municipality": "Veenstad", "verified_on": "2026-11-23",
            "domain_ids": ["sport-bewegen", "werk"],
        },
    }  # fmt: skip
    saved = actors.get(graph, network_id="noord", actor_id=school)
    assert saved.fields.domain_ids == ("sport-bewegen", "onderwijs", "werk")
    assert (saved.verified_on, saved.fields.municipality) == (TODAY, "Veenstad")
    # Both in one domain now: the energy is that of a collaboration that is less broad.
    assert saved.standing.energy != before[0][1].energy
    log = changes.list_for(graph, network_id="noord", subject_id=club)
    assert (log[0].operation_id, log[0].by_name) == ("op", "Ben")

    assert undo(graph) == Undone(count=2)
    assert state(graph, partners) == before


def test_what_somebody_saves_meanwhile_is_left_alone(graph: Graph, partners: list[str]) -> None:
    school, club = partners
    edit = ActorEdit(kind=ActorKind.CULTURE)
    saved = actors.get(graph, network_id="noord", actor_id=school)
    save: dict[str, Any] = {"network_id": "noord", "actor_id": school, "by": ANA}
    actors.update(
        graph, version=saved.version, fields=replace(saved.fields, phone="1"),
        now=NOW + timedelta(minutes=1), **save,
    )  # fmt: skip

    done = apply(graph, RecordKind.ACTOR, [*partners, "nobody"], edit)

    assert [(each.seen.id, each.left) for each in done.left] == [(school, Standstill.CHANGED)]
    assert done.changed == 1
    actors.set_archived(
        graph, network_id="noord", actor_id=club, version=2, archived=True, by=ANA, now=LATER
    )
    assert undo(graph) == Undone(count=0, left=("De Club",))
    assert actors.get(graph, network_id="noord", actor_id=club).fields.kind is ActorKind.CULTURE


def test_archiving_many_is_undone_as_one(graph: Graph, partners: list[str]) -> None:
    before = state(graph, partners)

    apply(graph, RecordKind.ACTOR, partners, ActorEdit(archived=True))

    found = [actors.get(graph, network_id="noord", actor_id=id) for id in partners]
    assert all(each.archived_at == LATER for each in found)
    [line, _added] = changes.list_for(graph, network_id="noord", subject_id=partners[0])
    assert line.verb == "archived"
    again = bulk.look(
        graph, network_id="noord", kind=RecordKind.ACTOR, ids=partners, now=NOW,
        edit=ActorEdit(kind=ActorKind.GGZ),
    )  # fmt: skip
    assert {each.left for each in again} == {Standstill.ARCHIVED}

    undo(graph)
    assert state(graph, partners) == before


def test_a_life_of_many_moves_on_where_it_may(graph: Graph, given: Given) -> None:
    given.network()
    runs = given.collaboration("noord", "Loopt", started_on=TODAY - timedelta(days=90))
    wished = given.collaboration("noord", "Wens", status=Status.WISHED)
    over = given.collaboration("noord", "Over", status=Status.ENDED)
    edit = CollaborationEdit(
        status=Status.ENDED, on=TODAY, layer=Layer.POLICY, rhythm_days=90,
        funded_until=date(2027, 1, 1), operation_id="op",
    )  # fmt: skip
    ids = [runs, wished, over]
    before = [collaborations.get(graph, network_id="noord", collaboration_id=id) for id in ids]

    assert apply(graph, RecordKind.COLLABORATION, ids, edit).changed == 3

    after = [collaborations.get(graph, network_id="noord", collaboration_id=id) for id in ids]
    assert [(each.life.status, each.life.ended_on) for each in after] == [
        (Status.ENDED, TODAY)
    ] * 3
    assert [len(each.life.history) for each in after] == [2, 2, 1]
    verbs = [changes.list_for(graph, network_id="noord", subject_id=id)[0].verb for id in ids]
    assert verbs == ["ended", "ended", "edited"]
    assert undo(graph) == Undone(count=3)
    back = [collaborations.get(graph, network_id="noord", collaboration_id=id) for id in ids]
    assert [(each.life, each.fields) for each in back] == [
        (each.life, each.fields) for each in before
    ]


def test_what_is_over_does_not_begin_again(graph: Graph, given: Given) -> None:
    given.network()
    over = given.collaboration("noord", "Over", status=Status.ENDED)
    fresh = given.collaboration("noord", "Vers")
    edit = CollaborationEdit(
        status=Status.PAUSED, on=TODAY - timedelta(days=9), rhythm_days=7, operation_id="op"
    )

    done = apply(graph, RecordKind.COLLABORATION, [over, fresh], edit)

    assert {each.seen.id: each.left for each in done.left} == {
        over: Standstill.CLOSED, fresh: Standstill.TOO_EARLY,
    }  # fmt: skip
    assert done.changed == 0
    with pytest.raises(NotFoundError):
        operations.get(graph, network_id="noord", operation_id="op")


def test_it_is_undone_once_in_time_and_in_its_own_network(
    graph: Graph, given: Given, partners: list[str]
) -> None:
    given.network("zuid")
    apply(graph, RecordKind.ACTOR, partners, ActorEdit(kind=ActorKind.FUND))

    with pytest.raises(NotFoundError):
        bulk.undo(graph, network_id="zuid", operation_id="op", by=ANA, now=LATER)
    with pytest.raises(UndoRefusedError) as late:
        undo(graph, now=LATER + timedelta(days=31))
    undo(graph)
    with pytest.raises(UndoRefusedError) as twice:
        undo(graph)

    assert [late.value.problem, twice.value.problem] == [UndoProblem.TOO_LATE, UndoProblem.UNDONE]
    assert bulk.look(
        graph, network_id="zuid", kind=RecordKind.ACTOR, ids=partners, now=NOW,
        edit=ActorEdit(kind=ActorKind.FUND),
    ) == []  # fmt: skip


def test_more_than_a_batch_is_one_operation(
    graph: Graph, given: Given, driver: Driver, engine_settings: GraphSettings
) -> None:
    network = given.network()
    fill(
        driver, database=engine_settings.database, network_id=network, actors=501, ties=0,
        today=TODAY,
    )  # fmt: skip
    ids = [each.id for each in actors.names(graph, network_id=network)]

    done = apply(graph, RecordKind.ACTOR, ids, ActorEdit(kind=ActorKind.POLICE))

    assert done.changed == 501
    operation = operations.get(graph, network_id=network, operation_id="op")
    assert operation.changes == 501
    assert undo(graph) == Undone(count=501)
