"""The pages behind the numbers of a report. Lists are cut off, and say how much more there is."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import shorten
from typing import Protocol

from flask import url_for

from graph.domain.folding import sort_name
from graph.domain.references import Reference
from webapp.i18n import ngettext
from webapp.reports.document import Link

MOST_NAMES = 4
_LONGEST_NAME = 60


class Named(Protocol):
    """Something with a page of its own."""

    @property
    def id(self) -> str:
        """Its id."""
        ...

    @property
    def name(self) -> str:
        """What people call it."""
        ...


def short(name: str) -> str:
    """Return a name that fits on a line."""
    return shorten(name, _LONGEST_NAME, placeholder=" …")


def more_words(count: int) -> str:
    """Return "nog 3"; nothing for none."""
    return ngettext("nog één", "nog %(num)s", count) if count > 0 else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Linking:
    """Makes links in one network."""

    slug: str

    def page(self, text: str, endpoint: str, **values: str) -> Link:
        """Return a link to a page of the network."""
        url = url_for(endpoint, slug=self.slug, **values)  # pyright: ignore[reportArgumentType] -- none of its options
        return Link(text=text, url=url)

    def filtered(self, text: str, **filters: str) -> Link:
        """Return a link to the list of collaborations that these filters leave."""
        return self.page(text, "collaborations.index", **filters)

    def about(self, text: str, one: Reference) -> Link:
        """Return a link to what an action is about."""
        if one.kind == "Actor":
            return self.page(text, "actors.show", actor_id=one.id)
        return self.page(text, "collaborations.show", collaboration_id=one.id)

    def partner(self, one: Named) -> Link:
        """Return a link to a partner."""
        return self.page(short(one.name), "actors.show", actor_id=one.id)

    def partners(self, found: Sequence[Named]) -> tuple[Link, ...]:
        """Return links to partners, by name."""
        ranked = sorted(found, key=lambda each: sort_name(each.name))
        links = map(self.partner, ranked[:MOST_NAMES])
        rest = more_words(len(ranked) - MOST_NAMES)
        return (*links, *([self.page(rest, "actors.index")] if rest else []))

    def collaborations(self, found: Sequence[Named], more: Link | None = None) -> tuple[Link, ...]:
        """Return links to collaborations in their order; ``more`` is where the others are."""
        links = [
            self.page(short(each.name), "collaborations.show", collaboration_id=each.id)
            for each in found[:MOST_NAMES]
        ]
        if more and (rest := more_words(len(found) - MOST_NAMES)):
            links.append(Link(text=rest, url=more.url))
        return tuple(links)
