"""Whatever the mail server says, or leaves unsaid, each mail ends where the admin sees it."""

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller

from graph.database import Graph
from graph.domain.messages import reminders
from graph.repositories import messages
from tasks.delivery import Delivery, send
from tasks.mail import transport
from tasks.settings import SmtpSecurity, SmtpSettings
from tests.engines import free_port
from tests.given import NOW, TODAY, Given
from tests.tasks.world import post

PATIENCE = 0.3
TUESDAY, MORNING = TODAY + timedelta(days=1), NOW + timedelta(days=1)

ENDS = {
    "says-421": ("failed", "unreachable"),
    "says-450": ("failed", "unreachable"),
    "says-550": ("failed", "refused"),
    "hangs": ("failed", "unreachable"),
    "hangs-after-data": ("uncertain", "interrupted"),
    "drops-after-data": ("uncertain", "interrupted"),
}


class Difficult:
    """A mail server that treats each recipient as the name of the address says."""

    async def handle_RCPT(  # noqa: N802 -- the name that aiosmtpd calls
        self, _server: Any, _session: Any, envelope: Any, address: str, _options: list[str]
    ) -> str:
        how = address.partition("@")[0]
        if how == "hangs":
            await asyncio.sleep(PATIENCE * 3)
        envelope.rcpt_tos.append(how)
        return f"{how.removeprefix('says-')} sorry" if how.startswith("says-") else "250 OK"

    async def handle_DATA(self, server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        if envelope.rcpt_tos == ["hangs-after-data"]:
            await asyncio.sleep(PATIENCE * 3)
        server.transport.close()
        return "250 OK"


def test_every_mail_ends_where_it_is_seen(
    graph: Graph, given: Given, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transport, "TIMEOUT_SECONDS", PATIENCE)
    given.network("noord")
    actor_id = given.actor("noord", "De Kajuit")
    for user in ENDS:
        given.followup("noord", user_id=given.user(user, "noord"), actor_ids=(actor_id,))
        given.mail(reminders(user, TUESDAY), now=MORNING)
    server = Controller(Difficult(), hostname="127.0.0.1", port=free_port())
    server.start()
    try:
        _send_for_six_hours(graph, tmp_path, server.port)
    finally:
        server.stop()

    troubled = messages.list_troubled(graph, now=MORNING + timedelta(hours=6))
    ends = {each.user_name.lower(): (each.state, each.reason) for each in troubled}
    assert ends == ENDS


def _send_for_six_hours(graph: Graph, folder: Path, port: int) -> None:
    here = SmtpSettings(
        host="127.0.0.1", port=port, security=SmtpSecurity.NONE, user="", password=""
    )
    for minutes in range(0, 360, 15):
        now = MORNING + timedelta(minutes=minutes)
        delivery = Delivery(
            post=post(graph, folder), deliver=transport.by_smtp(here), clock=lambda now=now: now
        )
        for key in messages.list_due(graph, now=now):
            send(delivery, key)
