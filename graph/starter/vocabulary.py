"""The shared vocabulary of the policy texts: terms, links they ask for, moments, checklists."""

from datetime import datetime

from graph.database import Graph
from graph.queries import Query, load_query
from graph.starter.sheets import Line, read_sheet, source
from graph.starter.writing import write_rows

_TERMS = load_query("starter/terms")
_YEAR_MOMENTS = load_query("starter/year_moments")
_QUESTIONS = load_query("starter/questions")
_DOMAIN_LINKS = load_query("starter/domain_links")

_LISTS: dict[str, Query] = {
    "domein": load_query("starter/domains"),
    "levensfase": load_query("starter/life_stages"),
    "leefomgeving": load_query("starter/settings"),
    "preventietype": load_query("starter/prevention_types"),
    "pijler": load_query("starter/pillars"),
    "actielijn": load_query("starter/action_lines"),
    "wet": load_query("starter/laws"),
    "gala_doel": load_query("starter/policy_goals"),
}
"""The lists with a label of their own."""

FRAMEWORK = "GALA 2023-2026"


def load_vocabulary(graph: Graph, *, now: datetime) -> None:
    """Put terms, links, yearly moments and questions in the graph; what is there stays."""
    by_query: dict[Query, list[dict[str, object]]] = {}
    for line in read_sheet("begrippen"):
        by_query.setdefault(_LISTS.get(line["lijst"], _TERMS), []).append(_term(line))
    for query, rows in by_query.items():
        write_rows(graph, query, rows, now=now)
    write_rows(graph, _DOMAIN_LINKS, map(_domain_link, read_sheet("domeinverbindingen")))
    write_rows(graph, _YEAR_MOMENTS, map(_year_moment, read_sheet("momenten")), now=now)
    write_rows(graph, _QUESTIONS, map(_question, read_sheet("vragen")), now=now)


def _term(line: Line) -> dict[str, object]:
    return {
        "id": line["id"],
        "label": line["label"],
        "explanation": line["toelichting"],
        "position": int(line["volgorde"]),
        "list": line["lijst"],
        "framework": FRAMEWORK,
        "source": [source(line)],
    }


def _domain_link(line: Line) -> dict[str, object]:
    return {
        "domain_id": line["domein"],
        "other_id": line["met"],
        "why": line["waarom"],
        "source": [source(line)],
    }


def _year_moment(line: Line) -> dict[str, object]:
    return {
        "id": line["id"],
        "name": line["naam"],
        "period": line["periode"] or None,
        "source": [source(line)],
    }


def _question(line: Line) -> dict[str, object]:
    return {
        "id": line["id"],
        "text": line["vraag"],
        "list": line["lijst"],
        "position": int(line["volgorde"]),
        "source": [source(line)],
    }
