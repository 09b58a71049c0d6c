"""A mail server that knows what it took, from which process, and that can be cut off."""

import asyncio
import time
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from typing import Any

from aiosmtpd.controller import Controller

from tests.engines import free_port

_LOOKS_AT_IT = 0.05
"""Seconds between the end of a mail and the 250, in which somebody may die."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A mail for which the server said 250. ``by`` is the process that handed it over."""

    to: str
    message_id: str
    by: int
    at: float


@dataclass(slots=True)
class Judge:
    """Takes a mail each ``pace`` seconds at most; ``is_cut`` breaks off each conversation."""

    port: int
    pace: float = 0.0
    is_cut: bool = False
    taken: list[Taken] = field(default_factory=list[Taken])
    _next_turn: float = 0.0

    async def handle_EHLO(  # noqa: N802 -- the name that aiosmtpd calls
        self, _server: Any, session: Any, _envelope: Any, hostname: str, responses: list[str]
    ) -> list[str]:
        session.host_name = hostname
        return responses

    async def handle_RCPT(  # noqa: N802
        self, server: Any, _session: Any, envelope: Any, address: str, _options: list[str]
    ) -> str:
        turn = max(time.monotonic(), self._next_turn)
        self._next_turn = turn + self.pace
        await asyncio.sleep(turn - time.monotonic())
        if self.is_cut:
            server.transport.close()
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        await asyncio.sleep(_LOOKS_AT_IT)
        if self.is_cut:
            server.transport.close()
            return "421 cut off"
        mail = message_from_bytes(envelope.content)
        taken = Taken(
            to=envelope.rcpt_tos[0],
            message_id=str(mail["Message-ID"]),
            by=process_of(session.host_name),
            at=time.monotonic(),
        )
        self.taken.append(taken)
        return "250 OK"


def host_name(pid: int) -> str:
    """Return how a process names itself to the judge."""
    return f"process-{pid}.example"


def process_of(host_name: str) -> int:
    """Return the process with this name."""
    return int(host_name.removeprefix("process-").removesuffix(".example"))


@contextmanager
def judge(*, pace: float = 0.0) -> Generator[Judge]:
    """Run the mail server in a thread of this process."""
    judging = Judge(port=free_port(), pace=pace)
    controller = Controller(judging, hostname="127.0.0.1", port=judging.port)
    controller.start()
    try:
        yield judging
    finally:
        controller.stop()
