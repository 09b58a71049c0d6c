"""What all pages about one collaboration need."""

from datetime import datetime
from typing import TypedDict

from flask import redirect, url_for
from werkzeug.wrappers import Response

from graph.database import Graph
from graph.domain.changes import Author
from graph.domain.collaborations import Collaboration
from graph.repositories import collaborations
from webapp.clock import now
from webapp.context import author, current_graph, current_network

Answer = str | Response | tuple[str, int]


class ChangeKey(TypedDict):
    """What every change of a collaboration says: of which one, by whom and when."""

    graph: Graph
    network_id: str
    collaboration_id: str
    by: Author
    now: datetime


def change_of(collaboration_id: str) -> ChangeKey:
    """Return who changes what in this request."""
    return {
        "graph": current_graph(),
        "network_id": current_network().id,
        "collaboration_id": collaboration_id,
        "by": author(),
        "now": now(),
    }


def read_one(collaboration_id: str) -> Collaboration:
    """Read a collaboration of this network. Raises NotFoundError."""
    return collaborations.get(
        current_graph(), network_id=current_network().id, collaboration_id=collaboration_id
    )


def to_page(slug: str, collaboration_id: str) -> Response:
    """Go to the page of a collaboration after a change."""
    page = url_for("collaborations.show", slug=slug, collaboration_id=collaboration_id)
    return redirect(page, 303)
