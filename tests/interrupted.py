"""A commit of which the answer is lost, as when the engine falls over just after it."""

from collections.abc import Callable

from neo4j import Driver, ManagedTransaction, Session
from neo4j.exceptions import IncompleteCommit


class InterruptedOnce:
    """A driver that loses the answer to its first commit, which the engine did do."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver
        self._interrupted = False

    def session(self, **config: str) -> Session:
        session = self._driver.session(**config)  # pyright: ignore[reportUnknownMemberType, reportArgumentType]
        if not self._interrupted:
            self._interrupted = True
            commit = session.execute_write

            def lose_the_answer(work: Callable[[ManagedTransaction], object]) -> None:
                commit(work)
                raise IncompleteCommit("the connection was lost")

            vars(session)["execute_write"] = lose_the_answer
        return session
