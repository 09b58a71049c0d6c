"""Collaborations: lists with filters, edits that lose nothing, energy that follows the facts."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from typing import Any

import pytest

from graph.database import Graph
from graph.domain.collaborations import (
    Collaboration,
    CollaborationFields,
    CollaborationPage,
    Funding,
    ParticipantFields,
    RatingFields,
    ResultFields,
    StatusProblem,
    StatusRefusedError,
)
from graph.domain.words import Form, Involvement, Layer, Status
from graph.errors import NotFoundError, StaleError
from graph.repositories import (
    actors,
    changes,
    collaboration_facts,
    collaboration_life,
    collaborations,
)
from graph.repositories.collaborations import CollaborationFilter
from tests.given import ANA, BEN, NOW, TODAY, Given

Rows = Callable[..., list[dict[str, object]]]

DAY = timedelta(days=1)


def listed(graph: Graph, network_id: str, **chosen: Any) -> list[str]:
    return names(found(graph, network_id, **chosen))


def found(graph: Graph, network_id: str, **chosen: Any) -> CollaborationPage:
    return collaborations.find(
        graph, network_id=network_id, chosen=CollaborationFilter(**chosen), today=TODAY
    )


def names(page: CollaborationPage) -> list[str]:
    assert page.total == len(page.items)
    return [item.name for item in page.items]


def read(graph: Graph, network_id: str, collaboration_id: str) -> Collaboration:
    return collaborations.get(graph, network_id=network_id, collaboration_id=collaboration_id)


def energy_of(graph: Graph, network_id: str) -> float | None:
    [item] = found(graph, network_id).items
    return item.energy and round(item.energy, 1)


def test_a_list_is_in_the_asked_order_and_in_pages(graph: Graph, given: Given) -> None:
    network = given.network()
    given.collaboration(network, "De Kajuit muziek", started_on=TODAY - 50 * DAY)
    given.collaboration(network, "Buurtsoep", started_on=TODAY - 10 * DAY)
    given.collaboration(network, "'t Atelier", started_on=TODAY)

    assert listed(graph, network) == ["'t Atelier", "Buurtsoep", "De Kajuit muziek"]
    assert listed(graph, network, sort="energie") == [
        "'t Atelier",
        "Buurtsoep",
        "De Kajuit muziek",
    ]
    assert listed(graph, network, sort="contact") == [
        "'t Atelier",
        "Buurtsoep",
        "De Kajuit muziek",
    ]
    page = collaborations.find(
        graph, network_id=network, chosen=CollaborationFilter(), today=TODAY, skip=1, limit=1
    )
    assert ([item.name for item in page.items], page.total) == (["Buurtsoep"], 3)


def test_search_forgives_accents_and_typing_errors(graph: Graph, given: Given) -> None:
    network = given.network()
    given.collaboration(network, "Mantelzorgcafé Één")
    given.collaboration(network, "Buurtsoep")

    assert listed(graph, network, question="mantelzorgcafe") == ["Mantelzorgcafé Één"]
    assert listed(graph, network, question="mantelsorgcaffe een") == ["Mantelzorgcafé Één"]
    assert listed(graph, network, question="zwemmen") == []


def test_a_list_narrows_to_what_is_chosen(graph: Graph, given: Given) -> None:
    network = given.network()
    programme = given.programme(network, "Doortrappen")
    given.collaboration(network, "Fietsen", programme_ids=(programme,))
    given.collaboration(network, "Lokaal akkoord", layer=Layer.VISION, form=Form.MEMBERSHIP)
    given.collaboration(network, "Wens", status=Status.WISHED)

    assert listed(graph, network, programme=programme) == ["Fietsen"]
    assert listed(graph, network, layer=Layer.VISION) == ["Lokaal akkoord"]
    assert listed(graph, network, form=Form.MEMBERSHIP) == ["Lokaal akkoord"]
    assert listed(graph, network, status=Status.WISHED) == ["Wens"]


def test_a_domain_is_that_of_the_partners_now(graph: Graph, given: Given, rows: Rows) -> None:
    rows("CREATE (:Domain {id: 'sport'}), (:Domain {id: 'zorg'})")
    network = given.network()
    club = given.actor(network, "SV Noord", domain_ids=("sport", "zorg"))
    gone = given.actor(network, "Zorggroep", domain_ids=("zorg",))
    one = given.collaboration(network, "Samen fit", club, gone)
    assert listed(graph, network, domain="zorg") == ["Samen fit"]

    collaboration_life.update_participant(
        graph, network_id=network, collaboration_id=one, version=1, by=ANA, now=NOW,
        was=ParticipantFields(actor_id=gone),
        participant=ParticipantFields(actor_id=gone, until=TODAY - DAY),
    )  # fmt: skip

    assert listed(graph, network, domain="sport") == ["Samen fit"]
    assert listed(graph, network, domain="zorg") == []
    [item] = found(graph, network).items
    assert item.partners == ("SV Noord",)


def test_it_happens_where_it_says_else_where_its_partners_are(
    graph: Graph, given: Given, rows: Rows
) -> None:
    network = given.network()
    rows(
        "MATCH (n:Network {id: $id}) CREATE (n)-[:COVERS]->(:Neighbourhood {id: 'oost', "
        "name: 'Oost'}), (n)-[:COVERS]->(:Neighbourhood {id: 'west', name: 'West'})",
        id=network,
    )
    club = given.actor(network, "SV Oost", neighbourhood_ids=("oost",))
    given.collaboration(network, "Bij de club", club)
    given.collaboration(network, "Op pad", club, neighbourhood_ids=("west",))

    assert listed(graph, network, neighbourhood="oost") == ["Bij de club"]
    assert listed(graph, network, neighbourhood="west") == ["Op pad"]


def test_cold_is_active_and_past_its_rhythm(graph: Graph, given: Given) -> None:
    network = given.network()
    given.collaboration(network, "Net binnen", started_on=TODAY - 42 * DAY)
    given.collaboration(network, "Koud", started_on=TODAY - 43 * DAY)
    given.collaboration(network, "Rustig ritme", started_on=TODAY - 43 * DAY, rhythm_days=90)
    given.collaboration(network, "Zonder begin")
    spoken = given.collaboration(network, "Gesproken", started_on=TODAY - 400 * DAY)
    given.moment(network, collaboration_ids=(spoken,), on=TODAY - 3 * DAY)

    assert listed(graph, network, cold=True) == ["Koud"]


def test_another_network_sees_nothing(graph: Graph, given: Given) -> None:
    north, south = given.network("noord"), given.network("zuid")
    stranger = given.actor(south, "Vreemde")
    one = given.collaboration(north, "Buurtsoep", stranger)
    given.collaboration(south, "Zuidsoep")

    assert listed(graph, north) == ["Buurtsoep"]
    assert read(graph, north, one).participants == ()
    for change in (
        lambda: read(graph, south, one),
        lambda: edit(graph, south, one, 1, name="Overgenomen"),
        lambda: collaboration_life.set_status(
            graph, network_id=south, collaboration_id=one, version=1, status=Status.ENDED,
            on=TODAY, by=ANA, now=NOW,
        ),
        lambda: rate(graph, south, one, 5, actor_id=stranger),
        lambda: rate(graph, north, one, 5, actor_id=stranger),
        lambda: add_result(graph, south, one),
    ):  # fmt: skip
        with pytest.raises(NotFoundError):
            change()


def test_a_list_keeps_what_contributes_to_a_goal_or_a_line_of_action(
    graph: Graph, given: Given
) -> None:
    given.vocabulary()
    network = given.network()
    given.collaboration(network, "Buurtsoep", policy_goal_ids=("sociale-basis",))
    given.collaboration(
        network, "Online", policy_goal_ids=("mentaal-gezond-online", "sociale-basis")
    )

    assert listed(graph, network, goal="sociale-basis") == ["Buurtsoep", "Online"]
    assert listed(graph, network, goal="mentaal-gezond-online") == ["Online"]
    assert listed(graph, network, goal="gezonde-leefstijl") == []


def test_all_that_is_filled_in_comes_back(graph: Graph, given: Given, rows: Rows) -> None:
    rows(
        "CREATE (:LifeStage {id: 'jong'}), (:PreventionType {id: 'selectief'}), "
        "(:PolicyGoal {id: 'sociale-basis'}), (:ActionLine {id: 'online'})"
    )
    network = given.network()
    fund = given.actor(network, "Oranjefonds")
    club = given.actor(network, "SV Noord")
    programme = given.programme(network, "Doortrappen", evidence="goed onderbouwd")
    fields = CollaborationFields(
        name="Samen fit",
        goal="Bewegen met plezier",
        layer=Layer.POLICY,
        rhythm_days=30,
        started_on=date(2026, 1, 5),
        funded_until=date(2027, 12, 31),
        residents_involved=Involvement.DECIDE,
        funders=(Funding(actor_id=fund, until=date(2027, 6, 30)),),
        life_stage_ids=("jong",),
        prevention_type_ids=("selectief",),
        policy_goal_ids=("online", "sociale-basis"),
        programme_ids=(programme,),
    )

    collaborations.add(
        graph, network_id=network, collaboration_id="one", fields=fields, by=ANA, now=NOW,
        participants=[ParticipantFields(actor_id=club, role="trekker", since=date(2026, 1, 5))],
    )  # fmt: skip

    one = read(graph, network, "one")
    assert (one.fields, one.version, one.life.status) == (fields, 1, Status.ACTIVE)
    assert one.life.history[0].on == date(2026, 1, 5)
    assert [each.fields for each in one.participants] == [
        ParticipantFields(actor_id=club, role="trekker", since=date(2026, 1, 5))
    ]
    assert [(used.name, used.evidence) for used in one.programmes] == [
        ("Doortrappen", "goed onderbouwd")
    ]
    assert [(each.name, each.until) for each in one.funders] == [
        ("Oranjefonds", date(2027, 6, 30))
    ]


def edit(graph: Graph, network_id: str, id: str, version: int, **fields: Any) -> None:
    collaborations.update(
        graph, network_id=network_id, collaboration_id=id, version=version,
        fields=CollaborationFields(**fields), by=BEN, now=NOW + timedelta(hours=1),
    )  # fmt: skip


def test_an_edit_is_saved_logged_and_counts(graph: Graph, given: Given) -> None:
    network = given.network()
    one = given.collaboration(network, "Soep", started_on=TODAY - 42 * DAY)
    before = energy_of(graph, network)

    edit(graph, network, one, 1, name="Buurtsoep", started_on=TODAY - 42 * DAY, rhythm_days=84)

    assert (before, energy_of(graph, network)) == (33.0, 46.7)
    newest, _added = changes.list_for(graph, network_id=network, subject_id=one)
    assert (newest.verb, newest.by_name, newest.before) == (
        "edited", "Ben", {"name": "Soep", "rhythm_days": 42},
    )  # fmt: skip


def test_the_second_of_two_editors_is_told(graph: Graph, given: Given) -> None:
    network = given.network()
    club = given.actor(network, "Club")
    one = given.collaboration(network, "Soep", club)
    edit(graph, network, one, 1, name="Van Ben")

    with pytest.raises(StaleError) as told:
        collaboration_life.update_participant(
            graph, network_id=network, collaboration_id=one, version=1, by=ANA, now=NOW,
            was=ParticipantFields(actor_id=club),
            participant=ParticipantFields(actor_id=club, role="trekker"),
        )  # fmt: skip

    assert told.value.version == 2


def test_parallel_changes_of_status_lose_nothing(graph: Graph, given: Given) -> None:
    network = given.network()
    one = given.collaboration(network, "Soep")

    def change(number: int) -> bool:
        seen = read(graph, network, one)
        status = Status.PAUSED if seen.life.status is Status.ACTIVE else Status.ACTIVE
        try:
            collaboration_life.set_status(
                graph, network_id=network, collaboration_id=one, version=seen.version,
                status=status, on=TODAY, by=ANA, now=NOW + timedelta(minutes=number),
            )  # fmt: skip
        except (StaleError, StatusRefusedError):
            return False  # the embedded engine may show a version with the life before it
        return True

    with ThreadPoolExecutor(4) as pool:
        saved = sum(pool.map(change, range(10)))

    after = read(graph, network, one)
    assert saved >= 1
    assert (after.version, len(after.life.history)) == (1 + saved, 1 + saved)


def test_a_life_is_kept_and_its_newest_change_can_be_taken_back(
    graph: Graph, given: Given
) -> None:
    network = given.network()
    one = given.collaboration(network, "Wens", status=Status.WISHED)

    def change(version: int, status: Status, on: date = TODAY) -> None:
        collaboration_life.set_status(
            graph, network_id=network, collaboration_id=one, version=version, status=status,
            on=on, by=ANA, now=NOW + version * timedelta(minutes=1),
        )  # fmt: skip

    change(1, Status.ACTIVE)
    assert (read(graph, network, one).life.started_on, energy_of(graph, network)) == (TODAY, 66.0)
    with pytest.raises(StatusRefusedError) as refused:
        change(2, Status.PAUSED, TODAY - DAY)
    assert refused.value.problem is StatusProblem.TOO_EARLY
    change(2, Status.ENDED)
    assert (listed(graph, network, status=Status.ENDED), energy_of(graph, network)) == (
        ["Wens"], None,
    )  # fmt: skip

    for version in (3, 4):
        collaboration_life.undo_status(
            graph, network_id=network, collaboration_id=one, version=version, by=ANA, now=NOW
        )
    life = read(graph, network, one).life
    assert (life.status, life.started_on, len(life.history)) == (Status.WISHED, None, 1)
    with pytest.raises(NotFoundError):
        collaboration_life.undo_status(
            graph, network_id=network, collaboration_id=one, version=5, by=ANA, now=NOW
        )


def test_without_a_change_of_status_it_stands_where_it_says(
    graph: Graph, given: Given, rows: Rows
) -> None:
    network = given.network()
    one = given.collaboration(network, "Oud", status=Status.PLANNED)
    rows("MATCH (change:StatusChange) DETACH DELETE change")

    collaboration_life.set_status(
        graph, network_id=network, collaboration_id=one, version=1, status=Status.ACTIVE,
        on=TODAY, by=ANA, now=NOW,
    )  # fmt: skip

    assert read(graph, network, one).life.status is Status.ACTIVE


def test_partners_join_and_leave_as_if_never_there(graph: Graph, given: Given) -> None:
    network, elsewhere = given.network(), given.network("zuid")
    club, school = given.actor(network, "Club"), given.actor(network, "School")
    stranger = given.actor(elsewhere, "Vreemde")
    one = given.collaboration(network, "Samen", club)
    key: dict[str, Any] = {
        "network_id": network, "collaboration_id": one, "by": ANA, "now": NOW,
    }  # fmt: skip

    joined = ParticipantFields(actor_id=school, role="gastheer")
    collaboration_life.add_participant(graph, **key, participant=joined)
    with pytest.raises(NotFoundError):
        collaboration_life.add_participant(
            graph, **key, participant=ParticipantFields(actor_id=stranger)
        )
    with_school = read(graph, network, one)
    assert [(each.name, each.role) for each in with_school.participants] == [
        ("Club", ""), ("School", "gastheer"),
    ]  # fmt: skip
    assert (with_school.version, partners_of(graph, network, school)) == (2, 1)

    collaboration_life.remove_participant(graph, **key, was=joined)
    assert [each.name for each in read(graph, network, one).participants] == ["Club"]
    assert (partners_of(graph, network, club), partners_of(graph, network, school)) == (0, 0)
    assert actors.get(graph, network_id=network, actor_id=school).standing.active == 0
    newest = changes.list_for(graph, network_id=network, subject_id=one)[0]
    assert newest.before == {"participants": ["Club", "School | gastheer"]}
    assert newest.after == {"participants": ["Club"]}


def test_partners_that_join_in_parallel_all_stay(graph: Graph, given: Given) -> None:
    network = given.network()
    clubs = [given.actor(network, f"Club {number}") for number in range(8)]
    one = given.collaboration(network, "Samen")

    def join(actor_id: str) -> None:
        collaboration_life.add_participant(
            graph, network_id=network, collaboration_id=one, by=ANA, now=NOW,
            participant=ParticipantFields(actor_id=actor_id),
        )  # fmt: skip

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(join, clubs))

    after = read(graph, network, one)
    assert {each.actor_id for each in after.participants} == set(clubs)
    assert after.version == 9


def partners_of(graph: Graph, network_id: str, actor_id: str) -> int:
    return actors.get(graph, network_id=network_id, actor_id=actor_id).standing.partners


def rate(
    graph: Graph, network_id: str, id: str, value: int, *, rating_id: str = "r", **more: Any
) -> None:
    collaboration_facts.rate(
        graph, network_id=network_id, collaboration_id=id, rating_id=rating_id,
        fields=RatingFields(value=value, on=TODAY, **more), by=ANA, now=NOW,
    )  # fmt: skip


def test_a_puls_counts_until_it_is_taken_back(graph: Graph, given: Given) -> None:
    network = given.network()
    given.user("ana", network)
    club = given.actor(network, "Club")
    one = given.collaboration(network, "Samen", club)

    rate(graph, network, one, 5, rating_id="of-club", actor_id=club)
    rate(graph, network, one, 3, rating_id="of-ana")
    pulses = read(graph, network, one).pulses
    assert {(puls.value, puls.rater) for puls in pulses} == {(5, "Club"), (3, "Ana")}
    both = energy_of(graph, network)

    collaboration_facts.set_rating_archived(
        graph, network_id=network, collaboration_id=one, rating_id="of-ana", archived=True,
        by=ANA, now=NOW,
    )  # fmt: skip
    alone = energy_of(graph, network)
    assert (both, alone) == (49.5, 66.0)
    collaboration_facts.set_rating_archived(
        graph, network_id=network, collaboration_id=one, rating_id="of-ana", archived=False,
        by=ANA, now=NOW,
    )  # fmt: skip
    assert energy_of(graph, network) == both


def add_result(graph: Graph, network_id: str, id: str, text: str = "Eerste avond") -> None:
    collaboration_facts.add_result(
        graph, network_id=network_id, collaboration_id=id, result_id="result",
        fields=ResultFields(text=text, on=TODAY), by=ANA, now=NOW,
    )  # fmt: skip


def test_a_result_is_corrected_taken_back_and_counted_again(graph: Graph, given: Given) -> None:
    network = given.network()
    one = given.collaboration(network, "Samen", started_on=TODAY)
    key = {"network_id": network, "collaboration_id": one, "result_id": "result"}

    add_result(graph, network, one)
    with_result = energy_of(graph, network)
    collaboration_facts.update_result(
        graph,
        **key,
        version=1,
        fields=ResultFields(text="Tien avonden", on=TODAY - DAY),
        by=BEN,
        now=NOW,
    )
    with pytest.raises(StaleError):
        collaboration_facts.update_result(
            graph,
            **key,
            version=1,
            fields=ResultFields(text="Twee avonden", on=TODAY),
            by=ANA,
            now=NOW,
        )
    [result] = read(graph, network, one).results
    assert (result.text, result.on, result.version) == ("Tien avonden", TODAY - DAY, 2)
    assert collaboration_facts.get_result(graph, **key) == result

    collaboration_facts.set_result_archived(graph, **key, archived=True, by=ANA, now=NOW)
    assert (read(graph, network, one).results, energy_of(graph, network)) == ((), 66.0)
    with pytest.raises(NotFoundError):
        collaboration_facts.get_result(graph, **key)
    collaboration_facts.set_result_archived(graph, **key, archived=False, by=ANA, now=NOW)
    assert energy_of(graph, network) == with_result == 72.0


def test_an_archived_collaboration_leaves_lists_and_counts(graph: Graph, given: Given) -> None:
    network = given.network()
    club = given.actor(network, "Club")
    one = given.collaboration(network, "Soep", club)

    def set_archived(version: int, *, archived: bool) -> int:
        collaborations.set_archived(
            graph, network_id=network, collaboration_id=one, version=version, archived=archived,
            by=ANA, now=NOW,
        )  # fmt: skip
        return actors.get(graph, network_id=network, actor_id=club).standing.active

    assert set_archived(1, archived=True) == 0
    assert (listed(graph, network), listed(graph, network, archived=True)) == ([], ["Soep"])
    assert collaborations.names(graph, network_id=network) == []
    assert set_archived(2, archived=False) == 1
    assert [each.name for each in collaborations.names(graph, network_id=network)] == ["Soep"]


def test_the_same_create_in_parallel_makes_one(graph: Graph, given: Given) -> None:
    network = given.network()

    def add(_: int) -> None:
        collaborations.add(
            graph, network_id=network, collaboration_id="one",
            fields=CollaborationFields(name="Eén"), by=ANA, now=NOW,
        )  # fmt: skip

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(add, range(8)))

    assert found(graph, network).total == 1
