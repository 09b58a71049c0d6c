"""The only door to the graph engine: runs a Query, returns plain rows.

The same code serves Neo4j 5.26 (production) and ArcadeDB (embedded default), both over Bolt.
"""

import contextlib
import random
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from collections.abc import Set as AbstractSet
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol, Self, TypeVar, cast

from neo4j import Driver, GraphDatabase, ManagedTransaction, Record, Session, unit_of_work
from neo4j.exceptions import (
    ClientError,
    ConstraintError,
    DriverError,
    IncompleteCommit,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)
from neo4j.time import Date, DateTime, Duration

from graph.errors import AlreadyExistsError, UnavailableError
from graph.identity import new_id
from graph.queries import Mode, Query, load_query
from graph.settings import GraphSettings

_PING = load_query("health/ping")
_WAS_RECORDED = load_query("changes/was_recorded")

Row = dict[str, Any]
Written = tuple[str, str]
"""A network that was written in, and the noun of the statement."""
T = TypeVar("T")

# ArcadeDB reports a lost race for a unique key as a constraint error, which the driver does not
# retry; after a few turns it is a real duplicate (measured: reliability notes, section 1.1).
_RACES = 6


class Runner(Protocol):
    """What runs a query: a Graph (one transaction each) or a Transaction (several in one)."""

    def read(self, query: Query, **params: object) -> list[Row]:
        """Run a query that only reads."""
        ...

    def write(self, query: Query, **params: object) -> list[Row]:
        """Run a query that may write."""
        ...

    def new_id(self) -> str:
        """Return an id for a line in the log."""
        ...


class Transaction:
    """Several queries that happen together or not at all."""

    def __init__(
        self,
        tx: ManagedTransaction,
        on_query: Callable[[Query], None],
        log_ids: list[str] | None = None,
    ) -> None:
        self.written: set[Written] = set()
        self._tx = tx
        self._on_query = on_query
        self._log_ids = [] if log_ids is None else log_ids
        self._logged = 0

    def read(self, query: Query, **params: object) -> list[Row]:
        """Run a query that only reads."""
        return self._run(query, params, mode="read")

    def write(self, query: Query, **params: object) -> list[Row]:
        """Run a query that may write."""
        if isinstance(network_id := params.get("network_id"), str):
            self.written.add((network_id, query.noun))
        return self._run(query, params, mode="write")

    def stream(self, query: Query, **params: object) -> Iterator[Row]:
        """Run a query that only reads, for more rows than should be in memory at once."""
        for record in self._records(query, params, mode="read"):
            yield _to_row(record)

    def new_id(self) -> str:
        """Return an id for a line in the log: the same one when the transaction runs again."""
        if self._logged == len(self._log_ids):
            self._log_ids.append(new_id())
        self._logged += 1
        return self._log_ids[self._logged - 1]

    def _run(self, query: Query, params: dict[str, object], *, mode: Mode) -> list[Row]:
        return [_to_row(record) for record in self._records(query, params, mode=mode)]

    def _records(self, query: Query, params: dict[str, object], *, mode: Mode) -> Iterable[Record]:
        _check(query, params, mode)
        self._on_query(query)
        return self._tx.run(query.text, parameters=_to_engine(params))


class Graph:
    """An open connection to the engine; safe to share between threads, not between processes."""

    def __init__(
        self, driver: Driver, *, database: str | None = None, timeout: float = 20.0
    ) -> None:
        self._driver = driver
        self._database = database
        self._timeout = timeout
        self.on_query: Callable[[Query], None] = _ignore
        self.on_commit: Callable[[AbstractSet[Written]], None] = _ignore

    @classmethod
    def connect(
        cls, settings: GraphSettings, *, patience: float = 5.0, timeout: float = 20.0
    ) -> Self:
        """Open a driver that gives up a failing transaction after ``patience`` seconds.

        The engine ends one that runs longer than ``timeout``, unless it asks for more itself. The
        embedded engine does not listen to that, and ends a statement after twenty seconds.
        """
        driver = GraphDatabase.driver(  # pyright: ignore[reportUnknownMemberType]
            settings.uri,
            auth=(settings.user, settings.password) if settings.password else None,
            connection_timeout=min(5, patience),
            connection_acquisition_timeout=10,
            max_transaction_retry_time=patience,
            initial_retry_delay=0.02,
            notifications_min_severity="OFF",
        )
        return cls(driver, database=settings.database, timeout=timeout)

    def close(self) -> None:
        """Close the connections."""
        self._driver.close()

    def ping(self) -> None:
        """Raise UnavailableError unless the engine answers."""
        self.read(_PING)

    def refuses(self, query: Query) -> bool:
        """Tell whether the engine does not want to run this. Raises UnavailableError."""
        try:
            self.read(query)
        except Neo4jError:
            return True
        return False

    def engine(self) -> str:
        """Return which engine this is: ``neo4j`` or ``arcadedb``. Only indexes ask for it."""
        with _unavailable():
            server = self._driver.get_server_info()  # pyright: ignore[reportUnknownMemberType]
        return "arcadedb" if "ArcadeDB" in server.agent else "neo4j"

    def read(self, query: Query, **params: object) -> list[Row]:
        """Run one reading query in a transaction of its own."""
        return self.read_all(lambda tx: tx.read(query, **params))

    def write(self, query: Query, **params: object) -> list[Row]:
        """Run one writing query in a transaction of its own."""
        return self.transact(lambda tx: tx.write(query, **params))

    def new_id(self) -> str:
        """Return an id for a line in the log."""
        return new_id()

    def read_all(self, work: Callable[[Transaction], T], *, timeout: float | None = None) -> T:
        """Run several reading queries in one transaction."""

        def read() -> T:
            with self._session() as session:
                return session.execute_read(
                    self._unit(lambda tx: work(Transaction(tx, self.on_query)), timeout)
                )

        return _until_settled(read)

    def transact(self, work: Callable[[Transaction], T], *, timeout: float | None = None) -> T:
        """Run ``work`` in one writing transaction; it may run again, so it must not do else.

        Raises AlreadyExistsError when a unique key is taken, after a few turns to tell a lost
        race from a real duplicate. After an interrupted commit the work may have been done: when
        a line that it logged is there, its answer stands, so an edit does not meet its own save.
        Else it runs again, so every create carries the id that was made before the first attempt.
        """
        log_ids: list[str] = []
        answers: list[T] = []
        written: set[Written] = set()

        def logged_work(tx: ManagedTransaction) -> T:
            transaction = Transaction(tx, self.on_query, log_ids)
            answers[:] = [work(transaction)]
            written.update(transaction.written)
            return answers[0]

        def write() -> T:
            if answers and self._was_recorded(log_ids):
                return answers[0]
            with self._session() as session:
                return session.execute_write(self._unit(logged_work, timeout))

        answer = _until_settled(write)
        self.on_commit(written)
        return answer

    def _was_recorded(self, log_ids: list[str]) -> bool:
        return bool(log_ids) and bool(self.read(_WAS_RECORDED, ids=log_ids)[0]["recorded"])

    def apply_schema(self, query: Query) -> None:
        """Run one statement of ``cypher/schema``, where others may be running the same."""
        for turn in range(_RACES):
            try:
                with _unavailable(), self._session() as session:
                    session.run(query.text).consume()
            except ClientError as error:
                # IF NOT EXISTS looks before it locks; then somebody else was just in time.
                if "AlreadyExists" not in (error.code or ""):
                    raise
            except UnavailableError:
                if turn == _RACES - 1:
                    raise
                time.sleep(random.uniform(0.05, 0.2) * (turn + 1))  # noqa: S311 -- jitter  # nosec B311
                continue
            return

    def _session(self) -> Session:
        return self._driver.session(database=self._database)  # pyright: ignore[reportUnknownMemberType]

    def _unit(
        self, work: Callable[[ManagedTransaction], T], timeout: float | None = None
    ) -> Callable[[ManagedTransaction], T]:
        return unit_of_work(timeout=timeout or self._timeout)(work)


