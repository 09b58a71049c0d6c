"""Two people editing one thing: the lock first, then the version."""

from graph.database import Runner
from graph.errors import NotFoundError, StaleError
from graph.identity import new_id
from graph.queries import Query


def lock(tx: Runner, query: Query, *, network_id: str, id: str, version: int) -> None:
    """Take the write lock on a thing and check that nobody saved it since ``version``.

    Checking before locking loses saves on Neo4j: both readers see the old version. ``query`` is
    the ``lock`` statement of the noun. Raises NotFoundError or StaleError, which roll back.
    """
    match tx.write(query, network_id=network_id, id=id, token=new_id()):
        case [row] if row["version"] == version:
            return
        case [row]:
            raise StaleError(
                f"{id} was saved since version {version}",
                version=int(row["version"]),
                changed_at=row["updated_at"],
            )
        case _:
            raise NotFoundError(id)
