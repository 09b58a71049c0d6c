"""Introductions: who could meet whom, in which order, and what came of it."""

import time
from collections.abc import Callable
from datetime import timedelta

import pytest

from graph.database import Graph
from graph.domain import introductions as domain
from graph.domain.actors import ActorFields
from graph.domain.collaborations import CollaborationFields
from graph.domain.introductions import Introductions
from graph.domain.landscape import Landscape, Partner, Place, Together
from graph.domain.words import Status, Verdict
from graph.errors import NotFoundError
from graph.identity import new_id
from graph.repositories import collaboration_life, collaborations, introductions, merges
from tests.given import ANA, NOW, TODAY, Given

Rows = Callable[..., list[dict[str, object]]]
EAST = Place(id="oost", name="Oost")
CITY = Place(id="stad", name="Stadsbreed")


def a_partner(id: str, domain: str = "werk", *stages: str, **more: object) -> Partner:
    fields: dict[str, object] = {
        "id": id,
        "name": id,
        "domain_id": domain,
        "domain_ids": frozenset({domain}),
        "life_stage_ids": frozenset(stages),
    }
    return Partner(**(fields | more))  # pyright: ignore[reportArgumentType]


def a_tie(*ids: str, status: Status = Status.ACTIVE, energy: float | None = None) -> Together:
    return Together(
        id=" ".join(ids),
        name=" ".join(ids),
        status=status,
        energy=energy,
        partner_ids=frozenset(ids),
    )


def meet(*things: Partner | Together, spots: tuple[tuple[str, str], ...] = ()) -> Introductions:
    ground = Landscape(
        partners={each.id: each for each in things if isinstance(each, Partner)},
        collaborations=tuple(each for each in things if isinstance(each, Together)),
        programmes={},
    )
    return domain.introductions(ground, spots)


def pairs(found: Introductions) -> list[tuple[str, str]]:
    return [each.pair for each in found.ranked]


ABC = (a_partner("a"), a_partner("b"), a_partner("c"))


@pytest.mark.once
@pytest.mark.parametrize(
    ("more", "found"),
    [
        ((), [("a", "c")]),
        ((a_tie("a", "c"),), []),
        ((a_tie("a", "c", status=Status.WISHED),), []),
        ((a_tie("a", "c", status=Status.ENDED),), []),
    ],
)
def test_an_open_triangle_is_two_who_share_a_third_and_nothing_else(
    more: tuple[Together, ...], found: list[tuple[str, str]]
) -> None:
    assert pairs(meet(*ABC, a_tie("a", "b"), a_tie("b", "c"), *more)) == found


@pytest.mark.once
def test_a_wish_is_no_way_to_reach_somebody() -> None:
    assert meet(*ABC, a_tie("a", "b"), a_tie("b", "c", status=Status.WISHED)).total == 0


@pytest.mark.once
def test_parts_of_one_organisation_know_each_other() -> None:
    people = (
        a_partner("a", parent_id="huis"),
        a_partner("b"),
        a_partner("c", parent_id="huis"),
        a_partner("huis"),
    )
    ties = (a_tie("a", "b"), a_tie("b", "c"), a_tie("b", "huis"))

    assert meet(*people, *ties).total == 0


@pytest.mark.once
def test_order_is_white_spot_then_domains_then_place_then_stages_and_never_ties() -> None:
    people = (
        a_partner("m"),
        a_partner("m2"),
        a_partner("a", "werk", places=(CITY,)),
        a_partner("b", "werk", places=(CITY,)),
        a_partner("stage", "werk", "ouderdom", "kindertijd"),
        a_partner("stage2", "werk", "kindertijd"),
        a_partner("near", "werk", places=(EAST,)),
        a_partner("near2", "werk", places=(EAST,)),
        a_partner("school", "onderwijs"),
        a_partner("town", "domeinoverstijgend"),
    )
    others = [each.id for each in people if each.id not in {"m", "m2"}]
    ties = [a_tie("m", id) for id in others] + [a_tie("m2", "a"), a_tie("m2", "b")]

    found = meet(*people, *ties, spots=(("onderwijs", "ouderdom"),))

    assert found.total == 29
    first, *_rest = pairs(found)
    assert first == ("school", "stage")
    assert found.ranked[0].fills == (("onderwijs", "ouderdom"),)
    crossing = [each for each in found.ranked[1:] if each.crosses]
    assert found.ranked[1 : 1 + len(crossing)] == tuple(crossing)
    assert all("school" in each.pair for each in crossing)
    after = found.ranked[1 + len(crossing) :]
    assert after[0].pair == ("near", "near2")
    assert after[0].shared_places == (EAST,)
    assert after[1].pair == ("stage", "stage2")
    assert after[2].pair == ("a", "b")
    assert after[2].shared_places == ()


