"""The network as it is drawn: what is on it, where it stands, and in which groups."""

from datetime import date, timedelta
from typing import Any

import pytest

from graph.analysis.groups import with_groups
from graph.database import Graph
from graph.domain.collaborations import Funding
from graph.domain.energy import ContactState
from graph.domain.map import (
    MapActor,
    MapCollaboration,
    MapFacets,
    MapFilter,
    NetworkMap,
    Passing,
    name_groups,
    together,
)
from graph.domain.words import ActorKind, Form, Layer, Status
from graph.repositories import actors, collaboration_life, layout, past_map
from graph.repositories.map import find_passing, functions, funders, read
from tests.given import ANA, NOW, TODAY, Given


def read_noord(graph: Graph) -> NetworkMap:
    return read(graph, network_id="noord", today=TODAY)


def test_a_network_is_read_with_who_takes_part_today(graph: Graph, given: Given) -> None:
    given.network("noord")
    kajuit, club, school = (given.actor("noord", name) for name in ("Kajuit", "Club", "School"))
    given.collaboration("noord", "Vrijdag open", kajuit, club, school, started_on=TODAY)

    found = read_noord(graph)

    assert [actor.name for actor in found.actors] == ["Club", "Kajuit", "School"]
    [each] = found.collaborations
    assert (each.name, each.status, each.layer) == ("Vrijdag open", Status.ACTIVE, Layer.PRACTICE)
    assert set(each.partner_ids) == {kajuit, club, school}
    assert each.contact is ContactState.FRESH
    assert each.is_hub
    assert not each.is_cold


def test_another_network_is_not_on_the_map(graph: Graph, given: Given) -> None:
    for network in ("noord", "zuid"):
        given.network(network)
    given.collaboration("zuid", "Daar", given.actor("zuid", "Een"), given.actor("zuid", "Twee"))

    found = read_noord(graph)

    assert found == NetworkMap(actors=(), collaborations=())


def test_what_is_archived_or_over_is_not_on_the_map(graph: Graph, given: Given) -> None:
    given.network("noord")
    kajuit, club = given.actor("noord", "Kajuit"), given.actor("noord", "Club")
    given.collaboration("noord", "Samen", kajuit, club)
    over = given.collaboration("noord", "Voorbij", kajuit, club)
    collaboration_life.set_status(
        graph,
        network_id="noord",
        collaboration_id=over,
        version=1,
        status=Status.ENDED,
        on=TODAY,
        by=ANA,
        now=NOW,
    )
    actors.set_archived(
        graph, network_id="noord", actor_id=club, version=1, archived=True, by=ANA, now=NOW
    )

    found = read_noord(graph)

    assert [actor.name for actor in found.actors] == ["Kajuit"]
    assert [(each.name, each.partner_ids) for each in found.collaborations] == [
        ("Samen", (kajuit,))
    ]
    assert not found.collaborations[0].is_drawn


def test_contact_past_the_rhythm_is_cold(graph: Graph, given: Given) -> None:
    given.network("noord")
    pair = given.actor("noord", "Kajuit"), given.actor("noord", "Club")
    given.collaboration("noord", "Lang stil", *pair, started_on=TODAY - timedelta(days=43))

    [each] = read_noord(graph).collaborations

    assert each.is_cold
    assert not each.is_hub


def test_a_place_is_kept_and_a_newcomer_moves_nobody(graph: Graph, given: Given) -> None:
    given.network("noord")
    one, two, three = (given.actor("noord", name) for name in ("Een", "Twee", "Drie"))
    given.collaboration("noord", "Met drie", one, two, three)
    before = layout.read(graph, network_id="noord", today=TODAY)

    newcomer = given.actor("noord", "Vier")
    given.collaboration("noord", "Met twee", one, newcomer)
    after = layout.read(graph, network_id="noord", today=TODAY)

    stood = {each.id: each.at for each in (*before.actors, *before.collaborations)}
    stands = {each.id: each.at for each in (*after.actors, *after.collaborations)}
    assert None not in [stands[id] for id in stood]
    assert {id: stands[id] for id in stood} == stood
    assert stands[newcomer] is not None
    assert read_noord(graph).actors == after.actors


def test_the_corner_of_who_has_no_collaboration_is_not_kept(graph: Graph, given: Given) -> None:
    given.network("noord")
    given.actor("noord", "Alleen")

    placed = layout.read(graph, network_id="noord", today=TODAY)

    assert [actor.at is not None for actor in placed.actors] == [True]
    assert [actor.name for actor in placed.isolated] == ["Alleen"]
    assert read_noord(graph).actors[0].at is None


def test_wished_and_membership_connect_nobody(graph: Graph, given: Given) -> None:
    given.network("noord")
    one, two = given.actor("noord", "Een"), given.actor("noord", "Twee")
    given.collaboration("noord", "Wens", one, two, status=Status.WISHED)
    given.collaboration("noord", "Tafel", one, two, form=Form.MEMBERSHIP, layer=Layer.VISION)

    found = read_noord(graph)

    assert {actor.id for actor in found.isolated} == {one, two}
    assert [(each.name, each.is_hub, each.is_tie) for each in found.collaborations] == [
        ("Tafel", True, False),
        ("Wens", False, False),
    ]


