"""The demo as a whole: removable, and loadable by somebody who made no users."""

from collections.abc import Callable
from typing import Any

from graph.database import Graph
from graph.repositories import networks
from graph.starter import load_demo
from graph.starter.voorbeeldstad import NETWORK_ID
from tests.given import NOW, TODAY

Rows = Callable[..., list[dict[str, Any]]]


def test_the_city_loads_without_users_and_one_click_takes_all_of_it_away(
    graph: Graph, rows: Rows
) -> None:
    parts: list[str] = []
    load_demo(graph, today=TODAY, now=NOW, progress=parts.append)
    loaded = rows(
        "MATCH (m:ContactMoment {network_id: $city}) RETURN count(m) AS n", city=NETWORK_ID
    )

    networks.remove(graph, network_id=NETWORK_ID)

    assert parts == [
        "begrippenlijsten",
        "Landelijke aanpak (stand 2023, beleidsteksten)",
        "Voorbeeldstad (fictief)",
    ]
    assert loaded == [{"n": 480}]
    assert rows("MATCH (n {network_id: $city}) RETURN count(n) AS n", city=NETWORK_ID) == [
        {"n": 0}
    ]
    assert rows("MATCH (n:Programme) RETURN count(n) AS n") == [{"n": 88}]