@pytest.mark.once
def test_the_one_in_between_is_who_works_well_with_both() -> None:
    people = (*ABC, a_partner("d"))
    ties = (
        a_tie("a", "b", energy=90.0),
        a_tie("b", "c", energy=10.0),
        a_tie("a", "d", energy=50.0),
        a_tie("d", "c", energy=40.0),
    )

    [found] = [each for each in meet(*people, *ties).ranked if each.pair == ("a", "c")]

    assert found.between.id == "d"
    assert (found.with_one.id, found.with_other.id) == ("a d", "d c")


@pytest.mark.once
def test_one_person_is_named_apart_without_rank_and_never_asked_to_introduce() -> None:
    person = a_partner("mens", is_person=True)
    ties = (a_tie("a", "b"), a_tie("b", "mens"), a_tie("a", "mens"), a_tie("mens", "c"))

    found = meet(*ABC, person, *ties)

    assert pairs(found) == []
    assert [each.pair for each in found.with_person] == []
    found = meet(*ABC, person, a_tie("a", "b"), a_tie("b", "mens"))
    assert pairs(found) == []
    assert [each.pair for each in found.with_person] == [("a", "mens")]


@pytest.mark.once
def test_a_large_network_is_quick_and_says_when_it_looked_in_part() -> None:
    stages = ("ouderdom", "kindertijd", "adolescentie")
    people = [a_partner(f"p{n:04}", f"d{n % 13}", stages[n % 3]) for n in range(2000)]
    ties = [
        a_tie(*{f"p{n:04}", f"p{(n * k + 7 * k) % 2000:04}"}) for k in (3, 11) for n in range(2000)
    ]
    hubs = [a_tie(f"p{hub:04}", f"p{n:04}") for hub in (1, 2) for n in range(10, 1500)]

    started = time.process_time()
    small = meet(*people, *ties)
    took = time.process_time() - started
    large = meet(*people, *ties, *hubs)

    assert small.complete
    assert len(small.ranked) == domain.MOST
    assert took < 1
    assert not large.complete
    assert large.total <= domain.MOST_TRIPLES


@pytest.fixture
def noord(graph: Graph, given: Given) -> tuple[str, str, str]:
    """Two who share a third: school, the one in between, club."""
    given.vocabulary()
    given.network("noord")
    school = given.actor("noord", "School", domain_ids=("onderwijs",))
    middle = given.actor("noord", "Welzijn", domain_ids=("sociaal-domein",))
    club = given.actor("noord", "Club", domain_ids=("sport-bewegen",))
    given.collaboration("noord", "Een", school, middle, started_on=TODAY)
    given.collaboration("noord", "Twee", middle, club, started_on=TODAY)
    return school, middle, club


def suggest(graph: Graph, network_id: str = "noord") -> introductions.Suggested:
    return introductions.suggest(graph, network_id=network_id, today=TODAY)


def accept(graph: Graph, pair: tuple[str, str], between_id: str) -> str:
    collaboration_id = new_id()
    introductions.accept(
        graph,
        network_id="noord",
        pair=pair,
        between_id=between_id,
        collaboration_id=collaboration_id,
        fields=CollaborationFields(name="School en Club"),
        by=ANA,
        now=NOW,
    )
    return collaboration_id


