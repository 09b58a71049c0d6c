"""Contact moments: what they count for, and what comes out of one in the same transaction."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

import pytest

from graph.database import Graph
from graph.domain.moments import Moment, MomentFields, NewRating, NextStep
from graph.domain.words import Channel, Evidence
from graph.errors import NotFoundError, StaleError
from graph.repositories import changes, energy, followups, moments
from tests.given import ANA, BEN, NOW, TODAY, Given

Rows = Callable[..., list[dict[str, object]]]

LAST_WEEK = TODAY - timedelta(days=7)
LAST_YEAR = TODAY - timedelta(days=365)


@pytest.fixture
def network(given: Given) -> str:
    """A network with Ana in it."""
    network = given.network()
    given.user("ana", network)
    return network


@pytest.fixture
def kajuit(given: Given, network: str) -> str:
    """A partner."""
    return given.actor(network, "De Kajuit")


@pytest.fixture
def friday(given: Given, network: str, kajuit: str) -> str:
    """What that partner works on, with a sports club."""
    return given.collaboration(network, "Vrijdagavond open", kajuit, given.actor(network, "SV"))


def last_contact(rows: Rows, id: str) -> object:
    [found] = rows("MATCH (n {id: $id}) RETURN n.last_contact_on AS on", id=id)
    return found["on"] and date.fromisoformat(str(found["on"]))


def days(found: list[Moment]) -> list[date]:
    return [moment.on for moment in found]


def test_a_moment_with_all_there_is_comes_back_whole(
    graph: Graph, given: Given, network: str, kajuit: str, friday: str
) -> None:
    coordinator = given.position(network, kajuit, "Coördinator")
    fields = MomentFields(
        on=LAST_WEEK, at=time(15, 30), channel=Channel.CALL, note="Loopt goed",
        evidence=Evidence.HEARD, heard_from="SV", plenary=True, actor_ids=(kajuit,),
        collaboration_ids=(friday,), position_ids=(coordinator,),
    )  # fmt: skip

    moments.log(graph, network_id=network, moment_id="m", fields=fields, by=ANA, now=NOW)

    moment = moments.get(graph, network_id=network, moment_id="m")
    assert (moment.fields, moment.version, moment.logged_by) == (fields, 1, "Ana")
    assert [(one.name, one.kind) for one in moment.about] == [
        ("De Kajuit", "Actor"),
        ("Vrijdagavond open", "Collaboration"),
    ]
    assert days(moments.list_for_position(graph, network_id=network, position_id=coordinator)) == [
        LAST_WEEK
    ]


def test_it_counts_only_for_what_it_is_about(
    given: Given, rows: Rows, network: str, kajuit: str, friday: str
) -> None:
    other = given.collaboration(network, "Kajuit draait muziek", kajuit)

    given.moment(network, on=TODAY, plenary=True, actor_ids=(kajuit,))
    assert [last_contact(rows, id) for id in (kajuit, friday, other)] == [TODAY, None, None]

    given.moment(network, on=LAST_WEEK, plenary=True, collaboration_ids=(friday,))
    assert [last_contact(rows, id) for id in (friday, other)] == [LAST_WEEK, None]


def test_puls_and_next_step_are_kept_with_it(
    graph: Graph, network: str, kajuit: str, friday: str
) -> None:
    fields = MomentFields(on=LAST_WEEK, actor_ids=(kajuit,), collaboration_ids=(friday,))
    step = NextStep(id="step", what="Zondag proberen", due_on=TODAY)

    def log(rating: NewRating) -> None:
        moments.log(
            graph, network_id=network, moment_id="m", fields=fields, by=ANA, now=NOW,
            rating=rating, step=step,
        )  # fmt: skip

    log(NewRating(id="rating", value=5, by_actor_id=kajuit))
    log(NewRating(id="rating", value=5, by_actor_id=kajuit))  # sent twice, kept once

    facts = energy.facts(graph, network_id=network, collaboration_ids=[friday], today=TODAY)[
        friday
    ]
    assert [(one.value, one.on) for one in facts.ratings] == [(5, LAST_WEEK)]
    assert (facts.last_contact_on, facts.next_step_due) == (LAST_WEEK, TODAY)
    [kept] = followups.list_for(graph, network_id=network, about_id=friday)
    assert (kept.what, kept.owner.name, kept.fields.actor_ids) == ("Zondag proberen", "Ana", ())
    told = changes.list_for(graph, network_id=network, subject_id=friday)
    assert [each.after["rating_by"] for each in told if "rating" in each.after] == ["De Kajuit"]


def test_without_a_collaboration_the_next_step_is_about_the_partner(
    graph: Graph, network: str, kajuit: str
) -> None:
    moments.log(
        graph, network_id=network, moment_id="m", by=ANA, now=NOW,
        fields=MomentFields(on=TODAY, actor_ids=(kajuit,)),
        step=NextStep(id="step", what="Bel terug", due_on=TODAY),
    )  # fmt: skip

    [kept] = followups.list_for(graph, network_id=network, about_id=kajuit)
    assert kept.fields.actor_ids == (kajuit,)


def test_a_refused_rating_leaves_nothing_behind(
    graph: Graph, given: Given, rows: Rows, network: str, friday: str
) -> None:
    stranger = given.actor(given.network("zuid"), "De Kajuit")

    with pytest.raises(NotFoundError):
        moments.log(
            graph, network_id=network, moment_id="m", by=ANA, now=NOW,
            fields=MomentFields(on=TODAY, collaboration_ids=(friday,)),
            rating=NewRating(id="rating", value=5, by_actor_id=stranger),
            step=NextStep(id="step", what="Bel terug", due_on=TODAY),
        )  # fmt: skip

    assert rows("MATCH (n:ContactMoment|Rating|FollowUp) RETURN n.id AS id") == []


def test_an_edit_moves_what_it_counts_for(
    given: Given, rows: Rows, network: str, kajuit: str, friday: str
) -> None:
    graph = given.graph
    other = given.collaboration(network, "Kajuit draait muziek", kajuit)
    moment_id = given.moment(network, on=TODAY, collaboration_ids=(friday,))
    fields = MomentFields(on=LAST_WEEK, note="Toch de muziek", collaboration_ids=(other,))

    def save() -> None:
        moments.update(
            graph, network_id=network, moment_id=moment_id, version=1, fields=fields, by=BEN,
            now=NOW + timedelta(hours=1),
        )  # fmt: skip

    save()
    with pytest.raises(StaleError):
        save()

    moment = moments.get(graph, network_id=network, moment_id=moment_id)
    assert (moment.fields, moment.version, moment.logged_by) == (fields, 2, "Ana")
    assert [last_contact(rows, id) for id in (friday, other, kajuit)] == [
        None, LAST_WEEK, LAST_WEEK,
    ]  # fmt: skip
    edit = changes.list_for(graph, network_id=network, subject_id=moment_id)[0]
    assert (edit.verb, edit.by_name, edit.subject_name) == (
        "edited", "Ben", "Kajuit draait muziek",
    )  # fmt: skip


def test_an_archived_moment_counts_for_nothing_until_it_is_restored(
    graph: Graph, given: Given, rows: Rows, network: str, friday: str
) -> None:
    given.moment(network, on=LAST_WEEK, collaboration_ids=(friday,))
    moment_id = given.moment(network, on=TODAY, collaboration_ids=(friday,))
    key: dict[str, Any] = {"network_id": network, "moment_id": moment_id, "by": ANA, "now": NOW}

    moments.set_archived(graph, version=1, archived=True, **key)
    assert last_contact(rows, friday) == LAST_WEEK
    assert days(moments.list_recent(graph, network_id=network)) == [LAST_WEEK]
    assert days(moments.list_recent(graph, network_id=network, archived=True)) == [TODAY]

    moments.set_archived(graph, version=2, archived=False, **key)
    assert last_contact(rows, friday) == TODAY


def test_the_timeline_of_a_partner_has_its_collaborations_once_and_while_it_took_part(
    given: Given, rows: Rows, network: str, kajuit: str, friday: str
) -> None:
    graph = given.graph
    given.moment(network, on=TODAY, actor_ids=(kajuit,), collaboration_ids=(friday,))
    given.moment(network, on=LAST_WEEK, collaboration_ids=(friday,))
    given.moment(network, on=LAST_YEAR, collaboration_ids=(friday,))
    given.moment(network, on=TODAY, actor_ids=(given.actor(network, "Een ander"),))
    rows(
        "MATCH (:Actor {id: $id})-[part:TAKES_PART_IN]->() SET part.since = $since",
        id=kajuit,
        since=LAST_WEEK,
    )

    seen = moments.list_for_actor(graph, network_id=network, actor_id=kajuit)
    of_friday = moments.list_for_collaboration(
        graph, network_id=network, collaboration_id=friday, limit=2
    )

    assert days(seen) == [TODAY, LAST_WEEK]
    assert days(of_friday) == [TODAY, LAST_WEEK]


def test_moments_of_many_at_once_are_all_counted(
    graph: Graph, given: Given, network: str, friday: str
) -> None:
    def log(back: int) -> None:
        given.moment(network, on=TODAY - timedelta(days=back), collaboration_ids=(friday,))

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(log, range(12)))

    kept = moments.list_for_collaboration(graph, network_id=network, collaboration_id=friday)
    facts = energy.facts(graph, network_id=network, collaboration_ids=[friday], today=TODAY)
    assert days(kept) == [TODAY - timedelta(days=back) for back in range(12)]
    assert facts[friday].last_contact_on == TODAY


def test_a_partner_adds_up_what_many_change_at_once(
    graph: Graph, given: Given, rows: Rows, network: str, kajuit: str
) -> None:
    ties = [given.collaboration(network, f"Tafel {number}", kajuit) for number in range(8)]

    def log(tie: str) -> None:
        given.moment(network, on=TODAY - timedelta(days=ties.index(tie)), collaboration_ids=(tie,))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(log, ties))

    assert last_contact(rows, kajuit) == TODAY


def test_no_moment_crosses_a_network(
    graph: Graph, given: Given, network: str, kajuit: str, friday: str
) -> None:
    south = given.network("zuid")
    there = given.actor(south, "De Kajuit")
    moment_id = given.moment(network, actor_ids=(kajuit,))
    fields = MomentFields(on=TODAY, actor_ids=(there,))

    for foreign in (fields, replace(fields, actor_ids=(), collaboration_ids=("nowhere",))):
        with pytest.raises(NotFoundError):
            moments.log(graph, network_id=network, moment_id="m", fields=foreign, by=ANA, now=NOW)
    with pytest.raises(NotFoundError):
        moments.get(graph, network_id=south, moment_id=moment_id)
    with pytest.raises(NotFoundError):
        moments.log(graph, network_id=south, moment_id=moment_id, fields=fields, by=ANA, now=NOW)
    assert moments.list_for_actor(graph, network_id=south, actor_id=kajuit) == []
    assert moments.list_recent(graph, network_id=south) == []
