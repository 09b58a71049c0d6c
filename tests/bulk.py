"""A network of any size, in a few statements: for benches and tests that count queries."""

import random
from datetime import UTC, date, datetime, timedelta
from typing import LiteralString

from neo4j import Driver

_DOMAINS = ("onderwijs", "sport-bewegen", "zorg-gezondheid", "kunst-cultuur")
_BATCH = 500
_WIDTH = 90.0
_BEGUN = datetime(2026, 1, 5, tzinfo=UTC)

_ADD_ACTORS: LiteralString = """
UNWIND $rows AS row
CREATE (actor:Actor) SET actor = row.properties
WITH actor, row
MATCH (domain:Domain {id: row.domain})
CREATE (actor)-[:WORKS_IN {primary: true}]->(domain)
"""
_ADD_TIES: LiteralString = """
UNWIND $rows AS row
CREATE (tie:Collaboration) SET tie = row.properties
WITH tie, row
MATCH (one:Actor {id: row.one}), (other:Actor {id: row.other})
CREATE (one)-[:TAKES_PART_IN {role: ''}]->(tie), (other)-[:TAKES_PART_IN {role: ''}]->(tie)
"""


def fill(
    driver: Driver, *, database: str, network_id: str, actors: int, ties: int, today: date
) -> None:
    """Give a network so many partners on a grid, and so many collaborations of two."""
    chance = random.Random(actors * ties)  # noqa: S311 -- the same network each time
    for domain in _DOMAINS:
        driver.execute_query(
            "MERGE (domain:Domain {id: $id}) SET domain.label = $id, domain.position = 1",
            id=domain,
            database_=database,
        )
    side = int(actors**0.5) + 1
    people = [_actor(network_id, number, side, chance) for number in range(actors)]
    pairs = [_tie(network_id, number, people, chance, today) for number in range(ties)]
    _send(driver, database, _ADD_ACTORS, people)
    _send(driver, database, _ADD_TIES, pairs)


def _send(
    driver: Driver, database: str, statement: LiteralString, rows: list[dict[str, object]]
) -> None:
    for start in range(0, len(rows), _BATCH):
        driver.execute_query(statement, rows=rows[start : start + _BATCH], database_=database)


def _actor(network_id: str, number: int, side: int, chance: random.Random) -> dict[str, object]:
    return {
        "domain": _DOMAINS[number % len(_DOMAINS)],
        "properties": {
            "id": f"{network_id}-actor-{number:05}",
            "network_id": network_id,
            "name": f"Partner {number}",
            "sort_name": f"partner {number:05}",
            "search": f"partner {number}",
            "kind": "other",
            "version": 1,
            "created_at": _BEGUN,
            "updated_at": _BEGUN,
            "is_person": False,
            "energy": chance.uniform(0, 100),
            "active": 1,
            "lively": 1,
            "unmeasured": 0,
            "partners": 2,
            "x": number % side * _WIDTH + chance.uniform(-20, 20),
            "y": number // side * _WIDTH + chance.uniform(-20, 20),
        },
    }


def _tie(
    network_id: str,
    number: int,
    people: list[dict[str, object]],
    chance: random.Random,
    today: date,
) -> dict[str, object]:
    one = chance.randrange(len(people))
    other = (one + chance.randrange(1, 40)) % len(people)
    return {
        "one": f"{network_id}-actor-{one:05}",
        "other": f"{network_id}-actor-{other:05}",
        "properties": {
            "id": f"{network_id}-tie-{number:05}",
            "network_id": network_id,
            "name": f"Samenwerking {number}",
            "sort_name": f"samenwerking {number:05}",
            "search": f"samenwerking {number}",
            "form": "working",
            "layer": "practice",
            "status": "active",
            "version": 1,
            "created_at": _BEGUN,
            "updated_at": _BEGUN,
            "rhythm_days": 42,
            "started_on": today - timedelta(days=chance.randrange(80)),
            "energy": chance.uniform(0, 100),
            "alive": 0.5,
            "firm": 0.5,
            "known": 2,
        },
    }
