"""Keep a page with its filters under a name, and find it again."""

from dataclasses import replace

from flask import Blueprint, abort, redirect, render_template, url_for
from werkzeug.wrappers import Response

from graph.domain.saved_views import SavedView
from graph.domain.words import Role
from graph.errors import NotFoundError, StaleError
from graph.repositories import saved_views
from webapp.access import needs
from webapp.auth.session import signed_in_user
from webapp.clock import now
from webapp.context import current_graph, current_network, may
from webapp.form_ids import form_id
from webapp.i18n import _
from webapp.saved_views.forms import SavedViewForm, values_of
from webapp.saved_views.pages import address
from webapp.toasts import toast

bp = Blueprint("saved_views", __name__, url_prefix="/netwerken/<slug>/weergaven")

Answer = str | Response | tuple[str, int]


@bp.get("")
@needs(Role.READER)
def index(slug: str) -> str:
    """List my views and the shared ones, to open, rename or take away."""
    found = saved_views.list_for_user(
        current_graph(), network_id=current_network().id, user_id=signed_in_user().id
    )
    changeable = {view.id for view in found if _may_change(view)}
    return render_template("saved_views/index.html", items=found, changeable=changeable)


@bp.post("")
@needs(Role.READER)
def create(slug: str) -> Answer:
    """Keep the view that the form came from."""
    form = SavedViewForm()
    if not form.validate():
        return render_template("saved_views/form.html", form=form, view=None), 422
    view_id, fields = form_id(), form.fields()
    saved_views.add(
        current_graph(),
        network_id=current_network().id,
        view_id=view_id,
        user_id=signed_in_user().id,
        fields=fields,
        now=now(),
    )
    undo = url_for(".archive", slug=slug, view_id=view_id)
    toast(_("Weergave %(name)s is bewaard.", name=fields.name), undo=undo)
    return redirect(address(fields.page, slug, fields.query), 303)


@bp.get("/<view_id>/bewerken")
@needs(Role.READER)
def edit(slug: str, view_id: str) -> str:
    """Ask for another name, and who sees it."""
    view = _view(view_id)
    form = SavedViewForm(data=values_of(view))
    return render_template("saved_views/form.html", form=form, view=view)


@bp.post("/<view_id>/bewerken")
@needs(Role.READER)
def update(slug: str, view_id: str) -> Answer:
    """Save what changed, or show both versions when somebody else saved first."""
    view, form = _view(view_id), SavedViewForm()
    if not form.validate():
        return render_template("saved_views/form.html", form=form, view=view), 422
    seen = replace(view, version=form.version.data or 0)
    try:
        saved_views.update(
            current_graph(),
            network_id=current_network().id,
            view=seen,
            fields=form.fields(),
            now=now(),
        )
    except StaleError:
        saved = SavedViewForm(formdata=None, data=values_of(view))
        differences = form.compare(saved, version=view.version)
        page = render_template(
            "saved_views/form.html", form=form, view=view, differences=differences
        )
        return page, 409
    toast(_("Bewaard."))
    return redirect(url_for(".index", slug=slug), 303)


@bp.post("/<view_id>/weghalen")
@needs(Role.READER)
def archive(slug: str, view_id: str) -> Response:
    """Take a view away; what it shows stays."""
    view = _view(view_id)
    _set_archived(view, archived=True)
    undo = url_for(".restore", slug=slug, view_id=view_id)
    toast(_("Weergave %(name)s is weg.", name=view.fields.name), undo=undo)
    return redirect(url_for(".index", slug=slug), 303)


@bp.post("/<view_id>/terugzetten")
@needs(Role.READER)
def restore(slug: str, view_id: str) -> Response:
    """Bring a view back."""
    view = _view(view_id)
    _set_archived(view, archived=False)
    toast(_("Weergave %(name)s is terug.", name=view.fields.name))
    return redirect(url_for(".index", slug=slug), 303)


def _set_archived(view: SavedView, *, archived: bool) -> None:
    saved_views.set_archived(
        current_graph(),
        network_id=current_network().id,
        view=view,
        archived=archived,
        now=now(),
    )


def _view(view_id: str) -> SavedView:
    """Return a view that this user may change; one of somebody else does not exist."""
    view = saved_views.get(current_graph(), network_id=current_network().id, view_id=view_id)
    if not view.fields.shared and view.user_id != signed_in_user().id:
        raise NotFoundError(f"view {view_id}")
    if not _may_change(view):
        abort(403)
    return view


def _may_change(view: SavedView) -> bool:
    return view.may_change(signed_in_user().id, is_editor=may(Role.EDITOR))
