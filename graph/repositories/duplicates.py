"""Partners that may be one: found anew each time, but for what people said that differs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from graph.analysis.duplicates import Record
from graph.database import Graph, Row, Runner
from graph.domain.changes import Author
from graph.errors import NotFoundError
from graph.queries import load_query
from graph.repositories import changes

_LIST_RECORDS = load_query("duplicates/list_records")
_SET_DIFFERENT = load_query("duplicates/set_different")


@dataclass(frozen=True, slots=True, kw_only=True)
class Partners:
    """What a network knows of its partners, and of which pairs people said that they differ.

    ``ties`` tells by id to how many things a partner is tied that would move in a merge.
    """

    records: tuple[Record, ...]
    ties: Mapping[str, int]
    differing: frozenset[frozenset[str]]


def read(graph: Runner, *, network_id: str) -> Partners:
    """Return the partners of a network to tell from each other, without those in the archive."""
    rows = graph.read(_LIST_RECORDS, network_id=network_id)
    return Partners(
        records=tuple(_record(row) for row in rows),
        ties={row["id"]: row["ties"] for row in rows},
        differing=frozenset(
            frozenset((row["id"], other)) for row in rows for other in row["differs_from"]
        ),
    )


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
