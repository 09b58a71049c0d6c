"""How long a backup and a restore take: ``python -m tests.bench.bench_backup``.

One network of 2,000 partners, 15,000 collaborations of two with as many relationships each, and
5,000 contact persons in functions. Written to a file, checked, removed and put back, with the sum
of all lines compared. On the embedded engine, or on Neo4j with ``TEST_NEO4J_URI``; that one is
emptied. Prints a markdown table.
"""

import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import LiteralString, TypeVar

from neo4j import Driver, GraphDatabase

from graph.repositories import backups
from graph.settings import GraphSettings
from tasks import backup_file
from tests.bulk import fill
from tests.engines import engine, prepared
from tests.given import NOW, Given

ACTORS, PEOPLE, TIES = 2_000, 5_000, 15_000
T = TypeVar("T")

_EMPTY: LiteralString = """
MATCH (node) WHERE NOT node:SchemaVersion AND NOT node:TestDatabase
WITH node LIMIT 2000 DETACH DELETE node RETURN count(*) AS removed"""
_ADD_PEOPLE: LiteralString = """
UNWIND range($first, $first + 499) AS number
MATCH (actor:Actor {id: $network_id + '-actor-' + right('00000' + number % $actors, 5)})
CREATE (person:Person {id: 'person-' + number, network_id: $network_id,
  name: 'Persoon ' + number, email: 'p' + number + '@noord.example', phone: '',
  created_at: $now, updated_at: $now, version: 1})
  -[:HOLDS {since: $day}]->(position:Position {id: 'position-' + number, network_id: $network_id,
  name: 'adviseur', created_at: $now, updated_at: $now, version: 1})-[:AT]->(actor)"""


def main() -> None:
    """Print the table."""
    print("| step | seconds |")
    print("|---|---|")
    with engine() as settings, tempfile.TemporaryDirectory() as folder:
        graph, file = prepared(settings), Path(folder) / "backup.zip"
        _fill(settings)
        before = _timed("sum of the graph", lambda: backups.canon(graph))
        manifest = _timed("backup", lambda: backup_file.write(graph, file))
        _timed("check of the file", lambda: backup_file.check(file))
        _timed("removing all", lambda: backups.remove_all(graph))
        _timed("putting back", lambda: backups.write_all(graph, backup_file.read(file)))
        after = _timed("sum of the graph", lambda: backups.canon(graph))
        graph.close()
        print(f"\n{manifest.nodes} nodes, {manifest.ties} relationships on {manifest.engine},")
        print(
            f"{file.stat().st_size / 1e6:.1f} MB; the same: {before == manifest.canon == after};"
        )
    print(f"at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB of memory")
    sys.exit(0 if before == after else 1)


def _fill(settings: GraphSettings) -> None:
    auth = (settings.user, settings.password) if settings.password else None
    with GraphDatabase.driver(settings.uri, auth=auth) as driver:  # pyright: ignore[reportUnknownMemberType]
        _empty(driver, settings.database)
        graph = prepared(settings)
        network_id = Given(graph).network("noord")
        graph.close()
        fill(
            driver,
            database=settings.database,
            network_id=network_id,
            actors=ACTORS,
            ties=TIES,
            today=NOW.date(),
        )
        for first in range(0, PEOPLE, 500):
            driver.execute_query(
                _ADD_PEOPLE,
                first=first,
                actors=ACTORS,
                network_id=network_id,
                now=NOW,
                day=NOW.date(),
                database_=settings.database,
            )


def _empty(driver: Driver, database: str) -> None:
    while driver.execute_query(_EMPTY, database_=database).records[0]["removed"]:
        pass


def _timed(step: str, work: Callable[[], T]) -> T:
    started = time.monotonic()
    done = work()
    print(f"| {step} | {time.monotonic() - started:.1f} |", flush=True)
    return done


if __name__ == "__main__":
    main()
