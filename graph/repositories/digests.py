"""What the digest of one member reads: the same few queries, whatever the size of the network."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from graph.analysis.groups import with_groups
from graph.database import Graph, Runner
from graph.domain.calendar import end_of_day
from graph.domain.dashboard import find
from graph.domain.digests import DigestFacts, interesting
from graph.domain.introductions import introductions as find_introductions
from graph.domain.postal import monday_of
from graph.domain.suggestions import Suggestion
from graph.domain.suggestions import suggestion as choose
from graph.domain.vocabulary import Terms, Vocabulary
from graph.domain.white_spots import white_spots as find_white_spots
from graph.domain.words import MessageKind, Role
from graph.queries import load_query
from graph.repositories import (
    changes,
    dashboard,
    energy,
    followups,
    introductions,
    landscape,
    layout,
    messages,
    snapshots,
    vocabulary,
    white_spots,
)

_GET_RECIPIENT = load_query("digests/get_recipient")

# Enough for five of each kind; a digest does not retell a busy week.
_CHANGES = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """The member a digest goes to, as they are now. ``reply_to`` is a regisseur, or empty."""

    user_id: str
    name: str
    email: str
    role: Role
    network_id: str
    slug: str
    network_name: str
    reply_to: str


def recipient(graph: Runner, *, network_id: str, user_id: str) -> Recipient | None:
    """Return the member, or None when they left, or their account was closed."""
    match graph.read(_GET_RECIPIENT, network_id=network_id, user_id=user_id):
        case [row]:
            others = sorted(email for email in row["regisseurs"] if email != row["email"])
            return Recipient(
                user_id=row["user_id"],
                name=row["name"],
                email=row["email"],
                role=Role(row["role"]),
                network_id=row["network_id"],
                slug=row["slug"],
                network_name=row["network_name"],
                reply_to=others[0] if others else "",
            )
        case _:
            return None


def gather(graph: Graph, *, network_id: str, user_id: str, today: date) -> DigestFacts:
    """Read what the digest of a member looks at, as known on ``today``."""
    terms = vocabulary.terms(graph)
    seen = dashboard.read(graph, network_id=network_id, today=today)
    since = last_told(graph, network_id=network_id, user_id=user_id)
    network_map = layout.read(graph, network_id=network_id, today=today)
    before = _compared_with(graph, network_id, since, today)
    return DigestFacts(
        today=today,
        since=since,
        actions=followups.list_open(graph, network_id=network_id, owner_id=user_id),
        changes=changes.list_recent(
            graph,
            network_id=network_id,
            since=since or _a_week_before(today),
            not_by=user_id,
            limit=_CHANGES,
        ),
        map=with_groups(network_map, domains=_domain_labels(terms)),
        overview=seen.overview,
        finding=find(seen.candidates, seen.overview.lively),
        facts=energy.facts(
            graph,
            network_id=network_id,
            collaboration_ids=interesting(network_map, before),
            today=today,
        ),
        before=before,
        year_moments=vocabulary.year_moments(graph),
        terms=terms,
    )


def suggestion(graph: Graph, *, network_id: str, today: date, turn: int) -> Suggestion | None:
    """Return what to suggest to the members of a network in period ``turn``, or None."""

    def work(tx: Runner) -> Suggestion | None:
        ground = landscape.read(tx, network_id=network_id, today=today)
        spots = find_white_spots(ground, white_spots.marks(tx, network_id=network_id))
        decided = introductions.list_decided(tx, network_id=network_id)
        found = find_introductions(
            ground, [each.key for each in spots], [each.pair for each in decided]
        )
        return choose(found.ranked, spots, turn=turn)

    return graph.read_all(work)


def last_told(graph: Runner, *, network_id: str, user_id: str) -> datetime | None:
    """Return when the last digest that told of this network went to a user."""
    sent = messages.last_sent(graph, user_id=user_id)
    told = (sent.get((MessageKind.DIGEST, id)) for id in (network_id, None))
    return max(filter(None, told), default=None)


def _compared_with(
    graph: Graph, network_id: str, since: datetime | None, today: date
) -> snapshots.Snapshot | None:
    """Return the snapshot nearest to the digest before, else that of the week before."""
    until = since.astimezone(UTC).date() if since else monday_of(today) - timedelta(days=1)
    match snapshots.list_newest(graph, network_id=network_id, until=until, limit=1):
        case [newest]:
            return newest
        case _:
            return None


def _a_week_before(today: date) -> datetime:
    return end_of_day(today - timedelta(days=8))


def _domain_labels(terms: Terms) -> dict[str, str]:
    return {term.id: term.label for term in terms.of(Vocabulary.DOMAIN)}
