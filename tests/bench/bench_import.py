"""Import of 20,000 partners with a duplicate check, and its undo, on the embedded engine.

The network holds 2,000 partners before, of which the file has 1,000 under another spelling.
``python -m tests.bench.bench_import``.
"""

import logging
import random
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import structlog

from graph.database import Graph
from graph.domain.importing import ImportState
from graph.domain.imports import ImportKind
from graph.domain.words import Role
from graph.repositories import imports
from tasks.importing import acts
from tasks.importing.columns import propose
from tasks.importing.files import read_file
from tasks.importing.sheets import Sheet
from tasks.imports import run
from tests.engines import embedded_engine, prepared
from tests.given import ANA, Given

BEFORE, ROWS, KNOWN = 2_000, 20_000, 1_000
NETWORK = "groot"
_KINDS = ("Buurthuis", "Wijkteam", "Sportclub", "Basisschool", "Muziekvereniging", "Jongerenhuis")
_SYLLABLES = (
    "be",
    "do",
    "fen",
    "gra",
    "hor",
    "ka",
    "lin",
    "mo",
    "ner",
    "pol",
    "ris",
    "sta",
    "ver",
)


def main() -> None:
    """Print the table."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    with tempfile.TemporaryDirectory() as folder, embedded_engine(Path(folder)) as settings:
        graph = prepared(settings)
        given = Given(graph)
        given.vocabulary()
        given.network(NETWORK)
        given.user("ana", NETWORK, Role.EDITOR)
        names = _names(BEFORE + ROWS)
        _bring_in(graph, _csv(names[:BEFORE]), report=_quiet)
        known = [f"Stichting {name}" for name in names[:KNOWN]]
        print("| step | seconds | rows/s |")
        print("|---|---|---|")
        _bring_in(graph, _csv(known + names[BEFORE : BEFORE + ROWS - KNOWN]), report=_row)


def _bring_in(graph: Graph, content: bytes, *, report: Callable[[str, float, int], None]) -> None:
    begun = time.perf_counter()
    [sheet] = read_file("partners.csv", content)
    report("read the file", time.perf_counter() - begun, len(sheet.rows))
    import_id = _timed("keep the rows", lambda: _upload(graph, sheet), len(sheet.rows), report)
    imports.choose_columns(
        graph,
        network_id=NETWORK,
        import_id=import_id,
        mapping=propose(ImportKind.PARTNERS, sheet.headers),
        by=ANA,
        now=_now(),
    )
    steps = {
        "check, with duplicates": lambda: None,
        "bring in": lambda: acts.start(
            graph, network_id=NETWORK, import_id=import_id, by=ANA, now=_now()
        ),
        "undo": lambda: acts.undo(
            graph, network_id=NETWORK, import_id=import_id, by=ANA, now=_now()
        ),
    }
    if len(sheet.rows) == BEFORE:
        del steps["undo"]
    for name, move in steps.items():
        move()
        _timed(name, lambda: _work(graph, import_id), len(sheet.rows), report)
    job = imports.get(graph, network_id=NETWORK, import_id=import_id)
    assert job.state in {ImportState.DONE, ImportState.UNDONE}
    if len(sheet.rows) != BEFORE:
        print(f"\n{job.counts}")


def _upload(graph: Graph, sheet: Sheet) -> str:
    return acts.upload(
        graph,
        network_id=NETWORK,
        kind=ImportKind.PARTNERS,
        filename="partners.csv",
        sheet=sheet,
        by=ANA,
        now=_now(),
    )


def _work(graph: Graph, import_id: str) -> str:
    run(graph, network_id=NETWORK, import_id=import_id, clock=_now)
    return import_id


def _timed(
    name: str, work: Callable[[], str], rows: int, report: Callable[[str, float, int], None]
) -> str:
    begun = time.perf_counter()
    answer = work()
    report(name, time.perf_counter() - begun, rows)
    return answer


def _row(name: str, seconds: float, rows: int) -> None:
    print(f"| {name} | {seconds:.1f} | {rows / seconds:,.0f} |", flush=True)


def _quiet(_name: str, _seconds: float, _rows: int) -> None:
    """Fill the network without a word."""


def _names(count: int) -> list[str]:
    """Return different names of bodies, the same ones each time."""
    chance = random.Random(20_000)  # noqa: S311 -- not a secret
    found: dict[str, None] = {}
    while len(found) < count:
        place = "".join(chance.choices(_SYLLABLES, k=3)) + chance.choice(("dijk", "wijk", "hof"))
        found[f"{chance.choice(_KINDS)} {place.capitalize()}"] = None
    return list(found)


def _csv(names: list[str]) -> bytes:
    chance = random.Random(len(names))  # noqa: S311 -- not a secret
    lines = [
        f"{name};{chance.choice(('Onderwijs', 'Sport en bewegen'))};{at % 9 + 1}{at % 900:03} AB;"
        f"info@{name.split()[-1].lower()}{at}.example"
        for at, name in enumerate(names)
    ]
    return "\n".join(["Naam;Domein;Postcode;Mailadres", *lines]).encode()


def _now() -> datetime:
    return datetime.now(UTC)


if __name__ == "__main__":
    main()
