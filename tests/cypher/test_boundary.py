"""No query crosses a network: whatever is asked in one, nothing of another comes back."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

from graph.database import Graph
from graph.domain.calendar import local_day
from graph.domain.words import Role
from graph.queries import Query, all_queries
from graph.starter import load_demo
from graph.starter.voorbeeldstad import NETWORK_ID
from tests.cypher.test_every_query import some_value
from tests.given import Given

Rows = Callable[..., list[dict[str, object]]]

HERE = "noord"
BOUNDED = [
    query for query in all_queries() if query.mode == "read" and "network_id" in query.params
]


def test_no_reading_query_crosses_a_network(graph: Graph, given: Given, rows: Rows) -> None:
    """One organisation in two networks and a user in one: the other network stays out of sight.

    Each bounded query runs in the small network, with one id of every label of a whole
    municipality in each place where it takes an id. All ids there carry the name of that network.
    """
    given.network(HERE)
    given.user("ana", HERE, Role.REGISSEUR)
    own = given.actor(HERE, "Jongerenhuis De Kajuit")
    now = datetime.now(UTC)
    load_demo(graph, today=local_day(now), now=now)
    foreign = rows(
        "MATCH (n {network_id: $id}) RETURN head(labels(n)) AS label, min(n.id) AS id",
        id=NETWORK_ID,
    )

    leaks = {
        (query.name, row["label"]): answer
        for query in BOUNDED
        for row in foreign
        for answer in _answers(graph, query, str(row["id"]))
        if NETWORK_ID in str(answer)
    }

    assert leaks == {}
    assert len(foreign) > 8
    assert own in str([list(_answers(graph, query, own)) for query in BOUNDED])


def _answers(graph: Graph, query: Query, id: str) -> Iterator[dict[str, object]]:
    yield from graph.read(query, **{name: _value(name, query, id) for name in query.params})


def _value(name: str, query: Query, id: str) -> object:
    if name == "network_id":
        return HERE
    if name == "id" or name.endswith("_id"):
        return id
    if name.endswith("ids"):
        return [id]
    # An empty text would filter everything away; none filters nothing.
    return some_value(name, query.text) or None
