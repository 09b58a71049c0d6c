"""Partners: lists that forgive, edits that lose nothing, and the boundary of the network."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from graph.database import Graph
from graph.domain.actors import ActorFields, ActorPage, CircleError
from graph.errors import NotFoundError, StaleError
from graph.repositories import actors, changes
from graph.repositories.actors import ActorFilter
from tests.given import ANA, BEN, NOW, TODAY, Given


def names(page: ActorPage) -> list[str]:
    return [item.name for item in page.items]


def test_a_list_is_in_dutch_order_and_in_pages(graph: Graph, given: Given) -> None:
    network = given.network()
    for name in ("Zwemclub De Plons", "De Kajuit", "'t Hoekje", "IJsclub", "Étude", "Het Anker"):
        given.actor(network, name)

    first = actors.find(graph, network_id=network, chosen=ActorFilter(), limit=4)
    second = actors.find(graph, network_id=network, chosen=ActorFilter(), skip=4, limit=4)

    assert names(first) + names(second) == [
        "Het Anker", "Étude", "'t Hoekje", "IJsclub", "De Kajuit", "Zwemclub De Plons",
    ]  # fmt: skip
    assert first.total == 6


@pytest.mark.parametrize("question", ["cafe een", "CAFÉ ÉÉN", "caffe een", "het eethuis"])
def test_search_forgives_accents_and_typing_errors(
    graph: Graph, given: Given, question: str
) -> None:
    network = given.network()
    given.actor(network, "Café Één", aliases=("Het Eethuis",))
    given.actor(network, "Wijkteam Oost")

    found = actors.find(graph, network_id=network, chosen=ActorFilter(question=question))

    assert names(found) == ["Café Één"]


def test_one_organisation_in_two_networks_is_two_actors(graph: Graph, given: Given) -> None:
    north, south = given.network("noord"), given.network("zuid")
    in_north, in_south = given.actor(north, "Trimbos"), given.actor(south, "Trimbos")

    assert names(actors.find(graph, network_id=north, chosen=ActorFilter())) == ["Trimbos"]
    assert actors.get(graph, network_id=north, actor_id=in_north).id == in_north
    with pytest.raises(NotFoundError):
        actors.get(graph, network_id=north, actor_id=in_south)
    with pytest.raises(NotFoundError):
        actors.update(
            graph,
            network_id=north,
            actor_id=in_south,
            version=1,
            fields=ActorFields(name="Overgenomen"),
            by=ANA,
            now=NOW,
        )
    with pytest.raises(NotFoundError):
        actors.add(
            graph,
            network_id=north,
            actor_id=in_south,
            fields=ActorFields(name="Overgenomen"),
            by=ANA,
            now=NOW,
        )
    assert actors.get(graph, network_id=south, actor_id=in_south).fields.name == "Trimbos"


def test_an_edit_is_saved_and_logged(graph: Graph, given: Given) -> None:
    network = given.network()
    actor_id = given.actor(network, "Kajuit", phone="0612345678")
    fields = ActorFields(name="De Kajuit", phone="0612345678", aliases=("Kajuit",))

    actors.update(
        graph, network_id=network, actor_id=actor_id, version=1, fields=fields, by=BEN,
        now=NOW + timedelta(hours=1),
    )  # fmt: skip

    actor = actors.get(graph, network_id=network, actor_id=actor_id)
    assert (actor.fields, actor.version) == (fields, 2)
    [edit, added] = changes.list_for(graph, network_id=network, subject_id=actor_id)
    assert (added.verb, edit.verb, edit.by_name) == ("added", "edited", "Ben")
    assert edit.before == {"name": "Kajuit", "aliases": []}
    assert edit.after == {"name": "De Kajuit", "aliases": ["Kajuit"]}


def test_the_second_of_two_editors_is_told(graph: Graph, given: Given) -> None:
    network = given.network()
    actor_id = given.actor(network, "Kajuit")

    def save(name: str) -> None:
        actors.update(
            graph, network_id=network, actor_id=actor_id, version=1,
            fields=ActorFields(name=name), by=ANA, now=NOW,
        )  # fmt: skip

    save("Van Ana")
    with pytest.raises(StaleError) as told:
        save("Van Ben")

    assert told.value.version == 2
    assert actors.get(graph, network_id=network, actor_id=actor_id).fields.name == "Van Ana"


def test_parallel_saves_lose_nothing(graph: Graph, given: Given) -> None:
    network = given.network()
    actor_id = given.actor(network, "Kajuit")

    def save(number: int) -> bool:
        version = actors.get(graph, network_id=network, actor_id=actor_id).version
        try:
            actors.update(
                graph, network_id=network, actor_id=actor_id, version=version,
                fields=ActorFields(name=f"Kajuit {number}"), by=ANA, now=NOW,
            )  # fmt: skip
        except StaleError:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        saved = sum(pool.map(save, range(40)))

    assert actors.get(graph, network_id=network, actor_id=actor_id).version == 1 + saved


def test_the_same_create_in_parallel_makes_one(graph: Graph, given: Given) -> None:
    network = given.network()

    def add(_: int) -> None:
        actors.add(
            graph, network_id=network, actor_id="one", fields=ActorFields(name="Eén"), by=ANA,
            now=NOW,
        )  # fmt: skip

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(add, range(10)))

    assert actors.find(graph, network_id=network, chosen=ActorFilter()).total == 1


def test_an_archived_actor_leaves_the_list_and_comes_back(graph: Graph, given: Given) -> None:
    network = given.network()
    actor_id = given.actor(network, "Kajuit")

    def set_archived(version: int, *, archived: bool) -> tuple[list[str], list[str]]:
        actors.set_archived(
            graph, network_id=network, actor_id=actor_id, version=version, archived=archived,
            by=ANA, now=NOW,
        )  # fmt: skip
        return (
            names(actors.find(graph, network_id=network, chosen=ActorFilter())),
            names(actors.find(graph, network_id=network, chosen=ActorFilter(archived=True))),
        )

    assert set_archived(1, archived=True) == ([], ["Kajuit"])
    assert set_archived(2, archived=False) == (["Kajuit"], [])


def test_a_time_with_the_name_of_a_zone_is_kept_as_the_same_moment(
    graph: Graph, given: Given
) -> None:
    network = given.network()
    noon = datetime(2026, 7, 1, 12, tzinfo=ZoneInfo("Europe/Amsterdam"))

    actors.add(
        graph, network_id=network, actor_id="one", fields=ActorFields(name="Eén"), by=ANA, now=noon
    )

    assert actors.get(graph, network_id=network, actor_id="one").created_at == noon


def part(graph: Graph, network: str, id: str, parent_id: str | None) -> None:
    """Say of what a partner is a part, at whatever version it is."""
    actor = actors.get(graph, network_id=network, actor_id=id)
    actors.update(
        graph, network_id=network, actor_id=id, version=actor.version,
        fields=replace(actor.fields, parent_id=parent_id), by=ANA, now=NOW,
    )  # fmt: skip


def test_nothing_is_a_part_of_its_own_parts(graph: Graph, given: Given) -> None:
    network = given.network()
    whole = given.actor(network, "Stichting")
    team = given.actor(network, "Team", parent_id=whole)
    place = given.actor(network, "Locatie", parent_id=team)

    for wrong in (team, place):
        with pytest.raises(CircleError):
            part(graph, network, whole, wrong)

    assert actors.get(graph, network_id=network, actor_id=whole).parent is None
    part(graph, network, place, whole)
    assert actors.get(graph, network_id=network, actor_id=place).fields.parent_id == whole


def test_of_two_who_make_a_circle_together_one_is_refused(graph: Graph, given: Given) -> None:
    network = given.network()
    one, other = given.actor(network, "Een"), given.actor(network, "Twee")

    with ThreadPoolExecutor(2) as pool:
        jobs = [
            pool.submit(part, graph, network, one, other),
            pool.submit(part, graph, network, other, one),
        ]
        outcomes = [job.exception() for job in jobs]

    assert [type(error) for error in outcomes].count(CircleError) == 1


def test_parts_stand_below_the_whole_and_count_along(graph: Graph, given: Given) -> None:
    network = given.network()
    whole = given.actor(network, "Stichting")
    team = given.actor(network, "Team", parent_id=whole)
    place = given.actor(network, "Locatie", parent_id=team)
    club, other = given.actor(network, "SV"), given.actor(network, "Buurthuis")
    given.collaboration(network, "Samen fit", place, club, started_on=TODAY)
    given.collaboration(network, "Buurtsoep", team, other, club, started_on=TODAY)

    found = actors.find(graph, network_id=network, chosen=ActorFilter(together=True))

    lines = {each.name: each for each in found.items}
    assert (sorted(lines), found.total) == (["Buurthuis", "SV", "Stichting"], 3)
    [below] = lines["Stichting"].parts
    assert (below.name, [each.name for each in below.parts]) == ("Team", ["Locatie"])
    standing, apart = lines["Stichting"].standing, (below.standing, below.parts[0].standing)
    assert standing.active == 2
    assert standing.partners == sum(each.partners for each in apart) == 3
    assert standing.energy == max(each.energy or 0 for each in apart)
    assert actors.find(graph, network_id=network, chosen=ActorFilter()).total == 5
