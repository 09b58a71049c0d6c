"""What the reminders of one user read, a few queries per network that they are told of."""

from collections.abc import Mapping
from datetime import date, datetime

from graph.database import Graph
from graph.domain.digests import ColdTie, cold_ties, interesting
from graph.domain.preferences import NetworkPreference
from graph.domain.reminders import NetworkReminders, Reminders, hears_of_ties, remind
from graph.domain.words import MessageKind
from graph.repositories import energy, followups, messages
from graph.repositories import map as maps

_Sent = Mapping[tuple[MessageKind, str | None], datetime]


def gather(
    graph: Graph, *, user_id: str, networks: list[NetworkPreference], today: date
) -> Reminders:
    """Read what to remind a user of, in the networks that this mail tells of."""
    sent = messages.last_sent(graph, user_id=user_id)
    found = (_of_network(graph, user_id, each, _heard(sent, each), today) for each in networks)
    return Reminders(networks=tuple(each for each in found if each.total))


def _of_network(
    graph: Graph, user_id: str, network: NetworkPreference, since: datetime | None, today: date
) -> NetworkReminders:
    return remind(
        network,
        followups=followups.list_open(
            graph, network_id=network.network_id, owner_id=user_id, until=today
        ),
        ties=_ties(graph, network.network_id, since, today) if hears_of_ties(network) else (),
        since=since,
        today=today,
    )


def _heard(sent: _Sent, network: NetworkPreference) -> datetime | None:
    """When the user last heard of a network: in its digest or in reminders."""
    heard = (
        sent.get((MessageKind.REMINDERS, None)),
        sent.get((MessageKind.DIGEST, network.network_id)),
    )
    return max(filter(None, heard), default=None)


def _ties(graph: Graph, network_id: str, since: datetime | None, today: date) -> list[ColdTie]:
    network_map = maps.read(graph, network_id=network_id, today=today)
    facts = energy.facts(
        graph,
        network_id=network_id,
        collaboration_ids=interesting(network_map, None),
        today=today,
    )
    return cold_ties(network_map, facts, since=since, today=today)
