"""Choose which column of a file fills which field."""

from flask import Blueprint, render_template, request

from graph.domain.importing import Import, NotNowError
from graph.domain.words import Role
from graph.repositories import imports
from tasks.importing.columns import propose
from tasks.importing.fields import FIELDS
from webapp.access import needs
from webapp.clock import now
from webapp.context import author, current_graph, current_network
from webapp.i18n import _
from webapp.imports.shared import Answer, elsewhere, read_one, set_to_work, to_page

bp = Blueprint("columns", __name__, url_prefix="/<import_id>/kolommen")


@bp.get("")
@needs(Role.EDITOR)
def edit(slug: str, import_id: str) -> str:
    """Show each column with some of its texts, and the field that it seems to fill."""
    job = read_one(import_id)
    return _page(job, dict(job.mapping) or _proposed(job))


@bp.post("")
@needs(Role.EDITOR)
def save(slug: str, import_id: str) -> Answer:
    """Keep the choice, for the next file as well, and have the rows checked."""
    job = read_one(import_id)
    chosen = _chosen(job)
    mapping = {field: column for column, field in chosen}
    if problems := _problems(job, chosen):
        return _page(job, mapping, problems), 422
    try:
        imports.choose_columns(
            current_graph(),
            network_id=current_network().id,
            import_id=import_id,
            mapping=mapping,
            by=author(),
            now=now(),
        )
    except NotNowError:
        return elsewhere(import_id)
    set_to_work(import_id)
    return to_page(import_id)


def _proposed(job: Import) -> dict[str, int]:
    last_time = imports.remembered(
        current_graph(),
        network_id=current_network().id,
        kind=job.kind,
        headers=job.headers,
    )
    if last_time is not None:
        return dict(last_time)
    return propose(job.kind, job.headers)


def _chosen(job: Import) -> list[tuple[int, str]]:
    """Return the columns for which a field was chosen."""
    fields = {spec.name for spec in FIELDS[job.kind]}
    asked = (
        (column, request.form.get(f"kolom-{column}", "")) for column in range(len(job.headers))
    )
    return [(column, field) for column, field in asked if field in fields]


def _problems(job: Import, chosen: list[tuple[int, str]]) -> list[str]:
    fields = [field for _, field in chosen]
    twice = [
        _(
            "%(field)s komt nu uit meer kolommen. Kies hem één keer.",
            field=spec.label,
        )
        for spec in FIELDS[job.kind]
        if fields.count(spec.name) > 1
    ]
    missing = [
        _("Kies de kolom voor %(field)s. Zonder die gaat het niet.", field=spec.label)
        for spec in FIELDS[job.kind]
        if spec.required and spec.name not in fields and "id" not in fields
    ]
    return twice + missing


def _page(job: Import, mapping: dict[str, int], problems: list[str] | None = None) -> str:
    fields = [("", _("niet invoeren")), *((spec.name, spec.label) for spec in FIELDS[job.kind])]
    return render_template(
        "imports/columns.html",
        job=job,
        chosen={column: field for field, column in mapping.items()},
        fields=fields,
        required=[spec.label for spec in FIELDS[job.kind] if spec.required],
        problems=problems or [],
    )
