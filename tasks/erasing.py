"""The list of who was erased, outside the graph: a restored backup would bring them back.

A line holds ids and no name: when, in which network, who, and where their name may stay.
"""

import json
import os
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

import structlog

from graph.database import Graph
from graph.domain.changes import Author
from graph.errors import NotFoundError
from graph.repositories import erasing, people

ERASED_LIST = "gewist.jsonl"
"""Its name in ``DATA_DIR``; it goes along with a backup, and a restore never replaces it."""

_BY = Author(id="", name="Lokale Energie")

log = structlog.get_logger()


def remember(
    path: Path, *, network_id: str, person_id: str, keep: Sequence[str], now: datetime
) -> None:
    """Add a line, and have it on the disk before this returns.

    Done before the erasing itself: who is on the list and still there is erased at the next
    restore, and not the other way round.
    """
    line = {
        "at": now.isoformat(),
        "network_id": network_id,
        "person_id": person_id,
        "keep": list(keep),
    }
    descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    with os.fdopen(descriptor, "a", encoding="utf-8") as file:
        file.write(json.dumps(line) + "\n")
        file.flush()
        os.fsync(file.fileno())


def replay_erased(graph: Graph, path: Path, *, now: datetime) -> int:
    """Erase again whoever a restored backup brought back; return how many.

    Twice is safe: who is gone is passed over.
    """
    return sum(_erase_again(graph, line, now) for line in _lines(path))


def _erase_again(graph: Graph, line: dict[str, str], now: datetime) -> bool:
    key = {"network_id": line["network_id"], "person_id": line["person_id"]}
    try:
        person = people.get(graph, **key)
    except NotFoundError:
        return False
    erasing.erase(graph, **key, version=person.version, keep=line["keep"], by=_BY, now=now)
    return True


def _lines(path: Path) -> Iterator[dict[str, str]]:
    if not path.exists():
        return
    for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            yield json.loads(text)
        except ValueError:
            # The machine fell over while it wrote this line: then nothing was erased.
            log.warning("erased_list_line_unreadable", line=number)