def _until_settled(run: Callable[[], T]) -> T:
    """Run again what lost a race that the driver does not know as one; a few turns at most."""
    for turn in range(_RACES):
        try:
            with _unavailable():
                return run()
        except ConstraintError as error:
            if turn == _RACES - 1:
                raise AlreadyExistsError(str(error.message)) from error
        except IncompleteCommit as error:
            if turn == _RACES - 1:
                raise UnavailableError("the commit was interrupted") from error
        except ClientError as error:
            # The embedded engine followed a tie that another transaction was just making.
            if "EntityNotFound" not in (error.code or ""):
                raise
            if turn == _RACES - 1:
                raise UnavailableError(str(error.message)) from error
        time.sleep(random.uniform(0.005, 0.03) * (turn + 1))  # noqa: S311 -- jitter  # nosec B311
    raise AssertionError("unreachable")


@contextlib.contextmanager
def _unavailable() -> Generator[None]:
    try:
        yield
    except IncompleteCommit:
        raise
    except (ServiceUnavailable, SessionExpired, DriverError) as error:
        raise UnavailableError(str(error)) from error
    except Neo4jError as error:
        # Just after its start the embedded engine answers before it has opened the database, and
        # a cold Neo4j on a busy machine takes longer than we wait.
        code = error.code or ""
        if error.is_retryable() or "DatabaseNotFound" in code or "TransactionTimedOut" in code:
            raise UnavailableError(str(error.message)) from error
        raise


def _ignore(_happened: object) -> None:
    """Nobody is listening."""


def _check(query: Query, params: dict[str, object], mode: Mode) -> None:
    if query.mode != mode or query.params != frozenset(params):
        raise TypeError(
            f"{query} is a {query.mode} query taking {sorted(query.params)}, not {sorted(params)}"
        )


def _to_engine(value: Any) -> Any:  # noqa: ANN401 -- whatever a statement takes
    """Return times in UTC: the driver's fast encoder crashes the process on a ZoneInfo."""
    match value:
        case datetime():
            return value.astimezone(UTC)
        case list() | tuple():
            return [_to_engine(item) for item in cast("list[Any]", value)]
        case dict():
            items = cast("dict[str, Any]", value).items()
            return {name: _to_engine(item) for name, item in items}
        case _:
            return value


def _to_row(record: Record) -> Row:
    # record.data() would walk through all values once more, for nodes that no query returns.
    pairs = cast("list[tuple[str, object]]", record.items())  # pyright: ignore[reportUnknownMemberType]
    return {name: _to_python(value) for name, value in pairs}


def _to_python(value: object) -> object:  # noqa: PLR0911 -- one for each kind of value
    match value:
        case str() | int() | float() | None:
            return value  # most are, so they are looked at first
        case Date():
            return value.to_native()
        case DateTime():
            # The embedded engine forgets the zone; all times that we store are UTC.
            native = value.to_native()
            return native if native.tzinfo else native.replace(tzinfo=UTC)
        case Duration():
            return timedelta(days=value.days, seconds=value.seconds)
        case list():
            return [_to_python(item) for item in cast("list[object]", value)]
        case dict():
            items = cast("dict[str, object]", value).items()
            return {name: _to_python(item) for name, item in items}
        case _:
            return value
