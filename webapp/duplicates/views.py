"""Pages about partners that may be one."""

from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from graph.analysis.duplicates import Record
from graph.domain.actors import CircleError
from graph.domain.merges import MergeRefusedError, Pick
from graph.domain.words import Role
from graph.errors import StaleError
from graph.identity import new_id
from graph.repositories import actors, duplicates, merges
from graph.repositories.merges import Part
from webapp.access import needs
from webapp.clock import now
from webapp.context import author, current_graph, current_network
from webapp.duplicates.comparing import Comparison, compare
from webapp.duplicates.finding import likely_pairs, resembling, side_by_side
from webapp.duplicates.forms import OtherForm
from webapp.i18n import _
from webapp.paging import Paging, page_number
from webapp.toasts import toast

bp = Blueprint("duplicates", __name__, url_prefix="/netwerken/<slug>/dubbelen")

_PAGE_SIZE = 25
_TYPED = ("name", "phone", "email", "website", "postcode", "kvk")
_LONGEST = 300
_PICK = "kies-"
_TO_LIST = "lijst"

Answer = str | Response | tuple[str, int]


@bp.get("")
@needs(Role.EDITOR)
def index(slug: str) -> str:
    """Show which partners may be one, side by side, with the reasons."""
    (found, by_id), number = likely_pairs(), page_number()
    return render_template(
        "duplicates/index.html",
        pairs=side_by_side(found[(number - 1) * _PAGE_SIZE : number * _PAGE_SIZE], by_id),
        paging=Paging(total=len(found), number=number, size=_PAGE_SIZE),
    )


@bp.get("/lijkt-op")
@needs(Role.EDITOR)
def like(slug: str) -> str:
    """Name the partners that the one being typed resembles; a piece of the form."""
    typed: dict[str, Any] = {name: request.args.get(name, "")[:_LONGEST] for name in _TYPED}
    return render_template("duplicates/_like.html", likely=resembling(Record(id="", **typed)))


@bp.post("/verschillend")
@needs(Role.EDITOR)
def tell_apart(slug: str) -> Response:
    """Remember that two partners are not one, so that nobody is asked again."""
    return _set_different(slug, different=True)


@bp.post("/toch-gelijk")
@needs(Role.EDITOR)
def forget(slug: str) -> Response:
    """Forget that two partners are not one."""
    return _set_different(slug, different=False)


@bp.get("/samenvoegen/<actor_id>")
@needs(Role.EDITOR)
def choose(slug: str, actor_id: str) -> Answer:
    """Ask with which other partner this one is the same."""
    graph, network_id = current_graph(), current_network().id
    actor = actors.get(graph, network_id=network_id, actor_id=actor_id)
    form = OtherForm(request.args).offer(actors.names(graph, network_id=network_id), actor_id)
    if form.name.data and form.validate() and form.other_id:
        return redirect(url_for(".ask", slug=slug, actor_id=actor_id, other_id=form.other_id), 303)
    return render_template("duplicates/choose.html", form=form, actor=actor)


@bp.get("/samenvoegen/<actor_id>/<other_id>")
@needs(Role.EDITOR)
def ask(slug: str, actor_id: str, other_id: str) -> str:
    """Show two partners side by side, and ask what the one that stays looks like."""
    return _page(compare(actor_id, other_id, _picks()))


@bp.post("/samenvoegen/<actor_id>/<other_id>")
@needs(Role.EDITOR)
def merge(slug: str, actor_id: str, other_id: str) -> Answer:
    """Make two partners one: the first stays."""
    pair, operation_id = compare(actor_id, other_id, _picks()), new_id()
    try:
        merges.merge(
            current_graph(),
            network_id=current_network().id,
            operation_id=operation_id,
            kept=Part(id=pair.kept.id, version=_version("blijft")),
            merged=Part(id=pair.merged.id, version=_version("gaat")),
            fields=pair.fields(_picks()),
            by=author(),
            now=now(),
        )
    except StaleError:
        return _page(pair, problem=_("Iemand wijzigde net een van beide. Kijk nog eens.")), 409
    except MergeRefusedError:
        return _page(pair, problem=_("Kies twee partners die niet in het archief staan.")), 422
    except CircleError:
        told = _("Een van beide valt onder een onderdeel van de ander. Haal dat eerst los.")
        return _page(pair, problem=told), 422
    names = {"one": pair.kept.fields.name, "other": pair.merged.fields.name}
    toast(
        _("%(one)s en %(other)s zijn nu één partner.", **names),
        undo=url_for("operations.undo", slug=slug, operation_id=operation_id),
    )
    if request.form.get("terug") == _TO_LIST:
        return redirect(url_for(".index", slug=slug), 303)
    return redirect(url_for("actors.show", slug=slug, actor_id=pair.kept.id), 303)


def _page(pair: Comparison, problem: str = "") -> str:
    return render_template(
        "duplicates/merge.html", pair=pair, problem=problem, back=request.values.get("terug", "")
    )


def _picks() -> dict[str, Pick]:
    """Read for each field whose value was picked; what is unknown there picks nothing."""
    asked = request.form.items()
    return {
        name.removeprefix(_PICK): Pick(value)
        for name, value in asked
        if name.startswith(_PICK) and value in set(Pick)
    }


def _version(which: str) -> int:
    return request.form.get(f"versie-{which}", 0, type=int)


def _set_different(slug: str, *, different: bool) -> Response:
    pair = {"one_id": request.values.get("een", ""), "other_id": request.values.get("ander", "")}
    one, other = duplicates.set_different(
        current_graph(),
        network_id=current_network().id,
        **pair,
        different=different,
        by=author(),
        now=now(),
    )
    if different:
        toast(
            _("%(one)s en %(other)s blijven apart.", one=one, other=other),
            undo=url_for(".forget", slug=slug, een=pair["one_id"], ander=pair["other_id"]),
        )
    else:
        toast(_("%(one)s en %(other)s staan weer bij de dubbelen.", one=one, other=other))
    return redirect(url_for(".index", slug=slug), 303)
