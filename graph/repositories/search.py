"""Everything in a network that has a name, read in a query for each kind."""

from collections.abc import Callable, Mapping
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


class Names:
    """The names of one network, of one moment, to be searched many times."""

    def __init__(self, read: Callable[[FoundKind], list[Row]]) -> None:
        """Index what ``read`` gives for each kind."""
        self._found: dict[FoundKind, dict[str, Found]] = {}
        self._indexes: dict[FoundKind, NameIndex] = {}
        for kind in FoundKind:
            rows = read(kind)
            self._found[kind] = {row["id"]: _found(kind, row) for row in rows}
            self._indexes[kind] = NameIndex({row["id"]: _text(kind, row) for row in rows})

    def of(self, kind: FoundKind) -> NameIndex:
        """Return the names of one kind, to find ids by."""
        return self._indexes[kind]

    def find(self, question: str, *, limit: int) -> dict[FoundKind, list[Found]]:
        """Return what answers a question by kind, best first; kinds without an answer are not."""
        found = {
            kind: [self._found[kind][id] for id in index.find(question, limit=limit)]
            for kind, index in self._indexes.items()
        }
        return {kind: things for kind, things in found.items() if things}


def read(graph: Graph, *, network_id: str) -> Names:
    """Return all names in a network that are not in the archive."""

    def work(tx: Runner) -> Names:
        return Names(lambda kind: tx.read(_LISTS[kind], network_id=network_id, limit=_MOST))

    return graph.read_all(work)


def _found(kind: FoundKind, row: Row) -> Found:
    about: dict[str, None] = dict.fromkeys(row["about"])
    return Found(kind=kind, id=row["id"], name=row["name"], about=tuple(about), on=row.get("on"))


def _text(kind: FoundKind, row: Row) -> str:
    own = row["search"] or search_text(row["name"])
    return f"{own} | {search_text(*row['about'])}" if kind in _WITH_ABOUT and row["about"] else own
