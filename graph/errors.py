"""What can go wrong in the graph, in words the callers can act on."""

from datetime import datetime


class GraphError(Exception):
    """Base of every error raised by this package."""


class QueryFileError(GraphError):
    """A .cypher file is missing, unnamed or lies about itself in its header."""


class NotFoundError(GraphError):
    """The thing asked for does not exist, or belongs to another network."""


class AlreadyExistsError(GraphError):
    """Something with the same unique key is there already."""


class AlreadyMadeError(GraphError):
    """The thing to make under this id is there: its form was sent before."""


class LastOneError(GraphError):
    """The last regisseur of a network, or the last admin of the installation, must stay."""


class StaleError(GraphError):
    """Somebody else saved this thing after the caller read it.

    ``version`` and ``changed_at`` are those of the saved thing, so that a form can show both.
    """

    def __init__(self, message: str, *, version: int, changed_at: datetime | None = None) -> None:
        super().__init__(message)
        self.version = version
        self.changed_at = changed_at


class UnavailableError(GraphError):
    """The graph engine does not answer."""


class NewerDataError(GraphError):
    """The data were written by a newer version of the program than this one."""
