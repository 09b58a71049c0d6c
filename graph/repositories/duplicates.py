"""Partners that may be one: found anew each time, but for what people said that differs."""

from collections.abc import Iterable
from datetime import datetime

from graph.analysis.duplicates import Match, Record, pairs
from graph.database import Graph, Row, Runner
from graph.domain.changes import Author
from graph.errors import NotFoundError
from graph.queries import load_query
from graph.repositories import changes

_LIST_RECORDS = load_query("duplicates/list_records")
_SET_DIFFERENT = load_query("duplicates/set_different")


def records(graph: Runner, *, network_id: str) -> list[Record]:
    """What a network knows of its partners, without those in the archive."""
    rows = graph.read(_LIST_RECORDS, network_id=network_id)
    return [_record(row) for row in rows]


def find(graph: Graph, *, network_id: str, limit: int) -> tuple[list[Match], dict[str, Record]]:
    """The pairs that may be one partner, likeliest first, with the records they are made of.

    Pairs of which people said that they differ are left out.
    """
    rows = graph.read(_LIST_RECORDS, network_id=network_id)
    found = {row["id"]: _record(row) for row in rows}
    differing = {frozenset((row["id"], other)) for row in rows for other in row["differs_from"]}
    likely = pairs(found.values(), limit=limit + len(differing))
    return _without(likely, differing)[:limit], found


def set_different(
    graph: Graph,
    *,
    network_id: str,
    one_id: str,
    other_id: str,
    different: bool,
    by: Author,
    now: datetime,
) -> tuple[str, str]:
    """Remember that two partners are not one, or forget it; return their names.

    Raises NotFoundError when one of them is not in the network.
    """

    def work(tx: Runner) -> tuple[str, str]:
        match tx.write(
            _SET_DIFFERENT,
            network_id=network_id,
            one_id=one_id,
            other_id=other_id,
            different=different,
        ):
            case [row]:
                names = (str(row["one_name"]), str(row["other_name"]))
            case _:
                raise NotFoundError(f"actors {one_id} and {other_id}")
        changes.record(
            tx,
            network_id=network_id,
            verb="told_apart" if different else "not_told_apart",
            kind="Actor",
            subject_id=one_id,
            subject_name=names[0],
            by=by,
            now=now,
            after={"other": names[1]},
        )
        return names

    return graph.transact(work)


def _without(found: Iterable[Match], differing: set[frozenset[str]]) -> list[Match]:
    return [match for match in found if frozenset((match.a, match.b)) not in differing]


def _record(row: Row) -> Record:
    return Record(
        id=row["id"],
        name=row["name"],
        aliases=tuple(row["aliases"]),
        postcode=row["postcode"],
        phone=row["phone"],
        email=row["email"],
        website=row["website"],
        kvk=row["kvk"],
    )
