"""Positions and the people in them: found, handed over, and never outside their network."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from typing import Any

import pytest

from graph.database import Graph
from graph.domain.people import Period, PersonFields, PersonPage, PositionFields
from graph.errors import NotFoundError, StaleError
from graph.repositories import changes, people, positions
from graph.repositories.people import PersonFilter
from tests.given import ANA, BEN, NOW, TODAY, Given

YESTERDAY = TODAY - timedelta(days=1)
LONG_AGO = date(2024, 3, 1)


@pytest.fixture
def network(given: Given) -> str:
    """A network."""
    return given.network()


@pytest.fixture
def kajuit(given: Given, network: str) -> str:
    """A partner."""
    return given.actor(network, "Jongerenhuis De Kajuit")


@pytest.fixture
def coordinator(given: Given, network: str, kajuit: str) -> str:
    """A position at that partner."""
    return given.position(network, kajuit, "Coördinator", email="info@kajuit.example")


def start(graph: Graph, network: str, position_id: str, person_id: str, **more: Any) -> None:
    version = positions.get(graph, network_id=network, position_id=position_id).version
    fields: dict[str, Any] = {"since": LONG_AGO, "takes_over": False, "version": version}
    positions.start_holding(
        graph, network_id=network, position_id=position_id, person_id=person_id, by=ANA, now=NOW,
        **(fields | more),
    )  # fmt: skip


def names(page: PersonPage) -> list[str]:
    return [person.fields.name for person in page.items]


def test_positions_at_a_partner_with_who_holds_them(
    graph: Graph, given: Given, network: str, kajuit: str, coordinator: str
) -> None:
    given.position(network, kajuit, "Bestuurslid")
    noor = given.person(network, "Noor Voorbeeld", phone="06 1")
    start(graph, network, coordinator, noor)

    board, second = positions.list_for_actor(graph, network_id=network, actor_id=kajuit)

    assert (board.fields, board.is_vacant(TODAY)) == (PositionFields(name="Bestuurslid"), True)
    assert second.actor.name == "Jongerenhuis De Kajuit"
    [holder] = second.held_by(TODAY)
    assert (holder.name, holder.phone, holder.period) == (
        "Noor Voorbeeld", "06 1", Period(since=LONG_AGO),
    )  # fmt: skip


def test_a_handover_ends_the_old_and_starts_a_new_person_at_once(
    graph: Graph, given: Given, network: str, coordinator: str
) -> None:
    start(graph, network, coordinator, given.person(network, "Noor"))
    new = PersonFields(name="Sam Nieuw", email="sam@kajuit.example")

    start(graph, network, coordinator, "sam", since=TODAY, takes_over=True, new_person=new)

    position = positions.get(graph, network_id=network, position_id=coordinator)
    assert [(one.name, one.period) for one in position.held_by(TODAY)] == [
        ("Sam Nieuw", Period(since=TODAY))
    ]
    assert [(one.name, one.period) for one in position.held_before(TODAY)] == [
        ("Noor", Period(since=LONG_AGO, until=YESTERDAY))
    ]
    assert people.get(graph, network_id=network, person_id="sam").fields == new
    [handover, taken, _added] = changes.list_for(graph, network_id=network, subject_id=coordinator)
    assert (handover.verb, taken.verb) == ("handed_over", "taken")
    assert handover.subject_name == "Coördinator, Jongerenhuis De Kajuit"


def test_a_stale_handover_changes_nothing_and_makes_nobody(
    graph: Graph, given: Given, network: str, coordinator: str
) -> None:
    noor = given.person(network, "Noor")
    start(graph, network, coordinator, noor)

    with pytest.raises(StaleError):
        start(
            graph, network, coordinator, "sam", version=1, since=TODAY, takes_over=True,
            new_person=PersonFields(name="Sam"),
        )  # fmt: skip

    position = positions.get(graph, network_id=network, position_id=coordinator)
    assert [one.name for one in position.held_by(TODAY)] == ["Noor"]
    with pytest.raises(NotFoundError):
        people.get(graph, network_id=network, person_id="sam")


def test_two_handovers_at_once_leave_one_holder(
    graph: Graph, given: Given, network: str, coordinator: str
) -> None:
    start(graph, network, coordinator, given.person(network, "Noor"))
    candidates = [given.person(network, name) for name in ("Ada", "Bo", "Cas", "Dee")]

    def take_over(person_id: str) -> bool:
        try:
            start(graph, network, coordinator, person_id, version=2, since=TODAY, takes_over=True)
        except StaleError:
            return False
        return True

    with ThreadPoolExecutor(4) as pool:
        won = list(pool.map(take_over, candidates))

    position = positions.get(graph, network_id=network, position_id=coordinator)
    assert won.count(True) == 1
    assert [one.person_id for one in position.held_by(TODAY)] == [candidates[won.index(True)]]


def test_who_stops_leaves_the_position_vacant_and_may_return(
    graph: Graph, given: Given, network: str, coordinator: str
) -> None:
    noor = given.person(network, "Noor")
    start(graph, network, coordinator, noor)

    positions.stop_holding(
        graph, network_id=network, position_id=coordinator, version=2, person_id=noor,
        until=YESTERDAY, by=ANA, now=NOW,
    )  # fmt: skip
    assert positions.get(graph, network_id=network, position_id=coordinator).is_vacant(TODAY)

    start(graph, network, coordinator, noor, since=TODAY)
    person = people.get(graph, network_id=network, person_id=noor)
    assert [one.period for one in person.holds(TODAY)] == [Period(since=TODAY)]
    assert [one.period for one in person.held(TODAY)] == [Period(since=LONG_AGO, until=YESTERDAY)]


@pytest.mark.parametrize("question", ["noor", "Nóór voorbeeld", "coordinator", "kajiut", "kajuit"])
def test_search_finds_a_person_by_name_function_or_partner_and_forgives(
    graph: Graph, given: Given, network: str, coordinator: str, question: str
) -> None:
    start(graph, network, coordinator, given.person(network, "Noor Voorbeeld"))
    given.person(network, "Willem Ander")

    found = people.find(graph, network_id=network, chosen=PersonFilter(question=question))

    assert names(found) == ["Noor Voorbeeld"]


def test_the_list_is_in_dutch_order_and_in_pages(graph: Graph, given: Given, network: str) -> None:
    for name in ("Zoë Bron", "Édith Aker", "De Wit, Ans", "Eva Berg"):
        given.person(network, name)

    first = people.find(graph, network_id=network, chosen=PersonFilter(), limit=3)
    second = people.find(graph, network_id=network, chosen=PersonFilter(), skip=3, limit=3)

    assert names(first) + names(second) == ["Édith Aker", "Eva Berg", "Zoë Bron", "De Wit, Ans"]
    assert first.total == 4


def test_an_archived_person_leaves_the_list_and_the_position(
    graph: Graph, given: Given, network: str, coordinator: str
) -> None:
    noor = given.person(network, "Noor")
    start(graph, network, coordinator, noor)
    key: dict[str, Any] = {"network_id": network, "person_id": noor, "by": ANA, "now": NOW}

    def seen() -> tuple[list[str], list[str], bool]:
        return (
            names(people.find(graph, network_id=network, chosen=PersonFilter())),
            [one.name for one in people.names(graph, network_id=network)],
            positions.get(graph, network_id=network, position_id=coordinator).is_vacant(TODAY),
        )

    people.set_archived(graph, version=1, archived=True, **key)
    assert seen() == ([], [], True)
    assert names(
        people.find(graph, network_id=network, chosen=PersonFilter(question="nor", archived=True))
    ) == ["Noor"]
    people.set_archived(graph, version=2, archived=False, **key)
    assert seen() == (["Noor"], ["Noor"], False)


def test_an_archived_position_stands_last_and_comes_back(
    graph: Graph, given: Given, network: str, kajuit: str, coordinator: str
) -> None:
    given.position(network, kajuit, "Penningmeester")
    key: dict[str, Any] = {"network_id": network, "position_id": coordinator, "by": ANA}

    def order() -> list[str]:
        found = positions.list_for_actor(graph, network_id=network, actor_id=kajuit)
        return [one.fields.name for one in found]

    positions.set_archived(graph, version=1, archived=True, now=NOW, **key)
    assert order() == ["Penningmeester", "Coördinator"]
    positions.set_archived(graph, version=2, archived=False, now=NOW, **key)
    assert order() == ["Coördinator", "Penningmeester"]


def test_edits_are_saved_logged_and_told_to_the_second_editor(
    graph: Graph, given: Given, network: str, coordinator: str
) -> None:
    noor = given.person(network, "Noor")
    as_position, as_person = PositionFields(name="Beheerder"), PersonFields(name="Noor Vos")

    def save() -> None:
        positions.update(
            graph, network_id=network, position_id=coordinator, version=1, fields=as_position,
            by=BEN, now=NOW + timedelta(hours=1),
        )  # fmt: skip

    def save_person() -> None:
        people.update(
            graph, network_id=network, person_id=noor, version=1, fields=as_person, by=BEN,
            now=NOW + timedelta(hours=1),
        )  # fmt: skip

    for edit in (save, save_person):
        edit()
        with pytest.raises(StaleError):
            edit()

    assert positions.get(graph, network_id=network, position_id=coordinator).fields == as_position
    assert people.get(graph, network_id=network, person_id=noor).fields == as_person
    [edited, _added] = changes.list_for(graph, network_id=network, subject_id=noor)
    assert (edited.before, edited.after) == ({"name": "Noor"}, {"name": "Noor Vos"})


def test_nothing_of_another_network_can_be_seen_or_held(
    graph: Graph, given: Given, network: str, kajuit: str, coordinator: str
) -> None:
    south = given.network("zuid")
    stranger = given.person(south, "Vreemd")

    with pytest.raises(NotFoundError):
        people.get(graph, network_id=network, person_id=stranger)
    with pytest.raises(NotFoundError):
        start(graph, network, coordinator, stranger)
    with pytest.raises(NotFoundError):
        positions.get(graph, network_id=south, position_id=coordinator)
    with pytest.raises(NotFoundError):
        given.position(south, kajuit, "Spion")
    assert positions.list_for_actor(graph, network_id=south, actor_id=kajuit) == []
