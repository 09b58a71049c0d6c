"""The network map: a picture, the same as a list, and the data that the picture is made of."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from graph.domain.vocabulary import Vocabulary
from graph.domain.words import Layer, Role, Status
from graph.errors import NotFoundError
from graph.repositories import vocabulary
from tasks.wording import choices, word
from webapp.access import needs
from webapp.context import current_graph, current_network, wants_fragment
from webapp.i18n import _
from webapp.map.choice import ANY_STATUS, Choice, read_choice
from webapp.map.kept import current_drawing
from webapp.map.listing import lines
from webapp.map.panel import read_actor, read_collaboration
from webapp.map.reading import current_map
from webapp.paging import Paging, page_number
from webapp.terms import current_terms

bp = Blueprint("map", __name__, url_prefix="/netwerken/<slug>/kaart")

_PAGE_SIZE = 50


@bp.get("")
@needs(Role.READER)
def show(slug: str) -> str:
    """Show the network as a map, which fetches its data, or as a list, which needs no script."""
    choice = read_choice(request.args)
    if choice.as_list:
        return _list(choice)
    return render_template("map/show.html", choice=choice, **_options())


@bp.get("/gegevens")
@needs(Role.READER)
def data(slug: str) -> Response:
    """Return ``{nodes, edges, options}``: the whole network, whatever the filters."""
    drawing = current_drawing(parts_together=read_choice(request.args).together)
    return Response(drawing, mimetype="application/json")


@bp.get("/paneel")
@needs(Role.READER)
def panel(slug: str) -> str | Response:
    """Tell what is beside the map of the partner or collaboration in the address."""
    actor_id, collaboration_id = request.args.get("partner"), request.args.get("samenwerking")
    if not wants_fragment():
        address = url_for(".show", slug=slug, partner=actor_id, samenwerking=collaboration_id)
        return redirect(address, 303)
    if actor_id:
        return render_template("map/_actor.html", panel=read_actor(actor_id))
    if collaboration_id:
        found = read_collaboration(collaboration_id)
        return render_template("map/_collaboration.html", panel=found)
    raise NotFoundError("nothing chosen")


def _list(choice: Choice) -> str:
    everything = current_map(parts_together=choice.together)
    shown = choice.passes.of(everything)
    paging = Paging(total=len(shown.actors), number=page_number(), size=_PAGE_SIZE)
    found = lines(shown, sort=choice.sort)[max(paging.first - 1, 0) : paging.last]
    return render_template(
        "map/_part.html" if wants_fragment() else "map/list.html",
        choice=choice,
        lines=found,
        paging=paging,
        partners=len(everything.actors),
        collaborations=len(shown.collaborations),
        **_options(),
    )


def _options() -> dict[str, list[tuple[str, str]]]:
    """What the filters offer. What is over is on no map."""
    places = vocabulary.neighbourhoods(current_graph(), network_id=current_network().id)
    others = (Status.WISHED, Status.PLANNED, Status.PAUSED)
    return {
        "domains": current_terms().choices(Vocabulary.DOMAIN),
        "places": [(place.id, place.name) for place in places],
        "layers": choices(Layer),
        "statuses": [
            ("", word(Status.ACTIVE)),
            *((status.value, word(status)) for status in others),
            (ANY_STATUS, _("alle")),
        ],
    }
