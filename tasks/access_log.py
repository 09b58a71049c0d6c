"""Who looked at a contact person or took data away: one file a month, only ever added to.

A line is JSON with ids and no names, so nothing that people typed can forge another line. Twelve
months are kept.
"""

import json
import os
from collections.abc import Iterator
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

import structlog

from graph.domain.retention import later

MONTHS = 12

log = structlog.get_logger()


class Looked(StrEnum):
    """What somebody did."""

    PERSON = "person"
    POSITION = "position"
    DOSSIER = "dossier"
    DOWNLOAD = "download"


def record(
    folder: Path, *, what: Looked, user_id: str, network_id: str, subject_id: str, now: datetime
) -> None:
    """Add a line. When the disk refuses, the log of the program says so and the page goes on."""
    line = {
        "at": now.astimezone(UTC).isoformat(),
        "what": what.value,
        "user_id": user_id,
        "network_id": network_id,
        "subject_id": subject_id,
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        # One write of one line: two processes never mix theirs up.
        descriptor = os.open(_path(folder, now), os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            os.write(descriptor, (json.dumps(line) + "\n").encode())
        finally:
            os.close(descriptor)
    except OSError:
        log.exception("access_not_logged", what=what.value, user_id=user_id)


def read(folder: Path, *, user_id: str = "", subject_id: str = "") -> Iterator[dict[str, Any]]:
    """Return the lines that are kept, the oldest first; of one account or about one thing."""
    for path in sorted(folder.glob("inzage-*.jsonl")):
        with path.open(encoding="utf-8") as file:
            for text in file:
                line = json.loads(text)
                if user_id in {"", line["user_id"]} and subject_id in {"", line["subject_id"]}:
                    yield line


def forget(folder: Path, *, today: date) -> None:
    """Remove the months that are over; twice is safe."""
    oldest = f"inzage-{later(today, -MONTHS):%Y-%m}.jsonl"
    for path in folder.glob("inzage-*.jsonl"):
        if path.name < oldest:
            path.unlink(missing_ok=True)


def _path(folder: Path, now: datetime) -> Path:
    return folder / f"inzage-{now.astimezone(UTC):%Y-%m}.jsonl"
