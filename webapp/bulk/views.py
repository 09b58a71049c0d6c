"""Pages to change many things at once: choose, look, do."""

from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from graph.domain.words import Role
from graph.identity import new_id
from graph.repositories import bulk, vocabulary
from graph.repositories.bulk import Done
from webapp.access import needs
from webapp.bulk.forms import SureForm
from webapp.bulk.preview import preview_of, reasons
from webapp.bulk.sorts import COLLABORATIONS, PARTNERS, AnyForm, Selection, Sort
from webapp.clock import now
from webapp.context import author, current_graph, current_network
from webapp.i18n import _
from webapp.paging import with_query
from webapp.terms import current_terms
from webapp.toasts import toast

bp = Blueprint("bulk", __name__, url_prefix="/netwerken/<slug>")

Answer = str | Response | tuple[str, int]


@bp.get("/partners/wijzig-samen")
@needs(Role.EDITOR)
def choose_actors(slug: str) -> Answer:
    """Ask what changes of the partners that were ticked, or of all that pass the filter."""
    return _choose(PARTNERS)


@bp.post("/partners/wijzig-samen")
@needs(Role.EDITOR)
def preview_actors(slug: str) -> Answer:
    """Show what would change."""
    return _preview(PARTNERS)


@bp.post("/partners/wijzig-samen/uitvoeren")
@needs(Role.EDITOR)
def apply_actors(slug: str) -> Answer:
    """Change the partners, as one operation."""
    return _apply(PARTNERS)


@bp.get("/samenwerkingen/wijzig-samen")
@needs(Role.EDITOR)
def choose_collaborations(slug: str) -> Answer:
    """Ask what changes of the collaborations that were ticked, or of all that pass the filter."""
    return _choose(COLLABORATIONS)


@bp.post("/samenwerkingen/wijzig-samen")
@needs(Role.EDITOR)
def preview_collaborations(slug: str) -> Answer:
    """Show what would change."""
    return _preview(COLLABORATIONS)


@bp.post("/samenwerkingen/wijzig-samen/uitvoeren")
@needs(Role.EDITOR)
def apply_collaborations(slug: str) -> Answer:
    """Change the collaborations, as one operation."""
    return _apply(COLLABORATIONS)


def _choose(sort: Sort) -> str:
    selection = sort.select()
    return _choose_page(sort, selection, _form(sort, selection))


def _preview(sort: Sort) -> Answer:
    selection = sort.select()
    form = _form(sort, selection)
    if "terug" in request.form:
        return _choose_page(sort, selection, form)
    if not (selection.is_fit and form.validate()):
        return _choose_page(sort, selection, form), 422
    moment, operation_id = now(), new_id()
    proposals = bulk.look(
        current_graph(),
        network_id=current_network().id,
        kind=sort.kind,
        ids=selection.ids,
        edit=form.edit(operation_id),
        now=moment,
    )
    return render_template(
        "bulk/preview.html",
        sort=sort,
        preview=preview_of(sort.kind, proposals),
        carried=[pair for pair in request.form.items(multi=True) if pair[0] != "csrf_token"],
        sure={"seen_at": moment.isoformat(), "operation_id": operation_id},
    )


def _apply(sort: Sort) -> Answer:
    selection, sure = sort.select(), SureForm()
    form = _form(sort, selection)
    if not (selection.is_fit and form.validate() and sure.validate()):
        return _choose_page(sort, selection, form), 422
    operation_id = sure.operation_id.data or ""
    done = bulk.apply(
        current_graph(),
        network_id=current_network().id,
        kind=sort.kind,
        ids=selection.ids,
        edit=form.edit(operation_id),
        since=sure.since,
        operation_id=operation_id,
        title=_title(sort, form),
        by=author(),
        now=now(),
    )
    return _tell(sort, done, operation_id)


def _tell(sort: Sort, done: Done, operation_id: str) -> Response:
    slug, told = current_network().slug, " ".join(reasons(done.left))
    if not done.changed:
        toast(_("Er is niets gewijzigd. %(why)s", why=told))
        return redirect(url_for(sort.list, slug=slug), 303)
    toast(
        _("%(count)s gewijzigd. %(left)s", count=sort.count(done.changed), left=told).strip(),
        undo=url_for("operations.undo", slug=slug, operation_id=operation_id),
    )
    return redirect(url_for("operations.show", slug=slug, operation_id=operation_id), 303)


def _title(sort: Sort, form: AnyForm) -> str:
    """Return what the log calls it: which fields were chosen, in their order on the page."""
    chosen = ", ".join(str(field.label.text).lower() for field in form.chosen())
    return f"{sort.title()}: {chosen}"


def _form(sort: Sort, selection: Selection) -> AnyForm:
    places = vocabulary.neighbourhoods(current_graph(), network_id=current_network().id)
    return sort.form().offer(current_terms(), places, in_archive=selection.in_archive)


def _choose_page(sort: Sort, selection: Selection, form: AnyForm) -> str:
    more: dict[str, Any] = {"slug": current_network().slug}
    return render_template(
        "bulk/choose.html",
        sort=sort,
        selection=selection,
        form=form,
        action=with_query(url_for(sort.step("preview"), **more)),
        back=url_for(sort.list, **more),
    )
