"""What all pages of imports share."""

from flask import redirect, url_for
from werkzeug.wrappers import Response

from graph.domain.importing import Import
from graph.repositories import imports
from tasks.imports import work
from webapp.context import current_graph, current_network
from webapp.i18n import _
from webapp.toasts import toast

Answer = str | Response | tuple[str, int]


def read_one(import_id: str) -> Import:
    """Read an import of this network. Raises NotFoundError."""
    return imports.get(current_graph(), network_id=current_network().id, import_id=import_id)


def set_to_work(import_id: str) -> None:
    """Have a worker take up what an import waits for; the sweep does when the broker is away."""
    work.enqueue(current_network().id, import_id)


def to_page(import_id: str) -> Response:
    """Go to where this import is now."""
    slug = current_network().slug
    return redirect(url_for("imports.show", slug=slug, import_id=import_id), 303)


def elsewhere(import_id: str) -> Response:
    """Go to where this import is now: somebody else, or a worker, brought it on."""
    toast(_("Deze import is al verder. Zo staat het er nu voor."))
    return to_page(import_id)
