"""Every pattern that is said to be in Voorbeeldstad is found in the graph, by counting again."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from itertools import combinations
from typing import Any, LiteralString

import networkx as nx
import pytest
from neo4j import Driver

from graph.analysis import brokers
from graph.analysis.what_if import what_if
from graph.database import Graph
from graph.domain.energy import is_lively
from graph.domain.risk import payments, without_partner
from graph.domain.thin import reasons
from graph.repositories import cold_ties, introductions, measures, risk, white_spots
from graph.repositories import map as maps
from graph.settings import GraphSettings
from graph.starter import DEMO_USERS, load_demo
from graph.starter.voorbeeldstad import NETWORK_ID, PATTERNS, build_voorbeeldstad
from tasks.insight import read_insight
from tests.city import load_city
from tests.given import NOW, TODAY

Rows = Callable[..., list[dict[str, Any]]]

COUNTS = {
    "Actor": 75,
    "Change": 7,
    "Collaboration": 60,
    "ContactMoment": 480,
    "FollowUp": 168,
    "Person": 110,
    "Position": 111,
    "Programme": 2,
    "Rating": 193,
    "Result": 21,
    "Snapshot": 1,
    "StatusChange": 120,
}
YOUNG = {"kindertijd", "adolescentie", "jongvolwassenheid"}
RESIDENTS = re.compile(
    r"bewoner|inwoner|jonger|kind|leerling|ouder|cliënt|patiënt|bezoeker|deelnemer|gezin|student"
)
DAYS = [date(2026, 11, 22), date(2027, 1, 1), date(2028, 2, 29), date(2027, 3, 29)]


@pytest.fixture(scope="module")
def city(prepared_graph: Graph, driver: Driver, engine_settings: GraphSettings) -> Graph:
    """The starter content, loaded once: the tests here only look."""
    return load_city(prepared_graph, driver, engine_settings)


@pytest.fixture
def found(city: Graph, rows: Rows) -> Rows:
    """Look in the network of the city: ``$city`` is its id."""

    def run(text: LiteralString, **params: object) -> list[dict[str, Any]]:
        return rows(text, city=NETWORK_ID, **params)

    return run


def test_there_is_as_much_as_we_say(found: Rows) -> None:
    counts = found("MATCH (n {network_id: $city}) RETURN head(labels(n)) AS label, count(n) AS n")
    assert {row["label"]: row["n"] for row in counts} == COUNTS


def test_all_domains_and_neighbourhoods_have_partners(found: Rows) -> None:
    domains = found(
        "MATCH (:Actor {network_id: $city})-[:WORKS_IN {primary: true}]->(d:Domain)"
        " RETURN count(DISTINCT d) AS n"
    )
    places = found(
        "MATCH (:Network {id: $city})-[:COVERS]->(place)<-[:LOCATED_IN]-(:Actor)"
        " RETURN place.name AS name, count(*) AS n ORDER BY name"
    )
    assert domains == [{"n": 14}]
    assert [row["name"] for row in places] == [
        "Centrum",
        "De Weiden",
        "Havenkade",
        "Molenhoek",
        "Noorderplas",
        "Oostpoort",
        "Spoorzicht",
        "Stadsbreed",
        "Zuiderpark",
    ]
    assert min(row["n"] for row in places) >= 7


def test_the_lively_corner_is_lively(found: Rows) -> None:
    corner = found(
        "MATCH (c:Collaboration {network_id: $city})-[:HAPPENS_IN]->({id: $place}),"
        " (c)-[:SERVES]->(stage) WHERE c.status = 'active'"
        " RETURN c.id AS id, c.energy AS energy, collect(stage.id) AS stages",
        place=PATTERNS.lively_place,
    )
    lively = {row["id"] for row in corner if is_lively(row["energy"]) and YOUNG & {*row["stages"]}}
    assert lively == set(PATTERNS.lively_corner)


def test_the_quiet_place_has_collaborations_and_none_is_lively(found: Rows) -> None:
    here = found(
        "MATCH (c:Collaboration {network_id: $city, status: 'active'})"
        " WITH c, [(c)-[:HAPPENS_IN]->(place) | place.id] AS places,"
        " [(c)<-[:TAKES_PART_IN]-()-[:LOCATED_IN]->(place) | place.id] AS homes"
        " WHERE $place IN CASE WHEN size(places) > 0 THEN places ELSE homes END"
        " RETURN c.name AS name, c.energy AS energy",
        place=PATTERNS.quiet_place,
    )
    assert len(here) == 4
    assert [row["name"] for row in here if is_lively(row["energy"])] == []


def test_the_cold_ties_are_those_past_their_rhythm(found: Rows) -> None:
    silence = found(
        "MATCH (c:Collaboration {network_id: $city, status: 'active'})"
        " OPTIONAL MATCH (m:ContactMoment)-[:ABOUT]->(c)"
        " WITH c, max(m.on) AS last WHERE last IS NOT NULL"
        " RETURN c.id AS id, c.rhythm_days AS rhythm, last"
    )
    days = {row["id"]: (TODAY - row["last"].to_native()).days for row in silence}
    rhythm = {row["id"]: row["rhythm"] for row in silence}
    assert {id: count for id, count in days.items() if count > rhythm[id]} == PATTERNS.cold


def test_without_the_broker_the_harbour_is_cut_off(found: Rows) -> None:
    network = _working_ties(found)
    cut_off = {
        actor: _smaller_parts(network, without=actor) for actor in nx.articulation_points(network)
    }

    assert cut_off[PATTERNS.broker] == set(PATTERNS.cut_off)
    others = {len(parts) for actor, parts in cut_off.items() if actor != PATTERNS.broker}
    assert max(others) < len(PATTERNS.cut_off)


def test_the_product_finds_the_broker_and_nobody_else_passes_the_threshold(city: Graph) -> None:
    found = brokers.find(maps.read(city, network_id=NETWORK_ID, today=TODAY))

    [broker] = found.brokers
    assert broker.actor_id == PATTERNS.broker
    assert broker.cut_off == (PATTERNS.cut_off,)
    assert {each.lost for each in found.cut_points} == {1, 2}
    assert PATTERNS.one_person not in {each.actor_id for each in found.cut_points}


def test_without_the_broker_the_product_cuts_off_the_harbour(city: Graph) -> None:
    network_map = maps.read(city, network_id=NETWORK_ID, today=TODAY)

    effect = what_if(network_map, without_partner(PATTERNS.broker))

    assert effect.cut_off == (PATTERNS.cut_off,)
    assert effect.after.reachable < effect.before.reachable


def test_the_product_finds_exactly_these_isolated_partners_and_cold_ties(city: Graph) -> None:
    network_map = maps.read(city, network_id=NETWORK_ID, today=TODAY)
    cold = cold_ties.read(city, network_id=NETWORK_ID, today=TODAY)

    assert [actor.id for actor in network_map.isolated] == sorted(
        PATTERNS.isolated, key=[actor.id for actor in network_map.actors].index
    )
    assert {tie.id: tie.days for tie in cold} == PATTERNS.cold


def test_the_product_finds_the_funder_and_no_other_is_heavy(city: Graph) -> None:
    known = risk.read(city, network_id=NETWORK_ID, today=TODAY)

    assert [each.actor_id for each in payments(known) if each.is_heavy] == [PATTERNS.funder]


def test_there_is_enough_to_measure(city: Graph) -> None:
    network_map = maps.read(city, network_id=NETWORK_ID, today=TODAY)
    basis = measures.basis(city, network_id=NETWORK_ID, network_map=network_map, today=TODAY)

    assert basis.unmeasured == len(PATTERNS.unmeasured)
    assert reasons(basis, TODAY) == ()


def test_isolated_partners_are_in_no_collaboration_at_all(found: Rows) -> None:
    alone = found(
        "MATCH (a:Actor {network_id: $city}) WHERE NOT (a)-[:TAKES_PART_IN]->()"
        " RETURN a.id AS id ORDER BY id"
    )
    assert [row["id"] for row in alone] == sorted(PATTERNS.isolated)
    assert _alone(_working_ties(found)) == set(PATTERNS.isolated)


def test_white_spots_are_empty_and_somebody_wishes_to_fill_them(found: Rows) -> None:
    cells = found(
        "MATCH (d:Domain)<-[:WORKS_IN {primary: true}]-(:Actor {network_id: $city})"
        "-[:TAKES_PART_IN]->(c:Collaboration)-[:SERVES]->(stage)"
        " RETURN DISTINCT d.id AS domain, stage.id AS stage, c.id AS id, c.status AS status"
    )
    active = {(row["domain"], row["stage"]) for row in cells if row["status"] == "active"}
    wished = {
        ((row["domain"], row["stage"]), row["id"]) for row in cells if row["status"] == "wished"
    }
    assert active.isdisjoint(PATTERNS.white_spots)
    assert wished >= set(PATTERNS.white_spots.items())


def test_the_product_finds_exactly_these_white_spots(city: Graph) -> None:
    spots = white_spots.white_spots(city, network_id=NETWORK_ID, today=TODAY)

    found = {spot.key: wish.id for spot in spots for wish in spot.cell.wished}
    assert found == PATTERNS.white_spots
    assert {len(spot.candidates) for spot in spots} == {5}
    assert not any(spot.cell.active for spot in spots)


def test_introductions_are_the_open_triangles_and_those_that_fill_a_white_spot_go_first(
    city: Graph, found: Rows
) -> None:
    open_ = introductions.introductions(city, network_id=NETWORK_ID, today=TODAY, most=5000)

    every = [*open_.ranked, *open_.with_person]
    assert {each.pair for each in every} == _open_triangles(found)
    assert (len(every), open_.complete) == (open_.total, True)
    filled = [len(each.fills) for each in open_.ranked]
    assert filled == sorted(filled, reverse=True)
    assert {key for each in open_.ranked for key in each.fills} <= PATTERNS.white_spots.keys()
    with_person = {PATTERNS.one_person in each.pair for each in open_.with_person}
    assert with_person == {True}
    assert PATTERNS.one_person not in {each.between.id for each in every}


def test_insight_as_data_tells_all_that_was_planted_and_nothing_else(city: Graph) -> None:
    told = read_insight(city, network_id=NETWORK_ID, today=TODAY)

    def ids(name: str) -> list[str]:
        return sorted(each["id"] for each in told[name])

    assert list(told) == [
        *("energy", "unmeasured", "white_spots", "introductions"),
        *("brokers", "cold_ties", "isolates", "measures"),
    ]
    scores = {each["id"]: each["score"] for each in told["energy"]}
    assert all(is_lively(scores[id]) for id in PATTERNS.lively_corner)
    assert all(len(each["causes"]) == 4 and each["next_step"] for each in told["energy"])
    assert ids("unmeasured") == sorted(PATTERNS.unmeasured)
    assert {(each["domain"], each["life_stage"]) for each in told["white_spots"]} == set(
        PATTERNS.white_spots
    )
    [broker] = told["brokers"]
    assert broker["id"] == PATTERNS.broker
    assert sorted(each["id"] for group in broker["cut_off"] for each in group) == sorted(
        PATTERNS.cut_off
    )
    assert {each["id"]: each["days"] for each in told["cold_ties"]} == PATTERNS.cold
    assert ids("isolates") == sorted(PATTERNS.isolated)
    assert told["measures"]["isolates"] == len(PATTERNS.isolated)
    json.dumps(told)


def test_of_some_active_collaborations_nothing_is_known(found: Rows) -> None:
    blank = found(
        "MATCH (c:Collaboration {network_id: $city, status: 'active'}) WHERE c.energy IS NULL"
        " RETURN c.id AS id, c.known AS known ORDER BY id"
    )
    assert [(row["id"], row["known"]) for row in blank] == [
        (id, 0) for id in sorted(PATTERNS.unmeasured)
    ]


def test_wishes_and_large_memberships_are_those_we_name(found: Rows) -> None:
    each = found(
        "MATCH (c:Collaboration {network_id: $city})<-[:TAKES_PART_IN]-(a:Actor)"
        " RETURN c.id AS id, c.status AS status, c.form AS form, count(a) AS partners ORDER BY id"
    )
    assert [row["id"] for row in each if row["status"] == "wished"] == list(PATTERNS.wished)
    assert [row["id"] for row in each if row["partners"] > 8] == list(PATTERNS.large_memberships)
    assert {row["form"] for row in each if row["partners"] > 8} == {"membership"}
    assert {row["partners"] for row in each if row["form"] == "working"} == {2, 3, 4, 5}


def test_one_funder_pays_for_most(found: Rows) -> None:
    paying = found(
        "MATCH (:Collaboration {network_id: $city, status: 'active'})-[:FUNDED_BY]->(a:Actor)"
        " RETURN a.id AS id, count(*) AS n ORDER BY n DESC LIMIT 2"
    )
    assert paying[0]["id"] == PATTERNS.funder
    assert paying[0]["n"] > 2 * paying[1]["n"]


def test_one_partner_is_one_person_and_has_no_score(found: Rows) -> None:
    people = found(
        "MATCH (a:Actor {network_id: $city, is_person: true})-[:TAKES_PART_IN]->(c)"
        " RETURN a.id AS id, a.energy AS energy, c.energy > 0 AS scored"
    )
    assert people == [{"id": PATTERNS.one_person, "energy": None, "scored": True}]


def test_news_of_the_past_week_was_made_by_somebody_else_than_the_regisseur(found: Rows) -> None:
    week_ago = NOW - timedelta(days=7)
    new = found(
        "MATCH (n:Actor|Collaboration {network_id: $city}) WHERE n.created_at >= $since"
        " RETURN n.id AS id ORDER BY id",
        since=week_ago,
    )
    told = found(
        "MATCH (change:Change {network_id: $city, verb: 'added'}) WHERE change.at >= $since"
        " RETURN change.subject_id AS id, change.by_id AS by ORDER BY id",
        since=week_ago,
    )
    assert [row["id"] for row in new] == list(PATTERNS.new)
    assert told == [{"id": id, "by": DEMO_USERS.editor} for id in PATTERNS.new]


def test_a_collaboration_stands_for_its_newest_status(found: Rows) -> None:
    each = found(
        "MATCH (c:Collaboration {network_id: $city})-[:WENT_THROUGH]->(change:StatusChange)"
        " WITH c, change ORDER BY change.on"
        " RETURN c.id AS id, c.status AS status, collect(change.status) AS history"
    )
    assert len(each) == COUNTS["Collaboration"]
    assert [row["id"] for row in each if row["history"][-1] != row["status"]] == []


def test_contact_is_logged_by_users_who_may_and_steps_have_one_owner(found: Rows) -> None:
    logged = found(
        "MATCH (m:ContactMoment {network_id: $city})-[:LOGGED_BY]->(user:User)"
        " RETURN user.id AS id, count(m) AS n"
    )
    owners = found(
        "MATCH (f:FollowUp {network_id: $city})-[:OWNED_BY]->(owner)"
        " RETURN f.id AS id, count(owner) AS n"
    )
    late = found(
        "MATCH (f:FollowUp {network_id: $city})-[:OWNED_BY]->(:User {id: $regisseur})"
        " WHERE f.done_on IS NULL AND f.due_on < $today RETURN count(f) AS n",
        regisseur=DEMO_USERS.regisseur,
        today=TODAY,
    )
    assert {row["id"] for row in logged} == {DEMO_USERS.regisseur, DEMO_USERS.editor}
    assert sum(row["n"] for row in logged) == COUNTS["ContactMoment"]
    assert [row["n"] for row in owners] == [1] * COUNTS["FollowUp"]
    assert late == [{"n": 4}]


@pytest.mark.parametrize("interrupted", [False, True])
def test_loading_again_changes_nothing(
    city: Graph, found: Rows, rows: Rows, interrupted: bool
) -> None:
    nodes: LiteralString = (
        "MATCH (n {network_id: $city}) RETURN properties(n) AS kept ORDER BY n.id"
    )
    ties: LiteralString = (
        "MATCH (a {network_id: $city})-[tie]->(b)"
        " RETURN a.id AS a, type(tie) AS type, properties(tie) AS kept, b.id AS b"
        " ORDER BY a, type, b"
    )
    before = found(nodes), found(ties)
    if interrupted:
        rows("MATCH (network:Network {id: $id}) REMOVE network.content_version", id=NETWORK_ID)

    load_demo(city, today=TODAY, now=NOW + timedelta(hours=5))

    assert (found(nodes), found(ties)) == before


@pytest.mark.once
def test_free_text_tells_of_the_work_never_of_residents() -> None:
    content = build_voorbeeldstad(today=TODAY, now=NOW, users=DEMO_USERS)
    texts = {moment.note for moment in content.moments} | {
        step.what for step in content.follow_ups
    }
    assert [text for text in texts if RESIDENTS.search(text.casefold())] == []


@pytest.mark.once
def test_every_address_is_made_up() -> None:
    content = build_voorbeeldstad(today=TODAY, now=NOW, users=DEMO_USERS)
    addresses = [
        each.email for each in (*content.actors, *content.positions, *content.people) if each.email
    ]
    assert len(addresses) == len(content.actors) + len(content.positions) + len(content.people)
    assert [address for address in addresses if not address.endswith(".example")] == []


@pytest.mark.once
@pytest.mark.parametrize("today", DAYS, ids=str)
def test_nothing_happened_in_the_future_on_whichever_day_it_is_loaded(today: date) -> None:
    now = datetime.combine(today, NOW.timetz())
    content = build_voorbeeldstad(today=today, now=now, users=DEMO_USERS)
    happened = [
        *(each.on for each in (*content.moments, *content.ratings, *content.results)),
        *(each.on for each in content.status_changes),
        *(each.done_on for each in content.follow_ups if each.done_on),
    ]
    recorded: Iterable[datetime] = [
        each.created_at
        for things in (content.actors, content.collaborations, content.moments, content.follow_ups)
        for each in things
    ]
    assert max(happened) <= today
    assert max(recorded) <= now


@pytest.mark.once
def test_ids_and_counts_are_the_same_on_each_day() -> None:
    monday, later = (
        build_voorbeeldstad(
            today=today, now=datetime.combine(today, NOW.timetz()), users=DEMO_USERS
        )
        for today in (TODAY, DAYS[2])
    )
    assert [each.id for each in monday.moments] == [each.id for each in later.moments]
    assert Counter(each.id for each in monday.follow_ups) == Counter(
        each.id for each in later.follow_ups
    )


def _working_ties(found: Rows) -> "nx.Graph[str]":
    """Return who works with whom in active working collaborations, isolated partners included."""
    network: nx.Graph[str] = nx.Graph()
    network.add_nodes_from(
        row["id"] for row in found("MATCH (a:Actor {network_id: $city}) RETURN a.id AS id")
    )
    for row in found(
        "MATCH (a:Actor)-[:TAKES_PART_IN]->"
        "(c:Collaboration {network_id: $city, status: 'active', form: 'working'})"
        " RETURN c.id AS id, collect(a.id) AS partners"
    ):
        network.add_edges_from(combinations(row["partners"], 2))
    return network


def _open_triangles(found: Rows) -> set[tuple[str, str]]:
    """Return who share somebody to work with and never had, have or wish anything together.

    Parts of one organisation know each other; one person is not asked to introduce others.
    """
    network = _working_ties(found)
    known = {
        frozenset(pair)
        for row in found(
            "MATCH (a:Actor)-[:TAKES_PART_IN]->"
            "(c:Collaboration {network_id: $city, form: 'working'})"
            " RETURN c.id AS id, collect(a.id) AS partners"
        )
        for pair in combinations(row["partners"], 2)
    }
    house = {
        row["id"]: row["house"]
        for row in found(
            "MATCH (a:Actor {network_id: $city}) OPTIONAL MATCH (a)-[:PART_OF]->(parent:Actor)"
            " RETURN a.id AS id, coalesce(parent.id, a.id) AS house"
        )
    }
    return {
        (one, other)
        for middle in set(network) - {PATTERNS.one_person}
        for one, other in combinations(sorted(network[middle]), 2)
        if frozenset((one, other)) not in known and house[one] != house[other]
    }


def _smaller_parts(network: "nx.Graph[str]", *, without: str) -> set[str]:
    """Return the partners that fall out of the largest part when one leaves, isolated ones not."""
    left: nx.Graph[str] = network.copy()
    left.remove_node(without)
    left.remove_nodes_from(_alone(network))
    parts = sorted(nx.connected_components(left), key=len)
    return {actor for part in parts[:-1] for actor in part}


def _alone(network: "nx.Graph[str]") -> set[str]:
    return {actor for actor, ties in network.degree if ties == 0}