def test_who_works_together_is_one_group(graph: Graph, given: Given) -> None:
    given.network("noord")
    left = [given.actor("noord", f"Links {number}") for number in range(4)]
    right = [given.actor("noord", f"Rechts {number}") for number in range(4)]
    given.collaboration("noord", "Links samen", *left)
    given.collaboration("noord", "Rechts samen", *right)
    given.collaboration("noord", "Brug", left[0], right[0])

    groups = with_groups(read_noord(graph), domains={}).groups

    assert {frozenset(group.member_ids) for group in groups} == {frozenset(left), frozenset(right)}


def an_actor(name: str, *places: str, domain: str | None = None, partners: int = 0) -> MapActor:
    return MapActor(
        id=name.lower(),
        name=name,
        kind=ActorKind.OTHER,
        domain_id=domain,
        neighbourhoods=places,
        partners=partners,
    )


def test_facets_find_what_answers_to_all_of_them(graph: Graph, given: Given) -> None:
    given.vocabulary()
    given.network("noord")
    one, two, payer = (given.actor("noord", name) for name in ("Een", "Twee", "Fonds"))
    reaching = given.actor("noord", "Drie", life_stage_ids=("adolescentie",))
    programme = given.programme("noord", "Samen sterk")
    both = given.collaboration(
        "noord",
        "Allebei",
        one,
        two,
        programme_ids=(programme,),
        life_stage_ids=("adolescentie",),
        funders=(Funding(actor_id=payer),),
    )
    young = given.collaboration("noord", "Jong", one, two, life_stage_ids=("adolescentie",))
    given.network("zuid")
    given.collaboration(
        "zuid", "Elders", given.actor("zuid", "X"), life_stage_ids=("adolescentie",)
    )

    def passing(**asked: str) -> Passing:
        return find_passing(graph, network_id="noord", facets=MapFacets(**asked))

    assert passing(life_stage="adolescentie") == Passing(
        collaboration_ids=frozenset({both, young}), actor_ids=frozenset({reaching})
    )
    assert passing(life_stage="adolescentie", programme=programme) == Passing(
        collaboration_ids=frozenset({both})
    )
    assert passing(funder=payer) == Passing(
        collaboration_ids=frozenset({both}), actor_ids=frozenset({payer})
    )
    assert passing(prevention_type="x", policy_goal="y").collaboration_ids == frozenset()
    assert [(each.id, each.name) for each in funders(graph, network_id="noord")] == [
        (payer, "Fonds")
    ]
    assert funders(graph, network_id="zuid") == []


def test_the_positions_on_a_route_say_what_they_carry(graph: Graph, given: Given) -> None:
    given.network("noord")
    one, two = given.actor("noord", "Een"), given.actor("noord", "Twee")
    carrying = given.position("noord", one, "Jongerenwerker")
    other = given.position("noord", two, "Directeur")
    tie = given.collaboration("noord", "Samen", one, two, position_ids=(carrying,))
    given.network("zuid")

    found = functions(graph, network_id="noord", actor_ids=[one, two], collaboration_ids=[tie])

    assert {(each.id, each.actor_id, each.carries) for each in found} == {
        (carrying, one, frozenset({tie})),
        (other, two, frozenset[str]()),
    }
    elsewhere = functions(graph, network_id="zuid", actor_ids=[one], collaboration_ids=[tie])
    assert elsewhere == []


def test_an_earlier_day_is_what_was_true_and_recorded_then(graph: Graph, given: Given) -> None:
    given.network("noord")
    one, two = given.actor("noord", "Een"), given.actor("noord", "Twee")
    tie = given.collaboration("noord", "Samen", one, two, started_on=TODAY)
    now = layout.read(graph, network_id="noord", today=TODAY)

    last_week = TODAY - timedelta(days=7)
    later = TODAY + timedelta(days=60)
    given.moment("noord", on=TODAY, collaboration_ids=(tie,))
    collaboration_life.set_status(
        graph,
        network_id="noord",
        collaboration_id=tie,
        version=1,
        status=Status.ENDED,
        on=TODAY + timedelta(days=30),
        by=ANA,
        now=NOW + timedelta(days=30),
    )
    actors.set_archived(
        graph,
        network_id="noord",
        actor_id=two,
        version=1,
        archived=True,
        by=ANA,
        now=NOW + timedelta(days=30),
    )

    def seen(on: date) -> NetworkMap:
        return past_map.read(graph, network_id="noord", on=on)

    assert seen(last_week) == NetworkMap(actors=(), collaborations=())
    then = seen(TODAY)
    assert [each.id for each in then.ties] == [tie]
    assert {actor.id: actor.at for actor in then.actors} == {
        actor.id: actor.at for actor in now.actors
    }
    assert [(actor.active, actor.partners) for actor in then.actors] == [(1, 1), (1, 1)]
    [score] = {actor.energy for actor in then.actors}
    assert score == then.collaborations[0].energy
    assert then.actors[0].last_contact_on == TODAY
    assert [actor.id for actor in seen(later).actors] == [one]
    assert seen(later).collaborations == ()


