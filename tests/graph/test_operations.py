"""Operations: one act with many changes, undone once and in time; and a log that never repeats."""

from datetime import timedelta

import pytest
from neo4j import Driver

from graph.database import Graph, Runner
from graph.domain.changes import NewChange
from graph.domain.operations import UndoProblem, UndoRefusedError
from graph.domain.words import OperationKind
from graph.errors import NotFoundError
from graph.repositories import actors, changes, operations
from graph.settings import GraphSettings
from tests.given import ANA, BEN, NOW, TODAY, Given
from tests.interrupted import InterruptedOnce


def start(graph: Graph, network_id: str, operation_id: str = "op") -> None:
    def work(tx: Runner) -> None:
        operations.start(
            tx, network_id=network_id, operation_id=operation_id, kind=OperationKind.BULK,
            title="Soort van 2 partners", by=ANA, now=NOW, detail={"field": "kind"},
        )  # fmt: skip
        changes.record_all(
            tx,
            network_id=network_id,
            changes=[
                NewChange(
                    verb="edited", kind="Actor", subject_id=id, subject_name=id.title(),
                    before={"kind": "other"}, after={"kind": "school"}, subject_version=2,
                )
                for id in ("a", "b")
            ],
            by=ANA,
            now=NOW,
            operation_id=operation_id,
        )  # fmt: skip

    graph.transact(work)


def test_an_operation_tells_what_it_changed(graph: Graph, given: Given) -> None:
    network = given.network()
    start(graph, network)

    operation = operations.get(graph, network_id=network, operation_id="op")
    assert (operation.kind, operation.title) == (OperationKind.BULK, "Soort van 2 partners")
    assert (operation.changes, operation.detail) == (2, {"field": "kind"})
    assert operation.undo_until == TODAY + timedelta(days=30)
    parts = operations.changes_of(graph, network_id=network, operation_id="op", skip=1)
    assert [(each.subject_id, each.subject_version) for each in parts] == [("b", 2)]
    assert operations.list_recent(graph, network_id=network, kind=OperationKind.IMPORT) == []


def test_an_operation_in_batches_is_one(graph: Graph, given: Given) -> None:
    network = given.network()
    start(graph, network)
    start(graph, network)

    [operation] = operations.list_recent(graph, network_id=network)
    log = changes.list_for(graph, network_id=network, subject_id=operation.id)
    assert [(line.verb, line.kind) for line in log] == [("added", "Operation")]


def test_another_network_has_no_part_in_it(graph: Graph, given: Given) -> None:
    start(graph, given.network())
    south = given.network("zuid")

    with pytest.raises(NotFoundError):
        start(graph, south)
    with pytest.raises(NotFoundError):
        operations.get(graph, network_id=south, operation_id="op")
    assert operations.changes_of(graph, network_id=south, operation_id="op") == []


@pytest.mark.parametrize(
    ("days", "first", "problem"),
    [(30, None, UndoProblem.UNDONE), (31, UndoProblem.TOO_LATE, UndoProblem.TOO_LATE)],
)
def test_it_is_undone_once_and_in_time(
    graph: Graph, given: Given, days: int, first: UndoProblem | None, problem: UndoProblem
) -> None:
    network = given.network()
    start(graph, network)

    def undo() -> UndoProblem | None:
        try:
            graph.transact(
                lambda tx: operations.mark_undone(
                    tx, network_id=network, operation_id="op", by=BEN,
                    now=NOW + timedelta(days=days),
                )
            )  # fmt: skip
        except UndoRefusedError as refused:
            return refused.problem
        return None

    assert [undo(), undo()] == [first, problem]
    told = operations.get(graph, network_id=network, operation_id="op").undone_by_name
    assert told == (None if first else "Ben")


def test_an_interrupted_commit_is_logged_once_and_meets_no_save_of_its_own(
    graph: Graph, given: Given, driver: Driver, engine_settings: GraphSettings
) -> None:
    network = given.network()
    actor_id = given.actor(network, "Kajuit")
    before = actors.get(graph, network_id=network, actor_id=actor_id)

    shaky = Graph(InterruptedOnce(driver), database=engine_settings.database)  # pyright: ignore[reportArgumentType] -- has what a Graph uses
    actors.set_archived(
        shaky, network_id=network, actor_id=actor_id, version=before.version, archived=True,
        by=BEN, now=NOW,
    )  # fmt: skip

    after = actors.get(graph, network_id=network, actor_id=actor_id)
    assert (after.version, after.archived_at is not None) == (before.version + 1, True)
    log = changes.list_for(graph, network_id=network, subject_id=actor_id)
    assert sorted(line.verb for line in log) == ["added", "archived"]
