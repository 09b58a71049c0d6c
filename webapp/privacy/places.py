"""The places where a name stands, with where to read the whole text."""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.domain.erasing import Place
from webapp.changes.lines import nouns, url_of
from webapp.i18n import _

_SHOWN_AT = {"TAKES_PART_IN": "Collaboration"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPlace:
    """A place as a line to tick."""

    key: str
    what: str
    name: str
    text: str
    url: str | None


def shown_places(places: Iterable[Place], slug: str) -> list[ShownPlace]:
    """Return places in words."""
    return [_shown(place, slug) for place in places]


def _others() -> dict[str, str]:
    return {"Result": _("Resultaat"), "SavedView": _("Weergave")}


def _shown(place: Place, slug: str) -> ShownPlace:
    noun = nouns().get(_SHOWN_AT.get(place.label, place.label))
    return ShownPlace(
        key=place.key,
        what=noun.word if noun else _others().get(place.label, place.label),
        name=place.name,
        text=place.text,
        url=url_of(noun, slug, place.id) if noun else None,
    )