def test_a_dismissed_one_is_remembered_until_it_is_taken_back(
    graph: Graph, noord: tuple[str, str, str]
) -> None:
    school, middle, club = noord
    [found] = suggest(graph).open.ranked
    assert (set(found.pair), found.between.name) == ({school, club}, "Welzijn")

    key = {"network_id": "noord", "pair": (school, club), "by": ANA, "now": NOW}
    introductions.dismiss(graph, **key, between_id=middle)  # pyright: ignore[reportArgumentType]
    after = suggest(graph)
    assert after.open.ranked == ()
    assert [(each.verdict, each.on) for each in after.decided] == [(Verdict.DISMISSED, TODAY)]
    assert [each.name for each in after.decided[0].partners] == ["Club", "School"]

    introductions.take_back(graph, **key)  # pyright: ignore[reportArgumentType]
    assert [each.pair for each in suggest(graph).open.ranked] == [found.pair]
    assert suggest(graph).decided == ()


def test_an_accepted_one_becomes_one_wish_and_says_what_came_of_it(
    graph: Graph, noord: tuple[str, str, str]
) -> None:
    school, middle, club = noord
    wish = accept(graph, (school, club), middle)
    accept(graph, (club, school), middle)

    [decided] = suggest(graph).decided
    assert (decided.verdict, decided.status, decided.since) == (
        Verdict.ACCEPTED,
        Status.WISHED,
        TODAY,
    )
    assert decided.between is not None
    assert decided.between.name == "Welzijn"
    found = collaborations.get(graph, network_id="noord", collaboration_id=wish)
    assert {each.actor_id for each in found.participants} == {school, club}
    assert len(collaborations.names(graph, network_id="noord")) == 3

    later = NOW + timedelta(days=10)
    collaboration_life.set_status(
        graph,
        network_id="noord",
        collaboration_id=wish,
        version=found.version,
        status=Status.ACTIVE,
        on=later.date(),
        by=ANA,
        now=later,
    )
    [decided] = suggest(graph).decided
    assert (decided.status, decided.since) == (Status.ACTIVE, later.date())


def test_a_decision_goes_along_when_a_partner_is_merged(
    graph: Graph, given: Given, noord: tuple[str, str, str]
) -> None:
    school, middle, club = noord
    key = {"network_id": "noord", "by": ANA, "now": NOW}
    introductions.dismiss(graph, **key, pair=(school, club), between_id=middle)  # pyright: ignore[reportArgumentType]
    kept = given.actor("noord", "Roeiclub", domain_ids=("sport-bewegen",))
    merges.merge(
        graph,
        network_id="noord",
        operation_id=new_id(),
        kept=merges.Part(id=kept, version=1),
        merged=merges.Part(id=club, version=1),
        fields=ActorFields(name="Roeiclub", domain_ids=("sport-bewegen",)),
        by=ANA,
        now=NOW,
    )
    assert suggest(graph).open.ranked == ()

    introductions.take_back(graph, **key, pair=(school, kept))  # pyright: ignore[reportArgumentType]
    assert [set(each.pair) for each in suggest(graph).open.ranked] == [{school, kept}]
    accept(graph, (school, kept), middle)
    [decided] = suggest(graph).decided
    assert decided.collaboration is not None


@pytest.mark.parametrize("touched", [False, True])
def test_taking_back_archives_a_wish_that_nobody_touched(
    graph: Graph, noord: tuple[str, str, str], touched: bool
) -> None:
    school, middle, club = noord
    wish = accept(graph, (school, club), middle)
    if touched:
        collaborations.update(
            graph,
            network_id="noord",
            collaboration_id=wish,
            version=1,
            fields=CollaborationFields(name="Van ons"),
            by=ANA,
            now=NOW,
        )

    introductions.take_back(graph, network_id="noord", pair=(school, club), by=ANA, now=NOW)

    kept = collaborations.get(graph, network_id="noord", collaboration_id=wish)
    assert (kept.archived_at is None) is touched
    assert len(suggest(graph).open.ranked) == (0 if touched else 1)


def test_what_is_of_another_network_is_not_there(
    graph: Graph, given: Given, noord: tuple[str, str, str]
) -> None:
    school, middle, club = noord
    given.network("zuid")
    stranger = given.actor("zuid", "Vreemd")

    with pytest.raises(NotFoundError):
        accept(graph, (school, stranger), middle)

    accept(graph, (school, club), middle)
    assert suggest(graph, "zuid").decided == ()
    assert suggest(graph, "zuid").open.total == 0
