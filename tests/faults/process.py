"""A worker or a beat of the product for a run with faults: ``python -m tests.faults.process``.

The arguments are those of celery. All is as in production but the lease, the back-off, the
schedule, the clock (FAULTS_CLOCK: seconds to add), and that each process draws its picture once.
FAULTS_POINTS is the folder of the failpoints. A process names itself to the mail server by its
number.
"""
# celery ships no types.
# pyright: reportUnknownMemberType=false

import os
import socket
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from graph.domain import messages as domain
from graph.repositories import messages as ledger
from tasks import messages as jobs
from tasks import posting
from tasks.night import Night
from tasks.schedule import SCHEDULE, Every
from tasks.worker import app
from tests.faults import failpoints, judge

LEASE = timedelta(seconds=5)
HURRY = 12
"""How much shorter the back-off is: 20 minutes in all, and not 4 hours."""
EVERY_SECOND = Every(interval=timedelta(seconds=1))
EVERY_FIVE = Every(interval=timedelta(seconds=5))


def main(arguments: list[str]) -> None:
    """Become celery with these arguments."""
    ahead = timedelta(seconds=float(os.environ["FAULTS_CLOCK"]))
    jobs._now = lambda: datetime.now(UTC) + ahead  # noqa: SLF001 # pyright: ignore[reportPrivateUsage]
    ledger.LEASE = LEASE
    domain._BACK_OFF = tuple(each / HURRY for each in domain._BACK_OFF)  # noqa: SLF001 # pyright: ignore[reportPrivateUsage]
    SCHEDULE.clear()
    SCHEDULE["tasks.messages.sweep"] = EVERY_SECOND
    SCHEDULE["tasks.messages.create_messages"] = EVERY_FIVE
    socket.getfqdn = _own_name
    posting.draw = _drawn_once(posting.draw)
    failpoints.arm(Path(os.environ["FAULTS_POINTS"]))
    app.start(arguments)


def _drawn_once(draw: Callable[[Night], bytes]) -> Callable[[Night], bytes]:
    drawn: list[bytes] = []

    def first(night: Night) -> bytes:
        if not drawn:
            drawn.append(draw(night))
        return drawn[0]

    return first


def _own_name(_of: str = "") -> str:
    return judge.host_name(os.getpid())


if __name__ == "__main__":
    main(sys.argv[1:])
