"""Voorbeeldstad, loaded once for all tests of a module: they only look."""

from neo4j import Driver

from graph.database import Graph
from graph.domain.words import Role
from graph.settings import GraphSettings
from graph.starter import DEMO_USERS, load_demo
from graph.starter.voorbeeldstad import NETWORK_ID
from tests.given import NOW, TODAY, Given


def load_city(graph: Graph, driver: Driver, settings: GraphSettings) -> Graph:
    """Put the starter content in an emptied graph; the demo reader may look at Voorbeeldstad."""
    driver.execute_query(
        "MATCH (n) WHERE NOT n:TestDatabase AND NOT n:SchemaVersion DETACH DELETE n",
        database_=settings.database,
    )
    given = Given(graph)
    for user in (DEMO_USERS.admin, DEMO_USERS.regisseur, DEMO_USERS.editor, DEMO_USERS.reader):
        given.user(user)
    load_demo(graph, today=TODAY, now=NOW)
    given.member(DEMO_USERS.reader, NETWORK_ID, Role.READER)
    return graph
