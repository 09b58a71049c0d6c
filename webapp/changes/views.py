"""Pages about what was changed: the history of one thing, and the log of a network."""

from flask import Blueprint, render_template, request

from graph.domain.words import Role
from graph.errors import NotFoundError
from graph.repositories import changes
from graph.repositories.changes import LogFilter
from webapp.access import needs
from webapp.asked import asked_day
from webapp.changes.lines import nouns, url_of, verbs
from webapp.changes.reading import by_day, read_entries
from webapp.context import current_graph, current_network
from webapp.paging import Paging, page_number

bp = Blueprint("changes", __name__, url_prefix="/netwerken/<slug>")

_PAGE_SIZE = 50


@bp.get("/geschiedenis/<subject_id>")
@needs(Role.EDITOR)
def history(slug: str, subject_id: str) -> str:
    """Tell what was changed about one thing: who, when, what it was and what it is."""
    graph, network_id, number = current_graph(), current_network().id, page_number()
    found = changes.find_for(
        graph,
        network_id=network_id,
        subject_id=subject_id,
        skip=(number - 1) * _PAGE_SIZE,
        limit=_PAGE_SIZE,
    )
    thing = changes.names(graph, network_id=network_id, ids=[subject_id]).get(subject_id)
    if thing is None and not found.items:
        raise NotFoundError(f"history of {subject_id}")
    noun = nouns()[thing.kind if thing else found.items[0].kind]
    return render_template(
        "changes/history.html",
        days=by_day(read_entries(found.items)),
        paging=Paging(total=found.total, number=number, size=_PAGE_SIZE),
        noun=noun,
        name=(thing.name if thing else "") or (found.items[0].subject_name if found.items else ""),
        url=url_of(noun, slug, subject_id) if thing else None,
    )


@bp.get("/logboek")
@needs(Role.REGISSEUR)
def log(slug: str) -> str:
    """Tell what was changed in a network, by day; an act on many things is one line."""
    graph, network_id, number = current_graph(), current_network().id, page_number()
    chosen = _chosen()
    found = changes.find(
        graph,
        network_id=network_id,
        chosen=chosen,
        skip=(number - 1) * _PAGE_SIZE,
        limit=_PAGE_SIZE,
    )
    return render_template(
        "changes/log.html",
        days=by_day(read_entries(found.items)),
        paging=Paging(total=found.total, number=number, size=_PAGE_SIZE),
        chosen=chosen,
        authors=[(each.id, each.name) for each in changes.authors(graph, network_id=network_id)],
        kinds=[(kind, noun.word) for kind, noun in nouns().items()],
        verbs=list(verbs().items()),
    )


def _chosen() -> LogFilter:
    """Read the filters in the address; what is unknown there filters nothing."""
    asked = request.args
    kind, verb = asked.get("soort", ""), asked.get("wat", "")
    return LogFilter(
        by_id=asked.get("wie") or None,
        kind=kind if kind in nouns() else None,
        verb=verb if verb in verbs() else None,
        since=asked_day(asked.get("van", "")),
        until=asked_day(asked.get("tot", "")),
    )
