"""The network map: a picture, the same as a list, and what both are made of."""

from urllib.parse import parse_qs, urlencode, urlsplit

from flask import Blueprint, Response, current_app, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from graph.domain.words import Role
from graph.errors import NotFoundError
from webapp.access import needs
from webapp.clock import today
from webapp.context import current_network, wants_fragment
from webapp.map import telling
from webapp.map.choice import NAMES, read_choice
from webapp.map.drawing import draw
from webapp.map.kept import Keeper
from webapp.map.listing import lines
from webapp.map.options import chosen, more_options, options
from webapp.map.panel import read_actor, read_collaboration
from webapp.map.poster import poster
from webapp.map.reading import kept_map
from webapp.map.scene import scene
from webapp.map.seeing import NOBODY, Seen, see
from webapp.paging import Paging, page_number

bp = Blueprint("map", __name__, url_prefix="/netwerken/<slug>/kaart")

_PAGE_SIZE = 50


@bp.get("")
@needs(Role.READER)
def show(slug: str) -> str:
    """Show the network as a map, which fetches its data, or as a list, which needs no script."""
    choice = read_choice(request.args)
    if choice.as_list:
        return _list(_seen())
    return render_template(
        "map/show.html",
        choice=choice,
        names=_seen().asked_names if choice.names_somebody else NOBODY,
        more=more_options() if choice.has_more else None,
        **options(),
    )


@bp.get("/gegevens")
@needs(Role.READER)
def data(slug: str) -> Response:
    """Return ``{nodes, edges, options}``: the picture of what the address asks."""
    keeper, choice = Keeper(), read_choice(request.args)

    def drawing() -> str:
        seen = see(choice, keeper)
        return current_app.json.dumps(draw(seen, scene(seen)))

    found = keeper.keep("drawings", choice, drawing)
    return Response(found, mimetype="application/json")


@bp.get("/tekst")
@needs(Role.READER)
def text(slug: str) -> str:
    """Say in words what the picture shows besides its partners: a route, and what stands out."""
    return render_template("map/_text.html", seen=_seen(), telling=telling)


@bp.get("/keuzes")
@needs(Role.READER)
def more(slug: str) -> str:
    """Offer the filters that are folded away on the map until somebody wants them."""
    return render_template(
        "map/_more.html", choice=read_choice(request.args), names=NOBODY, more=more_options()
    )


@bp.get("/namen")
@needs(Role.READER)
def names(slug: str) -> str:
    """Offer the names of all partners, to fields in which one is typed."""
    found = kept_map(Keeper(), on=None, parts_together=False)
    return render_template("map/_names.html", names=[actor.name for actor in found.actors])


@bp.get("/beeld.svg")
@needs(Role.READER)
def picture(slug: str) -> Response:
    """Give the picture with its key as a file that any program can open."""
    seen = _seen()
    text = render_template(
        "map/picture.svg", poster=poster(scene(seen)), summary=telling.summary(seen)
    )
    name = f"{slug}-kaart-{today().isoformat()}.svg"
    disposition = f'inline; filename="{name}"'
    return Response(text, mimetype="image/svg+xml", headers={"Content-Disposition": disposition})


@bp.get("/afdruk")
@needs(Role.READER)
def printed(slug: str) -> str:
    """Show the picture with its key on one sheet of A4, to be printed."""
    seen = _seen()
    return render_template(
        "map/print.html",
        poster=poster(scene(seen)),
        seen=seen,
        summary=telling.summary(seen),
        counted=telling.counted(seen),
        chosen=chosen(seen),
    )


@bp.get("/paneel")
@needs(Role.READER)
def panel(slug: str) -> str | AnyResponse:
    """Tell what is beside the map of the partner or collaboration in the address."""
    actor_id, collaboration_id = request.args.get("partner"), request.args.get("samenwerking")
    if not wants_fragment():
        address = url_for(".show", slug=slug, partner=actor_id, samenwerking=collaboration_id)
        return redirect(address, 303)
    if actor_id:
        return render_template("map/_actor.html", panel=read_actor(actor_id), view=this_view)
    if collaboration_id:
        found = read_collaboration(collaboration_id)
        return render_template("map/_collaboration.html", panel=found)
    raise NotFoundError("nothing chosen")


def this_view(**changes: str | None) -> str:
    """Return the address of the map beside which a panel stands, with other values in it."""
    asked = parse_qs(urlsplit(request.headers.get("HX-Current-URL", "")).query)
    values = {**asked, **changes}
    known = {name: value for name, value in values.items() if value and name in NAMES}
    return f"{url_for('.show', slug=current_network().slug)}?{urlencode(known, doseq=True)}"


def _seen() -> Seen:
    return see(read_choice(request.args), Keeper())


def _list(seen: Seen) -> str:
    paging = Paging(total=len(seen.shown.actors), number=page_number(), size=_PAGE_SIZE)
    found = lines(seen.shown, sort=seen.choice.sort)[max(paging.first - 1, 0) : paging.last]
    return render_template(
        "map/_part.html" if wants_fragment() else "map/list.html",
        choice=seen.choice,
        names=seen.asked_names,
        seen=seen,
        telling=telling,
        lines=found,
        paging=paging,
        more=more_options(),
        **options(),
    )
