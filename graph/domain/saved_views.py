"""A view that somebody kept: a page with its filters under a name, for oneself or for all."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from graph.domain.folding import sort_name

NAME_LENGTH = 60


class ViewPage(StrEnum):
    """The pages of which a view can be kept, by the word in their address."""

    ACTORS = "partners"
    COLLABORATIONS = "samenwerkingen"
    MAP = "kaart"
    ENERGY = "energie"
    FOLLOW_UPS = "acties"


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedViewFields:
    """What people choose. ``query`` is the part of the address after the question mark."""

    name: str
    page: ViewPage
    query: str = ""
    shared: bool = False

    def properties(self) -> dict[str, Any]:
        """Return what is stored, with the key to sort by."""
        return {
            "name": self.name,
            "sort_name": sort_name(self.name),
            "page": self.page,
            "query": self.query,
            "shared": self.shared,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedView:
    """A kept view, and whose it is."""

    id: str
    version: int
    user_id: str
    fields: SavedViewFields

    def may_change(self, user_id: str, *, is_editor: bool) -> bool:
        """Tell whether a user may rename it or take it away: one's own, or a shared one."""
        return self.user_id == user_id or (self.fields.shared and is_editor)
