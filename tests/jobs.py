"""Send the jobs of this process to the broker of a test."""
# celery ships no types.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportPrivateUsage=false
# pyright: reportAttributeAccessIssue=false

from collections.abc import Generator
from contextlib import contextmanager

from tasks.worker import app


@contextmanager
def enqueue_to(url: str) -> Generator[None]:
    """Let ``job.enqueue`` in this process use the broker at ``url``, for a while."""
    before = app.conf.broker_url
    _use(url)
    try:
        yield
    finally:
        _use(before)


def _use(url: str) -> None:
    app.conf.broker_url = url
    app._after_fork()  # noqa: SLF001 -- forgets the connections to the broker of before
