"""Pages about imports: begin one, follow it, bring the rows in, take them back."""

from io import BytesIO
from pathlib import PurePath

from flask import Blueprint, Response, abort, redirect, render_template, send_file, url_for
from werkzeug.wrappers import Response as AnyResponse

from graph.domain.importing import Import, ImportState, NotNowError
from graph.domain.imports import ImportKind
from graph.domain.operations import UndoRefusedError
from graph.domain.words import Role
from graph.repositories import imports
from tasks.importing import acts
from tasks.importing.files import MOST_BYTES, read_file
from tasks.importing.sheets import FileProblem, RefusedFileError, Sheet
from tasks.importing.staging import read_parts, read_sheet
from tasks.importing.telling import message, refusal
from tasks.importing.templates import corrections, template
from webapp import counts
from webapp.access import needs
from webapp.clock import now
from webapp.context import author, current_graph, current_network
from webapp.i18n import _
from webapp.imports.columns.views import bp as columns
from webapp.imports.duplicates.views import bp as duplicates
from webapp.imports.forms import UploadForm
from webapp.imports.outcome import read_outcome
from webapp.imports.reading import wrong_rows
from webapp.imports.shared import Answer, elsewhere, read_one, set_to_work, to_page
from webapp.paging import page_number
from webapp.toasts import toast
from webapp.uploads import takes_file

bp = Blueprint("imports", __name__, url_prefix="/netwerken/<slug>/importeren")
bp.register_blueprint(columns)
bp.register_blueprint(duplicates)

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@bp.get("")
@needs(Role.EDITOR)
def index(slug: str) -> str:
    """Ask for a file, and list the imports there were."""
    return _index(UploadForm().offer())


def _too_large() -> tuple[str, int]:
    form = UploadForm(formdata=None).offer()
    form.refuse(refusal(FileProblem.TOO_LARGE))
    return _index(form), 413


@bp.post("")
@takes_file(MOST_BYTES, refusal=_too_large)
@needs(Role.EDITOR)
def upload(slug: str) -> Answer:
    """Take a file; each sheet that we know becomes an import."""
    form = UploadForm().offer()
    if not form.validate():
        return _index(form), 422
    name = PurePath(form.upload.filename or "").name or _("bestand")
    try:
        found = acts.sheets_of(form.chosen_kind, read_file(name, form.upload.read()))
    except RefusedFileError as refused:
        form.refuse(refusal(refused.problem))
        return _index(form), 422
    if not found:
        form.refuse(_("We zien niet wat erin staat. Kies het hieronder."))
        return _index(form), 422
    made = _keep(name, found)
    if len(made) > 1:
        toast(_("Dit bestand heeft meer tabbladen. Voer ze in van boven naar beneden."))
        return redirect(url_for(".index", slug=slug), 303)
    return to_page(made[0])


@bp.get("/voorbeeld/<kind>.xlsx")
@needs(Role.EDITOR)
def example(slug: str, kind: str) -> Response:
    """Give a file to fill in, with an example row."""
    if kind not in set(ImportKind):
        abort(404)
    return _xlsx(template(ImportKind(kind)), f"{kind}.xlsx")


@bp.get("/<import_id>")
@needs(Role.EDITOR)
def show(slug: str, import_id: str) -> Answer:
    """Show an import where it is: columns to choose, work going on, rows to look at, or done."""
    job = read_one(import_id)
    if job.state is ImportState.UPLOADED:
        return redirect(url_for(".columns.edit", slug=slug, import_id=import_id), 303)
    if job.is_working or job.state is ImportState.UPLOADING:
        return render_template("imports/progress.html", job=job)
    if job.state is ImportState.CHECKED:
        wrong = wrong_rows(job, number=page_number())
        return render_template("imports/check.html", job=job, wrong=wrong, message=message)
    return _outcome(job)


@bp.get("/<import_id>/voortgang")
@needs(Role.EDITOR)
def progress(slug: str, import_id: str) -> Response:
    """Tell how far the job is; the page of what it came to takes its place when it is done."""
    job = read_one(import_id)
    if job.is_working:
        return Response(render_template("imports/_progress.html", job=job))
    page = url_for(".show", slug=slug, import_id=import_id)
    return Response(status=204, headers={"HX-Redirect": page})


@bp.get("/<import_id>/fouten.xlsx")
@needs(Role.EDITOR)
def wrong(slug: str, import_id: str) -> Response:
    """Give the wrong rows as a file, to correct and to bring in."""
    graph, network_id, job = current_graph(), current_network().id, read_one(import_id)
    errors = [
        error
        for part in read_parts(graph, network_id=network_id, job=job)
        for error in part.errors
    ]
    if not errors:
        abort(404)
    sheet = read_sheet(graph, network_id=network_id, job=job)
    return _xlsx(corrections(sheet, errors), f"{PurePath(job.filename).stem}-fouten.xlsx")


@bp.post("/<import_id>/invoeren")
@needs(Role.EDITOR)
def start(slug: str, import_id: str) -> AnyResponse:
    """Bring the good rows in."""
    try:
        acts.start(
            current_graph(),
            network_id=current_network().id,
            import_id=import_id,
            by=author(),
            now=now(),
        )
    except NotNowError:
        return elsewhere(import_id)
    set_to_work(import_id)
    return to_page(import_id)


@bp.post("/<import_id>/stoppen")
@needs(Role.EDITOR)
def cancel(slug: str, import_id: str) -> AnyResponse:
    """Call an import off before anything is written."""
    try:
        imports.cancel(
            current_graph(),
            network_id=current_network().id,
            import_id=import_id,
            by=author(),
            now=now(),
        )
    except NotNowError:
        return elsewhere(import_id)
    toast(_("De import is gestopt. Er is niets ingevoerd."))
    return redirect(url_for(".index", slug=slug), 303)


@bp.post("/<import_id>/ongedaan")
@needs(Role.EDITOR)
def undo(slug: str, import_id: str) -> AnyResponse:
    """Take back what an import brought in."""
    try:
        acts.undo(
            current_graph(),
            network_id=current_network().id,
            import_id=import_id,
            by=author(),
            now=now(),
        )
    except (NotNowError, UndoRefusedError):
        return elsewhere(import_id)
    set_to_work(import_id)
    return to_page(import_id)


def _keep(name: str, found: list[tuple[ImportKind, Sheet]]) -> list[str]:
    """Keep the sheets of one file, at one moment; return the ids of their imports."""
    graph, network_id, moment = current_graph(), current_network().id, now()
    return [
        acts.upload(
            graph,
            network_id=network_id,
            kind=kind,
            filename=name,
            sheet=sheet,
            by=author(),
            now=moment,
        )
        for kind, sheet in found
    ]


def _index(form: UploadForm) -> str:
    found = imports.list_recent(current_graph(), network_id=current_network().id)
    return render_template("imports/index.html", form=form, items=found, kinds=list(ImportKind))


def _outcome(job: Import) -> str:
    counts.forget(current_network().id)  # the menu tells of what a job brought in
    return render_template("imports/outcome.html", job=job, outcome=read_outcome(job))


def _xlsx(content: bytes, name: str) -> Response:
    return send_file(BytesIO(content), mimetype=_XLSX, as_attachment=True, download_name=name)
