"""What the policy texts become. The counts are explained in docs/starter.md."""

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta

import pytest

from graph.database import Graph
from graph.domain.words import Form, Layer, Status
from graph.starter.content import Content
from graph.starter.loading import load_content
from graph.starter.national import build_national
from graph.starter.sheets import read_sheet, source
from graph.starter.vocabulary import load_vocabulary
from tests.given import NOW

Rows = Callable[..., list[dict[str, object]]]

# 114 organisations = 87 actors + 27 kinds of parties; 104 programmes = 88 + 16 memberships;
# 35 collaborations = 16 memberships + 1 of intended members + 17 of programmes + 1 of a pair.
NODES = {
    "ActionLine": 5,
    "Actor": 87,
    "ActorGroup": 27,
    "Collaboration": 35,
    "Domain": 14,
    "Law": 6,
    "LifeStage": 6,
    "Neighbourhood": 1,
    "Network": 1,
    "Pillar": 4,
    "PolicyGoal": 6,
    "PreventionType": 3,
    "Programme": 88,
    "Question": 93,
    "Setting": 7,
    "StatusChange": 35,
    "Term": 51,
    "YearMoment": 5,
}
# 217 rows = 61 mentions + 45 of kinds of parties (46 namings: one row names two) + 111 roles of
# actors (103 participations: rows about one actor in one collaboration are one).
TIES = {
    "AIMS_AT": 18,
    "COVERS": 1,
    "MENTIONS": 61,
    "NAMED_IN": 46,
    "RESTS_ON": 17,
    "SAME_AS": 11,
    "SERVES": 34,
    "SHOULD_WORK_WITH": 12,
    "TAKES_PART_IN": 103,
    "USES": 17,
    "WENT_THROUGH": 35,
    "WORKS_IN": 175,
}


@pytest.fixture
def content() -> Content:
    return build_national(now=NOW)


@pytest.fixture
def national(graph: Graph, content: Content) -> Graph:
    load_vocabulary(graph, now=NOW)
    load_content(graph, content, now=NOW)
    return graph


@pytest.mark.usefixtures("national")
def test_the_graph_holds_these_counts(rows: Rows) -> None:
    nodes = rows("MATCH (n) RETURN head(labels(n)) AS label, count(n) AS count")
    ties = rows("MATCH ()-[tie]->() RETURN type(tie) AS type, count(tie) AS count")

    found = {row["label"]: row["count"] for row in nodes}
    assert {label: found[label] for label in found.keys() - {"TestDatabase", "SchemaVersion"}} == (
        NODES
    )
    assert {row["type"]: row["count"] for row in ties} == TIES


@pytest.mark.once
def test_collaborations_by_form_and_status(content: Content) -> None:
    assert Counter((each.form, each.status) for each in content.collaborations) == {
        (Form.MEMBERSHIP, Status.ACTIVE): 15,  # 5 coalitions, 5 lines of action, 5 events
        (Form.MEMBERSHIP, Status.PLANNED): 1,  # the Mental Meetup was announced
        (Form.MEMBERSHIP, Status.WISHED): 1,  # intended partners of line of action 5
        (Form.WORKING, Status.ACTIVE): 13,  # 12 programmes at work and one pair
        (Form.WORKING, Status.PLANNED): 4,
        (Form.WORKING, Status.WISHED): 1,
    }


@pytest.mark.once
def test_every_row_is_kept_once_with_its_source(content: Content) -> None:
    facts = [
        *content.participations,
        *content.named_in_collaborations,
        *content.named_in_programmes,
        *content.mentions,
        *content.mentions_of_programmes,
    ]
    said = {source(line) for line in read_sheet("samenwerkingen")}

    assert {each for fact in facts for each in fact.source} == said
    assert len({(fact.id, fact.to_id, fact.role) for fact in content.participations}) == len(
        {(fact.id, fact.to_id) for fact in content.participations}
    )


@pytest.mark.once
def test_affiliations_are_the_first_rows_of_the_ties_so_one_sheet_is_enough() -> None:
    ties = read_sheet("samenwerkingen")
    affiliations = read_sheet("deelnames")
    twins = {line["id"] for line in read_sheet("programmas")}

    assert len(ties) - len(affiliations) == 52
    for tie, affiliation in zip(ties, affiliations, strict=False):
        end = tie["naar_id"] if tie["naar_id"] in twins else f"prog-{tie['naar_id']}"
        assert (tie["van_id"], end, source(tie)) == (
            affiliation["organisatie_id"],
            affiliation["programma_id"],
            source(affiliation),
        )


