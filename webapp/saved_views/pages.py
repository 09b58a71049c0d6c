"""The pages that can be kept as a view or downloaded, and what their addresses may say."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import parse_qsl, urlencode

from flask import url_for

from graph.domain.saved_views import ViewPage
from webapp.i18n import _
from webapp.map import choice as map_choice

_LONGEST_VALUE = 200
_MOST_VALUES = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class PageChoice:
    """A page by its endpoint, with the names that its filters have in the address."""

    endpoint: str
    names: frozenset[str]


PAGES: Mapping[ViewPage, PageChoice] = MappingProxyType(
    {
        ViewPage.ACTORS: PageChoice(
            endpoint="actors.index",
            names=frozenset(
                {"q", "domein", "wijk", "soort", "onderdelen", "archief", "sortering"}
            ),
        ),
        ViewPage.COLLABORATIONS: PageChoice(
            endpoint="collaborations.index",
            names=frozenset(
                {"q", "domein", "wijk", "laag", "status", "vorm", "koud", "archief"}
                | {"programma", "doel", "loopt-af", "bewoners", "sortering"}
            ),
        ),
        ViewPage.MAP: PageChoice(endpoint="map.show", names=map_choice.NAMES),
        ViewPage.ENERGY: PageChoice(
            endpoint="energy.show", names=frozenset({"laag", "koud", "dun", "tabel", "sortering"})
        ),
        ViewPage.FOLLOW_UPS: PageChoice(
            endpoint="followups.index", names=frozenset({"van", "toon"})
        ),
    }
)


def label(page: ViewPage) -> str:
    """Return what the menu calls a page."""
    return {
        ViewPage.ACTORS: _("Partners"),
        ViewPage.COLLABORATIONS: _("Samenwerkingen"),
        ViewPage.MAP: _("Netwerkkaart"),
        ViewPage.ENERGY: _("Lokale energie"),
        ViewPage.FOLLOW_UPS: _("Acties"),
    }[page]


def own_query(page: ViewPage, query: str) -> str:
    """Return the part of a query that the filters of a page know; nothing else is ever kept."""
    try:
        asked = parse_qsl(query, max_num_fields=_MOST_VALUES)
    except ValueError:
        return ""
    known = PAGES[page].names
    return urlencode(
        [(name, value[:_LONGEST_VALUE]) for name, value in asked if name in known and value]
    )


def address(page: ViewPage, slug: str, query: str) -> str:
    """Return where a view is: the page of a network with these filters."""
    path = url_for(PAGES[page].endpoint, slug=slug)
    return f"{path}?{query}" if query else path
