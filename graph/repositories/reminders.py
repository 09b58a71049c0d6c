"""What the reminders of one user read, a few queries per network that they are told of."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from graph.database import Graph, Row, Runner
from graph.domain.calendar import end_of_day, local_day
from graph.domain.messages import NewMessage, reminder
from graph.domain.postal import leaves_at
from graph.domain.preferences import NetworkPreference, Preferences
from graph.domain.reminders import (
    Ending,
    Heard,
    NetworkReminders,
    Reminder,
    Reminders,
    choose,
    choose_single,
    hears_of_network,
    months_before,
    of_bouncing,
    of_endings,
    of_followups,
    of_ties,
    of_unverified,
    subject_ids,
)
from graph.domain.words import MessageKind
from graph.queries import load_query
from graph.repositories import cold_ties, followups, messages
from graph.repositories.digests import last_told

_SNOOZE = load_query("reminders/snooze")
_LIST_SNOOZED = load_query("reminders/list_snoozed")
_LIST_CONTACTS = load_query("reminders/list_contacts")
_LIST_ENDINGS = load_query("reminders/list_endings")
_LIST_UNVERIFIED = load_query("reminders/list_unverified")
_LIST_BOUNCING = load_query("reminders/list_bouncing")

_AHEAD_MONTHS, _VERIFY_MONTHS = 6, 12
_A_DAY = timedelta(days=1)


def gather(graph: Graph, *, wishes: Preferences, today: date) -> Reminders:
    """Read what to remind a user of in one mail of ``today``."""
    sent = messages.last_sent(graph, user_id=wishes.user_id)
    by_reminder = sent.get((MessageKind.REMINDERS, None))
    due = wishes.wishes.digest_due(today)
    found = (
        NetworkReminders(
            network=each,
            items=choose(
                _found(graph, wishes.user_id, each, today),
                heard=Heard(
                    by_reminder=by_reminder,
                    by_digest=last_told(graph, network_id=each.network_id, user_id=wishes.user_id),
                ),
                snoozed=_snoozed(graph, each.network_id, wishes.user_id),
                today=today,
                digest_tells=each.digest and due is not None and due.day == today,
            ),
        )
        for each in wishes.networks
    )
    return Reminders(networks=tuple(each for each in found if each.items))


def gather_single(
    graph: Graph, *, wishes: Preferences, network: NetworkPreference, today: date
) -> list[Reminder]:
    """Read what a user should have heard this week, for a mail about each thing."""
    return choose_single(
        _found(graph, wishes.user_id, network, today),
        snoozed=_snoozed(graph, network.network_id, wishes.user_id),
        today=today,
    )


def plan_single(graph: Graph, *, wishes: Preferences, now: datetime) -> list[NewMessage]:
    """Return a mail for each thing that a user should hear of now, none before 08:30."""
    today = local_day(now)
    leaves = max(now, leaves_at(today, wishes.user_id))
    new = [
        reminder(wishes.user_id, network.network_id, each.topic(network.network_id), each.day)
        for network in wishes.networks
        for each in gather_single(graph, wishes=wishes, network=network, today=today)
    ]
    return [replace(each, not_before=leaves) for each in new]


def snooze(
    graph: Runner, *, network_id: str, user_id: str, about: str, until: date, now: datetime
) -> None:
    """Put a reminder off until a day; doing it again moves that day."""
    graph.write(
        _SNOOZE,
        network_id=network_id,
        id=f"{user_id}:{about}",
        user_id=user_id,
        about=about,
        until=until,
        now=now,
    )


def list_endings(graph: Runner, *, network_id: str, today: date) -> list[Ending]:
    """The running collaborations that end, or whose money does, within half a year."""
    until = months_before(today, -_AHEAD_MONTHS) + _A_DAY
    rows = graph.read(_LIST_ENDINGS, network_id=network_id, today=today, until=until)
    return [_ending(row) for row in rows]


def _found(graph: Graph, user_id: str, network: NetworkPreference, today: date) -> list[Reminder]:
    network_id = network.network_id
    due = followups.list_open(graph, network_id=network_id, owner_id=user_id, until=today)
    if hears_of_network(network):
        due += followups.list_open(graph, network_id=network_id, agreements=True, until=today)
    contacts = graph.read(_LIST_CONTACTS, network_id=network_id, ids=subject_ids(due))
    spoken = {row["id"]: row["last_contact_on"] for row in contacts}
    found = list(of_followups(due, spoken, today))
    if hears_of_network(network):
        found += _of_ties(graph, network_id, today)
        found += of_endings(list_endings(graph, network_id=network_id, today=today), today)
        found += of_unverified(_unverified(graph, network_id, today))
        rows = graph.read(_LIST_BOUNCING, network_id=network_id, user_id=user_id)
        found += of_bouncing((row["id"], row["name"], row["since"]) for row in rows)
    return found


def _of_ties(graph: Graph, network_id: str, today: date) -> list[Reminder]:
    network_map, facts = cold_ties.with_facts(graph, network_id=network_id, today=today)
    return list(of_ties(network_map, facts, today))


def _ending(row: Row) -> Ending:
    named: Row = {
        "partners": tuple(sorted(row["partners"], key=str.casefold)),
        "funded_until": tuple(row["funded_until"]),
    }
    return Ending(**row | named)


def _unverified(graph: Graph, network_id: str, today: date) -> list[tuple[str, str, date]]:
    until = months_before(today, _VERIFY_MONTHS) + _A_DAY
    rows = graph.read(
        _LIST_UNVERIFIED,
        network_id=network_id,
        until=until,
        created_before=end_of_day(until),
    )
    return [
        (row["id"], row["name"], row["verified_on"] or local_day(row["created_at"]))
        for row in rows
    ]


def _snoozed(graph: Graph, network_id: str, user_id: str) -> dict[str, date]:
    rows = graph.read(_LIST_SNOOZED, network_id=network_id, user_id=user_id)
    return {row["about"]: row["until"] for row in rows}
