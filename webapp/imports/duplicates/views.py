"""Rows beside what they resemble: skip, update or bring in as new, one by one or all at once."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from graph.domain.importing import Choice, Import, ImportState, NotNowError
from graph.domain.words import Role
from graph.repositories import imports
from webapp.access import needs
from webapp.clock import now
from webapp.context import current_graph, current_network
from webapp.i18n import _
from webapp.imports.duplicates.comparing import compare
from webapp.imports.reading import OpenRows, open_rows
from webapp.imports.shared import Answer, elsewhere, read_one, to_page
from webapp.paging import page_number
from webapp.toasts import toast

bp = Blueprint("duplicates", __name__, url_prefix="/<import_id>/dubbelen")


@bp.get("")
@needs(Role.EDITOR)
def edit(slug: str, import_id: str) -> Answer:
    """Show each row that resembles something beside what it resembles."""
    job = read_one(import_id)
    if job.state is not ImportState.CHECKED:
        return to_page(import_id)
    found = open_rows(job, number=page_number())
    return render_template(
        "imports/duplicates.html",
        job=job,
        pairs=compare(job, found.rows),
        paging=found.paging,
    )


@bp.post("")
@needs(Role.EDITOR)
def save(slug: str, import_id: str) -> Response:
    """Keep what was chosen on this page, and go to the next."""
    job = read_one(import_id)
    found = open_rows(job, number=page_number())
    try:
        imports.choose(
            current_graph(),
            network_id=current_network().id,
            import_id=import_id,
            chosen=_chosen(job, found),
            positions=found.positions,
            now=now(),
        )
    except NotNowError:
        return elsewhere(import_id)
    if found.paging.number >= found.paging.count:
        return to_page(import_id)
    following = found.paging.number + 1
    return redirect(url_for(".edit", slug=slug, import_id=import_id, pagina=following), 303)


@bp.post("/rest")
@needs(Role.EDITOR)
def save_usual(slug: str, import_id: str) -> Response:
    """Keep what happens with all rows for which nobody chose."""
    asked = request.form.get("rest", "")
    usual = Choice(asked) if asked in set(Choice) else Choice.SKIP
    try:
        imports.choose_usual(
            current_graph(),
            network_id=current_network().id,
            import_id=import_id,
            usual=usual,
            now=now(),
        )
    except NotNowError:
        return elsewhere(import_id)
    toast(_("Dat doen we met alle rijen waar je zelf niets kiest."))
    return to_page(import_id)


def _chosen(job: Import, found: OpenRows) -> dict[int, tuple[Choice, tuple[str, ...]]]:
    """Return what was chosen for the rows of this page; a row without an answer keeps none."""
    asked = {row.number: request.form.get(f"keuze-{row.number}", "") for row in found.rows}
    return {
        number: (Choice(answer), tuple(request.form.getlist(f"neem-{number}")))
        for number, answer in asked.items()
        if answer in set(Choice)
    }
