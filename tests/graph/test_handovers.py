"""A handover: all that is open goes to a colleague at once, and comes back untouched."""

from datetime import timedelta
from typing import Any

import pytest

from graph.database import Graph
from graph.domain.operations import UndoRefusedError
from graph.domain.words import FollowUpKind, OperationKind
from graph.errors import NotFoundError
from graph.identity import new_id
from graph.repositories import followups, handovers, operations
from tests.given import ANA, BEN, NOW, TODAY, Given

LONG_AGO = TODAY - timedelta(days=100)


@pytest.fixture
def network(given: Given) -> str:
    """A network of Ana, who leaves, and Ben."""
    network = given.network()
    given.user("ana", network)
    given.user("ben", network)
    return network


@pytest.fixture
def kajuit(given: Given, network: str) -> str:
    """A partner."""
    return given.actor(network, "De Kajuit")


def pass_on(graph: Graph, network: str, actions: list[str], talks: dict[str, str]) -> str:
    operation_id = new_id()
    handovers.pass_on(
        graph, network_id=network, user_id="ana", successor_id="ben", action_ids=actions,
        talks=talks, talk="Maak kennis", operation_id=operation_id, title="Overdracht", by=ANA,
        now=NOW,
    )  # fmt: skip
    return operation_id


def owners(graph: Graph, network: str) -> dict[str, str]:
    return {one.what: one.owner.id for one in followups.list_open(graph, network_id=network)}


def test_all_that_is_open_is_told(graph: Graph, given: Given, network: str, kajuit: str) -> None:
    action = given.followup(network, "Bel", actor_ids=(kajuit,))
    given.followup(network, "Van Ben", user_id="ben", actor_ids=(kajuit,))
    promised = given.followup(network, "Beloofd", owner_actor_id=kajuit, actor_ids=(kajuit,))
    cold = given.collaboration(network, "Vrijdagavond", kajuit, started_on=LONG_AGO)
    warm = given.collaboration(network, "Zondag", kajuit, started_on=LONG_AGO)
    given.moment(network, on=LONG_AGO, collaboration_ids=(cold,))
    given.moment(network, on=TODAY, collaboration_ids=(warm,))

    def read(user_id: str) -> tuple[list[str], list[str], list[tuple[str, bool]]]:
        found = handovers.get(graph, network_id=network, user_id=user_id, today=TODAY)
        return (
            [each.id for each in found.actions],
            [each.id for each in found.agreements],
            [(each.id, each.is_planned) for each in found.cold],
        )

    assert read("ana") == ([action], [promised], [(cold, False)])
    given.followup(network, kind=FollowUpKind.SPEAK, user_id="ben", collaboration_ids=(cold,))
    assert read("ana")[2] == [(cold, True)]
    assert read("ben")[1:] == ([], [])


def test_one_step_passes_it_on_and_one_step_takes_it_back(
    graph: Graph, given: Given, network: str, kajuit: str
) -> None:
    first = given.followup(network, "Bel", actor_ids=(kajuit,))
    second = given.followup(network, "Schrijf", actor_ids=(kajuit,))
    friday = given.collaboration(network, "Vrijdagavond", kajuit)
    key = {"network_id": network, "operation_id": pass_on(
        graph, network, [first, second], {friday: new_id()}
    )}  # fmt: skip

    assert owners(graph, network) == {"Bel": "ben", "Schrijf": "ben", "Maak kennis": "ben"}
    operation = operations.get(graph, **key)
    assert (operation.kind, operation.changes) == (OperationKind.HANDOVER, 3)

    undone = handovers.undo(graph, **key, by=BEN, now=NOW)

    assert (undone.count, undone.left) == (3, ())
    assert owners(graph, network) == {"Bel": "ana", "Schrijf": "ana"}
    with pytest.raises(UndoRefusedError):
        handovers.undo(graph, **key, by=BEN, now=NOW)


def test_what_the_successor_did_something_with_stays_and_is_told(
    graph: Graph, given: Given, network: str, kajuit: str
) -> None:
    first = given.followup(network, "Bel", actor_ids=(kajuit,))
    second = given.followup(network, "Schrijf", actor_ids=(kajuit,))
    friday, talk = given.collaboration(network, "Vrijdagavond", kajuit), new_id()
    operation_id = pass_on(graph, network, [first, second], {friday: talk})
    for id, version in ((first, 2), (talk, 1)):
        followups.put_off(
            graph, network_id=network, followup_id=id, version=version,
            due_on=TODAY + timedelta(days=3), by=BEN, now=NOW,
        )  # fmt: skip

    undone = handovers.undo(graph, network_id=network, operation_id=operation_id, by=ANA, now=NOW)

    assert (undone.count, sorted(undone.left)) == (1, ["De Kajuit", "Vrijdagavond"])
    assert owners(graph, network) == {"Bel": "ben", "Schrijf": "ana", "Maak kennis": "ben"}


def test_what_was_done_or_given_away_meanwhile_stays_so(
    graph: Graph, given: Given, network: str, kajuit: str
) -> None:
    done = given.followup(network, "Klaar", actor_ids=(kajuit,))
    of_ben = given.followup(network, "Van Ben", user_id="ben", actor_ids=(kajuit,))
    followups.set_done(
        graph, network_id=network, followup_id=done, version=1, done_on=TODAY, next_id=new_id(),
        by=ANA, now=NOW,
    )  # fmt: skip

    operation_id = pass_on(graph, network, [done, of_ben], {})

    assert operations.get(graph, network_id=network, operation_id=operation_id).changes == 0
    assert followups.get(graph, network_id=network, followup_id=done).owner.id == "ana"


def test_nothing_is_passed_on_across_networks(
    graph: Graph, given: Given, network: str, kajuit: str
) -> None:
    action = given.followup(network, "Bel", actor_ids=(kajuit,))
    given.network("zuid")
    given.user("cas", "zuid")
    friday = given.collaboration(network, "Vrijdagavond", kajuit)
    key: dict[str, Any] = {"graph": graph, "user_id": "ana", "by": ANA, "now": NOW}
    key |= {"action_ids": [action], "talk": "Maak kennis", "title": "Overdracht"}

    handovers.pass_on(
        **key, network_id="zuid", successor_id="cas", talks={}, operation_id=new_id()
    )
    with pytest.raises(NotFoundError):
        handovers.pass_on(
            **key, network_id=network, successor_id="cas", talks={friday: new_id()},
            operation_id=new_id(),
        )  # fmt: skip

    assert owners(graph, network) == {"Bel": "ana"}
