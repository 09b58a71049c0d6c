"""The part of the register that a page with its filters shows."""

from datetime import date
from urllib.parse import parse_qsl

from werkzeug.datastructures import MultiDict

from graph.database import Graph
from graph.domain.register import Register
from graph.domain.saved_views import ViewPage
from graph.repositories import actors, collaborations, heat, register
from webapp.actors.filters import read_filter as read_actor_filter
from webapp.collaborations.filters import read_filter as read_collaboration_filter
from webapp.energy.filters import read_filter as read_energy_filter
from webapp.map.choice import read_choice
from webapp.map.seeing import shown_ids

_ALL = 100_000


def read_selection(
    graph: Graph, *, network_id: str, page: ViewPage, query: str, today: date
) -> tuple[Register, Register]:
    """Return the whole register, and what the page of ``query`` shows of it with what is around.

    A list of partners brings all that they take part in; one of collaborations brings their
    partners; the map is as it is drawn. Actions have no file: theirs is that of everything.
    """
    asked = MultiDict(parse_qsl(query))
    everything = register.read(graph, network_id=network_id)
    match page:
        case ViewPage.ACTORS if (chosen := read_actor_filter(asked)).narrows:
            found = actors.find(graph, network_id=network_id, chosen=chosen, limit=_ALL)
            return everything, everything.around_actors({each.id for each in found.items})
        case ViewPage.COLLABORATIONS if (narrowed := read_collaboration_filter(asked)).narrows:
            listed = collaborations.find(
                graph, network_id=network_id, chosen=narrowed, today=today, limit=_ALL
            )
            ids = {each.id for each in listed.items}
            return everything, everything.around_collaborations(ids)
        case ViewPage.ENERGY:
            passes = read_energy_filter(asked).passes
            hot = heat.read(graph, network_id=network_id, today=today)
            ids = {each.id for each in hot if each.is_active and passes(each)}
            return everything, everything.around_collaborations(ids)
        case ViewPage.MAP:
            actor_ids, collaboration_ids = shown_ids(read_choice(asked))
            return everything, everything.only(
                actor_ids=actor_ids, collaboration_ids=collaboration_ids
            )
        case _:
            return everything, everything.current()
