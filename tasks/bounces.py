"""Read what the mail server sent back: delivery reports (RFC 3464) in a folder.

A report only counts when it names a mail that we sent to that address, so nobody can stop the mail
of somebody else by dropping one. A report that was read is removed; what is no report, or names no
mail of ours, goes to a folder beside it for a person to look at.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage, Message
from email.policy import default
from pathlib import Path
from typing import cast

import structlog

from graph.database import Graph
from graph.domain.bounces import Bounce, bounce_of
from graph.repositories import bounces
from tasks.mail.envelope import local_part
from tasks.worker import BULK, job, open_graph, task_settings

log = structlog.stdlib.get_logger(__name__)

UNKNOWN = "onbekend"
_MOST_BYTES = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a report says of one recipient; ``bounce`` is None while the mail may still arrive."""

    email: str
    sent_as: str
    bounce: Bounce | None


@job(queue=BULK)
def read_bounces() -> None:
    """Take in what came back. Twice is safe: each mail is written down once."""
    if folder := task_settings().bounce_dir:
        take_in(folder, graph=open_graph(), now=datetime.now(UTC))


def take_in(folder: Path, *, graph: Graph, now: datetime) -> int:
    """Read each report in a folder, or in the ``new`` of a Maildir; return how many counted."""
    counted = 0
    for path in _files(folder):
        taken = [_take(graph, report, now) for report in _read(path)]
        if any(taken):
            counted += 1
            path.unlink(missing_ok=True)
        else:
            (folder / UNKNOWN).mkdir(exist_ok=True, mode=0o700)
            path.replace(folder / UNKNOWN / path.name)
    return counted


def reports_in(mail: EmailMessage) -> Iterator[Report]:
    """Return what a delivery report says of each recipient; nothing when it is no report."""
    sent_as = _sent_as(mail)
    for part in mail.walk():
        if part.get_content_type() == "message/delivery-status":
            for block in cast("list[Message]", part.get_payload()):
                bounce = bounce_of(str(block.get("Action", "")), str(block.get("Status", "")))
                if address := str(block.get("Final-Recipient", "")).rpartition(";")[2].strip():
                    yield Report(email=address, sent_as=sent_as, bounce=bounce)


def _take(graph: Graph, report: Report, now: datetime) -> bool:
    """Write a report down; False when it is about no mail of ours."""
    for key in bounces.sent_to(graph, email=report.email, now=now):
        if local_part(key) == report.sent_as:
            if report.bounce:
                paused = bounces.record(graph, key=key, bounce=report.bounce, now=now)
                log.info("mail_came_back", key=key, bounce=report.bounce, paused=paused)
            return True
    return False


def _read(path: Path) -> list[Report]:
    if path.stat().st_size > _MOST_BYTES:
        return []
    return list(reports_in(message_from_bytes(path.read_bytes(), policy=default)))


def _sent_as(mail: EmailMessage) -> str:
    """Return how our mail was called, as the report quotes it."""
    for part in mail.walk():
        match part.get_content_type():
            case "text/rfc822-headers":
                quoted: Message = message_from_bytes(part.get_payload(decode=True) or b"")  # pyright: ignore[reportArgumentType]
            case "message/rfc822":
                [quoted] = cast("list[Message]", part.get_payload())
            case _:
                continue
        return str(quoted.get("Message-ID", "")).strip().strip("<>").partition("@")[0]
    return ""


def _files(folder: Path) -> list[Path]:
    """Return what lies in the folder, and in ``new`` when the mail server keeps a Maildir."""
    places = [place for place in (folder, folder / "new") if place.is_dir()]
    return sorted(path for place in places for path in place.iterdir() if path.is_file())
