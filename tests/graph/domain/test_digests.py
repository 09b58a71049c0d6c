"""What a digest tells, and when there is nothing worth a mail."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from graph.domain.changes import Change
from graph.domain.dashboard import Finding, Overview
from graph.domain.digests import (
    Cause,
    DigestFacts,
    News,
    cause_of,
    cold_ties,
    compile_digest,
    interesting,
)
from graph.domain.energy import ContactState, EnergyFacts, measure
from graph.domain.followups import FollowUp
from graph.domain.map import MapActor, MapCollaboration, NetworkMap
from graph.domain.references import Reference
from graph.domain.snapshots import CONTENT_VERSION, Reading, Snapshot, SnapshotMeasures
from graph.domain.vocabulary import Terms, YearMoment
from graph.domain.words import ActorKind, FollowUpKind, Form, Layer, MessageReason, Status

pytestmark = pytest.mark.once

TODAY = date(2026, 11, 23)
AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
LAST_MONDAY = AT - timedelta(days=7)


def test_a_week_without_anything_new_is_no_mail() -> None:
    digest = compile_digest(facts())

    assert digest.reason_to_skip is MessageReason.NOTHING_NEW


def test_each_of_four_things_is_worth_a_mail() -> None:
    long_ago, lately = TODAY - timedelta(days=80), TODAY - timedelta(days=45)

    assert [
        compile_digest(worth).reason_to_skip
        for worth in (
            facts(actions=[followup(due_on=TODAY + timedelta(days=100))]),
            facts(changes=[change()]),
            facts(map=network(cold_tie()), facts={"tie": energy_facts(lately)}),
            facts(year_moments=[YearMoment(name="Week", period="december")]),
        )
    ] == [None] * 4
    old_news = facts(map=network(cold_tie()), facts={"tie": energy_facts(long_ago)})
    assert compile_digest(old_news).reason_to_skip is MessageReason.NOTHING_NEW


def test_actions_of_this_week_are_told_and_later_ones_counted() -> None:
    digest = compile_digest(
        facts(
            actions=[
                followup(due_on=TODAY - timedelta(days=3)),
                followup(due_on=TODAY + timedelta(days=6)),
                followup(due_on=TODAY + timedelta(days=7)),
            ]
        )
    )

    assert [(action.about, action.is_late) for action in digest.actions.items] == [
        (("De Kajuit",), True),
        (("De Kajuit",), False),
    ]
    assert (digest.late, digest.later) == (1, 1)


def test_a_block_shows_five_and_counts_the_rest() -> None:
    digest = compile_digest(facts(actions=[followup() for _ in range(7)]))

    assert (len(digest.actions.items), len(digest.actions.rest), digest.actions.total) == (5, 2, 7)


def test_ties_are_ranked_by_what_would_be_lost() -> None:
    shared = MapCollaboration(
        id="warm",
        name="warm",
        form=Form.WORKING,
        layer=Layer.PRACTICE,
        status=Status.ACTIVE,
        partner_ids=("a", "b", "c"),
        contact=ContactState.FRESH,
    )
    only_tie = cold_tie(id="only", partner_ids=("d", "e"))
    of_three = cold_tie(id="three", partner_ids=("a", "b", "c"))
    of_two = cold_tie(id="two", partner_ids=("a", "b"))
    older = cold_tie(id="older", partner_ids=("a", "b"))
    known = {
        tie.id: energy_facts(TODAY - timedelta(days=50)) for tie in (only_tie, of_three, of_two)
    } | {"older": energy_facts(TODAY - timedelta(days=60))}

    found = cold_ties(
        network(shared, of_two, older, of_three, only_tie), known, since=None, today=TODAY
    )

    assert [(tie.id, tie.only_tie_of) for tie in found] == [
        ("only", ("d", "e")),
        ("three", ()),
        ("older", ()),
        ("two", ()),
    ]


@pytest.mark.parametrize(
    ("days", "is_new"),
    [(43, True), (49, True), (50, False), (85, True), (91, True), (92, False)],
)
def test_a_tie_is_new_when_it_passed_its_rhythm_since_the_last_mail(
    days: int, is_new: bool
) -> None:
    known = {"tie": energy_facts(TODAY - timedelta(days=days))}

    [tie] = cold_ties(network(cold_tie()), known, since=LAST_MONDAY, today=TODAY)

    assert (tie.days, tie.is_new) == (days, is_new)


def test_energy_that_moved_is_told_with_its_cause() -> None:
    met = energy_facts(TODAY - timedelta(days=1))
    before = measure(replace(met, last_contact_on=TODAY - timedelta(days=90)), TODAY)
    now = measure(met, TODAY)
    moved = cold_tie(contact=ContactState.FRESH, energy=now.score)

    digest = compile_digest(
        facts(map=network(moved), facts={"tie": met}, before=snapshot(Reading.of(before)))
    )

    [move] = digest.moves.items
    assert (move.id, move.cause, move.days) == ("tie", Cause.CONTACT, 1)
    assert move.change == round(now.score or 0) - round(before.score or 0)
    assert interesting(network(moved), snapshot(Reading.of(before))) == ["tie"]


def test_the_fading_of_a_week_is_no_news() -> None:
    met = energy_facts(TODAY - timedelta(days=10))
    now = measure(met, TODAY)
    faded = cold_tie(contact=ContactState.FRESH, energy=now.score)
    before = replace(Reading.of(now), energy=(now.score or 0) + 4)

    digest = compile_digest(facts(map=network(faded), facts={"tie": met}, before=snapshot(before)))

    assert digest.moves.items == ()


@pytest.mark.parametrize(
    ("changed", "cause"),
    [
        ({"contact": 0.9, "alive": 0.9, "energy": 80.0}, Cause.CONTACT),
        ({"pulse": 1.0, "alive": 0.9, "energy": 80.0}, Cause.PULSE),
        ({"concrete": 1.0, "firm": 0.8, "energy": 60.0}, Cause.CONCRETE),
        ({"breadth": 1.0, "firm": 0.8, "energy": 60.0}, Cause.BREADTH),
        ({"contact": 0.1, "alive": 0.1, "energy": 10.0}, Cause.CONTACT),
        ({"concrete": 0.0, "firm": 0.1, "energy": 40.0}, Cause.CONCRETE),
    ],
)
def test_the_cause_is_the_part_that_did_most(changed: dict[str, float], cause: Cause) -> None:
    before = Reading(
        energy=50.0,
        alive=0.6,
        firm=0.4,
        contact=0.6,
        pulse=0.6,
        concrete=0.5,
        breadth=0.0,
        known=3,
    )

    assert cause_of(before, replace(before, **changed)) is cause


def test_news_names_partners_and_collaborations_and_counts_moments_only() -> None:
    digest = compile_digest(
        facts(
            changes=[
                change("archived", "Actor", "gone", "Weg"),
                change("added", "Actor", "gone", "Weg"),
                change("added", "Actor", "kajuit", "De Kajuit"),
                change("added", "Collaboration", "open", "Vrijdagavond open"),
                change("ended", "Collaboration", "done", "Zomerkamp"),
                change("added", "Person", "mara", "Mara Jansen"),
                change("edited", "Actor", "kajuit", "De Kajuit"),
                change("added", "ContactMoment", "m1", "Gesprek met Mara"),
                change("added", "ContactMoment", "m2", "Gesprek met Jon"),
            ]
        )
    )

    assert digest.news == News(
        new_partners=("De Kajuit",),
        new_collaborations=("Vrijdagavond open",),
        ended_collaborations=("Zomerkamp",),
        moments=2,
    )


def test_what_was_brought_back_is_news_and_what_was_removed_is_not() -> None:
    digest = compile_digest(
        facts(
            changes=[
                change("restored", "Actor", "back", "Terug"),
                change("archived", "Actor", "back", "Terug"),
                change("added", "Actor", "back", "Terug"),
                change("removed", "Actor", "undone", "Import ongedaan"),
                change("added", "Actor", "undone", "Import ongedaan"),
            ]
        )
    )

    assert digest.news == News(new_partners=("Terug",))


def test_an_end_that_was_taken_back_is_no_news() -> None:
    ended = change("ended", "Collaboration", "tie", "Vrijdagavond open")

    assert compile_digest(facts(changes=[ended])).news.ended_collaborations == (
        "Vrijdagavond open",
    )
    goes_on = facts(changes=[ended], map=network(cold_tie()), facts={})
    assert compile_digest(goes_on).news == News()


def facts(**given: object) -> DigestFacts:
    """Facts of a quiet week, but for what a test names."""
    quiet: dict[str, object] = {
        "today": TODAY,
        "since": LAST_MONDAY,
        "actions": [],
        "changes": [],
        "map": network(),
        "overview": Overview(
            actors=5,
            unconnected=0,
            active=1,
            vision=0,
            policy=0,
            practice=1,
            lively=1,
            unmeasured=0,
            little_known=0,
            quiet_places=(),
        ),
        "finding": Finding(lively=1, place=None, life_stage_id=None, domain_id=None, best=None),
        "facts": {},
        "before": None,
        "year_moments": [],
        "terms": Terms(all=()),
    }
    return DigestFacts(**(quiet | given))  # pyright: ignore[reportArgumentType] -- as named above


def followup(due_on: date = TODAY) -> FollowUp:
    return FollowUp(
        id="f",
        version=1,
        what="Bel Mara",
        kind=FollowUpKind.SPEAK,
        due_on=due_on,
        done_on=None,
        owner=Reference(id="ana", name="Ana", kind="User"),
        about=(Reference(id="kajuit", name="De Kajuit", kind="Actor"),),
        created_at=AT,
        updated_at=AT,
        archived_at=None,
    )


def change(
    verb: str = "added", kind: str = "Actor", subject_id: str = "a", name: str = "A"
) -> Change:
    return Change(
        at=AT,
        verb=verb,
        kind=kind,
        subject_id=subject_id,
        subject_name=name,
        by_id="ben",
        by_name="Ben",
        before={},
        after={},
    )


def network(*collaborations: MapCollaboration) -> NetworkMap:
    return NetworkMap(
        actors=tuple(MapActor(id=id, name=id, kind=ActorKind.OTHER) for id in "abcde"),
        collaborations=collaborations,
    )


def cold_tie(
    id: str = "tie",
    partner_ids: tuple[str, ...] = ("a", "b"),
    contact: ContactState = ContactState.AMBER,
    energy: float | None = None,
) -> MapCollaboration:
    return MapCollaboration(
        id=id,
        name=id,
        form=Form.WORKING,
        layer=Layer.PRACTICE,
        status=Status.ACTIVE,
        partner_ids=partner_ids,
        contact=contact,
        energy=energy,
    )


def energy_facts(last_contact_on: date) -> EnergyFacts:
    return EnergyFacts(
        status=Status.ACTIVE,
        layer=Layer.PRACTICE,
        partner_count=2,
        last_contact_on=last_contact_on,
    )


def snapshot(reading: Reading) -> Snapshot:
    return Snapshot(
        week="2026-W47",
        on=LAST_MONDAY.date(),
        computed_at=LAST_MONDAY,
        late=False,
        content_version=CONTENT_VERSION,
        energy_version=1,
        measures=SnapshotMeasures(
            n=5,
            m=1,
            density=0.1,
            components=4,
            isolates=3,
            degree_centralization=0,
            betweenness_centralization=0,
            transitivity=0,
            mean_distance=1,
            active=1,
            measured=1,
            lively=0,
            cold=0,
        ),
        energies={"tie": reading},
    )
