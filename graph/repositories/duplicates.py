"""Partners that may be one: found anew each time, but for what people said that differs."""

from collections.abc import Iterable
from datetime import datetime

from graph.analysis.duplicates import Record
from graph.database import Graph, Row, Runner
from graph.domain.changes import Author
from graph.errors import NotFoundError
from graph.queries import load_query
from graph.repositories import changes

_LIST_RECORDS = load_query("duplicates/list_records")
_LIST_DIFFERING = load_query("duplicates/list_differing")
_LIST_TIES = load_query("duplicates/list_ties")
_SET_DIFFERENT = load_query("duplicates/set_different")


def records(graph: Runner, *, network_id: str) -> list[Record]:
    """What a network knows of its partners, without those in the archive."""
    return [_record(row) for row in graph.read(_LIST_RECORDS, network_id=network_id)]


def differing(graph: Runner, *, network_id: str) -> set[frozenset[str]]:
    """The pairs, by id, of which people said that they are not one."""
    rows = graph.read(_LIST_DIFFERING, network_id=network_id)
    return {frozenset((row["one_id"], row["other_id"])) for row in rows}


def ties(graph: Runner, *, network_id: str, actor_ids: Iterable[str]) -> dict[str, int]:
    """To how many things each partner is tied that would move in a merge."""
    rows = graph.read(_LIST_TIES, network_id=network_id, ids=sorted(set(actor_ids)))
    return {row["id"]: row["ties"] for row in rows}


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