@pytest.mark.once
def test_a_group_is_named_by_what_half_of_it_shares() -> None:
    by_place = [an_actor("A", "Oost"), an_actor("B", "Oost"), an_actor("C"), an_actor("D")]
    by_domain = [an_actor(name, domain="werk") for name in "EFGH"]
    by_hub = [an_actor("I"), an_actor("J", partners=3), an_actor("K"), an_actor("L")]
    too_small = [an_actor("M", "West"), an_actor("N", "West"), an_actor("O", "West")]

    groups = name_groups([by_place, by_domain, by_hub, too_small], domains={"werk": "Werk"})

    assert [(group.name, group.member_ids) for group in groups] == [
        ("Oost", ("a", "b", "c", "d")),
        ("Werk", ("e", "f", "g", "h")),
        ("J", ("i", "j", "k", "l")),
    ]


@pytest.mark.once
def test_the_larger_group_has_the_name_and_the_other_its_next() -> None:
    larger = [an_actor(name, "Oost") for name in "ABCDE"]
    smaller = [an_actor(name, "Oost", domain="werk") for name in "FGHI"]

    groups = name_groups([smaller, larger], domains={"werk": "Werk"})

    assert [group.name for group in groups] == ["Oost", "Werk"]


@pytest.mark.once
def test_a_filter_keeps_a_collaboration_with_one_partner_that_passes() -> None:
    school, club = an_actor("School", domain="onderwijs"), an_actor("Club", domain="sport")

    def tie(name: str, *ids: str, layer: Layer = Layer.PRACTICE) -> MapCollaboration:
        return MapCollaboration(
            id=name,
            name=name,
            form=Form.WORKING,
            layer=layer,
            status=Status.ACTIVE,
            partner_ids=ids,
        )

    both, alone = tie("samen", "school", "club"), tie("club", "club", "ander")
    policy = tie("beleid", "school", "club", layer=Layer.POLICY)
    everything = NetworkMap(actors=(school, club), collaborations=(both, alone, policy))

    chosen = MapFilter(domains=frozenset({"onderwijs"}), layer=Layer.PRACTICE)

    assert chosen.of(everything) == NetworkMap(actors=(school,), collaborations=(both,))


@pytest.mark.once
def test_who_asks_for_some_collaborations_sees_the_partners_in_those() -> None:
    def tie(id: str, *ids: str, form: Form = Form.WORKING) -> MapCollaboration:
        return MapCollaboration(
            id=id,
            name=id,
            form=form,
            layer=Layer.POLICY if id == "beleid" else Layer.PRACTICE,
            status=Status.ACTIVE,
            partner_ids=ids,
        )

    everything = NetworkMap(
        actors=tuple(an_actor(name) for name in "ABCD"),
        collaborations=(
            tie("beleid", "a", "b"),
            tie("samen", "b", "c"),
            tie("lijst", "a", "c", form=Form.MEMBERSHIP),
        ),
    )

    def shown(**chosen: Any) -> tuple[str, list[str]]:
        found = MapFilter(**chosen).of(everything)
        return "".join(each.id for each in found.actors), [
            each.id for each in found.collaborations
        ]

    assert shown() == ("abcd", ["beleid", "samen"])
    assert shown(layer=Layer.POLICY) == ("ab", ["beleid"])
    assert shown(forms=frozenset({Form.MEMBERSHIP})) == ("abcd", ["lijst"])
    assert shown(kind=ActorKind.SCHOOL) == ("", [])
    assert shown(
        passing=Passing(collaboration_ids=frozenset({"samen"}), actor_ids=frozenset({"d"}))
    ) == ("bcd", ["samen"])


def test_parts_are_drawn_as_their_whole_with_its_ties(graph: Graph, given: Given) -> None:
    network = given.network()
    whole = given.actor(network, "Stichting")
    team = given.actor(network, "Team", parent_id=whole)
    place = given.actor(network, "Locatie", parent_id=team)
    club = given.actor(network, "SV")
    outside = given.collaboration(network, "Samen fit", place, club, started_on=TODAY)
    inside = given.collaboration(network, "Onderling", team, place, started_on=TODAY)

    drawn = together(read(graph, network_id=network, today=TODAY))

    assert [each.name for each in drawn.actors] == ["Stichting", "SV"]
    assert {each.id: set(each.partner_ids) for each in drawn.collaborations} == {
        outside: {whole, club},
        inside: {whole},
    }
    stichting = drawn.actors[0]
    assert (stichting.active, stichting.energy) == (3, drawn.actors[1].energy)
    assert [each.id for each in drawn.ties] == [outside]
