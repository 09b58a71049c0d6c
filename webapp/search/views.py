"""Find anything in a network by its name."""

from flask import Blueprint, render_template, request

from graph.domain.search import Found, FoundKind
from graph.domain.words import Role
from webapp.access import needs
from webapp.context import wants_fragment
from webapp.search.kept import current_names
from webapp.search.lines import groups

bp = Blueprint("search", __name__, url_prefix="/netwerken/<slug>/zoeken")

_AS_YOU_TYPE = 5
_ON_THE_PAGE = 50
_LONGEST = 200


@bp.get("")
@needs(Role.READER)
def show(slug: str) -> str:
    """Show what answers the question by kind; below the search field the first few of each."""
    question = request.args.get("q", "").strip()[:_LONGEST]
    few = wants_fragment()
    limit = _AS_YOU_TYPE if few else _ON_THE_PAGE
    return render_template(
        "search/_list.html" if few else "search/show.html",
        question=question,
        groups=groups(_find(question, limit)) if question else [],
        limit=limit,
    )


def _find(question: str, limit: int) -> dict[FoundKind, list[Found]]:
    return {kind: names.find(question, limit=limit) for kind, names in current_names().items()}
