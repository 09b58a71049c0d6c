"""The row above a list: views that were kept, keeping this one, and taking it away as a file."""

from dataclasses import dataclass

from flask import request, url_for

from graph.domain.saved_views import SavedView, ViewPage
from graph.repositories import saved_views
from tasks.exporting.formats import ExportFormat
from webapp.auth.session import signed_in_user
from webapp.context import current_graph, current_network
from webapp.i18n import _
from webapp.saved_views.pages import address, own_query


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link, and whether it leads to what is shown now."""

    url: str
    label: str
    current: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """What can be done with the view of this address. No downloads where there is no file."""

    page: ViewPage
    query: str
    views: list[Link]
    downloads: list[Link]


def view_bar(page: str) -> Bar:
    """Return the row for a page: ``partners``, ``samenwerkingen``, ``kaart`` and so on."""
    shown, network = ViewPage(page), current_network()
    query = own_query(shown, request.query_string.decode(errors="replace"))
    kept = saved_views.list_for_user(
        current_graph(), network_id=network.id, user_id=signed_in_user().id, page=shown
    )
    return Bar(
        page=shown,
        query=query,
        views=[_to(view, network.slug, query) for view in kept],
        downloads=[] if shown is ViewPage.FOLLOW_UPS else _downloads(shown, network.slug, query),
    )


def _to(view: SavedView, slug: str, query: str) -> Link:
    fields = view.fields
    return Link(
        url=address(fields.page, slug, fields.query),
        label=fields.name,
        current=fields.query == query,
    )


def _downloads(page: ViewPage, slug: str, query: str) -> list[Link]:
    labels = {
        ExportFormat.XLSX: _("Excel: alle bladen"),
        ExportFormat.CSV: _("CSV: elk blad apart, in een zip"),
        ExportFormat.GRAPHML: _("GraphML voor Gephi en igraph"),
        ExportFormat.GEXF: _("GEXF voor Gephi"),
        ExportFormat.JSON: _("JSON met punten en lijnen"),
    }
    return [
        Link(url=_download(slug, page, format, query), label=label)
        for format, label in labels.items()
    ]


def _download(slug: str, page: ViewPage, format: ExportFormat, query: str) -> str:
    path = url_for("exports.download", slug=slug, page=page.value, format=format.value)
    return f"{path}?{query}" if query else path