@pytest.mark.once
def test_kinds_of_parties_never_take_part(content: Content) -> None:
    groups = {group.id for group in content.groups}
    assert groups.isdisjoint(part.id for part in content.participations)


@pytest.mark.once
def test_a_twin_takes_no_part_in_itself(content: Content) -> None:
    twins = {
        (actor.id, twin)
        for actor in content.actors
        for twin in (*actor.twin_programme_ids, *actor.twin_collaboration_ids)
    }
    itself = {
        (part.id, used)
        for part in content.participations
        for each in content.collaborations
        if each.id == part.to_id
        for used in (*each.programme_ids, each.id)
    }
    assert len(twins) == 11
    assert twins.isdisjoint(itself)


@pytest.mark.once
def test_two_bodies_in_the_context_of_a_programme_are_that_programme(content: Content) -> None:
    [study] = [each for each in content.collaborations if "Delphistudie" in each.name]
    parts = {part.id: part for part in content.participations if part.to_id == study.id}

    assert study.programme_ids == ("prog-delphistudie",)
    assert {id: part.role for id, part in parts.items()} == {
        "landelijke-aanpak-ministerie-vws": "opdrachtgever van",
        "landelijke-aanpak-rivm": "voert uit, ontwikkelt samen",
        "landelijke-aanpak-trimbos": "voert uit, ontwikkelt samen",
    }


@pytest.mark.once
def test_an_intention_stands_apart_from_what_is(content: Content) -> None:
    by_name = {each.name: each for each in content.collaborations}
    line = by_name["Actielijn 5: Mentaal gezond online"]
    intended = by_name["Actielijn 5: Mentaal gezond online (beoogd)"]
    named = {each.to_id: each for each in content.named_in_collaborations}

    assert (line.status, intended.status) == (Status.ACTIVE, Status.WISHED)
    assert sum(part.to_id == line.id for part in content.participations) == 5
    assert sum(part.to_id == intended.id for part in content.participations) == 3
    assert named[intended.id].status is Status.WISHED


@pytest.mark.once
def test_a_collaboration_is_as_known_in_the_texts_and_has_no_invented_dates(
    content: Content,
) -> None:
    assert {each.on for each in content.status_changes} == {date(2023, 6, 20)}
    assert {each.started_on for each in content.collaborations} == {None}
    [jeugd] = [each for each in content.collaborations if each.name == "Nationale Jeugdcoalitie"]
    assert jeugd.layer is Layer.VISION


@pytest.mark.parametrize("interrupted", [False, True])
def test_loading_again_changes_nothing(national: Graph, rows: Rows, interrupted: bool) -> None:
    rows("MATCH (actor:Actor {same_as: 'trimbos'}) SET actor.name = 'Trimbos', actor.version = 2")
    if interrupted:
        rows("MATCH (network:Network) REMOVE network.content_version")
    before = _everything(rows)

    later = NOW + timedelta(days=30)
    load_vocabulary(national, now=later)
    load_content(national, build_national(now=later), now=later)

    if interrupted:
        rows("MATCH (network:Network) REMOVE network.content_version")
    assert _everything(rows) == before


def test_what_people_removed_stays_away(national: Graph, rows: Rows) -> None:
    rows("MATCH (:Actor {same_as: 'trimbos'})-[part:TAKES_PART_IN]->() DELETE part")

    load_content(national, build_national(now=NOW), now=NOW)

    assert rows(
        "MATCH (:Actor {same_as: 'trimbos'})-[part:TAKES_PART_IN]->() RETURN count(part) AS parts"
    ) == [{"parts": 0}]


def _everything(rows: Rows) -> tuple[object, object]:
    return (
        rows("MATCH (n) RETURN labels(n) AS labels, properties(n) AS kept ORDER BY n.id, n.name"),
        rows(
            "MATCH (a)-[tie]->(b) RETURN a.id AS a, type(tie) AS type, properties(tie) AS kept,"
            " b.id AS b ORDER BY a, type, b, tie.kind, tie.context, tie.role"
        ),
    )
