"""Download what a page shows."""

import structlog
from flask import Blueprint, Response, abort, request

from graph.domain.saved_views import ViewPage
from graph.domain.words import Role
from tasks.access_log import Looked
from tasks.exporting.formats import MIME_TYPES, Export, ExportFormat, as_files
from tasks.exporting.separated import zipped
from webapp.access import needs
from webapp.auth.session import signed_in_user
from webapp.clock import today
from webapp.context import current_graph, current_network, may
from webapp.exports.selection import read_selection
from webapp.privacy.looked import note_look
from webapp.saved_views.pages import own_query

bp = Blueprint("exports", __name__, url_prefix="/netwerken/<slug>/download")

log = structlog.get_logger()


@bp.get("/<page>/<format>")
@needs(Role.READER)
def download(slug: str, page: str, format: str) -> Response:
    """Give what a page shows with the filters in this address, as a file."""
    if page not in set(ViewPage) or format not in set(ExportFormat):
        abort(404)
    chosen, kind = ViewPage(page), ExportFormat(format)
    query = own_query(chosen, request.query_string.decode(errors="replace"))
    export = _export(chosen, query)
    files = as_files(current_graph(), export, kind)
    if export.persons:
        note_look(Looked.DOWNLOAD, page)
    is_packed = kind is ExportFormat.CSV
    content = zipped(files) if is_packed else files["netwerk"]
    # Who took what away, without a word of what is in it.
    log.info(
        "export",
        network_id=export.network_id,
        user_id=signed_in_user().id,
        page=page,
        format=format,
        filtered=bool(query),
        persons=export.persons,
        partners=len(export.shown.actors),
        collaborations=len(export.shown.collaborations),
    )
    name = f"{slug}-{page}-{today().isoformat()}.{'zip' if is_packed else kind.value}"
    return Response(
        content,
        mimetype=MIME_TYPES[kind],
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _export(page: ViewPage, query: str) -> Export:
    network_id, day = current_network().id, today()
    everything, shown = read_selection(
        current_graph(), network_id=network_id, page=page, query=query, today=day
    )
    return Export(
        network_id=network_id,
        everything=everything,
        shown=shown,
        today=day,
        persons=may(Role.EDITOR),
    )
