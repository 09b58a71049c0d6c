"""Everything in a network that has a name, read in a query for each kind."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from graph.analysis.matching import NameIndex
from graph.database import Graph, Row, Runner
from graph.domain.folding import search_text
from graph.domain.search import Found, FoundKind
from graph.queries import Query, load_query

_LISTS: Mapping[FoundKind, Query] = MappingProxyType(
    {
        FoundKind.ACTOR: load_query("search/list_actors"),
        FoundKind.COLLABORATION: load_query("search/list_collaborations"),
        FoundKind.PERSON: load_query("search/list_people"),
        FoundKind.POSITION: load_query("search/list_positions"),
        FoundKind.PROGRAMME: load_query("search/list_programmes"),
        FoundKind.FOLLOW_UP: load_query("search/list_followups"),
        FoundKind.MOMENT: load_query("search/list_moments"),
    }
)
_MOST = 50_000

# A function is looked for with the partner that it is at; a person with what they hold where.
_WITH_ABOUT = frozenset({FoundKind.PERSON, FoundKind.POSITION})


class KindNames:
    """The names of the things of one kind, at one moment, to be searched many times."""

    def __init__(self, kind: FoundKind, rows: Iterable[Row]) -> None:
        """Index rows of ``search/list_…``; those with a ``sort_name`` are put in that order."""
        # Sorted here: in the embedded engine ORDER BY doubles the time of a read of this size.
        ordered = sorted(rows, key=lambda row: (row.get("sort_name", ""), row["id"]))
        if kind is FoundKind.MOMENT:
            ordered.sort(key=lambda row: row["on"], reverse=True)
        self._found = {row["id"]: _found(kind, row) for row in ordered}
        self.index = NameIndex({row["id"]: _text(kind, row) for row in ordered})

    def find(self, question: str, *, limit: int) -> list[Found]:
        """Return what answers a question, best first."""
        return [self._found[id] for id in self.index.find(question, limit=limit)]


def read(
    graph: Graph, *, network_id: str, kinds: Iterable[FoundKind]
) -> dict[FoundKind, KindNames]:
    """Return the names of some kinds of things in a network that are not in the archive."""

    def work(tx: Runner) -> dict[FoundKind, KindNames]:
        return {
            kind: KindNames(kind, tx.read(_LISTS[kind], network_id=network_id, limit=_MOST))
            for kind in kinds
        }

    return graph.read_all(work)


def _found(kind: FoundKind, row: Row) -> Found:
    about: dict[str, None] = dict.fromkeys(row["about"])
    return Found(kind=kind, id=row["id"], name=row["name"], about=tuple(about), on=row.get("on"))


def _text(kind: FoundKind, row: Row) -> str:
    own = row["search"] or search_text(row["name"])
    return f"{own} | {search_text(*row['about'])}" if kind in _WITH_ABOUT and row["about"] else own
