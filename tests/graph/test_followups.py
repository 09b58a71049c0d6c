"""Follow-ups: whose, about what, when; and two people at one of them."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from graph.database import Graph
from graph.domain.followups import FollowUp, FollowUpFields
from graph.errors import NotFoundError, StaleError
from graph.identity import new_id
from graph.repositories import changes, followups
from tests.given import ANA, BEN, NOW, TODAY, Given

Rows = Callable[..., list[dict[str, object]]]

LAST_WEEK = TODAY - timedelta(days=7)
SUNDAY = date(2026, 11, 29)
NEXT_MONDAY = date(2026, 11, 30)


@pytest.fixture
def network(given: Given) -> str:
    """A network with Ana and Ben in it."""
    network = given.network()
    given.user("ana", network)
    given.user("ben", network)
    return network


@pytest.fixture
def kajuit(given: Given, network: str) -> str:
    """A partner."""
    return given.actor(network, "De Kajuit")


def whats(found: list[FollowUp]) -> list[str]:
    return [one.what for one in found]


def test_open_ones_come_first_due_first_and_per_owner(
    graph: Graph, given: Given, network: str, kajuit: str
) -> None:
    about: dict[str, Any] = {"actor_ids": (kajuit,)}
    given.followup(network, "Later", due_on=NEXT_MONDAY, **about)
    given.followup(network, "Te laat", due_on=LAST_WEEK, **about)
    given.followup(network, "Zondag", due_on=SUNDAY, **about)
    given.followup(network, "Van Ben", due_on=TODAY, user_id="ben", **about)
    given.followup(network, "Afspraak", due_on=TODAY, owner_actor_id=kajuit, **about)

    everything = followups.list_open(graph, network_id=network)
    this_week = followups.list_open_for_user(graph, network_id=network, user_id="ana", on=TODAY)
    of_kajuit = followups.list_open(graph, network_id=network, owner_id=kajuit)

    assert whats(everything)[0] == "Te laat"
    assert whats(everything)[-2:] == ["Zondag", "Later"]
    assert sorted(whats(everything)[1:3]) == ["Afspraak", "Van Ben"]
    assert whats(this_week) == ["Te laat", "Zondag"]
    assert whats(of_kajuit) == ["Afspraak"]


def test_what_is_done_or_archived_leaves_the_open_list_and_comes_back(
    graph: Graph, given: Given, network: str, kajuit: str
) -> None:
    followup_id = given.followup(network, actor_ids=(kajuit,))
    key: dict[str, Any] = {
        "network_id": network,
        "followup_id": followup_id,
        "by": ANA,
        "now": NOW,
    }

    def where() -> tuple[int, int, int]:
        return (
            len(followups.list_open(graph, network_id=network)),
            len(followups.list_done(graph, network_id=network, owner_id="ana")),
            len(followups.list_archived(graph, network_id=network)),
        )

    followups.set_done(graph, version=1, done_on=TODAY, next_id=new_id(), **key)
    assert where() == (0, 1, 0)
    followups.set_done(graph, version=2, done_on=None, next_id=new_id(), **key)
    assert where() == (1, 0, 0)
    followups.set_archived(graph, version=3, archived=True, **key)
    assert where() == (0, 0, 1)
    followups.set_archived(graph, version=4, archived=False, **key)
    assert where() == (1, 0, 0)
    log = changes.list_for(graph, network_id=network, subject_id=followup_id)
    assert [one.verb for one in log] == ["restored", "archived", "reopened", "done", "added"]


def test_what_repeats_comes_back_once_and_is_taken_back_untouched(
    graph: Graph, given: Given, network: str, kajuit: str
) -> None:
    first = given.followup(
        network, "Bel", repeat="FREQ=WEEKLY", due_on=LAST_WEEK, actor_ids=(kajuit,)
    )

    def done(version: int, done_on: date | None, id: str = first) -> None:
        followups.set_done(
            graph, network_id=network, followup_id=id, version=version, done_on=done_on,
            next_id=new_id(), by=ANA, now=NOW,
        )  # fmt: skip

    done(1, TODAY)
    with pytest.raises(StaleError):
        done(1, TODAY)
    [second] = followups.list_open(graph, network_id=network)
    assert (second.what, second.due_on, second.repeat) == ("Bel", NEXT_MONDAY, "FREQ=WEEKLY")
    assert second.owner.id == "ana"

    done(2, None)
    assert [one.id for one in followups.list_open(graph, network_id=network)] == [first]
    done(3, TODAY)
    [third] = followups.list_open(graph, network_id=network)
    assert (third.due_on, third.id != second.id) == (NEXT_MONDAY, True)

    # Somebody put the next turn off: it is theirs now, and is not made a second time.
    followups.put_off(
        graph, network_id=network, followup_id=third.id, version=1, due_on=SUNDAY, by=BEN, now=NOW
    )
    done(4, None)
    done(5, TODAY)
    assert [one.id for one in followups.list_open(graph, network_id=network)] == [third.id]


def test_the_last_turn_is_the_last(graph: Graph, given: Given, network: str, kajuit: str) -> None:
    rule = f"FREQ=WEEKLY;UNTIL={TODAY:%Y%m%d}"
    only = given.followup(network, repeat=rule, due_on=TODAY, actor_ids=(kajuit,))

    followups.set_done(
        graph, network_id=network, followup_id=only, version=1, done_on=TODAY, next_id=new_id(),
        by=ANA, now=NOW,
    )  # fmt: skip

    assert followups.list_open(graph, network_id=network) == []


def test_who_left_is_followed_by_who_finished_it(
    graph: Graph, given: Given, network: str, kajuit: str, rows: Rows
) -> None:
    id = given.followup(network, repeat="FREQ=MONTHLY", user_id="ben", actor_ids=(kajuit,))
    rows("MATCH (:User {id: 'ben'})-[member:MEMBER_OF]->() DELETE member RETURN 1 AS gone")

    followups.set_done(
        graph, network_id=network, followup_id=id, version=1, done_on=TODAY, next_id=new_id(),
        by=ANA, now=NOW,
    )  # fmt: skip

    [coming] = followups.list_open(graph, network_id=network)
    assert coming.owner.id == "ana"


def test_putting_off_remembers_the_day_of_its_own(
    graph: Graph, given: Given, network: str, kajuit: str
) -> None:
    id = given.followup(network, repeat="FREQ=WEEKLY", due_on=LAST_WEEK, actor_ids=(kajuit,))

    def days(version: int, due_on: date) -> tuple[date, date | None]:
        followups.put_off(
            graph, network_id=network, followup_id=id, version=version, due_on=due_on, by=ANA,
            now=NOW,
        )  # fmt: skip
        found = followups.get(graph, network_id=network, followup_id=id)
        return found.due_on, found.first_due_on

    assert days(1, TODAY) == (TODAY, LAST_WEEK)
    assert days(2, SUNDAY) == (SUNDAY, LAST_WEEK)
    assert days(3, LAST_WEEK) == (LAST_WEEK, None)
    assert days(4, SUNDAY) == (SUNDAY, LAST_WEEK)
    with pytest.raises(StaleError):
        days(4, TODAY)
    found = followups.get(graph, network_id=network, followup_id=id)
    followups.update(
        graph, network_id=network, followup_id=id, version=5, by=ANA, now=NOW,
        fields=replace(found.fields, what="Anders"),
    )  # fmt: skip
    found = followups.get(graph, network_id=network, followup_id=id)
    assert (found.due_on, found.first_due_on) == (SUNDAY, LAST_WEEK)
    followups.update(
        graph, network_id=network, followup_id=id, version=6, by=ANA, now=NOW,
        fields=replace(found.fields, due_on=TODAY),
    )  # fmt: skip
    found = followups.get(graph, network_id=network, followup_id=id)
    assert (found.due_on, found.first_due_on) == (TODAY, None)


def test_agreements_of_partners_stand_apart(
    graph: Graph, given: Given, network: str, kajuit: str
) -> None:
    given.followup(network, "Van ons", actor_ids=(kajuit,))
    given.followup(network, "Van hen", owner_actor_id=kajuit, actor_ids=(kajuit,))

    def open_(*, agreements: bool | None) -> list[str]:
        return sorted(whats(followups.list_open(graph, network_id=network, agreements=agreements)))

    assert open_(agreements=True) == ["Van hen"]
    assert open_(agreements=False) == ["Van ons"]
    assert open_(agreements=None) == ["Van hen", "Van ons"]


def test_a_partner_sees_what_is_about_it_and_what_it_promised(
    graph: Graph, given: Given, network: str, kajuit: str
) -> None:
    plons = given.actor(network, "De Plons")
    given.followup(network, "Over beide", actor_ids=(kajuit, plons), due_on=SUNDAY)
    given.followup(network, "Beloofd", owner_actor_id=kajuit, actor_ids=(plons,), due_on=LAST_WEEK)
    done = given.followup(network, "Klaar", actor_ids=(kajuit,), due_on=LAST_WEEK)
    followups.set_done(
        graph,
        network_id=network,
        followup_id=done,
        version=1,
        done_on=TODAY,
        next_id=new_id(),
        by=ANA,
        now=NOW,
    )

    of_kajuit = followups.list_for(graph, network_id=network, about_id=kajuit)

    assert whats(of_kajuit) == ["Beloofd", "Over beide", "Klaar"]
    assert [one.name for one in of_kajuit[1].about] == ["De Kajuit", "De Plons"]
    assert followups.list_for(graph, network_id=network, about_id="unknown") == []


def test_an_edit_is_saved_and_logged_without_its_free_text_in_the_name(
    graph: Graph, given: Given, network: str, kajuit: str
) -> None:
    followup_id = given.followup(network, "Bel", actor_ids=(kajuit,))
    fields = FollowUpFields(
        what="Schrijf", due_on=SUNDAY, owner_actor_id=kajuit, actor_ids=(kajuit,)
    )

    followups.update(
        graph, network_id=network, followup_id=followup_id, version=1, fields=fields, by=BEN,
        now=NOW + timedelta(hours=1),
    )  # fmt: skip

    saved = followups.get(graph, network_id=network, followup_id=followup_id)
    assert (saved.fields, saved.version) == (fields, 2)
    edit = changes.list_for(graph, network_id=network, subject_id=followup_id)[0]
    assert (edit.verb, edit.subject_name, edit.by_name) == ("edited", "De Kajuit", "Ben")
    assert edit.before["what"] == "Bel"
    assert "kind" not in edit.before


def test_two_editors_at_once_and_only_one_is_saved(
    graph: Graph, given: Given, network: str, kajuit: str
) -> None:
    followup_id = given.followup(network, actor_ids=(kajuit,))

    def save(number: int) -> bool:
        fields = FollowUpFields(
            what=f"Poging {number}", due_on=TODAY, user_id="ana", actor_ids=(kajuit,)
        )
        try:
            followups.update(
                graph, network_id=network, followup_id=followup_id, version=1, fields=fields,
                by=ANA, now=NOW,
            )  # fmt: skip
        except StaleError:
            return False
        return True

    with ThreadPoolExecutor(6) as pool:
        saved = list(pool.map(save, range(12)))

    assert saved.count(True) == 1
    kept = followups.get(graph, network_id=network, followup_id=followup_id)
    assert (kept.what, kept.version) == (f"Poging {saved.index(True)}", 2)


def test_one_marks_it_done_while_the_other_edits(
    graph: Graph, given: Given, network: str, kajuit: str
) -> None:
    followup_id = given.followup(network, actor_ids=(kajuit,))
    fields = FollowUpFields(what="Anders", due_on=SUNDAY, user_id="ben", actor_ids=(kajuit,))

    def finish() -> None:
        followups.set_done(
            graph, network_id=network, followup_id=followup_id, version=1, done_on=TODAY,
            next_id=new_id(), by=ANA, now=NOW,
        )  # fmt: skip

    def edit() -> None:
        followups.update(
            graph, network_id=network, followup_id=followup_id, version=1, fields=fields, by=BEN,
            now=NOW,
        )  # fmt: skip

    with ThreadPoolExecutor(2) as pool:
        outcomes = [job.exception() for job in (pool.submit(finish), pool.submit(edit))]

    kept = followups.get(graph, network_id=network, followup_id=followup_id)
    assert [type(error) for error in outcomes].count(StaleError) == 1
    assert (kept.done_on == TODAY) is (outcomes[0] is None)
    assert (kept.what == "Anders") is (outcomes[1] is None)


def test_the_same_create_in_parallel_makes_one(
    graph: Graph, rows: Rows, network: str, kajuit: str
) -> None:
    fields = FollowUpFields(what="Bel", due_on=TODAY, user_id="ana", actor_ids=(kajuit,))

    def add(_: int) -> None:
        followups.add(graph, network_id=network, followup_id="one", fields=fields, by=ANA, now=NOW)

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(add, range(6)))

    [found] = rows(
        "MATCH (f:FollowUp) OPTIONAL MATCH (f)-[r]->() "
        "RETURN count(DISTINCT f) AS made, count(r) AS ties"
    )
    assert found == {"made": 1, "ties": 2}


def test_no_follow_up_crosses_a_network(
    graph: Graph, given: Given, network: str, kajuit: str
) -> None:
    south = given.network("zuid")
    in_south = given.actor(south, "De Kajuit")
    given.user("cas", south)
    followup_id = given.followup(network, actor_ids=(kajuit,))
    foreign = [
        FollowUpFields(what="Bel", due_on=TODAY, user_id="ana", actor_ids=(in_south,)),
        FollowUpFields(what="Bel", due_on=TODAY, user_id="cas", actor_ids=(kajuit,)),
        FollowUpFields(what="Bel", due_on=TODAY, owner_actor_id=in_south, actor_ids=(kajuit,)),
    ]

    for fields in foreign:
        with pytest.raises(NotFoundError):
            followups.add(
                graph, network_id=network, followup_id="new", fields=fields, by=ANA, now=NOW
            )
    with pytest.raises(NotFoundError):
        followups.get(graph, network_id=south, followup_id=followup_id)
    with pytest.raises(NotFoundError):
        followups.set_done(
            graph, network_id=south, followup_id=followup_id, version=1, done_on=TODAY,
            next_id=new_id(), by=ANA, now=NOW,
        )  # fmt: skip
    assert len(followups.list_open(graph, network_id=network)) == 1
    assert followups.list_open(graph, network_id=south) == []
