"""N changes by any role are N lines, written with the change itself; no text forges one."""

import random
from collections.abc import Callable

from flask import Flask

from graph.domain.words import Role
from tests.given import TODAY, Given
from tests.webapp.browse import client_of, post

Rows = Callable[..., list[dict[str, object]]]

FORGED = 'De Brug\r\n{"verb": "archived", "by_name": "Ben"}'


def test_as_many_lines_as_changes_whoever_makes_them(web: Flask, given: Given, rows: Rows) -> None:
    """Each round writes something good, something wrong and something stale, as each role."""
    given.network("noord")
    for role in Role:
        given.user(role.value, "noord", role)
    actor = given.actor("noord", "De Haven")
    chance = random.Random(20261123)  # noqa: S311 -- a fixed order, no secret
    turns = [(role, number) for number in range(5) for role in Role]
    chance.shuffle(turns)

    saved = 0
    for role, number in turns:
        client = client_of(web, role.value)
        for path, fields in (
            ("contactpersonen/nieuw", {"name": f"Persoon {number}", "version": "1"}),
            ("contactpersonen/nieuw", {"name": "", "version": "1"}),
            (f"partners/{actor}/bewerken", {"name": "Oud", "version": "99"}),
            (
                "contactmomenten/nieuw",
                {
                    "version": "1",
                    "actor_ids": actor,
                    "on": TODAY.isoformat(),
                    "between": "us",
                    "channel": "call",
                    "evidence": "seen",
                },
            ),
        ):
            answer = post(client, f"/netwerken/noord/{path}", **fields)
            assert answer.status_code in {303, 403, 409, 422}, (path, answer.status_code)
            saved += answer.status_code == 303

    lines = rows(
        "MATCH (n:Change {network_id: 'noord'}) WHERE n.by_id <> 'ana' RETURN n.by_id AS by"
    )
    assert saved == len(lines) == 5 * 2 * 2
    assert {line["by"] for line in lines} == {"editor", "regisseur"}


def test_a_name_with_line_ends_stays_one_line(web: Flask, given: Given, rows: Rows) -> None:
    given.network("noord")
    given.user("ana", "noord", Role.REGISSEUR)
    client = client_of(web, "ana")

    post(client, "/netwerken/noord/contactpersonen/nieuw", name=FORGED, version="1")

    [line] = rows(
        "MATCH (n:Change) RETURN n.verb AS verb, n.by_name AS by, n.subject_name AS name"
    )
    assert (line["verb"], line["by"]) == ("added", "Ana")
    assert "\n" not in str(line["name"])
    page = client.get("/netwerken/noord/logboek").text
    assert page.count("toegevoegd:") == 1
