"""Send the jobs of this process to the broker of a test, or run them at once."""
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


@contextmanager
def run_at_once() -> Generator[None]:
    """Let ``job.enqueue`` in this process run the job itself, whose failure stays its own."""
    app.conf.task_always_eager = True
    try:
        yield
    finally:
        app.conf.task_always_eager = False


def _use(url: str) -> None:
    app.conf.broker_url = url
    app._after_fork()  # noqa: SLF001 -- forgets the connections to the broker of before
