"""Saved views in the graph."""

from datetime import datetime

from graph.database import Graph, Row, Runner
from graph.domain.saved_views import SavedView, SavedViewFields, ViewPage
from graph.errors import NotFoundError
from graph.queries import load_query
from graph.repositories.editing import lock

_SAVE = load_query("saved_views/save")
_LOCK = load_query("saved_views/lock")
_GET = load_query("saved_views/get")
_LIST = load_query("saved_views/list")
_SET_ARCHIVED = load_query("saved_views/set_archived")

_MOST = 200


def list_for_user(
    graph: Runner, *, network_id: str, user_id: str, page: ViewPage | None = None
) -> list[SavedView]:
    """The views of a user in a network by name: their own and the shared ones."""
    rows = graph.read(_LIST, network_id=network_id, user_id=user_id, page=page, limit=_MOST)
    return [_view(row) for row in rows]


def get(graph: Runner, *, network_id: str, view_id: str) -> SavedView:
    """One view, taken away or not. Raises NotFoundError."""
    match graph.read(_GET, network_id=network_id, id=view_id):
        case [row]:
            return _view(row)
        case _:
            raise NotFoundError(f"view {view_id}")


def add(
    graph: Graph,
    *,
    network_id: str,
    view_id: str,
    user_id: str,
    fields: SavedViewFields,
    now: datetime,
) -> None:
    """Keep a view under an id that the caller made. A view is no fact, so it is not logged."""
    graph.write(
        _SAVE,
        network_id=network_id,
        id=view_id,
        user_id=user_id,
        properties=fields.properties(),
        now=now,
    )


def update(
    graph: Graph,
    *,
    network_id: str,
    view: SavedView,
    fields: SavedViewFields,
    now: datetime,
) -> None:
    """Save another name or choice for ``view``. Raises StaleError and NotFoundError."""

    def work(tx: Runner) -> None:
        lock(tx, _LOCK, network_id=network_id, id=view.id, version=view.version)
        tx.write(
            _SAVE,
            network_id=network_id,
            id=view.id,
            user_id=view.user_id,
            properties=fields.properties(),
            now=now,
        )

    graph.transact(work)


def set_archived(
    graph: Graph, *, network_id: str, view: SavedView, archived: bool, now: datetime
) -> None:
    """Take ``view`` away, or bring it back. Raises StaleError and NotFoundError."""

    def work(tx: Runner) -> None:
        lock(tx, _LOCK, network_id=network_id, id=view.id, version=view.version)
        archived_at = now if archived else None
        tx.write(
            _SET_ARCHIVED, network_id=network_id, id=view.id, archived_at=archived_at, now=now
        )

    graph.transact(work)


def _view(row: Row) -> SavedView:
    return SavedView(
        id=row["id"],
        version=row["version"],
        user_id=row["user_id"],
        fields=SavedViewFields(
            name=row["name"],
            page=ViewPage(row["page"]),
            query=row["query"],
            shared=bool(row["shared"]),
        ),
    )
