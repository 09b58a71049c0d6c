"""What the reminders of a member read from the graph."""

from collections.abc import Callable
from datetime import date, timedelta

from graph.database import Graph
from graph.domain.reminders import ReminderKind
from graph.domain.words import Role
from graph.repositories import preferences, reminders
from tests.given import NOW, TODAY, Given

Rows = Callable[..., object]


def test_a_regisseur_hears_of_everything_in_the_network(
    graph: Graph, given: Given, rows: Rows
) -> None:
    _everything(given, rows)

    assert _found(graph, "ana") == {
        (ReminderKind.ACTION, ""),
        (ReminderKind.AGREEMENT, "De Kajuit"),
        (ReminderKind.COLD, "Vrijdagavond open"),
        (ReminderKind.ENDING, "Zomerkamp"),
        (ReminderKind.FUNDING, "Inloop"),
        (ReminderKind.UNVERIFIED, "Het Kompas"),
        (ReminderKind.BOUNCING, "Ben"),
    }


def test_others_hear_of_their_own_actions(graph: Graph, given: Given, rows: Rows) -> None:
    _everything(given, rows)

    assert _found(graph, "cas") == {(ReminderKind.ACTION, "")}


def test_contact_meanwhile_ends_a_reminder(graph: Graph, given: Given, rows: Rows) -> None:
    ids = _everything(given, rows)
    given.moment("noord", collaboration_ids=(ids["Vrijdagavond open"],))

    assert (ReminderKind.COLD, "Vrijdagavond open") not in _found(graph, "ana")


def test_a_reminder_stays_away_until_the_day_that_was_chosen(
    graph: Graph, given: Given, rows: Rows
) -> None:
    ids = _everything(given, rows)
    cold = (ReminderKind.COLD, "Vrijdagavond open")
    for days in (20, 7):
        reminders.snooze(
            graph,
            network_id="noord",
            user_id="ana",
            about=f"cold-{ids['Vrijdagavond open']}",
            until=TODAY + timedelta(days=days),
            now=NOW,
        )

    found = [cold in _found(graph, "ana", TODAY + timedelta(days=days)) for days in (1, 6, 7)]
    assert found == [False, False, True]


def _everything(given: Given, rows: Rows) -> dict[str, str]:
    """One of each: members Ana (regisseur), Ben (whose mail comes back) and Cas."""
    given.network("noord")
    given.user("ana", "noord", Role.REGISSEUR)
    given.user("ben", "noord")
    given.user("cas", "noord")
    kajuit, kompas = given.actor("noord", "De Kajuit"), given.actor("noord", "Het Kompas")
    given.followup("noord", actor_ids=(kajuit,))
    given.followup("noord", actor_ids=(kajuit,), user_id="cas")
    given.followup("noord", actor_ids=(kompas,), owner_actor_id=kajuit)
    ids = {
        "Vrijdagavond open": given.collaboration(
            "noord", "Vrijdagavond open", kajuit, kompas, started_on=TODAY - timedelta(days=45)
        ),
        "Zomerkamp": given.collaboration("noord", "Zomerkamp", kajuit, kompas, started_on=TODAY),
        "Inloop": given.collaboration(
            "noord", "Inloop", kajuit, kompas, funded_until=date(2027, 2, 23), started_on=TODAY
        ),
    }
    rows(
        "MATCH (n:Collaboration {id: $id}) SET n.ended_on = $on",
        id=ids["Zomerkamp"],
        on=date(2026, 12, 23),
    )
    rows(
        "MATCH (n:Actor {id: $id}) SET n.verified_on = $on",
        id=kompas,
        on=TODAY - timedelta(days=365),
    )
    rows("MATCH (n:User {id: 'ben'}) SET n.mail_paused_at = $at", at=NOW)
    return ids


def _found(graph: Graph, user_id: str, today: date = TODAY) -> set[tuple[ReminderKind, str]]:
    wishes = preferences.get(graph, user_id=user_id)
    assert wishes is not None
    [network] = wishes.networks
    told = reminders.gather_single(graph, wishes=wishes, network=network, today=today)
    return {(each.kind, each.name) for each in told}
