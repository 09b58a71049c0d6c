"""Points at which a sender is killed: SIGKILL to the very process, once for each mail there is.

A user is called after the point at which the sender of their mail dies, such as ``at-mark-03``.
"""

import os
import signal
import smtplib
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

from graph.repositories import messages as ledger
from tasks import delivery
from tasks import messages as jobs

ONCE = ("claimed", "before-data", "in-data", "sweep")
"""A mail whose sender dies here arrives once."""
TWICE = ("after-250", "at-mark")
"""A mail whose sender dies here arrives at most twice."""
POINTS = ONCE + TWICE

_Any = Callable[..., Any]


class Reaper:
    """Kills its own process when the mail at hand is at its point, the first time."""

    def __init__(self, folder: Path) -> None:
        self.key = ""
        self._folder = folder

    def is_due(self, point: str) -> bool:
        """Return whether the mail at hand has this point, and nobody died of it yet."""
        return self.key.startswith(f"digest:{point}-") and not self._mark(point).exists()

    def reap(self, point: str) -> None:
        """Kill this process, if it is due."""
        if self.is_due(point):
            self._mark(point).touch(exist_ok=False)
            os.kill(os.getpid(), signal.SIGKILL)

    def _mark(self, point: str) -> Path:
        return self._folder / f"{point} {sha256(self.key.encode()).hexdigest()[:16]}"


def deaths(folder: Path, point: str) -> int:
    """Return how many senders died at a point."""
    return len(list(folder.glob(f"{point} *")))


def arm(folder: Path) -> None:
    """Let the senders of this process and its children die at their points."""
    reaper = Reaper(folder)
    _wrap(delivery, "send_claimed", lambda real: _claimed(reaper, real))
    _wrap(smtplib.SMTP, "data", lambda real: _data(reaper, real))
    _wrap(smtplib.SMTP, "send", lambda real: _send(reaper, real))
    _wrap(ledger, "mark", lambda real: _marked(reaper, real))
    _wrap(jobs.send_message, "enqueue", lambda real: _enqueued(reaper, real))


def _wrap(owner: object, name: str, around: Callable[[_Any], _Any]) -> None:
    setattr(owner, name, around(getattr(owner, name)))


def _claimed(reaper: Reaper, real: _Any) -> _Any:
    def send_claimed(here: Any, claim: Any) -> Any:
        reaper.key = claim.message.key
        reaper.reap("claimed")
        return real(here, claim)

    return send_claimed


def _data(reaper: Reaper, real: _Any) -> _Any:
    def data(server: smtplib.SMTP, mail: bytes) -> Any:
        reaper.reap("before-data")
        answer = real(server, mail)
        reaper.reap("after-250")
        return answer

    return data


def _send(reaper: Reaper, real: _Any) -> _Any:
    def send(server: smtplib.SMTP, text: bytes | str) -> None:
        if isinstance(text, bytes) and text.endswith(b"\r\n.\r\n") and reaper.is_due("in-data"):
            real(server, text[: len(text) // 2])
            reaper.reap("in-data")
        real(server, text)

    return send


def _marked(reaper: Reaper, real: _Any) -> _Any:
    def mark(tx: Any, **arguments: Any) -> Any:
        answer = real(tx, **arguments)
        reaper.reap("at-mark")  # written, and not committed
        return answer

    return mark


def _enqueued(reaper: Reaper, real: _Any) -> _Any:
    def enqueue(key: str) -> Any:
        answer = real(key)
        reaper.key = key
        reaper.reap("sweep")  # the rest was not handed out
        return answer

    return enqueue
