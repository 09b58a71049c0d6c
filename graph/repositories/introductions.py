"""Introductions in the graph: who could meet, what was decided on it, and what came of that."""

from dataclasses import dataclass
from datetime import date, datetime

from graph.database import Graph, Row, Runner
from graph.domain.actors import Neighbour
from graph.domain.calendar import local_day
from graph.domain.changes import Author
from graph.domain.collaborations import (
    CollaborationFields,
    Life,
    ParticipantFields,
    first_change,
)
from graph.domain.introductions import (
    MOST,
    Decided,
    Introduction,
    Introductions,
    introduction_of,
    pair_of,
)
from graph.domain.introductions import introductions as find
from graph.domain.landscape import Landscape, Pair
from graph.domain.white_spots import CellKey, cells
from graph.domain.words import Status, Verdict
from graph.errors import NotFoundError
from graph.identity import new_id
from graph.queries import load_query
from graph.repositories import changes, collaborations, landscape, white_spots

_LIST = load_query("introductions/list")
_DECIDE = load_query("introductions/decide")
_LEAD_TO = load_query("introductions/lead_to")

KIND = "Introduction"
_UNTOUCHED = 1
"""The version of a collaboration that nobody edited since it was made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggested:
    """What the page of introductions shows: who could meet, and what was decided before."""

    open: Introductions
    decided: tuple[Decided, ...]


def introductions(
    graph: Graph, *, network_id: str, today: date, most: int = MOST
) -> Introductions:
    """Return who could meet whom in a network, the best first."""
    return suggest(graph, network_id=network_id, today=today, most=most).open


def suggest(graph: Graph, *, network_id: str, today: date, most: int = MOST) -> Suggested:
    """Return who could meet whom, and on whom somebody decided."""

    def work(tx: Runner) -> Suggested:
        ground, spots = _ground(tx, network_id, today)
        decided = list_decided(tx, network_id=network_id)
        pairs = {each.pair for each in decided}
        return Suggested(open=find(ground, spots, pairs, most=most), decided=tuple(decided))

    return graph.read_all(work)


def get(graph: Graph, *, network_id: str, pair: Pair, today: date) -> Introduction:
    """Return the introduction of two partners. Raises NotFoundError when nobody is in between."""

    def work(tx: Runner) -> Introduction | None:
        return introduction_of(*_ground(tx, network_id, today), pair)

    if (found := graph.read_all(work)) is None:
        raise NotFoundError(f"introduction of {pair}")
    return found


def _ground(tx: Runner, network_id: str, today: date) -> tuple[Landscape, list[CellKey]]:
    """Read who does what with whom, and where the white spots are."""
    ground = landscape.read(tx, network_id=network_id, today=today)
    marks = white_spots.marks(tx, network_id=network_id)
    return ground, [key for key, cell in cells(ground, marks).items() if cell.is_white_spot]


def list_decided(graph: Runner, *, network_id: str) -> list[Decided]:
    """Introductions that were accepted or dismissed, newest first.

    One that is left with one partner, since another was merged into it, is not among them.
    """
    rows = graph.read(_LIST, network_id=network_id)
    return [_decided(row) for row in rows if len(row["actors"]) == 2]  # noqa: PLR2004


def dismiss(
    graph: Graph, *, network_id: str, pair: Pair, between_id: str, by: Author, now: datetime
) -> None:
    """Remember that an introduction makes no sense. Raises NotFoundError for unknown partners."""
    graph.transact(
        lambda tx: _decide(
            tx,
            network_id=network_id,
            pair=pair,
            between_id=between_id,
            verdict=Verdict.DISMISSED,
            by=by,
            now=now,
        )
    )


def accept(
    graph: Graph,
    *,
    network_id: str,
    pair: Pair,
    between_id: str,
    collaboration_id: str,
    fields: CollaborationFields,
    by: Author,
    now: datetime,
) -> None:
    """Make the wished collaboration of two partners, and remember where it came from.

    Accepting what is accepted already changes nothing. Raises NotFoundError.
    """
    change = first_change(new_id(), Status.WISHED, started_on=None, today=local_day(now))

    def work(tx: Runner) -> None:
        was = _decide(
            tx,
            network_id=network_id,
            pair=pair,
            between_id=between_id,
            verdict=Verdict.ACCEPTED,
            by=by,
            now=now,
        )
        if was["before"] == Verdict.ACCEPTED:
            return
        collaborations.make(
            tx,
            network_id=network_id,
            collaboration_id=collaboration_id,
            fields=fields,
            life=Life(history=(change,)),
            participants=[ParticipantFields(actor_id=actor_id) for actor_id in pair],
            by=by,
            now=now,
        )
        tx.write(
            _LEAD_TO,
            network_id=network_id,
            id=was["id"],
            collaboration_id=collaboration_id,
        )

    graph.transact(work)


def take_back(graph: Graph, *, network_id: str, pair: Pair, by: Author, now: datetime) -> None:
    """Suggest an introduction again; a wish that came of it and that nobody touched is archived.

    Raises NotFoundError for unknown partners.
    """

    def work(tx: Runner) -> None:
        was = _decide(
            tx,
            network_id=network_id,
            pair=pair,
            between_id=None,
            verdict=None,
            by=by,
            now=now,
        )
        if was["before"] == Verdict.ACCEPTED and was["untouched_id"]:
            collaborations.set_archived_within(
                tx,
                network_id=network_id,
                collaboration_id=was["untouched_id"],
                version=_UNTOUCHED,
                archived=True,
                by=by,
                now=now,
            )

    graph.transact(work)


def _decide(
    tx: Runner,
    *,
    network_id: str,
    pair: Pair,
    between_id: str | None,
    verdict: Verdict | None,
    by: Author,
    now: datetime,
) -> Row:
    """Keep a verdict, or take one back; return what stood there before."""
    match tx.write(
        _DECIDE,
        network_id=network_id,
        id=_id(network_id, pair),
        one_id=pair[0],
        other_id=pair[1],
        between_id=between_id,
        stance=verdict,
        today=local_day(now),
        now=now,
        token=new_id(),
    ):
        case [row]:
            pass
        case _:
            raise NotFoundError(f"partners {pair}")
    changes.record(
        tx,
        network_id=network_id,
        verb="edited",
        kind=KIND,
        subject_id=row["id"],
        subject_name=f"{row['one']}, {row['other']}",
        by=by,
        now=now,
        before={"stance": row["before"]},
        after={"stance": verdict},
    )
    return row


def _id(network_id: str, pair: Pair) -> str:
    return ":".join((network_id, *pair_of(*pair)))


def _decided(row: Row) -> Decided:
    one, other = (Neighbour(**each) for each in sorted(row["actors"], key=lambda a: a["name"]))
    led_to, newest = row["collaboration"], _newest(row["history"])
    return Decided(
        id=row["id"],
        verdict=Verdict(row["stance"]),
        on=row["decided_on"],
        partners=(one, other),
        between=Neighbour(**row["between"]) if row["between"] else None,
        collaboration=Neighbour(id=led_to["id"], name=led_to["name"]) if led_to else None,
        status=Status(led_to["status"]) if led_to else None,
        since=newest,
        archived=bool(led_to and led_to["archived"]),
    )


def _newest(history: list[Row]) -> date | None:
    """Return the day of the newest change of status, as the life of a collaboration has it."""
    days: list[tuple[date | None, datetime]] = [
        (each["on"], each["created_at"]) for each in history
    ]
    newest = max(days, key=lambda each: (each[0] or date.min, each[1]), default=None)
    return newest[0] if newest else None
