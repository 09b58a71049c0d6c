"""The controlled words in the graph."""

from graph.database import Graph, Row, Runner
from graph.domain.folding import sort_name
from graph.domain.vocabulary import (
    DomainLink,
    Neighbourhood,
    Term,
    Terms,
    Vocabulary,
    YearMoment,
)
from graph.queries import load_query

_LIST_TERMS = load_query("vocabulary/list_terms")
_LIST_YEAR_MOMENTS = load_query("vocabulary/list_year_moments")
_LIST_DOMAIN_LINKS = load_query("vocabulary/list_domain_links")
_LIST_NEIGHBOURHOODS = load_query("vocabulary/list_neighbourhoods")


def terms(graph: Graph) -> Terms:
    """All shared terms; they change with a new version of the program only, so keep them."""
    return Terms(all=tuple(_term(row) for row in graph.read(_LIST_TERMS)))


def neighbourhoods(graph: Graph, *, network_id: str) -> list[Neighbourhood]:
    """The neighbourhoods of a network, in Dutch order."""
    rows = graph.read(_LIST_NEIGHBOURHOODS, network_id=network_id)
    return [Neighbourhood(**row) for row in rows]


def _term(row: Row) -> Term:
    fields: Row = row | {"vocabulary": Vocabulary(row["vocabulary"])}
    return Term(**fields)


def year_moments(graph: Runner) -> list[YearMoment]:
    """The weeks and days that return each year, by name."""
    found = [YearMoment(**row) for row in graph.read(_LIST_YEAR_MOMENTS)]
    return sorted(found, key=lambda each: sort_name(each.name))


def domain_links(graph: Runner) -> list[DomainLink]:
    """The links between domains that policy texts ask for, in the order of the domains."""
    return [_domain_link(row) for row in graph.read(_LIST_DOMAIN_LINKS)]


def _domain_link(row: Row) -> DomainLink:
    fields: Row = row | {"source": tuple(row["source"])}
    return DomainLink(**fields)
